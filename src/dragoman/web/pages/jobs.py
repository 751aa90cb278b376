"""A job: how far it has come; the page leads on to the document when it is done."""

from __future__ import annotations

from fastapi import APIRouter, HTTPException
from fastapi.responses import Response

from dragoman.errors import InputError
from dragoman.web import facts
from dragoman.web.permits import needs
from dragoman.web.visit import Visiting

router = APIRouter()
# Seconds after which the page asks again.
_AGAIN = {"refresh": "2"}


@router.get("/{lang}/jobs/{job_id}", dependencies=[needs("read")])
def job(visit: Visiting, job_id: str) -> Response:
    """Progress; it can be left and come back to."""
    with visit.workspace() as workspace:
        try:
            found = workspace.job(job_id)
        except InputError as error:
            raise HTTPException(404) from error
        # Terms are those of the whole collection.
        document = workspace.document(found.document) if found.document else None
    if found.state == "done" and visit.form == "html":
        return visit.to(f"/documents/{found.document}" if found.document else "/terms")
    return visit.answer(
        "job.html",
        {"job": found, "document": document, "codes": [code for code in found.step.split("–") if code]},
        lambda: facts.of_job(found, visit.locale.words),
        headers=None if found.state == "failed" else _AGAIN,
    )
