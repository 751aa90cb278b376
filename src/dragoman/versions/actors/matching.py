"""Which mentions of two sides answer one another, and which are left over."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from dragoman.versions.actors.lexicon import Known

Agree = Callable[[Known, Known], bool]


@dataclass(frozen=True, slots=True)
class LeftOver:
    """A mention without a counterpart.

    `absent` if nothing on the other side could be one; otherwise other mentions have taken all that could.
    """

    known: Known
    absent: bool


@dataclass(frozen=True, slots=True)
class Matched:
    """What two sides mention: how many mentions answer one another, and what is left over on each."""

    count: int
    left: tuple[LeftOver, ...]
    right: tuple[LeftOver, ...]


def match(left: Sequence[Known], right: Sequence[Known], *ways: Agree) -> Matched:
    """Each mention with at most one of the other side: by the surest of the ways first, then the nearest."""
    taken_left: set[int] = set()
    taken_right: set[int] = set()
    for agree in ways:
        pairs = [
            (_apart(i, j, left, right), i, j)
            for i, one in enumerate(left)
            for j, other in enumerate(right)
            if agree(one, other)
        ]
        for _, i, j in sorted(pairs):
            if i not in taken_left and j not in taken_right:
                taken_left.add(i)
                taken_right.add(j)
    return Matched(
        len(taken_left),
        tuple(_over(left, right, ways, taken_left)),
        tuple(_over(right, left, ways, taken_right)),
    )


def _apart(i: int, j: int, left: Sequence[Known], right: Sequence[Known]) -> tuple[float, int, list[str]]:
    """How far from each other two mentions stand in the order of their sides, whichever side is the left."""
    apart = abs(i / len(left) - j / len(right))
    return apart, i + j, sorted((left[i].text, right[j].text))


def _over(
    mine: Sequence[Known], theirs: Sequence[Known], ways: Sequence[Agree], taken: set[int]
) -> Iterator[LeftOver]:
    for i, one in enumerate(mine):
        if i not in taken:
            yield LeftOver(one, not any(agree(one, other) for agree in ways for other in theirs))
