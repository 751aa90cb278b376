from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.bitext import corridor as module
from dragoman.bitext.corridor import Corridor, Integers, Pair, bridged, cell_products, corridor, rough_path
from dragoman.bitext.similarity import Similarity, similarity
from tests.bitext.material import Floats, directions, planted, rising_paths

SIZE = st.integers(1, 22)
SEED = st.integers(0, 10**6)


def any_path(n: int, m: int, seed: int) -> list[Pair]:
    dice = np.random.default_rng(seed)
    paths = list(rising_paths(n, m, dice))
    return paths[dice.integers(len(paths))]


def cells_of(cells: Corridor) -> set[Pair]:
    return {(i, j) for i in range(len(cells.lo)) for j in range(int(cells.lo[i]), int(cells.hi[i]))}


def expected_cells(n: int, m: int, path: Sequence[Pair], radius: int) -> set[Pair]:
    """Both cells of every pair and the whole of every gap, and what is within the radius of these."""
    core: set[Pair] = set()
    i = j = 0
    for row, column in [*path, (n, m)]:
        core |= {(r, c) for r in range(i, row + 1) for c in range(j, column + 1)}
        i, j = row + 1, column + 1
    around = range(-radius, radius + 1)
    return {
        (r + down, c + right)
        for r, c in core
        for down in around
        for right in around
        if 0 <= r + down <= n and 0 <= c + right <= m
    }


@settings(deadline=None, max_examples=150)
@given(SIZE, SIZE, st.integers(0, 4), SEED)
def test_the_cells_are_those_near_the_path(n: int, m: int, radius: int, seed: int) -> None:
    path = any_path(n, m, seed)
    assert cells_of(corridor(n, m, path, radius)) == expected_cells(n, m, path, radius)


@settings(deadline=None, max_examples=150)
@given(SIZE, SIZE, st.integers(0, 4), SEED)
def test_a_corridor_leads_from_corner_to_corner(n: int, m: int, radius: int, seed: int) -> None:
    path = any_path(n, m, seed)
    cells = corridor(n, m, path, radius)
    inside = cells_of(cells)
    assert {(0, 0), (n, m)} <= inside
    assert {cell for i, j in path for cell in ((i, j), (i + 1, j + 1))} <= inside
    assert len(cells.lo) == len(cells.hi) == n + 1
    assert (np.diff(cells.lo) >= 0).all()
    assert (np.diff(cells.hi) >= 0).all()
    # The next row begins at the latest one beyond the end of this one, so a step leads on.
    assert (cells.lo[1:] <= cells.hi[:-1]).all()
    if radius:
        assert (cells.lo[1:] < cells.hi[:-1]).all()
    assert [*zip(cells.rows.tolist(), cells.columns.tolist(), strict=True)] == sorted(inside)
    assert cells.start.tolist() == [*np.searchsorted(cells.rows, np.arange(n + 1)), len(inside)]


@settings(deadline=None, max_examples=80)
@given(SIZE, SIZE, st.integers(0, 3), st.integers(-6, 6), st.integers(-6, 6), SEED)
def test_at_finds_the_cell_that_many_places_on(
    n: int, m: int, radius: int, down: int, right: int, seed: int
) -> None:
    cells = corridor(n, m, any_path(n, m, seed), radius)
    number = {place: k for k, place in enumerate(sorted(cells_of(cells)))}
    expected = [number.get((i + down, j + right), cells.size) for i, j in number]
    assert cells.at(down, right).tolist() == expected
    assert cells.at(down, right).tolist() == expected  # and again, from memory


