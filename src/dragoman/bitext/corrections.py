"""Corrections of an alignment by people, applied to whatever was computed.

A correction names passages by character ranges, not by numbers of sentences or beads, so that it holds when
the alignment is computed anew.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from dragoman.bitext.model import Alignment, Bead, Sentence
from dragoman.bitext.order import anchors, longest_rising, ordered

Ranges = tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Correction:
    """These passages, and only these, belong together: character ranges in the source and in the target.

    The ranges of one side may be empty: then the other side was left out. `name` is given back with what
    became of the correction.
    """

    left: Ranges
    right: Ranges
    name: str


@dataclass(frozen=True, slots=True)
class Corrected:
    """An alignment with its corrections.

    `by_bead` maps the index of a bead, from 0, to the name of the correction that made it as it is.
    `unapplied` names the corrections whose ranges are no whole sentences (any more), in their order.
    """

    alignment: Alignment
    by_bead: Mapping[int, str]
    unapplied: tuple[str, ...]


@dataclass(slots=True, eq=False)
class _Group:
    """A bead that may still change. `computed` is the least probability of the computed beads in it."""

    source: list[int]
    target: list[int]
    probability: float
    moved: bool
    computed: float
    name: str | None = None

    def bead(self) -> Bead:
        """The group as it is; with one side empty, it has not moved."""
        moved = self.moved and bool(self.source) and bool(self.target)
        return Bead(tuple(self.source), tuple(self.target), self.probability, moved)


@dataclass(slots=True)
class _Side:
    """Where the sentences of a side begin and end, and the group that each is in."""

    sentences: Sequence[Sentence]
    groups: list[_Group]
    starts: dict[int, int] = field(init=False)
    ends: dict[int, int] = field(init=False)

    def __post_init__(self) -> None:
        self.starts = {it.start: k for k, it in reversed(list(enumerate(self.sentences)))}
        self.ends = {it.end: k for k, it in enumerate(self.sentences)}

    def within(self, ranges: Ranges) -> list[int] | None:
        """The sentences that make up these ranges; None if a range begins or ends within a sentence."""
        found: set[int] = set()
        for start, end in ranges:
            first, last = self.starts.get(start), self.ends.get(end)
            if first is None or last is None or first > last:
                return None
            found.update(range(first, last + 1))
        return sorted(found)


def corrected(alignment: Alignment, corrections: Sequence[Correction]) -> Corrected:
    """The alignment with corrections applied one after the other, later ones over earlier ones.

    The sentences of a correction leave the beads they were in and become a bead of probability 1. What is
    left of those beads stays together, with the probability that was computed; a bead of which nothing is
    left is gone. A corrected bead has moved if it breaks the order of those that were computed, or, where
    several corrections break each other's, if it is not among the most that keep it.
    """
    groups = [
        _Group(list(bead.source), list(bead.target), bead.probability, bead.moved, bead.probability)
        for bead in alignment
    ]
    left = _Side(alignment.source, _by_sentence((group.source, group) for group in groups))
    right = _Side(alignment.target, _by_sentence((group.target, group) for group in groups))
    unapplied = []
    for correction in corrections:
        source, target = left.within(correction.left), right.within(correction.right)
        if source is None or target is None or not (source or target):
            unapplied.append(correction.name)
        else:
            _join(left, right, source, target, correction.name)
    if len(unapplied) == len(corrections):
        return Corrected(alignment, {}, tuple(unapplied))
    left_over = list(dict.fromkeys((*left.groups, *right.groups)))
    _mark_moved(left_over)
    names = {group.bead(): group.name for group in left_over}
    beads = tuple(ordered(names, anchors(alignment)))
    by_bead = {k: name for k, bead in enumerate(beads) if (name := names[bead]) is not None}
    return Corrected(replace(alignment, beads=beads), by_bead, tuple(unapplied))


def _by_sentence(groups: Iterable[tuple[list[int], _Group]]) -> list[_Group]:
    """The group of each sentence of a side."""
    found = {k: group for sentences, group in groups for k in sentences}
    return [found[k] for k in range(len(found))]


def _join(left: _Side, right: _Side, source: list[int], target: list[int], name: str) -> None:
    """Take sentences out of their groups and make them one of their own."""
    touched = dict.fromkeys([*(left.groups[i] for i in source), *(right.groups[j] for j in target)])
    gone = set(source), set(target)
    for group in touched:
        group.source = [i for i in group.source if i not in gone[0]]
        group.target = [j for j in group.target if j not in gone[1]]
        group.probability, group.name = group.computed, None
    made = _Group(source, target, 1.0, False, min(group.computed for group in touched), name)
    for i in source:
        left.groups[i] = made
    for j in target:
        right.groups[j] = made


def _mark_moved(groups: Sequence[_Group]) -> None:
    """Say of each corrected group whether it breaks the order."""
    both = [group for group in groups if group.source and group.target]
    kept = [group for group in both if group.name is None and not group.moved]
    sources, targets = sorted(it.source[0] for it in kept), sorted(it.target[0] for it in kept)
    made = sorted((group for group in both if group.name is not None), key=lambda group: group.source[0])
    in_place = []
    for group in made:
        group.moved = bisect_left(sources, group.source[0]) != bisect_left(targets, group.target[0])
        in_place += [] if group.moved else [group]
    keeping = longest_rising([group.target[0] for group in in_place])
    for k, group in enumerate(in_place):
        group.moved = k not in keeping
