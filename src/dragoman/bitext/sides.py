"""Either side of a pair as the features of beads ask for it: what stands before and after each place.

Place k of a side with n sentences lies before its sentence k; there are n + 1 places.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from dragoman.bitext.profile import CLAUSES, CLOSINGS, ENDING, LOWER, NUMBERED, QUESTIONS, QUOTES, Profile
from dragoman.bitext.similarity import Vectors, block_norms

Floats = NDArray[np.float32]
Doubles = NDArray[np.float64]
Integers = NDArray[np.int32]


class Block(NamedTuple):
    """Some sentences in a row, or many such blocks: each value is then an array.

    `norm`, `chance`: see `Vectors`. `number_norm`, `number_mass`, `token_norm`, `token_mass`: length of the
    summed number and token vectors, and the sum of their entries. `length`: characters in the common
    measure of both sides. `closings` … `quotes`: counts of marks. `lower`, `numbered`, `opens`, `label`: how
    the first sentence begins. `before`: how the sentence before the block ends. `joints_mean`,
    `joints_most`: how the sentences in the block end but the last. `inner`: paragraphs that open inside.
    """

    norm: Floats
    chance: Floats
    number_norm: Floats
    number_mass: Floats
    token_norm: Floats
    token_mass: Floats
    length: Floats
    closings: Floats
    clauses: Floats
    questions: Floats
    quotes: Floats
    lower: Floats
    numbered: Floats
    opens: Floats
    label: Floats
    before: Floats
    joints_mean: Floats
    joints_most: Floats
    inner: Floats


class Side:
    """One side: n sentences.

    `scale` brings its lengths to the common measure; `anchors` are its vectors of numbers (n, 64) and of
    tokens (n, 128), `labels` (n,) its labels as numbers, 0 for none. `structured` says whether the paragraphs
    of both sides are known.
    """

    def __init__(
        self,
        profile: Profile,
        vectors: Vectors,
        anchors: tuple[Floats, Floats],
        scale: float,
        labels: Integers,
        structured: bool,
    ) -> None:
        self.vectors = vectors
        self.numbers, self.tokens = anchors
        # Lengths not in single precision: after millions of characters that is too coarse for a sentence.
        self._lengths = _running(profile.length * np.float32(scale))
        self._marks = {
            mark: _running(profile.marks[:, mark]) for mark in (CLOSINGS, CLAUSES, QUESTIONS, QUOTES)
        }
        self._masses = [_running(anchor.sum(axis=1)) for anchor in anchors]
        self._products: tuple[dict[int, Floats], dict[int, Floats]] = ({}, {})
        self.mean_length = float(self._lengths[-1]) / len(profile)
        self.clauses = float(profile.marks[:, CLAUSES].sum()) + 1
        # By place: how the sentence before it ends, how the one after it begins.
        self.ending = np.concatenate([[1], profile.marks[:, ENDING]]).astype(np.float32)
        self.lower = np.append(profile.marks[:, LOWER], 0).astype(np.float32)
        self.numbered = np.append(profile.marks[:, NUMBERED], 0).astype(np.float32)
        self.opens = np.append(profile.opens, 1).astype(np.float32) * np.float32(structured)
        self.labels = np.append(labels, 0).astype(np.float32)
        self._opened = _running(self.opens)
        self._tables: dict[int, Floats] = {}

    def blocks(self, size: int, places: Integers) -> Block:
        """The `size` sentences before each place; of no meaning where there are fewer."""
        return Block(*self._table(size).take(places, axis=1))

    def norms(self, size: int, places: Integers) -> tuple[Floats, Floats]:
        """Of the same blocks `norm` and `chance` alone."""
        norms, chances = self._table(size)[:2].take(places, axis=1)
        return norms, chances

    def _table(self, size: int) -> Floats:
        if size not in self._tables:
            self._tables[size] = np.stack(self._block(size)).astype(np.float32, copy=False)
        return self._tables[size]

    def _block(self, size: int) -> Block:
        joints = [_earlier(self.ending, k) for k in range(1, size)]
        none = np.zeros_like(self.ending)
        count = len(self.ending)
        return Block(
            norm=self.vectors.norms(size),
            chance=self.vectors.chances(size),
            number_norm=block_norms(self.numbers, size, self._products[0]),
            number_mass=_before(self._masses[0], size),
            token_norm=block_norms(self.tokens, size, self._products[1]),
            token_mass=_before(self._masses[1], size),
            length=_before(self._lengths, size),
            closings=_before(self._marks[CLOSINGS], size),
            clauses=_before(self._marks[CLAUSES], size),
            questions=_before(self._marks[QUESTIONS], size),
            quotes=_before(self._marks[QUOTES], size),
            lower=_earlier(self.lower, size),
            numbered=_earlier(self.numbered, size),
            opens=_earlier(self.opens, size),
            label=_earlier(self.labels, size),
            before=_earlier(self.ending, size),
            joints_mean=np.mean(joints, axis=0, dtype=np.float32) if joints else none,
            joints_most=np.maximum.reduce(joints) if joints else none,
            inner=_before(self._opened, size - 1)[:count] if size > 1 else none,
        )


def _running(values: Floats) -> Doubles:
    """Sums of the values before each place."""
    return np.concatenate([[0.0], np.cumsum(values, dtype=np.float64)])


def _earlier(values: Floats, size: int) -> Floats:
    """The value `size` places before each place, 0 where there is none."""
    found = np.zeros_like(values)
    found[size:] = values[: max(len(values) - size, 0)]
    return found


def _before(running: Doubles, size: int) -> Floats:
    """The sum of the `size` values before each place, 0 where there are fewer."""
    found = np.zeros(len(running), np.float32)
    found[size:] = running[size:] - running[: max(len(running) - size, 0)]
    return found
