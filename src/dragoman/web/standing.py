"""Who asks: a person who is signed in, a visitor, or anybody where the workspace has no accounts."""

from __future__ import annotations

from functools import cached_property

from fastapi import Request
from fastapi.responses import Response

from dragoman.access import permissions
from dragoman.access.tokens import LIFE
from dragoman.errors import NotAllowed, NotSignedIn
from dragoman.web.site import Site
from dragoman.workspace.peoplemodel import Person

COOKIE = "dragoman"
"""The name of the cookie that holds the token of a session."""


class Standing:
    """How somebody stands to the workspace of a site.

    `open` is whether it has no accounts: then everybody may do what the parties may whose keys lie here.
    Else `person` is who is signed in, None for a visitor, and `members_only` whether visitors may not read.
    """

    def __init__(
        self, site: Site, *, open: bool, person: Person | None = None, members_only: bool = False
    ) -> None:
        self.open = open
        self.person = person
        self.members_only = members_only
        self._site = site

    @cached_property
    def held(self) -> tuple[str, ...]:
        """The parties whose keys lie in the workspace."""
        with self._site.workspace() as workspace:
            return workspace.parties.held()

    def may(self, permission: str, party: str = "") -> bool:
        """Whether he may do something: for a party, or at all."""
        if self.open:
            concerns = permissions.PERMISSIONS[permission].by_party
            return not (concerns and party) or party in self.held
        if self.person is None:
            return permissions.visitor_may(permission, members_only=self.members_only)
        return permissions.may(
            permission, party, roles=self.person.roles, administrator=self.person.administrator
        )

    def parties_with(self, permission: str) -> tuple[str, ...]:
        """The parties for which he may do it by a role of his own, sorted."""
        if self.open:
            return self.held
        return permissions.parties_with(permission, self.person.roles) if self.person else ()


def standing_of(request: Request) -> Standing:
    """Who sent a request; looked up once for each.

    Raises:
        WorkspaceError: the workspace cannot be read.
    """
    found: Standing | None = getattr(request.state, "standing", None)
    if found is None:
        site: Site = request.app.state.site
        with site.workspace() as workspace:
            people = workspace.people
            if people.open:
                found = Standing(site, open=True)
            else:
                person = people.session(request.cookies.get(COOKIE, ""))
                found = Standing(site, open=False, person=person, members_only=people.is_members_only)
        request.state.standing = found
    return found


def known(request: Request) -> Standing | None:
    """Who sent a request, if that was looked up; None on pages of problems that came before."""
    found: Standing | None = getattr(request.state, "standing", None)
    return found


def sign_in(response: Response, request: Request, token: str) -> Response:
    """Let the browser keep the token of a session, where no script reads it and no other site sends it."""
    response.set_cookie(
        COOKIE,
        token,
        max_age=int(LIFE),
        path="/",
        secure=request.url.scheme == "https",
        httponly=True,
        samesite="lax",
    )
    return response


def sign_out(response: Response, request: Request) -> Response:
    """Let the browser forget the token of a session."""
    response.delete_cookie(
        COOKIE, path="/", secure=request.url.scheme == "https", httponly=True, samesite="lax"
    )
    return response


def client_of(request: Request) -> str:
    """The address that a request comes from, as the server sees it."""
    return request.client.host if request.client else ""


def refusal(standing: Standing, permission: str, party: str = "") -> NotAllowed:
    """The error that says that somebody may not do something, and what would help."""
    if standing.person is None and not standing.open:
        return NotSignedIn("This is for people who are signed in.", remedy="Sign in, then try again.")
    return NotAllowed(
        "You may not do this: it takes the permission “{permission}”.",
        where=party,
        remedy="A chair of the party, or the administrator, can give you a role that has it.",
        permission=permission,
    )
