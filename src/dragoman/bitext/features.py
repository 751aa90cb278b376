"""What speaks for and against each possible bead: one row of features for every bead type at every cell.

A bead of type (a, b) that ends in cell (i, j) joins the source sentences i-a .. i-1 and the target sentences
j-b .. j-1. Features of two-sided beads and of omissions (1-0, 0-1) are two separate lists.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from dragoman.bitext.corridor import Corridor, Pair, cell_products
from dragoman.bitext.profile import (
    CLAUSES,
    CLOSINGS,
    ENDING,
    LOWER,
    NUMBERED,
    QUESTIONS,
    QUOTES,
    Profile,
    number_vectors,
    token_vectors,
)
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


@dataclass(frozen=True, slots=True)
class _Anchors:
    """Numbers, or tokens: products at the cells; each side's running weights and lengths of blocks."""

    products: Floats
    masses: tuple[Floats, Floats]
    norms: tuple[dict[int, Floats], dict[int, Floats]]


def pairing(source: Profile, target: Profile, pair: Similarity, path: list[Pair], cells: Corridor) -> Pairing:
    """Estimate from the rough path how alike partners usually are in these texts, and how long."""
    usual, spread, ratio = 0.35, 0.12, float(target.length.sum() / source.length.sum())
    if len(path) >= 4 and not pair.blind:
        i, j = np.array(path).T
        products = np.einsum("ij,ij->i", pair.source.unit[i], pair.target.unit[j])
        margins = products - 0.5 * (pair.source.chance[i] + pair.target.chance[j])
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


def _running(values: Floats) -> Floats:
    """Prefix sums with a leading zero, along the first axis."""
    return np.concatenate(
        [np.zeros((1, *values.shape[1:])), np.cumsum(values, axis=0, dtype=np.float64)]
    ).astype(np.float32)


def _side_by_side(columns: list[Floats]) -> Floats:
    """Columns as one table, laid out column by column: several times as fast to write as row by row."""
    return np.stack(columns).astype(np.float32, copy=False).T


