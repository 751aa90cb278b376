"""Times of day, and lengths in hours and minutes, as hours."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from dragoman.languages.quantities.figures import blank
from dragoman.languages.quantities.number_characters import character_value
from dragoman.languages.quantities.numerals import EXACT, Found, Numerals, Rule

COLON = Rule((":",), re.compile(r"(?P<hour>[01]?\d|2[0-4]):(?P<minute>[0-5]\d)(?::[0-5]\d)?(?![\d:])"))
"""Times in figures, the same in every language."""
_NO_TIME_BEFORE = frozenset("0123456789.:,")
_NOON = 12
_HALF_PAST = 30


def find_times(lower: str, grammar: Numerals) -> list[Found]:
    """Times in a text in lower case, in order, as hours since midnight; seconds are left out."""
    found: list[Found] = []
    for rule in (*grammar.times, COLON):
        taken = [match for match in rule.matches(lower) if _stands_alone(lower, match.start())]
        for match in taken:
            found.extend(_hours(match, grammar))
        lower = blank(lower, (match.span() for match in taken))
    return sorted(found)


def _stands_alone(lower: str, start: int) -> bool:
    """Whether the figures that begin at an offset are not the end of longer ones."""
    return start == 0 or lower[start - 1] not in _NO_TIME_BEFORE


def _hours(match: re.Match[str], grammar: Numerals) -> Iterator[Found]:
    groups = match.groupdict()
    late = groups.get("late") is not None
    hour = _value(match["hour"], grammar)
    minute = _HALF_PAST if groups.get("half") else _value(groups.get("minute"), grammar)
    start, end = match.span()
    if groups.get("hour0") is not None:
        hour0 = _value(groups["hour0"], grammar)
        # 11 to 1 p.m. begins before noon.
        end0 = max(match.end("hour0"), match.end("minute0"))
        yield _time(start, end0, hour0, _value(groups.get("minute0"), grammar), late and hour0 <= hour)
        start = match.start("hour")
    early = groups.get("early") is not None and hour == _NOON
    yield _time(start, end, 0 if early else hour, minute, late)


def _time(start: int, end: int, hour: int, minute: int, late: bool) -> Found:
    hour += _NOON if late and hour < _NOON else 0
    return Found(start, end, EXACT.divide(Decimal(hour * 60 + minute), Decimal(60)))


def _value(word: str | None, grammar: Numerals) -> int:
    if word is None:
        return 0
    if word.isdecimal():
        return int(word)
    return (character_value(word, grammar.characters) if grammar.characters is not None else None) or 0
