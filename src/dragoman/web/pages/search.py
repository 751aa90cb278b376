"""Search: sentences that answer a query, with the words that do marked."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

from fastapi import APIRouter, Query
from fastapi.responses import Response

from dragoman.web import facts
from dragoman.web.tables import Table
from dragoman.web.visit import Visiting
from dragoman.workspace.model import Found, Hit

router = APIRouter()
PAGE = 50
"""Hits on a page."""
_COLUMNS = ("document", "title", "invented", "language", "anchor", "sentence")


@router.get("/{lang}/search")
def search(
    visit: Visiting,
    q: Annotated[str, Query(max_length=1_000)] = "",
    language: Annotated[str, Query(alias="in")] = "",
    page: Annotated[int, Query(ge=1, le=100_000)] = 1,
) -> Response:
    """Sentences with all words of `q`, in one language or in all."""
    query = q.strip()
    with visit.workspace() as workspace:
        documents = workspace.documents()
        found = Found(0, ())
        if query:
            found = workspace.search(query, language=language, limit=PAGE, offset=(page - 1) * PAGE)
    languages = sorted({code for each in documents for code in each.languages})

    def table() -> Table:
        rows = (
            (hit.document, hit.title, hit.invented, hit.language, hit.anchor, hit.sentence.text)
            for hit in found.hits
        )
        return Table("search", _COLUMNS, rows)

    return visit.answer(
        "search.html",
        {
            "query": query,
            "language": language,
            "languages": languages,
            "documents": documents,
            "found": found,
            "hits": [(hit, list(pieces(hit))) for hit in found.hits],
            "page": page,
            "pages": max(1, -(-found.total // PAGE)),
        },
        lambda: {
            "query": query,
            "in": language,
            "page": page,
            "total": found.total,
            "hits": [facts.of_hit(hit) for hit in found.hits],
        },
        table,
    )


def pieces(hit: Hit) -> Iterator[tuple[str, bool]]:
    """The sentence of a hit in pieces, each with whether it answers the query."""
    text, at = hit.sentence.text, 0
    for start, end in sorted(hit.spans):
        if start > at:
            yield text[at:start], False
        if end > max(at, start):
            yield text[max(at, start) : end], True
        at = max(at, end)
    if at < len(text):
        yield text[at:], False
