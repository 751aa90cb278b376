"""Patterns that find units in a text, and what a found word means."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from dragoman.versions.values.unit_names import MEASURES, SIGNS, WORDS

_ENDS = {"en": r"(?![A-Za-z\d])", "ru": r"(?![А-Яа-яЁёA-Za-z\d])", "zh": ""}
_FILLERS: Mapping[str, str] = {
    "en": (
        r"\]?(?:\s\([^()]{1,24}\))?(?:\sor\s(?:more|less|fewer))?[\s-]*"
        r"(?:(?:of|full|complete|whole|consecutive|successive|additional|more|further|other|current|such|"
        r"previous|preceding|past|last|next|following)\s){0,3}"
    ),
    "ru": (
        r"[.\]]?(?:\s\([^()]{1,24}\))?(?:\s(?:и|или)\s(?:более|менее))?[\s-]*"
        r"(?:[а-я]{3,}(?:ых|их|ый|ой|ого|ем)\s){0,3}?"
    ),
    "zh": (
        r"(?:[（(][^()（）]{1,12}[)）])?\s?(?:多|余|几|整|来)?(?:或以上|或更多|以上)?"
        r"(?:个?完整的?|个?连续|连续)?"
    ),
}
"""What may stand between a number and its unit."""
_ONE: Mapping[str, str] = {
    "en": (
        r"\b(?:(?:one|an?|single|per|each|every|the|this|that|last|next|past|previous|following|same)\s"
        r"(?:\(1\)\s|(?:single|full|entire|whole|further|additional|past|last|next|same)\s)?)?"
    ),
    # «Повестка дня» is an agenda.
    "ru": r"(?<!\w)(?<!повестка\s)(?<!повестки\s)(?<!повестке\s)(?<!повестку\s)(?<!повесткой\s)",
    "zh": (
        r"(?<![第十百千万亿])(?:(?:过去|每|这|同|前|上|下|近)?一|每|这|本|当|同|去|今(?=年|后)|明|次|全|整|"
        r"近?几|近?数|若干|近|多|往|历)"
    ),
}
"""What stands before a unit that has no number: a month, 每周, «в течение года»."""
_ALONE = frozenset({"time", "length", "area", "mass", "volume", "money", "power", "energy"})
"""What units without a number are read of."""


@cache
def after_number(code: str) -> re.Pattern[str]:
    """A unit, group "unit", after a number, with what may stand between."""
    return re.compile(rf"{_FILLERS[code]}(?P<unit>{_any_of(code, frozenset())}){_ENDS[code]}", re.IGNORECASE)


@cache
def without_number(code: str) -> re.Pattern[str]:
    """A unit, the last group, that has no number. In Chinese one of time has a word before it."""
    if code == "zh":
        times = _any_of(code, frozenset({"time"}))
        # 以美元计算; a single character is as often part of another word.
        others = _any_of(code, _ALONE - {"time"}, shortest=2)
        return re.compile(rf"{_ONE[code]}(?P<unit>{times})|(?P<alone>{others})")
    return re.compile(rf"{_ONE[code]}(?P<unit>{_any_of(code, _ALONE)}){_ENDS[code]}", re.IGNORECASE)


@cache
def meanings(code: str, written: str) -> frozenset[str]:
    """The units that a word may mean."""
    return frozenset(
        name
        for name, words in WORDS[code].items()
        if any(re.fullmatch(_spaced(word), written, re.IGNORECASE) for word in words)
    )


@cache
def sign_before() -> re.Pattern[str]:
    """A sign of money at the end of what stands before an amount."""
    signs = "|".join(sorted(map(re.escape, SIGNS), key=len, reverse=True))
    return re.compile(rf"(?P<sign>{signs})\s?$")


def _any_of(code: str, dimensions: frozenset[str], shortest: int = 1) -> str:
    """A pattern of all words of units of some dimensions, of all where none is given, the longest first."""
    words = {
        _spaced(word)
        for name, listed in WORDS[code].items()
        for word in listed
        if (not dimensions or MEASURES[name][0] in dimensions) and len(word) >= shortest
    }
    return "|".join(sorted(words, key=len, reverse=True))


def _spaced(word: str) -> str:
    """The pattern of a word of the tables: _ stands for a space or a hyphen, also within brackets."""
    return word.replace("_", r"\s\u00a0" if "[_" in word else r"[\s\u00a0-]?")
