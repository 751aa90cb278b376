"""The form that founds a glossary: its titles, languages and parties."""

from __future__ import annotations

from fastapi import APIRouter
from fastapi.concurrency import run_in_threadpool
from fastapi.responses import Response

from dragoman.errors import DragomanError, InputError
from dragoman.languages import language
from dragoman.plain import plain
from dragoman.web.agreed import Names, languages_in_order
from dragoman.web.locales import LOCALES
from dragoman.web.multilingual import texts_of
from dragoman.web.permits import needs
from dragoman.web.posted import Posted, posted
from dragoman.web.signers import signers
from dragoman.web.signing import signer_of
from dragoman.web.tried import NOTHING, Tried, tried
from dragoman.web.visit import Visit, Visiting
from dragoman.workspace import Workspace

router = APIRouter()


@router.get("/{lang}/glossary/found", dependencies=[needs("read")])
def form(visit: Visiting) -> Response:
    """The form, empty."""
    with visit.workspace() as workspace:
        return _page(visit, workspace)


@router.post("/{lang}/glossary/found", dependencies=[needs("sign")])
async def found(visit: Visiting) -> Response:
    """Found a glossary; leads to it."""
    sent = await posted(visit.request)

    def founded() -> Response:
        with visit.workspace() as workspace:
            try:
                if sent.problem is not None:
                    raise sent.problem
                _founded(visit, workspace, sent)
            except DragomanError as error:
                return _page(visit, workspace, tried(visit, sent, error))
        return visit.to(f"/glossary/{sent.one('glossary')}")

    return await run_in_threadpool(founded)


def _founded(visit: Visit, workspace: Workspace, sent: Posted) -> None:
    name = sent.one("glossary")
    if name == "found":
        raise InputError(
            "A page has this name, so no glossary can have it: {name}.",
            remedy="Choose another name.",
            name=name,
        )
    codes = [code.strip(",;") for code in sent.one("languages").split()]
    if not codes:
        raise InputError("No language is named.", remedy="Name the languages by their codes: ru zh en.")
    for code in codes:
        language(code)
    workspace.glossaries.found(
        signer_of(visit, workspace, sent), name, texts_of(sent, "title"), codes, sent.all("with")
    )


def _page(visit: Visit, workspace: Workspace, form: Tried = NOTHING) -> Response:
    parties = workspace.parties.list()
    names = Names(visit, parties)
    mine = signers(visit, names, [party.id for party in parties])
    return visit.answer(
        "founding.html",
        {
            "parties": names.in_order(party.id for party in parties),
            "mine": mine,
            "languages": languages_in_order(LOCALES, visit.locale),
            "author": workspace.author,
            "form": form,
        },
        lambda: {
            "parties": names.all(),
            "signing": plain([one.id for one in mine]),
            "fields": ["glossary", "title-LANGUAGE", "languages", "with", "party", "passphrase"],
        },
        status=form.status,
    )
