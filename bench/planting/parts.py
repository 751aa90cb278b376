"""The lines that differences are planted in while tuning, and those for judging only.

United Nations: the documents whose name has an even first hexadecimal digit in SHA-256 are for tuning (2,065
lines), the others for judging (1,935). The legal code: the units of the licence BY are for tuning (65), for
judging what the five other licences have and BY has not (35), equal units once.
"""

from __future__ import annotations

from hashlib import sha256
from itertools import pairwise

from bench.corpora import Corpus, legal_code, united_nations
from bench.planting.model import Part

DOCUMENT = 500
"""About so many consecutive lines make a document."""


def nations(part: Part) -> Corpus:
    """The lines of a part of the development set of the United Nations, spaces made single."""
    whole = united_nations()
    own = [
        at
        for at, name in enumerate(whole.groups)
        if (sha256(name.encode()).hexdigest()[0] in "02468ace") == (part == "tuning")
    ]
    return _tidy(whole.part(own))


def code(part: Part) -> Corpus:
    """The distinct units of a part of the legal code."""
    whole = _tidy(legal_code())
    triples = list(zip(whole.units["ru"], whole.units["zh"], whole.units["en"], strict=True))
    tuning = {triple for triple, licence in zip(triples, whole.groups, strict=True) if licence == "by"}
    own: dict[tuple[str, str, str], int] = {}
    for at, triple in enumerate(triples):
        if (triple in tuning) == (part == "tuning"):
            own.setdefault(triple, at)
    return whole.part(sorted(own.values()))


def documents(corpus: Corpus) -> list[Corpus]:
    """The lines as documents of about DOCUMENT lines each, none much shorter than the others."""
    count = max(1, round(len(corpus) / DOCUMENT))
    edges = [round(at * len(corpus) / count) for at in range(count + 1)]
    return [corpus.part(list(range(first, last))) for first, last in pairwise(edges)]


def _tidy(corpus: Corpus) -> Corpus:
    units = {code: tuple(" ".join(unit.split()) for unit in each) for code, each in corpus.units.items()}
    return Corpus(corpus.name, units, corpus.groups)
