"""Whether the tables hold all that they should, as far as that can be told without making it anew."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import combinations

from sqlalchemy import Connection, func, select

from dragoman.errors import RecordError
from dragoman.marking import _
from dragoman.record.events import Event
from dragoman.workspace import log, tables
from dragoman.workspace.comparing import is_compared, stamp_of
from dragoman.workspace.database import Database
from dragoman.workspace.evidence import Pair, of, of_originals
from dragoman.workspace.finding import SEARCH, number_of, word_totals
from dragoman.workspace.jobs import latest
from dragoman.workspace.model import Finding

_REBUILD = _("`dragoman rebuild {document}` makes it anew; nothing is lost.")


def record_findings(database: Database) -> Iterator[Finding]:
    """Columns of events that say something else than the events themselves."""
    with database.reading() as connection:
        rows = connection.execute(select(tables.event).order_by(tables.event.c.position)).all()
    for row in rows:
        try:
            said = log.row_of(Event.from_json(row.line))
        except RecordError:
            continue  # found by the examination of the chain
        if any(getattr(row, name) != value for name, value in said.items()):
            yield Finding(
                "The table of events says something else than event {sequence} of {party} itself.",
                "It was edited. Copy the folder, then run `dragoman doctor --recover`.",
                {"sequence": said["sequence"], "party": said["party"]},
                True,
            )


def evidence_findings(database: Database) -> Iterator[Finding]:
    """Present versions without sentences, sentences that are not found, alignments that lack something.

    Documents with work to be done, or that failed, are left out: their state says so.
    """
    with database.reading() as connection:
        last = latest(connection)
        c = tables.version.c
        asked = select(c.document, c.language, c.original).where(c.current).order_by(c.document)
        documents: dict[str, list[tuple[str, str]]] = {}
        for row in connection.execute(asked):
            documents.setdefault(row.document, []).append((row.language, row.original))
        for document, versions in documents.items():
            if document in last and last[document].state != "done":
                continue
            what = _incomplete(connection, document, sorted(versions))
            if what:
                yield Finding(what, _REBUILD, {"document": document}, True)
        for code, (held, counted) in word_totals(connection).items():
            if held != counted:
                yield Finding(
                    "The {language} texts hold {held} words, but {counted} are counted.",
                    "`dragoman rebuild` counts them anew; nothing is lost.",
                    {"language": code, "held": held, "counted": counted},
                    True,
                )


def _incomplete(connection: Connection, document: str, versions: Sequence[tuple[str, str]]) -> str:
    """What a document lacks, as a template; "" if nothing."""
    c = tables.sentence.c
    sizes = {}
    for language, original in versions:
        here = (c.original == original) & (c.language == language)
        sizes[language] = (
            connection.scalar(select(func.count()).select_from(tables.sentence).where(here)) or 0
        )
        indexed = select(func.count()).select_from(tables.sentence).where(here)
        found = connection.scalar(indexed.join(SEARCH, number_of(connection) == c.id))
        if not sizes[language]:
            return _("The document {document} has a version without sentences.")
        if found != sizes[language] or not _in_a_row(connection, original, language, sizes[language]):
            return _("Not all sentences of the document {document} can be found by a search.")
    for (left, one), (right, other) in combinations(versions, 2):
        pair = Pair(document, (left, right), (one, other))
        if connection.scalar(select(tables.alignment.c.method).where(*of_originals(pair))) is None:
            return _("An alignment of the document {document} is missing.")
        b = tables.bead.c
        asked = select(b.left, b.right, b.left_first, b.right_first)
        beads = connection.execute(asked.where(*of(tables.bead, pair))).all()
        for side, language in ((0, left), (1, right)):
            places = [json.loads(bead[side]) for bead in beads]
            begun = [
                min(here, default=-1) == bead[2 + side] for here, bead in zip(places, beads, strict=True)
            ]
            held = Counter(at for here in places for at in here)
            if held != Counter(range(sizes[language])) or not all(begun):
                return _("An alignment of the document {document} is damaged.")
    stamp = stamp_of(connection, document)
    if stamp and not is_compared(connection, document, stamp):
        return _("The versions of the document {document} have not been compared as they are.")
    return ""


def _in_a_row(connection: Connection, original: str, language: str, size: int) -> bool:
    """Whether the sentences of a version have the numbers that they should, one after the other."""
    c, e = tables.sentence.c, tables.extent.c
    row = connection.execute(
        select(e.first, e.sentences).where(e.original == original, e.language == language)
    ).first()
    if row is None or row.sentences != size:
        return False
    here = (c.original == original) & (c.language == language)
    moved = select(func.count()).where(here, c.id != row.first + c.position)
    return connection.scalar(moved) == 0
