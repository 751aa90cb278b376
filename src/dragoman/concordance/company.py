"""The words that keep company with a formulation: more frequent in its sentences than elsewhere."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

# A word counts as company from so many sentences on, and from 1 in 1,000 by chance (chi-squared, 1 degree).
_FEWEST = 3
_G2 = 10.83


@dataclass(frozen=True, slots=True)
class Companion:
    """A lemma: in how many of the sentences, how often by chance, and the evidence for more than that.

    Reference: Dunning, T. 1993. Accurate methods for the statistics of surprise and coincidence.
    Computational Linguistics 19, 61-74 (p. 71-72, the log-likelihood ratio).
    """

    lemma: str
    count: int
    expected: float
    g2: float


def companions(
    sentences: Iterable[Sequence[str]],
    elsewhere: Mapping[str, int],
    total: int,
    *,
    without: Collection[str] = (),
    limit: int = 20,
) -> tuple[Companion, ...]:
    """The lemmas that stand in these sentences more often than elsewhere, the surest first.

    `sentences` are lemmas of each; `elsewhere` in how many other sentences each lemma stands, of `total`.
    Lemmas in `without` (the formulation's own) are left out. A sentence counts a lemma once.
    """
    found: Counter[str] = Counter()
    number = 0
    for sentence in sentences:
        found.update(set(sentence))
        number += 1
    chosen = []
    for lemma, count in found.items():
        other = elsewhere.get(lemma, 0)
        if count < _FEWEST or lemma in without or count * total <= other * number:
            continue
        g2 = log_likelihood(count, number, other, total)
        if g2 >= _G2:
            expected = number * (count + other) / (number + total)
            chosen.append(Companion(lemma, count, expected, g2))
    return tuple(sorted(chosen, key=lambda one: (-one.g2, one.lemma))[:limit])


def log_likelihood(count: int, of: int, other: int, other_of: int) -> float:
    """Twice the logarithm of the likelihood ratio of two shares against one."""
    both = (count + other) / (of + other_of)
    cells = (
        (count, of * both),
        (of - count, of * (1 - both)),
        (other, other_of * both),
        (other_of - other, other_of * (1 - both)),
    )
    return 2 * math.fsum(k * math.log(k / expected) for k, expected in cells if k)
