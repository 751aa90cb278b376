"""Invitations: links that let one person in, once, for a while."""

from __future__ import annotations

from sqlalchemy import Connection, Row, insert, select, update

from dragoman.access import tokens
from dragoman.errors import InputError
from dragoman.workspace import tables
from dragoman.workspace.clock import written
from dragoman.workspace.peoplemodel import Invitation

HOUR = 3600.0
LONGEST = 30 * 24
"""Hours for which an invitation may hold at most."""

_c = tables.invitation.c
# What stands in the column `used` of one that was taken back.
_REVOKED = "revoked"


def issue(connection: Connection, invitation: Invitation, now: float, hours: float) -> str:
    """Write an invitation, of which only name, party, role and inviter are read; returns its token.
    Earlier ones of the same name hold no more.

    Raises:
        InputError: it would hold for no time, or for too long.
    """
    if not 0 < hours <= LONGEST:
        raise InputError(
            "An invitation holds for 1 to {most} hours.", remedy="Name another number.", most=LONGEST
        )
    revoke(connection, invitation.name)
    token = tokens.new_token()
    connection.execute(
        insert(tables.invitation).values(
            token=tokens.stored(token),
            name=invitation.name,
            party=invitation.party,
            role=invitation.role,
            inviter=invitation.inviter,
            created=now,
            expires=now + hours * HOUR,
            used="",
        )
    )
    return token


def found(connection: Connection, token: str, now: float) -> Invitation | None:
    """The invitation of a token, in whatever state; None if there is none."""
    row = connection.execute(select(tables.invitation).where(_c.token == tokens.stored(token))).one_or_none()
    return None if row is None else _read(row, now)


def use(connection: Connection, token: str, now: float) -> None:
    """Note that an invitation was accepted."""
    connection.execute(
        update(tables.invitation).where(_c.token == tokens.stored(token)).values(used=written(now))
    )


def revoke(connection: Connection, name: str) -> int:
    """Take the open invitations of a name back; returns how many there were."""
    held = (_c.name == name) & (_c.used == "")
    return connection.execute(update(tables.invitation).where(held).values(used=_REVOKED)).rowcount


def listed(connection: Connection, now: float) -> list[Invitation]:
    """All invitations, the latest first."""
    rows = connection.execute(select(tables.invitation).order_by(_c.created.desc(), _c.token))
    return [_read(row, now) for row in rows]


def _read(row: Row[tuple[object, ...]], now: float) -> Invitation:
    if row.used:
        state = _REVOKED if row.used == _REVOKED else "used"
    else:
        # A clock that was set back before it was made does not lengthen its life.
        state = "open" if row.created - tokens.SKEW <= now < row.expires else "expired"
    return Invitation(
        name=row.name,
        party=row.party,
        role=row.role,
        inviter=row.inviter,
        created=written(row.created),
        expires=written(row.expires),
        state=state,
    )
