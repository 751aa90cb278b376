from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path

import pytest

from dragoman.cli.progress import progress, words
from dragoman.workspace import Job, Workspace
from tests.cli.inside import document, dragoman, read
from tests.cli.test_screen import Terminal


@pytest.fixture
def empty(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty workspace; the current folder."""
    folder = tmp_path / "empty"
    Workspace.create(folder).close()
    monkeypatch.chdir(folder)
    return folder


def write(folder: Path, name: str, text: str) -> Path:
    """A file with this text."""
    file = folder / name
    file.write_text(text, encoding="utf-8")
    return file


def test_a_document_is_added_read_and_aligned(empty: Path, samples: Path) -> None:
    files = [samples / f"statement.{code}.txt" for code in ("ru", "zh")]
    outcome = dragoman("add --title Statement --party A --party B --date 2025-09 --invented", *files)
    assert outcome.code == 0
    [name] = outcome.out.splitlines()
    assert outcome.err == (
        "ru: statement.ru.txt (told by the name)\n"
        "zh: statement.zh.txt (told by the name)\n"
        "ru–zh: 27 rows, 1 without a counterpart.\n"
    )
    found = read("describe", name)
    assert found["id"] == name
    about = found["about"]
    assert (about["title"], about["parties"], about["date"]) == ("Statement", ["A", "B"], "2025-09")
    assert about["invented"] is True


def test_languages_are_told_by_the_words_or_as_the_person_says(empty: Path, samples: Path) -> None:
    russian = (samples / "statement.ru.txt").read_text(encoding="utf-8")
    chinese = (samples / "statement.zh.txt").read_text(encoding="utf-8")
    outcome = dragoman("add", write(empty, "first", russian), write(empty, "second", chinese))
    assert "ru: first (told by the words)\nzh: second (told by the words)\n" in outcome.err
    third = write(empty, "third", "The Parties exchange data. The data are given free of charge.")
    outcome = dragoman("add --lang en", third)
    assert outcome.err == "en: third (as you said)\n"


def test_a_language_for_each_file_or_for_none(empty: Path, samples: Path) -> None:
    files = [samples / f"statement.{code}.txt" for code in ("ru", "zh")]
    outcome = dragoman("add --lang ru", *files)
    assert outcome.code == 2
    assert "Give --lang once for each file" in outcome.err


def test_a_language_is_added_to_a_document(empty: Path, samples: Path) -> None:
    name = dragoman("add", samples / "statement.ru.txt").out.strip()
    outcome = dragoman(f"add --to {name[:5]}", samples / "statement.zh.txt")
    assert outcome.code == 0
    assert outcome.out.strip() == name
    assert "ru–zh: 27 rows, 1 without a counterpart." in outcome.err


def test_another_text_in_a_language_needs_replace(workspace: Path, samples: Path) -> None:
    text = (samples / "statement.ru.txt").read_text(encoding="utf-8")
    file = write(workspace, "statement.ru.txt", text + "\n\nСтороны продолжат работу.\n")
    outcome = dragoman(f"add --to {document()}", file)
    assert outcome.code == 2
    assert "has another text in the language ru already" in outcome.err
    assert dragoman(f"add --to {document()} --replace", file).code == 0
    [version] = [it for it in read("describe", document())["versions"] if it["language"] == "ru"]
    assert len(version["earlier"]) == 1


def test_files_that_are_there_are_noticed(workspace: Path, samples: Path) -> None:
    outcome = dragoman("add", samples / "statement.ru.txt", samples / "statement.zh.txt")
    assert outcome.code == 0
    assert outcome.out.strip() == document()
    assert outcome.err.splitlines() == [
        f"{name} is in the workspace already, in the document {document()}."
        for name in ("statement.ru.txt", "statement.zh.txt")
    ]


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "empty.ru.txt"),
        (b"\x00\x01\x02\x03 nothing to read", "empty.ru.txt"),
    ],
)
def test_a_file_that_cannot_be_read_stores_nothing(empty: Path, content: bytes, message: str) -> None:
    file = empty / "empty.ru.txt"
    file.write_bytes(content)
    outcome = dragoman("add", file)
    assert outcome.code == 2
    assert message in outcome.err
    assert outcome.out == ""
    assert read("documents") == []
    assert [it for it in (empty / "originals").rglob("*") if it.is_file()] == []


def test_a_date_that_is_none(empty: Path, samples: Path) -> None:
    outcome = dragoman("add --date yesterday", samples / "statement.ru.txt")
    assert outcome.code == 2
    assert "Write it as 2024, 2024-05 or 2024-05-16." in outcome.err


def test_a_document_that_cannot_be_aligned_is_an_error_of_its_own(empty: Path) -> None:
    recipe = (
        "Take two onions and fry them slowly in butter. Add the rice and stir it well. Serve it hot. " * 4
    )
    river = (
        "Стороны договорились о совместном использовании реки. Доли сокращаются поровну. Рыбу берегут. " * 9
    )
    files = (write(empty, "a.en.txt", recipe), write(empty, "b.ru.txt", river))
    outcome = dragoman("add", *files)
    assert outcome.code == 3
    assert outcome.err.splitlines()[-1].startswith("Error: ")
    [found] = read("documents")
    assert found["state"] == "failed"


def test_ctrl_c_leaves_the_work_to_another_run(
    empty: Path, samples: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(*_arguments: object, **_named: object) -> int:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(Workspace, "work", interrupted)
        outcome = dragoman("add", samples / "statement.ru.txt", samples / "statement.zh.txt")
    assert outcome.code == 130
    assert outcome.err.endswith("Stopped. `dragoman jobs --work` goes on from here.\n")
    assert [job["state"] for job in read("jobs --active")] == ["waiting"]
    assert "done" in dragoman("jobs --work").out
    assert read("documents")[0]["state"] == "ready"


def test_a_name_that_a_terminal_would_obey_is_shown_instead(empty: Path, samples: Path) -> None:
    text = (samples / "statement.ru.txt").read_text(encoding="utf-8")
    outcome = dragoman("add", write(empty, "a\x1b[2J\nb.ru.txt", text))
    assert outcome.code == 0
    assert outcome.err.count("\n") == 1
    assert "\x1b" not in outcome.err + dragoman("documents").out + dragoman("record log").out
    mistake = dragoman("add", write(empty, "a\x1b[2J.ru.txt", ""))
    assert "a�[2J.ru.txt" in mistake.err


def test_progress_is_shown_where_a_person_looks(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    monkeypatch.setenv("TERM", "xterm")
    with progress() as show:
        show(Job("j", "derive", "d", "running", 2, 3, "ru–zh", None, "", ""))
    assert "2 of 3 steps (ru–zh)" in terminal.getvalue()


def test_how_far_the_work_has_come_in_words() -> None:
    job = Job("j", "derive", "d", "running", 2, 3, "ru–zh", None, "", "")
    assert words(job) == "2 of 3 steps (ru–zh)"
    assert words(replace(job, step="")) == "2 of 3 steps"
    assert words(replace(job, total=0)) == "Working …"
