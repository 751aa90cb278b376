"""Texts side by side that were read lately, kept while nothing about them has changed."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Sequence
from threading import Lock

from sqlalchemy import Connection, case, func, select

from dragoman.workspace import tables
from dragoman.workspace.sidebyside import Text, text_of

# Enough for readers of a few documents who turn pages and correct rows; a long text takes some ten megabytes.
_KEPT = 8

_Stamp = tuple[object, ...]


class Texts:
    """Keeps a few texts; may be shared by threads, as nobody changes a text."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._found: OrderedDict[tuple[str, tuple[str, ...]], tuple[_Stamp, Text]] = OrderedDict()

    def of(self, connection: Connection, document: str, languages: Sequence[str]) -> Text:
        """The text of a document by its whole identifier, as `text_of` reads it."""
        key, stamp = (document, tuple(languages)), _stamp(connection, document)
        with self._lock:
            kept = self._found.get(key)
            if kept is not None and kept[0] == stamp:
                self._found.move_to_end(key)
                return kept[1]
        text = text_of(connection, document, languages)
        with self._lock:
            self._found[key] = stamp, text
            self._found.move_to_end(key)
            while len(self._found) > _KEPT:
                self._found.popitem(last=False)
        return text


def _stamp(connection: Connection, document: str) -> _Stamp:
    """What changes with a document: its last event, and its jobs with how far they have come.

    What people decide is an event; what is computed is kept by a job, which then says so in its row.
    """
    event, job = tables.event.c, tables.job.c
    last = connection.scalar(select(func.max(event.position)).where(event.document == document))
    ended = func.sum(case((job.state.in_(("done", "failed")), 1), else_=0))
    work = select(func.max(job.number), func.sum(job.done), func.max(job.heartbeat), ended)
    return (last, *connection.execute(work.where(job.document == document)).one())
