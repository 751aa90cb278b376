"""Pairs of terms that render each other in two languages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Annotated

from fastapi import APIRouter, Query
from fastapi.responses import Response

from dragoman.bitext.formats.preface import DOUBTFUL
from dragoman.plain import plain
from dragoman.terms.model import Pair, PairOrder, Pairs
from dragoman.web.paging import Pages, whole
from dragoman.web.permits import needs
from dragoman.web.slugs import term_path
from dragoman.web.spoken import language_for
from dragoman.web.tables import Cell, Table
from dragoman.web.visit import Visiting

router = APIRouter()
PAGE = 100
"""Pairs on a page."""
DOWNLOAD = 10_000
"""Pairs in a table, from the first on."""
_COLUMNS = (
    "left_language", "right_language", "left_form", "right_form", "left", "right", "count", "documents",
    "first", "last", "bodies", "association", "dice", "similarity", "probability", "left_rank", "right_rank",
)  # fmt: skip


@router.get("/{lang}/pairs", dependencies=[needs("read")])
def pairs(
    visit: Visiting,
    left: str = "",
    right: str = "",
    q: str = "",
    sort: PairOrder = "probability",
    page: Annotated[int, Query(ge=1, le=100_000)] = 1,
    limit: Annotated[int, Query(ge=1, le=1_000)] = PAGE,
) -> Response:
    """The pairs of two languages, the most probable or the most used first; `q`: those that hold it.

    `limit` is how many stand on a page, such as twenty for a sheet of paper.
    """
    with visit.workspace() as workspace:
        languages = workspace.languages()
        left = language_for(visit, [code for code in languages if code != right], left)
        right = language_for(visit, [code for code in languages if code != left], right)

        def ask(limit: int, offset: int) -> Pairs:
            if not left or not right or left == right:
                return Pairs(0, ())
            return workspace.usage.pairs(left, right, query=q.strip(), order=sort, limit=limit, offset=offset)

        found = ask(limit, (page - 1) * limit)
        every = whole(lambda *part: ask(*part).pairs, DOWNLOAD) if visit.form == "csv" else ()
    asked = {
        "left": left,
        "right": right,
        "q": q.strip(),
        "sort": "" if sort == "probability" else sort,
        "limit": "" if limit == PAGE else limit,
    }
    return visit.answer(
        "pairs.html",
        {
            "asked": asked,
            "languages": languages,
            "found": found,
            "pairs": [(each, term_path(each.left_form), term_path(each.right_form)) for each in found.pairs],
            "limit": DOUBTFUL,
            "first": (page - 1) * limit + 1,
            "otherwise": visit.link("/pairs", {**asked, "sort": "use" if sort == "probability" else ""}),
            "turned": visit.link("/pairs", {**asked, "left": right, "right": left}),
            "pages": Pages(visit, "/pairs", asked, page, limit, found.total),
        },
        lambda: {**asked, "page": page, **plain(found)},
        lambda: Table("pairs", _COLUMNS, _rows(every)),
    )


def _rows(found: Iterable[Pair]) -> Iterator[list[Cell]]:
    for pair in found:
        values = (getattr(pair, name) for name in _COLUMNS)
        yield ["; ".join(value) if isinstance(value, tuple) else value for value in values]
