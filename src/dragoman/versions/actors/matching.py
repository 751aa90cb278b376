"""Which mentions of two sides answer one another, and which are left over."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from dragoman.versions.actors.lexicon import Known

Agree = Callable[[Known, Known], bool]


@dataclass(frozen=True, slots=True)
class LeftOver:
    """A mention without a counterpart. `absent` if nothing on the other side could be one, else another mention took it."""

    known: Known
    absent: bool


@dataclass(frozen=True, slots=True)
class Matched:
    """What two sides mention: how many mentions answer one another, and what is left over on each."""

    count: int
    left: tuple[LeftOver, ...]
    right: tuple[LeftOver, ...]


def match(left: Sequence[Known], right: Sequence[Known], *ways: Agree) -> Matched:
    """Each mention with one of the other side, in the order of the texts; the surest of the ways first."""
    taken_left: set[int] = set()
    taken_right: set[int] = set()
    for agree in ways:
        for i, j in _pairs(left, right, agree, taken_left, taken_right):
            taken_left.add(i)
            taken_right.add(j)
    return Matched(
        len(taken_left),
        tuple(_over(left, right, ways, taken_left)),
        tuple(_over(right, left, ways, taken_right)),
    )


def _pairs(
    left: Sequence[Known], right: Sequence[Known], agree: Agree, no_left: set[int], no_right: set[int]
) -> Iterator[tuple[int, int]]:
    for i, one in enumerate(left):
        if i in no_left:
            continue
        for j, other in enumerate(right):
            if j not in no_right and agree(one, other):
                yield i, j
                break


def _over(mine: Sequence[Known], theirs: Sequence[Known], ways: Sequence[Agree], taken: set[int]) -> Iterator[LeftOver]:
    for i, one in enumerate(mine):
        if i not in taken:
            yield LeftOver(one, not any(agree(one, other) for agree in ways for other in theirs))
