"""What speaks for and against each possible bead: one row of features for every bead type at every cell.

A bead of type (a, b) that ends in cell (i, j) joins the source sentences i-a .. i-1 and the target sentences
j-b .. j-1. Features of two-sided beads and of omissions (1-0, 0-1) are two separate lists.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from dragoman.bitext.corridor import Corridor, Pair, cell_products
from dragoman.bitext.profile import Profile, number_vectors, token_vectors
from dragoman.bitext.sides import Block, Side
from dragoman.bitext.similarity import Similarity

Floats = NDArray[np.float32]
Integers = NDArray[np.int32]

# Bead types with sentences on both sides; larger ones are too rare to learn.
TWO_SIDED: tuple[Pair, ...] = (
    (1, 1), (1, 2), (2, 1), (2, 2), (1, 3), (3, 1), (2, 3), (3, 2), (1, 4), (4, 1), (3, 3), (2, 4), (4, 2),
    (1, 5), (5, 1),
)  # fmt: skip
OMISSIONS: tuple[Pair, ...] = ((1, 0), (0, 1))
LARGEST = max(a for a, _ in TWO_SIDED)

# A larger bead that is no more alike than this share of what is usual in the texts is not looked at. Of the
# true ones of the dev texts one in 5,000 falls under this line.
_HOPELESS = 0.12
# A gap in the rough path of more sentences than this is a part that the other text has not, and says nothing
# of how closely the rest is translated: in the texts of the fit at most 8 in a row are left out.
_LONG_GAP = 10
# Rows of cells that are weighed together, and rows above and below that their features reach, with room.
_ROWS_AT_ONCE, _BESIDE = 512, 8
# Stands for "nothing there" where a block would reach past the corridor.
_ABSENT = -0.3


@dataclass(frozen=True, slots=True)
class Candidates:
    """Beads of one type: the cells where they end (k,), and their features (k, number of features)."""

    cells: Integers
    features: Floats


@dataclass(frozen=True, slots=True)
class Pairing:
    """Everything that is known of a pair of texts before beads are weighed.

    From the rough path's pairs: `usual`, their middle similarity, and `spread`, its standard deviation;
    `covered`, the share of the longer text's sentences that are in one, long gaps left aside; `ratio`, the
    middle length of target over source.
    """

    source: Profile
    target: Profile
    similarity: Similarity
    path: tuple[Pair, ...]
    corridor: Corridor
    usual: float
    spread: float
    covered: float
    ratio: float


def pairing(source: Profile, target: Profile, pair: Similarity, path: list[Pair], cells: Corridor) -> Pairing:
    """Estimate from the rough path how alike partners usually are in these texts, and how long."""
    usual, spread, ratio = 0.35, 0.12, float(target.length.sum() / source.length.sum())
    if len(path) >= 4 and not pair.blind:
        i, j = np.array(path).T
        margins = pair.of_pairs(path)
        usual, spread = float(np.median(margins)), float(margins.std())
        ratios = target.length[j] / source.length[i]
        order = np.argsort(ratios)
        weight = np.cumsum((source.length[i] + target.length[j])[order])
        ratio = float(ratios[order][np.searchsorted(weight, weight[-1] / 2)])
    covered = _covered(path, len(source), len(target))
    return Pairing(source, target, pair, tuple(path), cells, usual, spread, covered, ratio)


def _covered(path: list[Pair], n: int, m: int) -> float:
    gaps = np.diff([(-1, -1), *path, (n, m)], axis=0) - 1
    short = np.where(gaps > _LONG_GAP, 0, gaps).sum(axis=0)
    return len(path) / (len(path) + int(short.max())) if path else 0.0


def _side_by_side(columns: list[Floats]) -> Floats:
    """Columns as one table, laid out column by column: several times as fast to write as row by row."""
    return np.stack(columns).astype(np.float32, copy=False).T


def both_sides(pairing: Pairing) -> tuple[Side, Side]:
    """Either side as the features ask for it."""
    profiles = pairing.source, pairing.target
    scale = float(np.sqrt(pairing.ratio))
    structured = all(profile.structured for profile in profiles)
    named = sorted({"", *pairing.source.labels, *pairing.target.labels})
    codes = {label: code for code, label in enumerate(named)}
    labels = [np.array([codes[label] for label in p.labels], np.int32) for p in profiles]
    left, right = zip(number_vectors(*profiles), token_vectors(*profiles), strict=True)
    pair = pairing.similarity
    return (
        Side(pairing.source, pair.source, left, scale, labels[0], structured),
        Side(pairing.target, pair.target, right, 1 / scale, labels[1], structured),
    )


class Evidence:
    """Computes candidates and their features for one pairing, or for some rows of its corridor.

    `rows` are these rows; cells are then numbered from the first of them on. What lies near the edge of the
    rows is computed as if the corridor ended there: `stretches` leaves it out.
    """

    def __init__(
        self, pairing: Pairing, rows: range | None = None, sides: tuple[Side, Side] | None = None
    ) -> None:
        self.pairing = pairing
        rows = range(len(pairing.corridor.lo)) if rows is None else rows
        self._source, self._target = sides or both_sides(pairing)
        self._blind = pairing.similarity.blind
        self.cells = pairing.corridor.part(rows.start, rows.stop)
        self._rows, self._columns = self.cells.rows + np.int32(rows.start), self.cells.columns
        sources, targets = (
            (side.vectors.unit, side.numbers, side.tokens) for side in (self._source, self._target)
        )
        self._products = [
            cell_products(self.cells, left[rows.start :], right)
            for left, right in zip(sources, targets, strict=True)
        ]
        self._alike: dict[Pair, Floats] = {}
        self._sums: dict[tuple[int, Pair], Floats] = {}

    def _block_products(self, which: int, bead: Pair) -> Floats:
        """Sum of the products of all pairs in the block that ends in each cell, built from smaller blocks."""
        key = (which, bead)
        if key not in self._sums:
            a, b = bead
            if bead == (1, 1):
                total = self._products[which]
            elif a > 1:
                rest = self._block_products(which, (a - 1, b))
                total = self._block_products(which, (1, b)).copy()
                total[:-1] += rest[self.cells.at(-1, 0)]
            else:
                total = self._products[which].copy()
                total[:-1] += self._block_products(which, (1, b - 1))[self.cells.at(0, -1)]
            self._sums[key] = total
        return self._sums[key]

    def alike(self, bead: Pair) -> Floats:
        """Cosine above chance of the block that ends in each cell; `_ABSENT` outside the corridor."""
        if bead not in self._alike:
            a, b = bead
            left, right = self._source.norms(a, self._rows), self._target.norms(b, self._columns)
            cosine = self._block_products(0, bead)[:-1] / (left[0] * right[0])
            cosine -= 0.5 * (left[1] + right[1])
            cosine = np.where(self.cells.at(-a, -b) < self.cells.size, np.clip(cosine, -1, 1), _ABSENT)
            self._alike[bead] = np.append(cosine, _ABSENT).astype(np.float32)
        return self._alike[bead]

    def two_sided(self, bead: Pair) -> Candidates:
        """Candidates of a bead type with sentences on both sides."""
        a, b = bead
        alike = self.alike(bead)
        possible = self.cells.at(-a, -b) < self.cells.size
        if bead != (1, 1) and not self._blind:
            possible &= alike[:-1] > _HOPELESS * self.pairing.usual
        cells = np.nonzero(possible)[0].astype(np.int32)
        i, j = self._rows[cells], self._columns[cells]
        left, right = self._source.blocks(a, i), self._target.blocks(b, j)
        here = alike[cells]
        columns = [here, here - self.pairing.usual, here * here, *self._of_the_texts(len(cells))]
        columns += _length_features(left, right)
        columns += self._gain_features(cells, here, bead)
        columns += self._anchor_features(cells, left, right, bead)
        columns += self._mark_features(i, j, left, right)
        columns += self._structure_features(i, j, left, right)
        return Candidates(cells, _side_by_side(columns))

    def _of_the_texts(self, count: int) -> list[Floats]:
        """How loosely these two texts are translated, the same for every bead."""
        known = (self.pairing.usual, self.pairing.spread, self.pairing.covered)
        return [np.full(count, value, np.float32) for value in known]

    def _gain_features(self, cells: Integers, here: Floats, bead: Pair) -> list[Floats]:
        """What each sentence at an edge adds, and what one sentence more at an edge would add."""
        a, b = bead
        none = np.zeros_like(here)
        drops = []
        for size, smaller, shift in ((a, (a - 1, b), (-1, 0)), (b, (a, b - 1), (0, -1))):
            if size > 1:
                drops.append(here - self.alike(smaller)[cells])
                drops.append(here - self.alike(smaller)[self.cells.at(*shift)[cells]])
            else:
                drops += [none, none]
        present = [drop for drop in drops if drop is not none]
        more = []
        for larger, shift in (((a + 1, b), (1, 0)), ((a, b + 1), (0, 1))):
            if max(larger) <= 4 and sum(larger) <= 6:
                grown = self.alike(larger)
                more.append(grown[self.cells.at(*shift)[cells]] - here)
                more.append(grown[cells] - here)
            else:
                more += [none + _ABSENT, none + _ABSENT]
        return [*drops, np.minimum.reduce(present) if present else none, *more]

    def _anchor_features(self, cells: Integers, left: Block, right: Block, bead: Pair) -> list[Floats]:
        numbers = self._block_products(1, bead)[cells]
        tokens = self._block_products(2, bead)[cells]
        counted = left.number_mass > 0, right.number_mass > 0
        more = np.abs(left.number_mass - right.number_mass)
        return [
            numbers / np.maximum(left.number_norm * right.number_norm, 1e-3),
            _told(counted[0] & counted[1]), _told(counted[0] != counted[1]), np.minimum(more, 4) / 2,
            tokens / np.maximum(left.token_norm * right.token_norm, 1e-3),
            _told((left.token_mass > 0) & (right.token_mass > 0)), np.log1p(np.maximum(tokens, 0)) / 3,
        ]  # fmt: skip

    def _mark_features(self, i: Integers, j: Integers, left: Block, right: Block) -> list[Floats]:
        end = self._source.ending[i], self._target.ending[j]
        closings = left.closings - right.closings
        expected = right.clauses * np.float32(self._source.clauses / self._target.clauses)
        clauses = np.clip((left.clauses - expected) / np.sqrt(left.clauses + expected + 1), -3, 3)
        return [
            *end, np.abs(end[0] - end[1]), left.before, right.before, np.abs(left.before - right.before),
            np.clip(closings, -3, 3), np.minimum(np.abs(closings), 4), clauses, np.abs(clauses),
            np.minimum(np.abs(left.questions - right.questions), 2),
            np.minimum(np.abs(left.quotes - right.quotes), 3),
            left.lower, right.lower,
            left.numbered * right.numbered, np.abs(left.numbered - right.numbered),
            left.joints_mean, left.joints_most, right.joints_mean, right.joints_most,
        ]  # fmt: skip

    def _structure_features(self, i: Integers, j: Integers, left: Block, right: Block) -> list[Floats]:
        closes = self._source.opens[i], self._target.opens[j]
        labelled = left.label > 0, right.label > 0
        equal = left.label == right.label
        both = labelled[0] & labelled[1]
        return [
            left.opens * right.opens, np.abs(left.opens - right.opens),
            closes[0] * closes[1], np.abs(closes[0] - closes[1]),
            np.minimum(left.inner, 2), np.minimum(right.inner, 2),
            _told(both & equal), _told(both & ~equal), _told(labelled[0] != labelled[1]),
        ]  # fmt: skip

    def omission(self, bead: Pair) -> Candidates:
        """Candidates of 1-0 or 0-1: a sentence that the other side leaves out, wherever it can stand."""
        source_side = bead == (1, 0)
        down, right = bead
        cells = np.nonzero(self.cells.at(-down, -right) < self.cells.size)[0].astype(np.int32)
        i, j = self._rows[cells], self._columns[cells]
        own, place = (self._source, i) if source_side else (self._target, j)
        other, opposite = (self._target, j) if source_side else (self._source, i)
        one = self.alike((1, 1))

        def facing(step: int) -> Floats:
            """How alike the sentence is to the one `step` places on in the other text."""
            return one[(self.cells.at(0, step) if source_side else self.cells.at(step, 0))[cells]]

        near = [facing(step) for step in (-2, -1, 0, 1, 2, 3)]
        best = np.maximum.reduce(near)
        double = self.alike((2, 1) if source_side else (1, 2))
        before, after = self.cells.at(-down, -right)[cells], self.cells.at(1, 1)[cells]
        glued_before = double[cells] - one[before]
        glued_after = double[after] - one[after]
        glued_double = self.alike((2, 2))[cells] - self.alike((1, 2) if source_side else (2, 1))[before]
        sentence = own.blocks(1, place)
        columns = [
            best, best - self.pairing.usual, *near[1:5],
            glued_before, glued_after, np.maximum(glued_before, glued_after), glued_double,
            one[before], one[after],
            np.log(sentence.length) / 3 - 1, np.log(sentence.length / np.float32(own.mean_length)),
            own.ending[place], sentence.before, other.ending[opposite],
            sentence.closings, sentence.lower, sentence.numbered,
            np.minimum(sentence.number_mass, 3), _told(sentence.number_mass > 0), own.lower[place],
            sentence.opens, own.opens[place], other.opens[opposite],
            _told(sentence.label > 0), *self._of_the_texts(len(cells)),
        ]  # fmt: skip
        return Candidates(cells, _side_by_side(columns))

    def candidates(self) -> dict[Pair, Candidates]:
        """All candidates by bead type."""
        found = {bead: self.two_sided(bead) for bead in TWO_SIDED}
        found.update({bead: self.omission(bead) for bead in OMISSIONS})
        return found


def _told(truth: NDArray[np.bool_]) -> Floats:
    return truth.astype(np.float32)


def _length_features(left: Block, right: Block) -> list[Floats]:
    # Gale and Church 1993, p. 79, without their variance, which the weights learn.
    difference = (left.length - right.length) / np.sqrt(0.5 * (left.length + right.length) + 5)
    shorter, longer = np.minimum(left.length, right.length), np.maximum(left.length, right.length)
    return [
        difference / 3,
        np.abs(difference) / 3,
        np.minimum(difference * difference / 10, 6),
        np.log(longer / np.maximum(shorter, 1)),
        np.log(left.length + right.length) / 3 - 1.5,
        np.log(shorter) / 3 - 1,
    ]


def stretches(pairing: Pairing) -> Iterator[tuple[range, slice, Evidence]]:
    """The corridor some rows at a time, so that memory does not grow with the texts.

    Gives the numbers of the cells of these rows, the places of the same cells in the evidence, and the
    evidence.
    """
    sides = both_sides(pairing)
    start, count = pairing.corridor.start, len(pairing.corridor.lo)
    for top in range(0, count, _ROWS_AT_ONCE):
        bottom = min(top + _ROWS_AT_ONCE, count)
        rows = range(max(0, top - _BESIDE), min(count, bottom + _BESIDE))
        cells = range(int(start[top]), int(start[bottom]))
        shift = int(start[rows.start])
        yield cells, slice(cells.start - shift, cells.stop - shift), Evidence(pairing, rows, sides)
