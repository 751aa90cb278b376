"""Fit what judges a sentence joined to a row that lacks it: python -m bench.fit_omissions.

On lines of the UN development set for tuning (`bench.planting.parts`): wrong are the sentences of lines that
one language has in several, or that are divided at a mark in the middle; right are neighbouring lines put
together in one language alone. Writes
src/dragoman/versions/models/omitted.json.
"""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from itertools import permutations
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from bench.fit_pairs import fitted
from bench.planting.parts import nations
from dragoman.bitext.encoder import encoder
from dragoman.bitext.model import Sentence
from dragoman.bitext.remembering import Remembering
from dragoman.languages import language
from dragoman.versions.omissions import clues
from dragoman.versions.side import Passage, Setting, Side

_MODEL = Path(__file__).resolve().parents[1] / "src" / "dragoman" / "versions" / "models" / "omitted.json"
_CODES = ("en", "ru", "zh")
# Of a hundred rows with several sentences on a side, so many are thought to leave one out.
_SHARE = 0.05
_SEED = 11


def lines() -> list[dict[str, str]]:
    """The lines for tuning, by language."""
    units = nations("tuning").units
    return [
        dict(zip(_CODES, row, strict=True)) for row in zip(*(units[code] for code in _CODES), strict=True)
    ]


def side(code: str, texts: list[str]) -> Side:
    """A side of these sentences."""
    return Side(code, [Sentence(text) for text in texts])


def parts(code: str, text: str) -> list[str]:
    """The sentences of a line."""
    return [span.of(text) for span in language(code).sentences(text)]


def halves(text: str) -> list[str]:
    """A line divided at the mark nearest to its middle: one language makes two sentences of another's one."""
    marks = [at for at, sign in enumerate(text) if sign in ",;，；" and 8 < at < len(text) - 8]
    if not marks:
        return [text]
    middle = min(marks, key=lambda at: abs(2 * at - len(text)))
    return [f"{text[:middle]}.", text[middle + 1 :].strip()]


def samples(one: str, other: str, rows: list[dict[str, str]]) -> Iterator[tuple[Passage, int | None]]:
    """Passages, each with the number of the sentence on the left that has no counterpart, None for none."""
    chance = random.Random(_SEED)
    for at, row in enumerate(rows[:-1]):
        left = parts(one, row[one])
        right = side(other, parts(other, row[other]))
        divided = left if len(left) > 1 else halves(row[one])
        if len(divided) > 1:
            yield Passage(side(one, divided), right), None
        added = parts(one, rows[at + 1][one])
        if len(left) == 1 and len(added) == 1:
            first = chance.random() < 0.5
            both = side(one, added + left if first else left + added)
            yield Passage(both, right), 0 if first else 1
            # The other side in several sentences: without the added line, and with it.
            cut = halves(row[other])
            if len(cut) > 1:
                yield Passage(both, side(other, cut)), 0 if first else 1
            theirs = parts(other, rows[at + 1][other])
            yield Passage(side(one, left + added), side(other, [row[other], *theirs])), None
            yield Passage(side(one, halves(row[one]) + added), side(other, [row[other], *theirs])), None
        yield Passage(side(one, [row[one]]), side(other, [row[other]])), None


def main() -> None:
    """Fit, write, and say how well it separates what it was not fitted on."""
    encoding = Remembering(encoder())
    rows = lines()
    names: list[str] = []
    known: list[list[float]] = []
    right: list[float] = []
    fold: list[int] = []
    for one, other in permutations(_CODES, 2):
        found = list(samples(one, other, rows))
        passages = [passage for passage, _at in found]
        for clue in clues(passages, Setting((one, other), encoding)):
            if not clue.left:
                continue
            names = names or sorted(clue.features)
            passage, missing = found[clue.passage]
            at = next(
                k
                for k in range(len(passage.left.sentences))
                if passage.left.stretch(k, 0, 1)[0] == clue.left[0][0]
            )
            known.append([clue.features[name] for name in names])
            right.append(float(at == missing))
            fold.append(clue.passage // 40 % 2)
    features, truth, half = np.array(known), np.array(right), np.array(fold)
    odds = np.log(_SHARE / (1 - _SHARE)) - np.log(truth.mean() / (1 - truth.mean()))
    for which in (0, 1):
        weights, bias = fitted(features[half != which], truth[half != which])
        _report(features[half == which] @ weights + bias + odds, truth[half == which])
    weights, bias = fitted(features, truth)
    stored = {
        "fitted": {
            "by": "bench/fit_omissions.py",
            "on": "UN development set, part for tuning",
            "right": int(truth.sum()),
            "wrong": int((1 - truth).sum()),
            "share": _SHARE,
        },
        "bias": round(bias + float(odds), 4),
        "weights": dict(zip(names, (round(float(each), 4) for each in weights), strict=True)),
    }
    _MODEL.write_text(json.dumps(stored, indent=1) + "\n", encoding="utf-8")


def _report(score: NDArray[np.float64], truth: NDArray[np.float64]) -> None:
    found = score >= 0
    print(
        f"right {int(truth.sum())}: found {found[truth == 1].mean():.3f}; "
        f"wrong {int((1 - truth).sum())}: taken {found[truth == 0].mean():.4f}"
    )


if __name__ == "__main__":
    main()
