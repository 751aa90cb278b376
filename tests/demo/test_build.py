from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path

import pytest

from dragoman.demo import build, story
from dragoman.errors import InputError
from dragoman.plain import plain
from dragoman.workspace import Job, Workspace


def test_the_demo_holds_both_documents_ready_to_read(demo: Workspace) -> None:
    documents = {document.about.kind: document for document in demo.documents()}
    assert documents["joint statement"].languages == ("en", "ru", "zh")
    assert documents["protocol"].languages == ("ru", "zh")
    assert all(document.state == "ready" for document in documents.values())
    assert all(document.about.invented for document in documents.values())
    assert all(source.invented and source.licence == "Apache-2.0" for source in demo.sources())
    assert demo.jobs(active=True) == []
    assert demo.verify() == []


def test_progress_is_told(demo: Workspace, steps: list[Job]) -> None:
    # Each document, and the terms of all.
    assert {job.document for job in steps} == {"", *(document.id for document in demo.documents())}


def test_the_place_was_mended_and_both_spellings_are_kept(demo: Workspace) -> None:
    (statement,) = (document for document in demo.documents() if document.about.kind == "joint statement")
    assert statement.about.place == story.PLACE
    (event,) = (event for event in demo.history(statement.id) if event.kind == "document.described")
    assert event.body["was"] == story.STATEMENT.about.place
    assert event.author == story.AUTHOR


def test_the_row_that_the_aligner_took_apart_was_mended(demo: Workspace) -> None:
    (statement,) = (document for document in demo.documents() if document.about.kind == "joint statement")
    (event,) = (event for event in demo.history(statement.id) if event.kind == "alignment.corrected")
    (row,) = (row for row in demo.parallel(statement.id, ("ru", "zh")).rows if row.corrected)
    assert row.corrected == (event.hash,)
    assert row.probability == 1.0
    for cell in row.cells:
        openings = story.TOGETHER[cell.language]
        assert len(cell.sentences) == len(openings)
        assert all(s.text.startswith(o) for s, o in zip(cell.sentences, openings, strict=True))


def test_two_demos_differ_in_times_only(demo: Workspace, tmp_path: Path) -> None:
    """The hash of an event holds its time, so what names events names others in each of them."""
    with build(tmp_path / "again") as again:
        assert _told(again) == _told(demo)
        assert again.parties.held() == demo.parties.held()
        for document in demo.documents():
            mine, its = (side.parallel(document.id).rows for side in (demo, again))
            assert [replace(row, corrected=()) for row in mine] == [replace(row, corrected=()) for row in its]
            assert [len(row.corrected) for row in mine] == [len(row.corrected) for row in its]


def _told(workspace: Workspace) -> list[tuple[str, str, str]]:
    """Who said what, with a number for each hash, in the order in which they are named."""
    numbers: dict[str, int] = {}

    def numbered(found: re.Match[str]) -> str:
        return str(numbers.setdefault(found[0], len(numbers)))

    return [
        (event.party, event.kind, re.sub("sha256:[0-9a-f]{64}", numbered, json.dumps(plain(event.body))))
        for event in workspace.history()
    ]


def test_a_folder_with_something_in_it_is_left_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("Dear neighbour", encoding="utf-8")
    with pytest.raises(InputError, match="not empty"):
        build(tmp_path)
    assert [file.name for file in tmp_path.iterdir()] == ["letter.txt"]


def test_a_file_is_no_folder(tmp_path: Path) -> None:
    file = tmp_path / "letter.txt"
    file.write_text("Dear neighbour", encoding="utf-8")
    with pytest.raises(InputError, match="cannot be made here"):
        build(file)
    assert file.read_text(encoding="utf-8") == "Dear neighbour"
