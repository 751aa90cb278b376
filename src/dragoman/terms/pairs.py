"""Pairs of terms of two languages, each with the probability that they render each other ("pairs.v1")."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from dragoman.terms.candidates import Candidates
from dragoman.terms.cooccurrence import Cooccurrence, Side, cooccurrence, linked
from dragoman.terms.features import Floats, Likeness, Vectors, features, g2, likeness
from dragoman.terms.judge import Judge, judge

Encode = Callable[[Sequence[str]], Vectors]

# A pair is looked at if it occurs together this often, more than by chance by this factor, with this G², and
# in this share of the units that have either: then 95 % of the thesaurus' pairs are among 80,000 of UN dev.
_LEAST, _LIFT, _G2, _DICE = 2, 1.5, 6.63, 0.08
# Rounds of linking: each judges pairs by what the one before it linked.
_ROUNDS = 3


@dataclass(frozen=True, slots=True)
class FoundPairs:
    """Pairs by the numbers of their terms, the most probable first; (k,) each.

    `count` is units with both, `association` G², `dice` the Dice coefficient, `similarity` the cosine;
    ranks count from 1 among the partners of the left or the right term.
    """

    left: NDArray[np.int64]
    right: NDArray[np.int64]
    count: NDArray[np.int64]
    association: Floats
    dice: Floats
    similarity: Floats
    probability: Floats
    left_rank: NDArray[np.int64]
    right_rank: NDArray[np.int64]

    def __len__(self) -> int:
        return len(self.left)


def find_pairs(
    left: Candidates,
    right: Candidates,
    unit_of: tuple[NDArray[np.int64], NDArray[np.int64]],
    units: int,
    encode: Encode | None,
) -> FoundPairs:
    """Pairs of candidates.

    Args:
        left: Candidates of one language. right: Of the other.
        unit_of: The unit of each sentence of the left, and of the right language, -1 for none. units: How
            many units there are.
        encode: Vectors of texts, (n, d); without it similarity is left out, and probabilities are lower.
    """
    pairs, sides, alike = prepared(left, right, unit_of, units, encode)
    judging = judge(with_vectors=encode is not None)
    links = np.zeros(len(pairs.left), dtype=np.int64)
    score = first_score(pairs, sides, alike)
    known = np.zeros((len(score), 0))
    for _round in range(_ROUNDS):
        links = linked(pairs, score, *sides)
        known = features(pairs, (left, right), sides, units, alike, links)
        score = judging.score(known)
    return _ranked(pairs, sides, units, alike, score, judging)


def prepared(
    left: Candidates,
    right: Candidates,
    unit_of: tuple[NDArray[np.int64], NDArray[np.int64]],
    units: int,
    encode: Encode | None,
) -> tuple[Cooccurrence, tuple[Side, Side], Likeness]:
    """The pairs that are worth judging, the two sides, and how alike the terms of each pair are."""
    sides = (
        Side.of(left.found, len(left.keys), unit_of[0], units),
        Side.of(right.found, len(right.keys), unit_of[1], units),
    )
    pairs = cooccurrence(*sides, least=_LEAST)
    both = pairs.count.astype(np.float64)
    one, other = (side.units_of[at].astype(np.float64) for side, at in _both(sides, pairs))
    pairs = pairs.kept(
        (both * units >= one * other * _LIFT)
        & (g2(both, one, other, units) >= _G2)
        & (2 * both / (one + other) > _DICE)
    )
    vectors = [
        None if encode is None else _vectors(found, np.unique(at), encode)
        for found, at in ((left, pairs.left), (right, pairs.right))
    ]
    return pairs, sides, likeness(pairs, vectors[0], vectors[1])


def _vectors(found: Candidates, wanted: NDArray[np.int64], encode: Encode) -> Vectors | None:
    if not len(wanted):
        return None
    made = encode([found.forms[at][0][0] for at in wanted.tolist()])
    vectors = np.zeros((len(found.keys), made.shape[1]), dtype=np.float32)
    vectors[wanted] = made
    return vectors


def first_score(pairs: Cooccurrence, sides: tuple[Side, Side], alike: Likeness) -> Floats:
    """What the first linking goes by: Dice, cosine and a little for frequency."""
    one, other = (side.units_of[at] for side, at in _both(sides, pairs))
    score: Floats = 2 * pairs.count / (one + other) + alike.cosine + 0.15 * np.log(pairs.count)
    return score


def _ranked(
    pairs: Cooccurrence,
    sides: tuple[Side, Side],
    units: int,
    alike: Likeness,
    score: Floats,
    judging: Judge,
) -> FoundPairs:
    # Ties by number, that is by key: the same whatever order they were found in.
    order = np.lexsort((pairs.right, pairs.left, -score))
    pairs, score = Cooccurrence(pairs.left[order], pairs.right[order], pairs.count[order]), score[order]
    both = pairs.count.astype(np.float64)
    one, other = (side.units_of[at].astype(np.float64) for side, at in _both(sides, pairs))
    return FoundPairs(
        pairs.left,
        pairs.right,
        pairs.count,
        g2(both, one, other, units),
        2 * both / (one + other),
        alike.cosine[order],
        judging.probability(score),
        _ranks(pairs.left),
        _ranks(pairs.right),
    )


def _ranks(of: NDArray[np.int64]) -> NDArray[np.int64]:
    """How many of the same number stand before each, and it: (1, 1, 2, …)."""
    order = np.argsort(of, kind="stable")
    ordered = of[order]
    first = np.concatenate([[True], ordered[1:] != ordered[:-1]]) if len(of) else np.zeros(0, dtype=bool)
    begins = np.maximum.accumulate(np.where(first, np.arange(len(of)), 0))
    ranks = np.zeros(len(of), dtype=np.int64)
    ranks[order] = np.arange(len(of)) - begins + 1
    return ranks


def _both(
    sides: tuple[Side, Side], pairs: Cooccurrence
) -> tuple[tuple[Side, NDArray[np.int64]], tuple[Side, NDArray[np.int64]]]:
    return (sides[0], pairs.left), (sides[1], pairs.right)
