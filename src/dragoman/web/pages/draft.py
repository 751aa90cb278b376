"""A party's draft of an entry: written, remarked on by its people, and proposed by its chair."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Query
from fastapi.concurrency import run_in_threadpool
from fastapi.responses import Response

from dragoman.errors import DragomanError, InputError, NoSuchEntry
from dragoman.glossary.entry import AIMS, DIMENSIONS, PARTS_OF_SPEECH, RELATIONS, STATUSES
from dragoman.glossary.problem import refusal
from dragoman.plain import plain
from dragoman.web.agreed import Names, badge, languages_in_order, title_of
from dragoman.web.desk import STATES, Desk, desk_of, parts_of, party_of
from dragoman.web.drafting import (
    Parts,
    examined,
    from_form,
    is_given,
    ready_to_propose,
    relation_rows,
    rows,
)
from dragoman.web.permits import needs
from dragoman.web.posted import Posted, posted
from dragoman.web.signing import TEXT_LIMIT, Refused, author_of, by_language, refused, signer_of
from dragoman.web.visit import Visit, Visiting
from dragoman.workspace import Workspace
from dragoman.workspace.draftmodel import Draft, DraftState

router = APIRouter()


@router.get("/{lang}/glossary/{glossary}/{entry}/draft", dependencies=[needs("drafts.read")])
def draft(
    visit: Visiting, glossary: str, entry: str, party: str = "", revision: Annotated[int, Query(ge=0)] = 0
) -> Response:
    """The draft of a party, as it is now or in an earlier revision."""
    with visit.workspace() as workspace:
        found = workspace.glossaries.glossary(glossary)
        whose = party_of(visit, workspace, found, party)
        desk = desk_of(workspace, found, whose, entry)
        shown = desk.draft
        if revision and revision != desk.number:
            every = workspace.drafts.revisions(whose, glossary, entry)
            shown = next((each for each in every if each.number == revision), None)
            if shown is None:
                raise NoSuchEntry("The draft has no revision {number}.", number=revision)
        return _page(visit, workspace, desk, parts_of(desk, shown), shown)


@router.post("/{lang}/glossary/{glossary}/{entry}/draft", dependencies=[needs("drafts.remark")])
async def write(visit: Visiting, glossary: str, entry: str, party: str = "") -> Response:
    """Save a revision, say that it is ready, propose it, give it up, or remark on it."""
    sent = await posted(visit.request, TEXT_LIMIT)

    def written() -> Response:
        with visit.workspace() as workspace:
            found = workspace.glossaries.glossary(glossary)
            whose = party_of(visit, workspace, found, party)
            desk = desk_of(workspace, found, whose, entry)
            parts = from_form(sent, found)
            if sent.has("more"):
                return _page(visit, workspace, desk, parts, desk.draft, more=sent.one("more"), unsaved=True)
            if sent.one("action") == "remark":
                parts = parts_of(desk, desk.draft)
            try:
                return _done(visit, workspace, desk, parts, sent)
            except DragomanError as error:
                again = refused(visit, sent.one("action"), sent, error)
                # What was written is saved before it is proposed.
                desk = desk_of(workspace, found, whose, entry)
                return _page(visit, workspace, desk, parts, desk.draft, again=again)

    return await run_in_threadpool(written)


def _done(visit: Visit, workspace: Workspace, desk: Desk, parts: Parts, sent: Posted) -> Response:
    """Do what a form asks for, and lead on."""
    if sent.problem is not None:
        raise sent.problem
    author, party, glossary = author_of(visit, sent), desk.party, desk.glossary.id
    back = f"/glossary/{glossary}/{desk.entry}/draft"
    match sent.one("action"):
        case "remark":
            visit.must("drafts.remark", party)
            workspace.drafts.remark(party, glossary, desk.entry, sent.one("remark"), author=author)
            return visit.to(back, {"party": party}, "remarks")
        case "drop":
            visit.must("drafts.write", party)
            workspace.drafts.drop(party, glossary, desk.entry, author=author)
            return visit.to(f"/glossary/{glossary}/drafts")
        case "save" | "ready" as action:
            _save(visit, workspace, desk, parts, sent, "ready" if action == "ready" else "open")
            return visit.to(back, {"party": party})
        case "propose":
            _save(visit, workspace, desk, parts, sent, "open")
            name = _propose(visit, workspace, desk, parts, sent)
            return visit.to(f"/glossary/{glossary}/proposals/{name.removeprefix('sha256:')}")
        case other:
            raise InputError("There is nothing that is called {action!r} to be done.", action=other)


def _save(
    visit: Visit, workspace: Workspace, desk: Desk, parts: Parts, sent: Posted, state: DraftState
) -> Draft:
    visit.must("drafts.write", desk.party)
    after = sent.one("after")
    return workspace.drafts.save(
        desk.party,
        desk.glossary.id,
        desk.entry,
        parts.stored(),
        author=author_of(visit, sent),
        state=state,
        after=int(after) if after.isdecimal() else desk.number,
    )


def _propose(visit: Visit, workspace: Workspace, desk: Desk, parts: Parts, sent: Posted) -> str:
    """Give the party's own definition and note, if they are new, and propose; the proposal's hash."""
    found = examined(workspace, parts, desk.party, desk.glossary, desk.entry, desk.view)
    if found.problems:
        raise refusal(found.problems)
    signer = signer_of(visit, workspace, sent, desk.party)
    glossaries, where = workspace.glossaries, desk.glossary.id
    reservation = by_language(sent, "reservation", desk.glossary.languages)
    if parts.content["aim"] == "contested" and not reservation:
        raise InputError(
            "What is contested is accepted with a reservation that says in what.",
            where="reservation",
            remedy="Write the party's reservation in one language at least.",
        )
    notes = desk.view.notes if desk.view else ()
    mine = {(one.language, one.text) for one in notes if one.party == desk.party}
    is_new = bool(parts.note) and (parts.note["language"], parts.note["text"]) not in mine
    name = glossaries.propose(
        signer,
        where,
        desk.entry,
        ready_to_propose(parts, desk.party, desk.view),
        reservation=reservation,
        definition=None if is_given(parts, desk.party, desk.view) else parts.definition,
        note=parts.note if is_new else None,
    )
    workspace.drafts.save(
        desk.party, where, desk.entry, parts.stored(), author=author_of(visit, sent), state="proposed"
    )
    return name


def _page(
    visit: Visit,
    workspace: Workspace,
    desk: Desk,
    parts: Parts,
    shown: Draft | None,
    *,
    again: Refused | None = None,
    more: str = "",
    unsaved: bool = False,
) -> Response:
    glossary, names, locale = desk.glossary, Names(visit, workspace.parties.list()), visit.locale
    place = desk.party, glossary.id, desk.entry
    revisions = workspace.drafts.revisions(*place) if desk.draft else ()
    found = examined(workspace, parts, desk.party, glossary, desk.entry, desk.view)
    codes = languages_in_order(glossary.languages, locale)
    return visit.answer(
        "draft.html",
        {
            "glossary": glossary,
            "title": title_of(glossary.titles, locale, glossary.id),
            "desk": desk,
            "party": names(desk.party),
            "names": names,
            "parties_of_glossary": names.in_order(glossary.parties),
            "shown": shown,
            "parts": parts,
            "rows": rows(parts.content, codes, more),
            "relations": relation_rows(parts.content),
            "codes": codes,
            "found": found,
            "aims": [badge(aim, locale) for aim in AIMS],
            "dimensions": DIMENSIONS,
            "statuses": STATUSES,
            "parts_of_speech": PARTS_OF_SPEECH,
            "relation_names": RELATIONS,
            "states": STATES,
            "revisions": revisions[::-1],
            "remarks": workspace.drafts.remarks(*place) if desk.draft else (),
            "writes": visit.may("drafts.write", desk.party),
            "signs": visit.may("sign", desk.party),
            "remarking": visit.may("drafts.remark", desk.party),
            "author": author_of(visit, again.sent) if again else workspace.author,
            "unsaved": unsaved,
            "translate": locale.words.gettext,
            "refused": again,
        },
        lambda: {
            "draft": plain(shown) if shown else None,
            "content": plain(parts.content),
            "problems": [_problem(visit, one.field, one) for one in found.problems],
            "remarks": [plain(one) for one in workspace.drafts.remarks(*place)] if desk.draft else [],
        },
        status=again.status if again else 200,
    )


def _problem(visit: Visit, field: str, one: Any) -> dict[str, str]:
    gettext = visit.locale.words.gettext
    return {"field": field, "what": one.what.said(gettext), "remedy": one.remedy.said(gettext)}
