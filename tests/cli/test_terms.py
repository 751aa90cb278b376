from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.inside import dragoman, read


def test_terms_of_one_language(workspace: Path) -> None:
    found = read("terms --in ru --limit 5")
    assert len(found["terms"]) == 5
    assert {term["language"] for term in found["terms"]} == {"ru"}
    outcome = dragoman("terms --in ru --limit 5")
    rows = outcome.out.splitlines()
    assert rows[0].split() == ["term", "kind", "uses", "documents", "years", "termhood"]
    assert [row.startswith(term["form"]) for row, term in zip(rows[1:], found["terms"], strict=True)] == [
        True
    ] * 5
    assert outcome.err.strip() == f"{found['total']} terms"


def test_terms_that_hold_a_word(workspace: Path) -> None:
    for query, code in (("река", "ru"), ("河", "zh"), ("river", "en")):
        found = read(f"terms {query} --sort count")
        assert found["terms"], query
        assert {term["language"] for term in found["terms"]} == {code}
        counts = [term["count"] for term in found["terms"]]
        assert counts == sorted(counts, reverse=True)
    assert dragoman("terms вертолёт --in ru").err.strip() == "0 terms"


def test_pairs_of_two_languages(workspace: Path) -> None:
    found = read("pairs ru zh --limit 4")
    outcome = dragoman("pairs ru zh --limit 4")
    rows = outcome.out.splitlines()
    assert rows[0].split() == ["ru", "zh", "probability", "together", "documents", "years"]
    for row, pair in zip(rows[1:], found["pairs"], strict=True):
        assert row.startswith(pair["left_form"])
        assert pair["right_form"] in row
    assert outcome.err.strip() == f"{found['total']} pairs"
    turned = read("pairs zh ru --limit 4")
    assert [pair["left_form"] for pair in turned["pairs"]] == [pair["right_form"] for pair in found["pairs"]]


def test_renderings_of_a_term(workspace: Path) -> None:
    found = read("renderings река --in ru")
    assert [each["other"] for each in found] == ["en", "zh"]
    (chinese,) = read("renderings река --with zh")
    assert chinese == found[1]
    assert sum(each["count"] for each in chinese["renderings"]) == chinese["total"] - chinese["without"]
    outcome = dragoman("renderings река --with zh")
    assert outcome.out.splitlines()[0] == "река (ru → zh)"
    assert f"{chinese['total']} uses, a rendering found for" in outcome.err
    for each in chinese["renderings"]:
        assert f"\n{each['rendering']}  " in outcome.out


def test_the_history_of_phrases(workspace: Path) -> None:
    found = read("formulations вода река")
    assert sorted(each["phrase"] for each in found) == ["вода", "река"]
    outcome = dragoman("formulations река")
    assert outcome.out.splitlines()[0] == "река: in 1 of 1 document, 2025"
    assert "Too few years" in outcome.out
    assert outcome.out.splitlines()[-1].split()[:2] == ["2025-09", "1/1"]


def test_formulations_that_were_found(workspace: Path) -> None:
    found = read("formulations --in ru --limit 3")
    assert len(found) <= 3
    rows = dragoman("formulations --in ru --limit 3").out.splitlines()
    assert [row.startswith(each["phrase"]) for row, each in zip(rows[1:], found, strict=True)] == [
        True
    ] * len(found)


@pytest.mark.parametrize(
    "line", ["terms", "pairs ru zh", "renderings река", "formulations", "formulations река"]
)
def test_an_empty_workspace_is_no_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, line: str) -> None:
    monkeypatch.chdir(tmp_path)
    assert dragoman("init").code == 0
    outcome = dragoman(line)
    assert outcome.code == 0, outcome.err
    assert outcome.out == ""
    assert outcome.err
