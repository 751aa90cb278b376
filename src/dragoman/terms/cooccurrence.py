"""Which terms of two languages occur in the same units of text, and which of them answer each other there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from dragoman.terms.occurrences import Occurrences

Numbers = NDArray[np.int64]
Floats = NDArray[np.float64]

# Pairs of terms that are counted at once: about 300 MB.
_AT_ONCE = 20_000_000


@dataclass(frozen=True, slots=True)
class Side:
    """One language of a bitext: its candidates, and the unit of each of their occurrences, by unit.

    `unit`, `term`, `start` and `end` are (n,), without occurrences that stand in no unit; `bounds` says where
    each unit's begin, (units + 1,). Starts and ends are counted through all sentences of a unit, so that no
    two places are the same. `units_of` is the number of units that each term occurs in.
    """

    unit: Numbers
    term: Numbers
    start: Numbers
    end: Numbers
    bounds: Numbers
    units_of: Numbers

    @classmethod
    def of(cls, places: Occurrences, terms: int, unit_of: Numbers, units: int) -> Side:
        """From the places of so many terms; `unit_of` is the unit of each sentence, -1 where it has none."""
        unit = unit_of[places.sentence]
        mine = np.flatnonzero(unit >= 0)
        mine = mine[np.argsort(unit[mine], kind="stable")]
        term = places.term[mine]
        # A sentence's place in the text of all sentences; its length does not matter, only that none overlap.
        offset = places.sentence[mine] << 20
        once = np.unique(unit[mine] * max(1, terms) + term) % max(1, terms)
        return cls(
            unit[mine],
            term,
            offset + places.start[mine],
            offset + places.end[mine],
            np.searchsorted(unit[mine], np.arange(units + 1)),
            np.bincount(once, minlength=terms),
        )


@dataclass(frozen=True, slots=True)
class Cooccurrence:
    """Pairs of terms by the numbers of `left` and `right`, and the number of units with both; (k,) each."""

    left: Numbers
    right: Numbers
    count: Numbers

    def kept(self, which: NDArray[np.bool_]) -> Cooccurrence:
        """Those that are `which`."""
        return Cooccurrence(self.left[which], self.right[which], self.count[which])


def cooccurrence(left: Side, right: Side, *, least: int = 2) -> Cooccurrence:
    """Pairs that occur together in `least` units or more."""
    width = max(1, len(right.units_of))
    parts: list[tuple[Numbers, Numbers]] = []
    waiting: list[Numbers] = []
    size = 0
    for mine, theirs in _units(left, right):
        a, b = np.unique(left.term[mine]), np.unique(right.term[theirs])
        waiting.append((a[:, None] * width + b).ravel())
        size += len(waiting[-1])
        if size >= _AT_ONCE:
            parts.append(_counted(waiting))
            waiting, size = [], 0
    if waiting:
        parts.append(_counted(waiting))
    if not parts:
        empty = np.zeros(0, dtype=np.int64)
        return Cooccurrence(empty, empty, empty)
    codes, place = np.unique(np.concatenate([part[0] for part in parts]), return_inverse=True)
    count = np.zeros(len(codes), dtype=np.int64)
    np.add.at(count, place, np.concatenate([part[1] for part in parts]))
    codes, count = codes[count >= least], count[count >= least]
    return Cooccurrence(codes // width, codes % width, count)


def linked(pairs: Cooccurrence, score: Floats, left: Side, right: Side) -> Numbers:
    """How often the two terms of each pair are linked when in each unit every place is linked once, best
    first.

    Reference: Melamed, I. D. 2000. Computational Linguistics 26(2), 221–249 (competitive linking).
    """
    width = max(1, len(right.units_of))
    codes = pairs.left * width + pairs.right
    links = np.zeros(len(codes), dtype=np.int64)
    if not len(codes):
        return links
    for mine, theirs in _units(left, right):
        wanted = left.term[mine][:, None] * width + right.term[theirs]
        at = np.minimum(np.searchsorted(codes, wanted), len(codes) - 1)
        a, b = np.nonzero(codes[at] == wanted)
        number = at[a, b]
        order = np.lexsort((b, a, -score[number]))
        free_left, free_right = [True] * wanted.shape[0], [True] * wanted.shape[1]
        counted: set[int] = set()
        for one, other, pair in zip(
            a[order].tolist(), b[order].tolist(), number[order].tolist(), strict=True
        ):
            if free_left[one] and free_right[other]:
                free_left[one] = free_right[other] = False
                counted.add(pair)
        links[list(counted)] += 1
    return links


def _units(left: Side, right: Side) -> Iterator[tuple[slice, slice]]:
    both = np.flatnonzero((np.diff(left.bounds) > 0) & (np.diff(right.bounds) > 0))
    for unit in both.tolist():
        yield (
            slice(int(left.bounds[unit]), int(left.bounds[unit + 1])),
            slice(int(right.bounds[unit]), int(right.bounds[unit + 1])),
        )


def _counted(codes: Sequence[Numbers]) -> tuple[Numbers, Numbers]:
    found, count = np.unique(np.concatenate(codes), return_counts=True)
    return found, count
