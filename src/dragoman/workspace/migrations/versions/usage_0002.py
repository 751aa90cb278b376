"""Usage: the words and phrases of each version, and the terms and pairs of the whole collection; threats."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op

from dragoman.workspace.clock import now
from dragoman.workspace.identity import job_id

revision = "0002"
down_revision = "0001"

# Tokens come folded and parted by spaces: the tokeniser is to part them there and do nothing else. Sizes of
# columns would serve a ranking, which is not used; a larger table in memory makes fewer pieces to join.
_SEARCH_SQLITE = (
    "DROP TABLE search",
    "CREATE VIRTUAL TABLE search USING fts5(forms, lemmas, lengths UNINDEXED, tokenize = 'ascii', "
    "columnsize = 0)",
    "INSERT INTO search (search, rank) VALUES ('hashsize', 33554432)",
)
_SEARCH_POSTGRESQL = (
    "DROP TABLE search",
    "CREATE TABLE search (id integer PRIMARY KEY, forms text NOT NULL, lemmas text NOT NULL, "
    "lengths text NOT NULL, words tsvector NOT NULL)",
    "CREATE INDEX search_words ON search USING gin (words)",
)

_Kind = type[sa.Text | sa.Integer | sa.Float[float]]


def _columns(kind: _Kind, *names: str) -> list[sa.Column[Any]]:
    return [sa.Column(name, kind(), nullable=False) for name in names]


def _ordered(*names: str) -> list[sa.Column[Any]]:
    """Columns that are put in the order of code points, whatever the language of the server is."""
    kind = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")
    return [sa.Column(name, kind, nullable=False) for name in names]


def upgrade() -> None:
    """Make the tables; have the documents that are there prepared anew."""
    _make_words()
    _make_terms()
    _make_threats()
    for statement in _SEARCH_SQLITE if op.get_bind().dialect.name == "sqlite" else _SEARCH_POSTGRESQL:
        op.execute(statement)
    _ask_for_jobs()


def _make_words() -> None:
    for side in ("left", "right"):
        # Right as soon as the document's job has been done.
        op.add_column("bead", sa.Column(f"{side}_first", sa.Integer(), nullable=False, server_default="-1"))
        op.create_index(
            f"bead_{side}", "bead", ["document", "left_language", "right_language", f"{side}_first"]
        )
    op.create_table(
        "extent",
        *_columns(sa.Text, "original", "language"),
        *_columns(sa.Integer, "first", "sentences"),
        sa.PrimaryKeyConstraint("original", "language"),
    )
    op.execute(
        "INSERT INTO extent (original, language, first, sentences) "
        "SELECT original, language, min(id), count(*) FROM sentence GROUP BY original, language"
    )
    op.create_table(
        "word",
        *_ordered("language", "form", "lemma"),
        *_columns(sa.Integer, "count"),
        sa.PrimaryKeyConstraint("language", "form", "lemma"),
        sqlite_with_rowid=False,
    )
    op.create_index("word_lemma", "word", ["language", "lemma"])
    op.create_table(
        "touched",
        *_columns(sa.Text, "document"),
        *_columns(sa.Integer, "number"),
        sa.PrimaryKeyConstraint("document"),
    )
    op.create_index("touched_number", "touched", ["number"])


def _ask_for_jobs() -> None:
    asked = ("id", "kind", "document", "fresh", "state", "done", "total", "step", "problem", "owner")
    job = sa.table("job", *map(sa.column, (*asked, "heartbeat", "created", "changed")))
    connection = op.get_bind()
    for document in connection.scalars(sa.text("SELECT id FROM document ORDER BY id")).all():
        values = (
            job_id("derive", document, "form 0002"),
            "derive",
            document,
            True,
            "waiting",
            0,
            0,
            "",
            "",
            "",
        )
        times = {"heartbeat": 0.0, "created": now(), "changed": now()}
        connection.execute(sa.insert(job).values(**dict(zip(asked, values, strict=True)), **times))


def _make_terms() -> None:
    op.create_table(
        "analysis",
        *_columns(sa.Text, "original", "language", "method", "words", "phrases"),
        sa.PrimaryKeyConstraint("original", "language"),
    )
    op.create_table(
        "term",
        *_ordered("language", "key", "form"),
        *_columns(sa.Text, "kind"),
        *_columns(sa.Integer, "count", "documents"),
        *_columns(sa.Text, "first", "last"),
        *_columns(sa.Float, "cvalue", "keyness", "dispersion", "cohesion", "entropy", "termhood"),
        *_columns(sa.Text, "short", "long", "forms"),
        sa.PrimaryKeyConstraint("language", "key"),
    )
    op.create_table(
        "occurrence",
        *_columns(sa.Text, "original"),
        *_ordered("language", "key"),
        *_columns(sa.Text, "places"),
        sa.PrimaryKeyConstraint("original", "language", "key"),
    )
    op.create_index("occurrence_term", "occurrence", ["language", "key"])
    op.create_table(
        "pair",
        *_ordered("left_language", "right_language", "left_key", "right_key"),
        *_columns(sa.Integer, "count", "documents"),
        *_columns(sa.Text, "first", "last", "bodies"),
        *_columns(sa.Float, "association", "dice", "similarity", "probability"),
        *_columns(sa.Integer, "left_rank", "right_rank"),
        sa.PrimaryKeyConstraint("left_language", "right_language", "left_key", "right_key"),
    )
    op.create_table(
        "made",
        *_columns(sa.Text, "kind", "stamp"),
        *_columns(sa.Integer, "sentences"),
        sa.PrimaryKeyConstraint("kind"),
    )
    op.create_index("pair_right", "pair", ["left_language", "right_language", "right_key"])


def _make_threats() -> None:
    op.create_table(
        "mention",
        *_columns(sa.Text, "id", "original", "language"),
        *_columns(sa.Integer, "position", "start", "end", "cue_start", "cue_end", "first", "last"),
        *_columns(sa.Text, "cue", "topic", "stance"),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("mention_version", "mention", ["original", "language"])
    op.create_index("mention_topic", "mention", ["topic"])
    op.create_table(
        "judgement",
        *_columns(sa.Text, "event", "mention", "document", "language", "original"),
        *_columns(sa.Integer, "first", "last"),
        *_columns(sa.Text, "words", "topic"),
        sa.Column("confirmed", sa.Boolean(), nullable=False),
        *_columns(sa.Text, "reason", "party", "author", "time"),
        sa.PrimaryKeyConstraint("event"),
    )
    op.create_index("judgement_document", "judgement", ["document"])
    op.create_index("judgement_mention", "judgement", ["mention"])
