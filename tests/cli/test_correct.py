from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from tests.cli.inside import anchors, document, dragoman, rows


def places(row: Any, column: int) -> str:
    """The side of a correction that a cell is: "ru:0-70,71-181"."""
    cell = row["cells"][column]
    return f"{cell['language']}:" + ",".join(f"{it['start']}-{it['end']}" for it in cell["sentences"])


def test_rows_are_joined_and_the_correction_is_taken_back(workspace: Path) -> None:
    before = rows(["ru", "zh"])
    outcome = dragoman(f"correct {document()} --in ru --with zh --join ru548 --join ru725 --author Anna")
    assert outcome.code == 0, outcome.err
    assert re.fullmatch(r"sha256:[0-9a-f]{64}\n", outcome.out)
    assert "takes it back" in outcome.err
    after = rows(["ru", "zh"])
    assert len(after) == len(before) - 1
    [joined] = [row for row in after if row["corrected"]]
    assert joined["anchor"] == "ru548"
    assert [len(cell["sentences"]) for cell in joined["cells"]] == [2, 2]
    assert joined["probability"] == 1.0
    shown = dragoman(f"show {document()} --in ru --with zh").out
    assert re.search(r"^ru548 100%.*\ncorrected ", shown, re.MULTILINE)

    name = outcome.out.strip().removeprefix("sha256:")[:8]
    restored = dragoman(f"restore {document()} {name}")
    assert (restored.code, restored.err) == (0, "Taken back.\n")
    assert rows(["ru", "zh"]) == before


def test_a_row_may_be_named_by_any_of_its_sentences(workspace: Path) -> None:
    row = rows(["ru", "zh"])[3]
    second = row["cells"][0]["sentences"][1]
    outcome = dragoman(f"correct {document()} --in ru --with zh --join ru183 --join ru{second['start']}")
    assert outcome.code == 0
    assert row["anchor"] not in anchors(["ru", "zh"])


def test_rows_of_three_languages_are_joined_in_all(workspace: Path) -> None:
    first, second = anchors(["en", "ru", "zh"])[4:6]
    outcome = dragoman(f"correct {document()} --join {first} --join {second}")
    assert len(outcome.out.splitlines()) == 3
    [joined] = [row for row in rows(["en", "ru", "zh"]) if row["corrected"]]
    assert joined["anchor"] == first
    assert second not in anchors(["en", "ru", "zh"])


def test_the_texts_of_a_row_are_parted(workspace: Path) -> None:
    outcome = dragoman(f"correct {document()} --in ru --with zh --part ru548")
    assert outcome.code == 0
    assert len(outcome.out.splitlines()) == 2
    parted = [row for row in rows(["ru", "zh"]) if row["corrected"]]
    assert sorted([len(cell["sentences"]) for cell in row["cells"]] for row in parted) == [[0, 1], [1, 0]]


def test_sentences_are_named_by_their_places(workspace: Path) -> None:
    before = rows(["ru", "zh"])
    left = f"{places(before[4], 0)},{places(before[5], 0).partition(':')[2]}"
    outcome = dragoman(f"correct {document()} {places(before[4], 1)} {left}")
    assert outcome.code == 0
    [row] = [row for row in rows(["ru", "zh"]) if row["corrected"]]
    assert [places(row, 0), places(row, 1)] == [left, places(before[4], 1)]


def test_an_empty_side_says_that_there_is_no_counterpart(workspace: Path) -> None:
    assert dragoman(f"correct {document()} {places(rows(['ru', 'zh'])[4], 0)} zh:").code == 0
    [row] = [row for row in rows(["ru", "zh"]) if row["corrected"]]
    assert row["anchor"] == "ru457"
    assert row["cells"][1]["sentences"] == []


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("", "Say one of three"),
        ("ru:0-70", "A correction has two sides"),
        ("ru:0-70 zh:0-21 --part ru0", "Say one of three"),
        ("--join ru0", "Name at least two rows to join."),
        ("--join ru0 --join ru5", "ru5: There is no row of this name."),
        ("ru:0-70 chinese", "chinese: This is not a side of a correction."),
        ("ru:0-70 zh:3-9", "not whole sentences"),
        ("ru:0-70 de:0-9", "no version in the language de"),
        ("ru:0-70 ru:71-181", "both sides are ru"),
        ("ru: zh:", "names at least one sentence"),
    ],
)
def test_what_is_no_correction_changes_nothing(workspace: Path, line: str, message: str) -> None:
    outcome = dragoman(f"correct {document()} {line} --in ru --with zh")
    assert outcome.code == 2
    assert message in outcome.err
    assert outcome.out == ""
    assert not any(row["corrected"] for row in rows(["ru", "zh"]))


def test_a_correction_that_is_not_there(workspace: Path) -> None:
    outcome = dragoman(f"restore {document()} 0123abcd")
    assert outcome.code == 2
    assert "sha256:0123abcd: There is no such correction of this document." in outcome.err
