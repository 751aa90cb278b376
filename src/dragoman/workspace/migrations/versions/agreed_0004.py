"""Parties that sign, the glossaries that they agree on, people and their sessions."""

from __future__ import annotations

import json
from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"

# In the order of code points everywhere, whatever the language of the database's server is.
_ORDERED = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")


def upgrade() -> None:
    """Make the tables; give the events that are there their place in the order."""
    _events()
    _pending()
    _drafts()
    _people()
    _agreed()


def _texts(*names: str) -> list[sa.Column[Any]]:
    return [sa.Column(name, sa.Text(), nullable=False) for name in names]


def _ordered(*names: str) -> list[sa.Column[Any]]:
    return [sa.Column(name, _ORDERED, nullable=False) for name in names]


def _wholes(*names: str) -> list[sa.Column[Any]]:
    return [sa.Column(name, sa.Integer(), nullable=False) for name in names]


def _truths(*names: str) -> list[sa.Column[Any]]:
    return [sa.Column(name, sa.Boolean(), nullable=False) for name in names]


def _seconds(*names: str) -> list[sa.Column[Any]]:
    return [sa.Column(name, sa.Float(), nullable=False) for name in names]


def _number(name: str) -> sa.Column[Any]:
    return sa.Column(name, sa.Integer(), primary_key=True, autoincrement=True)


def _events() -> None:
    op.add_column("event", sa.Column("depth", sa.Integer(), nullable=False, server_default="0"))
    op.add_column("event", sa.Column("subject", _ORDERED, nullable=False, server_default=""))
    op.create_index("event_subject", "event", ["subject"])
    connection = op.get_bind()
    stored = connection.execute(sa.text("SELECT hash, line FROM event ORDER BY position")).all()
    depths: dict[str, int] = {}
    for row in stored:
        said = json.loads(row.line)
        before = [*said["heads"].values(), *([said["previous"]] if said["previous"] else [])]
        depths[row.hash] = 1 + max((depths.get(one, 0) for one in before), default=0)
    if depths:
        event = sa.table("event", sa.column("hash"), sa.column("depth"))
        changed = sa.update(event).where(event.c.hash == sa.bindparam("named"))
        connection.execute(
            changed.values(depth=sa.bindparam("deep")),
            [{"named": name, "deep": depth} for name, depth in depths.items()],
        )


def _pending() -> None:
    op.create_table(
        "pending",
        *_texts("hash", "party"),
        *_wholes("sequence"),
        *_texts("reason", "line"),
        sa.PrimaryKeyConstraint("hash"),
    )
    op.create_index("pending_party", "pending", ["party", "sequence"])
    op.create_table(
        "bundle",
        _number("number"),
        *_texts("hash", "direction", "sender", "recipient", "made", "time"),
        *_wholes("size", "events"),
        *_texts("facts"),
        sa.UniqueConstraint("hash", "direction", name="bundle_hash"),
    )


def _drafts() -> None:
    op.create_table(
        "draft",
        *_texts("party", "glossary", "entry"),
        *_wholes("number"),
        *_texts("content", "state", "author", "time"),
        sa.PrimaryKeyConstraint("party", "glossary", "entry", "number"),
    )
    op.create_table("remark", _number("id"), *_texts("party", "glossary", "entry", "text", "author", "time"))
    op.create_index("remark_entry", "remark", ["party", "glossary", "entry"])


def _people() -> None:
    op.create_table(
        "account",
        *_texts("name", "shown", "password"),
        *_truths("administrator", "disabled"),
        *_texts("created"),
        sa.PrimaryKeyConstraint("name"),
    )
    op.create_table(
        "membership", *_texts("name", "party", "role", "since"), sa.PrimaryKeyConstraint("name", "party")
    )
    op.create_table(
        "session",
        *_texts("token", "name"),
        *_seconds("created", "expires", "seen"),
        *_truths("revoked"),
        *_texts("client"),
        sa.PrimaryKeyConstraint("token"),
    )
    op.create_index("session_name", "session", ["name"])
    op.create_table(
        "invitation",
        *_texts("token", "name", "party", "role"),
        *_texts("inviter"),
        *_seconds("created", "expires"),
        *_texts("used"),
        sa.PrimaryKeyConstraint("token"),
    )
    op.create_table("attempt", _number("id"), *_texts("subject"), *_seconds("time"))
    op.create_index("attempt_subject", "attempt", ["subject", "time"])
    op.create_table("setting", *_texts("name", "value"), sa.PrimaryKeyConstraint("name"))


def _agreed() -> None:
    op.create_table(
        "party",
        *_ordered("id"),
        *_texts("name", "facts"),
        *_truths("trusted"),
        *_wholes("forked"),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_table("glossary", *_ordered("id"), *_texts("facts"), sa.PrimaryKeyConstraint("id"))
    op.create_table(
        "entry",
        *_ordered("glossary", "id"),
        *_texts("level", "place", "dimension", "heads", "words", "facts"),
        sa.PrimaryKeyConstraint("glossary", "id"),
    )
    op.create_index("entry_level", "entry", ["glossary", "level"])
    op.create_table(
        "proposal", *_ordered("hash"), *_texts("glossary", "entry"), sa.PrimaryKeyConstraint("hash")
    )
    op.create_index("proposal_entry", "proposal", ["glossary", "entry"])
    op.create_table("wait", _number("id"), *_texts("party", "subject", "facts"))
    op.create_index("wait_party", "wait", ["party"])
    op.create_index("wait_subject", "wait", ["subject"])
    op.create_table(
        "round",
        *_ordered("glossary", "id"),
        *_texts("start", "facts"),
        sa.PrimaryKeyConstraint("glossary", "id"),
    )
