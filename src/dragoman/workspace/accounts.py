"""Accounts and roles: what is stored of people, and what of it may not be."""

from __future__ import annotations

import re

from sqlalchemy import Connection, Row, delete, func, insert, select, update

from dragoman.access.permissions import PARTY_ROLES
from dragoman.errors import AlreadyThere, InputError, NotAllowed
from dragoman.workspace import tables
from dragoman.workspace.clock import written
from dragoman.workspace.peoplemodel import Person

NAME = re.compile(r"[a-z0-9][a-z0-9._-]{0,39}")
"""What the name of an account is: what somebody types to sign in."""

_SHOWN = 80
_a, _m, _p = tables.account.c, tables.membership.c, tables.party.c


def proper(name: str) -> str:
    """A name for an account, in lower case.

    Raises:
        InputError: it cannot be one.
    """
    name = name.strip().lower()
    if not NAME.fullmatch(name):
        raise InputError(
            "{name!r} cannot be the name of an account.",
            remedy="Take up to 40 of the letters a to z, digits, dots, hyphens and underscores.",
            name=name,
        )
    return name


def exist(connection: Connection) -> bool:
    """Whether there is any account."""
    return connection.scalar(select(_a.name).limit(1)) is not None


def stored(connection: Connection, name: str) -> Row[tuple[object, ...]] | None:
    """The row of an account, None if there is none."""
    return connection.execute(select(tables.account).where(_a.name == name)).one_or_none()


def required(connection: Connection, name: str) -> Row[tuple[object, ...]]:
    """The row of an account.

    Raises:
        InputError: there is none of this name.
    """
    row = stored(connection, name.strip().lower())
    if row is None:
        raise InputError(
            "There is no account of this name.",
            where=name,
            remedy="`dragoman people list` shows all of them.",
        )
    return row


def must_be_free(connection: Connection, name: str) -> None:
    """Refuse a name that an account has.

    Raises:
        AlreadyThere
    """
    if stored(connection, name) is not None:
        raise AlreadyThere(
            "There is an account of this name already.",
            where=name,
            remedy="Take another name, or give this one a role.",
        )


def make(
    connection: Connection, name: str, shown: str, password: str, *, administrator: bool, now: float
) -> None:
    """Make an account; `password` is what is stored of one, "" for none yet.

    Raises:
        AlreadyThere: there is one of this name, or somebody is called so. InputError
    """
    must_be_free(connection, name)
    connection.execute(
        insert(tables.account).values(
            name=name,
            shown=called(connection, name, shown),
            password=password,
            administrator=administrator,
            disabled=False,
            created=written(now),
        )
    )


def called(connection: Connection, name: str, shown: str) -> str:
    """What others are to see of an account: the name itself unless something else is given.

    Raises:
        InputError: it is too long or no single line. AlreadyThere: somebody else is called so: the record
            would not tell the two apart.
    """
    shown = " ".join(shown.split()) or name
    if len(shown) > _SHOWN or not shown.isprintable():
        raise InputError(
            "{shown!r} cannot be a name to show.",
            remedy="Write up to {most} characters in one line.",
            shown=shown[:_SHOWN],
            most=_SHOWN,
        )
    others = connection.execute(select(_a.name, _a.shown).where(_a.name != name))
    taken = {word.casefold() for row in others for word in (row.name, row.shown)}
    if shown.casefold() in taken:
        raise AlreadyThere("Somebody else is called {shown}.", remedy="Add something to it.", shown=shown)
    return shown


def change(connection: Connection, name: str, **values: object) -> None:
    """Write other values into some columns of an account."""
    connection.execute(update(tables.account).where(_a.name == name).values(**values))


def keep_an_administrator(connection: Connection, name: str) -> None:
    """Refuse to lose this administrator if no other one can sign in.

    Raises:
        NotAllowed
    """
    able = _a.administrator & ~_a.disabled & (_a.password != "") & (_a.name != name)
    if not connection.scalar(select(func.count()).where(able)):
        raise NotAllowed(
            "This is the last administrator who can sign in.",
            where=name,
            remedy="Make somebody else an administrator first.",
        )


def parties(connection: Connection) -> list[str]:
    """The identifiers of all parties, sorted."""
    return list(connection.scalars(select(_p.id).order_by(_p.id)))


def role_of(role: str) -> str:
    """A role that somebody can have for a party.

    Raises:
        InputError: there is none of this name.
    """
    if role not in PARTY_ROLES:
        raise InputError(
            "There is no role called {role!r}.",
            remedy="The roles are {roles}.",
            role=role,
            roles=", ".join(PARTY_ROLES),
        )
    return role


def grant(connection: Connection, name: str, party: str, role: str, now: float) -> None:
    """Give a person a role for a party, in the place of the one he had."""
    take(connection, name, party)
    connection.execute(
        insert(tables.membership).values(name=name, party=party, role=role, since=written(now))
    )


def take(connection: Connection, name: str, party: str) -> bool:
    """Take a person's role for a party away; returns whether he had one."""
    held = (_m.name == name) & (_m.party == party)
    return connection.execute(delete(tables.membership).where(held)).rowcount > 0


def people(connection: Connection, name: str = "") -> list[Person]:
    """Everybody with an account, or one person, sorted by name."""
    roles: dict[str, dict[str, str]] = {}
    held, asked = select(tables.membership).order_by(_m.party), select(tables.account).order_by(_a.name)
    if name:
        held, asked = held.where(_m.name == name), asked.where(_a.name == name)
    for row in connection.execute(held):
        roles.setdefault(row.name, {})[row.party] = row.role
    return [
        Person(
            name=row.name,
            shown=row.shown,
            administrator=row.administrator,
            disabled=row.disabled,
            waiting=not row.password,
            created=row.created,
            roles=roles.get(row.name, {}),
        )
        for row in connection.execute(asked)
    ]


def setting(connection: Connection, name: str) -> str:
    """What the administrator set, "" for nothing."""
    found = connection.scalar(select(tables.setting.c.value).where(tables.setting.c.name == name))
    return found or ""
