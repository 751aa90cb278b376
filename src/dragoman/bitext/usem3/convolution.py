"""Convolution along a sequence with fewer products: the minimal filtering of Toom, Cook and Winograd (1980).

m outputs of a filter with r taps cost m + r - 1 products instead of m r: outputs and filter are seen as
polynomials, evaluated at m + r - 1 points, multiplied point by point and interpolated. With matrices as
coefficients (Lavin and Gray 2016, "Fast Algorithms for Convolutional Neural Networks") each product is a
product of matrices, and evaluating and interpolating are cheap sums. With up to eight points of small size
the vectors of this encoder keep about the rounding error of the plain sum: against double precision, on
5,000 short texts, at most 1.2e-6 instead of 0.6e-6 (root mean square 4.2e-8 instead of 3.8e-8). With ten
points it is 5e-6.
"""

from __future__ import annotations

import numpy as np
from numpy.lib.stride_tricks import as_strided
from numpy.typing import NDArray

Floats = NDArray[np.float32]

# The points, in an order in which few of them round little; the last point of every set is infinity.
_POINTS = (1.0, 0.0, -1.0, 2.0, -2.0, 0.5, -0.5)


class Convolution:
    """out[t] = bias + sum over k of rows[t + k] @ taps[k], for taps of shape (r, width, width).

    `tile` is how many outputs are computed together, m above. ValueError if it takes more than eight points.
    """

    def __init__(self, taps: Floats, bias: Floats, tile: int) -> None:
        order = len(taps)
        points = tile + order - 1
        if points > len(_POINTS) + 1:
            raise ValueError(f"A tile of {tile} and {order} taps take more than {len(_POINTS) + 1} points.")
        finite = np.array(_POINTS[: points - 1])
        # The rows of the transposed interpolation are scaled to small numbers; the filter makes up for it.
        scale = np.array([np.prod(p - finite[finite != p]) for p in finite] + [1.0])[:, None]
        filters = np.tensordot(_powers(finite, order) / scale, taps.astype(np.float64), axes=1)
        self._inwards = (np.linalg.inv(_powers(finite, points)).T * scale).astype(np.float32)
        self._filters: Floats = filters.astype(np.float32)
        self._outwards = _powers(finite, tile).T.astype(np.float32)
        self._bias = bias
        self._tile = tile

    def scratch(self, outputs: int) -> int:
        """How many numbers the work area of `apply` needs for so many outputs."""
        return 2 * self._filters[:, 0].size * (outputs // self._tile)

    def apply(self, rows: Floats, out: Floats, scratch: Floats) -> None:
        """Write the outputs to `out`, shape (n, width), where n is a multiple of the tile.

        `rows` has at least n + r - 1 rows. Rows of both are contiguous each. `scratch` is a flat work area.
        """
        points, width = self._filters.shape[:2]
        tiles = len(out) // self._tile
        size = points * tiles * width
        evaluated = scratch[:size].reshape(points, tiles, width)
        products = scratch[size : 2 * size].reshape(points, tiles, width)
        step, item = rows.strides
        windows = as_strided(rows, (tiles, points, width), (self._tile * step, step, item))
        np.matmul(self._inwards, windows, out=evaluated.transpose(1, 0, 2))
        np.matmul(evaluated, self._filters, out=products)
        # What is added at the point 1 alone adds itself to every output.
        products[0] += self._bias
        np.matmul(self._outwards, products.transpose(1, 0, 2), out=out.reshape(tiles, self._tile, width))


def _powers(finite: NDArray[np.float64], count: int) -> NDArray[np.float64]:
    """The powers 0 to count - 1 of each point; at infinity only the highest counts."""
    infinite = np.zeros((1, count))
    infinite[0, -1] = 1.0
    return np.concatenate([np.vander(finite, count, increasing=True), infinite])
