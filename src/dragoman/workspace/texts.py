"""Texts side by side and the terms in them, read lately and kept while nothing about them has changed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TypeAlias

from sqlalchemy import Connection, case, func, select

from dragoman.terms.model import Mark
from dragoman.workspace import tables
from dragoman.workspace.documents import document as document_of
from dragoman.workspace.kept import Kept
from dragoman.workspace.sidebyside import Text, text_of
from dragoman.workspace.termpages import marks

# Enough for readers of a few documents who turn pages and correct rows; a long text takes some ten megabytes,
# its marks a few.
_KEPT = 8

Marks: TypeAlias = Mapping[str, Mapping[int, tuple[Mark, ...]]]
"""Terms by language and by the offset in its text at which their sentence begins."""


class Texts:
    """Keeps a few texts; may be shared by threads, as nobody changes a text."""

    def __init__(self) -> None:
        self._texts: Kept[tuple[str, tuple[str, ...]], Text] = Kept(_KEPT)
        self._marks: Kept[tuple[str, tuple[str, ...], tuple[str, ...]], Marks] = Kept(_KEPT)

    def of(self, connection: Connection, document: str, languages: Sequence[str]) -> Text:
        """The text of a document by its whole identifier, as `text_of` reads it."""
        key = (document, tuple(languages))
        stamp = _stamp(connection, document)
        return self._texts.of(key, stamp, lambda: text_of(connection, document, languages))

    def marks(
        self, connection: Connection, document: str, languages: Sequence[str], kinds: Sequence[str]
    ) -> Marks:
        """The terms of these kinds in a document by its whole identifier, in those of the languages it has.

        Raises:
            NoSuchDocument
        """
        key = (document, tuple(languages), tuple(kinds))
        # Terms are found after the document has been read, and in all documents at once.
        terms = connection.execute(select(tables.made.c.stamp).order_by(tables.made.c.kind)).all()
        stamp = (*_stamp(connection, document), *terms)
        return self._marks.of(
            key,
            stamp,
            lambda: {
                version.language: marks(connection, version.original, version.language, kinds)
                for version in document_of(connection, document).versions
                if version.language in languages
            },
        )


def _stamp(connection: Connection, document: str) -> tuple[object, ...]:
    """What changes with a document: its last event, and its jobs with how far they have come.

    What people decide is an event; what is computed is kept by a job, which then says so in its row.
    """
    event, job = tables.event.c, tables.job.c
    last = connection.scalar(select(func.max(event.position)).where(event.document == document))
    ended = func.sum(case((job.state.in_(("done", "failed")), 1), else_=0))
    work = select(func.max(job.number), func.sum(job.done), func.max(job.heartbeat), ended)
    return (last, *connection.execute(work.where(job.document == document)).one())
