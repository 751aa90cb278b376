"""Every route with every role and with none: who is let through, and who is not.

What is expected stands here, and not in the table that the code reads: the two are compared.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from types import SimpleNamespace

import pytest
from fastapi import APIRouter, Depends
from fastapi.testclient import TestClient

from dragoman.access.permissions import PERMISSIONS, ROLES
from dragoman.web.app import PAGES, create_app
from dragoman.web.permits import needs, permits
from dragoman.web.standing import COOKIE
from dragoman.workspace import Workspace
from tests.people import LAKE, PASSWORD, cheap_passwords, with_parties

READING = {"anybody", "read"}
SIGNED_IN = READING | {"account"}
WRITING = SIGNED_IN | {"documents.change"}
DRAFTING = WRITING | {"drafts.read", "drafts.remark"}
MAY: Mapping[str, set[str]] = {
    "visitor": READING,
    "member": SIGNED_IN,
    "observer": SIGNED_IN | {"drafts.read"},
    "expert": DRAFTING,
    "drafter": DRAFTING | {"drafts.write"},
    "chair": DRAFTING | {"drafts.write", "sign", "exchange.import", "exchange.export", "people.invite"},
    "administrator": WRITING | {"exchange.import", "people.invite", "people.manage"},
}
ROUTES = list(permits(page.router for page in PAGES))
# Signing out comes last: it ends the session that the others are asked with.
PATHS = sorted({path for _method, path, _permission in ROUTES}, key=lambda path: "sign-out" in path)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A workspace with somebody in every role."""
    folder = tmp_path_factory.mktemp("roles") / "workspace"
    with cheap_passwords():
        with Workspace.create(folder) as workspace:
            with_parties(workspace, LAKE)
            workspace.people.add("administrator", password=PASSWORD, administrator=True)
            for role in ("member", "observer", "expert", "drafter", "chair"):
                workspace.people.add(role, password=PASSWORD)
                if role != "member":
                    workspace.people.grant(role, LAKE, role)
        yield folder


def token(folder: Path, role: str) -> str:
    """The token of a new session of whoever has a role; "" for a visitor."""
    if role == "visitor":
        return ""
    with Workspace.open(folder) as workspace:
        return workspace.people.sign_in(role, PASSWORD)


@pytest.fixture(scope="module")
def client(folder: Path) -> Iterator[TestClient]:
    app = create_app(folder, working=False)
    with TestClient(app, base_url="http://localhost", follow_redirects=False) as it:
        yield it


def is_refused(answer: SimpleNamespace, permission: str) -> bool:
    """Whether somebody was kept out of the route by the permission that it needs.

    What a page refuses later, for one party, names that party, or another permission.
    """
    if answer.status_code == 303:
        return "/sign-in" in answer.headers["location"]
    if answer.status_code != 403:
        return False
    said = answer.text
    return (
        f'"You may not do this: it takes the permission “{permission}”.' in said
        or "This is for people who are signed in." in said
    )


def address(path: str, form: str = ".json") -> str:
    """An address of a route; what stands in it need not exist."""
    shown = re.sub(r"\{(\w+)(?::path)?\}", r"no-\1", path.replace("{lang}", "en"))
    if not path.startswith("/{lang}"):
        return shown
    return f"{shown}index{form}" if shown.endswith("/") and form else f"{shown}{form}"


def asked(client: TestClient, method: str, path: str, session: str, form: str = ".json") -> SimpleNamespace:
    """The answer to whoever has this session."""
    headers = {"origin": "http://localhost"}
    if session:
        headers["cookie"] = f"{COOKIE}={session}"
    answer = client.request(
        method, address(path, form), headers=headers, data={"action": ""} if method == "POST" else None
    )
    return SimpleNamespace(status_code=answer.status_code, headers=answer.headers, text=answer.text)


