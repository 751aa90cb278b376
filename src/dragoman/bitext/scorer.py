"""The learned part of the aligner: how much each bead's features count, and how sure that makes it.

Two small networks (one hidden layer) score two-sided beads and omissions; `bench/fit_aligner.py` learns
them and writes the files in `models/`, which say on which data.
"""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray

from dragoman.bitext.corridor import Pair
from dragoman.bitext.features import OMISSIONS, TWO_SIDED, Candidates

Floats = NDArray[np.float32]
Doubles = NDArray[np.float64]
ModelName = Literal["with-vectors", "without-vectors"]


@dataclass(frozen=True, slots=True)
class Network:
    """score = out . max(0, hidden^T x + kind) + direct . x + bias; one `kind` row and one bias a bead type.

    Shapes for f features, h hidden units, t bead types: hidden (f, h), kind (t, h), out (h,), direct (f,),
    bias (t,).
    """

    hidden: Floats
    kind: Floats
    out: Floats
    direct: Floats
    bias: Floats

    def activations(self, features: Floats, bead: int) -> Floats:
        """The hidden layer for rows of features, (k, h)."""
        layer = features @ self.hidden
        layer += self.kind[bead]
        np.maximum(layer, 0, out=layer)
        return layer

    def scores(self, features: Floats, bead: int) -> Floats:
        """One score a row, (k,)."""
        scores: Floats = self.activations(features, bead) @ self.out
        scores += features @ self.direct
        scores += self.bias[bead]
        return scores


@dataclass(frozen=True, slots=True)
class Scorer:
    """Scores beads, and turns the probability that the lattice gives into a calibrated one.

    `calibration` holds slope and shift on the log-odds, for two-sided beads and for omissions (Platt 1999,
    p. 64). `price` is what a bead must promise to be worth listing: with F the strict F1 that is reached, F
    / 2 is the best price (Dinkelbach 1967), so 0.4 to 0.5.
    """

    two_sided: Network
    omissions: Network
    calibration: tuple[tuple[float, float], tuple[float, float]]
    price: float

    def scores(self, candidates: Mapping[Pair, Candidates], cells: int) -> dict[Pair, Doubles]:
        """Scores of every candidate laid out over the cells, -inf elsewhere."""
        laid_out = {}
        for network, beads in ((self.two_sided, TWO_SIDED), (self.omissions, OMISSIONS)):
            for number, bead in enumerate(beads):
                found = candidates[bead]
                scores = np.full(cells, -np.inf)
                scores[found.cells] = network.scores(found.features, number)
                laid_out[bead] = scores
        return laid_out

    def probability(self, raw: float, *, omission: bool) -> float:
        """The calibrated probability."""
        slope, shift = self.calibration[int(omission)]
        odds = math.log(max(raw, 1e-6)) - math.log(max(1 - raw, 1e-6))
        # Matrix products differ in their last digits from machine to machine; what is said must not.
        return round(1 / (1 + math.exp(-(slope * odds + shift))), 6)


def _network(stored: Mapping[str, Any]) -> Network:
    return Network(
        **{name: np.array(stored[name], np.float32) for name in ("hidden", "kind", "out", "direct", "bias")}
    )


@cache
def scorer(name: ModelName) -> Scorer:
    """A fitted scorer: "with-vectors" for languages that the encoder knows, "without-vectors" for others."""
    stored = json.loads(
        files("dragoman.bitext").joinpath("models", f"{name}.json").read_text(encoding="utf-8")
    )
    first, second = stored["calibration"]
    return Scorer(
        two_sided=_network(stored["two_sided"]),
        omissions=_network(stored["omissions"]),
        calibration=((first[0], first[1]), (second[0], second[1])),
        price=stored["price"],
    )
