"""Fit what judges clues of differences between versions: python -m bench.fit_versions [ROUNDS [PRIOR]].

A logistic regression with a ridge (Hoerl and Kennard 1970) for each kind, by Newton's method, on the part for
tuning of the United Nations' lines and of the legal code. Wrong are all clues in rows as they are; right are
clues in rows where a difference was planted, of its kind, at its place or not there before. Other clues of
such rows are left out. Differences weigh as if one row in twelve (or PRIOR) held one of any kind: what comes
out is a probability for a text in which so many differ. A last regression weighs what two pairs of three
versions say of one place. Prints what five-fold cross validation by document gives, and writes
src/dragoman/versions/models/judge.json.
"""

from __future__ import annotations

import json
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from bench.corpora import Corpus
from bench.planting.documents import Document, at_place, untouched, with_plants
from bench.planting.model import PLANTED, Plant, Planted
from bench.planting.parts import code, documents, nations
from dragoman.bitext.encoder import encoder
from dragoman.bitext.remembering import Remembering
from dragoman.bitext.taking import take
from dragoman.versions.compare import METHOD, gathered
from dragoman.versions.judge import of_three
from dragoman.versions.merged import Weighed, gather
from dragoman.versions.model import Clue
from dragoman.versions.side import Passage, Setting, Side

Floats = NDArray[np.float64]
Pair = tuple[str, str]
Key = tuple[str, tuple[str, ...], tuple[str, ...]]

MODEL = Path(__file__).resolve().parents[1] / "src" / "dragoman" / "versions" / "models" / "judge.json"
PAIRS: tuple[Pair, ...] = (("ru", "zh"), ("en", "ru"), ("en", "zh"))
KINDS: tuple[Planted, ...] = tuple(kind for kind in PLANTED if kind != "omitted")
PRIOR = 0.08
"""The share of rows that is taken to hold a difference, unless another is asked for."""

_ROUNDS, _EACH = 10, 30
_FOLDS = 5
# Of 0.1, 0.3, 1, 3 and 10 the one that finds most within the budget, cross-validated; its loss is near the
# least.
_RIDGE = 1.0
_STEPS, _ENOUGH = 60, 1e-8
_LONGEST_STEP = 5.0
_BUDGET = 2.0
_CODES = ("ru", "zh", "en")


@dataclass(slots=True)
class Example:
    """A clue, where it was found, and what it counts; `score` is its log odds as the other folds judge."""

    clue: Clue
    pair: Pair
    place: tuple[int, int, int]
    """Round (0 for texts as they are), document and row."""
    right: bool
    weight: float
    fold: int
    score: float = 0.0


@dataclass(slots=True)
class Sample:
    """All examples, and what was asked: rows as they are, and the plants of each kind."""

    examples: list[Example]
    rows: int
    asked: Counter[str]
    """By kind, each plant once for each pair that has its language."""
    plants: int
    prior: float
    before: dict[tuple[int, Pair, int], set[Key]] = field(default_factory=dict)
    """The clues of rows as they are, by document, pair and row."""

    @property
    def weight(self) -> float:
        """What a plant counts, where a row as it is counts 1."""
        return self.prior * self.rows / max(1, self.plants)


class Sides:
    """What each sentence says, read once for all rounds."""

    def __init__(self) -> None:
        self._sides: dict[tuple[str, str], Side] = {}
        self._encoder = Remembering(encoder())

    def of(self, lines: Sequence[str], language: str) -> list[Side | None]:
        """The sides of the lines of a version, None for those left out."""
        present = [line for line in lines if line]
        new = [line for line in present if (language, line) not in self._sides]
        if new:
            taken = take(present, language, language, as_given=True)
            for line, sentence in zip(present, taken.sentences, strict=True):
                self._sides.setdefault((language, line), Side(language, [sentence]))
        return [self._sides[language, line] if line else None for line in lines]

    def clues(self, document: Document, pair: Pair) -> Iterator[tuple[int, Clue]]:
        """The clues of a document in two languages, with their rows."""
        both = [self.of(document.lines[each], each) for each in pair]
        rows, passages = [], []
        for row, (left, right) in enumerate(zip(*both, strict=True)):
            if left is not None and right is not None:
                rows.append(row)
                passages.append(Passage(left, right))
        for clue in gathered(passages, Setting(pair, self._encoder)):
            if clue.kind in KINDS:
                yield rows[clue.passage], clue