@pytest.mark.parametrize("role", MAY)
def test_every_route_lets_through_who_may_and_nobody_else(
    client: TestClient, folder: Path, role: str
) -> None:
    needed = {(method, path): permission for method, path, permission in ROUTES}
    session = token(folder, role)
    wrong = []
    for path in PATHS:
        for method in ("GET", "POST"):
            answer = asked(client, method, path, session)
            permission = needed.get((method, path))
            if permission is None:
                # Another route may answer to this address; it is walked by itself.
                assert answer.status_code in (200, 303, 400, 403, 404, 405, 501), (method, path)
            elif is_refused(answer, permission) is (permission in MAY[role]):
                wrong.append(f"{method} {path} ({permission}): {answer.status_code}")
            else:
                assert answer.status_code < 500, (method, path, answer.text)
    assert wrong == []


def test_with_members_only_a_visitor_reads_nothing(client: TestClient, folder: Path) -> None:
    with Workspace.open(folder) as workspace:
        workspace.people.members_only(True)
        try:
            session = token(folder, "member")
            for method, path, permission in sorted(ROUTES, key=lambda route: "sign-out" in route[1]):
                refused = is_refused(asked(client, method, path, ""), permission)
                assert refused is (permission != "anybody"), (method, path)
                known = asked(client, method, path, session)
                assert is_refused(known, permission) is (permission not in MAY["member"]), (method, path)
        finally:
            workspace.people.members_only(False)


def test_a_page_leads_a_visitor_to_signing_in_and_back(client: TestClient) -> None:
    answer = asked(client, "GET", "/{lang}/people", "", form="")
    assert answer.status_code == 303
    assert answer.headers["location"] == "/en/sign-in?to=%2Fen%2Fpeople"
    assert asked(client, "POST", "/{lang}/people", "", form="").status_code == 403


@pytest.mark.parametrize("nonsense", ["nonsense", "x" * 300])
def test_a_cookie_that_is_no_session_is_a_visitor_s(client: TestClient, nonsense: str) -> None:
    assert is_refused(asked(client, "GET", "/{lang}/people", nonsense), "people.invite")
    assert asked(client, "GET", "/{lang}/documents", nonsense).status_code == 200


def test_in_an_open_workspace_nobody_is_refused(tmp_path: Path) -> None:
    Workspace.create(tmp_path / "workspace").close()
    app = create_app(tmp_path / "workspace", working=False)
    with TestClient(app, base_url="http://localhost", follow_redirects=False) as client:
        for method, path, permission in ROUTES:
            answer = asked(client, method, path, "")
            assert not is_refused(answer, permission), (method, path)
            assert answer.status_code < 500, (method, path, answer.text)


def test_a_role_that_gets_more_than_it_should_is_noticed(
    client: TestClient, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    table = dict(PERMISSIONS)
    table["people.invite"] = type(table["people.invite"])(
        "people.invite", "", frozenset(ROLES), by_party=True
    )
    monkeypatch.setattr("dragoman.access.permissions.PERMISSIONS", table)
    assert not is_refused(asked(client, "GET", "/{lang}/people", token(folder, "observer")), "people.invite")


def test_the_table_is_the_one_expected_here() -> None:
    given = {
        role: {name for name, it in PERMISSIONS.items() if not it.roles.isdisjoint({role, "member"})}
        for role in ROLES
    }
    given["visitor"] = {name for name, it in PERMISSIONS.items() if "visitor" in it.roles}
    assert given == MAY


def test_a_route_without_a_permission_keeps_the_site_from_starting(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def nothing() -> None:
        pass

    for dependencies in ([], [Depends(nothing)], [needs("read"), needs("sign")]):
        router = APIRouter()
        router.get("/somewhere", dependencies=dependencies)(nothing)
        with pytest.raises(TypeError, match="/somewhere declares"):
            list(permits([router]))
    Workspace.create(tmp_path / "workspace").close()
    bare = APIRouter()
    bare.get("/bare")(nothing)
    monkeypatch.setattr("dragoman.web.app.PAGES", (*PAGES, SimpleNamespace(router=bare)))
    with pytest.raises(TypeError, match="/bare"):
        create_app(tmp_path / "workspace", working=False)


def test_every_permission_is_known() -> None:
    with pytest.raises(KeyError):
        needs("everything")
    assert {permission for _method, _path, permission in ROUTES} <= PERMISSIONS.keys()
