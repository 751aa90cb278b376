"""The company that words keep: what stands near the lines of a concordance more often than by chance."""

from __future__ import annotations

from fastapi import APIRouter
from fastapi.responses import Response

from dragoman.concordance.model import Collocate
from dragoman.errors import InputError
from dragoman.plain import plain
from dragoman.web import problems
from dragoman.web.asking import Asked, Asking
from dragoman.web.facets import chosen
from dragoman.web.permits import needs
from dragoman.web.tables import Table
from dragoman.web.visit import Visit, Visiting

router = APIRouter()
WINDOW = 5
"""Words on either side that count as company."""
_MOST = 100
_COLUMNS = ("language", "lemma", "count", "expected", "log_dice", "g2")


@router.get("/{lang}/concordance/collocates", dependencies=[needs("read")])
def collocates(visit: Visiting, asked: Asking) -> Response:
    """Words that stand near what was found, the strongest first."""
    found: tuple[Collocate, ...] = ()
    problem = None
    if asked.words:
        with visit.workspace() as workspace:
            try:
                found = workspace.usage.collocates(asked.words, asked.filters, window=WINDOW, limit=_MOST)
            except InputError as error:
                if visit.form != "html":
                    raise
                problem = error

    def table() -> Table:
        rows = ([getattr(each, name) for name in _COLUMNS] for each in found)
        return Table("collocates", _COLUMNS, rows)

    return visit.answer(
        "collocates.html",
        {
            "asked": asked,
            "found": [(each, near(visit, asked, each)) for each in found],
            "strongest": max((each.log_dice for each in found), default=0.0),
            "window": WINDOW,
            "chosen": chosen(visit, asked, "/concordance/collocates"),
            "lines": visit.link("/concordance", asked.query()),
            "problem": problems.message_of(problem, visit) if problem else "",
        },
        lambda: {
            "query": asked.words,
            "filters": plain(asked.filters),
            "window": WINDOW,
            "collocates": plain(found),
        },
        table,
        status=problems.status_of(problem) if problem else 200,
    )


def near(visit: Visit, asked: Asked, each: Collocate) -> str:
    """The address of the lines in which a word stands near the words asked for."""
    words = asked.words if " " not in asked.words else f"({asked.words})"
    query = {"q": f"{words} AND {each.lemma}", "in": each.language}
    return visit.link("/concordance", asked.query(query))
