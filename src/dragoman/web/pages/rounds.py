"""The rounds of talks on a glossary, and the form that opens one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from fastapi import APIRouter
from fastapi.concurrency import run_in_threadpool
from fastapi.responses import Response

from dragoman.errors import DragomanError
from dragoman.plain import plain
from dragoman.web import board
from dragoman.web.agreed import Names, languages_in_order, text_for, title_of
from dragoman.web.multilingual import lines_of, texts_of
from dragoman.web.permits import needs
from dragoman.web.posted import Posted, posted
from dragoman.web.signers import signers
from dragoman.web.signing import signer_of
from dragoman.web.tables import Cell, Table
from dragoman.web.tried import NOTHING, Tried, tried
from dragoman.web.visit import Visit, Visiting
from dragoman.workspace import Workspace
from dragoman.workspace.agreedmodel import RoundView

router = APIRouter()
_LEVELS = (
    "instrument", "joint", "equivalent", "parallel", "proposed", "contested", "deferred", "withdrawn",
    "superseded",
)  # fmt: skip
_COLUMNS = ("id", "topic", "start", "end", "parties", "state", "entries", *_LEVELS)


@router.get("/{lang}/glossary/{glossary}/rounds", dependencies=[needs("read")])
def rounds(visit: Visiting, glossary: str) -> Response:
    """The rounds, the latest first, with how many entries stand where."""
    with visit.workspace() as workspace:
        return _page(visit, workspace, glossary)


@router.post("/{lang}/glossary/{glossary}/rounds", dependencies=[needs("sign")])
async def begin(visit: Visiting, glossary: str) -> Response:
    """Open a round."""
    sent = await posted(visit.request)

    def begun() -> Response:
        with visit.workspace() as workspace:
            try:
                if sent.problem is not None:
                    raise sent.problem
                _opened(visit, workspace, glossary, sent)
            except DragomanError as error:
                return _page(visit, workspace, glossary, tried(visit, sent, error))
        return visit.to(f"/glossary/{glossary}/rounds/{sent.one('round')}", {"noted": "open"})

    return await run_in_threadpool(begun)


def _opened(visit: Visit, workspace: Workspace, glossary: str, sent: Posted) -> None:
    workspace.rounds.open(
        signer_of(visit, workspace, sent),
        glossary,
        sent.one("round"),
        texts_of(sent, "topic"),
        start=sent.one("start"),
        end=sent.one("end"),
        parties=sent.all("with"),
        chair=sent.one("chair"),
        experts=lines_of(sent.one("experts")),
    )


def _page(visit: Visit, workspace: Workspace, glossary: str, form: Tried = NOTHING) -> Response:
    about = workspace.glossaries.glossary(glossary)
    names = Names(visit, workspace.parties.list())
    views = [workspace.rounds.round(glossary, line.id) for line in workspace.rounds.list(glossary)]
    locale = visit.locale
    return visit.answer(
        "rounds.html",
        {
            "about": about,
            "title": title_of(about.titles, locale, about.id),
            "rounds": [
                (
                    view.line,
                    title_of(view.line.topics, locale, view.line.id),
                    names.in_order(view.line.parties),
                    board.counted(view, locale),
                )
                for view in views
            ],
            "open": sum(view.line.state != "closed" for view in views),
            "states": board.STATES,
            "parties": names.in_order(about.parties),
            "languages": languages_in_order(about.languages, locale),
            "mine": signers(visit, names, about.parties),
            "author": workspace.author,
            "form": form,
        },
        lambda: {
            "glossary": about.id,
            "parties": names.all(),
            "rounds": [{**plain(view.line), "counts": plain(view.counts)} for view in views],
        },
        lambda: Table(f"{glossary}-rounds", _COLUMNS, _rows(visit, views)),
        status=form.status,
    )


def _rows(visit: Visit, views: Sequence[RoundView]) -> Iterator[list[Cell]]:
    for view in views:
        topic = text_for(view.line.topics, visit.locale)
        yield [
            view.line.id,
            topic.text if topic else "",
            view.line.start,
            view.line.end,
            "; ".join(view.line.parties),
            view.line.state,
            view.line.items,
            *(view.counts.levels.get(level, 0) for level in _LEVELS),
        ]
