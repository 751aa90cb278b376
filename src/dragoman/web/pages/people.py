"""People: who has an account and which role, invitations, and who may read.

A chair sees and changes what concerns his own party; the administrator all of it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from fastapi import APIRouter
from fastapi.concurrency import run_in_threadpool
from fastapi.responses import Response

from dragoman.access.permissions import PARTY_ROLES, ROLES
from dragoman.access.tokens import INVITATION_HOURS
from dragoman.errors import DragomanError, InputError, NotAllowed
from dragoman.web import facts, problems
from dragoman.web.permits import needs
from dragoman.web.posted import Posted, posted
from dragoman.web.visit import Visit, Visiting
from dragoman.workspace import Workspace
from dragoman.workspace.people import People
from dragoman.workspace.peoplemodel import Person

router = APIRouter()
_INVITING, _MANAGING = "people.invite", "people.manage"


@dataclass(frozen=True, slots=True)
class Refused:
    """What was refused, and what had been typed."""

    action: str = ""
    name: str = ""
    party: str = ""
    role: str = ""
    hours: str = ""
    problem: str = ""
    status: int = 200


@router.get("/{lang}/people", dependencies=[needs(_INVITING)])
def people(visit: Visiting, noted: str = "") -> Response:
    """Everybody whom the visitor may see, with what he may change."""
    with visit.workspace() as workspace:
        return _page(visit, workspace, noted=noted)


@router.post("/{lang}/people", dependencies=[needs(_INVITING)])
async def change(visit: Visiting) -> Response:
    """Invite somebody, give or take a role, disable an account, and so on."""
    sent = await posted(visit.request)
    return await run_in_threadpool(_changed, visit, sent)


def _changed(visit: Visit, sent: Posted) -> Response:
    action = sent.one("action")
    with visit.workspace() as workspace:
        try:
            if sent.problem is not None:
                raise sent.problem
            if not visit.with_accounts:
                raise NotAllowed(
                    "The first account is made where the workspace lies.",
                    remedy="Call `dragoman people add NAME --administrator` there.",
                )
            token = _done(visit, workspace.people, action, sent)
        except DragomanError as error:
            refused = Refused(
                action,
                sent.one("name"),
                sent.one("party"),
                sent.one("role"),
                sent.one("hours"),
                problems.message_of(error, visit),
                problems.status_of(error),
            )
            return _page(visit, workspace, refused=refused)
        if token:
            # It is stored nowhere, so this answer is the only one that shows it.
            return _page(visit, workspace, link=visit.absolute(f"/invitations/{token}"))
    return visit.to("/people", {"noted": action})


def _done(visit: Visit, people: People, action: str, sent: Posted) -> str:
    """Do what the form asks; returns the token of a link, "" where none was made."""
    name, party = sent.one("name").lower(), sent.one("party")
    match action:
        case "invite":
            _must(visit, party)
            return people.invite(
                name, party, sent.one("role"), inviter=visit.person, hours=_hours(sent.one("hours"))
            )
        case "grant" | "take":
            _must(visit, party)
            if name == visit.person:
                raise NotAllowed(
                    "Nobody changes his own roles.", remedy="Ask another chair or administrator."
                )
            if action == "grant":
                people.grant(name, party, sent.one("role"))
            else:
                people.take(name, party)
        case "withdraw":
            for held in people.invitations():
                if held.name == name and held.state == "open":
                    _must(visit, held.party)
            people.revoke_invitation(name)
        case _:
            visit.must(_MANAGING)
            return _managed(visit, people, action, name)
    return ""


def _managed(visit: Visit, people: People, action: str, name: str) -> str:
    """What only the administrator may do."""
    match action:
        case "reset":
            return people.reset(name, inviter=visit.person)
        case "disable":
            people.disable(name)
        case "enable":
            people.enable(name)
        case "appoint":
            people.appoint(name)
        case "dismiss":
            people.dismiss(name)
        case "end":
            people.revoke_all(name)
        case "members" | "everybody":
            people.members_only(action == "members")
        case other:
            raise InputError("There is nothing that is called {action!r} to be done.", action=other)
    return ""


def _must(visit: Visit, party: str) -> None:
    """What concerns a party is its chair's affair too; what concerns none, only the administrator's."""
    if party:
        visit.must(_INVITING, party)
    else:
        visit.must(_MANAGING)


def _hours(typed: str) -> int:
    try:
        return int(typed or INVITATION_HOURS)
    except ValueError as error:
        raise InputError("{hours!r} is no number of hours.", remedy="Write 72.", hours=typed) from error


def _page(
    visit: Visit, workspace: Workspace, *, noted: str = "", link: str = "", refused: Refused | None = None
) -> Response:
    people = workspace.people
    manages = visit.with_accounts and visit.may(_MANAGING)
    parties = people.parties() if manages else visit.parties_with(_INVITING)
    shown = _seen(people.list(), parties, everybody=manages)
    invitations = [held for held in people.invitations() if manages or held.party in parties]
    again = refused or Refused()
    return visit.answer(
        "people.html",
        {
            "people": shown,
            "invitations": invitations,
            "parties": parties,
            "party_names": _names([*parties, *(party for person in shown for party in person.roles)]),
            "party_roles": [ROLES[role] for role in PARTY_ROLES],
            "roles": ROLES,
            "manages": manages,
            "members_only": people.is_members_only,
            "hours": INVITATION_HOURS,
            "noted": noted,
            "link": link,
            "again": again,
        },
        lambda: {
            "accounts": visit.with_accounts,
            "members_only": people.is_members_only,
            "people": [facts.of_person(person) for person in shown],
            "invitations": [facts.of_invitation(held) for held in invitations],
            "problem": again.problem,
            **({"link": link} if link else {}),
        },
        status=again.status,
    )


def _seen(people: Sequence[Person], parties: Sequence[str], *, everybody: bool) -> list[Person]:
    """The people of some parties with their roles for these, or everybody with all roles."""
    if everybody:
        return list(people)
    return [
        replace(person, roles={party: role for party, role in person.roles.items() if party in parties})
        for person in people
        if not person.roles.keys().isdisjoint(parties)
    ]


def _names(parties: Sequence[str]) -> dict[str, str]:
    """The short name of each party, or its whole identifier where another one is called so too."""
    short: dict[str, set[str]] = {}
    for party in parties:
        short.setdefault(party.partition("@")[0], set()).add(party)
    return {party: name if len(called) == 1 else party for name, called in short.items() for party in called}