@settings(deadline=None, max_examples=60)
@given(SIZE, SIZE, st.integers(0, 3), SEED, st.data())
def test_a_part_holds_the_cells_of_its_rows(
    n: int, m: int, radius: int, seed: int, data: st.DataObject
) -> None:
    cells = corridor(n, m, any_path(n, m, seed), radius)
    first = data.draw(st.integers(0, n))
    last = data.draw(st.integers(first + 1, n + 1))
    part = cells.part(first, last)
    assert cells_of(part) == {(i - first, j) for i, j in cells_of(cells) if first <= i < last}
    assert [*zip(part.rows.tolist(), part.columns.tolist(), strict=True)] == sorted(cells_of(part))
    number = {place: k for k, place in enumerate(sorted(cells_of(part)))}
    assert part.at(-1, 1).tolist() == [number.get((i - 1, j + 1), part.size) for i, j in number]


@settings(deadline=None, max_examples=60)
@given(SIZE, SIZE, st.integers(0, 3), SEED)
def test_products_before_each_cell(n: int, m: int, radius: int, seed: int) -> None:
    dice = np.random.default_rng(seed)
    cells = corridor(n, m, any_path(n, m, seed), radius)
    left, right = directions(n, dice, 5), directions(m, dice, 5)
    found = cell_products(cells, left, right)
    for cell, (i, j) in enumerate(zip(cells.rows, cells.columns, strict=True)):
        expected = left[i - 1] @ right[j - 1] if i and j else 0.0
        assert found[cell] == pytest.approx(expected, abs=1e-5)
    assert found[-1] == 0
    assert len(found) == cells.size + 1


def lengths(count: int, dice: np.random.Generator) -> Floats:
    return dice.integers(1, 300, count).astype(np.float32)


@settings(deadline=None, max_examples=100)
@given(st.integers(1, 300), st.integers(1, 300), st.integers(2, 40), SEED)
def test_a_bridged_path_keeps_the_path_and_rises(n: int, m: int, widest: int, seed: int) -> None:
    dice = np.random.default_rng(seed)
    paths = list(rising_paths(n, m, dice))[:6]  # few pairs, so that there are gaps
    path = paths[dice.integers(len(paths))]
    longer, stones = bridged(path, (lengths(n, dice), lengths(m, dice)), widest)
    assert set(longer) == {*path, *stones}
    assert stones.isdisjoint(path)
    assert all(0 <= i < n and 0 <= j < m for i, j in longer)
    assert all(a[0] < b[0] and a[1] < b[1] for a, b in pairwise(longer))
    wide = [
        (b[0] - a[0] - 1, b[1] - a[1] - 1)
        for a, b in zip([(-1, -1), *path], [*path, (n, m)], strict=True)
        if min(b[0] - a[0], b[1] - a[1]) - 1 > widest
    ]
    assert bool(stones) == bool(wide)


def test_a_bridge_follows_the_running_length() -> None:
    """Where one side has sentences three times as long, stones lie three times as far apart on the other."""
    source, target = np.full(30, 30, np.float32), np.full(90, 10, np.float32)
    _, stones = bridged([], (source, target), 6)
    assert all(j == pytest.approx(3 * i, abs=1) for i, j in stones)
    assert [i for i, _ in sorted(stones)] == list(range(0, 30, 3))


def test_a_gap_costs_cells_by_its_length_and_not_by_its_area() -> None:
    dice = np.random.default_rng(1)
    sizes = []
    for n in (1000, 2000, 4000):
        path, _ = bridged([], (lengths(n, dice), lengths(n, dice)), 20)
        sizes.append(corridor(n, n, path, 4).size)
    assert sizes[2] < 2.2 * sizes[1] < 2.2 * 2.2 * sizes[0]
    assert sizes[2] < 40 * 4000


def found_right(path: Sequence[Pair], truth: set[Pair]) -> tuple[float, float]:
    """Share of the path's pairs that are true, and of the true pairs that are on the path.

    Pairs of sentences that both have no partner are not counted: in a gap they do no harm.
    """
    partnered = [{pair[side] for pair in truth} for side in (0, 1)]
    telling = [pair for pair in path if pair[0] in partnered[0] or pair[1] in partnered[1]]
    right = len(truth.intersection(path))
    return right / max(len(telling), 1), right / max(len(truth), 1)


