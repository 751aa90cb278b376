"""The learned part of pairing: how much each feature of a pair counts, and how sure that makes it.

Logistic regressions; `bench/fit_pairs.py` fits them and writes the files in `models/`, which say on which
data.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import numpy as np
from numpy.typing import NDArray

from dragoman.terms.features import NAMES

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Judge:
    """Scores rows of features and says how probable a score makes it that they describe renderings.

    `weights` are by feature, (f,); probability = 1 / (1 + exp(-(slope * score + level))).

    Reference: Platt, J. 1999. Advances in Large Margin Classifiers, 61–74.
    """

    weights: Floats
    bias: float
    slope: float
    level: float

    def score(self, known: Floats) -> Floats:
        """One score a row of features, (k,)."""
        score: Floats = known @ self.weights + self.bias
        return score

    def probability(self, score: Floats) -> Floats:
        """Calibrated probabilities of scores, (k,)."""
        return 1 / (1 + np.exp(-np.clip(self.slope * score + self.level, -50, 50)))


@cache
def judge(*, with_vectors: bool) -> Judge:
    """The judge for pairs whose terms have vectors, or have none."""
    name = "pairs-with-vectors" if with_vectors else "pairs-without-vectors"
    stored = json.loads(files("dragoman.terms").joinpath(f"models/{name}.json").read_text(encoding="utf-8"))
    weights = np.array([stored["weights"][each] for each in NAMES])
    return Judge(weights, stored["bias"], stored["slope"], stored["level"])
