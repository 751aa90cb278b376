from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.access.limits import ACCOUNT
from dragoman.access.tokens import IDLE, LIFE
from dragoman.web.app import create_app
from dragoman.web.returning import local
from dragoman.web.standing import COOKIE
from dragoman.workspace import Workspace
from dragoman.workspace.people import People
from tests.people import LAKE, PASSWORD, STEPPE, Clock, cheap_passwords, with_parties
from tests.web.browser import LANGUAGES, Browser, Page

OTHER = "clouds over the steppe"


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    """The clock by which people's sessions go."""
    clock = Clock()
    made = People.__init__
    monkeypatch.setattr(People, "__init__", lambda self, core: made(self, core, clock))
    return clock


@pytest.fixture(scope="module")
def made_once(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A workspace with an administrator, and a chair of one of two parties; not to be changed."""
    folder = tmp_path_factory.mktemp("accounts") / "workspace"
    with cheap_passwords():
        with Workspace.create(folder, author="The workspace") as workspace:
            with_parties(workspace, LAKE, STEPPE)
            workspace.people.add("olga", "Olga R.", password=PASSWORD, administrator=True)
            workspace.people.add("boris", "Boris", password=OTHER)
            workspace.people.grant("boris", LAKE, "chair")
        yield folder


@pytest.fixture
def folder(made_once: Path, tmp_path: Path, clock: Clock) -> Path:
    """A copy of it, whose clock can be set."""
    return Path(shutil.copytree(made_once, tmp_path / "workspace"))


@pytest.fixture
def site(folder: Path) -> Iterator[Browser]:
    with TestClient(create_app(folder, working=False), base_url="http://localhost") as client:
        yield Browser(client, folder)


def sign_in(site: Browser, name: str = "olga", password: str = PASSWORD, to: str = "") -> Page:
    """Send the form for signing in."""
    return site.post("/en/sign-in", {"name": name, "password": password, "to": to})


def is_signed_in(site: Browser) -> bool:
    """Whether the site takes the browser for somebody."""
    return site.get("/en/account").status == 200


def test_signing_in_and_out(site: Browser) -> None:
    assert "Sign in" in site.get("/en/documents").words
    page = sign_in(site)
    assert (page.status, page.headers["location"]) == (303, "/en/")
    cookie = page.headers["set-cookie"]
    assert cookie.startswith(f"{COOKIE}=")
    for part in ("HttpOnly", "Path=/", "SameSite=lax", f"Max-Age={int(LIFE)}"):
        assert part in cookie
    assert "Secure" not in cookie
    shown = site.get("/en/documents")
    assert "Olga R." in shown.words
    assert "Sign out" in shown.words
    assert site.get("/en/sign-in").words.count("Olga R.") == 2
    away = site.post("/en/sign-out", {})
    assert away.status == 303
    assert 'dragoman=""' in away.headers["set-cookie"]
    assert not is_signed_in(site)


def test_under_https_the_cookie_is_kept_from_other_connections(folder: Path) -> None:
    with TestClient(create_app(folder, working=False), base_url="https://localhost") as client:
        answer = client.post(
            "/en/sign-in",
            data={"name": "olga", "password": PASSWORD},
            headers={"origin": "https://localhost"},
            follow_redirects=False,
        )
    assert "; Secure" in answer.headers["set-cookie"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_was_typed_stays_but_for_the_password(site: Browser, language: str) -> None:
    page = site.post(
        f"/{language}/sign-in", {"name": "Olga", "password": "a wrong guess", "to": "/ru/documents?q=a"}
    )
    assert page.status == 403
    assert "set-cookie" not in page.headers
    [name] = page.find("//input[@name='name']")
    assert name.get("value") == "Olga"
    assert page.find("//input[@name='to']")[0].get("value") == "/ru/documents?q=a"
    assert "a wrong guess" not in page.text
    assert page.find("//form//*[@role='alert']")
    assert page.find("//label[@for='name']")
    assert page.find("//label[@for='password']")


def test_each_sign_in_has_a_new_token_and_ends_the_one_before(site: Browser) -> None:
    def token() -> str:
        form = {"name": "olga", "password": PASSWORD}
        page = site.post("/en/sign-in", form, headers={"cookie": f"{COOKIE}={present}"})
        site.client.cookies.clear()
        return page.headers["set-cookie"].partition("=")[2].partition(";")[0]

    present = "chosen-by-somebody-else"
    first = token()
    assert first != present
    present = first
    second = token()
    assert second not in ("", first)
    assert site.get("/en/account", cookie=f"{COOKIE}={second}").status == 200
    assert site.get("/en/account", cookie=f"{COOKIE}={first}").status == 303


def test_a_session_ends(site: Browser, clock: Clock) -> None:
    sign_in(site)
    clock.goes(IDLE - 60)
    assert is_signed_in(site)
    clock.goes(IDLE)
    assert not is_signed_in(site)
    assert site.get("/en/account").headers["location"] == "/en/sign-in?to=%2Fen%2Faccount"
    sign_in(site)
    clock.goes(-3600)
    assert not is_signed_in(site)


def test_guessing_has_to_wait(site: Browser, clock: Clock) -> None:
    for _guess in range(ACCOUNT.attempts):
        assert "not right" in sign_in(site, password="a wrong guess").words
    assert "Try again in 15 min." in sign_in(site).words
    assert not is_signed_in(site)
    clock.goes(ACCOUNT.seconds)
    assert sign_in(site).status == 303


@pytest.mark.parametrize(
    "to",
    ["/en/documents", "/ru/documents?q=%D1%80%D0%B5%D0%BA%D0%B0&page=2", "/zh/", "/en", "/originals/0a1b"],
)
def test_one_comes_back_to_where_one_was(site: Browser, to: str) -> None:
    assert sign_in(site, to=to).headers["location"] == to


@pytest.mark.parametrize(
    "to",
    [
        "https://example.org/",
        "//example.org/en/",
        "///example.org",
        "/\\example.org",
        "\\/example.org",
        "/en\\..\\..//example.org",
        "javascript:alert(1)",
        "/\texample.org",
        "/en/\r\nset-cookie: a=b",
        "example.org",
        "/elsewhere",
        "/en/sign-out",
        "/en/sign-in?to=/en/",
        "/en/invitations/abc",
        "/en/" + "x" * 5_000,
    ],
)
def test_nobody_is_led_to_another_site(site: Browser, to: str) -> None:
    assert sign_in(site, to=to).headers["location"] == "/en/"


@settings(deadline=None)
@given(st.text(max_size=60))
def test_an_address_to_come_back_to_stays_on_the_site(text: str) -> None:
    for address in (text, f"/{text}", f"/en/{text}", f"//{text}"):
        found = local(address)
        assert found in ("", address)
        if found:
            assert found[1:].partition("/")[0].partition("?")[0] in (*LANGUAGES, "originals")
            assert "\\" not in found


def test_below_another_path_one_comes_back_below_it(folder: Path) -> None:
    app = create_app(folder, working=False)
    with TestClient(app, base_url="http://localhost", root_path="/dragoman") as client:
        away = client.get("/dragoman/en/people", follow_redirects=False)
        assert away.headers["location"] == "/dragoman/en/sign-in?to=%2Fen%2Fpeople"
        answer = client.post(
            "/dragoman/en/sign-in",
            data={"name": "olga", "password": PASSWORD, "to": "/en/people"},
            headers={"origin": "http://localhost"},
            follow_redirects=False,
        )
        assert answer.headers["location"] == "/dragoman/en/people"


@pytest.mark.parametrize("path", ["/en/sign-in", "/en/sign-out", "/en/account", "/en/people"])
def test_another_site_can_send_none_of_these_forms(site: Browser, path: str) -> None:
    sign_in(site)
    sent = {"name": "boris", "password": PASSWORD, "action": "disable"}
    for headers in ({"sec-fetch-site": "cross-site"}, {"origin": "https://example.org"}):
        page = site.post(path, sent, headers=headers)
        assert page.status == 403
        assert "another site" in page.words
        assert "set-cookie" not in page.headers
    assert is_signed_in(site)
    assert [each["disabled"] for each in site.json("/en/people.json")["people"]] == [False, False]


def test_an_account_that_is_disabled_is_dead_at_once(folder: Path, site: Browser) -> None:
    sign_in(site, "boris", OTHER)
    assert site.get("/en/people").status == 200
    with TestClient(create_app(folder, working=False), base_url="http://localhost") as client:
        manager = Browser(client, folder)
        sign_in(manager)
        assert manager.post("/en/people", {"action": "disable", "name": "boris"}).status == 303
    assert site.get("/en/people").status == 303
    assert sign_in(site, "boris", OTHER).status == 403


def invited(site: Browser, **fields: str) -> str:
    """The path of the link that an invitation gives."""
    page = site.post("/en/people", {"action": "invite", "name": "carl", **fields})
    assert page.status == 200, page.words
    [link] = page.find("//code[@class='link']")
    text = str(link.text)
    assert text.startswith("http://localhost/en/invitations/")
    return text.removeprefix("http://localhost")


def test_an_invitation_is_accepted_once(site: Browser) -> None:
    sign_in(site)
    path = invited(site, party=LAKE, role="drafter")
    site.post("/en/sign-out", {})
    shown = site.get(path)
    assert "carl" in shown.words
    assert "drafter" in shown.words
    assert "Invited by olga" in shown.words
    secret = path.rpartition("/")[2]
    assert secret not in str(site.json(f"{path}.json"))
    for form in ({"password": OTHER, "again": PASSWORD}, {"password": "tooshort", "again": "tooshort"}):
        refused = site.post(path, {"shown": "Carl of the Lake", **form})
        assert refused.status == 400
        assert refused.find("//input[@name='shown']")[0].get("value") == "Carl of the Lake"
        assert form["password"] not in refused.text
    taken = site.post(path, {"shown": "Carl of the Lake", "password": OTHER, "again": OTHER})
    assert taken.headers["location"] == "/en/account?noted=welcome"
    account = site.json("/en/account.json")
    assert (account["name"], account["shown"], account["roles"]) == (
        "carl",
        "Carl of the Lake",
        {LAKE: "drafter"},
    )
    site.client.cookies.clear()
    again = site.post(path, {"shown": "Eve", "password": PASSWORD, "again": PASSWORD})
    assert again.status == 403
    assert "does not hold" in again.words
    assert "set-cookie" not in again.headers
    assert site.get(path).status == 403


def test_an_invitation_grows_old(site: Browser, clock: Clock) -> None:
    sign_in(site)
    path = invited(site, hours="1")
    clock.goes(3600)
    assert site.get(path).status == 403
    assert site.post(path, {"shown": "Carl", "password": OTHER, "again": OTHER}).status == 403


def test_links_are_shown_once_and_never_in_lists(site: Browser) -> None:
    sign_in(site)
    secret = invited(site).rpartition("/")[2]
    for address in ("/en/people", "/en/people.json", "/en/account", "/en/account.json"):
        text = site.get(address).text
        for hidden in (secret, site.client.cookies[COOKIE], "$argon2", "token"):
            assert hidden not in text, (address, hidden)


def test_a_chair_sees_and_changes_his_own_party_alone(site: Browser) -> None:
    sign_in(site)
    site.post("/en/people", {"action": "grant", "name": "boris", "party": STEPPE, "role": "observer"})
    invited(site, name="dora", party=STEPPE, role="expert")
    site.post("/en/sign-out", {})
    sign_in(site, "boris", OTHER)
    seen = site.json("/en/people.json")
    assert [(each["name"], each["roles"]) for each in seen["people"]] == [("boris", {LAKE: "chair"})]
    assert seen["invitations"] == []
    invited(site, party=LAKE, role="expert")
    for refused in (
        {"action": "invite", "name": "eve", "party": STEPPE, "role": "chair"},
        {"action": "invite", "name": "eve"},
        {"action": "grant", "name": "olga", "party": STEPPE, "role": "chair"},
        {"action": "grant", "name": "boris", "party": LAKE, "role": "observer"},
        {"action": "take", "name": "boris", "party": STEPPE},
        {"action": "withdraw", "name": "dora"},
        {"action": "disable", "name": "olga"},
        {"action": "reset", "name": "olga"},
        {"action": "appoint", "name": "boris"},
        {"action": "members"},
    ):
        assert site.post("/en/people", refused).status == 403, refused
    with Workspace.open(site.folder) as workspace:
        assert workspace.people.person("boris").roles == {LAKE: "chair", STEPPE: "observer"}
        assert not workspace.people.person("boris").administrator
        assert not workspace.people.is_members_only


def test_the_administrator_looks_after_accounts(site: Browser) -> None:
    sign_in(site)
    for action, expected in (
        ({"action": "grant", "name": "boris", "party": STEPPE, "role": "expert"}, "expert"),
        ({"action": "take", "name": "boris", "party": STEPPE}, ""),
    ):
        assert site.post("/en/people", action).status == 303
        with Workspace.open(site.folder) as workspace:
            assert workspace.people.person("boris").roles.get(STEPPE, "") == expected
    assert (
        "Nobody changes his own roles"
        in site.post("/en/people", {"action": "grant", "name": "olga", "party": LAKE, "role": "chair"}).words
    )
    assert "last administrator" in site.post("/en/people", {"action": "dismiss", "name": "olga"}).words
    refused = site.post(
        "/en/people", {"action": "invite", "name": "Not A Name", "party": LAKE, "role": "expert"}
    )
    assert refused.status == 400
    assert refused.find("//input[@id='invite-name']")[0].get("value") == "Not A Name"
    assert refused.find("//select[@id='invite-role']/option[@selected]")[0].get("value") == "expert"
    assert site.post("/en/people", {"action": "fly"}).status == 400
    assert site.post("/en/people", {"action": "members"}).status == 303
    site.post("/en/sign-out", {})
    assert site.get("/en/documents").headers["location"] == "/en/sign-in?to=%2Fen%2Fdocuments"
    assert site.get("/static/style.css").status == 200


def test_the_owner_of_an_account_chooses_another_password(site: Browser) -> None:
    sign_in(site)
    before = site.client.cookies[COOKIE]
    form = {"action": "password", "present": "a wrong guess", "password": OTHER, "again": OTHER}
    assert "present password is not right" in site.post("/en/account", form).words
    assert site.post("/en/account", {**form, "present": PASSWORD}).status == 303
    assert site.client.cookies[COOKIE] != before
    assert is_signed_in(site)
    assert [each["present"] for each in site.json("/en/account.json")["sessions"]] == [True]
    assert site.post("/en/account", {"action": "everywhere"}).headers["location"] == "/en/sign-in"
    assert not is_signed_in(site)
    assert sign_in(site).status == 403
    assert sign_in(site, password=OTHER).status == 303


def test_nobody_writes_under_another_name(site: Browser) -> None:
    sign_in(site, "boris", OTHER)
    files = [("file", ("note.en.txt", b"One sentence.", "text/plain"))]
    page = site.post("/en/documents/new", {"author": "Olga R.", "language": "en"}, files)
    assert page.status == 303
    [document] = site.documents()
    address = f"/en/documents/{document.id}/about"
    assert site.post(address, {"author": "Olga R.", "title": "A note"}).status == 303
    with Workspace.open(site.folder) as workspace:
        assert {event.author for event in workspace.history()} == {"Boris"}
    assert not site.get(address).find("//input[@name='author']")


def test_a_visitor_is_shown_no_forms_that_he_cannot_send(site: Browser) -> None:
    assert "Add" not in [each.text for each in site.get("/en/").find("//nav[@class='places']//a")]
    sign_in(site)
    assert "Add" in [each.text for each in site.get("/en/").find("//nav[@class='places']//a")]


def test_an_open_workspace_says_nothing_of_accounts(tmp_path: Path) -> None:
    folder = tmp_path / "open"
    Workspace.create(folder).close()
    with TestClient(create_app(folder, working=False), base_url="http://localhost") as client:
        site = Browser(client, folder)
        assert "Sign in" not in site.get("/en/").words
        assert "dragoman people add NAME --administrator" in site.get("/en/people").words
        assert "no accounts" in site.get("/en/sign-in").words
        assert "no accounts" in site.get("/en/account").words
        refused = site.post("/en/people", {"action": "invite", "name": "eve"})
        assert refused.status == 403
        assert "dragoman people add" in refused.words
        assert site.post("/en/account", {"action": "password"}).status == 403
    with Workspace.open(folder) as workspace:
        assert workspace.people.open
