"""The concordance: every use of a word in its sentence, with what stands for it in the other languages."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from fastapi import APIRouter
from fastapi.responses import RedirectResponse, Response

from dragoman.concordance.model import Concordance, Reading, Year
from dragoman.errors import InputError
from dragoman.marking import _
from dragoman.plain import plain
from dragoman.web import headline, problems, uses
from dragoman.web.asking import Asked, Asking
from dragoman.web.bars import Bars, Figure, bars, by_year
from dragoman.web.bibliography import Bibliography
from dragoman.web.examples import examples
from dragoman.web.facets import chosen, facets
from dragoman.web.permits import needs
from dragoman.web.visit import Visit, Visiting
from dragoman.web.wording import Wording
from dragoman.workspace import Workspace

router = APIRouter()
PAGE = 50
"""Lines on a page."""
DOWNLOAD = 5_000
"""Lines in a table or a bibliography, from the first on."""
_READ = {
    "pinyin": _("{said}: read as pinyin"),
    "palladius": _("{said}: read as Chinese in Russian letters (Palladius)"),
    "corrected": _("{said}: read instead, since nothing was found as it is written"),
}


@dataclass(frozen=True, slots=True)
class Drawn:
    """Years as bars, and as rows of a table: year, address of its lines, figures."""

    bars: Bars | None
    rows: tuple[tuple[Year, str], ...]


@router.get("/{lang}/search", dependencies=[needs("read")])
def search(visit: Visiting) -> Response:
    """Lead to the concordance with the same words: this was its address once."""
    query = visit.request.url.query
    target = visit.link("/concordance") + (f".{visit.form}" if visit.form != "html" else "")
    return RedirectResponse(f"{target}?{query}" if query else target, 301)


@router.get("/{lang}/concordance", dependencies=[needs("read")])
def concordance(visit: Visiting, asked: Asking) -> Response:
    """Lines that answer, each with its counterparts, and how they are spread over years and bodies."""
    whole = visit.form in ("csv", "bib")
    with visit.workspace() as workspace:
        found, problem = None, None
        if asked.words:
            try:
                found = _found(workspace, asked, whole=whole)
            except InputError as error:
                if visit.form != "html":
                    raise
                problem = error
        languages = workspace.languages()
        shown = examples(workspace, languages) if found is None and visit.form == "html" else []
        lines = found.lines if found else ()
        documents = uses.cited(workspace, lines) if visit.form != "html" else {}
    return visit.answer(
        "concordance.html",
        {
            "asked": asked,
            "languages": languages,
            "problem": problems.message_of(problem, visit) if problem else "",
            "found": found,
            "examples": shown,
            **(_around(visit, asked, found) if found else {}),
        },
        lambda: (
            {**plain(found), "lines": uses.facts(visit, lines, documents)}
            if found
            else {"query": "", "lines": [], "total": 0}
        ),
        lambda: uses.table(visit, "concordance", lines, documents),
        bibliography=lambda: Bibliography("concordance", list(documents.values())),
        status=problems.status_of(problem) if problem else 200,
    )


def _found(workspace: Workspace, asked: Asked, *, whole: bool) -> Concordance:
    return workspace.usage.concordance(
        asked.words,
        asked.filters,
        order=asked.order,
        limit=DOWNLOAD if whole else PAGE,
        offset=0 if whole else (asked.page - 1) * PAGE,
        seed=asked.seed,
    )


def _around(visit: Visit, asked: Asked, found: Concordance) -> dict[str, Any]:
    """What the template sets around the lines."""
    pages = max(1, -(-found.total // PAGE))
    last = len(found.lines) < PAGE or (asked.page >= pages and not found.at_least)

    def link(changed: dict[str, str | int]) -> str:
        return visit.link("/concordance", asked.query(changed))

    return {
        "answer": headline.of_concordance(found, visit.locale),
        "readings": read(visit, found),
        "exact": exact(asked),
        "suggestions": [(each, link({"q": each})) for each in headline.not_yet_said(found)],
        "drawn": drawn(visit, asked, found.years),
        "uses": uses.uses(visit, found.lines, cut=asked.view == "lines"),
        "facets": facets(visit, found, asked),
        "chosen": chosen(visit, asked),
        "views": [("rows", link({"view": ""})), ("lines", link({"view": "lines"}))],
        "sample": link({"sort": "sample", "seed": asked.seed % 1_000 + 1}),
        "collocates": visit.link(
            "/concordance/collocates", asked.query({"sort": "", "seed": "", "view": ""})
        ),
        "before": link({"page": asked.page - 1}) if asked.page > 1 else "",
        "after": "" if last else link({"page": asked.page + 1}),
        "pages": pages,
    }


def read(visit: Visit, found: Concordance) -> list[tuple[Reading, str]]:
    """How the query was read where that is not as it is written: each reading, and a sentence about it."""
    gettext, wording = visit.locale.words.gettext, Wording(visit.locale)
    return [
        (reading, gettext(_READ[reading.manner]).format(said=wording.quoted(reading.said)))
        for reading in found.readings
        if reading.manner in _READ
    ]


def exact(asked: Asked) -> str:
    """The query for these words just as they are written; "" where it has signs of its own."""
    if not all(word.replace("-", "").isalnum() for word in asked.words.split()):
        return ""
    return " ".join(f"={word}" for word in asked.words.split())


def drawn(visit: Visit, asked: Asked, years: tuple[Year, ...]) -> Drawn:
    """Lines in 1,000 sentences by year, each year leading to its lines."""

    def address(year: Year) -> str:
        return visit.link("/concordance", asked.query({"since": year.year, "until": year.year}))

    def figure(year: Year) -> Figure:
        said = headline.of_year(year, visit.locale)
        return Figure(year.year, year.rate, year.low, year.high, said, address(year))

    rows = tuple((year, address(year) if year.year and year.hits else "") for year in years)
    return Drawn(bars(by_year(years, figure)), rows)
