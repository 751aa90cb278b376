"""How unlike one level a stretch of a series is: the interval in it that stands out most.

Every interval that begins or ends with the stretch is looked at (a change from one level to another), and
intervals inside it whose lengths grow by half (a level that comes and goes). Each is compared with the rest
of the stretch by twice the logarithm of their likelihood ratio. Short intervals are many, so that one of them
always stands out: what an interval of its exposure gains by chance is taken off.

References: Dümbgen, L. and Spokoiny, V. 2001. Multiscale testing of qualitative hypotheses. Annals of
Statistics 29, 124-152; Frick, K., Munk, A. and Sieling, H. 2014. Multiscale change point inference. JRSS B
76, 495-580, eq. 6 (the term taken off); Walther, G. 2010. Optimal and fast detection of spatial clusters
with scan statistics. Annals of Statistics 38, 1010-1033 (few lengths do).
"""

from __future__ import annotations

from typing import TypeVar

import numpy as np
from numpy.random import Generator
from numpy.typing import NDArray

from dragoman.signals.segments import Counts, Floats, Kind, likelihood

_GROWTH = 1.5
_N = TypeVar("_N", np.int64, np.float64)


class Scan:
    """One stretch: what stands out in it, and what stands out in it by chance alone.

    `wide` says what chance is. False: each event falls on a document, or a unit of exposure, as likely as on
    any other of the stretch, given how many there are in all, so that the level itself need not be known.
    True: the periods come in any order, each with its count and exposure as they are.
    """

    def __init__(self, kind: Kind, counts: Counts, exposures: Floats, *, wide: bool = False) -> None:
        self._kind: Kind = kind
        self._counts, self._exposures = counts, exposures
        self._total, self._of = int(counts.sum()), float(exposures.sum())
        self._starts, self._ends = _intervals(len(counts))
        self._wide = wide
        self._inside = _sums(exposures[:, None], self._starts, self._ends)

    @property
    def can_differ(self) -> bool:
        """Whether there are counts that could stand in another order."""
        full = self._kind == "share" and self._total >= self._of
        return len(self._counts) > 1 and self._total > 0 and not full

    def observed(self) -> float:
        """How far the most striking interval stands out."""
        return float(self._standing_out(self._counts[:, None], self._inside)[0])

    def utmost(self) -> float:
        """How far one would stand out if the same counts stood together as closely as they can."""
        if self._wide:
            order = np.argsort(self._counts / self._exposures, kind="stable")
            inside = _sums(self._exposures[order][:, None], self._starts, self._ends)
            return float(self._standing_out(self._counts[order][:, None], inside)[0])
        room = self._inside if self._kind == "share" else np.full_like(self._inside, np.inf)
        together = np.minimum(room, self._total)
        return float(self._values(together, self._inside).max())

    def by_chance(self, generator: Generator, draws: int) -> Floats:
        """`draws` values of what `observed` gives, where there is one level."""
        if self._wide:
            order = generator.permuted(np.tile(np.arange(len(self._counts))[:, None], draws), axis=0)
            inside = self._inside
            if np.ptp(self._exposures) > 0:
                inside = _sums(self._exposures[order], self._starts, self._ends)
            return self._standing_out(self._counts[order], inside)
        if self._kind == "rate":
            drawn = generator.multinomial(self._total, self._exposures / self._of, draws)
        else:
            documents = self._exposures.astype(np.int64)
            drawn = generator.multivariate_hypergeometric(documents, self._total, draws, method="marginals")
        return self._standing_out(drawn.T, self._inside)

    def _standing_out(self, counts: NDArray[np.int64], inside: Floats) -> Floats:
        """The largest value of each column of counts (periods, draws)."""
        sums = _sums(counts, self._starts, self._ends)
        lowest = sums.min(axis=1, keepdims=True)
        width = int((sums.max(axis=1, keepdims=True) - lowest).max()) + 1
        if inside.shape[1] > 1 or width >= sums.shape[1]:
            values = self._values(sums, inside)
        else:
            # Few sums occur: each is worked out once and then looked up.
            possible = np.minimum(lowest + np.arange(width), self._total)
            if self._kind == "share":
                possible = np.minimum(possible, inside)
            table = self._values(possible, inside)
            rows = np.arange(len(table), dtype=sums.dtype)[:, None] * width
            values = table.ravel()[sums + (rows - lowest)]
        found: Floats = values.max(axis=0)
        return found

    def _values(self, sums: NDArray[np.generic], inside: Floats) -> Floats:
        k, kind = sums.astype(np.float64), self._kind
        if kind == "share":
            k = np.maximum(k, self._total - (self._of - inside))
        whole = likelihood(kind, np.array(self._total), np.array(self._of))
        gain = likelihood(kind, k, inside) + likelihood(kind, self._total - k, self._of - inside) - whole
        smaller = np.minimum(inside, self._of - inside)
        taken_off = np.sqrt(2 * np.log(np.e * self._of / smaller))
        values: Floats = np.sqrt(2 * np.maximum(gain, 0.0)) - taken_off
        return values


def _intervals(n: int) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
    """Starts and ends of the intervals that are looked at, of `n` periods."""
    pairs = [(0, end) for end in range(1, n)]
    length = 1
    while length <= n - 2:
        pairs += [(start, start + length) for start in range(1, n - length)]
        length = max(length + 1, int(length * _GROWTH))
    starts, ends = np.array(pairs, dtype=np.intp).reshape(-1, 2).T
    return starts, ends


def _sums(values: NDArray[_N], starts: NDArray[np.intp], ends: NDArray[np.intp]) -> NDArray[_N]:
    """(intervals, draws): sums over intervals of `values` (periods, draws)."""
    until = np.zeros((len(values) + 1, values.shape[1]), dtype=values.dtype)
    np.cumsum(values, axis=0, out=until[1:])
    sums: NDArray[_N] = until[ends] - until[starts]
    return sums
