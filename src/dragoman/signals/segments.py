"""A series cut into stretches of one level each: the best cuts of all, by likelihood.

Reference: Auger, I. E. and Lawrence, C. E. 1989. Algorithms for the optimal identification of segment
neighborhoods. Bulletin of Mathematical Biology 51, 39-54. Series here are short, so their exact search is
used as it stands; for long ones, with a penalty instead of a number, it is pruned as Killick, Fearnhead and
Eckley 2012, JASA 107, 1590-1598, do.
"""

from __future__ import annotations

from typing import Literal

import numpy as np
from numpy.typing import NDArray

Kind = Literal["share", "rate"]
"""A share: so many of so many documents (binomial). A rate: so many events an exposure (Poisson)."""

Counts = NDArray[np.int64]
Floats = NDArray[np.float64]


def likelihood(kind: Kind, counts: NDArray[np.generic], exposures: NDArray[np.generic]) -> Floats:
    """The log-likelihood of sums of counts at their best level, element by element.

    What is the same for every way to cut a series is left out.
    """
    k, of = counts.astype(np.float64), exposures.astype(np.float64)
    if kind == "rate":
        return _x_log_x(k) - k * np.log(np.where(of > 0, of, 1.0))
    return _x_log_x(k) + _x_log_x(of - k) - _x_log_x(of)


def _x_log_x(x: Floats) -> Floats:
    return x * np.log(np.where(x > 0, x, 1.0))


def stretches(kind: Kind, counts: Counts, exposures: Floats) -> Floats:
    """(n + 1, n + 1): the likelihood of the periods i..j-1 as one level; -infinity where j <= i."""
    sums = np.concatenate([[0], np.cumsum(counts)])
    of = np.concatenate([[0.0], np.cumsum(exposures)])
    start, end = np.triu_indices(len(sums), 1)
    found = np.full((len(sums), len(sums)), -np.inf)
    found[start, end] = likelihood(kind, sums[end] - sums[start], of[end] - of[start])
    return found


def best_cuts(gains: Floats, most: int) -> list[tuple[int, ...]]:
    """For 0, 1, … `most` cuts (fewer in a short series) those of the highest likelihood.

    `gains` are those of `stretches`. A cut is the first period of a new level; of equals the earliest stand.
    """
    n = len(gains) - 1
    reached = gains[0].copy()
    before: list[NDArray[np.intp]] = []
    found: list[tuple[int, ...]] = [()]
    for _ in range(min(most, n - 1)):
        through = reached[:, None] + gains
        before.append(through.argmax(axis=0))
        reached = through.max(axis=0)
        cuts, at = [], n
        for step in reversed(before):
            at = int(step[at])
            cuts.append(at)
        found.append(tuple(reversed(cuts)))
    return found
