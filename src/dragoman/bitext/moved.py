"""Passages that stand elsewhere in the other text.

An alignment that keeps the order of both texts must leave a moved passage out on both sides. Among the
sentences left out, partners are looked for in any order.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from dragoman.bitext.corridor import Pair
from dragoman.bitext.features import Pairing
from dragoman.bitext.model import Bead

Floats = NDArray[np.float32]
Places = NDArray[np.int_]

# A moved pair must be as alike as the text's usual partners less this, and each must be the other's best;
# beside such a pair it is enough to be more alike than strangers.
_SLACK = 0.12
# Rows that are compared at once, which bounds what the table of all sentences left out takes.
_ROWS = 1024
# A pair that moved alone is believed only from this many characters on, on both sides; shorter sentences
# such as "Agreed." recur.
_ALONE = 25
# All of the 54 pairs found on the tuning part of `bench/moved.py` were right; these are lower bounds
# (Wilson 1927, 95 %), rounded, as too few moved alone to say more.
_SURE_IN_PASSAGE, _SURE_ALONE = 0.93, 0.80


def _alike(pairing: Pairing, source: Places, target: Places) -> Floats:
    """Similarity above chance of some source sentences with some target sentences."""
    pair = pairing.similarity
    alike: Floats = pair.source.unit[source] @ pair.target.unit[target].T
    alike -= 0.5 * (pair.source.chance[source, None] + pair.target.chance[None, target])
    return alike


def _partners(pairing: Pairing, source: Places, target: Places) -> set[Pair]:
    """Mutual best pairs among sentences left out."""
    best, height = np.empty(len(source), int), np.empty(len(source), np.float32)
    back, most = np.zeros(len(target), int), np.full(len(target), -np.inf, np.float32)
    for first in range(0, len(source), _ROWS):
        alike = _alike(pairing, source[first : first + _ROWS], target)
        rows = slice(first, first + len(alike))
        best[rows], height[rows] = alike.argmax(axis=1), alike.max(axis=1)
        higher = alike.max(axis=0) > most
        back[higher] = first + alike.argmax(axis=0)[higher]
        most = np.maximum(most, alike.max(axis=0))
    floor = max(pairing.usual - _SLACK, pairing.similarity.stranger)
    mutual = (back[best] == np.arange(len(source))) & (height >= floor)
    return set(zip(source[mutual].tolist(), target[best[mutual]].tolist(), strict=True))


def _out_of_order(pairs: set[Pair], beads: Sequence[Bead]) -> set[Pair]:
    """Those pairs that do not stand between the beads of both sides as they are."""
    kept = [bead for bead in beads if bead.source and bead.target]
    sources, targets = [bead.source[0] for bead in kept], [bead.target[0] for bead in kept]
    return {(i, j) for i, j in pairs if bisect_left(sources, i) != bisect_left(targets, j)}


def _in_passage(here: Pair, partners: set[Pair]) -> bool:
    """Whether a neighbouring pair moved along."""
    i, j = here
    return any((i + step, j + step) in partners for step in (-2, -1, 1, 2))


def _grown(partners: set[Pair], pairing: Pairing, source: Places, target: Places) -> set[Pair]:
    """The pairs, and beside them what was left out on both sides and moved along."""
    free = set(source.tolist()) - {i for i, _ in partners}, set(target.tolist()) - {j for _, j in partners}
    grown = set(partners)
    for step in (1, -1):
        for i, j in sorted(partners, reverse=step < 0):
            here = i + step, j + step
            while here[0] in free[0] and here[1] in free[1]:
                alike = _alike(pairing, np.array(here[:1]), np.array(here[1:]))
                if alike[0, 0] < pairing.similarity.stranger:
                    break
                grown.add(here)
                free[0].remove(here[0])
                free[1].remove(here[1])
                here = here[0] + step, here[1] + step
    return grown


def with_moved(beads: Sequence[Bead], pairing: Pairing) -> list[Bead]:
    """The beads, with pairs of omissions joined where a passage moved; in the order of the source."""
    source = np.array([bead.source[0] for bead in beads if not bead.target], int)
    target = np.array([bead.target[0] for bead in beads if not bead.source], int)
    if not len(source) or not len(target):
        return list(beads)
    partners = _out_of_order(_partners(pairing, source, target), beads)
    lengths = pairing.source.length, pairing.target.length / pairing.ratio
    sure = {
        (i, j)
        for i, j in partners
        if _in_passage((i, j), partners) or min(lengths[0][i], lengths[1][j]) > _ALONE
    }
    passages = _out_of_order(_grown(sure, pairing, source, target), beads)
    partner = dict(passages)
    taken = set(partner.values())
    kept = []
    for bead in beads:
        if not bead.target and bead.source[0] in partner:
            here = bead.source[0], partner[bead.source[0]]
            chance = _SURE_IN_PASSAGE if _in_passage(here, passages) else _SURE_ALONE
            kept.append(Bead(here[:1], here[1:], chance, moved=True))
        elif bead.source or bead.target[0] not in taken:
            kept.append(bead)
    return kept
