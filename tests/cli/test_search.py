from __future__ import annotations

from pathlib import Path

from tests.cli.inside import document, dragoman, read


def test_sentences_are_found_in_every_form_of_a_word(workspace: Path) -> None:
    outcome = dragoman("search вода --in ru")
    assert outcome.code == 0
    lines = outcome.out.splitlines()
    assert lines[0] == f"{document()}  Joint statement (invented)"
    assert any("о её водах" in line for line in lines)
    assert outcome.err.strip() == f"{len(lines) - 1} sentences"


def test_chinese_is_found_as_it_is_written(workspace: Path) -> None:
    found = read("search 河流")
    assert found["total"] >= 3
    for hit in found["hits"]:
        assert hit["language"] == "zh"
        assert {hit["sentence"]["text"][start:end] for start, end in hit["spans"]} == {"河流"}


def test_a_part_of_what_was_found(workspace: Path) -> None:
    everything = read("search river")
    some = read("search river --limit 2 --offset 1")
    assert some["total"] == everything["total"]
    assert some["hits"] == everything["hits"][1:3]


def test_nothing_found_is_no_error(workspace: Path) -> None:
    outcome = dragoman("search вертолёт")
    assert (outcome.code, outcome.out, outcome.err) == (0, "", "Nothing was found.\n")
