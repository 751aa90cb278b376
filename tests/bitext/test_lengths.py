from __future__ import annotations

import numpy as np
import pytest

from dragoman.bitext.corridor import corridor
from dragoman.bitext.lengths import length_path
from tests.bitext.material import Floats


def lengths(count: int, seed: int) -> Floats:
    return np.random.default_rng(seed).integers(5, 250, count).astype(np.float32)


def path(source: Floats, target: Floats) -> list[tuple[int, int]]:
    cells = corridor(len(source), len(target), [], 0)
    return length_path(source, target, np.zeros(cells.size + 1, np.float32), cells)


@pytest.mark.parametrize("ratio", [0.3, 1.0, 3.0])
def test_equal_lengths_pair_up_whatever_the_ratio(ratio: float) -> None:
    source = lengths(60, 1)
    noise = np.random.default_rng(2).normal(1, 0.08, 60).astype(np.float32)
    assert path(source, source * np.float32(ratio) * noise) == [(k, k) for k in range(60)]


def test_a_sentence_in_two_and_one_left_out_are_stepped_over() -> None:
    source = lengths(40, 3)
    halves = [source[10] * 0.4, source[10] * 0.6]
    target = np.array([*source[:10], *halves, *source[11:25], *source[26:]], np.float32)
    expected = (
        [(k, k) for k in range(10)] + [(k, k + 1) for k in range(11, 25)] + [(k, k) for k in range(26, 40)]
    )
    found = path(source, target)
    assert len(set(expected) - set(found)) <= 2
    assert not any(i == 10 for i, _ in found)


def test_anchors_decide_where_lengths_do_not() -> None:
    source, target = np.full(12, 50, np.float32), np.full(11, 50, np.float32)
    cells = corridor(12, 11, [], 0)
    anchors = np.zeros(cells.size + 1, np.float32)
    for i, j in [(k, k) for k in range(4)] + [(k, k - 1) for k in range(5, 12)]:
        anchors[cells.start[i + 1] + j + 1 - cells.lo[i + 1]] = 1.0
    found = length_path(source, target, anchors, cells)
    assert found[:4] == [(k, k) for k in range(4)]
    assert found[-6:] == [(k, k - 1) for k in range(6, 12)]
    assert path(source, target) != found
