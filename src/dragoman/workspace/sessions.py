"""Sessions: who is signed in, since when, and the end of it."""

from __future__ import annotations

from sqlalchemy import Connection, delete, insert, or_, select, update

from dragoman.access import tokens
from dragoman.workspace import tables
from dragoman.workspace.clock import written
from dragoman.workspace.peoplemodel import Session

# Seconds after which it is noted again that a session is used: not with every request.
_AGAIN = 60.0
_c = tables.session.c


def start(connection: Connection, name: str, now: float, client: str) -> str:
    """Begin a session; returns its token. Sessions that are over are cleared away."""
    over = or_(_c.expires <= now, _c.seen <= now - tokens.IDLE, _c.revoked)
    connection.execute(delete(tables.session).where(over))
    token = tokens.new_token()
    connection.execute(
        insert(tables.session).values(
            token=tokens.stored(token),
            name=name,
            created=now,
            expires=now + tokens.LIFE,
            seen=now,
            revoked=False,
            client=client,
        )
    )
    return token


def owner(connection: Connection, token: str, now: float) -> tuple[str, bool]:
    """Whose session it is, "" if there is none that holds; and whether its use is to be noted again."""
    stored = tokens.stored(token)
    if not stored:
        return "", False
    row = connection.execute(select(tables.session).where(_c.token == stored)).one_or_none()
    if row is None or row.revoked or not tokens.alive(now, seen=row.seen, expires=row.expires):
        return "", False
    return row.name, now - row.seen >= _AGAIN


def use(connection: Connection, token: str, now: float) -> None:
    """Note that a session is used."""
    held = (_c.token == tokens.stored(token)) & (_c.seen < now)
    connection.execute(update(tables.session).where(held).values(seen=now))


def end(connection: Connection, token: str) -> None:
    """End a session, if there is one of this token."""
    connection.execute(update(tables.session).where(_c.token == tokens.stored(token)).values(revoked=True))


def end_all(connection: Connection, name: str) -> int:
    """End all sessions of a person; returns how many there were."""
    held = (_c.name == name) & ~_c.revoked
    return connection.execute(update(tables.session).where(held).values(revoked=True)).rowcount


def listed(connection: Connection, name: str, now: float, present: str = "") -> list[Session]:
    """The sessions of a person that hold, the latest first; `present` is the token of the one that asks."""
    rows = connection.execute(
        select(tables.session).where((_c.name == name) & ~_c.revoked).order_by(_c.created.desc(), _c.token)
    )
    return [
        Session(
            created=written(row.created),
            seen=written(row.seen),
            expires=written(min(row.expires, row.seen + tokens.IDLE)),
            client=row.client,
            present=row.token == tokens.stored(present),
        )
        for row in rows
        if tokens.alive(now, seen=row.seen, expires=row.expires)
    ]
