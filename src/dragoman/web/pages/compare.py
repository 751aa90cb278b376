"""Where the language versions of a document may differ; a person accepts or dismisses each place."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Annotated, Literal, TypeAlias

from fastapi import APIRouter, Depends
from fastapi.concurrency import run_in_threadpool
from fastapi.responses import Response

from dragoman.errors import DragomanError, InputError
from dragoman.languages import language
from dragoman.versions.compare import LINE
from dragoman.versions.formats.document import to_docx
from dragoman.versions.model import KINDS, Kind
from dragoman.web import differences, facts, problems
from dragoman.web.files import Saved
from dragoman.web.pages.reader import AGAIN, unready
from dragoman.web.permits import needs
from dragoman.web.posted import Posted, posted
from dragoman.web.visit import Query, Visit, Visiting
from dragoman.web.wording import Wording
from dragoman.workspace import Workspace
from dragoman.workspace.findingmodel import DocumentFinding, Findings, State
from dragoman.workspace.model import Document

router = APIRouter()
STEPS = (0.9, 0.5, 0.2, 0.0)
"""Lines of probability that have a name on the page."""


@dataclass(frozen=True, slots=True)
class Asked:
    """Which findings an address asks for; `at` is one that is shown whatever its state."""

    line: str
    kind: Kind | Literal[""]
    state: State | Literal[""]
    at: str = ""

    def probability(self) -> float:
        """The line as a number.

        Raises:
            InputError: it is none.
        """
        try:
            return float(self.line.replace(",", ".")) if self.line else LINE
        except ValueError as error:
            raise InputError("The line is a probability from 0 to 1, not {line}.", line=self.line) from error

    def query(self, **changed: str) -> Query:
        """The question as the query of an address, with other values for some names."""
        return {"line": self.line, "kind": self.kind, "state": self.state, "at": "", **changed}

    def holds(self, one: DocumentFinding) -> bool:
        """Whether a finding is among those that are asked for."""
        return self.at == one.id or (self.kind in ("", one.kind) and self.state in ("", one.state))


@dataclass(frozen=True, slots=True)
class Refused:
    """What a visitor had written when something was wrong with it."""

    finding: str
    reason: str
    author: str
    problem: str
    status: int
    here: bool = False


def _asked(
    line: str = "",
    kind: Kind | Literal[""] = "",
    state: State | Literal[""] = "",
    at: str = "",
) -> Asked:
    return Asked(line.strip(), kind, state, at)


Asking: TypeAlias = Annotated[Asked, Depends(_asked)]


@router.get("/{lang}/documents/{document_id}/compare", dependencies=[needs("read")])
def compare(visit: Visiting, document_id: str, asked: Asking) -> Response:
    """The findings of a document in the order of its text."""
    with visit.workspace() as workspace:
        document = workspace.document(document_id)
        if document.state == "failed":
            return unready(visit, workspace, document)
        return _page(visit, workspace, document, asked)


@router.post("/{lang}/documents/{document_id}/compare", dependencies=[needs("documents.change")])
async def decide(visit: Visiting, document_id: str, asked: Asking) -> Response:
    """Accept a finding, dismiss it with a reason, or take back what was decided."""
    sent = await posted(visit.request)

    def decided() -> Response:
        with visit.workspace() as workspace:
            document = workspace.document(document_id)
            finding = sent.one("finding")
            try:
                _recorded(workspace, document, sent, visit.writer(sent.one("author")))
            except DragomanError as error:
                refused = Refused(
                    finding,
                    sent.one("reason"),
                    sent.one("author"),
                    problems.message_of(error, visit),
                    problems.status_of(error),
                )
                return _page(visit, workspace, document, asked, refused)
        # One that a filter would hide now stays in sight, so that it can be taken back.
        query = asked.query(at=finding if asked.state or asked.line else "")
        return visit.to(f"/documents/{document.id}/compare", query, f"f-{finding}")

    return await run_in_threadpool(decided)


def _recorded(workspace: Workspace, document: Document, sent: Posted, author: str) -> None:
    if sent.problem is not None:
        raise sent.problem
    finding, versions = sent.one("finding"), workspace.versions
    if sent.one("action") != "reopen" and versions.finding(finding).document != document.id:
        raise InputError("There is no such finding.", where=finding)
    match sent.one("action"):
        case "accept":
            versions.accept(finding, author=author)
        case "dismiss":
            versions.dismiss(finding, sent.one("reason"), author=author)
        case "reopen":
            versions.reopen(finding, author=author)
        case other:
            raise InputError("There is nothing that is called {action!r} to be done.", action=other)


def _page(
    visit: Visit, workspace: Workspace, document: Document, asked: Asked, refused: Refused | None = None
) -> Response:
    line = asked.probability()
    found = workspace.versions.findings(document.id, line=line)
    wanted = [one for one in found.findings if asked.holds(one)]
    wanted += _beside(workspace, found, asked.at if refused is None else refused.finding)
    lost = workspace.versions.decisions(document.id, lost=True) if found.ready else ()
    if refused is not None:
        refused = replace(refused, here=any(one.id == refused.finding for one in wanted))
    comparable = found.ready and len(found.languages) > 1
    working = not found.ready and any(job.document == document.id for job in workspace.jobs(active=True))
    return visit.answer(
        "compare.html",
        {
            "document": document,
            "asked": asked,
            "line": line,
            "found": found,
            "answer": differences.answer(found, visit.locale),
            "shown": [differences.shown(visit, one) for one in wanted],
            "anything": bool(found.findings) or found.below > 0,
            "matching": len(wanted),
            "below": differences.below(found, visit.locale),
            "unlettered": [code for code in found.languages if not language(code).in_depth],
            "kinds": _kinds(found, asked),
            "states": _states(found, asked),
            "steps": [(step, _link(visit, document, asked, step)) for step in STEPS],
            "every": _link(visit, document, Asked("", "", ""), 0.0),
            "whole": visit.link(f"/documents/{document.id}/compare", asked.query(kind="", state="")),
            "lost": lost,
            "states_said": differences.STATES,
            "names": KINDS,
            "working": working,
            "author": visit.writer(workspace.author),
            "refused": refused,
        },
        lambda: {
            "document": facts.of_document(document, visit.locale.words),
            "languages": list(found.languages),
            "left_out": list(found.left_out),
            "method": found.method,
            "line": line,
            "kind": asked.kind,
            "state": asked.state,
            "ready": found.ready,
            "terms": found.terms,
            "rows": found.rows,
            "below": found.below,
            "counts": dict(found.counts),
            "total": len(wanted),
            "findings": differences.facts(visit, wanted),
            "lost": [differences.of_decision(each) for each in lost],
        },
        lambda: differences.table(found, wanted, visit.locale.words.gettext),
        saved=(lambda: _report(visit, workspace, document, line)) if comparable else None,
        status=refused.status if refused else 200,
        headers=AGAIN if working else None,
    )


def _beside(workspace: Workspace, found: Findings, name: str) -> Sequence[DocumentFinding]:
    """A finding that is less probable than the line, and named: it was decided of a moment ago."""
    if not name or not found.ready or any(one.id == name for one in found.findings):
        return ()
    every = workspace.versions.findings(found.document, line=0.0).findings
    return [one for one in every if one.id == name]


def _kinds(found: Findings, asked: Asked) -> list[tuple[Kind, str, int]]:
    """The kinds that are there, with how many findings in the chosen state each has."""
    counted = Counter(one.kind for one in found.findings if asked.state in ("", one.state))
    return [
        (kind, said, counted[kind]) for kind, said in KINDS.items() if counted[kind] or kind == asked.kind
    ]


def _states(found: Findings, asked: Asked) -> list[tuple[State, str, int]]:
    """The states, with how many findings of the chosen kind each has."""
    counted = Counter(one.state for one in found.findings if asked.kind in ("", one.kind))
    return [(state, said, counted[state]) for state, said in differences.STATES.items()]


def _link(visit: Visit, document: Document, asked: Asked, line: float) -> str:
    written = "" if line == LINE else f"{line:g}"
    return visit.link(f"/documents/{document.id}/compare", asked.query(line=written))


def _report(visit: Visit, workspace: Workspace, document: Document, line: float) -> Saved:
    """The versions side by side in a DOCX, with the findings as its comments."""
    told = replace(
        workspace.versions.report(document.id, line=line), title=Wording(visit.locale).heading(document)
    )
    return Saved(f"{document.id}.docx", to_docx(told, visit.locale.code, when=datetime.now(UTC)))
