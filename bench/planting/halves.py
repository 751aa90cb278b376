"""The two halves of every open word list: words planted while tuning are never planted while judging.

An entry belongs to the half for tuning if the first hexadecimal digit of the SHA-256 of its key is even. The
key is the English name of the entry, or "one>other" where it is a pair that is exchanged, so that the forms
of an entry in all languages are in the same half. Closed lists stay whole, as no other words could be taken:
number words, names of months, modal verbs, the plain negations, nouns such as "article" before a number.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping
from functools import cache
from hashlib import sha256
from pathlib import Path

from bench.planting.model import Part

_WORDS = Path(__file__).parent / "words"


def half(key: str) -> Part:
    """The half to which an entry belongs."""
    return "tuning" if sha256(key.encode()).hexdigest()[0] in "02468ace" else "judging"


@cache
def listed(name: str) -> tuple[Mapping[str, str], ...]:
    """The rows of a word list."""
    with (_WORDS / f"{name}.tsv").open(encoding="utf-8", newline="") as file:
        return tuple(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def own(name: str, part: Part) -> Iterator[Mapping[str, str]]:
    """The rows of a word list that belong to a half, by their column `en`."""
    return (row for row in listed(name) if half(row["en"]) == part)
