"""Names in quotation marks: «Один пояс, один путь»."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from dragoman.languages.model import Word
from dragoman.languages.phrases.finder import LONGEST

_QUOTED = re.compile(
    r"«(?P<a>[^«»]{2,80})»|“(?P<b>[^“”]{2,80})”|<<(?P<c>[^<>]{2,80})>>|\"(?P<d>[^\"]{2,80})\""
)


class Quoted(NamedTuple):
    """A name: its first word and the one after its last; where it and the mark after it end."""

    first: int
    last: int
    end: int
    closed: int


def quoted(text: str, words: Sequence[Word]) -> Iterator[Quoted]:
    """Stretches in quotation marks that begin with a capital and are no sentences of their own."""
    place = 0
    for match in _QUOTED.finditer(text):
        inside = match[match.lastgroup or 0]
        start = match.start(match.lastgroup or 0)
        if not inside[0].isupper() or inside.rstrip()[-1] in ".!?;:":
            continue
        while place < len(words) and words[place].start < start:
            place += 1
        last = place
        while last < len(words) and words[last].end <= start + len(inside):
            last += 1
        if 0 < last - place <= LONGEST:
            yield Quoted(place, last, words[last - 1].end, match.end())
