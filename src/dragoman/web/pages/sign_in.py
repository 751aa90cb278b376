"""Signing in and out."""

from __future__ import annotations

from fastapi import APIRouter
from fastapi.concurrency import run_in_threadpool
from fastapi.responses import RedirectResponse, Response

from dragoman.errors import DragomanError
from dragoman.web import problems
from dragoman.web.permits import needs
from dragoman.web.posted import Posted, posted
from dragoman.web.returning import local
from dragoman.web.standing import COOKIE, client_of, sign_in, sign_out
from dragoman.web.visit import Visit, Visiting

router = APIRouter()


@router.get("/{lang}/sign-in", dependencies=[needs("anybody")])
def form(visit: Visiting, to: str = "") -> Response:
    """The form; `to` is the page that is shown afterwards."""
    return _page(visit, to)


@router.post("/{lang}/sign-in", dependencies=[needs("anybody")])
async def begin(visit: Visiting) -> Response:
    """Begin a session, and lead to where the visitor wanted to go."""
    sent = await posted(visit.request)
    return await run_in_threadpool(_begun, visit, sent)


@router.post("/{lang}/sign-out", dependencies=[needs("anybody")])
def end(visit: Visiting) -> Response:
    """End the session."""
    with visit.workspace() as workspace:
        workspace.people.sign_out(visit.request.cookies.get(COOKIE, ""))
    return sign_out(visit.to("/"), visit.request)


def _begun(visit: Visit, sent: Posted) -> Response:
    to = local(sent.one("to"))
    with visit.workspace() as workspace:
        people = workspace.people
        try:
            if sent.problem is not None:
                raise sent.problem
            token = people.sign_in(
                sent.one("name"), sent.exactly("password"), client=client_of(visit.request)
            )
        except DragomanError as error:
            return _page(visit, to, sent.one("name"), error)
        # Who was signed in before in this browser is so no more.
        people.sign_out(visit.request.cookies.get(COOKIE, ""))
    answer = RedirectResponse(f"{visit.root}{to}", 303) if to else visit.to("/")
    return sign_in(answer, visit.request, token)


def _page(visit: Visit, to: str, name: str = "", error: DragomanError | None = None) -> Response:
    return visit.answer(
        "signin.html",
        {"to": local(to), "name": name, "problem": problems.message_of(error, visit) if error else ""},
        lambda: {
            "accounts": visit.with_accounts,
            "person": visit.person,
            "problem": problems.message_of(error, visit) if error else "",
        },
        status=problems.status_of(error) if error else 200,
    )
