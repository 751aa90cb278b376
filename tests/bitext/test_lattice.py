from __future__ import annotations

import math
from collections.abc import Iterator

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from dragoman.bitext import lattice as module
from dragoman.bitext.corridor import Corridor, Pair, corridor
from dragoman.bitext.features import OMISSIONS, TWO_SIDED
from dragoman.bitext.lattice import INSERTION, Lattice
from tests.bitext.material import rising_paths

Doubles = NDArray[np.float64]
Scores = dict[Pair, Doubles]
Path = tuple[tuple[Pair, int], ...]
EVERY = (*TWO_SIDED, *OMISSIONS)


def every_path(cells: Corridor, scores: Scores) -> Iterator[tuple[Path, float]]:
    """All alignments, one after the other, with the sum of their beads' scores; nothing is shared by them."""
    number = {(int(i), int(j)): k for k, (i, j) in enumerate(zip(cells.rows, cells.columns, strict=True))}
    last = (int(cells.rows[-1]), int(cells.columns[-1]))

    def onward(i: int, j: int) -> Iterator[tuple[Path, float]]:
        if (i, j) == last:
            yield (), 0.0
            return
        for bead, values in scores.items():
            cell = number.get((i + bead[0], j + bead[1]))
            if cell is not None and np.isfinite(values[cell]):
                for rest, total in onward(i + bead[0], j + bead[1]):
                    yield ((bead, cell), *rest), total + float(values[cell])

    return onward(0, 0)


def whole(n: int, m: int) -> Corridor:
    """The whole table."""
    return corridor(n, m, [], 0)


def random_scores(
    cells: Corridor, dice: np.random.Generator, impossible: float = 0.0, size: float = 1.5
) -> Scores:
    """A score for every bead at every cell, a share of them impossible; insertions are always possible."""
    scores = {bead: size * dice.standard_normal(cells.size) for bead in EVERY}
    for bead, values in scores.items():
        if bead != INSERTION:
            values[dice.random(cells.size) < impossible] = -np.inf
    scores[INSERTION][cells.start[:-1]] = -np.inf  # nothing stands before the first cell of a row
    return scores


def summed(paths: list[tuple[Path, float]]) -> float:
    """Log of summed exponentials, with Python's own exact sum."""
    return math.log(math.fsum(math.exp(total) for _, total in paths))


SIZES = [(1, 1), (1, 4), (4, 1), (2, 2), (2, 3), (3, 2), (3, 3), (4, 3), (3, 4), (4, 4)]


@pytest.mark.parametrize("impossible", [0.0, 0.3, 0.7])
@pytest.mark.parametrize(("n", "m"), SIZES)
def test_all_is_as_when_every_alignment_is_written_out(n: int, m: int, impossible: float) -> None:
    dice = np.random.default_rng(n * 100 + m * 10 + int(10 * impossible))
    cells = whole(n, m)
    scores = random_scores(cells, dice, impossible)
    scores[1, 0] = dice.standard_normal(cells.size)  # so that there is a way through
    paths = list(every_path(cells, scores))
    assert_agrees(cells, scores, paths)


def assert_agrees(cells: Corridor, scores: Scores, paths: list[tuple[Path, float]]) -> None:
    lattice = Lattice(cells, scores)
    posterior = lattice.posterior()
    total = summed(paths)
    assert posterior.log_total == pytest.approx(total, abs=1e-9)
    expected = {bead: np.zeros(cells.size) for bead in scores}
    for path, worth in paths:
        for bead, cell in path:
            expected[bead][cell] += math.exp(worth - total)
    for bead, values in expected.items():
        np.testing.assert_allclose(posterior.beads[bead], values, atol=1e-9, err_msg=str(bead))
    best = tuple(lattice.best())
    top, worth = max(paths, key=lambda path: path[1])
    assert sum(scores[bead][cell] for bead, cell in best) == pytest.approx(worth, abs=1e-9)
    assert best == top


@settings(deadline=None, max_examples=40)
@given(
    st.integers(1, 4),
    st.integers(1, 5),
    st.integers(0, 1),
    st.sampled_from([1, 2, 512]),
    st.integers(0, 10**6),
)
def test_the_same_in_ragged_corridors(n: int, m: int, radius: int, rows: int, seed: int) -> None:
    dice = np.random.default_rng(seed)
    *_, path = rising_paths(n, m, dice)
    cells = corridor(n, m, path, radius)
    scores = random_scores(cells, dice)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(module, "_ROWS_AT_ONCE", rows)
        assert_agrees(cells, scores, list(every_path(cells, scores)))


