from __future__ import annotations

from fractions import Fraction
from math import comb

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.signals.fisher import fisher, tails


def test_the_tea_and_the_twins_are_as_published() -> None:
    """Agresti 1990, Categorical Data Analysis, p. 61 (tea); Fisher 1962 (twins), as R prints them."""
    assert fisher(3, 4, 1, 4) == pytest.approx(0.4857, abs=5e-5)
    assert fisher(2, 17, 10, 13) == pytest.approx(0.0005367, abs=5e-8)


@given(st.integers(0, 12), st.integers(0, 12), st.integers(0, 12), st.integers(0, 12))
def test_it_is_the_sum_over_all_tables(a: int, b: int, c: int, d: int) -> None:
    of, other, found = a + b, c + d, a + c
    ways = {k: comb(of, k) * comb(other, found - k) for k in range(max(0, found - other), min(found, of) + 1)}
    exact = Fraction(sum(way for way in ways.values() if way <= ways[a]), sum(ways.values()))
    assert fisher(a, of, c, other) == pytest.approx(float(exact), rel=1e-9)
    assert fisher(c, other, a, of) == pytest.approx(float(exact), rel=1e-9)
    low, high = tails(a, of, c, other)
    assert low == pytest.approx(sum(way for k, way in ways.items() if k <= a) / sum(ways.values()), rel=1e-9)
    assert high == pytest.approx(sum(way for k, way in ways.items() if k >= a) / sum(ways.values()), rel=1e-9)
