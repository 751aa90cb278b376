"""Pages of a workspace that holds nothing yet, or less than a page needs: what stands there teaches."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from dragoman.web.app import create_app
from dragoman.workspace import File, Workspace
from tests.web.browser import LANGUAGES, Browser

PAGES = (
    "/", "/documents", "/concordance", "/concordance?q=вода", "/concordance/collocates",
    "/concordance/collocates?q=вода", "/terms", "/pairs", "/formulations", "/formulations/вода", "/threats",
    "/threats/quotations", "/check",
)  # fmt: skip


@pytest.fixture
def fresh(tmp_path: Path) -> Iterator[Browser]:
    """The site of a workspace without documents."""
    Workspace.create(tmp_path / "w").close()
    with TestClient(create_app(tmp_path / "w", working=False), base_url="http://localhost") as client:
        yield Browser(client, tmp_path / "w")


def add(browser: Browser, *texts: tuple[str, str], work: bool = True) -> None:
    """Add a document in some languages."""
    with Workspace.open(browser.folder) as workspace:
        workspace.add([File(text.encode(), f"text.{code}.txt") for code, text in texts])
        if work:
            workspace.work()


def open_all(browser: Browser, language: str) -> None:
    """Every page opens, and as JSON too."""
    for page in PAGES:
        path, mark, query = page.partition("?")
        for address in (path, f"{path.rstrip('/') or '/index'}.json"):
            assert browser.get(f"/{language}{address}{mark}{query}").status == 200, address


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_opens_at_each_stage(fresh: Browser, language: str) -> None:
    open_all(fresh, language)
    add(fresh, ("ru", "Вода чистая. Озеро большое."), work=False)
    open_all(fresh, language)
    add(fresh, ("ru", "Дом большой."), ("zh", "水很干净。湖很大。"))
    open_all(fresh, language)


def test_nothing_is_asked_for_that_cannot_be_answered(fresh: Browser) -> None:
    for page in ("/terms", "/pairs", "/formulations"):
        found = fresh.get(f"/en{page}")
        assert not found.find("//main//form"), page
        assert "/en/documents/new" in [link.get("href") for link in found.find("//main//a")]
    add(fresh, ("ru", "Вода чистая. Озеро большое."), work=False)
    assert not fresh.get("/en/pairs").find("//main//form")
    assert "two languages" in fresh.get("/en/pairs").words
    for page in ("/terms", "/formulations"):
        assert fresh.get(f"/en{page}").find("//main//form"), page


def test_what_is_awaited_and_what_is_not_there_are_told_apart(fresh: Browser) -> None:
    add(fresh, ("ru", "Вода чистая. Озеро большое."), ("zh", "水很干净。湖很大。"), work=False)
    for page in ("/terms?in=ru", "/pairs"):
        assert "dragoman jobs --work" in fresh.get(f"/en{page}").words
    with Workspace.open(fresh.folder) as workspace:
        workspace.work()
    terms, pairs = fresh.get("/en/terms?in=ru").words, fresh.get("/en/pairs").words
    assert "too short" in terms
    assert "more texts" in pairs
    assert "jobs --work" not in terms + pairs
