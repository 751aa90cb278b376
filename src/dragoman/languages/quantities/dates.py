"""Calendar dates of a text, in figures and in words.

A month alone is a date without a year and a day; a year alone is a number (see `numbers`). Days that
share a month, and dates that share a year ("16 and 17 May 2024", "5月16日至6月3日"), are dates of their own
with all that they share. A day that its month does not have makes no date.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import localcontext
from typing import NamedTuple

from dragoman.languages.model import Date
from dragoman.languages.quantities.figures import prepared
from dragoman.languages.quantities.number_characters import character_value
from dragoman.languages.quantities.number_words import read_words
from dragoman.languages.quantities.numeral_tables import table
from dragoman.languages.quantities.numerals import ROOMY, DateForms, Numerals, Words, cued, lowered

_NUMERIC_HINT = re.compile(r"[0-9][./-][0-9]{1,2}[./-][0-9]")
_YEAR_FIRST = re.compile(
    r"(?<![\w./-])(?P<year>[12]\d{3})(?P<sep>[-./])(?P<month>\d{1,2})(?P=sep)(?P<day>\d{1,2})(?!\d|[-./]\d)"
)
_YEAR_LAST = re.compile(
    r"(?<![\d.,/:-])(?P<day>\d{1,2})(?P<sep>[-./])(?P<month>\d{1,2})(?P=sep)(?P<year>[12]\d{3})(?!\d|[-./]\d)"
)
_DAY = re.compile(r"(?P<value>\d+|[〇零○一二三四五六七八九十廿卅]+)[日号號]?")
_NO_MONTH_BEFORE = re.compile(r"[A-Za-zА-Яа-яЁё\d.,个個几幾数數每零〇十百千]")
_NO_DAY_BEFORE = re.compile(r"[A-Za-zА-Яа-яЁё\d./$_]")
_LENGTHS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
"""Days of the months in a leap year."""
_FEBRUARY = 2
_SHORTEST_MONTH = 28
_BEFORE = 48
"""How far back days, a year or a preposition are looked for."""
_EARLIEST, _LATEST = 1000, 2999
_DAYS_IN_WORDS = 60
_YEAR_IN_WORDS = 80


class _Day(NamedTuple):
    start: int
    end: int
    day: int | None


class _Part(NamedTuple):
    """A month with what stands around it: days, or one empty day, and perhaps a year."""

    start: int
    end: int
    year: int | None
    month: int
    days: tuple[_Day, ...]
    shy: bool


def dates(text: str, code: str) -> list[Date]:
    """Dates of a text in the language of a BCP 47 code, in order and without overlap.

    Languages without a table of their own have numeric dates only; of 5/6/2024 the day is read
    first. Never raises on any text.
    """
    grammar = table(code)
    clean = prepared(text)
    lower = clean if grammar.dates is None or grammar.dates.capitals else lowered(clean)
    return find_dates(clean, lower, grammar)


def find_dates(text: str, lower: str, grammar: Numerals) -> list[Date]:
    """Dates of a text that `figures.prepared` has been over, given in its own and in lower case."""
    forms = grammar.dates
    searched = text if forms is None or forms.capitals else lower
    is_named = forms is not None and cued(searched, forms.cues)
    is_numeric = _NUMERIC_HINT.search(text) is not None
    if not is_named and not is_numeric:
        return []
    with localcontext(ROOMY):
        found = list(_numeric(text)) if is_numeric else []
        if is_named and forms is not None:
            found.extend(_named(searched, grammar, forms))
    if len(found) < 2:
        return found
    found.sort(key=lambda date: (date.start, -date.end))
    return [date for index, date in enumerate(found) if index == 0 or date.start >= found[index - 1].end]


def _exists(year: int | None, month: int, day: int | None) -> bool:
    if not 1 <= month <= len(_LENGTHS):
        return False
    if day is None or 1 <= day <= _SHORTEST_MONTH:
        return True
    has_leap_day = year is None or (year % 4 == 0 and (year % 100 != 0 or year % 400 == 0))
    return 0 < day <= _LENGTHS[month - 1] - (0 if has_leap_day or month != _FEBRUARY else 1)


def _numeric(text: str) -> Iterator[Date]:
    for pattern in (_YEAR_FIRST, _YEAR_LAST):
        for match in pattern.finditer(text):
            year, month, day = int(match["year"]), int(match["month"]), int(match["day"])
            if pattern is _YEAR_LAST and match["sep"] == "/" and month > len(_LENGTHS):
                month, day = day, month
            if _exists(year, month, day):
                yield Date(match.start(), match.end(), year, month, day)


def _named(text: str, grammar: Numerals, forms: DateForms) -> Iterator[Date]:
    """Dates with a named month (or a month marked as such), with shared years filled in."""
    parts = _parts(text, grammar, forms)
    for chain in _chains(text, parts, forms) if len(parts) > 1 else [parts]:
        if len(chain) > 1:
            chain = _with_shared_year(chain, forms)
        for part in chain:
            if part.shy and part.year is None and len(chain) == 1:
                continue
            if all(_exists(part.year, part.month, day.day) for day in part.days):
                for day in part.days:
                    yield Date(day.start, day.end, part.year, part.month, day.day)


def _with_shared_year(chain: list[_Part], forms: DateForms) -> list[_Part]:
    shared: int | None = None
    filled: list[_Part] = []
    for part in chain if forms.year_first else reversed(chain):
        shared = part.year or shared
        filled.append(part._replace(year=shared))
    return filled if forms.year_first else filled[::-1]


def _chains(text: str, parts: list[_Part], forms: DateForms) -> Iterator[list[_Part]]:
    """Parts that hang together by "to", "and" and the like."""
    chain: list[_Part] = []
    for part in parts:
        if chain and not forms.link.fullmatch(text, chain[-1].end, part.start):
            yield chain
            chain = []
        chain.append(part)
    if chain:
        yield chain


def _parts(text: str, grammar: Numerals, forms: DateForms) -> list[_Part]:
    parts: list[_Part] = []
    at = 0
    while (match := forms.month.search(text, at)) is not None:
        at = match.end()
        if match.start() and _NO_MONTH_BEFORE.match(text, match.start() - 1):
            continue
        part = _part(text, match, parts[-1].end if parts else 0, grammar, forms)
        if part is not None:
            parts.append(part)
            at = part.end
    return parts


def _part(text: str, match: re.Match[str], free: int, grammar: Numerals, forms: DateForms) -> _Part | None:
    """A month with its days and year; `free` is where the date before it ends."""
    name = match["month"].lower()
    month = forms.months.get(name) or _value(name, grammar)
    if month is None:
        return None
    start, end = match.span()
    before = forms.before.search(text, max(free, start - _BEFORE), start)
    while before is not None and before.start() and _NO_DAY_BEFORE.match(text, before.start() - 1):
        # Of "from 2011 to 22 December" the end of the year is no day, but 22 is.
        before = forms.before.search(text, before.start() + 1, start)
    days: tuple[_Day, ...] = ()
    year: int | None = None
    if before is not None:
        start = before.start()
        if forms.year_first:
            year = _value(before["year"], grammar)
        else:
            days = _days(before, grammar)
    if not days and forms.days_after is not None and (after := forms.days_after.match(text, end)):
        days, end = _days(after, grammar), after.end()
    if year is None and forms.year_after is not None and (after := forms.year_after.match(text, end)):
        year, end = _value(after["year"], grammar), after.end()
    if days:
        return _spread(start, end, year, month, days)
    if grammar.words is not None and forms.day_word is not None:
        spelled = _spelled_days(text, start, forms.day_word, forms.link, grammar.words)
        if spelled:
            spelled_year = None if year else _spelled_year(text, end, forms, grammar.words)
            year, end = spelled_year or (year, end)
            return _spread(spelled[0].start, end, year, month, spelled)
    shy = name in forms.shy_months and year is None
    if shy and forms.shy_before is not None:
        shy = not forms.shy_before.search(text[max(0, start - _BEFORE) : start].lower())
    return _Part(start, end, year, month, (_Day(start, end, None),), shy)


def _spread(start: int, end: int, year: int | None, month: int, days: tuple[_Day, ...]) -> _Part:
    """A part whose days reach from its start to its end."""
    if len(days) == 1:
        return _Part(start, end, year, month, (_Day(start, end, days[0].day),), shy=False)
    first, *middle, last = days
    spread = (first._replace(start=start), *middle, last._replace(end=end))
    return _Part(start, end, year, month, spread, shy=False)


def _days(match: re.Match[str], grammar: Numerals) -> tuple[_Day, ...]:
    """The days of a match."""
    alone = match["days"]
    if alone.isdecimal():
        return (_Day(*match.span("days"), int(alone)),)
    return tuple(
        _Day(day.start(), day.end(), _value(day["value"], grammar))
        for day in _DAY.finditer(match.string, *match.span("days"))
    )


def _value(word: str, grammar: Numerals) -> int | None:
    """The value of a day, month or year in figures or characters."""
    if word.isdecimal():
        return int(word)
    return character_value(word, grammar.characters) if grammar.characters is not None else None


def _spelled_days(
    text: str, start: int, day_word: re.Pattern[str], link: re.Pattern[str], words: Words
) -> tuple[_Day, ...]:
    """The days in words before a month that begins at `start`: the sixteenth of May."""
    left = max(0, start - _DAYS_IN_WORDS)
    before = lowered(text[left:start])
    days: list[_Day] = []
    for one in reversed(read_words(before, (), words)):
        gap = (
            link.fullmatch(before, one.end, days[0].start - left)
            if days
            else day_word.fullmatch(before, one.end)
        )
        if gap is None or one.kind != "ordinal":
            break
        days.insert(0, _Day(left + one.start, left + one.end, int(one.value)))
    return tuple(days)


def _spelled_year(text: str, end: int, forms: DateForms, words: Words) -> tuple[int, int] | None:
    """The year in words after a month, and where it ends: two thousand and twenty-four."""
    after = lowered(text[end : end + _YEAR_IN_WORDS])
    gap = forms.year_word.match(after) if forms.year_word is not None else None
    years = read_words(after, (), words) if gap is not None else []
    if gap is None or not years or years[0].start != gap.end():
        return None
    year, last = int(years[0].value), years[0].end
    if year < 100 and len(years) > 1 and years[1].start == last + 1 and 10 <= years[1].value < 100:
        year, last = year * 100 + int(years[1].value), years[1].end  # nineteen ninety-four
    if forms.year_close is not None:
        closing = forms.year_close.match(after, last)
        if closing is None:
            return None
        last = closing.end()
    return (year, end + last) if _EARLIEST <= year <= _LATEST else None
