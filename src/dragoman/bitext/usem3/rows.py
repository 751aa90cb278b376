"""What the network computes from a piece alone, kept for the pieces that are used most.

The inputs of the convolutions depend on the piece and not on its neighbours, and the first convolution is
linear before its threshold: its sum over a window is a sum of products that belong to one piece each. So
both are computed once a piece, and the first layer becomes additions.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from dragoman.bitext.usem3.weights import BRANCH, Branch, Floats, Norm, Weights

Ids = NDArray[np.int32]

# The id of a gap, whose rows are all zero. As an index it stands for the last entry of `_place_of`.
GAP = -1
# New pieces that are computed at a time.
_BATCH = 512
# What an earlier use counts, one call later. Keeping the pieces used most (fading or not) computes a tenth
# fewer anew than keeping those used last, measured on 2,000 Russian sentences of official text; fading lets
# go of one text when another follows.
_FADING = np.float32(0.9)


class PieceRows:
    """Rows of pieces by place; a piece that is used little makes room for a new one.

    `inputs`, shape (places, 768), has the inputs of the three branches side by side. `products` has for each
    branch of order n an array (places, n * 256): the input times each of the n matrices of the first
    convolution; the one for the window's own piece has the bias and the input added. `totals` and `squares`
    are sum and sum of squares of the embedding. Place 0 is the gap's.
    """

    def __init__(self, weights: Weights, capacity: int) -> None:
        self._weights = weights
        self._first = [_side_by_side(branch) for branch in weights.branches]
        self.capacity = capacity
        places = capacity + 1
        self.inputs = np.empty((places, len(weights.branches) * BRANCH), np.float32)
        self.products = [np.empty((places, branch.order * BRANCH), np.float32) for branch in weights.branches]
        for rows in (self.inputs, *self.products):
            rows[0] = 0.0
        self.totals = np.zeros(places)
        self.squares = np.zeros(places)
        self._place_of = np.full(len(weights.table.codes) + 1, -1, np.int32)
        self._place_of[GAP] = 0
        self._piece_at = np.full(places, GAP, np.int32)
        # How much each place was used, of late more than before; 0 for a free place.
        self._use = np.zeros(places, np.float32)

    def places(self, ids: Ids) -> NDArray[np.intp]:
        """Where the rows of these pieces are, until the next call; at most `capacity` ids, gaps included."""
        pieces, counts = np.unique(ids, return_counts=True)
        there = self._place_of[pieces]
        new = pieces[there < 0]
        self._use *= _FADING
        if len(new):
            use = self._use.copy()
            use[0] = use[there[there >= 0]] = np.inf
            free = np.argpartition(use, len(new) - 1)[: len(new)]
            left = self._piece_at[free]
            self._place_of[left[left != GAP]] = -1
            self._place_of[new], self._piece_at[free], self._use[free] = free, new, 0.0
            for first in range(0, len(new), _BATCH):
                self._compute(new[first : first + _BATCH], free[first : first + _BATCH])
        self._use[self._place_of[pieces]] += counts
        return self._place_of[ids].astype(np.intp)

    def _compute(self, pieces: Ids, places: NDArray[np.intp]) -> None:
        """Fill the rows of some pieces."""
        weights = self._weights
        embeddings = weights.table.rows(pieces)
        self.totals[places] = embeddings.sum(axis=1, dtype=np.float64)
        self.squares[places] = np.vecdot(embeddings, embeddings)
        inputs = embeddings @ weights.projection
        inputs += weights.bias
        _normalise(inputs, weights.projection_norm, weights.epsilon)
        self.inputs[places] = inputs
        for number, (branch, first) in enumerate(zip(weights.branches, self._first, strict=True)):
            own = inputs[:, number * BRANCH : (number + 1) * BRANCH]
            products = own @ first
            middle = products[:, branch.left * BRANCH : (branch.left + 1) * BRANCH]
            middle += branch.first_bias
            middle += own
            self.products[number][places] = products


def _side_by_side(branch: Branch) -> Floats:
    """The matrices of the first convolution as one of shape (256, order * 256)."""
    return np.ascontiguousarray(branch.first.transpose(1, 0, 2)).reshape(BRANCH, -1)


def _normalise(rows: Floats, norm: Norm, epsilon: float) -> None:
    """Layer normalisation in place."""
    rows -= rows.mean(axis=1, keepdims=True)
    rows *= np.reciprocal(np.sqrt(np.vecdot(rows, rows) / rows.shape[1] + epsilon))[:, None]
    rows *= norm.gain
    rows += norm.offset
