"""A proposal: its content, how it differs from an earlier one, what was said to it, and answers to it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from fastapi import APIRouter
from fastapi import Query as Asks
from fastapi.concurrency import run_in_threadpool
from fastapi.responses import Response

from dragoman.errors import DragomanError, InputError, NoSuchEntry
from dragoman.glossary.content import heads as heads_of
from dragoman.plain import plain
from dragoman.web.agreed import PROPOSAL_STATES, Named, Names, Text, languages_in_order, texts, title_of
from dragoman.web.contents import content
from dragoman.web.differing import differences
from dragoman.web.entryview import heads
from dragoman.web.permits import needs
from dragoman.web.posted import Posted, posted
from dragoman.web.prospects import prospects
from dragoman.web.signing import TEXT_LIMIT, Refused, author_of, by_language, refused, signer_of
from dragoman.web.visit import Visit, Visiting
from dragoman.workspace import Workspace
from dragoman.workspace.agreedmodel import EntryView, Given, GlossaryView, ProposalView

router = APIRouter()


@dataclass(frozen=True, slots=True)
class Position:
    """Where a party stands to the proposal: "accepted", "refused" or "silent", since when, and its words."""

    party: Named
    answer: str
    author: str
    time: str
    words: tuple[Text, ...]
    event: str


@dataclass(frozen=True, slots=True)
class Possible:
    """What the visitor may do for a party: accept or refuse, take its acceptance back, withdraw."""

    party: Named
    accept: bool
    refuse: bool
    take_back: bool
    withdraw: bool


@router.get("/{lang}/glossary/{glossary}/proposals/{proposal}", dependencies=[needs("read")])
def proposal(
    visit: Visiting, glossary: str, proposal: str, other: Annotated[str, Asks(alias="with")] = ""
) -> Response:
    """The proposal; `with` names another one of the entry that it is compared with."""
    with visit.workspace() as workspace:
        return _page(visit, workspace, glossary, proposal, other)


@router.post("/{lang}/glossary/{glossary}/proposals/{proposal}", dependencies=[needs("sign")])
async def answer(visit: Visiting, glossary: str, proposal: str) -> Response:
    """Accept it, refuse it, take an acceptance back, or withdraw it: signed with the party's passphrase."""
    sent = await posted(visit.request, TEXT_LIMIT)

    def answered() -> Response:
        with visit.workspace() as workspace:
            try:
                _answer(visit, workspace, workspace.glossaries.glossary(glossary), proposal, sent)
            except DragomanError as error:
                form = f"{sent.one('action')}-{sent.one('party')}"
                return _page(visit, workspace, glossary, proposal, "", refused(visit, form, sent, error))
        return visit.to(f"/glossary/{glossary}/proposals/{proposal}", anchor="answers")

    return await run_in_threadpool(answered)


def _answer(visit: Visit, workspace: Workspace, glossary: GlossaryView, proposal: str, sent: Posted) -> None:
    glossaries, reason = workspace.glossaries, sent.one("reason").replace("\r\n", "\n")
    name = glossaries.proposal(glossary.id, proposal).hash
    signer = signer_of(visit, workspace, sent)
    match sent.one("action"):
        case "accept":
            reservation = by_language(sent, "reservation", glossary.languages)
            glossaries.accept(signer, glossary.id, name, reservation=reservation)
        case "refuse":
            glossaries.refuse(signer, glossary.id, name, reason)
        case "withdraw":
            glossaries.withdraw(signer, glossary.id, name, reason=reason)
        case "take-back":
            if not reason:
                raise InputError(
                    "What was agreed ends with this, and it does not say why.",
                    where="reason",
                    remedy="Say why in a sentence.",
                )
            glossaries.take_back(signer, glossary.id, name, reason)
        case other:
            raise InputError("There is nothing that is called {action!r} to be done.", action=other)


