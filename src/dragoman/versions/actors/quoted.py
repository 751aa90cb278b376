"""What stands in quotation marks: titles of programmes and treaties, and words cited."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from dragoman.versions.actors.likeness import Likeness
from dragoman.versions.actors.reading import Read, clue
from dragoman.versions.model import Clue, Stretch

_QUOTED = re.compile(
    r"«([^«»]{3,120})»|<<([^<>]{3,120})>>|“([^“”]{3,120})”|《([^《》]{2,60})》|「([^「」]{2,60})」|\"([^\"]{3,120})\""
)
_UNLIKE = 0.5
"""Cosine below which two titles are told. Of those that render each other, 1 in 10 (en-ru) to 1 in 3
(ru-zh) is below it as well (44 to 54 in the United Nations' development set): how far is told, too."""


def quoted(read: Sequence[Read], likeness: Likeness) -> Iterator[Clue]:
    """Clues of the kind "name" where both sides quote equally often and one thing has no counterpart."""
    found = [(one, _in_quotes(one.passage.left.text), _in_quotes(one.passage.right.text)) for one in read]
    found = [(one, left, right) for one, left, right in found if left and len(left) == len(right)]
    likeness.read(text for one, left, right in found for text in _texts(one, left, right))
    for one, left, right in found:
        yield from _unlike(one, left, right, likeness)


def _in_quotes(text: str) -> list[Stretch]:
    return [match.span(match.lastindex or 0) for match in _QUOTED.finditer(text)]


def _texts(read: Read, left: Sequence[Stretch], right: Sequence[Stretch]) -> Iterator[str]:
    yield from (read.passage.left.text[slice(*span)] for span in left)
    yield from (read.passage.right.text[slice(*span)] for span in right)


def _unlike(
    read: Read, left: Sequence[Stretch], right: Sequence[Stretch], likeness: Likeness
) -> Iterator[Clue]:
    """Those left over when the likest are put together; the last are told if they are unlike."""
    pairs = sorted(
        (
            (likeness.between(read.passage.left.text[slice(*a)], read.passage.right.text[slice(*b)]), a, b)
            for a in left
            for b in right
        ),
        reverse=True,
    )
    used: set[tuple[str, Stretch]] = set()
    for cosine, a, b in pairs:
        if {("left", a), ("right", b)} & used:
            continue
        used |= {("left", a), ("right", b)}
        if cosine < _UNLIKE and likeness.knows:
            yield clue("name", read, a, b, {"quoted": 1.0, "unlike quotes": 4 * (_UNLIKE - cosine)})
