from __future__ import annotations

import math
from itertools import combinations, pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.signals.segments import Kind, best_cuts, stretches

SERIES = st.lists(st.tuples(st.integers(0, 6), st.integers(0, 6)), min_size=1, max_size=8)
KINDS: st.SearchStrategy[Kind] = st.sampled_from(["share", "rate"])


def log_probability(kind: Kind, counts: list[int], of: list[int]) -> float:
    """Of counts on their best common level, but for what the level does not change: written out."""
    k, n = sum(counts), sum(of)
    if kind == "rate":
        return k * math.log(k / n) - k if k else 0.0
    return (k * math.log(k / n) if k else 0.0) + ((n - k) * math.log(1 - k / n) if k < n else 0.0)


def cut(kind: Kind, counts: list[int], of: list[int], cuts: tuple[int, ...]) -> float:
    bounds = (0, *cuts, len(counts))
    return math.fsum(log_probability(kind, counts[i:j], of[i:j]) for i, j in pairwise(bounds))


@given(SERIES, KINDS)
def test_no_other_cuts_are_better(series: list[tuple[int, int]], kind: Kind) -> None:
    counts, of = [k for k, _ in series], [k + more + 1 for k, more in series]
    gains = stretches(kind, np.array(counts), np.array(of, dtype=np.float64))
    found = best_cuts(gains, 10)
    assert len(found) == len(series)
    for number, cuts in enumerate(found):
        assert len(cuts) == number
        assert list(cuts) == sorted(set(cuts))
        best = max(cut(kind, counts, of, other) for other in combinations(range(1, len(counts)), number))
        assert cut(kind, counts, of, cuts) == pytest.approx(best, abs=1e-9)


@given(SERIES, KINDS)
def test_more_cuts_never_fit_worse(series: list[tuple[int, int]], kind: Kind) -> None:
    counts, of = [k for k, _ in series], [k + more + 1 for k, more in series]
    found = best_cuts(stretches(kind, np.array(counts), np.array(of, dtype=np.float64)), 10)
    fits = [cut(kind, counts, of, cuts) for cuts in found]
    assert all(later >= earlier - 1e-9 for earlier, later in pairwise(fits))
