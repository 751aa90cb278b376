"""What a detector of names or actors reads of each passage, and how a clue is put."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dragoman.marking import Reason, _
from dragoman.versions.actors.lexicon import Known
from dragoman.versions.actors.unlisted import Unlisted
from dragoman.versions.model import Clue, Kind, Stretch
from dragoman.versions.side import Passage

_FACES = _("{left} faces {right}.")
_ALONE_LEFT = _("{left} has no counterpart in the other version.")
_ALONE_RIGHT = _("{right} has no counterpart in the other version.")


@dataclass(frozen=True, slots=True)
class Read:
    """A passage, its number, and what its sides mention.

    The names that are in no table are only those that the other side has nothing like.
    """

    number: int
    passage: Passage
    left: Sequence[Known]
    right: Sequence[Known]
    unlisted_left: Sequence[Unlisted] = ()
    unlisted_right: Sequence[Unlisted] = ()


def clue(
    kind: Kind, read: Read, left: Stretch | None, right: Stretch | None, features: dict[str, float]
) -> Clue:
    """A clue at a place of one side or of both; at least one is given. Features that are 0 are left out."""
    words = {}
    if left is not None:
        words["left"] = read.passage.left.text[slice(*left)]
    if right is not None:
        words["right"] = read.passage.right.text[slice(*right)]
    template = _FACES if len(words) == 2 else _ALONE_LEFT if left is not None else _ALONE_RIGHT
    languages = {read.passage.left.language, read.passage.right.language}
    told = {name: value for name, value in features.items() if value}
    if "zh" in languages:
        told["with Chinese"] = 1.0
    return Clue(
        kind,
        read.number,
        () if left is None else (left,),
        () if right is None else (right,),
        Reason(template, words),
        told,
    )
