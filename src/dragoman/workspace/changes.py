"""When documents were last changed, so that what was read before is brought up to date and not read anew."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Connection, delete, func, insert, select

from dragoman.workspace import tables

_c = tables.touched.c


def touch(connection: Connection, documents: Sequence[str]) -> None:
    """Say that documents have changed, in the transaction that changes them."""
    for document in documents:
        number = stamp(connection) + 1
        connection.execute(delete(tables.touched).where(_c.document == document))
        connection.execute(insert(tables.touched).values(document=document, number=number))


def stamp(connection: Connection) -> int:
    """A number that grows with every change of a document; 0 before the first."""
    return connection.scalar(select(func.max(_c.number))) or 0


def changed_since(connection: Connection, number: int) -> Sequence[str]:
    """The documents that have changed since the stamp was this."""
    return connection.scalars(select(_c.document).where(_c.number > number).order_by(_c.document)).all()
