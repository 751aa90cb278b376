from __future__ import annotations

import re
from pathlib import Path

import pytest

from dragoman.languages import language

PAIRS = [("ru", "zh"), ("ru", "en"), ("en", "zh")]
LANGUAGES = ["ru", "zh", "en"]


def sentences(statement: Path, code: str) -> list[str]:
    """The sentences of the sample in a language."""
    return (statement / f"{code}.lines").read_text(encoding="utf-8").splitlines()


def gold(statement: Path, source: str, target: str) -> list[tuple[list[int], list[int]]]:
    """Which sentences of the sample belong together, as a person sees it."""
    beads = []
    for line in (statement / f"{source}-{target}.beads").read_text(encoding="utf-8").splitlines():
        match = re.fullmatch(r"\[([\d, ]*)\]:\[([\d, ]*)\]", line)
        assert match, line
        beads.append(
            ([int(i) for i in re.findall(r"\d+", match[1])], [int(j) for j in re.findall(r"\d+", match[2])])
        )
    return beads


@pytest.mark.parametrize("code", LANGUAGES)
def test_the_sentences_are_those_of_the_text(code: str, samples: Path, statement: Path) -> None:
    text = (samples / f"statement.{code}.txt").read_text(encoding="utf-8")
    assert re.sub(r"\s", "", text) == re.sub(r"\s", "", "".join(sentences(statement, code)))


@pytest.mark.parametrize("code", LANGUAGES)
def test_the_text_is_cut_into_these_sentences(code: str, samples: Path, statement: Path) -> None:
    text = (samples / f"statement.{code}.txt").read_text(encoding="utf-8")
    found = []
    for block in language(code).blocks(text):
        paragraph = text[block.start : block.end]
        found += [span.of(paragraph) for span in language(code).sentences(paragraph)]
    assert found == sentences(statement, code)


@pytest.mark.parametrize(("source", "target"), PAIRS)
def test_the_gold_beads_hold_every_sentence_once(source: str, target: str, statement: Path) -> None:
    beads = gold(statement, source, target)
    assert [i for left, _ in beads for i in left] == list(range(len(sentences(statement, source))))
    assert [j for _, right in beads for j in right] == list(range(len(sentences(statement, target))))


def test_the_sample_has_what_makes_alignment_hard(statement: Path) -> None:
    shapes = [(len(left), len(right)) for left, right in gold(statement, "ru", "zh")]
    assert {shape: shapes.count(shape) for shape in set(shapes)} == {
        (1, 1): 22,
        (2, 1): 2,
        (1, 2): 2,
        (1, 0): 1,
    }


def test_one_number_differs(statement: Path) -> None:
    assert "48 гидрологических постов" in sentences(statement, "ru")[10]
    assert "46个水文站" in sentences(statement, "zh")[10]
    assert "48 hydrological stations" in sentences(statement, "en")[10]


@pytest.mark.parametrize("code", LANGUAGES)
def test_the_sample_says_that_it_is_invented(code: str, statement: Path) -> None:
    assert re.search("Вымышленный|虚构|invented", sentences(statement, code)[0])
