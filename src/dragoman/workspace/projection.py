"""What the record says at present, in tables: documents, their versions, their corrections.

One way leads there, whether an event was just written or all is made anew: the events of a document are
folded and its rows written.
"""

from __future__ import annotations

from sqlalchemy import Connection, delete, insert, select

from dragoman.errors import WorkspaceError
from dragoman.record.documents import DecisionState, Documents, DocumentState, JudgementState
from dragoman.workspace import log, tables
from dragoman.workspace.agreed import project_agreed
from dragoman.workspace.changes import touch
from dragoman.workspace.compact import compact
from dragoman.workspace.identity import finding_id, mention_id
from dragoman.workspace.originals import Originals


def project(connection: Connection, originals: Originals, document: str) -> DocumentState:
    """Write what the record says of a document; returns it.

    Raises:
        WorkspaceError: the record holds an event that cannot be.
    """
    documents = Documents()
    for event in log.history(connection, document):
        fault = documents.apply(event)
        if fault is not None:
            raise WorkspaceError(
                fault.what,
                where=event.hash,
                remedy="Nothing was changed. `dragoman record verify` examines the whole record.",
                **fault.values,
            )
    found = documents[document]
    _write(connection, originals, found)
    return found


def project_all(connection: Connection, originals: Originals) -> list[str]:
    """Write what the record says of everything; returns the documents' identifiers, in the order of the
    record."""
    for table in tables.PROJECTED:
        connection.execute(delete(table))
    asked = select(tables.event.c.document).where(tables.event.c.document != "")
    documents = list(dict.fromkeys(connection.scalars(asked.order_by(tables.event.c.position))))
    for document in documents:
        project(connection, originals, document)
    project_agreed(connection)
    return documents


def _write(connection: Connection, originals: Originals, found: DocumentState) -> None:
    for table, key in zip(tables.PROJECTED, ("id", *["document"] * 4), strict=True):
        connection.execute(delete(table).where(table.c[key] == found.id))
    about = dict(found.metadata)
    about["parties"] = compact(list(about["parties"]))
    connection.execute(insert(tables.document).values(id=found.id, added=found.added, **about))
    versions = [
        {
            "document": found.id,
            "language": code,
            "number": number,
            "original": version.original,
            "name": version.name,
            "form": version.form,
            "size": _size(originals, version.original),
            "current": number == len(last.earlier) + 1,
            "added": version.added,
        }
        for code, last in found.versions.items()
        for number, version in enumerate((*last.earlier, last), start=1)
    ]
    if versions:
        connection.execute(insert(tables.version), versions)
    corrections = [
        {
            "event": correction.event,
            "document": found.id,
            "number": number,
            "left_language": correction.languages[0],
            "right_language": correction.languages[1],
            "left_original": correction.left.original,
            "right_original": correction.right.original,
            "left_ranges": compact(correction.left.ranges),
            "right_ranges": compact(correction.right.ranges),
            "withdrawn": correction.withdrawn,
        }
        for number, correction in enumerate(found.corrections, start=1)
    ]
    if corrections:
        connection.execute(insert(tables.correction), corrections)
    judgements = [_judgement(found.id, judgement) for judgement in found.judgements.values()]
    if judgements:
        connection.execute(insert(tables.judgement), judgements)
    decisions = [_decision(found.id, held) for held in found.decisions.values()]
    if decisions:
        connection.execute(insert(tables.decision), decisions)
    touch(connection, (found.id,))


def _judgement(document: str, held: JudgementState) -> dict[str, object]:
    first, last = held.range
    return {
        "event": held.event,
        "mention": mention_id(held.original, held.language, first, last, held.topic),
        "document": document,
        "language": held.language,
        "original": held.original,
        "first": first,
        "last": last,
        "words": held.words,
        "topic": held.topic,
        "confirmed": held.confirmed,
        "reason": held.reason,
        "party": held.party,
        "author": held.author,
        "time": held.time,
    }


def _decision(document: str, held: DecisionState) -> dict[str, object]:
    passages = held.passages
    return {
        "event": held.event,
        "finding": finding_id(
            held.kind, [(code, side.original, side.ranges) for code, side in passages.items()]
        ),
        "document": document,
        "kind": held.kind,
        "passages": compact(
            [[code, side.original, side.ranges, side.words] for code, side in passages.items()]
        ),
        "accepted": held.accepted,
        "reason": held.reason,
        "party": held.party,
        "author": held.author,
        "time": held.time,
    }


def _size(originals: Originals, name: str) -> int:
    """Bytes of an original, -1 if it is missing: then `doctor` says so, and the rest goes on."""
    try:
        return originals.path(name).stat().st_size
    except OSError:
        return -1