def _page(
    visit: Visit,
    workspace: Workspace,
    glossary: str,
    proposal: str,
    other: str,
    again: Refused | None = None,
) -> Response:
    found = workspace.glossaries.glossary(glossary)
    view = workspace.glossaries.proposal(glossary, proposal)
    entry = workspace.glossaries.entry(glossary, view.entry)
    names, locale = Names(visit, workspace.parties.list()), visit.locale
    before = _before(view, entry, other)
    numbers = {one.hash: one.number for one in entry.proposals}
    differ = differences(before.content, view.content, names, locale, numbers) if before else []
    return visit.answer(
        "proposal.html",
        {
            "glossary": found,
            "title": title_of(found.titles, locale, found.id),
            "entry": entry,
            "heads": heads(heads_of(view.content), found.languages, locale),
            "proposal": view,
            "content": content(view.content, names, locale),
            "definitions": _definitions(view, entry, names),
            "state": PROPOSAL_STATES[view.state],
            "parties": names.in_order(view.parties),
            "proposers": names.in_order(view.proposers),
            "positions": _positions(visit, view, names),
            "prospects": prospects(view, entry, names, locale),
            "before": before,
            "others": [one for one in entry.proposals if one.hash != view.hash],
            "differences": differ,
            "possible": _possible(visit, view, names),
            "codes": languages_in_order(found.languages, locale),
            "author": author_of(visit, again.sent) if again else workspace.author,
            "refused": again,
        },
        lambda: {
            "parties": names.all(),
            "proposal": plain(view),
            "compared_with": before.hash if before else "",
            "differences": [plain(each) for each in differ],
            "follows": [plain(each) for each in prospects(view, entry, names, locale)],
        },
        status=again.status if again else 200,
    )


def _before(view: ProposalView, entry: EntryView, other: str) -> ProposalView | None:
    """The proposal to compare with: the one that is asked for, else the one before it.

    Raises:
        NoSuchEntry: the entry has no such proposal.
    """
    wanted = f"sha256:{other.removeprefix('sha256:')}" if other else view.last
    if not wanted:
        return None
    found = next((one for one in entry.proposals if one.hash == wanted), None)
    if found is None:
        raise NoSuchEntry("There is no proposal {proposal} in this entry.", proposal=other)
    return found


def _definitions(
    view: ProposalView, entry: EntryView, names: Names
) -> list[tuple[Named, Given | None, Text | None]]:
    """The parties' definitions that the proposal acknowledges."""
    given = {one.event: one for one in (*entry.definitions.values(), *entry.earlier)}
    found = []
    for named in names.in_order(view.content["definitions"]):
        one = given.get(view.content["definitions"][named.id])
        found.append((named, one, Text(one.language, one.text) if one else None))
    return found


def _positions(visit: Visit, view: ProposalView, names: Names) -> list[Position]:
    accepted = {one.party: one for one in view.acceptances}
    turned = {one.party: one for one in view.refusals}
    found = []
    for named in names.in_order(view.parties):
        if (yes := accepted.get(named.id)) is not None:
            said = tuple(texts(yes.reservation, visit.locale))
            found.append(Position(named, "accepted", yes.author, yes.time, said, yes.event))
        elif (no := turned.get(named.id)) is not None:
            why = (Text("", no.reason),) if no.reason else ()
            found.append(Position(named, "refused", no.author, no.time, why, no.event))
        else:
            found.append(Position(named, "silent", "", "", (), ""))
    return found


def _possible(visit: Visit, view: ProposalView, names: Names) -> list[Possible]:
    """What may be done for the parties that the visitor may sign for."""
    accepted = {one.party for one in view.acceptances}
    turned = {one.party for one in view.refusals}
    alive = view.state != "withdrawn"
    found = []
    for named in names.in_order(set(view.parties) & set(visit.parties_with("sign"))):
        mine = named.id in accepted
        found.append(
            Possible(
                named,
                accept=alive and not mine,
                refuse=alive and not mine and named.id not in turned,
                take_back=mine,
                withdraw=named.id in view.proposers and alive and bool(view.missing),
            )
        )
    return found
