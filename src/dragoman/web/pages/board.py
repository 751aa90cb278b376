"""A round of talks: its agenda with every party's answers, which a chair signs all at once."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from fastapi import APIRouter
from fastapi.concurrency import run_in_threadpool
from fastapi.responses import Response

from dragoman.errors import DragomanError, InputError
from dragoman.marking import _
from dragoman.plain import plain
from dragoman.web import board as shown
from dragoman.web.agreed import (
    Badge,
    Named,
    Names,
    badge,
    languages_in_order,
    listed,
    texts,
    title_of,
)
from dragoman.web.multilingual import lines_of, texts_of
from dragoman.web.permits import needs
from dragoman.web.posted import Posted, posted
from dragoman.web.signers import signers
from dragoman.web.signing import signer_of
from dragoman.web.tables import Table
from dragoman.web.tried import NOTHING, Tried, tried
from dragoman.web.visit import Visit, Visiting
from dragoman.workspace import Workspace
from dragoman.workspace.agreedmodel import Answer, EntryLine, GlossaryView, RoundView, Signer

router = APIRouter()
FORM_LIMIT = 2_000_000
"""Bytes that the answers and minutes of a round may have."""
_ADDABLE = 40
# What the page says when a form has been signed.
_NOTED: Mapping[str, str] = {
    "answer": _("The answers are signed and in the record."),
    "add": _("It is on the agenda."),
    "remove": _("It is off the agenda."),
    "join": _("The delegation is in the record."),
    "minutes": _("The minutes are proposed."),
    "accept-minutes": _("The minutes are accepted."),
    "close": _("The closing is signed."),
    "open": _("The round is open."),
}


@dataclass(frozen=True, slots=True)
class Differing:
    """A party that closed the round with other outcomes than those of now: entry, theirs, now."""

    party: Named
    entries: Sequence[tuple[str, Badge, Badge]]


@router.get("/{lang}/glossary/{glossary}/rounds/{round_id}", dependencies=[needs("read")])
def board(visit: Visiting, glossary: str, round_id: str, party: str = "", noted: str = "") -> Response:
    """The board; a visitor who may sign for several parties answers for `party`."""
    with visit.workspace() as workspace:
        return _page(visit, workspace, glossary, round_id, party, noted)


@router.post("/{lang}/glossary/{glossary}/rounds/{round_id}", dependencies=[needs("sign")])
async def act(visit: Visiting, glossary: str, round_id: str, party: str = "") -> Response:
    """Sign what a form of the board says: answers, agenda, delegation, minutes, closing."""
    sent = await posted(visit.request, FORM_LIMIT)

    def acted() -> Response:
        with visit.workspace() as workspace:
            try:
                if sent.problem is not None:
                    raise sent.problem
                _signed(visit, workspace, glossary, round_id, sent)
            except DragomanError as error:
                return _page(visit, workspace, glossary, round_id, party, form=tried(visit, sent, error))
        query = {"party": party, "noted": sent.one("action")}
        return visit.to(f"/glossary/{glossary}/rounds/{round_id}", query)

    return await run_in_threadpool(acted)


def _signed(visit: Visit, workspace: Workspace, glossary: str, name: str, sent: Posted) -> None:
    match sent.one("action"):
        case "answer":
            answers = _answers(sent)
            workspace.glossaries.answer(signer_of(visit, workspace, sent), glossary, answers)
        case "add":
            entries = [*sent.all("entry"), *lines_of(sent.one("entries"))]
            if not entries:
                raise InputError("No entry was chosen.", remedy="Choose one, or write its short name.")
            signer = signer_of(visit, workspace, sent)
            workspace.rounds.add(signer, glossary, name, entries, note=sent.one("note"))
        case "remove":
            signer = signer_of(visit, workspace, sent)
            workspace.rounds.remove(signer, glossary, name, sent.one("entry"), sent.one("reason"))
        case "join":
            signer = signer_of(visit, workspace, sent)
            experts = lines_of(sent.one("experts"))
            workspace.rounds.join(signer, glossary, name, sent.one("chair"), experts=experts)
        case "minutes" | "accept-minutes":
            _minuted(workspace, glossary, name, sent, signer_of(visit, workspace, sent))
        case "close":
            workspace.rounds.close(signer_of(visit, workspace, sent), glossary, name)
        case other:
            raise InputError("There is nothing that is called {action!r} to be done.", action=other)


def _minuted(workspace: Workspace, glossary: str, name: str, sent: Posted, signer: Signer) -> None:
    if sent.one("action") == "minutes":
        workspace.rounds.propose_minutes(signer, glossary, name, texts_of(sent, "minutes"))
    else:
        workspace.rounds.accept_minutes(signer, glossary, name, sent.one("minutes"))


def _answers(sent: Posted) -> list[Answer]:
    """What is chosen on the board, without what is left open.

    Raises:
        InputError: nothing is chosen, or a text that an answer needs is missing.
    """
    found = []
    for field, value in sent.fields:
        name, _hyphen, key = field.partition("-")
        if name != "answer" or value not in ("accept", "reserve", "refuse"):
            continue
        if value == "refuse":
            found.append(Answer(f"sha256:{key}", "refuse", reason=sent.one(f"reason-{key}")))
            continue
        reservation = texts_of(sent, "reservation", key) if value == "reserve" else {}
        if value == "reserve" and not reservation:
            raise InputError(
                "The reservation is missing.",
                where=key[:8],
                remedy="Write it in one language at least, or accept without one.",
            )
        found.append(Answer(f"sha256:{key}", "accept", reservation))
    if not found:
        raise InputError("No answer was chosen.", remedy="Choose one for an entry; the others stay open.")
    return found


def _page(
    visit: Visit,
    workspace: Workspace,
    glossary: str,
    name: str,
    party: str,
    noted: str = "",
    form: Tried = NOTHING,
) -> Response:
    view = workspace.rounds.round(glossary, name)
    about = workspace.glossaries.glossary(glossary)
    names = Names(visit, workspace.parties.list())
    mine = signers(visit, names, view.line.parties)
    signer = _answering(view, mine, party)
    lines = shown.lines(view, names, visit.locale, signer.id if signer else "")
    answer = shown.answer(view, names, visit.locale)
    return visit.answer(
        "board.html",
        {
            **_said(visit, view, about, names),
            **_work(visit, workspace, view, mine),
            "view": view,
            "path": f"/glossary/{glossary}/rounds/{name}",
            "answer": answer,
            "lines": lines,
            "asked": sum(line.asked for line in lines),
            "mine": mine,
            "signer": signer,
            "author": workspace.author,
            "form": form,
            "noted": visit.locale.words.gettext(_NOTED[noted]) if noted in _NOTED else "",
        },
        lambda: {**plain(view), "parties": names.all(), "answer": answer},
        lambda: Table(f"{glossary}-{name}", shown.COLUMNS, shown.rows(view, names, visit.locale)),
        status=form.status,
    )


def _answering(view: RoundView, mine: Sequence[Named], wanted: str) -> Named | None:
    """The party that the visitor answers for: the one that he names, else the first that is waited for."""
    named = next((one for one in mine if one.id == wanted), None)
    waited = next((one for one in mine if view.counts.waiting.get(one.id)), None)
    return named or waited or (mine[0] if mine else None)


def _said(visit: Visit, view: RoundView, about: GlossaryView, names: Names) -> dict[str, object]:
    """The words of the page: of the round, its parties and its closing."""
    locale = visit.locale
    topics = texts(view.line.topics, locale)
    return {
        "title": title_of(about.titles, locale, about.id),
        "topic": title_of(view.line.topics, locale, view.line.id),
        "other_topics": topics[1:],
        "states": shown.STATES,
        "languages": languages_in_order(about.languages, locale),
        "parties": names.in_order(view.line.parties),
        "named_as": names,
        "in_tongues": lambda said: texts(said, locale),
        "accepted_by": lambda one: _together(names, one.accepted, visit),
        "closers": _together(names, view.closed_by, visit),
        "differences": list(_differences(view, names, visit)),
        "counts": shown.counted(view, locale),
    }


def _work(visit: Visit, workspace: Workspace, view: RoundView, mine: Sequence[Named]) -> dict[str, object]:
    """What the visitor may do with the round besides answering."""
    there = {item.entry for item in view.agenda}
    open_ = mine and view.line.state != "closed"
    lines = workspace.glossaries.entries(view.glossary) if open_ else ()
    others = sorted(
        (line for line in lines if line.id not in there), key=lambda line: (line.level != "proposed", line.id)
    )
    return {
        "addable": [_addable(line, visit) for line in others[:_ADDABLE]],
        "addable_more": max(0, len(others) - _ADDABLE),
        "asked_any": any(view.counts.waiting.get(one.id) for one in mine),
        "asked_total": sum(one.state == "open" for item in view.agenda for one in item.proposals),
        "unjoined": [one for one in mine if one.id not in view.chairs],
        "closable": [one for one in mine if view.closings.get(one.id) != view.outcomes],
        "may_draft": visit.may("drafts.write"),
    }


def _addable(line: EntryLine, visit: Visit) -> tuple[str, object]:
    return line.id, texts(line.heads, visit.locale)


def _differences(view: RoundView, names: Names, visit: Visit) -> list[Differing]:
    """In what the closings that were signed differ from how the entries stand now."""
    found = []
    for party in names.in_order(view.closings):
        theirs = view.closings[party.id]
        entries = [
            (entry, badge(theirs[entry][0], visit.locale), badge(now[0], visit.locale))
            for entry, now in view.outcomes.items()
            if entry in theirs and theirs[entry] != now
        ]
        if entries:
            found.append(Differing(party, entries))
    return found


def _together(names: Names, parties: Collection[str], visit: Visit) -> str:
    return listed([one.name for one in names.in_order(parties)], visit.locale)
