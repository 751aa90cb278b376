"""The record, which is never changed, only added to; what came in bundles; and work to be done."""

from __future__ import annotations

from sqlalchemy import Boolean, Column, Float, Index, Integer, Table, UniqueConstraint

from dragoman.workspace.tables.base import ORDERED, metadata, text, whole

event = Table(
    "event",
    metadata,
    Column("position", Integer, primary_key=True, autoincrement=True),
    text("hash"),
    text("party"),
    whole("sequence"),
    text("kind"),
    text("document"),
    text("line"),
    # One more than the greatest depth of the events that it follows: with the hash, its place in the order.
    whole("depth"),
    # What it is about, such as "entry/foreign-policy/water"; "" for events of documents.
    Column("subject", ORDERED, nullable=False),
    UniqueConstraint("hash", name="event_hash"),
    UniqueConstraint("party", "sequence", name="event_place"),
    Index("event_document", "document", "position"),
    Index("event_subject", "subject"),
)

# Events that came in a bundle and do not count: they wait for one before them, or their chain forks.
pending = Table(
    "pending",
    metadata,
    text("hash", key=True),
    text("party"),
    whole("sequence"),
    # "waiting" or "fork".
    text("reason"),
    text("line"),
    Index("pending_party", "party", "sequence"),
)

# Bundles that were taken or sent here. `direction` is "taken" or "sent", `made` when the sender made it,
# `time` when it was taken or sent.
bundle = Table(
    "bundle",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=True),
    *(text(name) for name in ("hash", "direction", "sender", "recipient", "made", "time")),
    whole("size"),
    whole("events"),
    text("facts"),
    UniqueConstraint("hash", "direction", name="bundle_hash"),
)

# Work to be done.

job = Table(
    "job",
    metadata,
    # The order in which jobs were asked for.
    Column("number", Integer, primary_key=True, autoincrement=True),
    text("id"),
    text("kind"),
    text("document"),
    Column("fresh", Boolean, nullable=False),
    text("state"),
    whole("done"),
    whole("total"),
    text("step"),
    text("problem"),
    text("owner"),
    Column("heartbeat", Float, nullable=False),
    text("created"),
    text("changed"),
    UniqueConstraint("id", name="job_id"),
    Index("job_state", "state", "number"),
)