class Evidence:
    """Computes candidates and their features for one pairing."""

    def __init__(self, pairing: Pairing) -> None:
        self.pairing = pairing
        self.cells = pairing.corridor
        self._rows, self._columns = self.cells.rows, self.cells.columns
        pair = pairing.similarity
        self._products = cell_products(self.cells, pair.source.unit, pair.target.unit)
        sizes = range(1, LARGEST + 1)
        self._norms = (
            {k: pair.source.norms(k)[self._rows] for k in sizes},
            {k: pair.target.norms(k)[self._columns] for k in sizes},
        )
        self._chances = (
            {k: pair.source.chances(k)[self._rows] for k in sizes},
            {k: pair.target.chances(k)[self._columns] for k in sizes},
        )
        self._alike: dict[Pair, Floats] = {}
        self._sums: dict[tuple[int, Pair], Floats] = {}
        self._lay_out_sides()
        self._lay_out_anchors()

    def _lay_out_sides(self) -> None:
        source, target = self.pairing.source, self.pairing.target
        scale = np.float32(np.sqrt(self.pairing.ratio))
        # Not in single precision: after millions of characters that is too coarse for a sentence.
        self._lengths = tuple(
            np.concatenate([[0.0], np.cumsum(length, dtype=np.float64)])
            for length in (source.length * scale, target.length / scale)
        )
        self._marks = (_running(source.marks), _running(target.marks))
        clauses = [profile.marks[:, CLAUSES].sum() + 1 for profile in (source, target)]
        self._clause_ratio = np.float32(clauses[0] / clauses[1])
        # Index k: what stands before place k (ending) or after it (beginning).
        self._ending = tuple(
            np.concatenate([[1], p.marks[:, ENDING]]).astype(np.float32) for p in (source, target)
        )
        self._lower = tuple(
            np.concatenate([p.marks[:, LOWER], [0]]).astype(np.float32) for p in (source, target)
        )
        self._numbered = tuple(
            np.concatenate([p.marks[:, NUMBERED], [0]]).astype(np.float32) for p in (source, target)
        )
        structured = source.structured and target.structured
        self._opens = tuple(
            np.concatenate([p.opens, [1]]).astype(np.float32) * np.float32(structured)
            for p in (source, target)
        )
        self._inner_opens = tuple(_running(opens) for opens in self._opens)
        codes = {label: k for k, label in enumerate(sorted({"", *source.labels, *target.labels}))}
        self._labels = tuple(np.array([*(codes[label] for label in p.labels), 0]) for p in (source, target))

    def _lay_out_anchors(self) -> None:
        source, target = self.pairing.source, self.pairing.target
        self._anchors: list[_Anchors] = []
        for left, right in (number_vectors(source, target), token_vectors(source, target)):
            products = cell_products(self.cells, left, right)
            masses = (_running(left.sum(axis=1)), _running(right.sum(axis=1)))
            self._anchors.append(_Anchors(products, masses, (self._norms_of(left), self._norms_of(right))))

    def _norms_of(self, vectors: Floats) -> dict[int, Floats]:
        """Length of the sum of the k vectors before each place, for each size of block."""
        running = _running(vectors)
        return {
            k: np.linalg.norm(self._before(running, k), axis=1).astype(np.float32)
            for k in range(1, LARGEST + 1)
        }

    @staticmethod
    def _before(running: Floats, size: int) -> Floats:
        """Sum of the `size` rows before each place."""
        total = np.zeros_like(running)
        if size < len(running):
            total[size:] = running[size:] - running[:-size]
        return total

    def _block_products(self, which: int, products: Floats, bead: Pair) -> Floats:
        """Sum of the products of all pairs in the block that ends in each cell, built from smaller blocks."""
        key = (which, bead)
        if key not in self._sums:
            a, b = bead
            if bead == (1, 1):
                total = products
            elif a > 1:
                rest = self._block_products(which, products, (a - 1, b))
                total = self._block_products(which, products, (1, b)).copy()
                total[:-1] += rest[self.cells.at(-1, 0)]
            else:
                total = products.copy()
                total[:-1] += self._block_products(which, products, (1, b - 1))[self.cells.at(0, -1)]
            self._sums[key] = total
        return self._sums[key]

    def alike(self, bead: Pair) -> Floats:
        """Cosine above chance of the block that ends in each cell; `_ABSENT` outside the corridor."""
        if bead not in self._alike:
            a, b = bead
            total = self._block_products(0, self._products, bead)[:-1]
            cosine = total / (self._norms[0][a] * self._norms[1][b])
            cosine -= 0.5 * (self._chances[0][a] + self._chances[1][b])
            cosine = np.where(self.cells.at(-a, -b) < self.cells.size, np.clip(cosine, -1, 1), _ABSENT)
            self._alike[bead] = np.append(cosine, _ABSENT).astype(np.float32)
        return self._alike[bead]

    def two_sided(self, bead: Pair) -> Candidates:
        """Candidates of a bead type with sentences on both sides; see `TWO_SIDED_FEATURES`."""
        a, b = bead
        alike = self.alike(bead)
        possible = self.cells.at(-a, -b) < self.cells.size
        if bead != (1, 1) and not self.pairing.similarity.blind:
            possible &= alike[:-1] > _HOPELESS * self.pairing.usual
        cells = np.nonzero(possible)[0].astype(np.int32)
        i, j = self._rows[cells], self._columns[cells]
        here = alike[cells]
        columns = [here, here - self.pairing.usual, here * here, *self._of_the_texts(len(cells))]
        columns += self._length_features(i, j, bead)
        columns += self._gain_features(cells, here, bead)
        columns += self._anchor_features(cells, i, j, bead)
        columns += self._mark_features(i, j, bead)
        columns += self._structure_features(i, j, bead)
        return Candidates(cells, _side_by_side(columns))

    def _of_the_texts(self, count: int) -> list[Floats]:
        """How loosely these two texts are translated, the same for every bead."""
        known = (self.pairing.usual, self.pairing.spread, self.pairing.covered)
        return [np.full(count, value, np.float32) for value in known]

    def _length(self, side: int, place: Integers, size: int) -> Floats:
        """Length of the `size` sentences before each place."""
        lengths: Floats = (self._lengths[side][place] - self._lengths[side][place - size]).astype(np.float32)
        return lengths

    def _length_features(self, i: Integers, j: Integers, bead: Pair) -> list[Floats]:
        left, right = self._length(0, i, bead[0]), self._length(1, j, bead[1])
        # Gale and Church 1993, p. 79, without their variance, which the weights learn.
        difference = (left - right) / np.sqrt(0.5 * (left + right) + 5)
        shorter, longer = np.minimum(left, right), np.maximum(left, right)
        return [
            difference / 3,
            np.abs(difference) / 3,
            np.minimum(difference * difference / 10, 6),
            np.log(longer / np.maximum(shorter, 1)),
            np.log(left + right) / 3 - 1.5,
            np.log(shorter) / 3 - 1,
        ]

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

    def _anchor_features(self, cells: Integers, i: Integers, j: Integers, bead: Pair) -> list[Floats]:
        a, b = bead
        columns: list[Floats] = []
        for which, anchors in enumerate(self._anchors, start=1):
            shared = self._block_products(which, anchors.products, bead)[cells]
            lengths = anchors.norms[0][a][i] * anchors.norms[1][b][j]
            left = anchors.masses[0][i] - anchors.masses[0][i - a]
            right = anchors.masses[1][j] - anchors.masses[1][j - b]
            both = (left > 0) & (right > 0)
            columns += [shared / np.maximum(lengths, 1e-3), both.astype(np.float32)]
            if which == 1:
                columns += [
                    ((left > 0) != (right > 0)).astype(np.float32),
                    (np.minimum(np.abs(left - right), 4) / 2).astype(np.float32),
                ]
            else:
                columns.append((np.log1p(np.maximum(shared, 0)) / 3).astype(np.float32))
        return columns

    def _mark_features(self, i: Integers, j: Integers, bead: Pair) -> list[Floats]:
        a, b = bead
        left = self._marks[0][i] - self._marks[0][i - a]
        right = self._marks[1][j] - self._marks[1][j - b]
        end, start = (
            (self._ending[0][i], self._ending[1][j]),
            (self._ending[0][i - a], self._ending[1][j - b]),
        )
        closings = left[:, CLOSINGS] - right[:, CLOSINGS]
        expected = right[:, CLAUSES] * self._clause_ratio
        clauses = np.clip((left[:, CLAUSES] - expected) / np.sqrt(left[:, CLAUSES] + expected + 1), -3, 3)
        numbered = self._numbered[0][i - a], self._numbered[1][j - b]
        columns = [
            *end, np.abs(end[0] - end[1]), *start, np.abs(start[0] - start[1]),
            np.clip(closings, -3, 3), np.minimum(np.abs(closings), 4), clauses, np.abs(clauses),
            np.minimum(np.abs(left[:, QUESTIONS] - right[:, QUESTIONS]), 2),
            np.minimum(np.abs(left[:, QUOTES] - right[:, QUOTES]), 3),
            self._lower[0][i - a], self._lower[1][j - b],
            numbered[0] * numbered[1], np.abs(numbered[0] - numbered[1]),
        ]  # fmt: skip
        for side, place, size in ((0, i, a), (1, j, b)):
            joints = [self._ending[side][place - k] for k in range(1, size)]
            none = np.zeros(len(place), np.float32)
            columns.append(np.mean(joints, axis=0, dtype=np.float32) if joints else none)
            columns.append(np.maximum.reduce(joints) if joints else none)
        return columns

    def _structure_features(self, i: Integers, j: Integers, bead: Pair) -> list[Floats]:
        a, b = bead
        opens = self._opens[0][i - a], self._opens[1][j - b]
        closes = self._opens[0][i], self._opens[1][j]
        inner = [
            np.minimum(running[place] - running[place - size + 1], 2)
            for running, place, size in ((self._inner_opens[0], i, a), (self._inner_opens[1], j, b))
        ]
        labels = self._labels[0][i - a], self._labels[1][j - b]
        both = (labels[0] > 0) & (labels[1] > 0)
        return [
            opens[0] * opens[1], np.abs(opens[0] - opens[1]),
            closes[0] * closes[1], np.abs(closes[0] - closes[1]), *inner,
            (both & (labels[0] == labels[1])).astype(np.float32),
            (both & (labels[0] != labels[1])).astype(np.float32),
            ((labels[0] > 0) != (labels[1] > 0)).astype(np.float32),
        ]  # fmt: skip

    def omission(self, bead: Pair) -> Candidates:
        """Candidates of 1-0 or 0-1: a sentence that the other side leaves out, wherever it can stand."""
        source_side = bead == (1, 0)
        down, right = bead
        cells = np.nonzero(self.cells.at(-down, -right) < self.cells.size)[0].astype(np.int32)
        i, j = self._rows[cells], self._columns[cells]
        own, own_place, other, other_place = (0, i, 1, j) if source_side else (1, j, 0, i)
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
        length = self._length(own, own_place, 1)
        profile = self.pairing.source if source_side else self.pairing.target
        marks = profile.marks[own_place - 1]
        mass = self._anchors[0].masses[own]
        numbers = mass[own_place] - mass[own_place - 1]
        mean = self._lengths[own][-1] / (len(self._lengths[own]) - 1)
        labels = self._labels[own][own_place - 1] > 0
        columns = [
            best, best - self.pairing.usual, *near[1:5],
            glued_before, glued_after, np.maximum(glued_before, glued_after), glued_double,
            one[before], one[after], np.log(length) / 3 - 1, np.log(length / mean),
            marks[:, ENDING], self._ending[own][own_place - 1], self._ending[other][other_place],
            marks[:, CLOSINGS], marks[:, LOWER], marks[:, NUMBERED],
            np.minimum(numbers, 3), (numbers > 0).astype(np.float32), self._lower[own][own_place],
            self._opens[own][own_place - 1], self._opens[own][own_place], self._opens[other][other_place],
            labels.astype(np.float32), *self._of_the_texts(len(cells)),
        ]  # fmt: skip
        return Candidates(cells, _side_by_side(columns))

    def candidates(self) -> dict[Pair, Candidates]:
        """All candidates by bead type."""
        found = {bead: self.two_sided(bead) for bead in TWO_SIDED}
        found.update({bead: self.omission(bead) for bead in OMISSIONS})
        return found
