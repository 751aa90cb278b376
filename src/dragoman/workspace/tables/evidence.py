"""Evidence: made again from the originals and the record."""

from __future__ import annotations

from sqlalchemy import Boolean, Column, Float, Index, Integer, Table, UniqueConstraint

from dragoman.workspace.tables.base import ORDERED, metadata, text, whole

reading = Table(
    "reading",
    metadata,
    text("original", key=True),
    text("language", key=True),
    text("method"),
    text("encoding"),
    text("title"),
    text("text"),
    text("parts"),
    text("notes"),
)

sentence = Table(
    "sentence",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=True),
    text("original"),
    text("language"),
    whole("position"),
    whole("start"),
    whole("end"),
    whole("block"),
    text("kind"),
    whole("level"),
    text("label"),
    text("text"),
    UniqueConstraint("original", "language", "position", name="sentence_place"),
)

alignment = Table(
    "alignment",
    metadata,
    text("document", key=True),
    text("left_language", key=True),
    text("right_language", key=True),
    text("left_original"),
    text("right_original"),
    text("method"),
    text("notes"),
    # The beads as they were computed, before corrections, so that a correction needs no new alignment.
    text("computed"),
)

bead = Table(
    "bead",
    metadata,
    text("document", key=True),
    text("left_language", key=True),
    text("right_language", key=True),
    whole("position", key=True),
    text("left"),
    text("right"),
    Column("probability", Float, nullable=False),
    Column("moved", Boolean, nullable=False),
    text("correction"),
    # The first sentence of either side, -1 where it has none: a sentence's bead is found without the others.
    whole("left_first"),
    whole("right_first"),
    Index("bead_left", "document", "left_language", "right_language", "left_first"),
    Index("bead_right", "document", "left_language", "right_language", "right_first"),
)

# Which numbers the sentences of a version have, one after the other.
extent = Table(
    "extent",
    metadata,
    text("original", key=True),
    text("language", key=True),
    whole("first"),
    whole("sentences"),
)

# How often each word stands in all sentences that can be found.
word = Table(
    "word",
    metadata,
    *(Column(name, ORDERED, primary_key=True, nullable=False) for name in ("language", "form", "lemma")),
    whole("count"),
    Index("word_lemma", "language", "lemma"),
    sqlite_with_rowid=False,
)

# When each document was last changed, counted in changes: what was read before is brought up to date by it.
touched = Table(
    "touched",
    metadata,
    text("document", key=True),
    whole("number"),
    Index("touched_number", "number"),
)

# What the grammar of its language tells of each sentence of a version: words with lemmas, and noun phrases.
analysis = Table(
    "analysis",
    metadata,
    text("original", key=True),
    text("language", key=True),
    text("method"),
    text("words"),
    text("phrases"),
)

# Terms of the whole collection, where each stands, and which belong together.

term = Table(
    "term",
    metadata,
    *(Column(name, ORDERED, primary_key=True, nullable=False) for name in ("language", "key")),
    Column("form", ORDERED, nullable=False),
    text("kind"),
    whole("count"),
    whole("documents"),
    text("first"),
    text("last"),
    *(
        Column(name, Float, nullable=False)
        for name in ("cvalue", "keyness", "dispersion", "cohesion", "entropy", "termhood")
    ),
    text("short"),
    text("long"),
    text("forms"),
)

occurrence = Table(
    "occurrence",
    metadata,
    text("original", key=True),
    *(Column(name, ORDERED, primary_key=True, nullable=False) for name in ("language", "key")),
    text("places"),
    Index("occurrence_term", "language", "key"),
)

pair = Table(
    "pair",
    metadata,
    *(
        Column(name, ORDERED, primary_key=True, nullable=False)
        for name in ("left_language", "right_language", "left_key", "right_key")
    ),
    whole("count"),
    whole("documents"),
    text("first"),
    text("last"),
    text("bodies"),
    *(Column(name, Float, nullable=False) for name in ("association", "dice", "similarity", "probability")),
    whole("left_rank"),
    whole("right_rank"),
    Index("pair_right", "left_language", "right_language", "right_key"),
)

# From what the terms were made, and of how many sentences: while that stays the same, so do they.
made = Table("made", metadata, text("kind", key=True), text("stamp"), whole("sentences"))

# What a version names as a threat: in a sentence from character to character, and by which cue; `first` and
# `last` count the characters of the whole text.
mention = Table(
    "mention",
    metadata,
    text("id", key=True),
    text("original"),
    text("language"),
    *(whole(name) for name in ("position", "start", "end", "cue_start", "cue_end", "first", "last")),
    text("cue"),
    text("topic"),
    text("stance"),
    Index("mention_version", "original", "language"),
    Index("mention_topic", "topic"),
)

# Which language versions of a document were compared, and from what: while that stays the same, so do the
# findings.
comparison = Table(
    "comparison",
    metadata,
    text("document", key=True),
    text("languages"),
    text("stamp"),
)

# Where versions of a document do not seem to say the same. `places` are by version, in the order of the
# comparison's languages; `source` is "text", or "terms" for what is found with the terms of all documents.
finding = Table(
    "finding",
    metadata,
    text("document", key=True),
    text("source", key=True),
    whole("number", key=True),
    text("id"),
    text("kind"),
    whole("row"),
    text("places"),
    text("reason"),
    Column("probability", Float, nullable=False),
    text("alone"),
    Index("finding_id", "id"),
)
