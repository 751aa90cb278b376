"""What the record says of parties, glossaries, their entries and rounds, as lists show it.

The rest is made from an entry's own events when somebody opens it. Drafts are no part of the record.
"""

from __future__ import annotations

from sqlalchemy import Boolean, Column, Index, Integer, Table

from dragoman.workspace.tables.base import ORDERED, metadata, text, whole

party = Table(
    "party",
    metadata,
    Column("id", ORDERED, primary_key=True, nullable=False),
    text("name"),
    text("facts"),
    Column("trusted", Boolean, nullable=False),
    # The number of the event from which on its chain counts no more; 0 for a whole one.
    whole("forked"),
)

glossary = Table(
    "glossary",
    metadata,
    Column("id", ORDERED, primary_key=True, nullable=False),
    text("facts"),
)

entry = Table(
    "entry",
    metadata,
    Column("glossary", ORDERED, primary_key=True, nullable=False),
    Column("id", ORDERED, primary_key=True, nullable=False),
    text("level"),
    text("place"),
    text("dimension"),
    text("heads"),
    # All its terms, folded, for a search.
    text("words"),
    text("facts"),
    Index("entry_level", "glossary", "level"),
)

# Proposals by their hash: in which entry they stand.
proposal = Table(
    "proposal",
    metadata,
    Column("hash", ORDERED, primary_key=True, nullable=False),
    text("glossary"),
    text("entry"),
    Index("proposal_entry", "glossary", "entry"),
)

# What waits for a party.
wait = Table(
    "wait",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=True),
    *(text(name) for name in ("party", "subject", "facts")),
    Index("wait_party", "party"),
    Index("wait_subject", "subject"),
)

round_ = Table(
    "round",
    metadata,
    Column("glossary", ORDERED, primary_key=True, nullable=False),
    Column("id", ORDERED, primary_key=True, nullable=False),
    text("start"),
    text("facts"),
)

# A party's own drafts, which are nobody else's: every revision is kept; the last one holds. `state` is
# "open", "ready" (for the chair), "proposed" or "dropped".
draft = Table(
    "draft",
    metadata,
    *(text(name, key=True) for name in ("party", "glossary", "entry")),
    whole("number", key=True),
    text("content"),
    text("state"),
    text("author"),
    text("time"),
)

# What people of the party say to each other of a draft.
remark = Table(
    "remark",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=True),
    *(text(name) for name in ("party", "glossary", "entry", "text", "author", "time")),
    Index("remark_entry", "party", "glossary", "entry"),
)
