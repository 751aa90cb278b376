"""Passages of the documents that show a concept in use: attestations to choose from."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, text

from dragoman.concordance.model import Line
from dragoman.concordance.query import phrase
from dragoman.errors import InputError
from dragoman.terms.matching import Matcher
from dragoman.terms.termbase import IN_USE, Designation, Entry, Termbase
from dragoman.workspace.answering import cleaned
from dragoman.workspace.core import Core
from dragoman.workspace.rowwise import packed, rows_of

Span = tuple[int, int]
Search = Callable[[str, str, int], Sequence[Line]]
"""Lines that answer a query in a language, so many at most."""

# The newest sentences with a term that are looked at.
_LINES = 200


@dataclass(frozen=True, slots=True)
class Suggested:
    """An attestation that could be given.

    `body` is as the event attestation.given holds it: document, title, body, date, source, and passages, each
    with language, original, ranges and words. By language: `anchors` are the places in the document, `spans`
    where in each of a passage's words a term of the entry stands; languages without one stand beside it as
    the counterpart of the sentence.
    """

    body: Mapping[str, Any]
    anchors: Mapping[str, str]
    spans: Mapping[str, tuple[tuple[Span, ...], ...]]

    @property
    def attested(self) -> int:
        """In how many languages a term of the entry stands."""
        return sum(any(places) for places in self.spans.values())


def suggested(
    core: Core, search: Search, terms: Sequence[Mapping[str, Any]], *, limit: int = 10
) -> list[Suggested]:
    """Dated sentences that have terms of an entry, with their aligned counterparts.

    Those come first in which the terms stand in most languages, then the newest; of each document one before
    any second. Sentences without a counterpart, and documents without a date, are left out.

    Args:
        core: The workspace.
        search: Asks its concordance for a query in a language, the newest sentences first.
        terms: The entry's terms, as a proposal's content has them; those not to be used are not looked for.
        limit: How many at most.
    """
    designations = list(_designations(terms))
    if not designations:
        return []
    termbase = Termbase((Entry("entry", tuple(designations)),))
    matchers = {code: Matcher(termbase, code) for code in termbase.languages}
    lines: dict[tuple[str, frozenset[tuple[str, int]]], Line] = {}
    for one in designations:
        for line in search(phrase(cleaned(one.text)), one.language, _LINES):
            sides = {code: sentences for code, _anchor, sentences in _sides(line)}
            if line.date and len(sides) > 1:
                starts = frozenset((code, sentences[0].start) for code, sentences in sides.items())
                lines.setdefault((line.document, starts), line)
    with core.database.reading() as connection:
        facts = _facts(connection, {line.document for line in lines.values()})
    made = [
        _suggested(line, facts[line.document], matchers) for line in lines.values() if line.document in facts
    ]
    return _in_order(made)[: max(0, limit)]


def _designations(terms: Sequence[Mapping[str, Any]]) -> Iterator[Designation]:
    seen = set()
    for term in terms:
        if term["status"] not in IN_USE or (term["language"], term["text"]) in seen:
            continue
        seen.add((term["language"], term["text"]))
        try:
            yield Designation(term["language"], term["text"])
        except InputError:
            # A draft may have a term that is no word yet.
            continue


def _sides(line: Line) -> Iterator[tuple[str, str, tuple[Any, ...]]]:
    """Language, anchor and sentences of a line and of its counterparts."""
    yield line.language, line.anchor, (line.sentence,)
    for one in line.counterparts:
        if one.sentences:
            yield one.language, one.anchor, one.sentences


def _facts(connection: Connection, documents: set[str]) -> Mapping[str, Mapping[str, Any]]:
    """The source of each document, and the originals of its present versions by language."""
    given = rows_of(connection, "given", id=str)
    asked = text(
        f"SELECT document.id, document.source, version.language, version.original FROM {given} "
        "JOIN document ON document.id = given.id "
        "JOIN version ON version.document = document.id AND version.current"
    )
    found: dict[str, dict[str, Any]] = {}
    for row in connection.execute(asked, {"rows": packed((one,) for one in sorted(documents))}):
        held = found.setdefault(row.id, {"source": row.source, "originals": {}})
        held["originals"][row.language] = row.original
    return found


def _suggested(line: Line, facts: Mapping[str, Any], matchers: Mapping[str, Matcher]) -> Suggested:
    passages, anchors, spans = [], {}, {}
    for code, anchor, sentences in sorted(_sides(line), key=lambda side: side[0]):
        if code not in facts["originals"]:
            continue
        anchors[code] = anchor
        passages.append(
            {
                "language": code,
                "original": facts["originals"][code],
                "ranges": [[one.start, one.end] for one in sentences],
                "words": [one.text for one in sentences],
            }
        )
        spans[code] = tuple(
            tuple((match.start, match.end) for match in matchers[code].find(one.text))
            if code in matchers
            else ()
            for one in sentences
        )
    body = {
        "document": line.document,
        "title": line.title,
        "body": line.body,
        "date": line.date,
        "source": facts["source"],
        "passages": passages,
    }
    return Suggested(body, anchors, spans)


def _in_order(made: Sequence[Suggested]) -> list[Suggested]:
    # Two stable sorts, as dates are ordered from the last to the first.
    newest = sorted(made, key=lambda one: json.dumps(one.body["passages"]))
    newest.sort(key=lambda one: (one.body["date"], one.body["document"]), reverse=True)
    newest.sort(key=lambda one: -one.attested)
    turns: Counter[str] = Counter()
    turn_of = []
    for one in newest:
        turn_of.append(turns[one.body["document"]])
        turns[one.body["document"]] += 1
    return [newest[at] for at in sorted(range(len(newest)), key=turn_of.__getitem__)]