def assert_finds(kept: tuple[Sequence[int], Sequence[int]], seed: int, noise: float = 0.8) -> None:
    source, target, truth = planted(kept, np.random.default_rng(seed), noise)
    path = rough_path(similarity(source, target))
    assert path == sorted(path)
    assert all(a[0] < b[0] and a[1] < b[1] for a, b in pairwise(path))
    right, found = found_right(path, truth)
    assert right > 0.95
    assert found > 0.95


PLANTED = {
    "equal": (range(300), range(300)),
    "a long run left out": (range(400), [*range(100), *range(250, 400)]),
    "runs left out on both sides": ([*range(150), *range(220, 400)], [*range(60), *range(160, 400)]),
    "every fifth left out on either side": (
        [k for k in range(400) if k % 5],
        [k for k in range(400) if (k + 2) % 5],
    ),
    "a tenth of the other side": (range(150, 190), range(400)),
    "ten times the other side": (range(400), range(150, 190)),
    "the other's end": (range(300), range(250, 300)),
    "the other's beginning": (range(50), range(300)),
}


@pytest.mark.parametrize("whole", [10**9, 4000, 300], ids=["whole", "in blocks", "in blocks of blocks"])
@pytest.mark.parametrize("name", PLANTED)
def test_the_rough_path_finds_what_was_planted(
    name: str, whole: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "_WHOLE", whole)
    assert_finds(PLANTED[name], seed=len(name))


@pytest.mark.parametrize(("n", "m"), [(1, 1), (1, 2), (2, 1), (1, 60), (60, 1), (2, 2), (3, 3)])
def test_few_sentences(n: int, m: int) -> None:
    kept = [range(n), range(m)]
    kept[n > m] = range(abs(n - m) // 3, abs(n - m) // 3 + min(n, m))
    source, target, truth = planted((kept[0], kept[1]), np.random.default_rng(n + m), 0.5)
    assert truth <= set(rough_path(similarity(source, target)))


def test_nothing_in_common_gives_a_path_of_few_pairs_or_none() -> None:
    dice = np.random.default_rng(2)
    path = rough_path(similarity(directions(200, dice), directions(200, dice)))
    assert len(path) < 100


def test_no_vectors_give_no_path() -> None:
    nothing = np.zeros((50, 8), np.float32)
    assert rough_path(similarity(nothing, nothing)) == []


@pytest.mark.parametrize("noise", [0.5, 1.0, 1.4])
def test_noise_is_borne(noise: float) -> None:
    assert_finds((range(500), range(500)), 4, noise)


def test_cells_grow_with_the_length_of_the_texts() -> None:
    sizes = []
    for n in (1500, 3000, 6000):
        kept = ([k for k in range(n) if k % 9], [k for k in range(n) if k % 7])
        source, target, truth = planted(kept, np.random.default_rng(n))
        path = rough_path(similarity(source, target))
        assert min(found_right(path, truth)) > 0.95
        sizes.append(corridor(len(source), len(target), path, 4).size)
    assert sizes[2] < 2.1 * sizes[1] < 2.1 * 2.1 * sizes[0]
    assert sizes[2] < 25 * 6000


def test_long_texts_without_anything_in_common_are_not_searched_whole(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Two long texts in languages without an encoder, say, that share no number and no name."""
    searched = []
    chain = module._chain

    def watched(pair: Similarity, lo: Integers, hi: Integers) -> list[Pair]:
        searched.append(int((hi - lo).sum()))
        return chain(pair, lo, hi)

    monkeypatch.setattr(module, "_chain", watched)
    monkeypatch.setattr(module, "_WHOLE", 40_000)
    nothing = np.zeros((3000, 4), np.float32)
    assert rough_path(similarity(nothing, nothing)) == []
    assert len(searched) == 2
    assert searched[-1] < 3000 * 3000 / 8
