"""Formulations over time: which set phrases were in use when, and the history of each."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Query
from fastapi.responses import Response

from dragoman.concordance import query
from dragoman.concordance.heat import NAMES
from dragoman.concordance.model import Filters
from dragoman.concordance.trends import History, Period
from dragoman.errors import InputError
from dragoman.plain import plain
from dragoman.web import headline, notices, problems, uses
from dragoman.web.asking import Asked, Filtering
from dragoman.web.bars import Figure, bars
from dragoman.web.permits import needs
from dragoman.web.slugs import formulation_path, unslug
from dragoman.web.spoken import language_for
from dragoman.web.tables import Cell, Table
from dragoman.web.visit import Visit, Visiting

router = APIRouter()
MOST = 50
"""Formulations on the page."""
LINES = 12
"""Sentences that the page of a formulation shows."""
_HISTORY = (
    "phrase", "language", "year", "until", "documents", "of", "verbatim", "varied", "share", "low", "high",
    "heat",
)  # fmt: skip


@router.get("/{lang}/formulations", dependencies=[needs("read")])
def formulations(
    visit: Visiting,
    language: Annotated[str, Query(alias="in")] = "",
    phrase: Annotated[list[str] | None, Query()] = None,
) -> Response:
    """The formulations of a language, the hottest first; or those that are named, one `phrase` each."""
    wanted = [line.strip() for each in phrase or [] for line in each.splitlines() if line.strip()][:MOST]
    problem = None
    found: tuple[History, ...] = ()
    with visit.workspace() as workspace:
        languages = workspace.languages()
        code = language_for(visit, languages, language, " ".join(wanted))
        try:
            if code:
                found = workspace.usage.formulations(code, phrases=wanted, limit=MOST)
        except InputError as error:
            if visit.form != "html":
                raise
            problem = error
    if not wanted:
        # What stands in undated documents alone has no history.
        found = tuple(each for each in found if each.first)
    names = {period.year: headline.period_name(period) for each in found for period in each.periods}
    years = sorted(names)
    return visit.answer(
        "formulations.html",
        {
            "language": code,
            "languages": languages,
            "wanted": wanted,
            "found": [(each, formulation_path(each.phrase), _by_year(visit, each, years)) for each in found],
            "years": [names[year] for year in years],
            "answer": headline.of_formulations(found, visit.locale),
            "heats": NAMES,
            "changed": {each.phrase: notices.of_history(each, visit.locale) for each in found},
            "problem": problems.message_of(problem, visit) if problem else "",
        },
        lambda: {"in": code, "phrases": wanted, "formulations": plain(found)},
        lambda: Table("formulations", _HISTORY, [row for each in found for row in _rows(each)]),
        status=problems.status_of(problem) if problem else 200,
    )


@router.get("/{lang}/formulations/{phrase:path}", dependencies=[needs("read")])
def formulation(visit: Visiting, phrase: str, filters: Filtering, varied: bool = False) -> Response:
    """The history of one phrase; `varied`: a document counts that has a varied use alone."""
    words = unslug(phrase)
    with visit.workspace() as workspace:
        languages = workspace.languages()
        code = language_for(visit, languages, filters.language, words) or visit.locale.code
        chosen = Filters(code, body=filters.body, party=filters.party, kind=filters.kind,
                         since=filters.since, until=filters.until)  # fmt: skip
        found = workspace.usage.history(words, code, chosen, with_varied=varied)
        asked = Asked(query.phrase(words), chosen)
        lines = workspace.usage.concordance(asked.words, chosen, limit=LINES)
    return visit.answer(
        "formulation.html",
        {
            "found": found,
            "varied": varied,
            "otherwise": visit.link(
                formulation_path(words),
                {"in": code, **_chosen(chosen), "varied": "" if varied else "yes"},
            ),
            "answer": headline.of_history(found, visit.locale),
            "changes": notices.of_history(found, visit.locale),
            "heats": NAMES,
            "drawing": bars([_figure(visit, asked, each) for each in found.periods]),
            "periods": [(each, _lines_of(visit, asked, each)) for each in found.periods],
            "uses": uses.uses(visit, lines.lines),
            "total": lines.total,
            "lines": visit.link("/concordance", asked.query()),
            "asked": asked,
        },
        lambda: plain(found),
        lambda: Table("formulation", _HISTORY, _rows(found)),
    )


def _chosen(filters: Filters) -> dict[str, str]:
    """The filters as an address names them."""
    return {name: getattr(filters, name) for name in ("body", "party", "kind", "since", "until")}


def _figure(visit: Visit, asked: Asked, period: Period) -> Figure | None:
    """The share of documents in per cent; nothing where there are no documents."""
    if not period.of:
        return None
    return Figure(
        headline.period_name(period),
        100 * period.share,
        100 * period.low,
        100 * period.high,
        headline.of_period(period, visit.locale),
        _lines_of(visit, asked, period) or visit.link("/concordance", asked.query()),
    )


def _lines_of(visit: Visit, asked: Asked, period: Period) -> str:
    if not period.documents:
        return ""
    return visit.link("/concordance", asked.query({"since": period.year, "until": period.until}))


def _by_year(visit: Visit, found: History, years: list[str]) -> list[tuple[Period | None, str]]:
    """Its period for each of the columns, and what is said of it."""
    known = {period.year: period for period in found.periods}
    return [
        (known.get(year), headline.of_period(known[year], visit.locale) if year in known else "")
        for year in years
    ]


def _rows(found: History) -> list[list[Cell]]:
    return [[found.phrase, found.language, *_values(period)] for period in found.periods]


def _values(period: Period) -> list[Any]:
    return [getattr(period, name) for name in _HISTORY[2:]]
