"""Terms of the collection: the list of one language, from the most to the least term-like."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Literal

from fastapi import APIRouter, Query
from fastapi.responses import Response

from dragoman.marking import _
from dragoman.plain import plain
from dragoman.terms.model import Term, Terms
from dragoman.web.paging import Pages, whole
from dragoman.web.permits import needs
from dragoman.web.slugs import term_path
from dragoman.web.spoken import language_for
from dragoman.web.tables import Cell, Table
from dragoman.web.visit import Visiting

router = APIRouter()
PAGE = 100
"""Terms on a page."""
DOWNLOAD = 10_000
"""Terms in a table, from the first on."""
Kind = Literal["", "word", "phrase", "name", "formulation"]
KINDS = {
    "word": _("single word"),
    "phrase": _("noun phrase"),
    "name": _("name"),
    "formulation": _("set formulation"),
}
"""Kinds of terms, and what pages call them."""
_COLUMNS = (
    "language", "key", "form", "kind", "count", "documents", "first", "last", "cvalue", "keyness",
    "dispersion", "cohesion", "entropy", "termhood", "short", "long", "forms",
)  # fmt: skip


@router.get("/{lang}/terms", dependencies=[needs("read")])
def terms(
    visit: Visiting,
    language: Annotated[str, Query(alias="in")] = "",
    q: str = "",
    kind: Kind = "",
    page: Annotated[int, Query(ge=1, le=100_000)] = 1,
) -> Response:
    """The terms of a language, of one kind or all; `q`: those whose words hold it."""
    with visit.workspace() as workspace:
        languages = workspace.languages()
        code = language_for(visit, languages, language)

        def ask(limit: int, offset: int) -> Terms:
            return workspace.usage.terms(code, query=q.strip(), kind=kind, limit=limit, offset=offset)

        found = ask(PAGE, (page - 1) * PAGE)
        every = whole(lambda *part: ask(*part).terms, DOWNLOAD) if visit.form == "csv" else ()
    asked = {"in": code, "q": q.strip(), "kind": kind}
    return visit.answer(
        "terms.html",
        {
            "asked": asked,
            "languages": languages,
            "found": found,
            "terms": [(each, term_path(each.form)) for each in found.terms],
            "kinds": KINDS,
            "first": (page - 1) * PAGE + 1,
            "pages": Pages(visit, "/terms", asked, page, PAGE, found.total),
        },
        lambda: {**asked, "page": page, **plain(found)},
        lambda: Table("terms", _COLUMNS, map(_row, every)),
    )


def _row(term: Term) -> list[Cell]:
    def cells() -> Iterator[Cell]:
        for name in _COLUMNS:
            value = getattr(term, name)
            yield "; ".join(value) if isinstance(value, tuple) else value

    return list(cells())
