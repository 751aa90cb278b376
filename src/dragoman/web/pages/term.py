"""One term: what stands for it in other languages, who uses it since when, the company it keeps."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Any

from fastapi import APIRouter, Query
from fastapi.responses import Response

from dragoman.concordance.model import Collocate, Concordance, Filters
from dragoman.concordance.query import phrase
from dragoman.concordance.renderings import Renderings
from dragoman.plain import plain
from dragoman.terms.model import Pair, Term
from dragoman.web import headline, notices, uses
from dragoman.web.asking import Asked
from dragoman.web.pages.collocates import WINDOW, near
from dragoman.web.pages.concordance import drawn
from dragoman.web.pages.terms import KINDS
from dragoman.web.permits import needs
from dragoman.web.slugs import term_path, unslug
from dragoman.web.spoken import language_for
from dragoman.web.tables import Cell, Table
from dragoman.web.tally import with_term
from dragoman.web.visit import Visit, Visiting
from dragoman.workspace import Workspace

router = APIRouter()
LINES = 12
"""Sentences that the page shows."""
_COMPANY = 12
_CANDIDATES = 8
# A candidate that is less probable is noise to a reader; the pairs' own page has all of them.
_LEAST = 0.05
# Renderings that the card of a term names for each language.
_BRIEF = 3
_COLUMNS = (
    "term", "language", "other", "rendering", "count", "documents", "share", "low", "high", "first", "last",
    "bodies",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Other:
    """What another language says for the term: renderings, candidates; other terms that are rendered so."""

    code: str
    renderings: Renderings
    candidates: tuple[Pair, ...] = ()
    rivals: tuple[Pair, ...] = ()


@dataclass(frozen=True, slots=True)
class Found:
    """All that a term's page shows; a brief one has no more than its card needs."""

    term: Term
    earliest: Concordance
    others: tuple[Other, ...]
    lines: Concordance | None = None
    company: tuple[Collocate, ...] = ()


@router.get("/{lang}/terms/{term:path}", dependencies=[needs("read")])
def term(
    visit: Visiting,
    term: str,
    language: Annotated[str, Query(alias="in")] = "",
    brief: bool = False,
) -> Response:
    """A term in a language, by its dictionary form or another one; `brief`: what the reader's panel shows."""
    form = unslug(term)
    with visit.workspace() as workspace:
        languages = workspace.languages()
        code = language_for(visit, languages, language, form)
        found = _found(workspace, workspace.usage.term(code, form), languages, brief=brief)
        documents = uses.cited(workspace, found.lines.lines) if found.lines and visit.form == "json" else {}
        entries = with_term(workspace, found.term.form, visit.locale)
    asked = Asked(phrase(found.term.form), Filters(language=code))
    return visit.answer(
        "term.html",
        {
            "found": found,
            "term": found.term,
            "entries": entries,
            "kinds": KINDS,
            "brief": brief,
            "top": _BRIEF,
            "path": term_path,
            "answer": headline.of_term(found.term, visit.locale),
            "first": next(iter(uses.uses(visit, found.earliest.lines)), None),
            "lines": visit.link("/concordance", asked.query()),
            "notices": {
                each.code: notices.of_renderings(each.renderings, visit.locale) for each in found.others
            },
            **(_whole(visit, asked, found, found.lines) if found.lines else {}),
        },
        lambda: {
            "term": plain(found.term),
            "entries": [{"path": each.path, "level": each.badge.name} for each in entries],
            "renderings": [plain(each.renderings) for each in found.others],
            "candidates": [plain(pair) for each in found.others for pair in each.candidates],
            "rivals": [plain(pair) for each in found.others for pair in each.rivals],
            "years": plain(found.earliest.years),
            "bodies": plain(found.earliest.bodies),
            "collocates": plain(found.company),
            "lines": uses.facts(visit, found.lines.lines, documents) if found.lines else [],
        },
        lambda: Table(
            "renderings", _COLUMNS, [row for each in found.others for row in _rows(each.renderings)]
        ),
    )


def _found(workspace: Workspace, term: Term, languages: tuple[str, ...], *, brief: bool) -> Found:
    usage = workspace.usage
    query, filters = phrase(term.form), Filters(language=term.language)
    earliest = usage.concordance(query, filters, order="oldest", limit=1)
    partners = () if brief else _partners(workspace, term.language, term.key)
    others = []
    for code in languages:
        if code == term.language:
            continue
        rendered = usage.renderings(term.form, term.language, code)
        if brief:
            others.append(Other(code, rendered))
            continue
        candidates = tuple(pair for pair in partners if pair.right_language == code)[:_CANDIDATES]
        others.append(Other(code, rendered, candidates, _rivals(workspace, candidates)))
    if brief:
        return Found(term, earliest, tuple(others))
    return Found(
        term,
        earliest,
        tuple(others),
        usage.concordance(query, filters, order="newest", limit=LINES),
        usage.collocates(query, filters, window=WINDOW, limit=_COMPANY),
    )


def _partners(workspace: Workspace, language: str, key: str) -> list[Pair]:
    """The pairs that a term is in, in any language, the most probable first."""
    return [pair for pair in workspace.usage.partners(language, key) if pair.probability >= _LEAST]


def _rivals(workspace: Workspace, candidates: tuple[Pair, ...]) -> tuple[Pair, ...]:
    """Other terms that are rendered as this one is."""
    if not candidates:
        return ()
    best = candidates[0]
    found = _partners(workspace, best.right_language, best.right)
    rivals = [pair for pair in found if pair.right_language == best.left_language and pair.right != best.left]
    return tuple(rivals[:_CANDIDATES])


def _whole(visit: Visit, asked: Asked, found: Found, lines: Concordance) -> dict[str, Any]:
    return {
        "uses": uses.uses(visit, lines.lines),
        "total": lines.total,
        "drawn": drawn(visit, asked, lines.years),
        "company": [(each, near(visit, asked, each)) for each in found.company],
        "collocates": visit.link("/concordance/collocates", asked.query()),
    }


def _rows(found: Renderings) -> list[list[Cell]]:
    return [
        [
            found.term, found.language, found.other, each.rendering, each.count, each.documents, each.share,
            each.low, each.high, each.first, each.last,
            "; ".join(f"{one.body}: {one.count} ({one.first}–{one.last})" for one in each.bodies),
        ]
        for each in found.renderings
    ]  # fmt: skip
