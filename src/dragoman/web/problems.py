"""When something goes wrong: which status, and which page in which language says it."""

from __future__ import annotations

import json
import logging
from collections.abc import Mapping

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import Response

from dragoman.errors import (
    AlreadyThere,
    BinaryInput,
    Busy,
    DiskFull,
    DragomanError,
    EncodingError,
    InputError,
    MissingExtra,
    NoSuchDocument,
    NoSuchEntry,
    NoSuchParty,
    NoSuchTerm,
    NotAllowed,
    NotAWorkspace,
    NotSignedIn,
    ReadOnly,
    TooLarge,
    Unrelated,
    WorkspaceError,
)
from dragoman.marking import _
from dragoman.web.asgi import local_path
from dragoman.web.headers import ALWAYS
from dragoman.web.suffixes import form_of
from dragoman.web.visit import Visit, locale_of

STATUS: Mapping[type[DragomanError], int] = {
    DragomanError: 500,
    InputError: 400,
    NoSuchDocument: 404,
    NoSuchEntry: 404,
    NoSuchParty: 404,
    NoSuchTerm: 404,
    NotAllowed: 403,
    AlreadyThere: 409,
    TooLarge: 413,
    BinaryInput: 415,
    EncodingError: 415,
    Unrelated: 422,
    MissingExtra: 501,
    NotAWorkspace: 503,
    WorkspaceError: 500,
    ReadOnly: 403,
    Busy: 503,
    DiskFull: 507,
}
"""The HTTP status of each error; an error that is not here has that of the class that it is a kind of."""

_TITLES = {
    403: _("This is refused"),
    404: _("There is no such page"),
    405: _("This page cannot be used so"),
    409: _("This is here already"),
    413: _("This is too large"),
    415: _("This file cannot be read"),
    500: _("Something went wrong here"),
    503: _("This is not possible just now"),
    507: _("The disk is full"),
}
_OTHER = _("This cannot be used as it is")
_NO_PAGE = _(
    "Nothing is found at this address. It may have been mistyped, or the document has another name now."
)
_METHOD = _("This address can be read, but nothing can be sent to it.")
_OURS = _("What you sent has not been changed or stored. The program's log says what happened.")


def status_of(error: DragomanError) -> int:
    """The HTTP status of an error."""
    return next(STATUS[kind] for kind in type(error).__mro__ if kind in STATUS)


def message_of(error: DragomanError, visit: Visit) -> str:
    """What is wrong and what to do, in the visitor's language.

    Where on this machine the workspace lies is not said: that is in the log.
    """
    ours = status_of(error) >= 500
    shown = DragomanError(error.what, where="" if ours else error.where, remedy=error.remedy, **error.values)
    return shown.message(visit.locale.words.gettext)


def refusal(request: Request, status: int, what: str = "", **values: object) -> Response:
    """A page, or JSON, that says what is wrong; `what` is translated before it is filled in."""
    visit = Visit(request, locale_of(request))
    gettext = visit.locale.words.gettext
    title = gettext(_TITLES.get(status, _OTHER))
    return _said(visit, status, title, gettext(what).format(**values) if what else "")


def install(app: FastAPI) -> None:
    """Let the application answer errors with these pages."""
    app.add_exception_handler(DragomanError, _on_dragoman_error)
    app.add_exception_handler(RequestValidationError, _on_bad_query)
    app.add_exception_handler(404, _on_http_error)
    app.add_exception_handler(405, _on_http_error)
    app.add_exception_handler(Exception, _on_exception)


def _said(visit: Visit, status: int, title: str, message: str, words: str = "") -> Response:
    """The page of a problem; `words` may be looked for in the texts instead."""
    if form_of(local_path(visit.request.scope))[1] == "json" or visit.form == "json":
        body = json.dumps(
            {"error": {"status": status, "title": title, "message": message}}, ensure_ascii=False
        )
        return Response(body, status, media_type="application/json")
    said = {"status": status, "title": title, "message": message, "words": words}
    return visit.page("error.html", said, status=status)


async def _on_dragoman_error(request: Request, error: Exception) -> Response:
    if not isinstance(error, DragomanError):
        raise error
    status = status_of(error)
    if status >= 500:
        logging.getLogger(__name__).error("%s", error, exc_info=error)
    visit = Visit(request, locale_of(request))
    if isinstance(error, NotSignedIn) and request.method == "GET" and visit.form == "html":
        return visit.to("/sign-in", {"to": visit.here})
    title = visit.locale.words.gettext(_TITLES.get(status, _OTHER))
    words = str(error.values["term"]) if isinstance(error, NoSuchTerm) else ""
    return _said(visit, status, title, message_of(error, visit), words)


async def _on_http_error(request: Request, error: Exception) -> Response:
    # What FastAPI raises for an unknown path is no HTTPException of its own.
    status: int = getattr(error, "status_code", 500)
    return refusal(request, status, _NO_PAGE if status == 404 else _METHOD)


async def _on_bad_query(request: Request, error: Exception) -> Response:
    return refusal(
        request, 400, _("The address asks for something that cannot be given: check the values in it.")
    )


async def _on_exception(request: Request, error: Exception) -> Response:
    # The server writes the error to its log. This answer leaves outside the guard, which adds these headers
    # else.
    answer = refusal(request, 500, _OURS)
    answer.raw_headers.extend(ALWAYS)
    return answer
