from __future__ import annotations

import csv
import shutil
from collections.abc import Iterator
from io import StringIO
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from dragoman.web.app import create_app
from dragoman.workspace import Workspace
from tests.web.browser import LANGUAGES, Browser
from tests.web.talks import Talks, content, hold_talks, signer


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Talks:
    """Talks that nobody changes."""
    return hold_talks(tmp_path_factory.mktemp("talks") / "workspace")


@pytest.fixture
def site(made: Talks, tmp_path: Path) -> Iterator[Browser]:
    """A copy of them, which each test may change."""
    folder = Path(shutil.copytree(made.folder, tmp_path / "workspace"))
    with TestClient(create_app(folder, working=False), base_url="http://localhost") as client:
        yield Browser(client, folder)


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_waits_is_grouped_by_party(site: Browser, made: Talks, language: str) -> None:
    page = site.get(f"/{language}/waiting")
    assert page.status == 200
    desks = page.find("//section[@class='desk']")
    asked = [
        {address.rpartition("/")[2] for address in desk.xpath(".//ul[@class='tasks']//a/@href")}
        for desk in desks
    ]
    lake, steppe = {made.digits("threat"), made.digits("upper-reaches")}, {made.digits("flood-warning")}
    # 草原 (caoyuan) comes before 湖泽 (huze).
    assert asked == ([steppe, lake] if language == "zh" else [lake, steppe])


def test_the_first_line_and_the_bar_count(site: Browser) -> None:
    page = site.get("/en/waiting")
    assert page.find("//p[@class='lead']/text()") == ["3 things wait for you, 3 of them proposals to answer."]
    for path in ("/", "/documents", "/waiting"):
        (link,) = site.get(f"/en{path}").find("//p[@class='for-you']/a")
        assert (link.text, link.get("href")) == ("3 wait for you", "/en/waiting")


def test_the_board_is_offered_for_many_at_once(site: Browser, made: Talks) -> None:
    links = site.get("/en/waiting").find("//a[@class='button']/@href")
    assert [site.get(link).status for link in links] == [200, 200]
    assert made.lake.partition("@")[2] in links[0]


def test_rounds_and_minutes_wait_too(site: Browser, made: Talks) -> None:
    with Workspace.open(site.folder) as workspace:
        lake = signer(workspace, "lake")
        workspace.rounds.open(lake, "river", "second", {"en": "Ice"}, chair="Ann")
        workspace.rounds.propose_minutes(lake, "river", "first", {"en": "We met."})
        workspace.rounds.close(lake, "river", "first")
    facts = site.json("/en/waiting.json")
    wanted = {(one["party"], one["wanted"], one["round"]) for one in facts["waiting"] if one["round"]}
    assert wanted == {
        (made.steppe, "join", "second"),
        (made.steppe, "minutes", "first"),
        (made.steppe, "closing", "first"),
    }
    rows = list(csv.DictReader(StringIO(site.get("/en/waiting.csv").text.removeprefix("\ufeff"))))
    assert len(rows) == facts["total"] == 6
    for link in site.get("/en/waiting").find("//ul[@class='tasks']//a/@href"):
        page = site.get(link)
        assert page.status == 200, link
        anchor = link.partition("#")[2]
        assert not anchor or page.find(f"//*[@id='{anchor}']"), link


def test_drafts_that_are_ready_are_the_chairs(site: Browser, made: Talks) -> None:
    with Workspace.open(site.folder) as workspace:
        draft = content("equivalent", sorted((made.lake, made.steppe)), "threat")
        workspace.drafts.save(made.lake, "river", "ice-jam", {"content": draft}, state="ready", author="Ann")
    page = site.get("/en/waiting")
    assert "Drafts that are ready to be proposed" in page.words
    assert [one["entry"] for one in site.json("/en/waiting.json")["ready"]] == ["ice-jam"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_without_a_party_nothing_waits(tmp_path: Path, language: str) -> None:
    folder = tmp_path / "w"
    Workspace.create(folder).close()
    with TestClient(create_app(folder, working=False), base_url="http://localhost") as client:
        page = Browser(client, folder).get(f"/{language}/waiting")
    assert page.find("//section[@class='empty']//a/@href") == [f"/{language}/parties"]
    assert not page.find("//p[@class='for-you']")
