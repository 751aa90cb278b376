"""Failed attempts to sign in, counted by account and by the address that they come from."""

from __future__ import annotations

from math import ceil

from sqlalchemy import Connection, delete, insert, select, update

from dragoman.access import limits
from dragoman.errors import NotAllowed
from dragoman.workspace import tables
from dragoman.workspace.database import Database

_c = tables.attempt.c
_LONGEST = 100
_MINUTE = 60.0


def begin(database: Database, now: float, *, account: str = "", client: str = "") -> list[int]:
    """Note an attempt as failed before it is looked into, so that many at once do not slip through.

    Returns the numbers of what was noted: `forget` them if it succeeds.

    Raises:
        NotAllowed: there were too many; it says how long to wait.
    """
    subjects = [
        (f"{kind}:{name[:_LONGEST]}", limit)
        for kind, name, limit in (("account", account, limits.ACCOUNT), ("client", client, limits.CLIENT))
        if name
    ]
    with database.writing() as connection:
        # What was noted before the clock was set back was noted now at the latest: it counts in full, and
        # is over some time.
        connection.execute(update(tables.attempt).where(_c.time > now).values(time=now))
        oldest = now - max(limit.seconds for limit in (limits.ACCOUNT, limits.CLIENT))
        connection.execute(delete(tables.attempt).where(_c.time <= oldest))
        longest = max((_wait(connection, subject, now, limit) for subject, limit in subjects), default=0.0)
        if not longest:
            return [_noted(connection, subject, now) for subject, _limit in subjects]
    raise NotAllowed(
        "There were too many failed attempts.",
        remedy="Try again in {minutes} min.",
        minutes=ceil(longest / _MINUTE),
    )


def forget(connection: Connection, numbers: list[int], *, account: str = "") -> None:
    """Take an attempt back that succeeded, and the account's failed ones before it."""
    connection.execute(delete(tables.attempt).where(_c.id.in_(numbers)))
    if account:
        connection.execute(delete(tables.attempt).where(_c.subject == f"account:{account[:_LONGEST]}"))


def _wait(connection: Connection, subject: str, now: float, limit: limits.Limit) -> float:
    failed = connection.scalars(select(_c.time).where(_c.subject == subject))
    return limits.wait(failed, now, limit)


def _noted(connection: Connection, subject: str, now: float) -> int:
    made = connection.execute(insert(tables.attempt).values(subject=subject, time=now))
    number = made.inserted_primary_key
    return int(number[0]) if number is not None else 0
