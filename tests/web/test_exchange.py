from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from dragoman.web.app import create_app
from tests.web.browser import LANGUAGES, Browser
from tests.workspace.copies import GLOSSARY, PASSPHRASE, Copy

ZIP = "application/zip"


@pytest.fixture
def steppe(tmp_path: Path) -> Iterator[Copy]:
    copy = Copy.made(tmp_path, "steppe")
    yield copy
    copy.workspace.close()


@pytest.fixture
def lake(tmp_path: Path, steppe: Copy) -> Iterator[Browser]:
    """The site of a copy that trusts another one, and has a glossary with it."""
    copy = Copy.made(tmp_path, "lake")
    copy.trusts(steppe)
    steppe.trusts(copy)
    copy.take(steppe.bundle())
    copy.found(steppe)
    steppe.take(copy.bundle())
    copy.workspace.close()
    folder = copy.workspace.folder
    with TestClient(create_app(folder, working=False), base_url="http://localhost") as client:
        yield Browser(client, folder)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_has_both_forms_and_what_was_traded(lake: Browser, language: str) -> None:
    page = lake.get(f"/{language}/exchange")
    assert page.status == 200
    assert len(page.find("//main//form")) == 2
    assert len(page.find("//main//tbody/tr")) == 2


def test_a_bundle_is_taken(lake: Browser, steppe: Copy) -> None:
    steppe.propose("quay", "quay", Copy.opened(lake.folder.parent, "lake"))
    files = [("file", ("bundle.zip", steppe.bundle(), ZIP))]
    page = lake.post("/en/exchange", {"action": "import"}, files)
    assert page.status == 200
    assert "The bundle of Steppe was taken." in page.words
    assert f"/en/glossary/{GLOSSARY}/quay" in page.links()
    again = lake.post("/en/exchange.json", {"action": "import"}, files)
    report = again.answer.json()["report"]
    assert (report["new"], report["sender"], report["known"]) == ({}, steppe.party, 5)


def test_a_bundle_is_saved_and_taken_elsewhere(lake: Browser, steppe: Copy) -> None:
    party = lake.get("/en/exchange").find("//input[@name='party']/@value")[0]
    sent = {"action": "export", "party": party, "passphrase": PASSPHRASE, "to": steppe.party}
    page = lake.post("/en/exchange", sent)
    assert page.headers["content-type"] == ZIP
    assert 'filename="lake-' in page.headers["content-disposition"]
    assert steppe.take(page.content).sender == party
    assert lake.get("/en/exchange.json").answer.json()["bundles"][-1]["direction"] == "sent"


def test_what_cannot_be_taken_says_why_and_changes_nothing(lake: Browser, steppe: Copy) -> None:
    before = lake.get("/en/exchange.json").text
    data = bytearray(steppe.bundle())
    data[len(data) // 2] ^= 1
    page = lake.post("/en/exchange", {"action": "import"}, [("file", ("b.zip", bytes(data), ZIP))])
    assert page.status in (400, 422)
    assert "nothing of it was taken" in page.find("//*[@role='alert']")[0].text_content()
    assert lake.post("/en/exchange", {"action": "import"}).status == page.status
    assert lake.post("/en/exchange", {"action": "else"}).status == page.status
    party = lake.get("/en/exchange").find("//input[@name='party']/@value")[0]
    wrong = {"action": "export", "party": party, "passphrase": "something else"}
    refused = lake.post("/en/exchange", wrong)
    assert "does not open the key" in refused.words
    assert "something else" not in refused.text
    assert lake.get("/en/exchange.json").text == before
