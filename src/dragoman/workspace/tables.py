"""The tables, and which floor each belongs to.

Names of tables and columns are append-only. Numbers of rows never leave the database: what others see is
derived from content (`digests.py` says by which columns).
"""

from __future__ import annotations

from sqlalchemy import (
    Boolean,
    Column,
    ColumnElement,
    Float,
    Index,
    Integer,
    MetaData,
    Table,
    Text,
    UniqueConstraint,
)

metadata = MetaData()

Condition = ColumnElement[bool]


def _text(name: str, *, key: bool = False) -> Column[str]:
    return Column(name, Text, primary_key=key, nullable=False)


def _whole(name: str, *, key: bool = False) -> Column[int]:
    return Column(name, Integer, primary_key=key, nullable=False, autoincrement=False)


# The record: never changed, only added to.

event = Table(
    "event",
    metadata,
    Column("position", Integer, primary_key=True, autoincrement=True),
    _text("hash"),
    _text("party"),
    _whole("sequence"),
    _text("kind"),
    _text("document"),
    _text("line"),
    UniqueConstraint("hash", name="event_hash"),
    UniqueConstraint("party", "sequence", name="event_place"),
    Index("event_document", "document", "position"),
)

# Work to be done.

job = Table(
    "job",
    metadata,
    # The order in which jobs were asked for.
    Column("number", Integer, primary_key=True, autoincrement=True),
    _text("id"),
    _text("kind"),
    _text("document"),
    Column("fresh", Boolean, nullable=False),
    _text("state"),
    _whole("done"),
    _whole("total"),
    _text("step"),
    _text("problem"),
    _text("owner"),
    Column("heartbeat", Float, nullable=False),
    _text("created"),
    _text("changed"),
    UniqueConstraint("id", name="job_id"),
    Index("job_state", "state", "number"),
)

# What the record says at present: made again from the events.

document = Table(
    "document",
    metadata,
    _text("id", key=True),
    _text("title"),
    _text("kind"),
    _text("body"),
    _text("parties"),
    _text("date"),
    _text("place"),
    _text("source"),
    _text("licence"),
    Column("invented", Boolean, nullable=False),
    _text("added"),
)

version = Table(
    "version",
    metadata,
    _text("document", key=True),
    _text("language", key=True),
    _whole("number", key=True),
    _text("original"),
    _text("name"),
    _text("form"),
    _whole("size"),
    Column("current", Boolean, nullable=False),
    _text("added"),
    Index("version_original", "original"),
)

correction = Table(
    "correction",
    metadata,
    _text("event", key=True),
    _text("document"),
    _whole("number"),
    _text("left_language"),
    _text("right_language"),
    _text("left_original"),
    _text("right_original"),
    _text("left_ranges"),
    _text("right_ranges"),
    Column("withdrawn", Boolean, nullable=False),
    Index("correction_document", "document", "number"),
)

# Evidence: made again from the originals and the record.

reading = Table(
    "reading",
    metadata,
    _text("original", key=True),
    _text("language", key=True),
    _text("method"),
    _text("encoding"),
    _text("title"),
    _text("text"),
    _text("parts"),
    _text("notes"),
)

sentence = Table(
    "sentence",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=True),
    _text("original"),
    _text("language"),
    _whole("position"),
    _whole("start"),
    _whole("end"),
    _whole("block"),
    _text("kind"),
    _whole("level"),
    _text("label"),
    _text("text"),
    UniqueConstraint("original", "language", "position", name="sentence_place"),
)

alignment = Table(
    "alignment",
    metadata,
    _text("document", key=True),
    _text("left_language", key=True),
    _text("right_language", key=True),
    _text("left_original"),
    _text("right_original"),
    _text("method"),
    _text("notes"),
    # The beads as they were computed, before corrections, so that a correction needs no new alignment.
    _text("computed"),
)

bead = Table(
    "bead",
    metadata,
    _text("document", key=True),
    _text("left_language", key=True),
    _text("right_language", key=True),
    _whole("position", key=True),
    _text("left"),
    _text("right"),
    Column("probability", Float, nullable=False),
    Column("moved", Boolean, nullable=False),
    _text("correction"),
)

PROJECTED = (document, version, correction)
EVIDENCE = (reading, sentence, alignment, bead)
