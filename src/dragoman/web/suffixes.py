"""`.json`, `.csv`, `.bib` and `.docx` behind an address ask for the same page in another form."""

from __future__ import annotations

from dragoman.web.asgi import Application, Message, Receive, Scope, Send, local_path
from dragoman.web.locales import LOCALES

FORMS = ("json", "csv", "bib", "docx")
_INDEX = "index"


def form_of(path: str) -> tuple[str, str]:
    """What a path asks for, and in which form: "/ru/documents.csv" for the library, as CSV.

    `index.json` stands for the page of a folder; outside the languages' own folders a suffix has no meaning.
    """
    plain, _dot, suffix = path.rpartition(".")
    if suffix not in FORMS or path.split("/")[1] not in LOCALES:
        return path, "html"
    return plain.removesuffix(_INDEX) if plain.endswith(f"/{_INDEX}") else plain, suffix


class Suffixes:
    """Middleware: takes the suffix off the path, tells the scope, and answers HEAD as GET without a body."""

    def __init__(self, app: Application) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request."""
        if scope["type"] != "http" or scope["method"] not in ("GET", "HEAD", "POST"):
            await self._app(scope, receive, send)
            return
        path, form = form_of(local_path(scope))
        shortened = {**scope, "path": scope.get("root_path", "") + path, "form": form, "shown_path": path}

        async def without_body(message: Message) -> None:
            await send({**message, "body": b""} if message["type"] == "http.response.body" else message)

        if scope["method"] == "HEAD":
            await self._app({**shortened, "method": "GET"}, receive, without_body)
        else:
            await self._app(shortened, receive, send)
