"""Units: another unit of the same dimension after a number.

So few units are usual that the exchanges are halved instead of the units: "days>months" is in one half,
"days>weeks" perhaps in the other.
"""

from __future__ import annotations

import random
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache

from bench.planting.halves import half, listed
from bench.planting.model import Change, Part
from bench.planting.russian import by_form, declined, gender

Unit = Mapping[str, str]

_NUMBER = {
    "en": r"(?:\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty|sixty|"
    r"ninety|thousand|million|billion|hundred|several|few))[ -]",
    "ru": r"(?:\d|\b(?:двух|трех|четырех|пяти|шести|семи|восьми|девяти|десяти|двенадцати|пять|шесть|семь|"
    r"восемь|девять|десять|двенадцать|пятнадцать|двадцать|тридцать|три|четыре|тыс\.|млн\.?|млрд\.?|миллион\w*|"
    r"миллиард\w*|тысяч\w*|несколько|нескольких)) ",
    "zh": r"(?:\d|[一二两三四五六七八九十百千万亿几]|[万亿]多) ?",
}
# "Dollars" may mean those of the United States.
_DOLLARS = {"dollar/dollars", "United States dollar/United States dollars"}
_SYMBOLS = {"dollars": ("US$ ", "US$", "$"), "others": ("€", "£", "¥")}
_SHORT = (
    ("долл. США", "евро"), ("долл. США", "шв. франков"), ("долл. США", "рублей"), ("км", "м"), ("км", "миль"),
    ("кг", "г"), ("кг", "т"),
)  # fmt: skip


def changes(text: str, language: str, part: Part, dice: random.Random) -> list[Change]:
    """Another unit for each, one drawn for each."""
    find = {"en": _english, "ru": _russian, "zh": _chinese}[language]
    drawn: dict[tuple[int, int], list[Change]] = defaultdict(list)
    for change in [*find(text, part), *_signs(text, language, part)]:
        drawn[change.start, change.end].append(change)
    return [dice.choice(each) for each in drawn.values()]


def _others(unit: Unit, part: Part) -> Iterator[tuple[Unit, str]]:
    for other in listed("units"):
        pattern = f"{unit['en'].split('/')[0]}>{other['en'].split('/')[0]}"
        if other["dimension"] == unit["dimension"] and half(pattern) == part and _differs(unit, other):
            yield other, pattern


def _differs(unit: Unit, other: Unit) -> bool:
    """Whether another unit is plausible and means something else: nobody takes seconds for years."""
    if {unit["en"], other["en"]} <= _DOLLARS or unit is other:
        return False
    if unit["dimension"] != "time":
        return True
    order = [each["en"] for each in listed("units")]
    return abs(order.index(unit["en"]) - order.index(other["en"])) <= 2


def _english(text: str, part: Part) -> Iterator[Change]:
    by_name = {name: unit for unit in listed("units") for name in unit["en"].split("/")}
    names = "|".join(re.escape(name) for name in sorted(by_name, key=len, reverse=True))
    for match in re.finditer(rf"(?:{_NUMBER['en']})(?P<unit>{names})(?![\w-]| old| age| time)", text):
        unit = by_name[match.group("unit")]
        plural = match.group("unit") == unit["en"].split("/")[1]
        for other, pattern in _others(unit, part):
            new = other["en"].split("/")[plural]
            abbreviated = len(new) < 3, len(match.group("unit")) < 3
            clock = pattern.startswith("hour>") and re.search(r"\d{4}.$", text[: match.start("unit")])
            if abbreviated[0] == abbreviated[1] and not clock and not _odd_share(new, text, match.end()):
                yield Change(*match.span("unit"), new, pattern)


def _odd_share(new: str, text: str, end: int) -> bool:
    """ "Percentage points of the girls" is no English."""
    share = new.startswith(("percentage point", "basis point", "процентн", "базисн"))
    return share and re.match(r" of | [а-яё]", text[end:]) is not None


@cache
def _russian_units() -> Mapping[str, list[tuple[Unit, bool, frozenset[str]]]]:
    found: dict[str, list[tuple[Unit, bool, frozenset[str]]]] = defaultdict(list)
    for unit in listed("units"):
        if unit["ru"] and len(unit["ru"]) > 2:
            for plural in (False, True):
                for form, cases in by_form(_forms(unit, plural)).items():
                    found[form].append((unit, plural, cases))
    return found


@cache
def _counted(name: str, plural: bool) -> Mapping[str, str]:
    forms = dict(declined(name, plural=plural))
    if name == "год" and plural:
        forms |= {"Gen": "лет"}
    return forms


def _forms(unit: Unit, plural: bool) -> Mapping[str, str]:
    return _counted(unit["ru"], plural)


def _russian(text: str, part: Part) -> Iterator[Change]:
    units = _russian_units()
    names = "|".join(re.escape(name) for name in sorted(units, key=len, reverse=True))
    for match in re.finditer(rf"(?:{_NUMBER['ru']})(?P<unit>{names})(?![\w-])", text):
        readings = units[match.group("unit")]
        if re.search(r"(?:(?:19|20)\d\d|\b(?:в|после|до|с|к) \d+) $", text[: match.start("unit")]):
            continue
        for other, pattern in _others(readings[0][0], part):
            if len(other["ru"]) > 2 and gender(other["ru"])[1] == "Sing":
                new = {_forms(other, plural)[case] for _unit, plural, cases in readings for case in cases}
                if len(new) == 1 and not _odd_share(min(new), text, match.end()):
                    yield Change(*match.span("unit"), new.pop(), pattern)


def _chinese(text: str, part: Part) -> Iterator[Change]:
    by_name = {name: unit for unit in listed("units") for name in unit["zh"].split(";") if name}
    names = "|".join(re.escape(name) for name in sorted(by_name, key=len, reverse=True))
    for match in re.finditer(
        rf"(?:{_NUMBER['zh']})(?P<unit>{names})(?![年月日级度代际以间内龄素色性第\d])", text
    ):
        if re.search(r"(?:\d{3} ?|[第月○〇] ?\d*[一二三四五六七八九十]*|千)$", text[: match.start("unit")]):
            continue
        unit = by_name[match.group("unit")]
        for other, pattern in _others(unit, part):
            if other["zh"] and other["zh"] != unit["zh"]:
                yield Change(*match.span("unit"), other["zh"].split(";")[0], pattern)


def _signs(text: str, language: str, part: Part) -> Iterator[Change]:
    """Signs of currencies before a number, and shortened units after one."""
    for sign in _SYMBOLS["dollars"]:
        if language == "en" and sign in text:
            at = text.index(sign)
            for other in _SYMBOLS["others"]:
                if half(f"$>{other}") == part and (at == 0 or not text[at - 1].isalpha()):
                    yield Change(at, at + len(sign), other, f"$>{other}")
            return
    for short, other in _SHORT if language == "ru" else ():
        for match in re.finditer(rf"(?<=[\d.] ){re.escape(short)}(?!\w)", text):
            if half(f"{short}>{other}") == part:
                yield Change(*match.span(), other, f"{short}>{other}")
