"""The front page: one search box, three entrances, and what changed lately."""

from __future__ import annotations

from fastapi import APIRouter, Request
from fastapi.responses import RedirectResponse, Response

from dragoman.web import facts
from dragoman.web.agreed import title_of
from dragoman.web.locales import preferred
from dragoman.web.permits import needs
from dragoman.web.tally import answer, lately
from dragoman.web.visit import Visiting
from dragoman.workspace.model import Document

router = APIRouter()
_LATEST = 6


@router.get("/", dependencies=[needs("anybody")])
def choose_language(request: Request) -> Response:
    """Lead to the front page in the language that the browser asks for."""
    code = preferred(request.headers.get("accept-language", ""))
    target = f"{request.scope.get('root_path', '')}/{code}/"
    return RedirectResponse(target, 302, {"vary": "accept-language"})


@router.get("/{lang}/", dependencies=[needs("read")])
def front(visit: Visiting) -> Response:
    """What this is, and where to go."""
    with visit.workspace() as workspace:
        title, documents = workspace.title, workspace.documents()
        glossaries = workspace.glossaries.list()
        entries = [
            (each, title_of(each.titles, visit.locale, each.id), answer(each, visit.locale),
             lately(workspace, each, visit.locale, _LATEST))
            for each in glossaries
        ]  # fmt: skip
    latest = sorted(documents, key=_changed, reverse=True)[:_LATEST]
    return visit.answer(
        "front.html",
        {
            "title": title,
            "documents": documents,
            "latest": [(each, _changed(each)) for each in latest],
            "glossaries": entries,
        },
        lambda: {
            "title": title,
            "documents": len(documents),
            "glossaries": [{"id": each.id, "entries": each.counts.entries} for each in glossaries],
            "latest": [facts.of_document(each, visit.locale.words) for each in latest],
        },
    )


def _changed(document: Document) -> str:
    """When the document, or one of its versions, was last added."""
    return max([document.added, *(version.added for version in document.versions)])
