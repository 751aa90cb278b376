from __future__ import annotations

from pathlib import Path

from tests.cli.inside import document, dragoman, read


def test_all_that_is_known_is_shown(workspace: Path) -> None:
    lines = dragoman(f"describe {document()[:4]}").out.splitlines()
    assert lines[:4] == [
        document(),
        "title    Joint statement (invented)",
        "parties  Lake Republic; Steppe Republic",
        "date     2025-09-18",
    ]
    assert lines[5].startswith("en  statement.en.txt  29 sentences  sha256:")


def test_it_is_corrected_by_options_and_the_record_keeps_what_was(workspace: Path) -> None:
    outcome = dragoman(f"describe {document()} --place Stoneford --title 'Joint Statement' --author Anna")
    assert outcome.code == 0
    assert outcome.err == "Corrected.\n"
    assert "place    Stoneford\n" in outcome.out
    events = [it for it in read("record log") if it["kind"] == "document.described"]
    assert [(it["author"], it["body"]["field"], it["body"]["was"]) for it in events] == [
        ("Anna", "title", "Joint statement"),
        ("Anna", "place", ""),
    ]


def test_an_empty_value_takes_it_away(workspace: Path) -> None:
    assert dragoman(f"describe {document()} --party '' --date '' --not-invented").code == 0
    about = read("describe", document())["about"]
    assert (about["parties"], about["date"], about["invented"]) == ([], "", False)


def test_what_is_the_case_already_is_said(workspace: Path) -> None:
    outcome = dragoman(f"describe {document()} --date 2025-09-18")
    assert outcome.code == 2
    assert "already" in outcome.err


def test_a_document_that_is_not_there(workspace: Path) -> None:
    outcome = dragoman("describe zzzzzz")
    assert outcome.code == 2
    assert "There is no document zzzzzz." in outcome.err
