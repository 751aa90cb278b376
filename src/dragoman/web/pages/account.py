"""One's own account: what one may do, one's password and one's sessions."""

from __future__ import annotations

from fastapi import APIRouter
from fastapi.concurrency import run_in_threadpool
from fastapi.responses import Response

from dragoman.access.passwords import SHORTEST
from dragoman.access.permissions import ROLES
from dragoman.errors import DragomanError, InputError, NotAllowed
from dragoman.web import problems
from dragoman.web.pages.invitation import chosen_password
from dragoman.web.permits import needs
from dragoman.web.posted import Posted, posted
from dragoman.web.standing import COOKIE, client_of, sign_in, sign_out
from dragoman.web.visit import Visit, Visiting
from dragoman.workspace import Workspace

router = APIRouter()


@router.get("/{lang}/account", dependencies=[needs("account")])
def account(visit: Visiting, noted: str = "") -> Response:
    """Who is signed in, with which roles, and where else."""
    with visit.workspace() as workspace:
        return _page(visit, workspace, noted=noted)


@router.post("/{lang}/account", dependencies=[needs("account")])
async def change(visit: Visiting) -> Response:
    """Choose another password, or end all sessions."""
    sent = await posted(visit.request)
    return await run_in_threadpool(_changed, visit, sent)


def _changed(visit: Visit, sent: Posted) -> Response:
    token = visit.request.cookies.get(COOKIE, "")
    with visit.workspace() as workspace:
        if not visit.person:
            raise NotAllowed("There are no accounts in this workspace.")
        try:
            if sent.problem is not None:
                raise sent.problem
            match sent.one("action"):
                case "password":
                    fresh = workspace.people.change_password(
                        token, sent.exactly("present"), chosen_password(sent), client=client_of(visit.request)
                    )
                    return sign_in(visit.to("/account", {"noted": "password"}), visit.request, fresh)
                case "everywhere":
                    workspace.people.revoke_all(visit.person)
                    return sign_out(visit.to("/sign-in"), visit.request)
                case other:
                    raise InputError("There is nothing that is called {action!r} to be done.", action=other)
        except DragomanError as error:
            return _page(visit, workspace, error=error)


def _page(
    visit: Visit, workspace: Workspace, *, noted: str = "", error: DragomanError | None = None
) -> Response:
    people = workspace.people
    person = people.person(visit.person) if visit.person else None
    token = visit.request.cookies.get(COOKIE, "")
    sessions = people.sessions(person.name, present=token) if person else ()
    return visit.answer(
        "account.html",
        {
            "account": person,
            "sessions": sessions,
            "roles": ROLES,
            "noted": noted,
            "shortest": SHORTEST,
            "problem": problems.message_of(error, visit) if error else "",
        },
        lambda: {
            "name": person.name if person else "",
            "shown": person.shown if person else "",
            "administrator": person.administrator if person else False,
            "roles": dict(person.roles) if person else {},
            "sessions": [
                {
                    "created": each.created,
                    "seen": each.seen,
                    "expires": each.expires,
                    "client": each.client,
                    "present": each.present,
                }
                for each in sessions
            ],
            "problem": problems.message_of(error, visit) if error else "",
        },
        status=problems.status_of(error) if error else 200,
    )
