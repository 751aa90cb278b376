"""An invitation: who follows its link makes his account, or chooses another password for it."""

from __future__ import annotations

from fastapi import APIRouter
from fastapi.concurrency import run_in_threadpool
from fastapi.responses import Response

from dragoman.access.passwords import SHORTEST
from dragoman.access.permissions import ROLES
from dragoman.errors import DragomanError, InputError
from dragoman.web import problems
from dragoman.web.permits import needs
from dragoman.web.posted import Posted, posted
from dragoman.web.standing import client_of, sign_in
from dragoman.web.visit import Visit, Visiting
from dragoman.workspace import Workspace

router = APIRouter()


@router.get("/{lang}/invitations/{token}", dependencies=[needs("anybody")])
def form(visit: Visiting, token: str) -> Response:
    """To what the link invites, and the form for a password."""
    with visit.workspace() as workspace:
        return _page(visit, workspace, token)


@router.post("/{lang}/invitations/{token}", dependencies=[needs("anybody")])
async def accept(visit: Visiting, token: str) -> Response:
    """Make the account, and sign in."""
    sent = await posted(visit.request)
    return await run_in_threadpool(_accepted, visit, token, sent)


def _accepted(visit: Visit, token: str, sent: Posted) -> Response:
    with visit.workspace() as workspace:
        client = client_of(visit.request)
        workspace.people.invitation(token, client=client)
        try:
            if sent.problem is not None:
                raise sent.problem
            session = workspace.people.accept_invitation(
                token, sent.one("shown"), chosen_password(sent), client=client
            )
        except DragomanError as error:
            return _page(visit, workspace, token, sent.one("shown"), error)
    return sign_in(visit.to("/account", {"noted": "welcome"}), visit.request, session)


def chosen_password(sent: Posted) -> str:
    """The new password of a form, which was to be typed twice.

    Raises:
        InputError: the two differ.
    """
    password = sent.exactly("password")
    if password != sent.exactly("again"):
        raise InputError("The two passwords are not the same.", remedy="Type the same one twice.")
    return password


def _page(
    visit: Visit, workspace: Workspace, token: str, shown: str = "", error: DragomanError | None = None
) -> Response:
    found = workspace.people.invitation(token, client=client_of(visit.request))
    return visit.answer(
        "invitation.html",
        {
            "invitation": found,
            "title": workspace.title,
            "shown": shown,
            "roles": ROLES,
            "shortest": SHORTEST,
            "problem": problems.message_of(error, visit) if error else "",
        },
        lambda: {
            "name": found.name,
            "party": found.party,
            "role": found.role,
            "inviter": found.inviter,
            "expires": found.expires,
            "problem": problems.message_of(error, visit) if error else "",
        },
        status=problems.status_of(error) if error else 200,
    )
