from __future__ import annotations

from pathlib import Path

import pytest

from dragoman.workspace import Workspace
from tests.cli.inside import dragoman


def test_a_workspace_is_made_and_the_next_command_named(tmp_path: Path) -> None:
    folder = tmp_path / "our texts"
    outcome = dragoman("init --title Texts --party A --author B", folder)
    assert (outcome.code, outcome.out) == (0, "")
    assert outcome.err == (
        f"There is a workspace in {folder} now.\nNext: dragoman add -w '{folder}' FILE FILE\n"
    )
    with Workspace.open(folder) as workspace:
        assert (workspace.title, workspace.party, workspace.author) == ("Texts", "A", "B")


def test_it_is_made_in_the_current_folder_if_none_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert dragoman("init").err == (
        "There is a workspace in this folder now.\nNext: dragoman add FILE FILE\n"
    )
    Workspace.open(tmp_path).close()


def test_a_second_one_in_the_same_folder_is_refused(tmp_path: Path) -> None:
    assert dragoman("init", tmp_path).code == 0
    outcome = dragoman("init", tmp_path)
    assert outcome.code == 2
    assert "There is a workspace in this folder already." in outcome.err


def test_a_folder_without_a_workspace_is_named(tmp_path: Path) -> None:
    outcome = dragoman("documents -w", tmp_path)
    assert outcome.code == 2
    assert outcome.err == (
        f"Error: {tmp_path}: There is no workspace in this folder. Make one with `dragoman init`, or name "
        "another folder with --workspace.\n"
    )


def test_the_environment_may_name_the_workspace(
    workspace: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("DRAGOMAN_WORKSPACE", str(workspace))
    assert "Joint statement" in dragoman("documents").out