def coverage(cells: Corridor, beads: dict[Pair, Doubles], side: int) -> Doubles:
    """For each sentence of a side the summed probability of the beads that hold it."""
    ends = (cells.rows, cells.columns)[side]
    found = np.zeros(int(ends[-1]))
    for bead, values in beads.items():
        for back in range(1, bead[side] + 1):
            reaching = ends >= back
            np.add.at(found, ends[reaching] - back, values[reaching])
    return found


@settings(deadline=None, max_examples=60)
@given(st.integers(1, 25), st.integers(1, 25), st.integers(0, 3), st.floats(0.01, 40), st.integers(0, 10**6))
def test_every_sentence_is_in_one_bead_for_certain(
    n: int, m: int, radius: int, size: float, seed: int
) -> None:
    dice = np.random.default_rng(seed)
    paths = list(rising_paths(n, m, dice))
    cells = corridor(n, m, paths[dice.integers(len(paths))], radius)
    posterior = Lattice(cells, random_scores(cells, dice, size=size)).posterior()
    for side in (0, 1):
        np.testing.assert_allclose(coverage(cells, posterior.beads, side), 1, atol=1e-6)


@settings(deadline=None, max_examples=60)
@given(st.integers(1, 25), st.integers(1, 25), st.integers(0, 3), st.integers(0, 10**6))
def test_the_best_path_holds_every_sentence_once(n: int, m: int, radius: int, seed: int) -> None:
    dice = np.random.default_rng(seed)
    paths = list(rising_paths(n, m, dice))
    cells = corridor(n, m, paths[dice.integers(len(paths))], radius)
    i = j = 0
    for bead, cell in Lattice(cells, random_scores(cells, dice)).best():
        i, j = i + bead[0], j + bead[1]
        assert (int(cells.rows[cell]), int(cells.columns[cell])) == (i, j)
    assert (i, j) == (n, m)


def test_probabilities_are_the_slope_of_the_total() -> None:
    dice = np.random.default_rng(3)
    cells = whole(3, 3)
    scores = random_scores(cells, dice)
    posterior = Lattice(cells, scores).posterior()
    step = 1e-5
    for bead in ((1, 1), (2, 1), (1, 0), (0, 1)):
        for cell in range(1, cells.size):
            moved = {name: values.copy() for name, values in scores.items()}
            moved[bead][cell] += step
            slope = (Lattice(cells, moved).posterior().log_total - posterior.log_total) / step
            assert slope == pytest.approx(posterior.beads[bead][cell], abs=1e-4)


def test_a_path_that_alone_is_allowed_has_probability_one() -> None:
    cells = whole(40, 40)
    forbidden = -1e6
    scores = {bead: np.full(cells.size, forbidden) for bead in EVERY}
    diagonal = (cells.rows == cells.columns) & (cells.rows > 0)
    scores[1, 1][diagonal] = -3.0
    posterior = Lattice(cells, scores).posterior()
    assert posterior.log_total == pytest.approx(-120)
    np.testing.assert_allclose(posterior.beads[1, 1][diagonal], 1)
    assert sum(values.sum() for values in posterior.beads.values()) == pytest.approx(40)


def test_long_texts_neither_overflow_nor_fade() -> None:
    dice = np.random.default_rng(5)
    cells = corridor(600, 600, [(k, k) for k in range(600)], 4)
    for size in (0.01, 100.0):
        posterior = Lattice(cells, random_scores(cells, dice, size=size)).posterior()
        assert math.isfinite(posterior.log_total)
        np.testing.assert_allclose(coverage(cells, posterior.beads, 0), 1, atol=1e-5)


def test_a_long_run_of_insertions_is_summed_exactly() -> None:
    cells = corridor(1, 3000, [], 0)
    scores = {bead: np.full(cells.size, -20.0) for bead in EVERY}
    posterior = Lattice(cells, scores).posterior()
    # Each two-sided bead 1-k has 3001 - k places and leaves 3000 - k insertions; a deletion has 3001 places.
    worths = [math.log(3001 - k) - 20.0 * (3001 - k) for a, k in TWO_SIDED if a == 1]
    top = max(worths)
    assert posterior.log_total == pytest.approx(top + math.log(sum(math.exp(w - top) for w in worths)))
