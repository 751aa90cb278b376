"""One visit: who asks for which page, in which language, in which form; and the answer in that form."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractContextManager
from typing import Annotated, Any, TypeAlias
from urllib.parse import quote

from fastapi import Depends, HTTPException, Request
from fastapi.datastructures import QueryParams
from fastapi.responses import RedirectResponse, Response

from dragoman.web.asgi import local_path
from dragoman.web.bibliography import Bibliography
from dragoman.web.files import Saved
from dragoman.web.headers import attachment
from dragoman.web.locales import DEFAULT, LOCALES, Locale, preferred
from dragoman.web.returning import local
from dragoman.web.site import Site
from dragoman.web.standing import known, refusal, standing_of
from dragoman.web.tables import Table
from dragoman.workspace import Workspace

Query: TypeAlias = Mapping[str, str | int | Sequence[str]]
# Who may do one of these for a party is told what waits for it.
_ACTING = ("sign", "drafts.read")
_CONTENT = {
    "json": "application/json",
    "csv": "text/csv; charset=utf-8",
    "bib": "application/x-bibtex; charset=utf-8",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}


class Visit:
    """A request for a page of the site.

    `form` is what was asked for: "html", or what stood behind the address (`dragoman.web.suffixes.FORMS`).
    """

    def __init__(self, request: Request, locale: Locale) -> None:
        self.request = request
        self.locale = locale
        self.site: Site = request.app.state.site
        self.form: str = request.scope.get("form", "html")
        self.root: str = request.scope.get("root_path", "")

    def workspace(self) -> AbstractContextManager[Workspace]:
        """The workspace; used with `with`, inside the handler."""
        return self.site.workspace()

    @property
    def person(self) -> str:
        """The name of who is signed in, "" for nobody."""
        standing = known(self.request)
        return standing.person.name if standing and standing.person else ""

    @property
    def author(self) -> str:
        """What the record is to say of who writes: what the person who is signed in is called, "" for nobody.

        Where it is "", a form may ask; where it is not, nobody writes under another name.
        """
        standing = known(self.request)
        return standing.person.shown if standing and standing.person else ""

    def writer(self, given: str) -> str:
        """Who writes: who is signed in, else the name given, "" for the workspace's own author."""
        return self.author or given

    @property
    def with_accounts(self) -> bool:
        """Whether people sign in here; False as well on pages of problems that came before that was known."""
        standing = known(self.request)
        return standing is not None and not standing.open

    def may(self, permission: str, party: str = "") -> bool:
        """Whether the visitor may do something (`dragoman.access.permissions`): for a party, or at all."""
        return standing_of(self.request).may(permission, party)

    def must(self, permission: str, party: str = "") -> None:
        """Go on only if the visitor may do something: for a party, or at all.

        Raises:
            NotAllowed, NotSignedIn
        """
        standing = standing_of(self.request)
        if not standing.may(permission, party):
            raise refusal(standing, permission, party)

    def parties_with(self, permission: str) -> tuple[str, ...]:
        """The identifiers of the parties for which the visitor may do something, sorted.

        In a workspace without accounts these are the parties whose keys lie in it.
        """
        return standing_of(self.request).parties_with(permission)

    @property
    def parties(self) -> tuple[str, ...]:
        """The parties for which the visitor signs or reads drafts, sorted.

        There are none on pages of problems that came before that was known.
        """
        standing = known(self.request)
        if standing is None:
            return ()
        return tuple(sorted({one for need in _ACTING for one in standing.parties_with(need)}))

    @property
    def waiting(self) -> int:
        """How much waits for these parties."""
        parties = self.parties
        if not parties:
            return 0
        with self.workspace() as workspace:
            return workspace.glossaries.awaited(parties)

    def link(self, path: str, query: Query | None = None, anchor: str = "") -> str:
        """The address of a page in the language of this one: `path` is what stands after the language."""
        pairs = [
            (key, str(value))
            for key, given in (query or {}).items()
            for value in ([given] if isinstance(given, str | int) else given)
            if value != ""
        ]
        behind = f"?{QueryParams(pairs)}" if pairs else ""
        return f"{self.root}/{self.locale.code}{path}{behind}{'#' if anchor else ''}{anchor}"

    def absolute(self, path: str) -> str:
        """The address of a page as somebody elsewhere needs it, as far as this site knows its own name."""
        return f"{self.request.url.scheme}://{self.request.url.netloc}{self.link(path)}"

    def static(self, name: str) -> str:
        """The address of a file that belongs to the pages."""
        return f"{self.root}/static/{name}"

    def original(self, name: str) -> str:
        """The address of an original, by its hash."""
        return f"{self.root}/originals/{name.removeprefix('sha256:')}"

    def in_language(self, code: str) -> str:
        """This very page in another language of the interface."""
        path = self._path().removeprefix(f"/{self.locale.code}")
        return f"{self.root}/{code}{path or '/'}{self._query()}"

    @property
    def here(self) -> str:
        """This very page, for whom signing in interrupts; "" where nobody wants to come back to it."""
        return local(self._path() + self._query())

    def beside(self, form: str) -> str:
        """The address of this page in another form."""
        path = self._path()
        return f"{self.root}{path}index.{form}" if path.endswith("/") else f"{self.root}{path}.{form}"

    def as_form(self, form: str) -> str:
        """This page with its query in another form."""
        return self.beside(form) + self._query()

    def answer(
        self,
        template: str,
        context: Mapping[str, Any],
        facts: Callable[[], Mapping[str, Any]],
        table: Callable[[], Table] | None = None,
        *,
        bibliography: Callable[[], Bibliography] | None = None,
        saved: Callable[[], Saved] | None = None,
        status: int = 200,
        headers: Mapping[str, str] | None = None,
    ) -> Response:
        """The page, or the same facts as JSON, as a table, as a bibliography or as a file to be saved (DOCX),
        whichever was asked for.
        """
        match self.form:
            case "json":
                body = json.dumps(facts(), ensure_ascii=False, allow_nan=False)
                return Response(body, status, headers, _CONTENT["json"])
            case "csv" if table is not None:
                made = table()
                name = {"content-disposition": attachment(f"{made.name}.csv")}
                return Response(made.csv(), status, {**(headers or {}), **name}, _CONTENT["csv"])
            case "bib" if bibliography is not None:
                cited = bibliography()
                name = {"content-disposition": attachment(f"{cited.name}.bib")}
                return Response(cited.bibtex(), status, {**(headers or {}), **name}, _CONTENT["bib"])
            case "docx" if saved is not None:
                file = saved()
                name = {"content-disposition": attachment(file.name)}
                return Response(file.data, status, {**(headers or {}), **name}, _CONTENT["docx"])
            case "csv" | "bib" | "docx":
                raise HTTPException(404)
        forms = {
            "has_table": table is not None,
            "has_bibliography": bibliography is not None,
            "has_docx": saved is not None,
        }
        return self.page(template, {**context, **forms}, status=status, headers=headers)

    def page(
        self,
        template: str,
        context: Mapping[str, Any],
        *,
        status: int = 200,
        headers: Mapping[str, str] | None = None,
    ) -> Response:
        """A page from a template."""
        environment = self.site.environments[self.locale.code]
        body = environment.get_template(template).render(visit=self, **context)
        return Response(body, status, headers, "text/html; charset=utf-8")

    def to(self, path: str, query: Query | None = None, anchor: str = "") -> Response:
        """Send the browser to another page, after a form or to where something stands now."""
        return RedirectResponse(self.link(path, query, anchor), 303)

    def _path(self) -> str:
        path: str = self.request.scope.get("shown_path", "") or local_path(self.request.scope)
        # It was decoded once: a term may hold what has a meaning in an address.
        return quote(path)

    def _query(self) -> str:
        query = self.request.url.query
        return f"?{query}" if query else ""


def locale_of(request: Request) -> Locale:
    """The language that the address names, else the one that the browser asks for."""
    code = local_path(request.scope).partition("/")[2].partition("/")[0]
    return LOCALES.get(code) or LOCALES[preferred(request.headers.get("accept-language", DEFAULT))]


async def _visit(request: Request, lang: str) -> Visit:
    if lang not in LOCALES:
        raise HTTPException(404)
    return Visit(request, LOCALES[lang])


Visiting: TypeAlias = Annotated[Visit, Depends(_visit)]
"""A parameter of this type is the present visit."""
