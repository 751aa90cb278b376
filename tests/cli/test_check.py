from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import docx
import pytest

from dragoman.readers import read as read_file
from dragoman.workspace import Workspace
from tests.cli.agreeing import PASSPHRASE, content
from tests.cli.commands import run
from tests.cli.inside import dragoman, read

LIST = """entry,ru,zh,zh deprecated,note
council,Совет Озера,湖泊理事会,湖泊委员会,since 2020
register,водный кадастр,水资源登记册|水域清册,,
treaty,соглашение,协定,合同,
"""
SOURCE = "Совет Озера собрался в мае. Он утвердил водный кадастр. Стороны подписали соглашение."
DRAFT = "湖泊委员会于五月召开会议。会议批准了水域清册。双方签署了合同。"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a list, a source and a draft; the current folder."""
    for name, text in (("terms.csv", LIST), ("note.ru.txt", SOURCE), ("note.zh.txt", DRAFT)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_remarks_are_shown_with_their_places(folder: Path) -> None:
    outcome = dragoman("check note.zh.txt --lang zh --terms terms.csv --source note.ru.txt")
    assert outcome.code == 1
    assert outcome.out.splitlines() == [
        "1  not to be used, 97%",
        "    [湖泊委员会]于五月召开会议。",
        "    Could stand here: 湖泊理事会",
        "    湖泊委员会 is not to be used for Совет Озера, says terms.csv.",
        "    since 2020",
        "3  not to be used, 97%",
        "    双方签署了[合同]。",
        "    Could stand here: 协定",
        "    合同 is not to be used for соглашение, says terms.csv.",
    ]
    assert outcome.err == "2 remarks, 3 sentences.\n"


@pytest.mark.parametrize(
    ("options", "code"),
    [
        ("", 1),
        ("--fail-on none", 0),
        ("--fail-on superseded,inconsistent", 0),
        ("--fail-on forbidden", 1),
        ("--line 0.95", 0),
        ("--fail-on not-followed", 0),
    ],
)
def test_the_exit_code_says_whether_something_is_remarked(folder: Path, options: str, code: int) -> None:
    assert dragoman(f"check note.zh.txt --lang zh --terms terms.csv {options}").code == code


def test_a_clean_draft_is_well(folder: Path) -> None:
    (folder / "clean.txt").write_text("双方签署了协定。", encoding="utf-8")
    outcome = dragoman("check clean.txt --lang zh --terms terms.csv")
    assert (outcome.code, outcome.out, outcome.err) == (0, "", "0 remarks, 1 sentence.\n")


def test_a_term_that_is_not_followed_comes_with_the_source(folder: Path) -> None:
    (folder / "note.zh.txt").write_text(
        "委员会于五月召开会议。会议批准了文件。双方签署了文本。", encoding="utf-8"
    )
    outcome = dragoman("check note.zh.txt --lang zh --terms terms.csv --source note.ru.txt --line 0.4")
    assert outcome.code == 1
    assert "2  not followed, " in outcome.out
    assert "    Он утвердил водный кадастр.\n" in outcome.out


def test_json_holds_what_was_found(folder: Path) -> None:
    outcome = dragoman("check note.zh.txt --lang zh --terms terms.csv --source note.ru.txt --json")
    found = json.loads(outcome.out)
    assert outcome.code == 1
    assert [one["words"] for one in found["remarks"]] == ["湖泊委员会", "合同"]
    assert found["remarks"][1]["reason"] == "合同 is not to be used for соглашение, says terms.csv."
    assert found["remarks"][1]["source_spans"] == [
        {"sentence": 2, "start": 18, "end": 28, "first": 74, "last": 84}
    ]
    assert found["source_language"] == "ru"
    assert [use["designation"]["text"] for use in found["used"]] == ["湖泊委员会", "水域清册", "合同"]
    assert "alignment" not in found


def test_several_lists_are_one(folder: Path) -> None:
    (folder / "more.tsv").write_text("zh deprecated\tzh\n五月\t5月\n", encoding="utf-8")
    found = dragoman("check note.zh.txt --lang zh --terms terms.csv --terms more.tsv --json").out
    assert [one["words"] for one in json.loads(found)["remarks"]] == ["湖泊委员会", "五月", "合同"]


def test_a_draft_may_come_from_standard_input(folder: Path) -> None:
    outcome = run("check", "-", "--lang", "zh", "--terms", "terms.csv", stdin=DRAFT.encode(), folder=folder)
    assert (outcome.code, outcome.err) == (1, "2 remarks, 3 sentences.\n")


def test_a_word_document_gets_comments(folder: Path) -> None:
    document = docx.Document()
    document.add_paragraph("双方签署了合同。")
    document.save("draft.docx")
    outcome = dragoman("check draft.docx --lang zh --terms terms.csv --docx out.docx --fail-on none")
    assert (outcome.code, outcome.err) == (0, "Written: out.docx\n1 remark, 1 sentence.\n")
    [comment] = docx.Document("out.docx").comments
    assert [paragraph.text for paragraph in comment.paragraphs] == [
        "not to be used, 90%",
        "Could stand here: 协定",
        "合同 is not to be used, says terms.csv.",
    ]
    assert read_file(folder / "out.docx")[0].text == "双方签署了合同。"


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("note.zh.txt --lang zh", "Give a list of terms (--terms), a glossary (--glossary), or --known."),
        (
            "note.zh.txt --lang zh --terms terms.csv --fail-on all",
            "all is no kind of remark; there are: forbidden",
        ),
        ("note.zh.txt --lang zh --terms terms.csv --docx a.docx", "Comments can be written into a DOCX only"),
        ("note.zh.txt --lang en --terms terms.csv", "note.zh.txt: The text is declared en but looks like zh"),
        ("note.zh.txt --lang xx --terms terms.csv", "No language has the code 'xx'."),
        ("note.zh.txt --lang zh --terms note.zh.txt", "Line 1: the heading names no language"),
        ("note.zh.txt --lang zh --terms none.csv", "does not exist"),
        ("note.zh.txt --lang zh --known -w nowhere", "no workspace"),
    ],
)
def test_what_cannot_be_used_is_said(folder: Path, line: str, message: str) -> None:
    outcome = dragoman(f"check {line}")
    assert outcome.code == 2
    assert message in outcome.err


def test_usual_renderings_of_the_workspace_are_known(workspace: Path, tmp_path: Path) -> None:
    draft = tmp_path / "draft.zh.txt"
    draft.write_text("双方签署了协定。", encoding="utf-8")
    (tmp_path / "terms.csv").write_text("zh\n协定\n", encoding="utf-8")
    terms = tmp_path / "terms.csv"
    outcome = dragoman("check --lang zh --known", draft, "--terms", terms)
    assert outcome.code == 0, outcome.err
    assert read("check --lang zh --known", draft, "--terms", terms)["remarks"] == []


def test_what_parties_agreed_on_is_kept_to(common: Path) -> None:
    agree(common, ("zh", "关口", "deprecated"), usage={"zh": "山间道路不用此词。"})
    (common / "draft.zh.txt").write_text("双方修建了关口。", encoding="utf-8")
    outcome = dragoman("check draft.zh.txt --lang zh --glossary common")
    assert outcome.code == 1
    assert outcome.out.splitlines() == [
        "1  not to be used, 90%",
        "    双方修建了[关口]。",
        "    Could stand here: 山口",
        "    关口 is not to be used, says Common.",
        "    山间道路不用此词。",
    ]
    assert dragoman("check draft.zh.txt --lang zh --known").code == 1
    outcome = dragoman("check draft.zh.txt --lang zh --glossary uncommon")
    assert (outcome.code, "There is no glossary uncommon." in outcome.err) == (2, True)
    (common / "draft.ru.txt").write_text("Стороны построили перевал.", encoding="utf-8")
    found = read("check draft.zh.txt --lang zh --glossary common --source draft.ru.txt --fail-on none")
    assert [(one["kind"], one["entry"]["standing"]) for one in found["remarks"]] == [("forbidden", "agreed")]


def agree(folder: Path, *more: tuple[str, str, str], **said: Any) -> None:
    """Have both parties agree on an entry, with these terms besides."""
    whole = content("equivalent", **said)
    whole["terms"] += [
        {**whole["terms"][0], "language": code, "text": text, "status": status} for code, text, status in more
    ]
    with Workspace.open(folder) as workspace:
        lake, steppe = (workspace.parties.unlocked(name, PASSPHRASE) for name in ("lake", "steppe"))
        made = workspace.glossaries.propose(lake, "common", "pass", whole)
        workspace.glossaries.accept(steppe, "common", made)
