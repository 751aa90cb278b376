"""The first tables: the record, jobs, what the record says, evidence, and the index of words."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

# Tokens come folded and parted by spaces: the tokeniser is to part them there and do nothing else.
_SEARCH_SQLITE = ("CREATE VIRTUAL TABLE search USING fts5(forms, lemmas, tokenize = 'ascii')",)
_SEARCH_POSTGRESQL = (
    "CREATE TABLE search (id integer PRIMARY KEY, forms text NOT NULL, lemmas text NOT NULL, "
    "words tsvector NOT NULL)",
    "CREATE INDEX search_words ON search USING gin (words)",
)


_Kind = type[sa.Text | sa.Integer | sa.Boolean | sa.Float[float]]


def _columns(kind: _Kind, *names: str) -> list[sa.Column[Any]]:
    return [sa.Column(name, kind(), nullable=False) for name in names]


def upgrade() -> None:
    """Make the tables."""
    op.create_table(
        "event",
        sa.Column("position", sa.Integer(), primary_key=True, autoincrement=True),
        *_columns(sa.Text, "hash", "party"),
        *_columns(sa.Integer, "sequence"),
        *_columns(sa.Text, "kind", "document", "line"),
        sa.UniqueConstraint("hash", name="event_hash"),
        sa.UniqueConstraint("party", "sequence", name="event_place"),
    )
    op.create_index("event_document", "event", ["document", "position"])
    op.create_table(
        "job",
        sa.Column("number", sa.Integer(), primary_key=True, autoincrement=True),
        *_columns(sa.Text, "id", "kind", "document"),
        *_columns(sa.Boolean, "fresh"),
        *_columns(sa.Text, "state"),
        *_columns(sa.Integer, "done", "total"),
        *_columns(sa.Text, "step", "problem", "owner"),
        *_columns(sa.Float, "heartbeat"),
        *_columns(sa.Text, "created", "changed"),
        sa.UniqueConstraint("id", name="job_id"),
    )
    op.create_index("job_state", "job", ["state", "number"])
    _make_projected()
    _make_evidence()
    for statement in _SEARCH_SQLITE if op.get_bind().dialect.name == "sqlite" else _SEARCH_POSTGRESQL:
        op.execute(statement)


def _make_projected() -> None:
    op.create_table(
        "document",
        *_columns(sa.Text, "id", "title", "kind", "body", "parties", "date", "place", "source", "licence"),
        *_columns(sa.Boolean, "invented"),
        *_columns(sa.Text, "added"),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_table(
        "version",
        *_columns(sa.Text, "document", "language"),
        *_columns(sa.Integer, "number"),
        *_columns(sa.Text, "original", "name", "form"),
        *_columns(sa.Integer, "size"),
        *_columns(sa.Boolean, "current"),
        *_columns(sa.Text, "added"),
        sa.PrimaryKeyConstraint("document", "language", "number"),
    )
    op.create_index("version_original", "version", ["original"])
    op.create_table(
        "correction",
        *_columns(sa.Text, "event", "document"),
        *_columns(sa.Integer, "number"),
        *_columns(sa.Text, "left_language", "right_language", "left_original", "right_original"),
        *_columns(sa.Text, "left_ranges", "right_ranges"),
        *_columns(sa.Boolean, "withdrawn"),
        sa.PrimaryKeyConstraint("event"),
    )
    op.create_index("correction_document", "correction", ["document", "number"])


def _make_evidence() -> None:
    op.create_table(
        "reading",
        *_columns(sa.Text, "original", "language", "method", "encoding", "title", "text", "parts", "notes"),
        sa.PrimaryKeyConstraint("original", "language"),
    )
    op.create_table(
        "sentence",
        sa.Column("id", sa.Integer(), primary_key=True, autoincrement=True),
        *_columns(sa.Text, "original", "language"),
        *_columns(sa.Integer, "position", "start", "end", "block"),
        *_columns(sa.Text, "kind"),
        *_columns(sa.Integer, "level"),
        *_columns(sa.Text, "label", "text"),
        sa.UniqueConstraint("original", "language", "position", name="sentence_place"),
    )
    pair = ("document", "left_language", "right_language")
    op.create_table(
        "alignment",
        *_columns(sa.Text, *pair, "left_original", "right_original", "method", "notes", "computed"),
        sa.PrimaryKeyConstraint(*pair),
    )
    op.create_table(
        "bead",
        *_columns(sa.Text, *pair),
        *_columns(sa.Integer, "position"),
        *_columns(sa.Text, "left", "right"),
        *_columns(sa.Float, "probability"),
        *_columns(sa.Boolean, "moved"),
        *_columns(sa.Text, "correction"),
        sa.PrimaryKeyConstraint(*pair, "position"),
    )
