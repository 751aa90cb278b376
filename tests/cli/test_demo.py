from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.inside import dragoman, read


def test_the_demo_is_made_once_and_the_next_command_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    outcome = dragoman("demo")
    assert (outcome.code, outcome.out) == (0, "")
    assert outcome.err == (
        "The demo is in dragoman-demo. Its texts are invented.\n"
        "Read it in the browser: dragoman serve -o -w dragoman-demo\n"
    )
    documents = read("documents -w dragoman-demo")
    assert documents
    assert all(it["about"]["invented"] for it in documents)
    assert dragoman("doctor -w dragoman-demo").out == "All is well.\n"

    again = dragoman("demo")
    assert again.code == 0
    assert again.err.startswith("There is a workspace in dragoman-demo already; it is left as it is.\n")
    assert read("documents -w dragoman-demo") == documents


def test_a_folder_with_other_things_in_it_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "mine.txt").touch()
    outcome = dragoman("demo", tmp_path)
    assert outcome.code == 2
    assert "This folder is not empty." in outcome.err
    assert [file.name for file in tmp_path.iterdir()] == ["mine.txt"]
