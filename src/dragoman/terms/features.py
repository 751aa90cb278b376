"""What tells whether two terms render each other."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from dragoman.terms.candidates import Candidates
from dragoman.terms.cooccurrence import Cooccurrence, Side
from dragoman.terms.keys import BY_CHARACTER
from dragoman.terms.measures import association

Floats = NDArray[np.float64]
Vectors = NDArray[np.float32]

NAMES = (
    "units", "dice", "share of left", "share of right", "similarity", "margin", "similarity by units",
    "length", "single left", "short right", "g2", "two units", "three units", "frequencies",
    "absorbed left", "absorbed right", "longer left", "longer right",
    "linked", "linked of left", "linked of right", "linked twice",
)  # fmt: skip


def g2(both: Floats, left: Floats, right: Floats, units: int) -> Floats:
    """Log-likelihood ratio of occurring together, (k,); 0 where that is less often than by chance."""
    return np.where(both * units > left * right, association(both, left, right, units), 0.0)


# Terms of the other language among which the nearest are looked for, and how many nearest ones count.
_SAMPLE, _NEAREST = 4_096, 10


@dataclass(frozen=True, slots=True)
class Likeness:
    """Cosines of the two terms of each pair, centred by language, and by how much they exceed those of the
    nearest others; (k,) each, zeros without an encoder.

    Reference: Conneau, A., et al. 2018. Word translation without parallel data. ICLR (the margin, CSLS).
    """

    cosine: Floats
    margin: Floats


def likeness(pairs: Cooccurrence, left: Vectors | None, right: Vectors | None) -> Likeness:
    """`left` and `right` are vectors by term, (m, d); those of terms in no pair are not looked at."""
    if left is None or right is None or not len(pairs.left):
        zeros = np.zeros(len(pairs.left))
        return Likeness(zeros, zeros)
    a, place_a = np.unique(pairs.left, return_inverse=True)
    b, place_b = np.unique(pairs.right, return_inverse=True)
    one, other = _centred(left[a]), _centred(right[b])
    cosine = np.einsum("ij,ij->i", one[place_a], other[place_b]).astype(np.float64)
    near = _nearest(one, other)[place_a] + _nearest(other, one)[place_b]
    return Likeness(cosine, cosine - near / 2)


def features(
    pairs: Cooccurrence,
    candidates: tuple[Candidates, Candidates],
    sides: tuple[Side, Side],
    units: int,
    alike: Likeness,
    links: NDArray[np.int64],
) -> Floats:
    """What is known of each pair, (k, len(NAMES)); `links` as `cooccurrence.linked` counts them."""
    left, right = candidates
    a, b = pairs.left, pairs.right
    both = pairs.count.astype(np.float64)
    one = sides[0].units_of[a].astype(np.float64)
    other = sides[1].units_of[b].astype(np.float64)
    # As many words as characters are usual for the language: what is left says that a part is missing.
    length = np.log(left.words[a] * _usual(left)) - np.log(right.words[b] * _usual(right))
    columns = (
        np.log(both),
        np.log(2 * both / (one + other)),
        np.log(both / one),
        np.log(both / other),
        alike.cosine,
        alike.margin,
        alike.cosine * np.log(both),
        np.abs(length),
        left.words[a] == 1,
        right.words[b] == right.words.min(initial=1),
        np.log1p(g2(both, one, other, units)),
        both == 2,
        both == 3,
        np.log(one / other) ** 2,
        left.absorbed[a],
        right.absorbed[b],
        _longer(pairs, left.nesting.inner, left.nesting.outer, a, b, len(right.keys)),
        _longer(pairs, right.nesting.inner, right.nesting.outer, b, a, len(left.keys)),
        np.log((links + 0.3) / (both + 0.6)),
        np.log((links + 0.3) / (one + 0.6)),
        np.log((links + 0.3) / (other + 0.6)),
        links >= 2,
    )
    return np.stack([np.asarray(column, dtype=np.float64) for column in columns], axis=1)


def _usual(found: Candidates) -> float:
    """Terms' sizes are compared by what is usual in the language: in Chinese two characters for a word."""
    return 0.5 if found.language in BY_CHARACTER else 1.0


def _centred(vectors: Vectors) -> Vectors:
    def unit(rows: Vectors) -> Vectors:
        made: Vectors = rows / np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), 1e-9)
        return made

    unit_long = unit(vectors)
    return unit(unit_long - unit_long.mean(axis=0))


def _nearest(rows: Vectors, others: Vectors) -> Floats:
    """The mean cosine of each row with its nearest others, of a sample of them, (n,)."""
    sample = others[:: max(1, -(-len(others) // _SAMPLE))]
    count = min(_NEAREST, len(sample))
    found = np.zeros(len(rows))
    for first in range(0, len(rows), _SAMPLE):
        likeness_of = rows[first : first + _SAMPLE] @ sample.T
        top = np.partition(likeness_of, len(sample) - count, axis=1)[:, len(sample) - count :]
        found[first : first + _SAMPLE] = top.mean(axis=1)
    return found


def _longer(
    pairs: Cooccurrence,
    inner: NDArray[np.int64],
    outer: NDArray[np.int64],
    mine: NDArray[np.int64],
    theirs: NDArray[np.int64],
    width: int,
) -> Floats:
    """The largest share of each pair's units that a longer term around mine has with the same other term."""
    share = np.zeros(len(mine))
    if not len(inner) or not len(mine):
        return share
    codes = mine * width + theirs
    order = np.argsort(codes, kind="stable")
    codes, owner = codes[order], mine[order]
    first, last = np.searchsorted(owner, outer), np.searchsorted(owner, outer, side="right")
    times = last - first
    row = np.repeat(first - np.concatenate([[0], np.cumsum(times)[:-1]]), times) + np.arange(times.sum())
    wanted = np.repeat(inner, times) * width + theirs[order][row]
    at = np.minimum(np.searchsorted(codes, wanted), len(codes) - 1)
    hit = codes[at] == wanted
    here, there = order[at[hit]], order[row[hit]]
    np.maximum.at(share, here, pairs.count[there] / pairs.count[here])
    return share