def sampled(rounds: int, prior: float) -> Sample:
    """Examples of the part for tuning: texts as they are once, and rounds with plants of other seeds."""
    sides = Sides()
    nation, licence = documents(nations("tuning")), [code("tuning")]
    sample = Sample([], 0, Counter(), 0, prior)
    for number, (corpus, document) in enumerate(
        zip(nation + licence, untouched(nation + licence), strict=True)
    ):
        sample.rows += len(corpus)
        for pair in PAIRS:
            for row, clue in sides.clues(document, pair):
                sample.before.setdefault((number, pair, row), set()).add(_key(clue, document, pair, row))
                place = (0, number, row)
                sample.examples.append(Example(clue, pair, place, False, 1.0, _fold(corpus.groups[row])))
    for turn in range(1, rounds + 1):
        _plant(sample, sides, nation, turn)
    for each in sample.examples:
        if each.right:
            # Every plant is in one of three languages, so two pairs of three have it.
            each.weight = sample.weight * len(PAIRS) / 2
    return sample


def _plant(sample: Sample, sides: Sides, nation: Sequence[Corpus], turn: int) -> None:
    """Add the right clues of a round with plants."""
    for number, document in enumerate(with_plants(nation, "tuning", _EACH, f"round {turn}")):
        plants = {plant.row: plant for plant in document.plants}
        sample.plants += len(plants)
        for pair in PAIRS:
            sample.asked.update(plant.kind for plant in plants.values() if plant.language in pair)
            for row, clue in sides.clues(document, pair):
                if row not in plants or plants[row].kind != clue.kind or plants[row].language not in pair:
                    continue
                before = sample.before.get((number, pair, row), set())
                if _is_at(plants[row], clue, pair) or _key(clue, document, pair, row) not in before:
                    fold = _fold(nation[number].groups[row])
                    sample.examples.append(Example(clue, pair, (turn, number, row), True, 0.0, fold))


def _key(clue: Clue, document: Document, pair: Pair, row: int) -> Key:
    """What makes a clue of a row another one: its kind, and the words that it marks."""
    left, right = (document.lines[code][row] for code in pair)
    return (
        clue.kind,
        tuple(left[start:end] for start, end in clue.left),
        tuple(right[start:end] for start, end in clue.right),
    )


def _is_at(plant: Plant, clue: Clue, pair: Pair) -> bool:
    """Whether a clue is at the place of a plant: or, if that took away, anything on the other side alone."""
    if plant.language not in pair:
        return False
    own, other = (clue.left, clue.right) if plant.language == pair[0] else (clue.right, clue.left)
    return at_place(plant, own) or (plant.after == "" and not own and bool(other))


def _fold(document: str) -> int:
    return int(sha256(document.encode()).hexdigest(), 16) % _FOLDS


def fitted(known: Floats, right: Floats, weights: Floats) -> tuple[Floats, float]:
    """Weights and bias of the most likely logistic regression with a ridge, for features as they stand."""
    spread = np.sqrt(np.average(known**2, axis=0, weights=weights)) + 0.05
    rows = np.hstack([known / spread, np.ones((len(known), 1))])
    ridge = np.full(rows.shape[1], _RIDGE)
    ridge[-1] = 1e-6
    found = np.zeros(rows.shape[1])
    for _step in range(_STEPS):
        chance = 1 / (1 + np.exp(-np.clip(rows @ found, -30, 30)))
        slope = rows.T @ (weights * (chance - right)) + ridge * found
        curve = (rows * (weights * chance * (1 - chance))[:, None]).T @ rows + np.diag(ridge + 1e-9)
        step = np.linalg.solve(curve, slope)
        found -= np.clip(step, -_LONGEST_STEP, _LONGEST_STEP)
        if np.abs(step).max() < _ENOUGH:
            break
    return found[:-1] / spread, float(found[-1])


@dataclass(frozen=True, slots=True)
class Fit:
    """A regression by the names of its features."""

    bias: float
    weights: Mapping[str, float]

    def stored(self) -> dict[str, object]:
        """As it is written: five digits, weights that are nothing left out."""
        kept = {name: round(one, 5) for name, one in sorted(self.weights.items()) if abs(one) >= 1e-5}
        return {"bias": round(self.bias, 5), "weights": kept}

    def score(self, features: Mapping[str, float]) -> float:
        """The log odds of features."""
        return self.bias + sum(self.weights.get(name, 0.0) * one for name, one in features.items())


def fit(found: Sequence[tuple[Mapping[str, float], bool, float]]) -> Fit:
    """The regression for features, whether each was right, and what each counts."""
    names = sorted({name for features, _right, _weight in found for name in features})
    known = np.array([[features.get(name, 0.0) for name in names] for features, _right, _weight in found])
    right = np.array([float(good) for _features, good, _weight in found])
    weights, bias = fitted(known.reshape(len(found), len(names)), right, np.array([one[2] for one in found]))
    return Fit(bias, dict(zip(names, weights.tolist(), strict=True)))


