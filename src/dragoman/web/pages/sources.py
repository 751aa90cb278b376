"""Sources: every original, with where it came from, its licence and its hash."""

from __future__ import annotations

from fastapi import APIRouter
from fastapi.responses import Response

from dragoman.web import facts
from dragoman.web.permits import needs
from dragoman.web.tables import Table
from dragoman.web.visit import Visiting

router = APIRouter()
_COLUMNS = (
    "original", "name", "size", "media_type", "document", "title", "language", "source", "licence",
    "invented", "added", "current",
)  # fmt: skip


@router.get("/{lang}/sources", dependencies=[needs("read")])
def sources(visit: Visiting) -> Response:
    """All originals, those that a later version took the place of as well."""
    with visit.workspace() as workspace:
        found = workspace.sources()

    def table() -> Table:
        rows = (facts.of_source(each) for each in found)
        return Table("sources", _COLUMNS, ([row[name] for name in _COLUMNS] for row in rows))

    return visit.answer(
        "sources.html",
        {"sources": found},
        lambda: {"sources": [facts.of_source(each) for each in found]},
        table,
    )
