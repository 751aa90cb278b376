"""Comparing the language versions of a document, and keeping what is found as evidence."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations
from typing import Any

from sqlalchemy import Connection, delete, insert, select

from dragoman.bitext.encoder import Encoder
from dragoman.bitext.places import Place
from dragoman.bitext.taking import Taken
from dragoman.marking import Reason
from dragoman.terms.extraction import Extraction
from dragoman.terms.texts import Text
from dragoman.versions.compare import METHOD, clues, findings
from dragoman.versions.model import Finding
from dragoman.versions.passages import Layout
from dragoman.versions.worded import lexicons, places_by_text, worded
from dragoman.workspace import evidence, tables
from dragoman.workspace.compact import compact
from dragoman.workspace.documents import document as document_of
from dragoman.workspace.evidence import Pair
from dragoman.workspace.identity import finding_id
from dragoman.workspace.model import Document
from dragoman.workspace.sidebyside import MOST_LANGUAGES, text_of

FROM_TEXT, FROM_TERMS = "text", "terms"
"""The sources of findings: what the versions themselves show, and what the terms of all documents tell."""

# Languages that detectors know in depth are compared first where a document has more than can be.
_FIRST = ("ru", "zh", "en")


def compared_languages(found: Document) -> tuple[str, ...]:
    """The languages of a document that are compared with each other, up to three."""
    if len(found.languages) <= MOST_LANGUAGES:
        return found.languages
    chosen = sorted(found.languages, key=lambda code: (code not in _FIRST, found.languages.index(code)))
    return tuple(code for code in found.languages if code in chosen[:MOST_LANGUAGES])


def stamp_of(connection: Connection, document: str) -> str:
    """A hash of what a comparison depends on: method, originals, alignments, corrections.

    "" where the document has one language.
    """
    found = document_of(connection, document)
    languages = compared_languages(found)
    if len(languages) < 2:
        return ""
    originals = {version.language: version.original for version in found.versions}
    parts: list[Any] = [METHOD]
    for left, right in combinations(sorted(languages), 2):
        pair = Pair(document, (left, right), (originals[left], originals[right]))
        c = tables.alignment.c
        method = connection.scalar(select(c.method).where(*evidence.of_originals(pair)))
        corrections = [each.name for each in evidence.corrections(connection, pair)]
        parts.append([left, right, *pair.originals, method, corrections])
    return hashlib.sha256(compact(parts).encode()).hexdigest()


def is_compared(connection: Connection, document: str, stamp: str) -> bool:
    """Whether the findings that are kept are those of the document as it is."""
    c = tables.comparison.c
    return connection.scalar(select(c.stamp).where(c.document == document)) == stamp


def layout_of(connection: Connection, found: Document) -> Layout:
    """The versions of a document that are compared, side by side as they are aligned."""
    text = text_of(connection, found.id, compared_languages(found))
    kept = {version.language: version for version in found.versions}
    versions = []
    for code, sentences in zip(text.languages, text.sides, strict=True):
        reading = evidence.kept_reading(connection, kept[code].original, code, kept[code].form)
        versions.append(Taken(code, "" if reading is None else reading.text, sentences, reading))
    return Layout(versions, text.rows, text.alignments)


def found_in(connection: Connection, document: str, encoder: Encoder) -> tuple[Document, tuple[Finding, ...]]:
    """The findings of a document whose versions have been aligned."""
    found = document_of(connection, document)
    layout = layout_of(connection, found)
    return found, findings(layout, clues(layout, encoder))


def found_by_terms(
    connection: Connection, texts: Sequence[Text], found: Extraction
) -> Iterator[tuple[Document, tuple[Finding, ...]]]:
    """What the terms of a whole collection tell of the renderings in each document of several versions.

    `texts` are those that the terms were found in.
    """
    known = lexicons(found, sorted(found.terms))
    at: dict[str, dict[str, int]] = {}
    for number, text in enumerate(texts):
        at.setdefault(text.document, {})[text.language] = number
    by_text = dict(enumerate(places_by_text(found, range(len(texts)))))
    for name, numbers in at.items():
        document = document_of(connection, name)
        languages = compared_languages(document)
        if len(languages) > 1 and all(code in numbers and code in found.terms for code in languages):
            layout = layout_of(connection, document)
            places = [by_text[numbers[code]] for code in languages]
            yield document, findings(layout, worded(layout, places, known))


def keep_comparison(connection: Connection, document: Document, stamp: str, found: Sequence[Finding]) -> None:
    """Put the findings of the versions themselves in the place of those that were there before."""
    forget_comparison(connection, document.id)
    connection.execute(
        insert(tables.comparison).values(
            document=document.id, languages=compact(compared_languages(document)), stamp=stamp
        )
    )
    keep_findings(connection, document, FROM_TEXT, found)


def forget_comparison(connection: Connection, document: str) -> None:
    """Drop what is kept of a document's comparison."""
    connection.execute(delete(tables.comparison).where(tables.comparison.c.document == document))
    c = tables.finding.c
    connection.execute(delete(tables.finding).where(c.document == document, c.source == FROM_TEXT))


def keep_findings(connection: Connection, document: Document, source: str, found: Iterable[Finding]) -> None:
    """Write findings in their order; of two with the same places the first."""
    originals = {version.language: version.original for version in document.versions}
    languages = compared_languages(document)
    rows: dict[str, dict[str, object]] = {}
    for one in found:
        name = _name(one, languages, originals)
        rows.setdefault(
            name,
            {
                "document": document.id,
                "source": source,
                "number": len(rows),
                "id": name,
                "kind": one.kind,
                "row": one.row,
                "places": compact(
                    [
                        [[each.sentence, each.start, each.end, each.first, each.last] for each in places]
                        for places in one.places
                    ]
                ),
                "reason": compact([one.reason.template, dict(one.reason.words), dict(one.reason.names)]),
                "probability": one.probability,
                "alone": one.alone,
            },
        )
    if rows:
        connection.execute(insert(tables.finding), list(rows.values()))


def kept_finding(row: Any) -> Finding:
    """A finding from its row in the table."""
    template, words, names = json.loads(row.reason)
    places = tuple(tuple(Place(*each) for each in places) for places in json.loads(row.places))
    return Finding(row.kind, row.row, places, Reason(template, words, names), row.probability, row.alone)


def _name(one: Finding, languages: Sequence[str], originals: Mapping[str, str]) -> str:
    return finding_id(
        one.kind,
        [
            (code, originals[code], [(each.first, each.last) for each in places])
            for code, places in zip(languages, one.places, strict=True)
        ],
    )