def judged(examples: Sequence[Example]) -> dict[str, Fit]:
    """A regression for each kind on all examples; each example gets the score of a fit without its fold."""
    by_kind: dict[str, list[Example]] = defaultdict(list)
    for each in examples:
        by_kind[each.clue.kind].append(each)
    fits = {}
    for kind, own in sorted(by_kind.items()):
        if not any(each.right for each in own):
            continue
        for fold in range(_FOLDS):
            without = _fit_of([each for each in own if each.fold != fold])
            for each in own:
                if each.fold == fold:
                    each.score = without.score(each.clue.features)
        fits[kind] = _fit_of(own)
    return fits


def _fit_of(examples: Sequence[Example]) -> Fit:
    return fit([(each.clue.features, each.right, each.weight) for each in examples])


def together(sample: Sample) -> Fit:
    """What the clues of two or three pairs at one place of a row say together."""
    rows: dict[tuple[int, int, int], list[Example]] = defaultdict(list)
    for each in sample.examples:
        rows[each.place].append(each)
    found = []
    for place, own in rows.items():
        for group in gather([_weighed(each) for each in own]):
            first, *rest = sorted(group.scores, reverse=True)
            features = of_three((first, *rest), group.best.kind)
            found.append((features, place[0] > 0, sample.weight if place[0] else 1.0))
    return fit(found)


def _weighed(each: Example) -> Weighed:
    spans = {
        _CODES.index(each.pair[0]): each.clue.left,
        _CODES.index(each.pair[1]): each.clue.right,
    }
    return Weighed(each.clue.kind, each.place[2], spans, each.clue.reason, each.score)


def report(sample: Sample) -> None:
    """Print recall and false findings by kind, cross-validated: at p >= 0.5, where the budget is spent."""
    passages = sample.rows * len(PAIRS)
    everywhere = sorted((each.score for each in sample.examples if not each.right), reverse=True)
    spent = everywhere[min(int(_BUDGET * passages / 100), len(everywhere) - 1)]
    print("kind            asked   clue   p>=0.5 false/100    budget false/100      loss")
    for kind in (*KINDS, "all"):
        own = [each for each in sample.examples if kind in ("all", each.clue.kind)]
        asked = max(1, sum(sample.asked[each] for each in KINDS if kind in ("all", each)))
        cells = []
        for line in (0.0, spent):
            hits = {(each.place, each.pair) for each in own if each.right and each.score >= line}
            wrong = sum(not each.right and each.score >= line for each in own)
            cells.append(f"{len(hits) / asked:8.1%} {100 * wrong / passages:9.2f}")
        ceiling = len({(each.place, each.pair) for each in own if each.right}) / asked
        print(
            f"{kind:15} {asked:5} {ceiling:6.1%}", *cells, f"{_loss(own):9.1f}", *_lines(kind, own, passages)
        )
    print(f"The budget of {_BUDGET} false findings in 100 passages is spent at p >= {_chance(spent):.3f}.")


def _loss(own: Sequence[Example]) -> float:
    """The weighted log loss of the examples, as the other folds judge them."""
    signed = [(each.weight, -each.score if each.right else each.score) for each in own]
    return float(sum(weight * np.log1p(np.exp(score)) for weight, score in signed))


def _chance(score: float) -> float:
    return float(1 / (1 + np.exp(-score)))


def _lines(kind: str, own: Sequence[Example], passages: int) -> Iterator[str]:
    """The probability that keeps a kind within its share of the budget, where p >= 0.5 does not."""
    allowed = int(_BUDGET * passages / 100 / (1 if kind == "all" else len(KINDS)))
    wrong = sorted((each.score for each in own if not each.right), reverse=True)
    if len(wrong) > allowed and wrong[allowed] >= 0:
        yield f"  {100 * allowed / passages:.2f} false at p >= {_chance(wrong[allowed]):.3f}"


def main(rounds: int = _ROUNDS, prior: float = PRIOR) -> None:
    """Gather, fit, report, write."""
    sample = sampled(rounds, prior)
    fits = judged(sample.examples)
    report(sample)
    stored = {
        "method": METHOD,
        "fitted": {
            "by": "bench/fit_versions.py",
            "on": "UN development set and legal code BY, part for tuning",
            "rows": sample.rows,
            "planted": sample.plants,
            "prior": prior,
            "ridge": _RIDGE,
        },
        "kinds": {
            kind: fits[kind].stored() if kind in fits else {"bias": -9.0, "weights": {}} for kind in KINDS
        },
        "three": together(sample).stored(),
    }
    MODEL.write_text(json.dumps(stored, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    given = sys.argv[1:]
    main(int(given[0]) if given else _ROUNDS, float(given[1]) if len(given) > 1 else PRIOR)
