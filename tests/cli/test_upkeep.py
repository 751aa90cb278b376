"""`jobs`, `rebuild`, `doctor` and `record`."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tests.cli.inside import document, dragoman, read


def original(workspace: Path) -> Path:
    """One of the originals."""
    return next(file for file in sorted((workspace / "originals").rglob("*")) if file.is_file())


def test_jobs_are_listed(workspace: Path) -> None:
    outcome = dragoman("jobs")
    # The latest first: the terms of all documents are found after the document.
    terms, first = (line.split() for line in outcome.out.splitlines())
    assert (terms[1:3], first[1:3], outcome.err) == (["terms", "done"], [document(), "done"], "")
    assert [job["id"] for job in read("jobs")] == [terms[0], first[0]]
    assert dragoman("jobs --active").err == "There is no work.\n"
    assert read("jobs --active") == []


def test_a_rebuild_gives_the_same_digests_each_time(workspace: Path) -> None:
    first = read("rebuild")
    assert all(digest.startswith("sha256:") for digest in first.values())
    assert read("rebuild", document()[:5]) == first
    outcome = dragoman("rebuild")
    assert outcome.err == "Rebuilt.\n"
    assert dict(line.split() for line in outcome.out.splitlines()) == first


def test_a_rebuild_of_what_is_not_there(workspace: Path) -> None:
    assert dragoman("rebuild zzzzzz").code == 2


def test_a_workspace_that_is_well(workspace: Path) -> None:
    outcome = dragoman("doctor")
    assert (outcome.code, outcome.out) == (0, "All is well.\n")
    assert read("doctor") == []


def test_an_original_that_was_changed_is_grave(workspace: Path) -> None:
    file = original(workspace)
    file.chmod(0o644)
    file.write_bytes(b"something else")
    outcome = dragoman("doctor")
    assert outcome.code == 1
    assert outcome.out.startswith("Grave: ")
    told = json.loads(dragoman("doctor --json").out)
    assert any(it["grave"] for it in told)


def test_a_folder_without_a_workspace_is_grave(tmp_path: Path) -> None:
    outcome = dragoman("doctor -w", tmp_path)
    assert outcome.code == 1
    assert "There is no workspace in this folder." in outcome.out


def test_a_damaged_database_is_made_anew(workspace: Path) -> None:
    before = read("show", document())
    name = document()
    damaged = workspace / "dragoman.db"
    data = bytearray(damaged.read_bytes())
    data[:4096] = b"\xff" * 4096
    damaged.write_bytes(data)
    outcome = dragoman("doctor")
    assert outcome.code == 1
    assert "dragoman doctor --recover" in outcome.out
    outcome = dragoman("doctor --recover")
    assert (outcome.code, outcome.out) == (0, "All is well.\n")
    assert "The damaged file is kept as" in outcome.err
    assert read("show", name) == before


def test_the_record_is_listed_and_verified(workspace: Path) -> None:
    lines = dragoman("record log").out.splitlines()
    assert [line.split()[3] for line in lines] == ["document.added"] + ["version.added"] * 3
    assert dragoman("record log", document()).out.splitlines() == lines
    events = read("record log")
    assert [it["sequence"] for it in events] == [1, 2, 3, 4]
    assert [it["previous"] for it in events] == ["", *(it["hash"] for it in events[:-1])]
    outcome = dragoman("record verify")
    assert (outcome.code, outcome.out) == (0, "4 events, all as they were written.\n")
    assert read("record verify") == []


@pytest.mark.parametrize("option", ["", "--json"])
@pytest.mark.parametrize(
    "harm",
    [
        "UPDATE event SET line = replace(line, 'Joint', 'Secret') WHERE sequence = 1",
        "DELETE FROM event WHERE sequence = 2",
    ],
)
def test_a_record_that_was_altered_ends_with_exit_code_5(workspace: Path, option: str, harm: str) -> None:
    with closing(sqlite3.connect(workspace / "dragoman.db")) as connection:
        connection.execute(harm)
        connection.commit()
    outcome = dragoman(f"record verify {option}")
    assert outcome.code == 5
    assert outcome.out or outcome.err.startswith("Error: ")
