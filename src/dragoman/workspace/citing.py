"""Documents that attestations cite: out of the workspace with their originals, and into another one."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection, select

from dragoman.errors import DragomanError
from dragoman.record.document_kinds import METADATA
from dragoman.record.events import Event
from dragoman.record.manifest import CitedDocument, CitedVersion
from dragoman.workspace import evidence, jobs, tables
from dragoman.workspace.adding import check_about
from dragoman.workspace.core import Core
from dragoman.workspace.deriving import KIND
from dragoman.workspace.incoming import Incoming, incoming
from dragoman.workspace.model import About, File
from dragoman.workspace.projection import project
from dragoman.workspace.stock import pieces

# Who adds documents that came in a bundle.
AUTHOR = "exchange"
_versions, _documents = tables.version.c, tables.document.c


def cited(connection: Connection, events: Iterable[Event]) -> tuple[CitedDocument, ...]:
    """The documents of this workspace that attestations among these events cite.

    Of each document these are the versions that are cited, and all present ones: a passage without its
    counterparts shows little.
    """
    originals = {
        str(passage["original"])
        for event in events
        if event.kind == "attestation.given"
        for passage in _passages(event)
    }
    homes: set[str] = set()
    for some in pieces(originals):
        homes |= set(connection.scalars(select(_versions.document).where(_versions.original.in_(some))))
    asked = select(tables.version).order_by(_versions.document, _versions.language, _versions.number)
    found: dict[str, list[Any]] = {}
    for some in pieces(homes):
        for row in connection.execute(asked.where(_versions.document.in_(some))):
            if row.current or row.original in originals:
                found.setdefault(row.document, []).append(row)
    return tuple(_described(connection, name, rows) for name, rows in sorted(found.items()))


def _passages(event: Event) -> Iterable[Mapping[str, Any]]:
    attestation: Any = event.body["attestation"]
    passages: Iterable[Mapping[str, Any]] = attestation["passages"]
    return passages


def _described(connection: Connection, name: str, rows: Iterable[Any]) -> CitedDocument:
    row = connection.execute(select(tables.document).where(_documents.id == name)).one()
    metadata = {field_: getattr(row, field_) for field_ in METADATA}
    metadata["parties"] = json.loads(row.parties)
    versions = {(one.language, one.original): one for one in rows}
    return CitedDocument(
        name,
        metadata,
        tuple(CitedVersion(one.language, one.original, one.name, one.form) for one in versions.values()),
    )


@dataclass(slots=True)
class Prepared:
    """Cited documents that this workspace lacks, read and ready to be added; `left` are those that cannot be
    added, with the reason."""

    documents: list[tuple[CitedDocument, list[tuple[CitedVersion, Incoming]]]] = field(default_factory=list)
    left: dict[str, str] = field(default_factory=dict)


def prepared(
    connection: Connection,
    documents: Iterable[CitedDocument],
    originals: Mapping[str, bytes],
    translate: Callable[[DragomanError], str] = str,
) -> Prepared:
    """Read the documents that this workspace lacks; one that cannot be read is left out, with the reason."""
    found = Prepared()
    for document in documents:
        wanted = _lacking(connection, document)
        if not wanted:
            continue
        about = {name: value for name, value in document.metadata.items() if name != "parties"}
        try:
            check_about(About(**about, parties=tuple(document.metadata["parties"])))
            found.documents.append((document, _read(wanted, originals)))
        except DragomanError as error:
            found.left[document.id] = translate(error)
    return found


def _lacking(connection: Connection, document: CitedDocument) -> list[CitedVersion]:
    """The versions of a cited document that are to be added.

    Nothing of one whose texts are here under another name. A document that is here gets the languages that
    it lacks, if it has another of the texts: else it is another document, which happens to have this name.
    """
    originals = [version.original for version in document.versions]
    asked = select(_versions.document, _versions.language, _versions.original)
    near = asked.where((_versions.document == document.id) | _versions.original.in_(originals))
    rows = connection.execute(near).all()
    here = [row for row in rows if row.document == document.id]
    if len(here) < len(rows) or (here and not {row.original for row in here} & set(originals)):
        return []
    languages = {row.language for row in here}
    return [version for version in document.versions if version.language not in languages]


def _read(
    wanted: Iterable[CitedVersion], originals: Mapping[str, bytes]
) -> list[tuple[CitedVersion, Incoming]]:
    """The versions as they are read here; a translation memory holds several in one original."""
    by_original: dict[str, list[CitedVersion]] = {}
    for version in wanted:
        by_original.setdefault(version.original, []).append(version)
    found = []
    for original, versions in by_original.items():
        alone = versions[0].language if len(versions) == 1 and versions[0].form != "tmx" else ""
        read = {one.language: one for one in incoming([File(originals[original], versions[0].name, alone)])}
        found += [(version, read[version.language]) for version in versions if version.language in read]
    return found


def added(core: Core, connection: Connection, found: Prepared) -> tuple[str, ...]:
    """Add the documents that still are lacking; returns their identifiers. Aligning is left to jobs."""
    names = []
    for document, versions in found.documents:
        lacking = set(_lacking(connection, document))
        wanted = [(version, read) for version, read in versions if version in lacking]
        if not wanted:
            continue
        if connection.scalar(select(_documents.id).where(_documents.id == document.id)) is None:
            core.say(connection, AUTHOR, "document.added", document.added())
        cause = ""
        for version, read in wanted:
            cause = core.say(connection, AUTHOR, "version.added", document.version_added(version)).hash
            evidence.keep_reading(connection, read.read)
        project(connection, core.originals, document.id)
        jobs.enqueue(connection, KIND, document.id, cause)
        names.append(document.id)
    return tuple(names)
