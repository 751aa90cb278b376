"""Findings of comparing a document's language versions, and what people decide of them."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op

from dragoman.workspace.clock import now
from dragoman.workspace.identity import job_id

revision = "0003"
down_revision = "0002"


def _texts(*names: str) -> list[sa.Column[Any]]:
    return [sa.Column(name, sa.Text(), nullable=False) for name in names]


def upgrade() -> None:
    """Make the tables; have the documents that are there compared."""
    op.create_table(
        "comparison", *_texts("document", "languages", "stamp"), sa.PrimaryKeyConstraint("document")
    )
    op.create_table(
        "finding",
        *_texts("document", "source"),
        sa.Column("number", sa.Integer(), nullable=False),
        *_texts("id", "kind"),
        sa.Column("row", sa.Integer(), nullable=False),
        *_texts("places", "reason"),
        sa.Column("probability", sa.Float(), nullable=False),
        *_texts("alone"),
        sa.PrimaryKeyConstraint("document", "source", "number"),
    )
    op.create_index("finding_id", "finding", ["id"])
    op.create_table(
        "decision",
        *_texts("event", "finding", "document", "kind", "passages"),
        sa.Column("accepted", sa.Boolean(), nullable=False),
        *_texts("reason", "party", "author", "time"),
        sa.PrimaryKeyConstraint("event"),
    )
    op.create_index("decision_document", "decision", ["document"])
    op.create_index("decision_finding", "decision", ["finding"])
    _ask_for_jobs()


def _ask_for_jobs() -> None:
    asked = ("id", "kind", "document", "fresh", "state", "done", "total", "step", "problem", "owner")
    job = sa.table("job", *map(sa.column, (*asked, "heartbeat", "created", "changed")))
    connection = op.get_bind()
    for document in connection.scalars(sa.text("SELECT id FROM document ORDER BY id")).all():
        name = job_id("derive", document, "form 0003")
        values = (name, "derive", document, False, "waiting", 0, 0, "", "", "")
        times = {"heartbeat": 0.0, "created": now(), "changed": now()}
        connection.execute(sa.insert(job).values(**dict(zip(asked, values, strict=True)), **times))
