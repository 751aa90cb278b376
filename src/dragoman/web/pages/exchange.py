"""Bundles: saving one for other copies of the record, and taking theirs."""

from __future__ import annotations

from fastapi import APIRouter
from fastapi.concurrency import run_in_threadpool
from fastapi.responses import Response

from dragoman.errors import DragomanError, InputError
from dragoman.plain import plain
from dragoman.web.agreed import Names, badge
from dragoman.web.headers import attachment
from dragoman.web.permits import needs
from dragoman.web.posted import FILE_LIMIT, MB, Posted, posted
from dragoman.web.signing import signer_of
from dragoman.web.tried import NOTHING, Tried, tried
from dragoman.web.visit import Visit, Visiting
from dragoman.workspace import Workspace
from dragoman.workspace.exchangemodel import Report

router = APIRouter()


@router.get("/{lang}/exchange", dependencies=[needs("exchange.import")])
def exchange(visit: Visiting) -> Response:
    """The forms, and the bundles that were sent and taken."""
    with visit.workspace() as workspace:
        return _page(visit, workspace)


@router.post("/{lang}/exchange", dependencies=[needs("exchange.import")])
async def trade(visit: Visiting) -> Response:
    """Save a bundle (`action`: export), or take one (`action`: import) and say what came of it."""
    sent = await posted(visit.request)

    def traded() -> Response:
        with visit.workspace() as workspace:
            try:
                if sent.problem is not None:
                    raise sent.problem
                match sent.one("action"):
                    case "export":
                        return _saved(visit, workspace, sent)
                    case "import":
                        return _page(visit, workspace, report=_taken(workspace, sent))
                    case other:
                        raise InputError(
                            "There is nothing that is called {action!r} to be done.", action=other
                        )
            except DragomanError as error:
                return _page(visit, workspace, tried(visit, sent, error))

    return await run_in_threadpool(traded)


def _saved(visit: Visit, workspace: Workspace, sent: Posted) -> Response:
    """A bundle as a file, named after its sender and the time."""
    visit.must("exchange.export")
    signer = signer_of(visit, workspace, sent)
    made = workspace.exchange.export(signer, to=sent.one("to"), originals=sent.has("originals"))
    line = workspace.exchange.log()[-1]
    name = f"{signer.party.partition('@')[0]}-{line.made.replace(':', '')}.zip"
    headers = {"content-disposition": attachment(name), "cache-control": "no-store"}
    return Response(made.data, headers=headers, media_type="application/zip")


def _taken(workspace: Workspace, sent: Posted) -> Report:
    """What came of the bundle in the form."""
    files = [upload for upload in sent.files if upload.name]
    if not files:
        raise InputError("No file was chosen.", remedy="Choose the bundle that you were sent.")
    return workspace.exchange.take(files[0].data)


def _page(
    visit: Visit, workspace: Workspace, form: Tried = NOTHING, report: Report | None = None
) -> Response:
    known = workspace.parties.list()
    names = Names(visit, known)
    log = workspace.exchange.log()
    mine = [party for party in visit.parties_with("sign") if visit.may("exchange.export")]
    return visit.answer(
        "exchange.html",
        {
            "names": names,
            "mine": names.in_order(mine),
            "others": names.in_order(party.id for party in known if party.trusted and not party.held),
            "log": list(reversed(log)),
            "report": report,
            "badge": lambda level: badge(level, visit.locale),
            "limit": FILE_LIMIT // MB,
            "author": workspace.author,
            "form": form,
        },
        lambda: {
            "bundles": plain(log),
            "limit": FILE_LIMIT,
            "report": plain(report) if report is not None else None,
            "problem": form.problem,
        },
        status=form.status,
    )
