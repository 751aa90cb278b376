from __future__ import annotations

import csv
from collections.abc import Iterator
from io import StringIO
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from dragoman.record.keys import SecretKey
from dragoman.web.app import create_app
from dragoman.workspace import Workspace
from dragoman.workspace.agreedmodel import Party
from tests.web.browser import LANGUAGES, Browser, Page
from tests.web.talks import PASSPHRASE

FRESH = {"fresh": PASSPHRASE, "again": PASSPHRASE}
FOUNDING = {
    "action": "found",
    "name": "lake",
    "called-en": "Lake Republic",
    "called-more": "kk Көл",
    "chair": "Ann Brook",
    "author": "Ann",
}
STRANGER = f"far@{'0123456789abcdef' * 2}"


@pytest.fixture
def site(tmp_path: Path) -> Iterator[Browser]:
    """A site of an empty workspace."""
    folder = tmp_path / "workspace"
    Workspace.create(folder, title="T", author="A. Reader").close()
    with TestClient(create_app(folder, working=False), base_url="http://localhost") as client:
        yield Browser(client, folder)


def founded(site: Browser) -> tuple[Party, str]:
    """Found a party on the page; what it is, and its recovery key."""
    page = site.post("/en/parties", {**FOUNDING, **FRESH})
    assert page.status == 200, page.words
    words = " ".join(page.find("//ol[@class='recovery-words']//code/text()"))
    return the_party(site), words


def the_party(site: Browser) -> Party:
    """The one party of the workspace."""
    with Workspace.open(site.folder) as workspace:
        (found,) = workspace.parties.list()
    return found


def changed(site: Browser, party: Party, **fields: str) -> Page:
    """Send a form of the party's page."""
    return site.post(f"/en/parties/{party.id}", {"party": party.id, "passphrase": PASSPHRASE, **fields})


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_empty_list_says_what_would_be_here(site: Browser, language: str) -> None:
    page = site.get(f"/{language}/parties")
    assert page.find("//section[@class='empty']")
    assert page.find("//form//input[@name='fresh']")
    assert site.json(f"/{language}/parties.json") == {"parties": []}


def test_a_party_is_founded_and_its_recovery_key_shown_once(site: Browser) -> None:
    page = site.post("/en/parties", {**FOUNDING, **FRESH})
    assert page.headers["cache-control"] == "no-store"
    words = page.find("//ol[@class='recovery-words']//code/text()")
    party = the_party(site)
    assert SecretKey.from_words(" ".join(words)).public == party.recovery
    assert party.names == {"en": "Lake Republic", "kk": "Көл"}
    assert (party.chair, party.held) == ("Ann Brook", True)
    assert party.fingerprint in page.words
    for address in ("/en/parties", f"/en/parties/{party.id}", f"/en/parties/{party.id}.json"):
        assert words[0] + " " + words[1] not in site.get(address).text
        assert "".join(words) not in site.get(address).text


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"again": "another passphrase"}, "The two passphrases differ."),
        ({"fresh": "", "again": ""}, "The passphrase for the new key is missing."),
        ({"fresh": "short", "again": "short"}, "The passphrase is too short."),
        ({"name": "a lake!"}, "cannot be the short name"),
        ({"called-en": " ", "called-more": ""}, "A party needs a name in some language."),
        ({"called-more": "Without a code"}, "does not begin with the code of a language"),
    ],
)
def test_what_cannot_found_a_party_is_still_there(site: Browser, wrong: dict[str, str], said: str) -> None:
    page = site.post("/en/parties", {**FOUNDING, **FRESH, **wrong})
    assert page.status == 400
    assert said in page.find("//div[@role='alert']")[0].text_content()
    assert page.find("//input[@name='chair']/@value") == ["Ann Brook"]
    assert not page.find("//input[@type='password']/@value")
    assert PASSPHRASE not in page.text
    assert site.json("/en/parties.json") == {"parties": []}


