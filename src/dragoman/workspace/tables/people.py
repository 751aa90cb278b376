"""People who may sign in. Times that are reckoned with are seconds since 1970; 0 for never."""

from __future__ import annotations

from sqlalchemy import Boolean, Column, Float, Index, Integer, Table

from dragoman.workspace.tables.base import metadata, text

account = Table(
    "account",
    metadata,
    text("name", key=True),
    text("shown"),
    # Argon2id; "" while an invitation is open.
    text("password"),
    Column("administrator", Boolean, nullable=False),
    Column("disabled", Boolean, nullable=False),
    text("created"),
)

# Which role a person has for a party.
membership = Table(
    "membership",
    metadata,
    text("name", key=True),
    text("party", key=True),
    text("role"),
    text("since"),
)

# Who is signed in: of a token only its hash is stored.
session = Table(
    "session",
    metadata,
    text("token", key=True),
    text("name"),
    Column("created", Float, nullable=False),
    Column("expires", Float, nullable=False),
    Column("seen", Float, nullable=False),
    Column("revoked", Boolean, nullable=False),
    text("client"),
    Index("session_name", "name"),
)

# Links that let one person in, once.
invitation = Table(
    "invitation",
    metadata,
    text("token", key=True),
    text("name"),
    text("party"),
    text("role"),
    text("inviter"),
    Column("created", Float, nullable=False),
    Column("expires", Float, nullable=False),
    text("used"),
)

# Failed attempts to sign in, so that guessing can be slowed down.
attempt = Table(
    "attempt",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=True),
    text("subject"),
    Column("time", Float, nullable=False),
    Index("attempt_subject", "subject", "time"),
)

# What the administrator set for the whole workspace, by name.
setting = Table("setting", metadata, text("name", key=True), text("value"))
