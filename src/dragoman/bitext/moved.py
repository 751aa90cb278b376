"""Passages that stand elsewhere in the other text.

An alignment that keeps the order of both texts must leave a moved passage out on both sides. Among the
sentences left out, partners are looked for in any order.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from dragoman.bitext.features import Pairing
from dragoman.bitext.model import Bead

# A moved pair must be as alike as the text's usual partners less this, and each must be the other's best.
_SLACK = 0.12
# A pair that moved alone is believed only from this many characters on, on both sides; shorter sentences
# such as "Agreed." recur.
_ALONE = 25
# All of the 44 pairs found on the tuning part of `bench/moved.py` were right; these are lower bounds
# (Wilson 1927, 95 %), rounded, as too few moved alone to say more.
_SURE_IN_PASSAGE, _SURE_ALONE = 0.92, 0.80


def _partners(pairing: Pairing, source: NDArray[np.int_], target: NDArray[np.int_]) -> list[tuple[int, int]]:
    """Mutual best pairs among sentences left out, in the order of the source."""
    pair = pairing.similarity
    alike = pair.source.unit[source] @ pair.target.unit[target].T
    alike -= 0.5 * (pair.source.chance[source, None] + pair.target.chance[None, target])
    best, back = alike.argmax(axis=1), alike.argmax(axis=0)
    floor = max(pairing.usual - _SLACK, pair.stranger)
    return [
        (int(source[k]), int(target[j])) for k, j in enumerate(best) if back[j] == k and alike[k, j] >= floor
    ]


def _in_passage(here: tuple[int, int], partners: set[tuple[int, int]]) -> bool:
    """Whether a neighbouring pair moved along."""
    i, j = here
    return any((i + step, j + step) in partners for step in (-2, -1, 1, 2))


def with_moved(beads: Sequence[Bead], pairing: Pairing) -> list[Bead]:
    """The beads, with pairs of omissions joined where a passage moved; in the order of the source."""
    source = np.array([bead.source[0] for bead in beads if not bead.target], int)
    target = np.array([bead.target[0] for bead in beads if not bead.source], int)
    if not len(source) or not len(target):
        return list(beads)
    partners = _partners(pairing, source, target)
    together = set(partners)
    moved = {}
    for i, j in partners:
        in_passage = _in_passage((i, j), together)
        if in_passage or min(pairing.source.length[i], pairing.target.length[j] / pairing.ratio) > _ALONE:
            moved[i] = Bead((i,), (j,), _SURE_IN_PASSAGE if in_passage else _SURE_ALONE, moved=True)
    taken = {bead.target[0] for bead in moved.values()}
    kept = []
    for bead in beads:
        if not bead.target and bead.source[0] in moved:
            kept.append(moved[bead.source[0]])
        elif bead.source or bead.target[0] not in taken:
            kept.append(bead)
    return kept
