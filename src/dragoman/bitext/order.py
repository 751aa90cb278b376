"""The order of beads, and an alignment seen from its other side."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType

from dragoman.bitext.model import Alignment, Bead

_NOWHERE: Mapping[int, int] = MappingProxyType({})


def anchors(beads: Iterable[Bead]) -> dict[int, int]:
    """For each target sentence that was left out of the source, the source sentence that it stands behind.

    -1 is before the first. The beads are in the order of an alignment.
    """
    found, before = {}, -1
    for bead in beads:
        if bead.source:
            before = bead.source[0]
        else:
            found.update(dict.fromkeys(bead.target, before))
    return found


def ordered(beads: Iterable[Bead], places: Mapping[int, int] = _NOWHERE) -> list[Bead]:
    """The beads in the order that `Alignment` promises.

    Those with source sentences stand by the first of them. A bead without stands where `places` says of its
    first target sentence, as `anchors` gives it; else behind the bead of the target sentence before it, one
    that has not moved.
    """
    beads = list(beads)
    behind = dict(places)
    at: dict[int, int] = {}
    for bead in beads:
        if bead.source and not bead.moved:
            at.update(dict.fromkeys(bead.target, bead.source[0]))
    alone = sorted((bead for bead in beads if not bead.source), key=lambda bead: bead.target)
    for bead in alone:
        first = bead.target[0]
        if first not in behind:
            before = first - 1
            while before >= 0 and before not in at:
                before -= 1
            behind[first] = at.get(before, -1)
        at.update(dict.fromkeys(bead.target, behind[first]))
    return sorted(
        beads,
        key=lambda bead: (bead.source[0], -1) if bead.source else (behind[bead.target[0]], bead.target[0]),
    )


def longest_rising(values: Sequence[int]) -> set[int]:
    """The places of a longest rising series among different values (Fredman 1975, by piles)."""
    piles: list[int] = []
    tops: list[int] = []
    below: list[int] = []
    for place, value in enumerate(values):
        pile = bisect_left(piles, value)
        below.append(tops[pile - 1] if pile else -1)
        piles[pile : pile + 1] = [value]
        tops[pile : pile + 1] = [place]
    found, place = set(), tops[-1] if tops else -1
    while place >= 0:
        found.add(place)
        place = below[place]
    return found


def turned(alignment: Alignment) -> Alignment:
    """The same alignment with source and target exchanged."""
    beads = [replace(bead, source=bead.target, target=bead.source) for bead in alignment]
    return replace(
        alignment,
        source=alignment.target,
        target=alignment.source,
        source_language=alignment.target_language,
        target_language=alignment.source_language,
        beads=tuple(ordered(beads)),
    )
