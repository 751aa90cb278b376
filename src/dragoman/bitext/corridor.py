"""Where in the table of both texts the alignment can run: a rough path, and a corridor around it.

The path is the chain of sentence pairs with the greatest summed similarity above that of strangers, gaps free
(Smith and Waterman 1981, without gap costs). Long texts are first averaged into blocks, so that time stays
linear in the number of sentences.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from dragoman.bitext.similarity import Similarity, Vectors, similarity

Floats = NDArray[np.float32]
Integers = NDArray[np.int32]
Pair = tuple[int, int]

# A table of up to this many cells is searched whole; larger ones in blocks first.
_WHOLE = 1_500_000
# Rows of cells whose products are computed together: enough for one matrix product, few enough to stay
# narrow.
_ROWS_AT_ONCE = 32
# Of a corridor with at most so many cells, the neighbours of all cells are kept: 400 kB for each direction.
_FEW = 100_000
# Half-width, in blocks, of the corridor in which a blocked path is refined; a gap of more blocks than the
# second number on both sides gets stepping stones.
_BLOCKS_BESIDE, _BLOCKS_IN_GAP = 2, 24


@dataclass(frozen=True, slots=True)
class Corridor:
    """Cells (i, j): i source and j target sentences read so far. Row i holds the columns lo[i] .. hi[i]-1.

    Cells are numbered row by row; `rows` and `columns` give each cell's place, `start[i]` the first cell of
    row i. The number `size` stands for "outside".
    """

    lo: Integers
    hi: Integers
    start: Integers
    rows: Integers
    columns: Integers
    _shifted: dict[Pair, Integers] = field(default_factory=dict, repr=False)

    @property
    def size(self) -> int:
        """Number of cells."""
        return len(self.rows)

    def number(self, rows: Integers, columns: Integers) -> Integers:
        """The numbers of the cells at some places, `size` where a place is outside."""
        inside = (rows >= 0) & (rows < len(self.lo))
        safe = np.where(inside, rows, 0)
        inside &= (columns >= self.lo[safe]) & (columns < self.hi[safe])
        return np.where(inside, self.start[safe] + columns - self.lo[safe], self.size).astype(np.int32)

    def at(self, down: int, right: int) -> Integers:
        """For each cell the number of the cell that far down and right, `size` where that is outside."""
        key = (down, right)
        if key not in self._shifted:
            self._shifted[key] = self.number(self.rows + down, self.columns + right)
        return self._shifted[key]

    def near(self, down: int, right: int, cells: slice) -> Integers:
        """`at` for some of the cells; computed for all of them, and kept, only where these are few."""
        if self.size <= _FEW:
            return self.at(down, right)[cells]
        return self.number(self.rows[cells] + down, self.columns[cells] + right)

    def part(self, first: int, last: int) -> Corridor:
        """The rows from `first` up to `last` as a corridor, whose rows and cells are numbered from 0."""
        here = slice(self.start[first], self.start[last])
        start = self.start[first : last + 1] - self.start[first]
        rows = self.rows[here] - np.int32(first)
        return Corridor(self.lo[first:last], self.hi[first:last], start, rows, self.columns[here])


def corridor(n: int, m: int, path: Sequence[Pair], radius: int) -> Corridor:
    """All cells within `radius` rows and columns of the path, which is joined up from corner to corner."""
    low = np.full(n + 1, m, np.int32)
    high = np.zeros(n + 1, np.int32)
    previous = (0, 0)
    for i, j in [*path, (n, m)]:
        # Between two pairs nothing is known: the whole rectangle stays open.
        low[previous[0] : i + 1] = np.minimum(low[previous[0] : i + 1], previous[1])
        high[previous[0] : i + 1] = np.maximum(high[previous[0] : i + 1], j)
        previous = (i + 1, j + 1)
    padded_low = np.pad(low, radius, constant_values=m)
    padded_high = np.pad(high, radius, constant_values=0)
    windows = range(2 * radius + 1)
    lo = np.maximum(np.minimum.reduce([padded_low[k : k + n + 1] for k in windows]) - radius, 0)
    hi = np.minimum(np.maximum.reduce([padded_high[k : k + n + 1] for k in windows]) + radius, m) + 1
    width = hi - lo
    start = np.concatenate([[0], np.cumsum(width)]).astype(np.int32)
    rows = np.repeat(np.arange(n + 1, dtype=np.int32), width)
    columns = (np.arange(start[-1], dtype=np.int32) - start[rows] + lo[rows]).astype(np.int32)
    return Corridor(lo.astype(np.int32), hi.astype(np.int32), start, rows, columns)


def cell_products(cells: Corridor, left: Floats, right: Floats) -> Floats:
    """Dot product of the rows of `left` (n, d) and `right` (m, d) before each cell.

    Returns (cells + 1,): the last is 0 and stands for "outside".
    """
    products = np.zeros(cells.size + 1, np.float32)
    for top in range(1, len(cells.lo), _ROWS_AT_ONCE):
        bottom = min(top + _ROWS_AT_ONCE, len(cells.lo))
        first, last = int(cells.lo[top]), int(cells.hi[bottom - 1])
        table = np.zeros((bottom - top, last - first), np.float32)
        begin = max(first, 1)  # column 0 has no sentence before it
        np.matmul(left[top - 1 : bottom - 1], right[begin - 1 : last - 1].T, out=table[:, begin - first :])
        here = slice(int(cells.start[top]), int(cells.start[bottom]))
        products[here] = table[cells.rows[here] - top, cells.columns[here] - first]
    return products


def bridged(
    path: Sequence[Pair], lengths: tuple[Floats, Floats], widest: int
) -> tuple[list[Pair], frozenset[Pair]]:
    """The path with stepping stones in every gap of more than `widest` sentences on both sides.

    They follow the running length of both texts, so that a gap costs cells in proportion to its length and
    not to its area. Returns the longer path and the stones in it.
    """
    running = [np.concatenate([[0.0], np.cumsum(length, dtype=np.float64)]) for length in lengths]
    stones: set[Pair] = set()
    i, j = 0, 0
    for row, column in [*path, (len(lengths[0]), len(lengths[1]))]:
        if row - i > widest and column - j > widest:
            share = (running[0][i : row + 1] - running[0][i]) / (running[0][row] - running[0][i])
            places = running[1][j] + share * (running[1][column] - running[1][j])
            columns = np.clip(np.searchsorted(running[1], places), j, column - 1)
            last = j - 1
            for k in range(0, row - i, widest // 2):
                if columns[k] > last:
                    last = int(columns[k])
                    stones.add((i + k, last))
        i, j = row + 1, column + 1
    return sorted({*path, *stones}), frozenset(stones)


def _trace(table: list[Floats], lo: Integers) -> list[Pair]:
    """Walk back through the summed table, whose row i begins at column lo[i]; a pair is where it rises."""
    i = len(table) - 1
    j = int(lo[i]) + len(table[i]) - 1
    path = []
    while i > 0 and j > 0:
        here = table[i][j - lo[i]]
        above = j - lo[i - 1]
        if above < len(table[i - 1]) and above >= 0 and table[i - 1][above] >= here:
            i -= 1
        elif j - 1 >= lo[i] and table[i][j - 1 - lo[i]] >= here:
            j -= 1
        else:
            i, j = i - 1, j - 1
            path.append((i, j))
    return path[::-1]


def _chain(pair: Similarity, lo: Integers, hi: Integers) -> list[Pair]:
    """The best chain among the pairs (i, j) with lo[i] <= j < hi[i], bounds that never fall."""
    n = len(pair.source)
    bounds = np.concatenate([lo, lo[-1:]])
    table: list[Floats] = [np.zeros(int(hi[0] - lo[0]) + 1, np.float32)]
    step = 64
    for first in range(0, n, step):
        rows = slice(first, min(n, first + step))
        left, right = int(lo[rows].min()), int(hi[rows].max())
        gain = np.maximum(pair.margins(rows, slice(left, right)) - pair.stranger, 0)
        for i in range(rows.start, rows.stop):
            a, b = int(bounds[i + 1]), int(hi[i + 1]) if i + 1 < n else int(hi[i])
            # Sums over columns a..b of the next row; beyond this row's end its last sum holds.
            before, base = table[i], int(bounds[i])
            straight = np.concatenate([before[a - base :], np.full(b + 1 - base - len(before), before[-1])])
            begin, end = max(a, base + 1), int(hi[i]) + 1
            diagonal = (
                before[begin - 1 - base : end - 1 - base] + gain[i - first, begin - 1 - left : end - 1 - left]
            )
            own = straight[begin - a : end - a]
            np.maximum(own, diagonal, out=own)
            table.append(np.maximum.accumulate(straight))
    return _trace(table, bounds)


def _averaged(vectors: Vectors, size: int) -> Floats:
    edges = np.arange(0, len(vectors), size)
    averaged: Floats = np.add.reduceat(vectors.unit, edges, axis=0)
    return averaged


def rough_path(pair: Similarity) -> list[Pair]:
    """Pairs of sentences that surely stand near the true alignment, in rising order on both sides."""
    n, m = len(pair.source), len(pair.target)
    if n * m <= _WHOLE:
        return _chain(pair, np.zeros(n, np.int32), np.full(n, m, np.int32))
    size = int(np.ceil(np.sqrt(n * m / _WHOLE)))
    coarse = similarity(_averaged(pair.source, size), _averaged(pair.target, size))
    lengths = (np.ones(len(coarse.source), np.float32), np.ones(len(coarse.target), np.float32))
    blocks, _ = bridged(rough_path(coarse), lengths, _BLOCKS_IN_GAP)
    beside = corridor(len(coarse.source), len(coarse.target), blocks, _BLOCKS_BESIDE)
    block = np.arange(n) // size
    lo, hi = beside.lo[block] * size, np.minimum(beside.hi[block + 1] * size, m)
    return _chain(pair, lo.astype(np.int32), hi.astype(np.int32))
