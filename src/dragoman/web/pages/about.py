"""About a document: its description and how to mend it, its versions and originals, its history."""

from __future__ import annotations

from fastapi import APIRouter
from fastapi.concurrency import run_in_threadpool
from fastapi.responses import Response

from dragoman.errors import DragomanError
from dragoman.versions.model import KINDS
from dragoman.web import facts, problems
from dragoman.web.description import NAMES, about_from, changes
from dragoman.web.permits import needs
from dragoman.web.posted import Posted, posted
from dragoman.web.visit import Visit, Visiting
from dragoman.workspace import Workspace
from dragoman.workspace.model import About

router = APIRouter()


@router.get("/{lang}/documents/{document_id}/about", dependencies=[needs("read")])
def about(visit: Visiting, document_id: str, noted: str = "") -> Response:
    """What is known of a document, and by whom it was said when."""
    with visit.workspace() as workspace:
        return _page(visit, workspace, document_id, noted=noted)


@router.post("/{lang}/documents/{document_id}/about", dependencies=[needs("documents.change")])
async def mend(visit: Visiting, document_id: str) -> Response:
    """Write each field that the visitor changed into the record."""
    sent = await posted(visit.request)
    return await run_in_threadpool(_mended, visit, document_id, sent)


def _mended(visit: Visit, document_id: str, sent: Posted) -> Response:
    with visit.workspace() as workspace:
        present = workspace.document(document_id).about
        wanted = about_from(sent)
        # A form that was open while somebody else mended another field leaves that field alone.
        shown = about_from(Posted([(name.removeprefix("was-"), value) for name, value in sent.fields
                                   if name.startswith("was-")]))  # fmt: skip
        try:
            if sent.problem is not None:
                raise sent.problem
            for field, value in changes(shown, wanted).items():
                if getattr(present, field) != value:
                    workspace.describe(document_id, field, value, author=visit.writer(sent.one("author")))
        except DragomanError as error:
            return _page(visit, workspace, document_id, wanted=wanted, error=error)
    return visit.to(f"/documents/{document_id}/about", {"noted": "described"})


def _page(
    visit: Visit,
    workspace: Workspace,
    document_id: str,
    *,
    noted: str = "",
    wanted: About | None = None,
    error: DragomanError | None = None,
) -> Response:
    document = workspace.document(document_id)
    history = workspace.history(document.id)
    job = next((each.id for each in workspace.jobs(active=True) if each.document == document.id), "")
    return visit.answer(
        "about.html",
        {
            "document": document,
            "history": history,
            "job": job,
            "noted": noted,
            "wanted": wanted or document.about,
            "author": visit.writer(workspace.author),
            "kind_names": KINDS,
            "field_names": {name: visit.locale.words.gettext(said) for name, said in NAMES.items()},
            "problem": problems.message_of(error, visit) if error else "",
        },
        lambda: {
            **facts.of_document(document, visit.locale.words),
            "history": [facts.of_event(event) for event in history],
        },
        status=problems.status_of(error) if error else 200,
    )
