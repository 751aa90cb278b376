"""A digest of each derived table, by its canonical rows: the same wherever and whenever they are made."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from typing import Any

from rfc8785 import dumps
from sqlalchemy import Column, ColumnElement, Connection, Table, Text, select

from dragoman.workspace import tables
from dragoman.workspace.finding import SEARCH, number_of

# Columns by which the rows of a table are put in order; they come from content.
_ORDER: dict[str, tuple[str, ...]] = {
    "sentence": ("original", "language", "position"),
}
# Numbers of rows, which differ from one making to the next.
_INTERNAL = frozenset({("sentence", "id"), ("extent", "first")})


def digests(connection: Connection) -> dict[str, str]:
    """SHA-256 of each derived table's canonical rows (RFC 8785), by the table's name."""
    found = {
        table.name: _digest(connection.execute(select(*_columns(table)).order_by(*_key(connection, table))))
        for table in (*tables.PROJECTED, *tables.EVIDENCE)
    }
    c = tables.sentence.c
    words = (
        select(c.original, c.language, c.position, SEARCH.c.forms, SEARCH.c.lemmas, SEARCH.c.lengths)
        .select_from(tables.sentence)
        .join(SEARCH, number_of(connection) == c.id)
        .order_by(*_key(connection, tables.sentence))
    )
    found["search"] = _digest(connection.execute(words))
    return found


def _columns(table: Table) -> Sequence[Column[Any]]:
    return [column for column in table.columns if (table.name, column.name) not in _INTERNAL]


def _key(connection: Connection, table: Table) -> Sequence[ColumnElement[Any]]:
    names = _ORDER.get(table.name) or tuple(column.name for column in table.primary_key)
    if connection.dialect.name == "sqlite":
        return [table.c[name] for name in names]
    # By code points, as SQLite orders, and not as the server's language does.
    columns = [table.c[name] for name in names]
    return [column.collate("C") if isinstance(column.type, Text) else column for column in columns]


def _digest(rows: Iterable[Sequence[Any]]) -> str:
    total = hashlib.sha256()
    for row in rows:
        total.update(dumps(list(row)))
        total.update(b"\n")
    return "sha256:" + total.hexdigest()
