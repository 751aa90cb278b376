"""Words and figures that numbers are made of, in languages that write spaces."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from functools import cache
from typing import NamedTuple

from dragoman.languages.quantities.figures import Figure
from dragoman.languages.quantities.numerals import Numeral, Words

_WIDEST_JOINT = 8
"""Longest text between two words of one number: " and a ", " point "."""
_HEAD = 3
"""Compounds are looked up by their first letters before their pattern is tried."""


class Atom(NamedTuple):
    """A figure or a word of a number.

    `joint` is what stands between it and the next one: " " for a space or hyphen, a word such as "and", or
    "" where the two do not hang together.
    """

    start: int
    end: int
    numeral: Numeral
    is_figure: bool
    joint: str


def has_words(lower: str, words: Words) -> bool:
    """Whether a text in lower case may hold a number in words; quick."""
    tokens = words.letters.findall(lower)
    if not words.vocabulary.keys().isdisjoint(tokens):
        return True
    heads = _heads(words)
    if heads.isdisjoint([token[:_HEAD] for token in tokens]):
        return False
    return any(_compound(token, words) is not None for token in tokens if token[:_HEAD] in heads)


def number_atoms(lower: str, figures: Sequence[Figure], words: Words) -> list[Atom]:
    """Figures and number words of a text in lower case, in order."""
    vocabulary, heads = words.vocabulary, _heads(words)
    spans = [(one.start, one.end, Numeral(one.value), True) for one in figures]
    for match in words.letters.finditer(lower):
        token = match[0]
        numeral = vocabulary.get(token)
        if numeral is None and token[:_HEAD] in heads:
            numeral = _compound(token, words)
        if numeral is not None:
            spans.append((match.start(), match.end(), numeral, False))
    spans.sort(key=lambda span: span[0])
    atoms: list[Atom] = []
    for index, (start, end, numeral, is_figure) in enumerate(spans):
        following = spans[index + 1][0] if index + 1 < len(spans) else end + _WIDEST_JOINT + 1
        joint = _joint(lower[end:following], is_figure, words) if following - end <= _WIDEST_JOINT else ""
        atoms.append(Atom(start, end, numeral, is_figure, joint))
    return atoms


def _joint(between: str, after_figure: bool, words: Words) -> str:
    if between in words.joints or (after_figure and not between):
        return " "
    word = between.strip(" \u00a0-")
    return word if word in words.ands or word in words.withs or word in words.points else ""


def _compound(token: str, words: Words) -> Numeral | None:
    """The number in a solid compound such as «двадцатипятилетний»."""
    match = words.compound.match(token) if words.compound is not None else None
    if match is None:
        return None
    value = sum((words.compound_parts[part] for part in _part(words).findall(match["parts"])), Decimal(0))
    scale = words.compound_scales.get(match["scale"] or "")
    return Numeral(value if scale is None else value * scale)


@cache
def _heads(words: Words) -> frozenset[str]:
    return frozenset(part[:_HEAD] for part in words.compound_parts)


@cache
def _part(words: Words) -> re.Pattern[str]:
    return re.compile("|".join(sorted(words.compound_parts, key=len, reverse=True)))
