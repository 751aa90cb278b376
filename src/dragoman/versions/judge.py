"""How probable a clue makes it that two versions differ in substance: a logistic regression for each kind.

`bench/fit_versions.py` fits them on differences planted into texts, and writes `models/judge.json`, which
says on which; `bench/fit_omissions.py` and `models/omitted.json` do the same for what a row leaves out.
"""

from __future__ import annotations

import json
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from dragoman.versions.model import Clue

_LARGEST, _NEVER = 30.0, 1e-6


@dataclass(frozen=True, slots=True)
class Weights:
    """What each feature of a kind counts, and what a clue without any does."""

    bias: float
    weights: Mapping[str, float]

    def score(self, features: Mapping[str, float]) -> float:
        """The log odds of a clue."""
        weights = self.weights
        return self.bias + sum(weights.get(name, 0.0) * value for name, value in features.items())


@dataclass(frozen=True, slots=True)
class Judge:
    """Weights by kind, and for what two pairs of three versions say of one place (see `together`)."""

    kinds: Mapping[str, Weights]
    three: Weights

    def score(self, clue: Clue) -> float:
        """The log odds that a clue is a difference of substance."""
        return self.kinds[clue.kind].score(clue.features)

    def together(self, scores: Sequence[float], kind: str) -> float:
        """The log odds of a difference by those of its clues in each pair of three versions."""
        return self.three.score(of_three(scores, kind))


def of_three(scores: Sequence[float], kind: str) -> dict[str, float]:
    """What is known of a place in three versions: the log odds of its clues, the best first, and its kind."""
    first, *rest = sorted(scores, reverse=True)
    alone = float(not rest)
    return {
        "first": first,
        "second": rest[0] if rest else 0.0,
        "one pair alone": alone,
        kind: 1.0,
        f"{kind}, one pair alone": alone,
    }


def probability(score: float) -> float:
    """The probability that log odds stand for."""
    return 1 / (1 + math.exp(-max(-_LARGEST, min(score, _LARGEST))))


def log_odds(sure: float) -> float:
    """The log odds of a probability; what is certain is very probable."""
    sure = min(max(sure, _NEVER), 1 - _NEVER)
    return math.log(sure / (1 - sure))


@cache
def judge() -> Judge:
    """The judge that was fitted."""
    stored = _stored("judge")
    kinds = {kind: _weights(each) for kind, each in stored["kinds"].items()}
    return Judge({**kinds, "omitted": _weights(_stored("omitted"))}, _weights(stored["three"]))


def _stored(name: str) -> dict[str, Any]:
    text = files("dragoman.versions").joinpath(f"models/{name}.json").read_text(encoding="utf-8")
    stored: dict[str, Any] = json.loads(text)
    return stored


def _weights(stored: Mapping[str, Any]) -> Weights:
    return Weights(stored["bias"], stored["weights"])
