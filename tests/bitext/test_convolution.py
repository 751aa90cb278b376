"""Convolution with fewer products against the plain sum."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.bitext.usem3.convolution import Convolution


@settings(max_examples=80, deadline=None)
@given(
    order=st.integers(1, 5), tile=st.integers(1, 7), tiles=st.integers(1, 5), seed=st.integers(0, 2**32 - 1)
)
def test_it_is_the_sum_over_windows(order: int, tile: int, tiles: int, seed: int) -> None:
    if tile + order > 9:
        tile = 9 - order
    random = np.random.default_rng(seed)
    width, count = 16, tile * tiles
    taps = random.standard_normal((order, width, width)).astype(np.float32)
    bias = random.standard_normal(width).astype(np.float32)
    # Rows and outputs are columns of wider arrays, as in the network.
    rows = random.standard_normal((count + order - 1, 3 * width)).astype(np.float32)[:, width : 2 * width]
    out = np.full((count, 2 * width), np.nan, np.float32)
    convolution = Convolution(taps, bias, tile)
    scratch = np.full(convolution.scratch(count), np.nan, np.float32)
    convolution.apply(rows, out[:, width:], scratch)
    expected = bias + sum(rows[k : k + count].astype(np.float64) @ taps[k] for k in range(order))
    np.testing.assert_allclose(out[:, width:], expected, rtol=0, atol=1e-3)
    assert np.isnan(out[:, :width]).all()


def test_more_points_than_are_exact_enough_are_refused() -> None:
    taps = np.zeros((5, 4, 4), np.float32)
    with pytest.raises(ValueError, match="tile of 5 and 5 taps"):
        Convolution(taps, np.zeros(4, np.float32), 5)
