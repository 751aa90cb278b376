"""Clues that another state, place or organisation is named in one version than in the other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import product
from math import log1p

from dragoman.versions.actors.habits import Habits
from dragoman.versions.actors.lexicon import Known, sorts
from dragoman.versions.actors.matching import LeftOver, Matched, match
from dragoman.versions.actors.reading import Read, clue
from dragoman.versions.actors.unlisted import Unlisted
from dragoman.versions.model import Clue

_MOST = 3
"""Clues with both sides that a passage gives at most."""


@dataclass(frozen=True, slots=True)
class _Compared:
    read: Read
    matched: Matched


def names(read: Sequence[Read]) -> Iterator[Clue]:
    """Clues of the kind "name" about what is named without quotation marks, passage by passage."""
    habits = Habits()
    compared: list[_Compared] = []
    for one in read:
        if not any(known.names for known in (*one.left, *one.right)):
            compared.append(_Compared(one, Matched(0, (), ())))
            continue
        matched = _named(match(one.left, one.right, Known.meets, Known.holds, Known.answers))
        habits.add(
            [known for known in (*one.left, *one.right) if known.names],
            [over.known for over in matched.left if over.absent],
            [over.known for over in matched.right if over.absent],
        )
        compared.append(_Compared(one, matched))
    for found in compared:
        yield from _clues(found, habits)


def _named(matched: Matched) -> Matched:
    """What is left over of names."""
    left = tuple(one for one in matched.left if one.known.names)
    right = tuple(one for one in matched.right if one.known.names)
    return Matched(matched.count, left, right)


def _clues(compared: _Compared, habits: Habits) -> Iterator[Clue]:
    matched, read = compared.matched, compared.read
    used: set[int] = set()
    for left, right in sorted(product(matched.left, matched.right), key=_rank):
        if not (left.absent or right.absent) or {id(left), id(right)} & used or len(used) == 2 * _MOST:
            continue
        used |= {id(left), id(right)}
        features = _both(left, right, compared, habits)
        yield clue("name", read, _stretch(left), _stretch(right), features)
    yield from _others(
        [*(one for one in matched.left if one.absent and id(one) not in used), *read.unlisted_left],
        [*(one for one in matched.right if one.absent and id(one) not in used), *read.unlisted_right],
        compared,
        habits,
    )


def _others(
    left: Sequence[LeftOver | Unlisted],
    right: Sequence[LeftOver | Unlisted],
    compared: _Compared,
    habits: Habits,
) -> Iterator[Clue]:
    """Names that no table has, opposite each other or a known one; and what is missed on one side."""
    read = compared.read
    for one, other in zip(left, right, strict=False):
        features = {
            "both": 1.0,
            "unlisted": float(isinstance(one, Unlisted) + isinstance(other, Unlisted)),
            "sounds alike": max(_likest(one), _likest(other)),
            "others left over": log1p(len(left) + len(right) - 2),
            "matched": log1p(compared.matched.count),
        }
        yield clue("name", read, _stretch(one), _stretch(other), features)
    for one in left[len(right) :]:
        yield clue("name", read, _stretch(one), None, _one(one, read.right, compared, habits))
    for other in right[len(left) :]:
        yield clue("name", read, None, _stretch(other), _one(other, read.left, compared, habits))


def _likest(one: LeftOver | Unlisted) -> float:
    return one.likest if isinstance(one, Unlisted) else 0.0


def _stretch(over: LeftOver | Unlisted) -> tuple[int, int]:
    one = over if isinstance(over, Unlisted) else over.known
    return one.start, one.end


def _rank(pair: tuple[LeftOver, LeftOver]) -> tuple[int, bool, int, list[str]]:
    """What is absent on both sides first, then names of one sort, then the order of the texts."""
    left, right = pair
    order = left.known.start + right.known.start
    texts = sorted((left.known.text, right.known.text))
    return -(left.absent + right.absent), not _same_sort(left, right), order, texts


def _same_sort(left: LeftOver, right: LeftOver) -> bool:
    return bool(sorts(left.known) & sorts(right.known))


def _answered(over: LeftOver, others: Sequence[Known]) -> bool:
    """Whether the other side has a word for it that is no name: the Council, 该国."""
    return any(not other.names and other.roles & over.known.roles for other in others)


def _both(left: LeftOver, right: LeftOver, compared: _Compared, habits: Habits) -> dict[str, float]:
    read, matched = compared.read, compared.matched
    answered = _answered(left, read.right) + _answered(right, read.left)
    same = _same_sort(left, right)
    return {
        "both": 1.0,
        "both absent": float(left.absent and right.absent),
        "same sort": float(same),
        "states": float(same and "state" in sorts(left.known)),
        "answered": float(answered),
        "left over elsewhere": 4 * (habits.share(left.known) + habits.share(right.known)),
        "faced before": log1p(habits.facing(left.known, right.known)),
        "others left over": log1p(len(matched.left) + len(matched.right) - 2),
        "matched": log1p(matched.count),
        "part of the other": float(left.known.holds(right.known)),
    }


def _one(
    over: LeftOver | Unlisted, others: Sequence[Known], compared: _Compared, habits: Habits
) -> dict[str, float]:
    matched = compared.matched
    if isinstance(over, Unlisted):
        return {
            "one": 1.0,
            "one, unlisted": 1.0,
            "sounds alike": over.likest,
            "matched": log1p(matched.count),
        }
    return {
        "one": 1.0,
        "one, state": float("state" in sorts(over.known)),
        "one, organisation": float("organisation" in sorts(over.known)),
        "answered": float(_answered(over, others)),
        "left over elsewhere": 4 * habits.share(over.known),
        "others left over": log1p(max(len(matched.left) + len(matched.right) - 1, 0)),
        "matched": log1p(matched.count),
    }
