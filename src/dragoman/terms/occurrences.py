"""Where the candidates of one language stand, as arrays; and which stand inside others."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Occurrences:
    """Occurrences by sentence, then by start: the number of the term, the sentence (counted through all texts
    of the language), start and end in its text; (n,) each.
    """

    term: Numbers
    sentence: Numbers
    start: Numbers
    end: Numbers

    def __len__(self) -> int:
        return len(self.term)

    @classmethod
    def of(cls, rows: NDArray[np.int64]) -> Occurrences:
        """From rows of term, sentence, start, end in any order, some of them twice."""
        distinct = np.unique(rows.reshape(-1, 4)[:, [1, 2, 3, 0]], axis=0)
        return cls(distinct[:, 3].copy(), distinct[:, 0].copy(), distinct[:, 1].copy(), distinct[:, 2].copy())

    def kept(self, which: NDArray[np.bool_]) -> Occurrences:
        """Those of the terms that are `which`, (m,) by term, which are numbered anew."""
        number = np.cumsum(which) - 1
        mine = which[self.term]
        return Occurrences(number[self.term[mine]], self.sentence[mine], self.start[mine], self.end[mine])

    def by_sentence(self, sentences: int) -> Numbers:
        """Where each sentence's occurrences begin, (sentences + 1,)."""
        return np.searchsorted(self.sentence, np.arange(sentences + 1))


@dataclass(frozen=True, slots=True)
class Nesting:
    """What stands inside what: for each pair of an `inner` and an `outer` term, how often; (k,) each.

    `nested` is how many occurrences of each term stand inside any other, (m,).
    """

    inner: Numbers
    outer: Numbers
    count: Numbers
    nested: Numbers

    def by(self, outer: NDArray[np.bool_]) -> Nesting:
        """Only what stands inside these terms, (m,)."""
        mine = outer[self.outer]
        return Nesting(self.inner[mine], self.outer[mine], self.count[mine], self.nested)

    def absorbed(self, counts: Numbers) -> NDArray[np.float64]:
        """The largest share of each term's occurrences that stands inside one other term, (m,)."""
        share = np.zeros(len(counts))
        np.maximum.at(share, self.inner, self.count / counts[self.inner])
        return share


def nesting(found: Occurrences, terms: int, sentences: int) -> Nesting:
    """Which of so many terms stand inside which others."""
    bounds = found.by_sentence(sentences)
    size = max(terms, 1)
    pairs: list[Numbers] = [np.zeros(0, dtype=np.int64)]
    nested = np.zeros(terms, dtype=np.int64)
    for first, last in _stretches(bounds):
        start, end, term = found.start[first:last], found.end[first:last], found.term[first:last]
        inside = (start[:, None] >= start) & (end[:, None] <= end)
        inside &= (end - start)[:, None] < (end - start)
        inner, outer = np.nonzero(inside)
        pairs.append(term[inner] * size + term[outer])
        np.add.at(nested, term[np.unique(inner)], 1)
    codes, count = np.unique(np.concatenate(pairs), return_counts=True)
    return Nesting(codes // size, codes % size, count, nested)


def _stretches(bounds: Numbers) -> Sequence[tuple[int, int]]:
    many = np.flatnonzero(np.diff(bounds) > 1)
    return list(zip(bounds[many].tolist(), bounds[many + 1].tolist(), strict=True))
