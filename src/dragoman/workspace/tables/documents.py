"""What the record says of documents at present: made again from the events."""

from __future__ import annotations

from sqlalchemy import Boolean, Column, Index, Table

from dragoman.workspace.tables.base import metadata, text, whole

document = Table(
    "document",
    metadata,
    text("id", key=True),
    text("title"),
    text("kind"),
    text("body"),
    text("parties"),
    text("date"),
    text("place"),
    text("source"),
    text("licence"),
    Column("invented", Boolean, nullable=False),
    text("added"),
)

version = Table(
    "version",
    metadata,
    text("document", key=True),
    text("language", key=True),
    whole("number", key=True),
    text("original"),
    text("name"),
    text("form"),
    whole("size"),
    Column("current", Boolean, nullable=False),
    text("added"),
    Index("version_original", "original"),
)

correction = Table(
    "correction",
    metadata,
    text("event", key=True),
    text("document"),
    whole("number"),
    text("left_language"),
    text("right_language"),
    text("left_original"),
    text("right_original"),
    text("left_ranges"),
    text("right_ranges"),
    Column("withdrawn", Boolean, nullable=False),
    Index("correction_document", "document", "number"),
)

judgement = Table(
    "judgement",
    metadata,
    text("event", key=True),
    # The mention that it is of, which a newer method may no longer find.
    text("mention"),
    text("document"),
    text("language"),
    text("original"),
    whole("first"),
    whole("last"),
    text("words"),
    text("topic"),
    Column("confirmed", Boolean, nullable=False),
    text("reason"),
    text("party"),
    text("author"),
    text("time"),
    Index("judgement_document", "document"),
    Index("judgement_mention", "mention"),
)

decision = Table(
    "decision",
    metadata,
    text("event", key=True),
    # The finding that it is of, which a newer method may no longer make.
    text("finding"),
    text("document"),
    text("kind"),
    text("passages"),
    Column("accepted", Boolean, nullable=False),
    text("reason"),
    text("party"),
    text("author"),
    text("time"),
    Index("decision_document", "document"),
    Index("decision_finding", "finding"),
)
