"""The library: all documents as a table."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query
from fastapi.responses import Response

from dragoman.web import facts
from dragoman.web.permits import needs
from dragoman.web.tables import Table
from dragoman.web.visit import Visiting

router = APIRouter()
_COLUMNS = ("id", "title", "date", "kind", "body", "parties", "languages", "state", "invented", "added")


@router.get("/{lang}/documents", dependencies=[needs("read")])
def library(visit: Visiting, q: Annotated[str, Query(max_length=1_000)] = "") -> Response:
    """Documents; `q` keeps those whose description has all its words."""
    with visit.workspace() as workspace:
        documents = workspace.documents(query=q)
        differences = workspace.versions.counts()

    def table() -> Table:
        rows = (
            (
                each.id,
                each.about.title,
                each.about.date,
                each.about.kind,
                each.about.body,
                "; ".join(each.about.parties),
                " ".join(each.languages),
                each.state,
                each.about.invented,
                each.added,
            )
            for each in documents
        )
        return Table("documents", _COLUMNS, rows)

    return visit.answer(
        "library.html",
        {"query": q, "documents": documents, "differences": differences},
        lambda: {
            "query": q,
            "documents": [facts.of_document(each, visit.locale.words) for each in documents],
        },
        table,
    )
