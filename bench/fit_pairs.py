"""Fit what judges pairs of terms: python -m bench.fit_pairs.

Logistic regression with a ridge (Hoerl and Kennard 1970) on pairs of the UN development set: right are
those that are entries of the tuned half of the thesaurus, wrong the others that share a term with one of
them. Three rounds, each with the links that the one before makes. Then Platt's calibration on documents'
halves by cross fitting. Writes src/dragoman/terms/models/NAME.json.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from bench.un_terms import CODES, entries, occurring, un_candidates, un_units
from dragoman.bitext.encoder import encoder
from dragoman.terms.candidates import Candidates
from dragoman.terms.cooccurrence import Cooccurrence, Side, linked
from dragoman.terms.features import NAMES, Likeness, features
from dragoman.terms.pairs import first_score, prepared

Floats = NDArray[np.float64]
_MODELS = Path(__file__).resolve().parents[1] / "src" / "dragoman" / "terms" / "models"
_ROUNDS, _RIDGE, _STEPS = 4, 1.0, 60


@dataclass(slots=True)
class Sample:
    """The pairs of two languages, which of them are right, and which are labelled at all."""

    candidates: tuple[Candidates, Candidates]
    pairs: Cooccurrence
    sides: tuple[Side, Side]
    alike: Likeness
    right: NDArray[np.bool_]
    labelled: NDArray[np.bool_]
    score: Floats

    def known(self) -> Floats:
        """Features with the links that the present score makes."""
        links = linked(self.pairs, self.score, *self.sides)
        return features(
            self.pairs, self.candidates, self.sides, self.candidates[0].sentences, self.alike, links
        )


def sample(left: str, right: str, *, with_vectors: bool) -> Sample:
    """The labelled pairs of two languages."""
    found = un_candidates(left), un_candidates(right)
    encode = encoder().encode if with_vectors else None
    units = found[0].sentences
    pairs, sides, alike = prepared(*found, (un_units(), un_units()), units, encode)
    places = [{key: at for at, key in enumerate(each.keys)} for each in found]
    good = {
        (places[0].get(entry.keys[left], -1), places[1].get(entry.keys[right], -1))
        for entry in entries()
        if entry.tuned
    }
    both = list(zip(pairs.left.tolist(), pairs.right.tolist(), strict=True))
    correct = np.array([pair in good for pair in both])
    # A term whose own partner is not among the pairs says nothing of the others.
    met = [pair for pair in both if pair in good]
    one, other = {a for a, _ in met}, {b for _, b in met}
    labelled = np.array([a in one or b in other for a, b in both])
    return Sample(found, pairs, sides, alike, correct, labelled, first_score(pairs, sides, alike))


def fitted(known: Floats, right: Floats) -> tuple[Floats, float]:
    """Weights and bias of the most likely logistic regression with a ridge, for features as they stand."""
    mean, spread = known.mean(axis=0), known.std(axis=0) + 1e-9
    rows = np.hstack([(known - mean) / spread, np.ones((len(known), 1))])
    ridge = np.full(rows.shape[1], _RIDGE)
    ridge[-1] = 0.0
    weights = np.zeros(rows.shape[1])
    for _step in range(_STEPS):
        chance = 1 / (1 + np.exp(-rows @ weights))
        slope = rows.T @ (chance - right) + ridge * weights
        curve = (rows * (chance * (1 - chance))[:, None]).T @ rows + np.diag(ridge + 1e-9)
        step = np.linalg.solve(curve, slope)
        weights -= step
        if np.abs(step).max() < 1e-8:
            break
    direct = weights[:-1] / spread
    return direct, float(weights[-1] - direct @ mean)


def fit(name: str, *, with_vectors: bool) -> None:
    """Fit one judge and write it."""
    samples = [sample(*pair, with_vectors=with_vectors) for pair in combinations(CODES, 2)]
    right = np.concatenate([each.right[each.labelled] for each in samples]).astype(float)
    known, weights, bias = _round(samples, right)
    for _again in range(_ROUNDS - 1):
        known, weights, bias = _round(samples, right)
    slope, level = _calibrated(known, right)
    stored = {
        "weights": dict(zip(NAMES, (round(float(one), 5) for one in weights), strict=True)),
        "bias": round(bias, 5),
        "slope": round(slope, 4),
        "level": round(level, 4),
        "fitted": {
            "by": "bench/fit_pairs.py",
            "on": "UN development set; tuned half of the UNBIS thesaurus' entries for development",
            "pairs": len(right),
            "right": int(right.sum()),
        },
    }
    (_MODELS / f"{name}.json").write_text(json.dumps(stored, indent=1) + "\n", encoding="utf-8")
    for each, pair in zip(samples, combinations(CODES, 2), strict=True):
        _report(each, *pair)


def _round(samples: Sequence[Sample], right: Floats) -> tuple[Floats, Floats, float]:
    """The features as the present scores link, and the fit to them, by which all pairs are scored."""
    known = np.concatenate([each.known()[each.labelled] for each in samples])
    weights, bias = fitted(known, right)
    for each in samples:
        each.score = each.known() @ weights + bias
    return known, weights, bias


def _calibrated(known: Floats, right: Floats) -> tuple[float, float]:
    """Slope and level by Platt, on scores that each half of the rows gets from the other half's fit."""
    half = np.arange(len(right)) % 2 == 0
    scores = np.zeros(len(right))
    for mine in (half, ~half):
        weights, bias = fitted(known[~mine], right[~mine])
        scores[mine] = known[mine] @ weights + bias
    slope, level = fitted(scores[:, None], right)
    return float(slope[0]), level


def _report(each: Sample, left: str, right: str) -> None:
    places = [{key: at for at, key in enumerate(found.keys)} for found in each.candidates]
    best: list[dict[int, int]] = [{}, {}]
    order = np.argsort(each.score)
    for a, b in zip(each.pairs.left[order].tolist(), each.pairs.right[order].tolist(), strict=True):
        best[0][a], best[1][b] = b, a
    both = set(zip(each.pairs.left.tolist(), each.pairs.right.tolist(), strict=True))
    for tuned in (True, False):
        mine = [entry for entry in occurring(left, right) if entry.tuned == tuned]
        ids = [(places[0].get(e.keys[left], -1), places[1].get(e.keys[right], -1)) for e in mine]
        there = sum(pair in both for pair in ids)
        first = sum(best[0].get(a, -2) == b for a, b in ids)
        back = sum(best[1].get(b, -2) == a for a, b in ids)
        print(left, right, "tuned" if tuned else "held", len(ids), there, first, back, flush=True)
        if tuned:
            for entry, (a, b) in zip(mine, ids, strict=True):
                if best[0].get(a, -2) != b:
                    got = each.candidates[1].keys[best[0][a]] if a in best[0] else None
                    print("   ", entry.labels[left], "|", entry.labels[right], "->", got, (a, b) in both)


if __name__ == "__main__":
    fit("pairs-with-vectors", with_vectors=True)
    fit("pairs-without-vectors", with_vectors=False)
