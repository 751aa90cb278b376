"""All alignments at once: sums over every path through the corridor, and the best path.

The scores of beads make a conditional random field over monotone alignments (Lafferty, McCallum and Pereira
2001, semi-Markov as in Sarawagi and Cohen 2004, on two axes); forward and backward sums give each bead's
probability.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from dragoman.bitext.corridor import Corridor, Pair

Doubles = NDArray[np.float64]
Integers = NDArray[np.int32]

INSERTION: Pair = (0, 1)


@dataclass(frozen=True, slots=True)
class Posterior:
    """Probability of each bead type at each cell, (cells,) each; the log of the sum over all alignments."""

    beads: dict[Pair, Doubles]
    log_total: float


def _log_sum(values: Doubles) -> Doubles:
    """Log of summed exponentials over the first axis; -inf where all are."""
    top = values.max(axis=0)
    safe = np.where(np.isfinite(top), top, 0.0)
    total: Doubles = np.log(np.exp(values - safe).sum(axis=0)) + safe
    return total


class Lattice:
    """The cells of a corridor with the score of every bead that may end in each.

    `scores` holds for each bead type an array (cells,), -inf where the bead is not possible.
    """

    def __init__(self, cells: Corridor, scores: Mapping[Pair, Doubles]) -> None:
        self.cells = cells
        self.scores = scores
        self.down = tuple(bead for bead in scores if bead != INSERTION)

    def _outside(self, values: Doubles) -> Doubles:
        return np.append(values, -np.inf)

    def _inserted(self, first: int, last: int) -> Doubles:
        """Summed scores of a run of insertions from the row's first cell to each of its cells."""
        steps = self.scores[INSERTION][first:last].copy()
        steps[0] = 0.0
        return np.cumsum(steps)

    def forward(self) -> Doubles:
        """Log of summed alignments from the beginning to each cell."""
        size, start = self.cells.size, self.cells.start
        arrive = np.stack([self.cells.at(-a, -b) for a, b in self.down])
        scores = np.stack([self.scores[bead] for bead in self.down])
        total = np.full(size + 1, -np.inf)
        for row in range(len(start) - 1):
            first, last = start[row], start[row + 1]
            if row == 0:
                base = np.full(last - first, -np.inf)
                base[0] = 0.0
            else:
                base = _log_sum(total[arrive[:, first:last]] + scores[:, first:last])
            run = self._inserted(first, last)
            total[first:last] = np.logaddexp.accumulate(base - run) + run
        return total

    def backward(self) -> Doubles:
        """Log of summed alignments from each cell to the end."""
        size, start = self.cells.size, self.cells.start
        leave = np.stack([self.cells.at(a, b) for a, b in self.down])
        onward = np.stack([self._outside(self.scores[bead])[self.cells.at(*bead)] for bead in self.down])
        total = np.full(size + 1, -np.inf)
        for row in range(len(start) - 2, -1, -1):
            first, last = start[row], start[row + 1]
            if last == size:
                base = np.full(last - first, -np.inf)
                base[-1] = 0.0
            else:
                base = _log_sum(total[leave[:, first:last]] + onward[:, first:last])
            run = self._inserted(first, last)
            total[first:last] = np.logaddexp.accumulate((base + run)[::-1])[::-1] - run
        return total

    def posterior(self) -> Posterior:
        """Probability of each bead, over all alignments."""
        size = self.cells.size
        with np.errstate(invalid="ignore", divide="ignore"):
            forward, backward = self.forward(), self.backward()
            log_total = float(forward[size - 1])
            beads = {}
            for bead, scores in self.scores.items():
                logs = forward[self.cells.at(-bead[0], -bead[1])] + scores + backward[:-1] - log_total
                beads[bead] = np.nan_to_num(np.exp(np.minimum(logs, 0.0)))
        return Posterior(beads, log_total)

    def best(self) -> list[tuple[Pair, int]]:
        """The path with the greatest sum of scores: bead types and the cells where they end, in order."""
        size, start = self.cells.size, self.cells.start
        arrive = np.stack([self.cells.at(-a, -b) for a, b in self.down])
        scores = np.stack([self.scores[bead] for bead in self.down])
        total = np.full(size + 1, -np.inf)
        choice = np.full(size, -1, np.int8)
        for row in range(len(start) - 1):
            first, last = start[row], start[row + 1]
            if row == 0:
                base = np.full(last - first, -np.inf)
                base[0] = 0.0
            else:
                sums = total[arrive[:, first:last]] + scores[:, first:last]
                choice[first:last] = sums.argmax(axis=0)
                base = sums.max(axis=0)
            run = self._inserted(first, last)
            summed = np.maximum.accumulate(base - run) + run
            choice[first:last][summed > base + 1e-12] = -1
            total[first:last] = summed
        path: list[tuple[Pair, int]] = []
        cell = size - 1
        while cell > 0:
            kind = choice[cell]
            bead = INSERTION if kind < 0 else self.down[kind]
            path.append((bead, cell))
            cell = cell - 1 if kind < 0 else int(arrive[kind, cell])
        return path[::-1]
