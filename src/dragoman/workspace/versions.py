"""Where the language versions of documents differ, and what people decide of it."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import groupby
from typing import Any

from sqlalchemy import Connection, select

from dragoman.bitext.model import Sentence
from dragoman.errors import InputError
from dragoman.versions.compare import LINE, METHOD
from dragoman.versions.formats.report import Decided, Report, report
from dragoman.versions.model import KINDS, Comparison, Finding
from dragoman.workspace import log, tables
from dragoman.workspace.comparing import compared_languages, is_compared, kept_finding, stamp_of
from dragoman.workspace.core import Core
from dragoman.workspace.documents import AnyRow, resolved
from dragoman.workspace.documents import document as document_of
from dragoman.workspace.findingmodel import (
    STATES,
    Decision,
    DocumentFinding,
    Findings,
    Passage,
    Sign,
    Told,
)
from dragoman.workspace.identity import anchor
from dragoman.workspace.projection import project
from dragoman.workspace.sidebyside import Text
from dragoman.workspace.signs import counts, signs
from dragoman.workspace.termwork import stale
from dragoman.workspace.texts import Texts

_finding, _decision = tables.finding.c, tables.decision.c


class Versions:
    """Findings in the documents of a workspace, and decisions on them."""

    def __init__(self, core: Core, texts: Texts) -> None:
        self._core = core
        self._texts = texts

    def findings(self, document: str, *, line: float = LINE, kind: str = "", state: str = "") -> Findings:
        """Where the versions of a document do not seem to say the same.

        Args:
            document: Its identifier, or a beginning of it.
            line: Only findings at least so probable, from 0 to 1; those that somebody decided of are always
                told.
            kind: Only one of `dragoman.versions.model.KINDS`. state: "open", "accepted" or "dismissed".

        Raises:
            NoSuchDocument. InputError: there is no such kind or state, or the line is none.
        """
        _check(line, kind, state)
        with self._core.database.reading() as connection:
            name = resolved(connection, document)
            found = document_of(connection, name)
            languages = compared_languages(found)
            stamp = stamp_of(connection, name)
            ready = stamp == "" or is_compared(connection, name, stamp)
            text = self._texts.of(connection, name, languages)
            every = _all(connection, name, text) if ready else []
            fresh = not stale(connection)
        shown = [one for one in every if one.decision is not None or one.probability >= line]
        counted = Counter(one.state for one in shown)
        wanted = [one for one in shown if kind in ("", one.kind) and state in ("", one.state)]
        return Findings(
            name,
            languages,
            tuple(code for code in found.languages if code not in languages),
            tuple(wanted),
            len(wanted),
            len(text.rows),
            len(every) - len(shown),
            tuple((each, counted[each]) for each in STATES),
            line,
            METHOD,
            ready,
            fresh,
        )

    def report(self, document: str, *, line: float = LINE) -> Report:
        """What `dragoman.versions.formats` writes: the findings of a document, with its versions.

        Raises:
            NoSuchDocument. InputError: the line is none, or the versions wait to be compared.
        """
        _check(line, "", "")
        with self._core.database.reading() as connection:
            name = resolved(connection, document)
            found = document_of(connection, name)
            languages = compared_languages(found)
            stamp = stamp_of(connection, name)
            if stamp == "" or not is_compared(connection, name, stamp):
                raise InputError(
                    "The versions of this document have not been compared yet.",
                    where=name,
                    remedy="`dragoman jobs --work` does what waits; a document needs two languages.",
                )
            text = self._texts.of(connection, name, languages)
            rows = _rows(connection, name)
            decided = {one.finding: one for one in _decisions(connection, name)}
        order = list(KINDS)
        rows.sort(key=lambda row: (row.row, order.index(row.kind)))
        comparison = Comparison(text.languages, text.sides, text.rows, tuple(map(kept_finding, rows)), METHOD)
        return report(
            comparison,
            title=found.about.title,
            line=line,
            decided=[_decision_of(row.id, decided.get(row.id)) for row in rows],
        )

    def finding(self, finding: str) -> DocumentFinding:
        """One finding by its identifier.

        Raises:
            InputError: there is none of this name.
        """
        with self._core.database.reading() as connection:
            return self._named(connection, finding)

    def signs(self, document: str, *, line: float = LINE) -> tuple[Sign, ...]:
        """Where the findings of a document stand, but for dismissed ones: what the reader of the text needs.

        Raises:
            NoSuchDocument. InputError: the line is none.
        """
        _check(line, "", "")
        with self._core.database.reading() as connection:
            return signs(connection, resolved(connection, document), line)

    def counts(self, *, line: float = LINE) -> Mapping[str, int]:
        """How many findings the documents have that have any, but for dismissed ones.

        Raises:
            InputError: the line is none.
        """
        _check(line, "", "")
        with self._core.database.reading() as connection:
            return counts(connection, line)

    def decisions(self, document: str = "", *, lost: bool = False) -> tuple[Decision, ...]:
        """What people decided, the latest first, of one document or all.

        `lost` ones are of findings that are not made any more: they are kept, as the record says what a
        person said of these words, whatever a method finds.

        Raises:
            NoSuchDocument
        """
        with self._core.database.reading() as connection:
            name = resolved(connection, document) if document else ""
            asked = select(tables.decision, _finding.id.is_not(None).label("found")).outerjoin(
                tables.finding, _finding.id == _decision.finding
            )
            if name:
                asked = asked.where(_decision.document == name)
            rows = connection.execute(asked.order_by(_decision.time.desc(), _decision.event)).all()
        unique = {row.event: _decided(row, found=bool(row.found)) for row in rows}
        return tuple(one for one in unique.values() if not (lost and one.found))

    def accept(self, finding: str, *, author: str = "") -> str:
        """Record that the versions differ there in substance; returns the hash of the event.

        Raises:
            InputError: there is no such finding, or it is accepted already.
        """
        return self._decide(finding, "finding.accepted", "", author)

    def dismiss(self, finding: str, reason: str, *, author: str = "") -> str:
        """Record that the versions do not differ there in substance, and why; returns the hash of the event.

        Raises:
            InputError: there is no such finding, no reason is given, or it is dismissed for this reason
                already.
        """
        reason = " ".join(reason.split())
        if not reason:
            raise InputError(
                "A dismissal needs a reason.",
                remedy="Say in a few words why the versions do not differ here.",
            )
        return self._decide(finding, "finding.dismissed", reason, author)

    def reopen(self, finding: str, *, author: str = "") -> str:
        """Take back what was decided of a finding; returns the hash of the event that does it.

        Raises:
            InputError: nothing is decided of it.
        """
        with self._core.database.writing() as connection:
            row = connection.execute(select(tables.decision).where(_decision.finding == finding)).first()
            if row is None:
                raise InputError("Nothing is decided of this finding.", where=finding)
            body = {"document": row.document, "decision": row.event}
            event = self._core.say(connection, author, "finding.reopened", body)
            project(connection, self._core.originals, row.document)
        log.copied(self._core.database, self._core.place.record)
        return event.hash

    def _decide(self, finding: str, kind: str, reason: str, author: str) -> str:
        with self._core.database.writing() as connection:
            one = self._named(connection, finding)
            accepted = kind == "finding.accepted"
            held = one.decision
            if held is not None and held.accepted == accepted and held.reason == reason:
                raise InputError("This is decided already.", where=finding)
            body: dict[str, object] = {
                "document": one.document,
                "kind": one.kind,
                "passages": _passages(connection, one, finding),
            }
            if not accepted:
                body["reason"] = reason
            event = self._core.say(connection, author, kind, body)
            project(connection, self._core.originals, one.document)
        log.copied(self._core.database, self._core.place.record)
        return event.hash

    def _named(self, connection: Connection, finding: str) -> DocumentFinding:
        c = tables.finding.c
        document = None
        if finding.isascii() and finding.isalnum():
            document = connection.scalar(select(c.document).where(c.id == finding))
        if document is not None:
            found = document_of(connection, document)
            text = self._texts.of(connection, document, compared_languages(found))
            for one in _all(connection, document, text):
                if one.id == finding:
                    return one
        raise InputError(
            "There is no such finding.",
            where=finding,
            remedy="`dragoman compare DOCUMENT` lists those of a document with their names.",
        )


def _check(line: float, kind: str, state: str) -> None:
    if not 0 <= line <= 1:
        raise InputError("The line is a probability from 0 to 1, not {line}.", line=line)
    for value, known, what in (
        (kind, tuple(KINDS), "There is no kind of finding {value!r}."),
        (state, STATES, "There is no state {value!r}."),
    ):
        if value and value not in known:
            raise InputError(what, remedy="There are: {known}.", value=value, known=", ".join(known))


def _all(connection: Connection, document: str, text: Text) -> list[DocumentFinding]:
    """The findings of a document in the order of its rows, each with what was decided of it."""
    order = list(KINDS)
    decided = {one.finding: one for one in _decisions(connection, document)}
    made = [_document_finding(row, text, decided.get(row.id)) for row in _rows(connection, document)]
    return sorted(made, key=lambda one: (one.row, order.index(one.kind)))


def _rows(connection: Connection, document: str) -> list[AnyRow]:
    asked = select(tables.finding).where(_finding.document == document)
    return list(connection.execute(asked.order_by(_finding.source, _finding.number)))


def _decision_of(name: str, decision: Decision | None) -> Decided:
    if decision is None:
        return Decided(name)
    return Decided(name, "accepted" if decision.accepted else "dismissed", decision.reason)


def _decisions(connection: Connection, document: str) -> list[Decision]:
    asked = select(tables.decision).where(_decision.document == document)
    return [_decided(row) for row in connection.execute(asked)]


def _document_finding(row: AnyRow, text: Text, decision: Decision | None) -> DocumentFinding:
    found = kept_finding(row)
    told = tuple(_told(text, found, column) for column in range(len(text.languages)))
    first = next((one.anchors[0] for one in told if one.anchors), "")
    return DocumentFinding(
        row.id, row.document, found.kind, found.probability, found.reason, found.alone, found.row, first,
        told, decision,
    )  # fmt: skip


def _told(text: Text, found: Finding, column: int) -> Told:
    """The sentences of a version in the rows of a finding, with its places."""
    side, language = text.sides[column], text.languages[column]
    in_order = sorted(found.places[column], key=lambda place: (place.sentence, place.start))
    marked = {
        number: tuple((place.start, place.end) for place in places)
        for number, places in groupby(in_order, key=lambda place: place.sentence)
    }
    numbers = sorted({*text.rows[found.row].sentences[column], *marked})
    sentences: Sequence[Sentence] = [side[number] for number in numbers]
    return Told(
        language,
        tuple(sentences),
        tuple(anchor(language, one.start) for one in sentences),
        tuple(marked.get(number, ()) for number in numbers),
    )


def _decided(row: AnyRow, *, found: bool = True) -> Decision:
    passages = tuple(
        Passage(code, original, tuple(map(tuple, ranges)), tuple(words))
        for code, original, ranges, words in json.loads(row.passages)
    )
    return Decision(
        row.event, row.finding, row.document, row.kind, passages, row.accepted, row.reason, row.party,
        row.author, row.time, found,
    )  # fmt: skip


def _passages(connection: Connection, one: DocumentFinding, finding: str) -> list[dict[str, Any]]:
    """What the record keeps of the words that are decided on."""
    row = connection.execute(select(tables.finding).where(_finding.id == finding)).one()
    originals = {
        version.language: version.original for version in document_of(connection, one.document).versions
    }
    return [
        {
            "language": told.language,
            "original": originals[told.language],
            "ranges": [[place.first, place.last] for place in places],
            "words": list(told.words),
        }
        for told, places in zip(one.told, kept_finding(row).places, strict=True)
    ]
