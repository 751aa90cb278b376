"""One party: its keys, its chain, and what is done with them."""

from __future__ import annotations

from collections.abc import Mapping

from fastapi import APIRouter
from fastapi.concurrency import run_in_threadpool
from fastapi.responses import Response

from dragoman.errors import DragomanError, InputError
from dragoman.marking import _
from dragoman.plain import plain
from dragoman.record.keys import fingerprint, in_groups
from dragoman.web.agreed import Names, languages_in_order, texts, title_of
from dragoman.web.fresh import fresh_passphrase
from dragoman.web.locales import LOCALES
from dragoman.web.multilingual import texts_of
from dragoman.web.permits import needs
from dragoman.web.posted import Posted, posted
from dragoman.web.signing import author_of, signer_of
from dragoman.web.tried import NOTHING, Tried, tried
from dragoman.web.visit import Visit, Visiting
from dragoman.workspace import Workspace
from dragoman.workspace.agreedmodel import Party, Signer

router = APIRouter()
_NOTED: Mapping[str, str] = {
    "trust": _("What this party signs is taken from now on."),
    "rename": _("The names are changed."),
    "rotate": _("The party signs with a new key from now on."),
    "revoke": _("The key is out of force."),
    "succeed": _("Another person holds the party’s key from now on."),
}


@router.get("/{lang}/parties/{party_id}", dependencies=[needs("read")])
def party(visit: Visiting, party_id: str, noted: str = "") -> Response:
    """The party; `party_id` may be its short name, where only one has that."""
    with visit.workspace() as workspace:
        return _page(visit, workspace, party_id, noted)


@router.post("/{lang}/parties/{party_id}", dependencies=[needs("sign")])
async def act(visit: Visiting, party_id: str) -> Response:
    """Change its names, its key, or who holds it."""
    sent = await posted(visit.request)

    def acted() -> Response:
        with visit.workspace() as workspace:
            try:
                if sent.problem is not None:
                    raise sent.problem
                _check(visit, workspace.parties.party(party_id), sent)
                _changed(visit, workspace, party_id, sent)
            except DragomanError as error:
                return _page(visit, workspace, party_id, form=tried(visit, sent, error))
        return visit.to(f"/parties/{party_id}", {"noted": sent.one("action")})

    return await run_in_threadpool(acted)


def _check(visit: Visit, found: Party, sent: Posted) -> None:
    """Refuse who may not sign for the party. Where there are no accounts, who has the recovery key may use it
    though no key of the party lies here: that is what it is for."""
    if visit.with_accounts or not sent.one("recovery"):
        visit.must("sign", found.id)


def _changed(visit: Visit, workspace: Workspace, name: str, sent: Posted) -> None:
    parties, reason = workspace.parties, sent.one("reason")
    match sent.one("action"):
        case "rename":
            parties.rename(signer_of(visit, workspace, sent), texts_of(sent, "called"))
        case "rotate":
            fresh = fresh_passphrase(sent)
            parties.rotate(signer_of(visit, workspace, sent), fresh, reason=reason)
        case "revoke":
            fresh = fresh_passphrase(sent) if sent.exactly("fresh") else ""
            parties.revoke(_by_either(visit, workspace, name, sent), reason, passphrase=fresh)
        case "succeed":
            fresh = fresh_passphrase(sent)
            signer = _by_either(visit, workspace, name, sent)
            parties.succeed(signer, sent.one("chair"), fresh, reason=reason)
        case other:
            raise InputError("There is nothing that is called {action!r} to be done.", action=other)


def _by_either(visit: Visit, workspace: Workspace, name: str, sent: Posted) -> Signer:
    """The recovery key where it was typed in, else the key that the passphrase opens."""
    if words := sent.one("recovery"):
        return workspace.parties.recovering(name, words, author=author_of(visit, sent))
    return signer_of(visit, workspace, sent)


def _page(visit: Visit, workspace: Workspace, name: str, noted: str = "", form: Tried = NOTHING) -> Response:
    found = workspace.parties.party(name)
    named = Names(visit, workspace.parties.list())(found.id)
    glossaries = [one for one in workspace.glossaries.list() if found.id in one.parties]
    return visit.answer(
        "party.html",
        {
            "party": found,
            "named": named,
            "called": texts(found.names, visit.locale),
            "glossaries": [(one.id, title_of(one.titles, visit.locale, one.id)) for one in glossaries],
            "recovery": in_groups(fingerprint(found.recovery)) if found.recovery else "",
            "in_groups": in_groups,
            "languages": languages_in_order({*LOCALES, *found.names}, visit.locale),
            "signs": visit.may("sign", found.id),
            "recovers": visit.may("sign", found.id) or not visit.with_accounts,
            "author": workspace.author,
            "form": form,
            "noted": visit.locale.words.gettext(_NOTED[noted]) if noted in _NOTED else "",
        },
        lambda: {
            **plain(found),
            "key": found.key,
            "fingerprint": found.fingerprint,
            "glossaries": [one.id for one in glossaries],
        },
        status=form.status,
    )
