"""What the versions name as threats, kept as evidence: mentions with their places in the original's text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, delete, insert

from dragoman.bitext.model import Sentence
from dragoman.bitext.places import place
from dragoman.readers.reading import Reading
from dragoman.threats import Mention, mentions
from dragoman.workspace import tables
from dragoman.workspace.identity import mention_id


@dataclass(frozen=True, slots=True)
class Placed:
    """A mention in the sentence of this number, and from which to which character of the whole text it is."""

    position: int
    mention: Mention
    first: int
    last: int


def placed(reading: Reading, sentences: Sequence[Sentence], code: str) -> tuple[Placed, ...]:
    """The mentions of a version in the order of its text."""
    found = []
    for position, sentence in enumerate(sentences):
        for one in mentions(sentence.text, code):
            first, last = place(reading.text, sentence, one.start, one.end)
            found.append(Placed(position, one, first, last))
    return tuple(found)


def keep_mentions(connection: Connection, original: str, code: str, found: Sequence[Placed]) -> None:
    """Put the mentions of a version in the place of those that were there before."""
    c = tables.mention.c
    connection.execute(delete(tables.mention).where(c.original == original, c.language == code))
    rows = {str(row["id"]): row for row in _rows(original, code, found)}
    if rows:
        connection.execute(insert(tables.mention), list(rows.values()))


def _rows(original: str, code: str, found: Sequence[Placed]) -> Iterator[dict[str, object]]:
    for one in found:
        mention = one.mention
        yield {
            "id": mention_id(original, code, one.first, one.last, mention.topic),
            "original": original,
            "language": code,
            "position": one.position,
            "start": mention.start,
            "end": mention.end,
            "cue_start": mention.cue_start,
            "cue_end": mention.cue_end,
            "first": one.first,
            "last": one.last,
            "cue": mention.cue,
            "topic": mention.topic,
            "stance": mention.stance,
        }
