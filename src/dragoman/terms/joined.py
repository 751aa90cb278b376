"""Long forms and their abbreviations among the terms of a collection."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dragoman.terms.abbreviations import abbreviations
from dragoman.terms.keys import key_of
from dragoman.terms.texts import Text

# Less sure ones are found by initials alone.
_SURE = 0.6
_SAYS = ("(", "（", "简称", "簡稱")


@dataclass(frozen=True, slots=True)
class Joined:
    """By key: the abbreviations of each long form, the usual ones first, and what each abbreviates."""

    short: Mapping[str, tuple[str, ...]]
    long: Mapping[str, str]


def joined(texts: Sequence[Text], code: str, keys: frozenset[str]) -> Joined:
    """The abbreviations that texts of one language explain, where both forms are terms."""
    times: Counter[tuple[str, str]] = Counter()
    for text in texts:
        for sentence in text.sentences:
            if any(sign in sentence for sign in _SAYS):
                for found in abbreviations(sentence, code):
                    pair = key_of(found.short, code), key_of(found.long, code)
                    if found.confidence >= _SURE and keys.issuperset(pair):
                        times[pair] += 1
    short: dict[str, tuple[str, ...]] = {}
    long: dict[str, str] = {}
    for (one, other), _count in sorted(times.items(), key=lambda each: (-each[1], each[0])):
        short[other] = (*short.get(other, ()), one)
        long.setdefault(one, other)
    return Joined(short, long)
