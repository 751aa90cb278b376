"""Stretches of tokens that recur, with how firmly they hold together and how freely they are continued.

Tokens are numbers: characters of Chinese, lemmas elsewhere. A stretch is counted only if both stretches that
are one token shorter recur (Agrawal and Srikant 1994, p. 490), so that most positions are dropped early.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.int64]
Floats = NDArray[np.float64]

BREAK = -1
"""A token that no stretch may hold: the end of a sentence, a mark of punctuation."""


@dataclass(frozen=True, slots=True)
class Grams:
    """Recurring stretches of one length.

    `at` holds the positions where they begin and `of` the stretch that begins there, (n,) each; the rest is
    by stretch, (m,): `count`; `left` and `right`, the branching entropy in bits; `cohesion`, the
    pointwise mutual information in bits at the weakest place where the stretch may be cut in two.
    """

    length: int
    at: Numbers
    of: Numbers
    count: Numbers
    left: Floats
    right: Floats
    cohesion: Floats

    def example(self) -> Numbers:
        """The first position of each stretch, (m,)."""
        first = np.full(len(self.count), np.iinfo(np.int64).max)
        np.minimum.at(first, self.of, self.at)
        return first


def grams(tokens: Sequence[int] | Numbers, *, longest: int, least: int) -> list[Grams]:
    """Stretches of two to `longest` tokens that occur `least` times or more, by length.

    Reference: Jin, Z., and Tanaka-Ishii, K. 2006. COLING/ACL Posters, 428–435 (branching entropy); Church,
    K. W., and Hanks, P. 1990. Computational Linguistics 16(1), 22–29 (mutual information).
    """
    text = np.asarray(tokens, dtype=np.int64)
    size = len(text)
    if size < 2:
        return []
    here = np.flatnonzero(text != BREAK)
    if not len(here):
        return []
    total = len(here)
    # log2 of the share of the stretch of each length that begins at a position; nan where it does not recur.
    single = np.unique(text[here], return_inverse=True, return_counts=True)
    logs = [_at(size, here, np.log2(single[2] / total)[single[1]])]
    number = np.full(size, BREAK, dtype=np.int64)
    number[here] = single[1]
    found: list[Grams] = []
    for length in range(2, longest + 1):
        # Both halves that are one shorter recur: the one that begins here, and the one that begins next.
        follows = np.zeros(size, dtype=bool)
        follows[: size - 1] = number[1:] != BREAK
        here = np.flatnonzero((number != BREAK) & follows)
        here = here[here + length <= size]
        if not len(here):
            break
        pair = number[here] * (int(number.max()) + 1) + number[here + 1]
        _, of, count = np.unique(pair, return_inverse=True, return_counts=True)
        kept = count >= least
        renumbered = np.cumsum(kept) - 1
        alive = kept[of]
        here, of = here[alive], renumbered[of[alive]]
        count = count[kept]
        if not len(here):
            break
        shares = np.log2(count / total)
        logs.append(_at(size, here, shares[of]))
        first = np.full(len(count), size)
        np.minimum.at(first, of, here)
        cohesion = np.min(
            [shares - logs[cut - 1][first] - logs[length - cut - 1][first + cut] for cut in range(1, length)],
            axis=0,
        )
        before = np.where(here > 0, text[np.maximum(here - 1, 0)], BREAK)
        after = np.where(here + length < size, text[np.minimum(here + length, size - 1)], BREAK)
        found.append(
            Grams(length, here, of, count, _entropy(of, before, count), _entropy(of, after, count), cohesion)
        )
        number = np.full(size, BREAK, dtype=np.int64)
        number[here] = of
    return found


def _at(size: int, places: Numbers, values: Floats) -> Floats:
    spread = np.full(size, np.nan)
    spread[places] = values
    return spread


def _entropy(of: Numbers, neighbour: Numbers, count: Numbers) -> Floats:
    """Entropy in bits of the neighbours of each stretch; every break counts as a neighbour of its own."""
    entropy = np.zeros(len(count))
    broken = neighbour == BREAK
    np.add.at(entropy, of[broken], np.log2(count[of[broken]]) / count[of[broken]])
    of, neighbour = of[~broken], neighbour[~broken]
    if len(of):
        pair = of * (int(neighbour.max()) + 1) + neighbour
        distinct, times = np.unique(pair, return_counts=True)
        owner = distinct // (int(neighbour.max()) + 1)
        share = times / count[owner]
        np.add.at(entropy, owner, -share * np.log2(share))
    return entropy
