from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.terms import measures


@pytest.mark.parametrize(
    ("length", "count", "nested", "containers", "expected"),
    [
        # Frantzi et al. (2000), section 3.1: terms around "basal cell carcinoma".
        (5, 5, 0, 0, 11.6096),  # adenoid cystic basal cell carcinoma
        (4, 11, 5, 1, 12.0),  # cystic basal cell carcinoma
        (4, 7, 0, 0, 14.0),  # ulcerated basal cell carcinoma
        (4, 5, 0, 0, 10.0),  # recurrent basal cell carcinoma
        (4, 3, 0, 0, 6.0),  # circumscribed basal cell carcinoma
        (3, 984, 26, 5, 1551.36),  # basal cell carcinoma
    ],
)
def test_c_value_of_the_paper(length: int, count: int, nested: int, containers: int, expected: float) -> None:
    assert measures.c_value(count, length, nested, containers) == pytest.approx(expected, abs=0.005)


def test_c_value_of_single_words() -> None:
    assert measures.c_value(7, 1) == 0.0
    assert measures.c_value(7, 1, singles=True) == pytest.approx(7.0)
    assert measures.c_value([7, 7], [3, 1], singles=True).tolist() == pytest.approx([14.0, 7.0])


def test_c_value_of_a_candidate_that_is_only_part_of_another() -> None:
    assert measures.c_value(9, 2, nested=9, containers=1) == 0.0


def test_keyness_by_hand() -> None:
    # 20 in 1,000 words against 10 in 2,000: expected are 10 and 20; 2 · (20 ln 2 + 10 ln 0.5).
    assert measures.log_likelihood(20, 1000, 10, 2000) == pytest.approx(20 * math.log(2))
    assert measures.keyness(10, 2000, 20, 1000) == pytest.approx(-20 * math.log(2))


def test_association_of_dunning() -> None:
    # Dunning (1993), table 1: "the swiss", k = 110, 2442, 111, 29114, −2 log λ = 270.72.
    both, left_only, right_only, neither = 110, 2442, 111, 29114
    total = both + left_only + right_only + neither
    value = measures.association(both, both + left_only, both + right_only, total)
    assert value == pytest.approx(270.72, abs=0.01)


def test_dispersion_by_hand() -> None:
    # Parts of 10, 20 and 70 %; the word 50, 30 and 20 %: (0.4 + 0.1 + 0.5) / 2.
    assert measures.dispersion_dp([5, 3, 2], [100, 200, 700]) == pytest.approx(0.5)
    assert measures.dispersion_dp_norm([5, 3, 2], [100, 200, 700]) == pytest.approx(0.5 / 0.9)
    # All of it in the smallest part: as uneven as can be.
    assert measures.dispersion_dp_norm([4, 0, 0], [100, 200, 700]) == pytest.approx(1.0)
    assert measures.dispersion_dp_norm([4], [100]) == 0.0
    assert np.isnan(measures.dispersion_dp([0, 0], [1, 1]))


def test_dispersion_of_many_words_at_once() -> None:
    found = measures.dispersion_dp([[5, 3, 2], [1, 2, 7]], [100, 200, 700])
    assert found.tolist() == pytest.approx([0.5, 0.0])


def test_branching_entropy_by_hand() -> None:
    assert measures.branching_entropy([4, 4, 4, 4]) == pytest.approx(2.0)
    assert measures.branching_entropy([2, 1, 1]) == pytest.approx(1.5)
    assert measures.branching_entropy([9]) == 0.0
    assert measures.branching_entropy([]) == 0.0


def test_information_by_hand() -> None:
    # 8 together, 16 and 32 alone, of 1,024: 8 · 1,024 / 512 = 16.
    assert measures.pointwise_information(8, 16, 32, 1024) == pytest.approx(4.0)
    assert measures.pointwise_information(0, 16, 32, 1024) == -np.inf
    assert measures.cohesion(8, [(16, 32), (64, 8)], 1024) == pytest.approx(4.0)
    assert measures.cohesion(8, [], 1024) == np.inf


def test_dice_by_hand() -> None:
    assert measures.dice(10, 20, 20) == pytest.approx(0.5)
    assert measures.dice(0, 0, 0) == 0.0
    assert measures.log_dice(10, 20, 20) == pytest.approx(13.0)
    assert measures.log_dice(10, 10, 10) == pytest.approx(14.0)  # Rychlý (2008): the maximum
    assert measures.log_dice(0, 3, 4) == -np.inf


_COUNT = st.integers(1, 10_000)


@given(_COUNT, _COUNT, st.integers(10_000, 10**7), st.integers(10_000, 10**7))
def test_keyness_is_symmetric_and_not_negative(a: int, b: int, c: int, d: int) -> None:
    value = float(measures.log_likelihood(a, c, b, d))
    assert value >= 0.0
    assert value == pytest.approx(float(measures.log_likelihood(b, d, a, c)), abs=1e-6)
    assert float(measures.keyness(a, c, b, d)) == pytest.approx(
        -float(measures.keyness(b, d, a, c)), abs=1e-6
    )


@given(st.data())
def test_ranges_of_association(data: st.DataObject) -> None:
    both = data.draw(st.integers(0, 50))
    left = data.draw(st.integers(max(both, 1), 100))
    right = data.draw(st.integers(max(both, 1), 100))
    total = data.draw(st.integers(left + right, 10_000))
    assert float(measures.association(both, left, right, total)) >= 0.0
    assert 0.0 <= float(measures.dice(both, left, right)) <= 1.0
    assert float(measures.log_dice(both, left, right)) <= 14.0
    assert float(measures.dice(both, left, right)) == float(measures.dice(both, right, left))


@given(st.lists(st.tuples(st.integers(0, 50), st.integers(1, 1000)), min_size=2, max_size=12))
def test_ranges_of_dispersion(parts: list[tuple[int, int]]) -> None:
    counts, sizes = zip(*parts, strict=True)
    if sum(counts) == 0:
        return
    assert 0.0 <= float(measures.dispersion_dp(counts, sizes)) < 1.0
    assert -1e-12 <= float(measures.dispersion_dp_norm(counts, sizes)) <= 1.0 + 1e-12


@given(st.lists(st.integers(0, 100), max_size=20))
def test_entropy_is_between_nothing_and_all_equal(neighbours: list[int]) -> None:
    kinds = sum(1 for count in neighbours if count)
    most = math.log2(kinds) if kinds else 0.0
    assert 0.0 <= measures.branching_entropy(neighbours) <= most + 1e-9
