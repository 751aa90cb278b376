"""Adding files: a new document, or more languages of one that is there."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import asdict, fields
from typing import Any

from sqlalchemy import Connection, select

from dragoman.errors import AlreadyThere, InputError
from dragoman.record.document_kinds import METADATA
from dragoman.workspace import evidence, jobs, log, tables
from dragoman.workspace.core import Core
from dragoman.workspace.deriving import KIND
from dragoman.workspace.identity import document_id
from dragoman.workspace.incoming import Incoming, incoming
from dragoman.workspace.model import About, Added, File
from dragoman.workspace.projection import project

_LONGEST_FIELD = 2_000
# Control characters but line ends and tabs, and halves of surrogate pairs.
_NO_TEXT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff]")


def add(
    core: Core, files: Sequence[File], about: About, *, document: str, replace: bool, author: str
) -> Added:
    """See `Workspace.add`. `document` is a whole identifier or ""."""
    check_about(about)
    if not files:
        raise InputError("No file was given.", remedy="Name at least one.")
    if document and about != About():
        raise InputError(
            "The document has a description already.",
            where=document,
            remedy="Add the files without one, and correct the description by itself.",
        )
    found = incoming(files)
    with core.database.reading() as connection:
        done = _noticed(connection, found, document, replace)
    # Those that are here already too: should one have been lost or damaged, this mends it.
    for one in found:
        core.originals.keep(one.data)
    if done is not None:
        return done
    with core.database.writing() as connection:
        done = _noticed(connection, found, document, replace)
        if done is None:
            done = _added(connection, core, found, about, document, author)
    log.copied(core.database, core.place.record)
    return done


def check_about(about: About) -> None:
    """Refuse what no description can be.

    Raises:
        InputError
    """
    for field in fields(About):
        check_field(field.name, getattr(about, field.name))


def check_field(name: str, value: Any) -> None:
    """Refuse what a field of a description cannot be.

    Raises:
        InputError
    """
    if name not in {field.name for field in fields(About)}:
        raise InputError(
            "A document has no {field!r}.",
            remedy="There are: {fields}.",
            field=name,
            fields=", ".join(field.name for field in fields(About)),
        )
    if type(value) is not type(getattr(About(), name)):
        raise InputError("{value!r} cannot be a document's {field}.", field=name, value=value)
    texts = value if isinstance(value, tuple) else (value,)
    if isinstance(value, tuple) and not all(isinstance(text, str) for text in value):
        raise InputError("{value!r} cannot be a document's {field}.", field=name, value=value)
    if any(isinstance(text, str) and _NO_TEXT.search(text) for text in texts):
        raise InputError("The {field} holds characters that are no text.", field=name)
    if any(isinstance(text, str) and len(text) > _LONGEST_FIELD for text in texts):
        raise InputError("The {field} is longer than {limit} characters.", field=name, limit=_LONGEST_FIELD)
    if name == "date" and not METADATA["date"].holds(value):
        raise InputError(
            "{value!r} is not a date.",
            remedy="Write it as 2024, 2024-05 or 2024-05-16.",
            value=value,
        )


def _noticed(connection: Connection, found: Sequence[Incoming], document: str, replace: bool) -> Added | None:
    """What there is to say without adding anything; None if there is something to add.

    Raises:
        AlreadyThere
    """
    c = tables.version.c
    asked = select(c.original, c.language, c.document, c.current)
    rows = connection.execute(asked.where(c.original.in_([one.original for one in found]))).all()
    current = {(row.original, row.language): row.document for row in rows if row.current}
    former = {(row.original, row.language): row.document for row in rows}
    homes = [current.get((one.original, one.language), "") for one in found]
    told = {one.language: one.told for one in found}
    if homes[0] and len(set(homes)) == 1 and document in ("", homes[0]):
        return Added(homes[0], "", told, tuple(one.name for one in found))
    for one, home in zip(found, homes, strict=True):
        if home and home != document:
            raise AlreadyThere(
                "This file is in the workspace already, in the document {document}.",
                where=one.name,
                remedy="Add other languages of it to that document; on the command line, --to names it.",
                document=home,
            )
        before = former.get((one.original, one.language), document)
        if before != document:
            raise AlreadyThere(
                "This is an earlier version of the document {document}.",
                where=one.name,
                remedy="To bring it back, let it take the present one's place there: --to with --replace.",
                document=before,
            )
    if document and not replace:
        asked = select(c.language, c.original).where(c.document == document, c.current)
        present = {row.language: row.original for row in connection.execute(asked)}
        for one in found:
            if present.get(one.language, one.original) != one.original:
                raise AlreadyThere(
                    "The document has another text in the language {language} already.",
                    where=one.name,
                    remedy="It may take that one's place, which is kept; on the command line with --replace.",
                    language=one.language,
                )
    return None


def _added(
    connection: Connection,
    core: Core,
    found: Sequence[Incoming],
    about: About,
    document: str,
    author: str,
) -> Added:
    """Write the events and what follows from them; the caller's transaction keeps all of it or nothing."""
    told = {one.language: one.told for one in found}
    if not document:
        document = document_id(one.original for one in found)
        held = tables.document.c
        if connection.scalar(select(held.id).where(held.id == document)):
            raise AlreadyThere(
                "These files are in the workspace already, in other languages, as the document {document}.",
                remedy="Check which languages they are in.",
                document=document,
            )
        said = {**asdict(about), "title": about.title or found[0].title, "parties": list(about.parties)}
        core.say(connection, author, "document.added", {"document": document, **said})
    c = tables.version.c
    asked = select(c.language, c.original).where(c.document == document, c.current)
    present = {(row.language, row.original) for row in connection.execute(asked)}
    already, cause = [], ""
    for one in found:
        if (one.language, one.original) in present:
            already.append(one.name)
            continue
        body: Mapping[str, str] = {
            "document": document,
            "language": one.language,
            "original": one.original,
            "name": one.name,
            "form": one.read.reading.form,
        }
        cause = core.say(connection, author, "version.added", body).hash
        evidence.keep_reading(connection, one.read)
    project(connection, core.originals, document)
    job = jobs.enqueue(connection, KIND, document, cause)
    return Added(document, job, told, tuple(already))
