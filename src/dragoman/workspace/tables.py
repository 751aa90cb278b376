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


# In the order of code points everywhere, whatever the language of the database's server is.
_ordered = Text().with_variant(Text(collation="C"), "postgresql")


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

judgement = Table(
    "judgement",
    metadata,
    _text("event", key=True),
    # The mention that it is of, which a newer method may no longer find.
    _text("mention"),
    _text("document"),
    _text("language"),
    _text("original"),
    _whole("first"),
    _whole("last"),
    _text("words"),
    _text("topic"),
    Column("confirmed", Boolean, nullable=False),
    _text("reason"),
    _text("party"),
    _text("author"),
    _text("time"),
    Index("judgement_document", "document"),
    Index("judgement_mention", "mention"),
)

decision = Table(
    "decision",
    metadata,
    _text("event", key=True),
    # The finding that it is of, which a newer method may no longer make.
    _text("finding"),
    _text("document"),
    _text("kind"),
    _text("passages"),
    Column("accepted", Boolean, nullable=False),
    _text("reason"),
    _text("party"),
    _text("author"),
    _text("time"),
    Index("decision_document", "document"),
    Index("decision_finding", "finding"),
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
    # The first sentence of either side, -1 where it has none: a sentence's bead is found without the others.
    _whole("left_first"),
    _whole("right_first"),
    Index("bead_left", "document", "left_language", "right_language", "left_first"),
    Index("bead_right", "document", "left_language", "right_language", "right_first"),
)

# Which numbers the sentences of a version have, one after the other.
extent = Table(
    "extent",
    metadata,
    _text("original", key=True),
    _text("language", key=True),
    _whole("first"),
    _whole("sentences"),
)

# How often each word stands in all sentences that can be found.
word = Table(
    "word",
    metadata,
    *(Column(name, _ordered, primary_key=True, nullable=False) for name in ("language", "form", "lemma")),
    _whole("count"),
    Index("word_lemma", "language", "lemma"),
    sqlite_with_rowid=False,
)

# When each document was last changed, counted in changes: what was read before is brought up to date by it.
touched = Table(
    "touched",
    metadata,
    _text("document", key=True),
    _whole("number"),
    Index("touched_number", "number"),
)

# What the grammar of its language tells of each sentence of a version: words with lemmas, and noun phrases.
analysis = Table(
    "analysis",
    metadata,
    _text("original", key=True),
    _text("language", key=True),
    _text("method"),
    _text("words"),
    _text("phrases"),
)

# Terms of the whole collection, where each stands, and which belong together.

term = Table(
    "term",
    metadata,
    *(Column(name, _ordered, primary_key=True, nullable=False) for name in ("language", "key")),
    Column("form", _ordered, nullable=False),
    _text("kind"),
    _whole("count"),
    _whole("documents"),
    _text("first"),
    _text("last"),
    *(
        Column(name, Float, nullable=False)
        for name in ("cvalue", "keyness", "dispersion", "cohesion", "entropy", "termhood")
    ),
    _text("short"),
    _text("long"),
    _text("forms"),
)

occurrence = Table(
    "occurrence",
    metadata,
    _text("original", key=True),
    *(Column(name, _ordered, primary_key=True, nullable=False) for name in ("language", "key")),
    _text("places"),
    Index("occurrence_term", "language", "key"),
)

pair = Table(
    "pair",
    metadata,
    *(
        Column(name, _ordered, primary_key=True, nullable=False)
        for name in ("left_language", "right_language", "left_key", "right_key")
    ),
    _whole("count"),
    _whole("documents"),
    _text("first"),
    _text("last"),
    _text("bodies"),
    *(Column(name, Float, nullable=False) for name in ("association", "dice", "similarity", "probability")),
    _whole("left_rank"),
    _whole("right_rank"),
    Index("pair_right", "left_language", "right_language", "right_key"),
)

# From what the terms were made, and of how many sentences: while that stays the same, so do they.
made = Table("made", metadata, _text("kind", key=True), _text("stamp"), _whole("sentences"))

# What a version names as a threat: in a sentence from character to character, and by which cue; `first` and
# `last` count the characters of the whole text.
mention = Table(
    "mention",
    metadata,
    _text("id", key=True),
    _text("original"),
    _text("language"),
    *(_whole(name) for name in ("position", "start", "end", "cue_start", "cue_end", "first", "last")),
    _text("cue"),
    _text("topic"),
    _text("stance"),
    Index("mention_version", "original", "language"),
    Index("mention_topic", "topic"),
)

# Which language versions of a document were compared, and from what: while that stays the same, so do the
# findings.
comparison = Table(
    "comparison",
    metadata,
    _text("document", key=True),
    _text("languages"),
    _text("stamp"),
)

# Where versions of a document do not seem to say the same. `places` are by version, in the order of the
# comparison's languages; `source` is "text", or "terms" for what is found with the terms of all documents.
finding = Table(
    "finding",
    metadata,
    _text("document", key=True),
    _text("source", key=True),
    _whole("number", key=True),
    _text("id"),
    _text("kind"),
    _whole("row"),
    _text("places"),
    _text("reason"),
    Column("probability", Float, nullable=False),
    _text("alone"),
    Index("finding_id", "id"),
)

PROJECTED = (document, version, correction, judgement, decision)
EVIDENCE = (
    reading, sentence, extent, word, alignment, bead, analysis, term, occurrence, pair, made, mention,
    comparison, finding,
)  # fmt: skip
