from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.signals.intervals import gamma_below, garwood, wilson


@pytest.mark.parametrize(
    ("count", "of", "low", "high"),
    [(81, 263, 0.2553, 0.3662), (15, 148, 0.0624, 0.1605), (0, 20, 0.0, 0.1611), (1, 29, 0.0061, 0.1718)],
)
def test_wilsons_interval_is_the_published_one(count: int, of: int, low: float, high: float) -> None:
    """Newcombe 1998, Statistics in Medicine 17, table I, p. 861, method 3."""
    assert wilson(count, of) == pytest.approx((low, high), abs=5e-5)


def test_no_use_in_ten_documents_leaves_room_for_a_quarter() -> None:
    assert wilson(0, 10) == pytest.approx((0.0, 0.27753), abs=5e-6)
    assert wilson(10, 10) == pytest.approx((0.72247, 1.0), abs=5e-6)
    assert wilson(0, 0) == (0.0, 1.0)


@pytest.mark.parametrize(
    ("count", "low", "high"),
    [
        (0, 0.0, 3.689),
        (1, 0.0253, 5.572),
        (2, 0.2422, 7.225),
        (3, 0.6187, 8.767),
        (5, 1.623, 11.668),
        (10, 4.795, 18.390),
        (20, 12.217, 30.888),
        (50, 37.111, 65.919),
        (100, 81.364, 121.627),
    ],
)
def test_the_exact_interval_of_a_rate_is_the_published_one(count: int, low: float, high: float) -> None:
    """Garwood 1936, Biometrika 28, table I (P = .05); further figures Pearson and Hartley 1966, table 40."""
    assert garwood(count) == pytest.approx((low, high), abs=6e-4)
    assert garwood(count, 4.0) == pytest.approx((low / 4, high / 4), abs=2e-4)


def test_without_exposure_nothing_is_known_of_a_rate() -> None:
    assert garwood(0, 0.0) == (0.0, math.inf)


def _poisson_at_most(count: int, mean: float) -> float:
    return math.fsum(math.exp(k * math.log(mean) - mean - math.lgamma(k + 1)) for k in range(count + 1))


@given(st.integers(0, 2000), st.sampled_from([0.5, 0.8, 0.95, 0.999]))
def test_the_ends_of_the_exact_interval_leave_half_of_the_rest_on_either_side(
    count: int, sure: float
) -> None:
    low, high = garwood(count, 1.0, sure)
    assert low <= count <= high
    assert _poisson_at_most(count, high) == pytest.approx((1 - sure) / 2, rel=1e-6)
    if count:
        assert 1 - _poisson_at_most(count - 1, low) == pytest.approx((1 - sure) / 2, rel=1e-6)


@given(st.integers(1, 300), st.floats(0.01, 400))
def test_the_gamma_distribution_is_the_poisson_one_from_the_other_end(shape: int, x: float) -> None:
    assert gamma_below(shape, x) == pytest.approx(1 - _poisson_at_most(shape - 1, x), abs=1e-9)
    assert gamma_below(shape, 0.0) == 0


@given(st.integers(0, 500), st.integers(1, 500))
def test_wilsons_interval_holds_the_share(count: int, of: int) -> None:
    count = min(count, of)
    low, high = wilson(count, of)
    assert 0 <= low <= count / of <= high <= 1
    other = wilson(of - count, of)
    assert (low, high) == pytest.approx((1 - other[1], 1 - other[0]))
