"""Every address, file limit and key of the pages is described in docs/web.md."""

from __future__ import annotations

import re

import pytest
from fastapi.routing import APIRoute

from dragoman.web.app import PAGES
from dragoman.web.headers import PAGE_POLICY
from dragoman.web.posted import FILE_LIMIT, FILES_LIMIT, MB, REQUEST_LIMIT
from dragoman.web.problems import STATUS
from tests.conftest import ROOT

TEXT = (ROOT / "docs" / "web.md").read_text(encoding="utf-8")
ROUTES = [
    (method, route.path)
    for page in PAGES
    for route in page.router.routes
    if isinstance(route, APIRoute)
    for method in sorted(route.methods or ())
]


@pytest.mark.parametrize(("method", "path"), ROUTES)
def test_every_address_is_described(method: str, path: str) -> None:
    shown = path.replace("{document_id}", "ID").replace("{job_id}", "JOB").replace("{original_hash}", "HASH")
    shown = shown.replace("{anchor}", "ANCHOR").replace("{lang}", "ru")
    for name in ("glossary", "entry", "proposal", "round_id", "party_id"):
        shown = shown.replace(f"{{{name}}}", name.removesuffix("_id").upper())
    shown = (
        shown.replace("{term:path}", "TERM").replace("{phrase:path}", "PHRASE").replace("{token}", "TOKEN")
    )
    assert f"| {method} | `{shown}` |" in TEXT


def test_no_other_address_is_described() -> None:
    assert len(re.findall(r"^\| (?:GET|POST) \| `", TEXT, re.MULTILINE)) == len(ROUTES)


def test_the_limits_are_described() -> None:
    assert f"{FILE_LIMIT // MB} MB a file" in TEXT
    assert f"{REQUEST_LIMIT // MB} MB a form" in TEXT
    assert f"{FILES_LIMIT} files" in TEXT


def test_the_policy_is_described() -> None:
    assert all(f"`{part}`" in TEXT for part in PAGE_POLICY.split("; "))


def test_every_status_is_described() -> None:
    for kind, status in STATUS.items():
        assert re.search(rf"^\| {status} \|.*`{kind.__name__}`", TEXT, re.MULTILINE), kind.__name__


def test_every_key_is_described() -> None:
    script = (ROOT / "src" / "dragoman" / "web" / "static" / "keys.js").read_text(encoding="utf-8")
    keys = re.findall(r'^  "?(\S)"?:', script.partition("const KEYS")[2].partition("};")[0], re.MULTILINE)
    assert sorted(keys) == ["/", "c", "j", "k"]
    assert all(f"| <kbd>{key}</kbd> |" in TEXT for key in keys)


def test_every_key_of_the_board_is_described() -> None:
    script = (ROOT / "src" / "dragoman" / "web" / "static" / "board.js").read_text(encoding="utf-8")
    keys = re.findall(r'^    "?(\S)"?:', script.partition("const BOARD")[2].partition("};")[0], re.MULTILINE)
    assert sorted(keys) == ["?", "a", "j", "k", "l", "o", "p", "r", "v"]
    described = TEXT.partition("On the board of a round")[2].partition("They work")[0]
    assert all(f"| <kbd>{key}</kbd>" in described for key in keys)
