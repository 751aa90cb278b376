"""Sentences without a counterpart that the alignment joined to a neighbour's row.

Where a row has several sentences in one language, and their counterpart seems to say only some of them, each
is left out in turn: what the others say then fits better, in meaning and in length.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from dragoman.bitext.encoder import Encoder
from dragoman.bitext.wording import wording
from dragoman.marking import Reason, _
from dragoman.versions.model import Clue
from dragoman.versions.side import Passage, Setting, Side

Floats = NDArray[np.float32]

LEFT_OUT = _("These words have no counterpart in the other version.")

# A row of more sentences is a page that was not aligned.
_MOST = 6
_FEWEST_LETTERS = 3
_STEADY = 10
_MARKS = re.compile("[,;:，；：—–]")
_SHORTEST = 5


def clues(passages: Sequence[Passage], setting: Setting) -> Iterator[Clue]:
    """A clue for each sentence that may have no counterpart in its row; none without an encoder."""
    if setting.encoder is None:
        return
    several = [
        (number, turned)
        for number, passage in enumerate(passages)
        for turned, side in ((False, passage.left), (True, passage.right))
        if 2 <= len(side.sentences) <= _MOST
    ]
    if not several:
        return
    usual = _usual(passages)
    for number, turned in several:
        passage = passages[number]
        one, other = (passage.right, passage.left) if turned else (passage.left, passage.right)
        ratio = -usual if turned else usual
        vectors = _vectors(one, setting.encoder), _vectors(other, setting.encoder)
        clauses = setting.encoder.encode([wording(each, other.language) for each in _clauses(other)])
        for at, sentence in enumerate(one.sentences):
            if sum(map(str.isalpha, sentence.text)) < _FEWEST_LETTERS:
                continue
            where = (one.stretch(one.numbers_of[at], 0, len(sentence.text)),)
            features = {
                **_features(vectors, clauses, at),
                **_lengths(one, other, at, ratio),
                "doubt": -math.log(max(passage.probability, 1e-3)),
                "other side has several": float(len(other.sentences) > 1),
            }
            left, right = ((), where) if turned else (where, ())
            yield Clue("omitted", number, left, right, Reason(LEFT_OUT), features)


def _vectors(side: Side, encoder: Encoder) -> Floats:
    return encoder.encode([wording(one.text, side.language) for one in side.sentences])


def _clauses(side: Side) -> list[str]:
    """The sentences of a side, and their parts between marks: one may say what is a sentence elsewhere."""
    sentences = [one.text for one in side.sentences]
    parts = [part.strip() for text in sentences for part in _MARKS.split(text)]
    return [*sentences, *(part for part in parts if len(part) >= _SHORTEST)]


def _features(vectors: tuple[Floats, Floats], clauses: Floats, at: int) -> dict[str, float]:
    """Cosines: how well all sentences, those without this one, and this one alone fit the other side, and
    this one the nearest sentence or clause there.
    """
    mine, theirs = vectors[0], vectors[1].sum(axis=0)
    rest = np.delete(mine, at, axis=0).sum(axis=0)
    every, without, alone = (_cosine(each, theirs) for each in (mine.sum(axis=0), rest, mine[at]))
    partner = max(_cosine(mine[at], each) for each in clauses)
    return {"gain": 5 * (without - every), "alone": 5 * alone, "rest": 5 * without, "partner": 5 * partner}


def _lengths(one: Side, other: Side, at: int, ratio: float) -> dict[str, float]:
    """How much longer than usual the side is, as it stands and without the sentence: logarithms."""
    theirs = math.log(len(other.text) + _STEADY)
    whole = math.log(len(one.text) + _STEADY) - theirs - ratio
    rest = math.log(len(one.text) - len(one.sentences[at].text) + _STEADY) - theirs - ratio
    return {"too long": whole, "too short without": -rest, "better without": abs(whole) - abs(rest)}


def _usual(passages: Sequence[Passage]) -> float:
    """The usual logarithm of the ratio of the sides' lengths."""
    ratios = [
        math.log((len(each.left.text) + _STEADY) / (len(each.right.text) + _STEADY))
        for each in passages
        if len(each.left.sentences) == len(each.right.sentences) == 1
    ]
    return float(np.median(ratios)) if ratios else 0.0


def _cosine(one: Floats, other: Floats) -> float:
    return float(one @ other / max(float(np.linalg.norm(one) * np.linalg.norm(other)), 1e-9))
