from __future__ import annotations

from pathlib import Path

from dragoman.workspace import Workspace
from tests.cli.inside import document, dragoman, read


def test_documents_are_listed_and_what_is_invented_is_marked(workspace: Path) -> None:
    outcome = dragoman("documents")
    assert outcome.code == 0
    assert outcome.out == f"{document()}  en ru zh  2025-09-18  Joint statement (invented)\n"
    assert outcome.err == ""


def test_some_are_picked_by_what_is_said_of_them(workspace: Path, samples: Path) -> None:
    assert "Joint statement" in dragoman("documents", "steppe").out
    outcome = dragoman("documents", "mountain")
    assert (outcome.code, outcome.out, outcome.err) == (0, "", "Nothing was found.\n")


def test_an_empty_workspace_says_how_to_fill_it(tmp_path: Path) -> None:
    Workspace.create(tmp_path / "new").close()
    outcome = dragoman("documents -w", tmp_path / "new")
    assert outcome.err == "There is no document yet. Add one: dragoman add FILE FILE\n"
    assert read("documents -w", tmp_path / "new") == []


def test_json_holds_what_is_known(workspace: Path) -> None:
    [found] = read("documents")
    assert found["about"]["title"] == "Joint statement"
    assert [version["language"] for version in found["versions"]] == ["en", "ru", "zh"]
    assert found["versions"][1]["sentences"] == 29
    assert found["state"] == "ready"
