from __future__ import annotations

from pathlib import Path

from dragoman.cli.cells import width
from tests.cli.inside import document, dragoman, read


def test_sentences_are_found_in_every_form_of_a_word_with_their_counterparts(workspace: Path) -> None:
    outcome = dragoman("concordance вода --in ru --with zh")
    assert outcome.code == 0
    lines = outcome.out.splitlines()
    assert lines[0].startswith(f"{document()}  Joint statement (invented)")
    hits = [line for line in lines[1:] if line.startswith("  ru")]
    others = [line for line in lines[1:] if not line.startswith("  ru")]
    assert any("о её водах" in line for line in hits)
    assert len(others) == len(hits)
    assert all(line.startswith("  zh") for line in others)
    assert outcome.err.strip() == f"{len(hits)} lines in 1 document, 2025"


def test_chinese_is_found_as_it_is_written_and_by_pinyin(workspace: Path) -> None:
    found = read("concordance 河流")
    assert found["total"] >= 3
    for line in found["lines"]:
        assert line["language"] == "zh"
        assert {line["sentence"]["text"][start:end] for start, end in line["spans"]} == {"河流"}
    assert read("concordance heliu")["total"] >= found["total"]
    assert "Read as heliu (zh)." in dragoman("concordance heliu").err


def test_a_part_of_what_was_found(workspace: Path) -> None:
    everything = read("concordance river")
    some = read("concordance river --limit 2 --offset 1")
    assert some["total"] == everything["total"]
    assert some["lines"] == everything["lines"][1:3]


def test_filters_narrow_down(workspace: Path) -> None:
    everything = read("concordance river")["total"]
    assert read("concordance river --party", "Lake Republic")["total"] == everything
    assert read("concordance river --since 2025 --until 2025-09-18")["total"] == everything
    assert read("concordance river --until 2024")["total"] == 0
    assert read("concordance river --in ru")["total"] == 0


def test_the_words_stand_below_each_other(workspace: Path) -> None:
    for query, word in (("река --in ru", "рек"), ("河流", "河流")):
        outcome = dragoman(f"concordance {query} --kwic", width=90)
        lines = outcome.out.splitlines()
        assert len(lines) > 2
        assert len({width(line.lower().partition(f" {word}")[0]) for line in lines}) == 1
        assert max(map(width, lines)) <= 90


def test_lines_by_year(workspace: Path) -> None:
    outcome = dragoman("concordance river --years")
    head, row = (line.split("  ") for line in outcome.out.splitlines())
    assert head[0].strip() == "year"
    assert row[0] == "2025"
    assert read("concordance river")["years"][0]["hits"] == int([cell for cell in row if cell][1])


def test_nothing_found_is_no_error(workspace: Path) -> None:
    outcome = dragoman("concordance вертолёт")
    assert (outcome.code, outcome.out, outcome.err) == (0, "", "Nothing was found.\n")
    outcome = dragoman("collocates вертолёт")
    assert (outcome.code, outcome.out, outcome.err) == (0, "", "Nothing was found.\n")


def test_a_slip_of_typing_is_said(workspace: Path) -> None:
    outcome = dragoman("concordance сотрудничесто --in ru")
    assert "Read as сотрудничество (ru)." in outcome.err
    assert "Perhaps" not in outcome.err
    assert outcome.out


def test_what_cannot_be_meant_is_refused(workspace: Path) -> None:
    for line in ("concordance река --since never", "collocates река --until never"):
        outcome = dragoman(line)
        assert outcome.code == 2
        assert outcome.out == ""
        assert outcome.err.startswith("Error: ")


def test_the_company_of_a_word(workspace: Path) -> None:
    found = read("collocates республика --limit 3")
    assert len(found) <= 3
    outcome = dragoman("collocates республика --limit 3")
    rows = outcome.out.splitlines()
    assert rows[0].split() == ["language", "word", "near", "it", "by", "chance", "logDice", "G²"]
    assert [row.split()[1] for row in rows[1:]] == [each["lemma"] for each in found]
