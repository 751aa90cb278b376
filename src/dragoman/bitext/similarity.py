"""How alike blocks of sentences are, from one vector a sentence.

A block is the sum of its sentences' vectors, so the dot product of two blocks is the sum of the dot
products of their members, and every bead type follows from the 1-1 products alone.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]

# The mean of a side is trusted as if these many average sentences of other texts stood beside it.
_PRIOR_SENTENCES = 5
# Sentences of the other side against which "alike by chance" is measured.
_BACKGROUND = 100
_TINY = 1e-6
_LEAST_STRANGER = 0.1
# Pairs of sentences that are compared together, so that their vectors are not all copied at once.
_PAIRS_AT_ONCE = 4096


def block_norms(rows: Floats, size: int, products: dict[int, Floats]) -> Floats:
    """Length of the sum of the `size` rows before each place 0..n, 1 where there are fewer or it is 0.

    `products` keeps the products of rows that stand so far apart, which other sizes need too.
    """
    n = len(rows)
    squared = np.zeros(n + 1, np.float64)
    if size <= n:
        for lag in range(size):
            if lag not in products:
                products[lag] = np.einsum("ij,ij->i", rows[lag:], rows[: n - lag])
            running = np.concatenate([[0.0], np.cumsum(products[lag], dtype=np.float64)])
            pairs = size - lag
            squared[size:] += (1 if lag == 0 else 2) * (running[pairs:] - running[:-pairs])
    return np.where(squared > _TINY, np.sqrt(np.maximum(squared, _TINY)), 1.0).astype(np.float32)


@dataclass(frozen=True, slots=True)
class Vectors:
    """One side: centred unit vectors (n, d), and for each its mean cosine with the other side (n,)."""

    unit: Floats
    chance: Floats
    _products: dict[int, Floats] = field(default_factory=dict, repr=False, compare=False)

    def __len__(self) -> int:
        return len(self.unit)

    def norms(self, size: int) -> Floats:
        """Length of the sum of the `size` sentences before each place 0..n; 1 where there are fewer."""
        return block_norms(self.unit, size, self._products)

    def chances(self, size: int) -> Floats:
        """Mean cosine of such a sum with the other side, before each place 0..n."""
        n = len(self.unit)
        total = np.zeros(n + 1, np.float64)
        if size <= n:
            running = np.concatenate([[0.0], np.cumsum(self.chance, dtype=np.float64)])
            total[size:] = running[size:] - running[:-size]
        result: Floats = (total / self.norms(size)).astype(np.float32)
        return result


@dataclass(frozen=True, slots=True)
class Similarity:
    """Both sides, and the similarity that only one stranger in fifty reaches."""

    source: Vectors
    target: Vectors
    stranger: float

    @property
    def blind(self) -> bool:
        """Whether there are no vectors, so that nothing is known of what the sentences mean."""
        return not self.source.unit.any()

    def margins(self, rows: slice, columns: slice) -> Floats:
        """Cosine minus what is usual by chance, for a rectangle of sentence pairs."""
        cosine = self.source.unit[rows] @ self.target.unit[columns].T
        cosine -= 0.5 * self.source.chance[rows, None]
        cosine -= 0.5 * self.target.chance[None, columns]
        return cosine

    def of_pairs(self, pairs: Sequence[tuple[int, int]]) -> Floats:
        """The same for single pairs (i, j) of sentences, (pairs,)."""
        i, j = np.array(pairs, np.intp).reshape(-1, 2).T
        cosine = np.empty(len(i), np.float32)
        for first in range(0, len(i), _PAIRS_AT_ONCE):
            some = slice(first, first + _PAIRS_AT_ONCE)
            np.einsum("ij,ij->i", self.source.unit[i[some]], self.target.unit[j[some]], out=cosine[some])
        cosine -= 0.5 * (self.source.chance[i] + self.target.chance[j])
        return cosine


def _centred(vectors: Floats) -> Floats:
    n = len(vectors)
    unit: Floats = vectors - vectors.mean(axis=0) * (n / (n + _PRIOR_SENTENCES))
    unit /= np.maximum(np.sqrt(np.vecdot(unit, unit)), _TINY)[:, None]
    return unit


def similarity(source: Floats, target: Floats) -> Similarity:
    """Compare two sides, (n, d) and (m, d), rows of any length.

    Each side's mean is taken away first: it holds what all sentences of a language and of a topic share.
    """
    a, b = _centred(source), _centred(target)
    to_target = a @ _background(b).T
    to_source = b @ _background(a).T
    # In a short text the partner itself is among the background, so the mean is drawn towards none.
    left = Vectors(a, to_target.sum(axis=1) / (to_target.shape[1] + _PRIOR_SENTENCES))
    right = Vectors(b, to_source.sum(axis=1) / (to_source.shape[1] + _PRIOR_SENTENCES))
    return Similarity(
        left, right, 0.5 * (_stranger(to_target, left, len(b)) + _stranger(to_source, right, len(a)))
    )


def _background(unit: Floats) -> Floats:
    """Some sentences of a side, the same ones whether it is the source or the target."""
    some: Floats = unit[np.random.default_rng(0).permutation(len(unit))[:_BACKGROUND]]
    return some


def _stranger(to_target: Floats, source: Vectors, targets: int) -> float:
    """The similarity above chance that one pair of strangers in fifty reaches; partners do not count."""
    partners = 1.2 / min(len(source), targets)
    if partners > 0.1:  # too few strangers to tell
        return _LEAST_STRANGER
    usual = float(np.quantile(to_target, 0.98 - partners) - source.chance.mean())
    return max(_LEAST_STRANGER, usual)


def without_vectors(source_sentences: int, target_sentences: int) -> Similarity:
    """Stands in where no encoder knows both languages: every pair is as alike as any other."""
    sides = [
        Vectors(np.zeros((n, 1), np.float32), np.zeros(n, np.float32))
        for n in (source_sentences, target_sentences)
    ]
    return Similarity(sides[0], sides[1], 0.0)
