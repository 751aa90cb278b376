"""All values that a side of a passage states, each once: references, then dates, then numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from dragoman.languages.model import Date, Number
from dragoman.languages.simplified import simplified
from dragoman.versions.side import Side
from dragoman.versions.values.item import Item, figure
from dragoman.versions.values.references import references, spelled
from dragoman.versions.values.units import unit_of, units_alone

_YEARS = re.compile(
    r"(?<![\d/.-])(?P<first>(?:19|20)\d\d)(?:\s?[/–—-]\s?(?=\d)|(?=\d{4}))"
    r"(?P<last>(?:(?:19|20)\d\d|\d\d))(?![\d/-]|[.,]\d)"
)
_PAGE_BEFORE = re.compile(
    r"(?:\bpp?\.|\bpages?|\bстр\.|\bс\.|\bстраниц\w*)\s?(?:[\d\s,–—-]|and|и)*$", re.IGNORECASE
)
_PAGE_AFTER = re.compile(r"\s?(?:[-–—至、和]\s?第?\d+\s?)*页")
_LOOK_BACK = 24
_LIST = re.compile(r"\s?(?:[-–—,、至到和与及或]|--)\s?|,?\s(?:to|or|and|и|или|до|по|и до)\s|")
_LABELLED = re.compile(r"\s?[.．)）、](?!\d)|\s?$")
_CENTURY = 100
_EARLIEST, _LATEST = 1000, 2999
_LONGEST_YEAR = 4


def contents(side: Side) -> list[Item]:
    """The values of a side, in order."""
    code = side.speech.code
    text = simplified(side.text) if code == "zh" else side.text
    length = max(1, len(text))
    found = list(_items(side, text, code))
    found.sort(key=lambda item: (item.start, item.end))
    return [replace(item, place=item.start / length) for item in _lent(text, found) if item.key]


def _lent(text: str, items: list[Item]) -> list[Item]:
    """Numbers with the unit that the last of a list lends them: 3, 4 and 5 kilometres."""
    lent: list[Item] = []
    for item in reversed(items):
        last = lent[-1] if lent else None
        if (
            last is not None
            and last.unit is not None
            and item.unit is None
            and item.family == last.family == "number"
            and item.kind == "cardinal"
            and not (item.value is not None and _EARLIEST <= item.value <= _LATEST)
            and _LIST.fullmatch(text, item.end, last.start)
        ):
            item = replace(item, unit=last.unit)
        lent.append(item)
    return lent[::-1]


def _items(side: Side, text: str, code: str) -> Iterator[Item]:
    dates = side.dates
    days = [(date.start, date.end) for date in dates]
    parts = references(text, code, days)
    taken = [(item.start, item.end) for item in parts]
    for date in dates:
        if _is_free(date.start, date.end, taken):
            yield _dated(date)
    years = [match for match in _YEARS.finditer(text) if _is_span(match) and _is_free(*match.span(), days)]
    for match in years:
        first, last = match["first"], match["last"]
        for key, span in ((first, "first"), (first[: 4 - len(last)] + last, "last")):
            yield Item(*match.span(span), 0.0, "number", (key,), Decimal(key))
    # A season such as 2014/15 reads as a symbol otherwise.
    taken = [
        span
        for span in taken
        if not any(match.start() < span[1] and span[0] < match.end() for match in years)
    ]
    yield from (item for item in parts if (item.start, item.end) in taken)
    taken.extend((*days, *(match.span() for match in years)))
    for number in side.numbers:
        if _is_free(number.start, number.end, taken):
            yield (item := spelled(text, number, code) or _numbered(text, number, code))
            unit = item.unit or unit_of(text, number.start, number.end, code, number.kind)
            taken.append((item.start, item.end if unit is None else max(item.end, unit.end)))
    for start, unit in units_alone(text, code):
        if _is_free(start, unit.end, taken):
            yield Item(start, unit.end, 0.0, "one", ("1",), Decimal(1), spelled=True, unit=unit)


def _is_free(start: int, end: int, taken: list[tuple[int, int]]) -> bool:
    return not any(start < last and first < end for first, last in taken)


def _is_span(match: re.Match[str]) -> bool:
    """Whether two years follow one another: 2014/15, 2014-2015."""
    first, last = int(match["first"]), int(match["last"])
    return last > (first % _CENTURY if last < _CENTURY else first)


def _dated(date: Date) -> Item:
    key = "-".join("" if part is None else str(part) for part in (date.year, date.month, date.day))
    return Item(date.start, date.end, 0.0, "date", (key,), date=date)


def _numbered(text: str, number: Number, code: str) -> Item:
    written = text[number.start : number.end]
    opening = (
        written.isdecimal()
        and not text[: number.start].strip(" (（[")
        and _LABELLED.match(text, number.end) is not None
    )
    counts = number.kind != "ordinal" and not opening and not is_year(number)
    return Item(
        number.start,
        number.end,
        0.0,
        "number",
        (figure(number.value),),
        number.value,
        number.kind,
        spelled=not any(map(str.isdigit, written)),
        is_page=_is_page(text, number),
        opening=opening,
        unit=unit_of(text, number.start, number.end, code, number.kind) if counts else None,
    )


def _is_page(text: str, number: Number) -> bool:
    return (
        _PAGE_AFTER.match(text, number.end) is not None
        or _PAGE_BEFORE.search(text, max(0, number.start - _LOOK_BACK), number.start) is not None
    )


def is_year(number: Number) -> bool:
    """Whether a number may be a year."""
    return (
        number.kind == "cardinal"
        and number.end - number.start <= _LONGEST_YEAR
        and _EARLIEST <= number.value <= _LATEST
        and number.value == number.value.to_integral_value()
    )
