"""Signing in by keyboard, without JavaScript too; what axe finds on the pages about people."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from dragoman.workspace import Workspace
from tests.browser.test_accessibility import AXE_SCRIPT, COLOURS, NARROW, WIDE, found, resized, sideways
from tests.browsing import Visitor
from tests.people import LAKE, PASSWORD, STEPPE, cheap_passwords, with_parties
from tests.places import LANGUAGES
from tests.serving import Served, serving

OTHER = "clouds over the steppe"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A workspace with people in every state."""
    folder = tmp_path_factory.mktemp("people") / "workspace"
    with cheap_passwords():
        with Workspace.create(folder) as workspace:
            with_parties(workspace, LAKE, STEPPE)
            people = workspace.people
            people.add("olga", "Olga R.", password=PASSWORD, administrator=True)
            people.add("boris", "Борис", password=PASSWORD)
            people.add("mei", "梅兰")
            people.add("old", password=PASSWORD)
            people.disable("old")
            people.grant("boris", LAKE, "chair")
            people.grant("boris", STEPPE, "observer")
            people.invite("dora", LAKE, "expert")
            people.revoke_invitation("dora")
            people.invite("dora", STEPPE, "expert", inviter="boris")
        with serving(folder, working=False) as it:
            yield it


def invited(site: Served, name: str) -> str:
    """The token of a new invitation."""
    with Workspace.open(site.folder) as workspace:
        return workspace.people.invite(name, LAKE, "drafter", inviter="boris")


def type_into(page: Page, name: str, text: str) -> None:
    """Go on with the tab key to a field, and type."""
    for _step in range(40):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.name ?? ''") == name:
            page.keyboard.type(text)
            return
    raise AssertionError(f"The tab key does not lead to {name}.")


@pytest.mark.parametrize(("language", "javascript"), [*((each, True) for each in LANGUAGES), ("en", False)])
def test_signing_in_by_keyboard(visit: Visitor, site: Served, language: str, javascript: bool) -> None:
    page = visit(locale=language, javascript=javascript)
    page.goto(f"{site.address}/{language}/people")
    assert page.url.startswith(f"{site.address}/{language}/sign-in?to=")
    type_into(page, "name", "olga")
    type_into(page, "password", "a wrong guess")
    page.keyboard.press("Enter")
    expect(page.locator("form [role=alert]")).to_be_visible()
    expect(page.locator("#name")).to_have_value("olga")
    expect(page.locator("#password")).to_have_value("")
    type_into(page, "password", PASSWORD)
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{site.address}/{language}/people")
    expect(page.locator("nav.person")).to_contain_text("Olga R.")
    page.locator("nav.person button").focus()
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{site.address}/{language}/")
    expect(page.locator("nav.person form")).to_have_count(0)


def test_an_invitation_by_keyboard(visit: Visitor, site: Served) -> None:
    page = visit()
    page.goto(f"{site.address}/en/invitations/{invited(site, 'emil')}")
    type_into(page, "shown", "Emil of the Lake")
    type_into(page, "password", OTHER)
    type_into(page, "again", OTHER)
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{site.address}/en/account?noted=welcome")
    expect(page.locator("h1")).to_have_text("Emil of the Lake")


@pytest.mark.parametrize("language", LANGUAGES)
def test_everybody_can_use_the_pages_about_people(visit: Visitor, site: Served, language: str) -> None:
    page = visit(locale=language)
    complaints: list[str] = []

    def look(name: str) -> None:
        page.evaluate(AXE_SCRIPT)
        for width in (NARROW, WIDE):
            resized(page, width)
            complaints.extend(f"{name}, {width}: {each}" for each in sideways(page))
        complaints.extend(f"{name}: {each}" for each in found(page))
        if language == "en":
            page.emulate_media(color_scheme="dark")
            complaints.extend(f"{name}, dark: {each}" for each in found(page, COLOURS))
            page.emulate_media(color_scheme="light")

    page.goto(f"{site.address}/{language}/invitations/{invited(site, f'carl-{language}')}")
    look("invitation")
    page.goto(f"{site.address}/{language}/sign-in")
    look("sign-in")
    page.locator("#name").fill("olga")
    page.locator("#password").fill(PASSWORD)
    page.keyboard.press("Enter")
    expect(page.locator("nav.person form")).to_have_count(1)
    for name in ("people", "account"):
        page.goto(f"{site.address}/{language}/{name}")
        look(name)
    page.goto(f"{site.address}/{language}/people")
    page.locator("#invite-name").fill("Not A Name")
    page.keyboard.press("Enter")
    expect(page.locator("form [role=alert]")).to_be_visible()
    expect(page.locator("#invite-name")).to_have_value("Not A Name")
    look("people-refused")
    page.locator("#invite-name").fill(f"fresh-{language}")
    page.keyboard.press("Enter")
    expect(page.locator("code.link")).to_contain_text("/invitations/")
    look("people-link")
    assert complaints == []


def test_no_script_can_read_the_cookie(visit: Visitor, site: Served) -> None:
    page = visit()
    page.goto(f"{site.address}/en/sign-in")
    page.locator("#name").fill("olga")
    page.locator("#password").fill(PASSWORD)
    page.keyboard.press("Enter")
    expect(page.locator("nav.person form")).to_have_count(1)
    [cookie] = page.context.cookies()
    assert (cookie["name"], cookie["httpOnly"], cookie["sameSite"]) == ("dragoman", True, "Lax")
    assert page.evaluate("document.cookie") == ""
