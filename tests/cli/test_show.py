from __future__ import annotations

from pathlib import Path

import pytest

from dragoman.bitext.formats import FORMATS, from_json
from dragoman.cli.cells import width
from tests.cli.inside import document, dragoman, read, rows

WIDE = """\
Joint statement (invented)
            русский                            中文

ru0 100%    Вымышленный документ: ни этих      本文件纯属虚构，文中的国家和河流
            государств, ни этой реки не        均不存在。
            существует.
"""
NARROW = """\
Joint statement (invented)

ru0 100%
ru  Вымышленный документ: ни этих
    государств, ни этой реки не
    существует.
zh  本文件纯属虚构，文中的国家和河流均不
    存在。
"""


def test_two_languages_stand_side_by_side(workspace: Path) -> None:
    outcome = dragoman(f"show {document()} --in ru --with zh")
    assert (outcome.code, outcome.err) == (0, "")
    assert outcome.out.startswith(WIDE)


def test_on_a_narrow_terminal_they_stand_below_each_other(workspace: Path) -> None:
    assert dragoman(f"show {document()} --in ru --with zh", width=40).out.startswith(NARROW)


@pytest.mark.parametrize("columns", [20, 40, 79, 100, 200])
def test_no_line_is_wider_than_the_terminal(workspace: Path, columns: int) -> None:
    lines = dragoman(f"show {document()}", width=columns).out.splitlines()[1:]
    assert max(map(width, lines)) <= columns


def test_three_languages_in_the_order_of_the_person(workspace: Path) -> None:
    header = dragoman(f"show {document()} --in zh --with en --with ru", width=120).out.splitlines()[1]
    assert header.split() == ["中文", "English", "русский"]
    assert read("show", document())["languages"] == ["en", "ru", "zh"]
    assert read("show", document(), "--with", "en")["languages"] == ["ru", "en"]


def test_one_language_alone(workspace: Path) -> None:
    lines = dragoman(f"show {document()} --in ru").out.splitlines()
    assert lines[3].startswith("ru0     Вымышленный документ")


def test_what_has_no_counterpart_has_a_dash(workspace: Path) -> None:
    [alone] = [it for it in rows(["ru", "zh"]) if not it["cells"][1]["sentences"]]
    lines = dragoman(f"show {document()} --in ru --with zh", width=160).out.splitlines()
    [line] = [it for it in lines if it.startswith(f"{alone['anchor']} ")]
    assert line.endswith("  —")


def test_places_are_those_that_correct_takes(workspace: Path, samples: Path) -> None:
    text = (samples / "statement.ru.txt").read_text(encoding="utf-8")
    sentence = rows(["ru", "zh"])[4]["cells"][0]["sentences"][0]
    assert text[sentence["start"] : sentence["end"]] == sentence["text"]
    shown = dragoman(f"show {document()} --in ru --ranges", width=100).out
    assert f"{sentence['start']}-{sentence['end']} Бассейн Тилены" in shown


def test_json_holds_all_rows(workspace: Path) -> None:
    found = read("show", document(), "--in", "ru", "--with", "zh")
    assert found["total"] == len(found["rows"]) == 27
    assert found["rows"][0]["anchor"] == "ru0"
    assert 0 < found["rows"][3]["probability"] < 1
    assert dragoman(f"show {document()} --in ru --with zh --format json").out == (
        dragoman(f"show {document()} --in ru --with zh --json").out
    )


@pytest.mark.parametrize("form", [form for form in FORMATS if form != "json"])
def test_two_languages_come_out_in_every_form_of_an_alignment(
    workspace: Path, samples: Path, form: str
) -> None:
    shown = dragoman(f"show {document()} --in ru --with zh --format {form}")
    assert shown.code == 0
    files = [samples / f"statement.{code}.txt" for code in ("ru", "zh")]
    aligned = dragoman("align --from ru --to zh --json", *files).out
    assert from_json(aligned).source_language == "ru"
    if form == "beads":
        assert shown.out == dragoman("align --from ru --to zh", *files).out
    assert shown.out


def test_forms_of_an_alignment_need_two_languages(workspace: Path) -> None:
    outcome = dragoman(f"show {document()} --format tmx")
    assert outcome.code == 2
    assert "The form tmx needs two languages" in outcome.err


def test_a_language_that_is_not_there(workspace: Path) -> None:
    outcome = dragoman(f"show {document()} --in de")
    assert outcome.code == 2
    assert "de" in outcome.err


def test_a_document_that_is_not_there(workspace: Path) -> None:
    assert dragoman("show zzzzzz").code == 2
