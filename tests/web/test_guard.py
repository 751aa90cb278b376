from __future__ import annotations

from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from dragoman.web.app import create_app
from tests.web.browser import Browser

HERE = ("localhost", "localhost:8013", "127.0.0.1:8013", "[::1]:8013", "dragoman.localhost", "LOCALHOST.")
ELSEWHERE = ("example.org", "localhost.example.org", "192.168.1.7", "127.0.0.1.example.org", "", "[::1")


@pytest.mark.parametrize("host", HERE)
def test_the_machine_answers_to_its_own_names(browser: Browser, host: str) -> None:
    assert browser.get("/en/", host=host).status == 200


@pytest.mark.parametrize("host", ELSEWHERE)
def test_a_name_from_elsewhere_is_refused(browser: Browser, host: str) -> None:
    page = browser.get("/ru/", host=host)
    assert page.status == 403
    assert page.tree.get("lang") == "ru"
    assert "content-security-policy" in page.headers


def test_a_site_that_is_served_to_others_answers_to_its_names(room: Path) -> None:
    with TestClient(create_app(room, working=False), base_url="http://archive.example") as client:
        assert client.get("/en/").status_code == 200
    app = create_app(room, hosts=["archive.example"], working=False)
    with TestClient(app, base_url="http://archive.example") as client:
        assert client.get("/en/").status_code == 200
        assert client.get("/en/", headers={"host": "other.example"}).status_code == 403
    with TestClient(app, base_url="http://localhost") as client:
        assert client.get("/en/").status_code == 200
        assert client.get("/en/", headers={"host": "archive.example"}).status_code == 200


@pytest.mark.parametrize(
    "headers",
    [
        {"sec-fetch-site": "cross-site"},
        {"sec-fetch-site": "same-site"},
        {"origin": "https://example.org"},
        {"origin": "http://localhost:8080"},
        {"origin": "null"},
    ],
)
def test_another_site_cannot_write(writer: Browser, headers: dict[str, str]) -> None:
    address = f"/en/documents/{writer.statement}/about"
    page = writer.post(address, {"was-title": "", "title": "Taken over"}, headers=headers)
    assert page.status == 403
    assert "another site" in page.words
    assert "Taken over" not in writer.get("/en/documents").words


@pytest.mark.parametrize("headers", [{"sec-fetch-site": "same-origin"}, {"sec-fetch-site": "none"}, {}])
def test_our_own_forms_are_taken(writer: Browser, headers: dict[str, str]) -> None:
    address = f"/en/documents/{writer.statement}/about"
    assert writer.post(address, {"was-kind": "", "kind": "Statement"}, headers=headers).status == 303


def test_the_documentation_pages_of_the_framework_are_off(browser: Browser) -> None:
    for path in ("/docs", "/redoc", "/openapi.json"):
        assert browser.get(path, follow=True).status == 404


def test_behind_a_proxy_every_address_has_its_prefix(room: Path) -> None:
    app = create_app(room, working=False)
    with TestClient(app, base_url="http://localhost", root_path="/dragoman") as client:
        answer = client.get("/dragoman/en/documents")
        assert answer.status_code == 200
        assert 'href="/dragoman/static/style.css"' in answer.text
        assert 'href="/en/' not in answer.text
        assert client.get("/dragoman/en/documents.json").json()["documents"]
        assert client.get("/dragoman/", follow_redirects=False).headers["location"] == "/dragoman/en/"
