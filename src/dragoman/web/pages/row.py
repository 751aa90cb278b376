"""One row with its neighbours: where a reader says which sentences belong together."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Annotated, Any

from fastapi import APIRouter, HTTPException, Query
from fastapi.concurrency import run_in_threadpool
from fastapi.responses import Response

from dragoman.errors import DragomanError, InputError
from dragoman.record.events import Event
from dragoman.web import facts, problems
from dragoman.web.columns import columns_of
from dragoman.web.pages.reader import chosen_languages
from dragoman.web.permits import needs
from dragoman.web.posted import Posted, posted
from dragoman.web.visit import Visit, Visiting
from dragoman.workspace import Workspace
from dragoman.workspace.identity import anchor as anchor_of
from dragoman.workspace.model import Document, Parallel, ParallelRow

router = APIRouter()
# Rows above and below that can be chosen from.
_NEIGHBOURS = 3
_RANGE = re.compile(r"(\d{1,9})-(\d{1,9})")

Ranges = list[tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Spot:
    """A row of two languages with its neighbours, and the languages of the reader it was reached from."""

    document: Document
    shown: tuple[str, ...]
    pair: tuple[str, str]
    parallel: Parallel
    row: ParallelRow
    rows: Sequence[ParallelRow]

    def query(self, shown: Sequence[str] = ()) -> dict[str, Any]:
        """The query that names the languages."""
        languages = shown or self.shown
        return {"in": languages[0], "with": list(languages[1:])}


@dataclass(frozen=True, slots=True)
class Choice:
    """What a visitor had chosen when something was wrong with it."""

    left: frozenset[str]
    right: frozenset[str]
    problem: str
    status: int


@router.get("/{lang}/documents/{document_id}/rows/{anchor}", dependencies=[needs("read")])
def row(
    visit: Visiting,
    document_id: str,
    anchor: str,
    first: Annotated[str, Query(alias="in")] = "",
    others: Annotated[list[str] | None, Query(alias="with")] = None,
) -> Response:
    """The row, and how to correct it."""
    with visit.workspace() as workspace:
        return _page(visit, workspace, _spot(visit, workspace, document_id, anchor, first, others or []))


@router.post("/{lang}/documents/{document_id}/rows/{anchor}", dependencies=[needs("documents.change")])
async def correct(
    visit: Visiting,
    document_id: str,
    anchor: str,
    first: Annotated[str, Query(alias="in")] = "",
    others: Annotated[list[str] | None, Query(alias="with")] = None,
) -> Response:
    """Record what belongs together, that something has no counterpart, or that a correction is taken back."""
    sent = await posted(visit.request)

    def corrected() -> Response:
        with visit.workspace() as workspace:
            spot = _spot(visit, workspace, document_id, anchor, first, others or [])
            try:
                place = _recorded(workspace, spot, sent, visit.writer(sent.one("author")))
            except DragomanError as error:
                choice = Choice(
                    frozenset(sent.all("left")),
                    frozenset(sent.all("right")),
                    problems.message_of(error, visit),
                    problems.status_of(error),
                )
                return _page(visit, workspace, spot, choice)
        return visit.to(f"/documents/{spot.document.id}", {**spot.query(), "at": place})

    return await run_in_threadpool(corrected)


def _spot(
    visit: Visit, workspace: Workspace, document_id: str, anchor: str, first: str, others: Sequence[str]
) -> Spot:
    document = workspace.document(document_id)
    shown = tuple(chosen_languages(document, first, others, visit.locale.code))
    if len(shown) < 2 or document.state != "ready":
        raise HTTPException(404)
    pair = (shown[0], shown[1])
    try:
        number, found = workspace.locate(document.id, pair, anchor)
    except InputError as error:
        raise HTTPException(404) from error
    parallel = workspace.parallel(document.id, pair, page=number)
    at = next(at for at, each in enumerate(parallel.rows) if each.anchor == found)
    near = parallel.rows[max(0, at - _NEIGHBOURS) : at + _NEIGHBOURS + 1]
    return Spot(document, shown, pair, parallel, parallel.rows[at], near)


def _recorded(workspace: Workspace, spot: Spot, sent: Posted, author: str) -> str:
    """Write what the form says into the record; returns the anchor to go back to."""
    if sent.problem is not None:
        raise sent.problem
    if correction := sent.one("restore"):
        workspace.restore(spot.document.id, correction, author=author)
        return spot.row.anchor
    left, right = _ranges(sent.all("left")), _ranges(sent.all("right"))
    one, other = spot.pair
    if sent.one("action") == "alone":
        if not left and not right:
            raise InputError(
                "No sentence was chosen.", remedy="Choose the sentences that nothing corresponds to."
            )
        if left:
            workspace.correct(spot.document.id, (one, left), (other, []), author=author)
        if right:
            workspace.correct(spot.document.id, (one, []), (other, right), author=author)
    else:
        if not left or not right:
            raise InputError(
                "Sentences were chosen on one side only.",
                remedy="Choose those of the other side as well, or say that nothing corresponds to these.",
            )
        workspace.correct(spot.document.id, (one, left), (other, right), author=author)
    return anchor_of(one, left[0][0]) if left else anchor_of(other, right[0][0])


def _ranges(values: Sequence[str]) -> Ranges:
    found = []
    for value in values:
        match = _RANGE.fullmatch(value)
        if match is None:
            raise InputError("A sentence was named in a way that is not known: {value!r}.", value=value)
        found.append((int(match[1]), int(match[2])))
    return sorted(found)


def _page(visit: Visit, workspace: Workspace, spot: Spot, choice: Choice | None = None) -> Response:
    history = workspace.history(spot.document.id)
    columns = columns_of(spot.parallel)
    return visit.answer(
        "row.html",
        {
            "spot": spot,
            "columns": columns,
            "rows": [(each, each is spot.row, _sides(spot, each, choice)) for each in spot.rows],
            "corrections": corrections_of(spot, history),
            "others": [
                visit.link(
                    f"/documents/{spot.document.id}/rows/{spot.row.anchor}",
                    spot.query([spot.pair[0], code, *(each for each in spot.shown[1:] if each != code)]),
                )
                for code in spot.shown[2:]
            ],
            "back": visit.link(f"/documents/{spot.document.id}", {**spot.query(), "at": spot.row.anchor}),
            "author": visit.writer(workspace.author),
            "problem": choice.problem if choice else "",
        },
        lambda: {
            "document": facts.of_document(spot.document, visit.locale.words),
            "languages": list(spot.pair),
            "row": facts.of_row(spot.row),
            "neighbours": [facts.of_row(each) for each in spot.rows],
            "corrections": [
                {**facts.of_event(event), "withdrawn": withdrawn is not None}
                for event, withdrawn in corrections_of(spot, history)
            ],
        },
        status=choice.status if choice else 200,
    )


def _sides(spot: Spot, row: ParallelRow, choice: Choice | None) -> list[list[tuple[str, str, bool]]]:
    """The sentences of a row on both sides: how the form names each, its words, and whether it is chosen."""
    found = []
    for cell, marked in zip(row.cells, (choice.left, choice.right) if choice else (None, None), strict=True):
        side = []
        for one in cell.sentences:
            value = f"{one.start}-{one.end}"
            side.append((value, one.text, row is spot.row if marked is None else value in marked))
        found.append(side)
    return found


def corrections_of(spot: Spot, history: Sequence[Event]) -> list[tuple[Event, Event | None]]:
    """Corrections that name a sentence of the row, the latest first, each with what took it back."""
    withdrawn: Mapping[str, Event] = {
        str(event.body["correction"]): event for event in history if event.kind == "alignment.restored"
    }
    places = {
        code: {
            (one.start, one.end) for cell in spot.row.cells if cell.language == code for one in cell.sentences
        }
        for code in spot.pair
    }
    found = []
    for event in history:
        if event.kind != "alignment.corrected":
            continue
        body = facts.of_event(event)["body"]
        if sorted(spot.pair) != body["languages"]:
            continue
        named = zip(body["languages"], (body["left"], body["right"]), strict=True)
        touches = any(tuple(place) in places[code] for code, side in named for place in side["ranges"])
        if touches or event.hash in spot.row.corrected:
            found.append((event, withdrawn.get(event.hash)))
    return found[::-1]
