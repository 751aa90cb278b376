"""The tables, and which floor each belongs to.

Names of tables and columns are append-only. Numbers of rows never leave the database: what others see is
derived from content (`digests.py` says by which columns).
"""

from __future__ import annotations

from sqlalchemy import ColumnElement

from dragoman.workspace.tables.agreed import draft, entry, glossary, party, proposal, remark, round_, wait
from dragoman.workspace.tables.base import metadata
from dragoman.workspace.tables.documents import correction, decision, document, judgement, version
from dragoman.workspace.tables.evidence import (
    alignment,
    analysis,
    bead,
    comparison,
    extent,
    finding,
    made,
    mention,
    occurrence,
    pair,
    reading,
    sentence,
    term,
    touched,
    word,
)
from dragoman.workspace.tables.people import account, attempt, invitation, membership, session, setting
from dragoman.workspace.tables.record import bundle, event, job, pending

Condition = ColumnElement[bool]

PROJECTED = (document, version, correction, judgement, decision)
EVIDENCE = (
    reading, sentence, extent, word, alignment, bead, analysis, term, occurrence, pair, made, mention,
    comparison, finding,
)  # fmt: skip

__all__ = [
    "EVIDENCE",
    "PROJECTED",
    "Condition",
    "account",
    "alignment",
    "analysis",
    "attempt",
    "bead",
    "bundle",
    "comparison",
    "correction",
    "decision",
    "document",
    "draft",
    "entry",
    "event",
    "extent",
    "finding",
    "glossary",
    "invitation",
    "job",
    "judgement",
    "made",
    "membership",
    "mention",
    "metadata",
    "occurrence",
    "pair",
    "party",
    "pending",
    "proposal",
    "reading",
    "remark",
    "round_",
    "sentence",
    "session",
    "setting",
    "term",
    "touched",
    "version",
    "wait",
    "word",
]
