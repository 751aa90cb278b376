"""The parties that sign: which there are, founding one, trusting another."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from fastapi import APIRouter
from fastapi.concurrency import run_in_threadpool
from fastapi.responses import Response

from dragoman.errors import DragomanError, InputError
from dragoman.plain import plain
from dragoman.web.agreed import Names, languages_in_order
from dragoman.web.fresh import fresh_passphrase
from dragoman.web.locales import LOCALES
from dragoman.web.multilingual import texts_of
from dragoman.web.permits import needs
from dragoman.web.posted import Posted, posted
from dragoman.web.signing import author_of
from dragoman.web.tables import Cell, Table
from dragoman.web.tried import NOTHING, Tried, tried
from dragoman.web.visit import Visit, Visiting
from dragoman.workspace import Workspace
from dragoman.workspace.agreedmodel import Founded, Party

router = APIRouter()
NEVER_KEPT = {"cache-control": "no-store"}
"""The header of a page that no browser may keep: it shows a secret."""
_COLUMNS = (
    "id", "name", "names", "fingerprint", "chair", "trusted", "held", "forked", "events", "head", "founded"
)  # fmt: skip


@router.get("/{lang}/parties", dependencies=[needs("read")])
def parties(visit: Visiting) -> Response:
    """All parties of which something is known here."""
    with visit.workspace() as workspace:
        return _page(visit, workspace)


@router.post("/{lang}/parties", dependencies=[needs("exchange.import")])
async def act(visit: Visiting) -> Response:
    """Found a party, which shows its recovery key once; or trust one by its identifier."""
    sent = await posted(visit.request)

    def acted() -> Response:
        with visit.workspace() as workspace:
            try:
                if sent.problem is not None:
                    raise sent.problem
                return _done(visit, workspace, sent)
            except DragomanError as error:
                return _page(visit, workspace, tried(visit, sent, error))

    return await run_in_threadpool(acted)


def _done(visit: Visit, workspace: Workspace, sent: Posted) -> Response:
    match sent.one("action"):
        case "found":
            visit.must("people.manage")
            made = workspace.parties.found(
                sent.one("name"),
                texts_of(sent, "called"),
                passphrase=fresh_passphrase(sent),
                chair=sent.one("chair"),
                author=author_of(visit, sent),
            )
            return _recovery(visit, workspace, made)
        case "trust":
            if not sent.has("compared"):
                raise InputError(
                    "It is not said that the fingerprint was compared.",
                    remedy="Compare it with what the party reads to you, then tick the box.",
                )
            author = author_of(visit, sent)
            identifier = sent.one("identifier")
            workspace.parties.trust(identifier, sent.one("reason"), author=author)
            return visit.to(f"/parties/{identifier}", {"noted": "trust"})
        case other:
            raise InputError("There is nothing that is called {action!r} to be done.", action=other)


def _recovery(visit: Visit, workspace: Workspace, made: Founded) -> Response:
    """The one page that shows the recovery key."""
    party = workspace.parties.party(made.party)
    return visit.answer(
        "recovery.html",
        {"party": party, "named": Names(visit, [party])(party.id), "words": made.recovery.split()},
        lambda: plain(made),
        headers=NEVER_KEPT,
    )


def _page(visit: Visit, workspace: Workspace, form: Tried = NOTHING) -> Response:
    known = workspace.parties.list()
    names = Names(visit, known)
    by_id = {party.id: party for party in known}
    ordered = [(by_id[named.id], named) for named in names.in_order(by_id)]
    return visit.answer(
        "parties.html",
        {
            "parties": ordered,
            "held": sum(party.held for party in known),
            "forked": [pair for pair in ordered if pair[0].forked],
            "languages": languages_in_order(LOCALES, visit.locale),
            "author": workspace.author,
            "form": form,
        },
        lambda: {"parties": [plain(party) for party in known]},
        lambda: Table("parties", _COLUMNS, _rows(known)),
        status=form.status,
    )


def _rows(known: Sequence[Party]) -> Iterator[list[Cell]]:
    for party in known:
        called = " / ".join(party.names[code] for code in sorted(party.names))
        yield [
            party.id,
            party.name,
            called,
            party.fingerprint,
            party.chair,
            party.trusted,
            party.held,
            party.forked,
            party.events,
            party.head,
            party.founded,
        ]
