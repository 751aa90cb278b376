"""All alignments at once: sums over every path through the corridor, and the best path.

The scores of beads make a conditional random field over monotone alignments (Lafferty, McCallum and Pereira
2001, semi-Markov as in Sarawagi and Cohen 2004, on two axes); forward and backward sums give each bead's
probability.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from dragoman.bitext.corridor import Corridor, Pair

Doubles = NDArray[np.float64]
Places = NDArray[np.intp]
Scores = Mapping[Pair, NDArray[np.floating[Any]]]

INSERTION: Pair = (0, 1)
# Rows of cells that are laid out together: enough for long array operations, few enough to stay in the cache.
_ROWS_AT_ONCE = 512


@dataclass(frozen=True, slots=True)
class Posterior:
    """Probability of each bead type at each cell, (cells,) each; the log of the sum over all alignments."""

    beads: dict[Pair, Doubles]
    log_total: float


@dataclass(frozen=True, slots=True)
class _Stretch:
    """Some rows of cells, with what a step from each to its neighbours needs.

    `cells` are its cells, and `edges` the first of them in each row and the end. For each bead but
    insertions, `other` (beads, cells) is the cell at the bead's other end, and `worth` (beads, cells) the
    bead's score. `steps` (cells,) holds the scores of insertions, 0 where a row begins.
    """

    rows: range
    cells: slice
    edges: list[int]
    other: Places
    worth: Doubles
    steps: Doubles

    def row(self, number: int) -> tuple[slice, slice]:
        """The cells of a row: their numbers, and their places in the arrays of the stretch."""
        first, last = self.edges[number - self.rows.start], self.edges[number - self.rows.start + 1]
        return slice(first, last), slice(first - self.cells.start, last - self.cells.start)


class Lattice:
    """The cells of a corridor with the score of every bead that may end in each.

    `scores` holds for each bead type an array (cells,), -inf where the bead is not possible.
    """

    def __init__(self, cells: Corridor, scores: Scores) -> None:
        self.cells = cells
        self.scores = scores
        self.down = tuple(bead for bead in scores if bead != INSERTION)

    def _stretches(self) -> list[range]:
        """All rows, some at a time."""
        count = len(self.cells.lo)
        return [range(top, min(top + _ROWS_AT_ONCE, count)) for top in range(0, count, _ROWS_AT_ONCE)]

    def _laid_out(self, rows: range, *, onward: bool = False) -> _Stretch:
        """Some rows, with the beads that end in each cell, or those that begin there."""
        edges = self.cells.start[rows.start : rows.stop + 1].tolist()
        here = slice(edges[0], edges[-1])
        sign = 1 if onward else -1
        neighbours = [self.cells.near(sign * a, sign * b, here) for a, b in self.down]
        other = np.stack(neighbours, dtype=np.intp)
        worth = np.empty(other.shape, np.float64)
        for bead, values, ends in zip(self.down, worth, other, strict=True):
            if onward:
                inside = ends < self.cells.size
                values[:] = np.where(inside, self.scores[bead][np.where(inside, ends, 0)], -np.inf)
            else:
                values[:] = self.scores[bead][here]
        steps = self.scores[INSERTION][here].astype(np.float64)
        steps[np.array(edges[:-1]) - here.start] = 0.0
        return _Stretch(rows, here, edges, other, worth, steps)

    def forward(self) -> Doubles:
        """Log of summed alignments from the beginning to each cell."""
        total = np.full(self.cells.size + 1, -np.inf)
        for rows in self._stretches():
            stretch = self._laid_out(rows)
            for row in rows:
                cells, here = stretch.row(row)
                base = np.logaddexp.reduce(total.take(stretch.other[:, here]) + stretch.worth[:, here])
                if row == 0:
                    base[0] = 0.0
                run = stretch.steps[here].cumsum()
                total[cells] = np.logaddexp.accumulate(base - run) + run
        return total

    def backward(self) -> Doubles:
        """Log of summed alignments from each cell to the end."""
        size = self.cells.size
        total = np.full(size + 1, -np.inf)
        for rows in reversed(self._stretches()):
            stretch = self._laid_out(rows, onward=True)
            for row in reversed(rows):
                cells, here = stretch.row(row)
                base = np.logaddexp.reduce(total.take(stretch.other[:, here]) + stretch.worth[:, here])
                if cells.stop == size:
                    base[-1] = 0.0
                run = stretch.steps[here].cumsum()
                total[cells] = np.logaddexp.accumulate((base + run)[::-1])[::-1] - run
        return total

    def posterior(self) -> Posterior:
        """Probability of each bead, over all alignments."""
        size = self.cells.size
        with np.errstate(invalid="ignore", divide="ignore"):
            forward, backward = self.forward(), self.backward()
            log_total = float(forward[size - 1])
            beads = {bead: np.empty(size, np.float64) for bead in self.scores}
            for rows in self._stretches():
                stretch = self._laid_out(rows)
                here = stretch.cells
                onward = backward[here] - log_total
                inserted = forward[self.cells.near(0, -1, here)] + self.scores[INSERTION][here]
                beads[INSERTION][here] = np.nan_to_num(np.exp(np.minimum(inserted + onward, 0.0)))
                logs = forward.take(stretch.other)
                logs += stretch.worth
                logs += onward
                chances = np.nan_to_num(np.exp(np.minimum(logs, 0.0, out=logs), out=logs), copy=False)
                for bead, values in zip(self.down, chances, strict=True):
                    beads[bead][here] = values
        return Posterior(beads, log_total)

    def best(self) -> list[tuple[Pair, int]]:
        """The path with the greatest sum of scores: bead types and the cells where they end, in order."""
        size = self.cells.size
        total = np.full(size + 1, -np.inf)
        choice = np.full(size, -1, np.int8)
        for rows in self._stretches():
            stretch = self._laid_out(rows)
            for row in rows:
                cells, here = stretch.row(row)
                sums = total.take(stretch.other[:, here])
                sums += stretch.worth[:, here]
                base = sums.max(axis=0)
                if row == 0:
                    base[0] = 0.0
                run = stretch.steps[here].cumsum()
                summed = np.maximum.accumulate(base - run) + run
                choice[cells] = np.where(summed > base + 1e-12, -1, sums.argmax(axis=0))
                total[cells] = summed
        return self._traced(choice)

    def _traced(self, choice: NDArray[np.int8]) -> list[tuple[Pair, int]]:
        """Walk back from the last cell; `choice` is the bead that ends in each cell, -1 an insertion."""
        lo, start = self.cells.lo.tolist(), self.cells.start.tolist()
        i, j = len(lo) - 1, int(self.cells.columns[-1])
        path: list[tuple[Pair, int]] = []
        while i or j:
            cell = start[i] + j - lo[i]
            kind = int(choice[cell])
            bead = INSERTION if kind < 0 else self.down[kind]
            path.append((bead, cell))
            i, j = i - bead[0], j - bead[1]
        return path[::-1]
