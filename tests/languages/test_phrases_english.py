from __future__ import annotations

import pytest

from dragoman.languages import language
from tests.languages.phrasing import keys, kinds


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They called for the peaceful settlement of disputes.", "peaceful settlement of dispute"),
        ("The parties support trade and development.", "trade and development"),
        ("It concerns economic, social and cultural rights.", "economic social and cultural right"),
        ("Aid reached internally displaced persons.", "internally displace person"),
        ("The fight against terrorism continues.", "fight against terrorism"),
        ("We assist the least developed countries.", "less develope country"),
        ("The working group met.", "work group"),
        ("They offered assistance to developing countries.", "develop country"),
        ("The right to health was discussed.", "right to health"),
        ("Armed groups attacked the town.", "arm group"),
        ("Access to safe drinking water is a right.", "safe drink water"),
    ],
)
def test_finds(text: str, expected: str) -> None:
    found = keys("en", text)
    assert expected in found, sorted(found)


@pytest.mark.parametrize(
    ("text", "barred"),
    [
        ("The Council adopted decisions.", "adopt decision"),
        ("States support the measures.", "state support"),
        ("It urged groups to curb emissions.", "group to curb"),
        ("It urged groups to curb emissions.", "group to curb emission"),
        ("They will report progress.", "report progress"),
        ("Notes with appreciation the report.", "note"),
        ("In order to achieve peace, new measures were taken.", "order"),
        ("In order to achieve peace, new measures were taken.", "new measure"),
    ],
)
def test_leaves_out(text: str, barred: str) -> None:
    assert barred not in keys("en", text)


def test_names_are_whole() -> None:
    found = kinds(
        "en", "The parties to the Comprehensive Nuclear-Test-Ban Treaty and the SCO met in Tashkent."
    )
    assert found["Comprehensive Nuclear-Test-Ban Treaty"] == "name"
    assert found["SCO"] == "name"
    assert found["Tashkent"] == "name"
    assert found["parties"] == "word"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("the peaceful settlements of disputes", "peaceful settlement of disputes"),
        ("developing countries", "developing country"),
        ("human rights", "human rights"),
        ("the Sustainable Development Goals", "Sustainable Development Goals"),
        ("women and children", "women and children"),
        ("meetings of experts", "meeting of experts"),
        ("crises", "crisis"),
        ("an internally displaced person", "internally displaced person"),
        ("indigenous women", "indigenous woman"),
        ("the “Green Shore” initiatives", "“Green Shore” initiative"),
        ("“Green Shore” initiative", "“Green Shore” initiative"),
        ("the", "the"),
        ("", ""),
    ],
)
def test_canonical(text: str, expected: str) -> None:
    assert language("en").canonical(text) == expected
