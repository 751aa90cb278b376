"""Corrections: of an alignment, of what is said of a document; and taking one back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, select

from dragoman.bitext.model import Sentence
from dragoman.errors import InputError
from dragoman.record.canonical import is_digest
from dragoman.workspace import evidence, jobs, log, tables
from dragoman.workspace.adding import check_field
from dragoman.workspace.core import Core
from dragoman.workspace.deriving import KIND as DERIVE
from dragoman.workspace.evidence import Pair
from dragoman.workspace.projection import project
from dragoman.workspace.termwork import want_terms

Ranges = Sequence[tuple[int, int]]


def describe(core: Core, document: str, field: str, value: object, author: str) -> str:
    """See `Workspace.describe`."""
    check_field(field, value)
    with core.database.writing() as connection:
        found = project(connection, core.originals, document)
        was = found.metadata[field]
        said = list(value) if isinstance(value, tuple) else value
        if was == value or list(was) == said if isinstance(was, Sequence) else was == value:
            raise InputError("The {field} of the document is that already.", where=document, field=field)
        body = {"document": document, "field": field, "value": said, "was": was}
        event = core.say(connection, author, "document.described", body)
        project(connection, core.originals, document)
        want_terms(connection)
    log.copied(core.database, core.place.record)
    return event.hash


def correct(
    core: Core, document: str, left: tuple[str, Ranges], right: tuple[str, Ranges], author: str
) -> str:
    """See `Workspace.correct`."""
    if left[0] == right[0]:
        raise InputError(
            "A correction joins two languages; both sides are {language}.", where=document, language=left[0]
        )
    first, second = sorted((left, right))
    with core.database.writing() as connection:
        pair = _pair(connection, document, (first[0], second[0]))
        if not first[1] and not second[1]:
            raise InputError(
                "A correction names at least one sentence.",
                where=document,
                remedy="For a sentence without a counterpart, name it and leave the other side empty.",
            )
        sides = [
            _side(connection, original, code, ranges)
            for original, (code, ranges) in zip(pair.originals, (first, second), strict=True)
        ]
        body = {"document": document, "languages": list(pair.languages), "left": sides[0], "right": sides[1]}
        event = core.say(connection, author, "alignment.corrected", body)
        project(connection, core.originals, document)
        evidence.apply_corrections(connection, pair)
        jobs.enqueue(connection, DERIVE, document, event.hash)
        want_terms(connection)
    log.copied(core.database, core.place.record)
    return event.hash


def restore(core: Core, document: str, correction: str, author: str) -> str:
    """See `Workspace.restore`."""
    c = tables.correction.c
    with core.database.writing() as connection:
        asked = select(tables.correction).where(c.event == correction, c.document == document)
        row = connection.execute(asked).first() if is_digest(correction) else None
        if row is None:
            raise InputError(
                "There is no such correction of this document.",
                where=correction,
                remedy="The document's history lists its corrections.",
            )
        if row.withdrawn:
            raise InputError("This correction has been taken back already.", where=correction)
        event = core.say(
            connection, author, "alignment.restored", {"document": document, "correction": correction}
        )
        project(connection, core.originals, document)
        languages = (row.left_language, row.right_language)
        evidence.apply_corrections(connection, _pair(connection, document, languages))
        jobs.enqueue(connection, DERIVE, document, event.hash)
        want_terms(connection)
    log.copied(core.database, core.place.record)
    return event.hash


def _pair(connection: Connection, document: str, languages: tuple[str, str]) -> Pair:
    """The present versions in two languages.

    Raises:
        InputError: the document has none in one of them.
    """
    c = tables.version.c
    asked = select(c.language, c.original).where(c.document == document, c.current)
    present: Mapping[str, str] = {row.language: row.original for row in connection.execute(asked)}
    for code in languages:
        if code not in present:
            raise InputError(
                "The document has no version in the language {language}.",
                where=document,
                remedy="It has: {languages}.",
                language=code,
                languages=", ".join(sorted(present)),
            )
    return Pair(document, languages, (present[languages[0]], present[languages[1]]))


def _side(connection: Connection, original: str, code: str, ranges: Ranges) -> dict[str, Any]:
    """One side of a correction's body: each range covers whole sentences.

    Raises:
        InputError
    """
    sentences = evidence.sentences(connection, original, code)
    wanted: list[Sentence] = []
    for start, end in ranges:
        inside = [one for one in sentences if start < one.end and one.start < end]
        if not inside or inside[0].start != start or inside[-1].end != end:
            raise InputError(
                "The characters {start} to {end} of the {language} text are not whole sentences.",
                where=original,
                remedy="Take starts and ends as `dragoman show --json` gives them.",
                start=start,
                end=end,
                language=code,
            )
        wanted.extend(inside)
    # A sentence a range, each once, in the order of the text: one form for one correction.
    unique = sorted({(one.start, one.end): one.text for one in wanted}.items())
    return {
        "original": original,
        "ranges": [list(place) for place, _text in unique],
        "words": [text for _place, text in unique],
    }
