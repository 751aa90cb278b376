from __future__ import annotations

import math

import numpy as np
import pytest

from dragoman.bitext.features import OMISSIONS, TWO_SIDED, Candidates
from dragoman.bitext.scorer import Network, Scorer, scorer


def network(features: int, beads: int, hidden: int = 5) -> Network:
    dice = np.random.default_rng(features)
    shapes = ((features, hidden), (beads, hidden), (hidden,), (features,), (beads,))
    return Network(*(dice.standard_normal(shape).astype(np.float32) for shape in shapes))


def made() -> Scorer:
    return Scorer(network(4, len(TWO_SIDED)), network(3, len(OMISSIONS)), ((2.0, 0.5), (0.5, -1.0)), 0.4)


def test_a_score_is_that_of_its_formula() -> None:
    one = network(4, 3)
    row = np.array([0.3, -1.2, 2.0, 0.0], np.float32)
    for bead in range(3):
        hidden = [max(0.0, float(row @ one.hidden[:, k] + one.kind[bead, k])) for k in range(5)]
        expected = float(np.dot(hidden, one.out) + row @ one.direct + one.bias[bead])
        assert one.scores(row[None], bead)[0] == pytest.approx(expected, abs=1e-5)


def test_scores_are_laid_out_over_the_cells() -> None:
    dice = np.random.default_rng(1)
    scoring = made()
    candidates = {
        bead: Candidates(np.array([3, 5], np.int32), dice.standard_normal((2, size)).astype(np.float32))
        for beads, size in ((TWO_SIDED, 4), (OMISSIONS, 3))
        for bead in beads
    }
    laid_out = scoring.scores(candidates, 8)
    assert set(laid_out) == {*TWO_SIDED, *OMISSIONS}
    for number, bead in enumerate(TWO_SIDED):
        expected = np.full(8, -np.inf)
        expected[[3, 5]] = scoring.two_sided.scores(candidates[bead].features, number)
        np.testing.assert_array_equal(laid_out[bead], expected)
    np.testing.assert_array_equal(
        laid_out[0, 1][[3, 5]], scoring.omissions.scores(candidates[0, 1].features, OMISSIONS.index((0, 1)))
    )


@pytest.mark.parametrize(("omission", "slope", "shift"), [(False, 2.0, 0.5), (True, 0.5, -1.0)])
def test_probabilities_are_calibrated_by_kind(omission: bool, slope: float, shift: float) -> None:
    for raw in (0.01, 0.3, 0.5, 0.9):
        odds = slope * math.log(raw / (1 - raw)) + shift
        assert made().probability(raw, omission=omission) == pytest.approx(
            1 / (1 + math.exp(-odds)), abs=1e-6
        )


def test_certainty_stays_a_probability_and_order_is_kept() -> None:
    for name in ("with-vectors", "without-vectors"):
        for omission in (False, True):
            raw = [-1e-9, 0.0, 1e-9, 0.2, 0.5, 0.8, 1.0, 1.0 + 1e-9]
            found = [scorer(name).probability(value, omission=omission) for value in raw]
            assert found == sorted(found)
            assert found[0] >= 0
            assert found[-1] <= 1
