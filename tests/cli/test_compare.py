"""`dragoman compare` and `dragoman findings`."""

from __future__ import annotations

import json
import re
from io import BytesIO
from pathlib import Path

import docx
import pytest

from dragoman.workspace import About, File, Workspace
from tests.cli.commands import run
from tests.cli.inside import dragoman, read

EN = (
    "The two ferries cross the lake every morning.\n\n"
    "Each harbour keeps one tug ready for the whole night.\n\n"
    "The harbour masters speak to each other by radio.\n\n"
    "A bell is rung when the fog is thick.\n"
)
RU = (
    "Два парома ходят через озеро каждое утро.\n\n"
    "В каждой гавани всю ночь стоит наготове один буксир.\n\n"
    "В густой туман звонят в колокол.\n"
)
OMITTED = "The harbour masters speak to each other by radio."


@pytest.fixture
def files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Two versions of a text in the current folder."""
    (tmp_path / "harbours.en.txt").write_text(EN, encoding="utf-8")
    (tmp_path / "harbours.ru.txt").write_text(RU, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def document(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """The same in a workspace, which is the current folder."""
    folder = tmp_path / "workspace"
    with Workspace.create(folder, author="Anna") as workspace:
        given = [File(EN.encode(), "harbours.en.txt"), File(RU.encode(), "harbours.ru.txt")]
        name = workspace.add(given, About(title="Harbours", invented=True)).document
        workspace.work()
    monkeypatch.chdir(folder)
    monkeypatch.delenv("DRAGOMAN_WORKSPACE", raising=False)
    return name


def test_files_are_compared_for_people_and_for_programs(files: Path) -> None:
    outcome = dragoman("compare harbours.en.txt harbours.ru.txt")
    assert re.match(r"1\. Left out, \d+% probable\n", outcome.out)
    assert f"  en    {OMITTED}" in outcome.out
    assert "1 place where the versions may differ in substance." in outcome.err
    found = read("compare harbours.en.txt harbours.ru.txt")
    assert found["title"] == "harbours.en.txt – harbours.ru.txt"
    assert [each["kind"] for each in found["findings"]] == ["omitted"]
    assert dragoman("compare harbours.en.txt harbours.ru.txt --line 1").out == ""


def test_the_interface_language_is_that_of_the_person(files: Path) -> None:
    outcome = run("compare", "harbours.en.txt", "harbours.ru.txt", language="ru", folder=files)
    assert outcome.code == 0
    assert "harbours" not in outcome.err
    assert not outcome.out.startswith("1. Left out")


def test_reports_are_written_to_files(files: Path) -> None:
    for form in ("html", "json", "text"):
        outcome = dragoman(f"compare harbours.en.txt harbours.ru.txt --format {form} -o made.{form}")
        assert outcome.code == 0
        assert OMITTED in (files / f"made.{form}").read_text(encoding="utf-8")
    assert dragoman("compare harbours.en.txt harbours.ru.txt --format docx -o made.docx").code == 0
    made = docx.Document(BytesIO((files / "made.docx").read_bytes()))
    assert len(list(made.comments)) == 1
    refused = dragoman("compare harbours.en.txt harbours.ru.txt --format docx")
    assert (refused.code, "name it with --output" in refused.err) == (2, True)


def test_a_list_of_terms_is_kept_to(files: Path) -> None:
    (files / "terms.csv").write_text("ru,en,en deprecated\nбуксир,tugboat,tug\n", encoding="utf-8")
    found = read("compare harbours.en.txt harbours.ru.txt --terms terms.csv --line 0.3")
    assert "rendering" in [each["kind"] for each in found["findings"]]


def test_what_cannot_be_compared_is_said(files: Path) -> None:
    for line, code, message in (
        ("compare harbours.en.txt nosuch.txt", 2, "nosuch.txt: There is no such file."),
        ("compare harbours.en.txt harbours.ru.txt --lang ru", 2, "2 texts and 1 languages were given."),
        ("compare harbours.en.txt harbours.ru.txt --lang de --lang de", 2, "two"),
        ("compare harbours.en.txt harbours.en.txt", 2, "Two versions are in the language en"),
        ("compare harbours.en.txt harbours.ru.txt --line 2", 2, "--line"),
        ("compare nosuchdocument", 2, "no workspace"),
    ):
        outcome = dragoman(line)
        assert outcome.code == code, line
        assert message.lower() in outcome.err.lower(), outcome.err


def test_decisions_are_recorded_and_taken_back(document: str) -> None:
    (found,) = read(f"compare {document[:5]}")["findings"]
    assert (found["state"], found["versions"][0]["places"][0]["words"]) == ("open", OMITTED)
    name = found["id"]
    assert dragoman(f"compare {document}").out.splitlines()[0].endswith(f"  {name}")
    accepted = dragoman(f"findings accept {name} --author Boris")
    assert re.fullmatch(r"sha256:[0-9a-f]{64}\n", accepted.out)
    assert dragoman(f"findings accept {name}").code == 2
    dragoman(f"findings dismiss {name} --reason 'The annex says so.'")
    (decision,) = read("findings decisions")
    assert (decision["accepted"], decision["reason"], decision["author"]) == (
        False,
        "The annex says so.",
        "Anna",
    )
    assert "dismissed: The annex says so." in dragoman(f"findings decisions {document}").out
    (found,) = json.loads(dragoman(f"compare {document} --json --line 1").out)["findings"]
    assert (found["state"], found["decision"]) == ("dismissed", "The annex says so.")
    assert dragoman(f"findings reopen {name}").err == "Taken back.\n"
    assert read("findings decisions") == []
    assert "There is no such finding." in dragoman("findings accept nosuch").err
    assert "needs a reason" in dragoman(f"findings dismiss {name} --reason ' '").err
