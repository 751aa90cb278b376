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
    # One more than the greatest depth of the events that it follows: with the hash, its place in the order.
    _whole("depth"),
    # What it is about, such as "entry/foreign-policy/water"; "" for events of documents.
    Column("subject", _ordered, nullable=False),
    UniqueConstraint("hash", name="event_hash"),
    UniqueConstraint("party", "sequence", name="event_place"),
    Index("event_document", "document", "position"),
    Index("event_subject", "subject"),
)

# Events that came in a bundle and do not count: they wait for one before them, or their chain forks.
pending = Table(
    "pending",
    metadata,
    _text("hash", key=True),
    _text("party"),
    _whole("sequence"),
    # "waiting" or "fork".
    _text("reason"),
    _text("line"),
    Index("pending_party", "party", "sequence"),
)

# Bundles that were taken or sent here. `direction` is "taken" or "sent", `made` when the sender made it,
# `time` when it was taken or sent.
bundle = Table(
    "bundle",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=True),
    *(_text(name) for name in ("hash", "direction", "sender", "recipient", "made", "time")),
    _whole("size"),
    _whole("events"),
    _text("facts"),
    UniqueConstraint("hash", "direction", name="bundle_hash"),
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

# A party's own drafts, which are nobody else's: every revision is kept; the last one holds. `state` is
# "open", "ready" (for the chair), "proposed" or "dropped".
draft = Table(
    "draft",
    metadata,
    *(_text(name, key=True) for name in ("party", "glossary", "entry")),
    _whole("number", key=True),
    _text("content"),
    _text("state"),
    _text("author"),
    _text("time"),
)

# What people of the party say to each other of a draft.
remark = Table(
    "remark",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=True),
    *(_text(name) for name in ("party", "glossary", "entry", "text", "author", "time")),
    Index("remark_entry", "party", "glossary", "entry"),
)

# People who may sign in. Times that are reckoned with are seconds since 1970; 0 for never.
account = Table(
    "account",
    metadata,
    _text("name", key=True),
    _text("shown"),
    # Argon2id; "" while an invitation is open.
    _text("password"),
    Column("administrator", Boolean, nullable=False),
    Column("disabled", Boolean, nullable=False),
    _text("created"),
)

# Which role a person has for a party.
membership = Table(
    "membership",
    metadata,
    _text("name", key=True),
    _text("party", key=True),
    _text("role"),
    _text("since"),
)

# Who is signed in: of a token only its hash is stored.
session = Table(
    "session",
    metadata,
    _text("token", key=True),
    _text("name"),
    Column("created", Float, nullable=False),
    Column("expires", Float, nullable=False),
    Column("seen", Float, nullable=False),
    Column("revoked", Boolean, nullable=False),
    _text("client"),
    Index("session_name", "name"),
)

# Links that let one person in, once.
invitation = Table(
    "invitation",
    metadata,
    _text("token", key=True),
    _text("name"),
    _text("party"),
    _text("role"),
    _text("inviter"),
    Column("created", Float, nullable=False),
    Column("expires", Float, nullable=False),
    _text("used"),
)

# Failed attempts to sign in, so that guessing can be slowed down.
attempt = Table(
    "attempt",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=True),
    _text("subject"),
    Column("time", Float, nullable=False),
    Index("attempt_subject", "subject", "time"),
)

# What the administrator set for the whole workspace, by name.
setting = Table("setting", metadata, _text("name", key=True), _text("value"))

# What the record says of parties, glossaries, their entries and rounds, as lists show it; the rest is made
# from an entry's own events when somebody opens it.
party = Table(
    "party",
    metadata,
    Column("id", _ordered, primary_key=True, nullable=False),
    _text("name"),
    _text("facts"),
    Column("trusted", Boolean, nullable=False),
    # The number of the event from which on its chain counts no more; 0 for a whole one.
    _whole("forked"),
)

glossary = Table(
    "glossary",
    metadata,
    Column("id", _ordered, primary_key=True, nullable=False),
    _text("facts"),
)

entry = Table(
    "entry",
    metadata,
    Column("glossary", _ordered, primary_key=True, nullable=False),
    Column("id", _ordered, primary_key=True, nullable=False),
    _text("level"),
    _text("place"),
    _text("dimension"),
    _text("heads"),
    # All its terms, folded, for a search.
    _text("words"),
    _text("facts"),
    Index("entry_level", "glossary", "level"),
)

# Proposals by their hash: in which entry they stand.
proposal = Table(
    "proposal",
    metadata,
    Column("hash", _ordered, primary_key=True, nullable=False),
    _text("glossary"),
    _text("entry"),
    Index("proposal_entry", "glossary", "entry"),
)

# What waits for a party.
wait = Table(
    "wait",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=True),
    *(_text(name) for name in ("party", "subject", "facts")),
    Index("wait_party", "party"),
    Index("wait_subject", "subject"),
)

round_ = Table(
    "round",
    metadata,
    Column("glossary", _ordered, primary_key=True, nullable=False),
    Column("id", _ordered, primary_key=True, nullable=False),
    _text("start"),
    _text("facts"),
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