def test_a_stranger_is_trusted_once_the_fingerprint_was_compared(site: Browser) -> None:
    trust = {"action": "trust", "identifier": STRANGER, "reason": "By telephone", "author": "Ann"}
    page = site.post("/en/parties", trust)
    assert page.status == 400
    assert page.find("//input[@name='identifier']/@value") == [STRANGER]
    assert site.post("/en/parties", {**trust, "compared": "yes", "identifier": "far"}).status == 400
    sent = site.post("/en/parties", {**trust, "compared": "yes"})
    assert sent.status == 303
    page = site.get(sent.headers["location"])
    assert page.status == 200
    assert "This workspace takes what the party signs." in page.words
    assert "0123 4567 89ab cdef 0123 4567 89ab cdef" in page.words
    assert not page.find("//form[.//input[@name='action']]")


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_party_shows_its_key_and_chain(site: Browser, language: str) -> None:
    party, _words = founded(site)
    page = site.get(f"/{language}/parties/{party.id}")
    assert party.fingerprint in page.words
    assert party.head in page.words
    assert site.get(f"/{language}/parties/lake").status == 200
    facts = site.json(f"/{language}/parties/{party.id}.json")
    assert (facts["id"], facts["key"], facts["events"]) == (party.id, party.key, 1)
    rows = list(csv.DictReader(StringIO(site.get("/en/parties.csv").text.removeprefix("\ufeff"))))
    assert [(row["id"], row["held"], row["events"]) for row in rows] == [(party.id, "true", "1")]


def test_names_and_key_are_changed(site: Browser) -> None:
    party, _words = founded(site)
    assert changed(site, party, action="rename", **{"called-en": "Lakeland"}).status == 303
    assert the_party(site).names == {"en": "Lakeland"}
    other = {"fresh": "another passphrase", "again": "another passphrase"}
    assert changed(site, party, action="rotate", reason="Yearly", **other).status == 303
    page = site.get(f"/en/parties/{party.id}?noted=rotate")
    assert "The party signs with a new key from now on." in page.words
    assert len(page.find("//section//table/tbody/tr")) == 2
    assert "Yearly" in page.words
    # The old passphrase opens nothing any more.
    assert changed(site, party, action="rename", **{"called-en": "X"}).status == 400
    assert the_party(site).names == {"en": "Lakeland"}


def test_another_chair_takes_over(site: Browser) -> None:
    party, _words = founded(site)
    other = {"fresh": "another passphrase", "again": "another passphrase"}
    assert changed(site, party, action="succeed", chair="", **other).status == 400
    assert changed(site, party, action="succeed", chair="Dora Pike", **other).status == 303
    assert [key.chair for key in the_party(site).keys] == ["Ann Brook", "Dora Pike"]


def test_a_lost_key_is_revoked_and_found_again_with_the_recovery_key(site: Browser) -> None:
    party, words = founded(site)
    wrong = changed(site, party, action="revoke", reason="Lost", passphrase="", recovery="00" * 32)
    assert wrong.status == 400
    assert wrong.find("//form[.//input[@value='revoke']]//input[@name='reason']/@value") == ["Lost"]
    assert "00" * 32 not in wrong.text
    sent = changed(site, party, action="revoke", reason="Lost", passphrase="", recovery=words)
    assert sent.status == 303
    assert not the_party(site).key
    assert "No key of it is in force." in site.get(f"/en/parties/{party.id}").words
    sent = changed(
        site, party, action="revoke", reason="Found", passphrase="", recovery=words.replace(" ", ""), **FRESH
    )
    assert sent.status == 303, sent.words
    assert the_party(site).held


def test_a_fork_is_told_loudly(site: Browser) -> None:
    party, _words = founded(site)
    with Workspace.open(site.folder) as workspace, workspace._core.database.writing() as connection:
        connection.exec_driver_sql("UPDATE party SET forked = 1")
    for path in ("/parties", f"/parties/{party.id}"):
        (alert,) = site.get(f"/en{path}").find("//div[contains(@class, 'loud')]")
        assert alert.get("role") == "alert"
        assert "forks at event 1" in alert.text_content()


def test_what_is_not_known_is_refused(site: Browser) -> None:
    party, _words = founded(site)
    assert site.get("/en/parties/nobody").status == 404
    assert site.post("/en/parties", {"action": "dance"}).status == 400
    assert changed(site, party, action="dance").status == 400
    assert site.post("/en/parties/nobody", {"action": "rotate"}).status == 404
