"""A rough path from the lengths of sentences alone, for languages that no encoder knows.

Reference: Gale and Church 1993, pp. 79-85: the probability of each bead type, and lengths that differ as if
each character of one language gave rise to a normally distributed number of characters in the other.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from dragoman.bitext.corridor import Corridor, Pair
from dragoman.bitext.lattice import Lattice

Floats = NDArray[np.float32]

# Table 5, p. 82; 2-1 and 1-2 share theirs, and so do 1-0 and 0-1.
_PRIOR: dict[Pair, float] = {
    (1, 1): 0.89, (1, 2): 0.0445, (2, 1): 0.0445, (2, 2): 0.011, (1, 0): 0.00495, (0, 1): 0.00495,
}  # fmt: skip
# Variance for each character, p. 80.
_VARIANCE = 6.8
# What a shared number or name is worth, in log-probability for each unit of their weighted product.
_ANCHOR = 2.0


def length_path(source: Floats, target: Floats, anchors: Floats, cells: Corridor) -> list[Pair]:
    """The 1-1 pairs of the most probable alignment by length, (i, j) rising.

    `source` (n,) and `target` (m,) are lengths in characters; `anchors` (cells + 1,) the product of shared
    numbers and names of the sentences before each cell.
    """
    ratio = target.sum() / source.sum()
    left = np.concatenate([[0.0], np.cumsum(source * np.sqrt(ratio), dtype=np.float64)])
    right = np.concatenate([[0.0], np.cumsum(target / np.sqrt(ratio), dtype=np.float64)])
    scores = {}
    for (a, b), prior in _PRIOR.items():
        before = cells.at(-a, -b)
        i, j = cells.rows, cells.columns
        first, second = left[i] - left[np.maximum(i - a, 0)], right[j] - right[np.maximum(j - b, 0)]
        difference = (first - second) / np.sqrt(_VARIANCE * np.maximum(0.5 * (first + second), 1.0))
        score = np.log(prior) - 0.5 * difference * difference
        if a and b:
            score += _ANCHOR * anchors[:-1]
        scores[a, b] = np.where(before < cells.size, score, -np.inf)
    best = Lattice(cells, scores).best()
    return [
        (int(cells.rows[cell]) - 1, int(cells.columns[cell]) - 1) for bead, cell in best if bead == (1, 1)
    ]
