"""The quotations behind the figures on threats, each to be confirmed or rejected by a person."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Annotated, Any, TypeAlias

from fastapi import APIRouter, Depends, Query
from fastapi.concurrency import run_in_threadpool
from fastapi.responses import Response

from dragoman.bitext.formats.tags import language_tag
from dragoman.errors import DragomanError, InputError
from dragoman.plain import plain
from dragoman.threats import CUES, DIMENSIONS, STANCES, STRENGTHS, TOPICS
from dragoman.threats.vocabulary import known
from dragoman.web import problems
from dragoman.web.marked import pieces
from dragoman.web.paging import Pages, whole
from dragoman.web.permits import needs
from dragoman.web.posted import Posted, posted
from dragoman.web.tables import Cell, Table
from dragoman.web.visit import Visit, Visiting
from dragoman.workspace import Workspace
from dragoman.workspace.threatmodel import Judgement, Quotation, Quotations

router = APIRouter()
PAGE = 50
"""Quotations on a page."""
DOWNLOAD = 20_000
"""Quotations in a table, from the first on."""
_PATH = "/threats/quotations"
_COLUMNS = (
    "id", "document", "title", "date", "body", "kind", "parties", "source", "invented", "language", "anchor",
    "sentence", "words", "start", "end", "cue", "strength", "topic", "dimension", "stance", "decision",
    "counted", "reason", "author", "time",
)  # fmt: skip

# What an address calls each filter -> the argument of `Threats.mentions`.
_FILTERS = {
    "party": "party",
    "dimension": "dimension",
    "topic": "topic",
    "since": "since",
    "until": "until",
    "state": "state",
    "strength": "strength",
    "in": "language",
    "document": "document",
}


@dataclass(frozen=True, slots=True)
class Asked:
    """Which quotations an address asks for."""

    filters: Mapping[str, str]
    page: int

    @property
    def query(self) -> dict[str, str]:
        """The filters as the query of an address."""
        return {name: self.filters[field] for name, field in _FILTERS.items()}


@dataclass(frozen=True, slots=True)
class Refused:
    """What a visitor had written when something was wrong with it."""

    mention: str
    reason: str
    author: str
    problem: str
    status: int


def _asked(
    party: str = "",
    dimension: str = "",
    topic: str = "",
    since: str = "",
    until: str = "",
    state: str = "",
    strength: str = "",
    language: Annotated[str, Query(alias="in")] = "",
    document: str = "",
    page: Annotated[int, Query(ge=1, le=100_000)] = 1,
) -> Asked:
    given = (party, dimension, topic, since, until, state, strength, language, document)
    named = zip(_FILTERS.values(), (value.strip() for value in given), strict=True)
    return Asked(dict(named), page)


Asking: TypeAlias = Annotated[Asked, Depends(_asked)]


@router.get("/{lang}/threats/quotations", dependencies=[needs("read")])
def quotations(visit: Visiting, asked: Asking) -> Response:
    """The quotations that answer, the newest first."""
    with visit.workspace() as workspace:
        return _page(visit, workspace, asked)


@router.post("/{lang}/threats/quotations", dependencies=[needs("documents.change")])
async def decide(visit: Visiting, asked: Asking) -> Response:
    """Confirm a mention, reject it with a reason, or take back what was decided."""
    sent = await posted(visit.request)

    def decided() -> Response:
        with visit.workspace() as workspace:
            mention = sent.one("mention")
            try:
                _recorded(workspace, sent, visit.writer(sent.one("author")))
            except DragomanError as error:
                refused = Refused(
                    mention,
                    sent.one("reason"),
                    sent.one("author"),
                    problems.message_of(error, visit),
                    problems.status_of(error),
                )
                return _page(visit, workspace, asked, refused)
        page = {"page": str(asked.page)} if asked.page > 1 else {}
        return visit.to(_PATH, {**asked.query, **page}, f"m-{mention}")

    return await run_in_threadpool(decided)


def _recorded(workspace: Workspace, sent: Posted, author: str) -> None:
    if sent.problem is not None:
        raise sent.problem
    mention = sent.one("mention")
    match sent.one("action"):
        case "confirm":
            workspace.threats.confirm(mention, author=author)
        case "reject":
            workspace.threats.reject(mention, sent.one("reason"), author=author)
        case "reopen":
            workspace.threats.reopen(mention, author=author)
        case other:
            raise InputError("There is nothing that is called {action!r} to be done.", action=other)


def _page(visit: Visit, workspace: Workspace, asked: Asked, refused: Refused | None = None) -> Response:
    def ask(limit: int, offset: int) -> Quotations:
        return workspace.threats.mentions(**asked.filters, limit=limit, offset=offset)

    found = ask(PAGE, (asked.page - 1) * PAGE)
    every = whole(lambda *part: ask(*part).quotations, DOWNLOAD) if visit.form == "csv" else ()
    lost = workspace.threats.judgements(lost=True)
    return visit.answer(
        "quotations.html",
        {
            "asked": asked.query,
            "found": found,
            "quotations": [shown(each) for each in found.quotations],
            "pages": Pages(visit, _PATH, asked.query, asked.page, PAGE, found.total),
            "parties": workspace.threats.parties(),
            "languages": known(),
            "lost": lost if not any(asked.filters.values()) else (),
            "dimensions": DIMENSIONS,
            "topics": TOPICS,
            "strengths": STRENGTHS,
            "stances": STANCES,
            "cues": CUES,
            "author": visit.writer(workspace.author),
            "refused": refused,
        },
        lambda: {**asked.query, "page": asked.page, **plain(found), "lost": plain(lost)},
        lambda: Table("quotations", _COLUMNS, _table(every)),
        status=refused.status if refused else 200,
    )


def shown(quotation: Quotation) -> dict[str, Any]:
    """A quotation with its sentence in pieces: what is named, and by which words."""
    mention, text = quotation.mention, quotation.sentence.text
    named = (mention.start, mention.end)
    cue = (mention.cue_start, mention.cue_end)
    parts: list[tuple[str, str]] = []
    at = 0
    cues = ((*each, "cue") for each in _without(cue, named, text))
    for start, end, role in sorted([(*named, "named"), *cues]):
        parts += [(piece, "") for piece, _answers in pieces(text, (), at, start)]
        parts += [(piece, role) for piece, _answers in pieces(text, (), start, end)]
        at = end
    parts += [(piece, "") for piece, _answers in pieces(text, (), at)]
    return {"it": quotation, "parts": parts, "tag": language_tag(quotation.language, [quotation.sentence])}


def _without(cue: tuple[int, int], named: tuple[int, int], text: str) -> Iterator[tuple[int, int]]:
    """What is left of a cue beside what is named: "the nuclear threat" holds both. No space at its ends."""
    for start, end in ((cue[0], min(cue[1], named[0])), (max(cue[0], named[1]), cue[1])):
        words = text[start:end].strip()
        if words:
            start = text.index(words, start)
            yield start, start + len(words)


def _table(found: Iterable[Quotation]) -> Iterator[list[Cell]]:
    for each in found:
        judgement: Judgement | None = each.judgement
        yield [
            each.id,
            each.document,
            each.title,
            each.date,
            each.body,
            each.kind,
            "; ".join(each.parties),
            each.source,
            each.invented,
            each.language,
            each.anchor,
            each.sentence.text,
            each.words,
            each.mention.start,
            each.mention.end,
            each.mention.cue,
            each.strength,
            each.mention.topic,
            each.dimension,
            each.mention.stance,
            each.decision,
            each.counted,
            judgement.reason if judgement else "",
            judgement.author or judgement.party if judgement else "",
            judgement.time if judgement else "",
        ]
