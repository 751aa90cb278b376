"""Documents, versions and sources, read from the tables."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import combinations
from typing import Any

from sqlalchemy import Connection, Row, func, select

from dragoman.errors import NoSuchDocument
from dragoman.languages import language
from dragoman.readers import FORMS
from dragoman.workspace import tables
from dragoman.workspace.identity import SHORTEST
from dragoman.workspace.jobs import latest
from dragoman.workspace.model import About, Document, Job, Problem, Source, State, Version

AnyRow = Row[Any]

_SAID = ("title", "kind", "body", "date", "place", "source", "licence", "invented")


def resolved(connection: Connection, document: str) -> str:
    """The whole identifier of a document that is named by it, or by a beginning that no other shares.

    Raises:
        NoSuchDocument
    """
    c = tables.document.c
    wanted = document.strip().lower()
    found: Sequence[str] = ()
    if len(wanted) >= SHORTEST and wanted.isalnum():
        found = connection.scalars(select(c.id).where(c.id.startswith(wanted)).order_by(c.id)).all()
    if len(found) == 1 or wanted in found:
        return wanted if wanted in found else found[0]
    if found:
        raise NoSuchDocument(
            "Several documents begin with {document}: {documents}.",
            remedy="Write more of it.",
            document=document,
            documents=", ".join(found[:5]),
        )
    raise NoSuchDocument(
        "There is no document {document}.",
        remedy="The library lists those there are; `dragoman documents` does so too.",
        document=document,
    )


def documents(connection: Connection, query: str = "") -> list[Document]:
    """All documents, the newest date first, those without a date last; `query` filters by their description.

    Every word of the query has to stand in the title, kind, body, parties, place, date or identifier, in
    any form of letters (ё as е, small as capital).
    """
    c = tables.document.c
    rows = connection.execute(select(tables.document).order_by(c.date.desc(), c.title, c.id)).all()
    words = language("ru").fold(query).split()
    kept = [row for row in rows if _answers(row, words)]
    return _made(connection, kept)


def document(connection: Connection, name: str) -> Document:
    """One document by its whole identifier."""
    rows = connection.execute(select(tables.document).where(tables.document.c.id == name)).all()
    if not rows:
        raise NoSuchDocument(
            "There is no document {document}.",
            remedy="The library lists those there are; `dragoman documents` does so too.",
            document=name,
        )
    return _made(connection, rows)[0]


def languages(connection: Connection) -> list[str]:
    """Codes of the languages in which there are present versions, sorted."""
    c = tables.version.c
    return sorted(connection.scalars(select(c.language).where(c.current).distinct()))


def sources(connection: Connection) -> list[Source]:
    """Every original, by title of its document, language and number."""
    version, about = tables.version.c, tables.document.c
    asked = (
        select(tables.version, about.title, about.source, about.licence, about.invented)
        .join(tables.document, about.id == version.document)
        .order_by(about.title, about.id, version.language, version.number)
    )
    return [
        Source(
            row.original,
            row.name,
            row.size,
            media_type(row.form),
            row.document,
            row.title,
            row.language,
            row.source,
            row.licence,
            row.invented,
            row.added,
            row.current,
        )
        for row in connection.execute(asked)
    ]


def media_type(form: str) -> str:
    """The media type of a form of files."""
    return next((known.media_type for known in FORMS if known.name == form), "application/octet-stream")


def _answers(row: AnyRow, words: Sequence[str]) -> bool:
    if not words:
        return True
    said = " ".join((row.id, row.title, row.kind, row.body, row.date, row.place, *json.loads(row.parties)))
    text = language("ru").fold(said)
    return all(word in text for word in words)


def _made(connection: Connection, rows: Sequence[AnyRow]) -> list[Document]:
    ids = [row.id for row in rows]
    versions = _versions(connection, ids)
    work = latest(connection, ids)
    found = []
    for row in rows:
        about = About(parties=tuple(json.loads(row.parties)), **{name: getattr(row, name) for name in _SAID})
        state, problem = _state(connection, row.id, work.get(row.id), versions[row.id])
        found.append(Document(row.id, about, versions[row.id], row.added, state, problem))
    return found


def _state(
    connection: Connection, name: str, job: Job | None, versions: Sequence[Version]
) -> tuple[State, Problem | None]:
    if job is None or job.state == "done":
        return "ready", None
    if job.state == "failed":
        return "failed", job.problem
    # A correction leaves work behind, but the texts can be read on.
    return ("ready" if _is_aligned(connection, name, versions) else "working"), None


def _is_aligned(connection: Connection, name: str, versions: Sequence[Version]) -> bool:
    """Whether all versions of a document have been read, and aligned with each other."""
    c = tables.alignment.c
    asked = select(c.left_language, c.left_original, c.right_language, c.right_original)
    kept = {tuple(row) for row in connection.execute(asked.where(c.document == name))}
    return all(version.sentences for version in versions) and all(
        (one.language, one.original, other.language, other.original) in kept
        for one, other in combinations(versions, 2)
    )


def _versions(connection: Connection, ids: Sequence[str]) -> Mapping[str, tuple[Version, ...]]:
    """The versions of documents, by language, each with the earlier ones it took the place of."""
    version, reading, sentence = tables.version.c, tables.reading.c, tables.sentence.c
    counts = (
        select(sentence.original, sentence.language, func.count().label("sentences"))
        .group_by(sentence.original, sentence.language)
        .where(sentence.original.in_(select(version.original).where(version.document.in_(ids))))
        .subquery()
    )
    asked = (
        select(
            tables.version,
            reading.method,
            reading.encoding,
            reading.title,
            reading.notes,
            func.length(reading.text).label("characters"),
            counts.c.sentences,
        )
        .outerjoin(
            tables.reading, (reading.original == version.original) & (reading.language == version.language)
        )
        .outerjoin(
            counts,
            (counts.c.original == version.original) & (counts.c.language == version.language),
        )
        .where(version.document.in_(ids))
        .order_by(version.document, version.language, version.number)
    )
    found: dict[str, dict[str, Version]] = defaultdict(dict)
    for row in connection.execute(asked):
        own = found[row.document]
        before = own.get(row.language)
        own[row.language] = Version(
            row.language,
            row.original,
            row.name,
            row.form,
            media_type(row.form),
            row.size,
            row.added,
            row.title or "",
            row.method or "",
            row.encoding or "",
            row.characters or 0,
            row.sentences or 0,
            tuple(json.loads(row.notes or "[]")),
            (before, *before.earlier) if before else (),
        )
    return defaultdict(tuple, {name: tuple(own[code] for code in sorted(own)) for name, own in found.items()})
