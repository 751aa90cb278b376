"""Dates: another day, month or year. The lists are closed: both halves use all of them."""

from __future__ import annotations

import calendar
import random
import re

from bench.planting.model import Change, Part

_MONTHS = {
    "en": ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
           "November", "December"),
    "ru": ("января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа", "сентября", "октября",
           "ноября", "декабря"),
}  # fmt: skip
# In what month (prepositional), by what month (dative) … : months outside of dates with a day.
_RUSSIAN_IN = ("январе", "феврале", "марте", "апреле", "мае", "июне", "июле", "августе", "сентябре",
               "октябре", "ноябре", "декабре")  # fmt: skip
_NAMES = {code: "|".join(names) for code, names in _MONTHS.items()}
_DAY = {
    **{
        code: re.compile(rf"(?<![\w-])(?P<day>\d{{1,2}}) (?P<month>{names})\b(?: (?P<year>\d{{4}}))?")
        for code, names in _NAMES.items()
    },
    "zh": re.compile(r"(?:(?<!\d)(?P<year>\d{4})年)?(?<!\d)(?P<month>\d{1,2})月(?P<day>\d{1,2})日"),
}
_MONTH_ALONE = {
    "en": re.compile(rf"(?<!\d )\b(?P<month>{_NAMES['en']})(?= (?:19|20)\d\d)"),
    "ru": re.compile(rf"\b(?P<month>{'|'.join(_RUSSIAN_IN)})\b"),
    "zh": re.compile(r"(?<=年)(?P<month>\d{1,2})月(?!\d)"),
}
_YEAR_ALONE = {
    "en": re.compile(r"(?<![\d/(.,-])(?<=[a-zA-Z,] )(?P<year>(?:19|20)\d\d)(?![\d/),.-]\d|[/)-])\b"),
    "ru": re.compile(r"(?<![\d/(.,-])\b(?P<year>(?:19|20)\d\d)(?= (?:год|гг?\.))"),
    "zh": re.compile(r"(?<!\d)(?P<year>(?:19|20)\d\d)(?=年)"),
}


def changes(text: str, language: str, part: Part, dice: random.Random) -> list[Change]:
    """One other day, month and year for every date that has them."""
    found: dict[tuple[int, int], Change] = {}
    for search in (_DAY, _MONTH_ALONE, _YEAR_ALONE):
        for match in search[language].finditer(text):
            for name, value in match.groupdict().items():
                if value is None or match.span(name) in found:
                    continue
                new = {"day": _day, "month": _month, "year": _year}[name](match, language, dice)
                if new:
                    found[match.span(name)] = Change(*match.span(name), new, name)
    return list(found.values())


def _number(match: re.Match[str], language: str) -> int:
    """The number of the month, 0 where only its day is at hand."""
    month = match.group("month")
    if language == "zh":
        return int(month)
    names = _MONTHS[language] if month in _MONTHS[language] else _RUSSIAN_IN
    return names.index(month) + 1


def _day(match: re.Match[str], language: str, dice: random.Random) -> str:
    day = int(match.group("day"))
    drawn = [day - 2, day - 1, day + 1, day + 2, day + 10, day - 10, int(str(day)[::-1])]
    last = calendar.monthrange(2023, _number(match, language))[1]
    fit = [other for other in drawn if 1 <= other <= last and other != day]
    return str(dice.choice(fit)) if fit else ""


def _month(match: re.Match[str], language: str, dice: random.Random) -> str:
    month, day = _number(match, language), int(match.groupdict().get("day") or 1)
    fit = [other for other in range(1, 13) if other != month and day <= calendar.monthrange(2023, other)[1]]
    other = dice.choice([each for each in fit if abs(each - month) == 1] + fit)
    if language == "zh":
        return str(other)
    names = _MONTHS[language] if match.group("month") in _MONTHS[language] else _RUSSIAN_IN
    return names[other - 1]


def _year(match: re.Match[str], language: str, dice: random.Random) -> str:
    year = int(match.group("year"))
    exchanged = int(f"{year // 100}{year % 10}{year // 10 % 10}")
    drawn = [year - 10, year - 2, year - 1, year + 1, year + 2, year + 5, year + 10, exchanged]
    return str(dice.choice([other for other in drawn if 1900 <= other <= 2099 and other != year]))
