from __future__ import annotations

from pathlib import Path
from urllib.parse import quote

import pytest
from fastapi.testclient import TestClient
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman import errors
from dragoman.web.app import create_app
from dragoman.web.problems import STATUS, status_of
from dragoman.workspace import Workspace
from tests.web.browser import LANGUAGES, Browser

KINDS = [
    kind
    for kind in vars(errors).values()
    if isinstance(kind, type) and issubclass(kind, errors.DragomanError)
]


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_every_error_has_a_status(kind: type[errors.DragomanError]) -> None:
    status = status_of(kind("What is wrong."))
    assert 400 <= status < 600
    if issubclass(kind, errors.InputError) and kind is not errors.NotAWorkspace:
        assert status < 500


def test_statuses_name_what_programs_expect() -> None:
    assert STATUS[errors.NoSuchDocument] == 404
    assert STATUS[errors.AlreadyThere] == 409
    assert STATUS[errors.TooLarge] == 413
    assert STATUS[errors.BinaryInput] == 415
    assert STATUS[errors.DiskFull] == 507


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    "path", ["/nothing", "/documents/0000000000", "/jobs/0000000000", "/documents/x/about"]
)
def test_a_missing_page_says_so_in_its_language(browser: Browser, language: str, path: str) -> None:
    page = browser.get(f"/{language}{path}")
    assert page.status == 404
    assert page.tree.get("lang").startswith(language)
    assert page.find("//main//p[@class='lead']")[0].text
    assert "content-security-policy" in page.headers
    facts = browser.get(f"/{language}{path}.json")
    assert facts.status == 404
    assert facts.answer.json()["error"]["status"] == 404


@settings(max_examples=60, deadline=None)
@given(
    st.sampled_from(["", "documents/", "documents/new", "search", "jobs/", "x/"]),
    st.text(),
    st.text(),
    st.text(),
)
def test_whatever_an_address_says_it_is_answered(
    browser: Browser, folder: str, path: str, query: str, language: str
) -> None:
    for form in ("", ".json", ".csv"):
        address = f"/en/{folder}{quote(path, safe='')}{form}"
        asked = {"q": query, "in": language, "with": path, "at": query, "page": language, "document": path}
        answer = browser.client.get(address, params=asked)
        assert answer.status_code < 500, (address, asked)


def test_a_page_that_takes_no_form(browser: Browser) -> None:
    page = browser.post("/en/documents", {})
    assert page.status == 405
    assert page.find("//h1")[0].text == "This page cannot be used so"


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_error_of_our_own_is_a_page_too(
    room: Path, monkeypatch: pytest.MonkeyPatch, language: str
) -> None:
    def broken(*_given: object, **_named: object) -> None:
        raise RuntimeError("secret detail")

    app = create_app(room, working=False)
    with TestClient(app, base_url="http://localhost", raise_server_exceptions=False) as client:
        monkeypatch.setattr(Workspace, "documents", broken)
        answer = client.get(f"/{language}/documents")
        assert answer.status_code == 500
        assert f'<html lang="{"zh-Hans" if language == "zh" else language}"' in answer.text
        assert "secret detail" not in answer.text
        assert "default-src 'self'" in answer.headers["content-security-policy"]
        assert client.get(f"/{language}/documents.json").json()["error"]["status"] == 500


def test_an_error_of_the_workspace_does_not_say_where_it_lies(
    room: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def full(*_given: object, **_named: object) -> None:
        raise errors.DiskFull("The disk is full.", where=str(room), remedy="Make room.")

    with TestClient(create_app(room, working=False), base_url="http://localhost") as client:
        monkeypatch.setattr(Workspace, "documents", full)
        answer = client.get("/en/documents")
    assert answer.status_code == 507
    assert "Make room." in answer.text
    assert str(room) not in answer.text
    assert str(room) in caplog.text


def test_a_folder_without_a_workspace(tmp_path: Path) -> None:
    with pytest.raises(errors.NotAWorkspace):
        create_app(tmp_path)


def test_a_workspace_that_goes_away_and_comes_back(writer: Browser) -> None:
    elsewhere = writer.folder.with_name("moved")
    writer.folder.rename(elsewhere)
    assert writer.get("/en/documents").status == 503
    elsewhere.rename(writer.folder)
    assert writer.get("/en/documents").status == 200


def test_an_empty_workspace_teaches(tmp_path: Path) -> None:
    Workspace.create(tmp_path / "new").close()
    with TestClient(create_app(tmp_path / "new", working=False), base_url="http://localhost") as client:
        front = client.get("/en/")
        assert "dragoman demo" in front.text
        assert "/en/documents/new" in front.text
        for path in (
            "/documents", "/search", "/search?q=water", "/concordance", "/concordance?q=water", "/terms",
            "/pairs",
            "/formulations", "/formulations?phrase=water&in=en", "/sources",
        ):  # fmt: skip
            assert client.get(f"/en{path}").status_code == 200
        assert client.get("/en/index.json").json()["documents"] == 0
