"""What holds for any text: a copy differs in nothing, and neither side is favoured."""

from __future__ import annotations

import time
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.bitext.model import Sentence
from dragoman.languages import language
from dragoman.versions.model import Clue
from dragoman.versions.side import Passage, Setting, Side
from dragoman.versions.values import clues
from tests.versions.stated import stated

MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September")
RUSSIAN_MONTHS = ("января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа", "сентября")
PIECES = {
    "en": (
        *("article 5", "paragraphs 2 (a) and (b)", "two thirds", "12 per cent", "$5 million", "3 May 2015"),
        *("both", "30 days", "annually", "A/65/100", "2014-2015", "the first", "1325 (2000)", "5 km", ", "),
    ),
    "ru": (
        *("статья 5", "пункты 2 а) и б)", "две трети", "12 процентов", "5 млн. долл. США", "3 мая 2015 года"),
        *("обе", "30 дней", "ежегодно", "A/65/100", "2014-2015 годы", "первый", "1325 (2000)", "5 км", ", "),
    ),
    "zh": (
        *("第五条", "第二款(a)项", "三分之二", "百分之十二", "500万美元", "2015年5月3日", "两国", "三十天"),
        *("每年", "A/65/100", "2014-2015年", "第一", "第1325（2000）号决议", "5公里", "，"),
    ),
}


@st.composite
def texts(draw: st.DrawFn) -> tuple[str, str]:
    """A language and a text of it that is full of values."""
    code = draw(st.sampled_from(sorted(PIECES)))
    pieces = draw(st.lists(st.sampled_from(PIECES[code]), max_size=8))
    return code, ("" if code == "zh" else " ").join(pieces)


def found(left: tuple[str, str], right: tuple[str, str]) -> list[Clue]:
    sides = [Side(code, [Sentence(text)]) for code, text in (left, right)]
    return list(clues([Passage(sides[0], sides[1])], Setting((left[0], right[0]), None)))


@given(texts())
def test_a_copy_differs_in_nothing(text: tuple[str, str]) -> None:
    assert found(text, text) == []


@settings(max_examples=60)
@given(st.sampled_from(sorted(PIECES)), st.text(max_size=60))
def test_a_copy_of_any_text_differs_in_nothing(code: str, text: str) -> None:
    assert found((code, text), (code, text)) == []


@given(texts(), texts())
def test_no_side_is_favoured(left: tuple[str, str], right: tuple[str, str]) -> None:
    forth = [(clue.kind, clue.left, clue.right) for clue in found(left, right)]
    back = [(clue.kind, clue.right, clue.left) for clue in found(right, left)]
    assert len(forth) == len(back)
    assert {kind for kind, *_ in forth} == {kind for kind, *_ in back}


@given(texts(), texts())
def test_places_are_words_of_their_side(left: tuple[str, str], right: tuple[str, str]) -> None:
    for clue in found(left, right):
        assert clue.left or clue.right
        for stretches, (_, text) in ((clue.left, left), (clue.right, right)):
            assert all(0 <= start < end <= len(text) for start, end in stretches)
        assert all(-3 <= value <= 3 for value in clue.features.values())
        assert clue.reason.said()


@given(st.integers(2, 10**9))
def test_equal_numbers_in_figures(value: int) -> None:
    forms = {
        "en": f"There are {value:,} trees.",
        "ru": f"Там {value:,} деревьев.".replace(",", " "),
        "zh": f"那里有{value}棵树。",
    }
    for one in forms:
        for other in forms:
            assert stated(forms[one], forms[other], (one, other)) == []


def test_long_tables_are_quick() -> None:
    figures = " ".join(f"{number}.5;" for number in range(1000))
    started = time.process_time()
    assert stated(f"Figures: {figures}", f"Цифры: {figures}".replace(".5", ",5")) == []
    assert time.process_time() - started < 5


@given(st.integers(2, 9999), st.integers(2, 9999))
def test_other_numbers_are_told(value: int, other: int) -> None:
    kinds = [clue.kind for clue in stated(f"There are {value} trees.", f"那里有{other}棵树。")]
    assert kinds == ([] if value == other else ["number"])


@given(st.integers(0, 8), st.integers(1, 28), st.integers(1900, 2099))
def test_equal_dates(month: int, day: int, year: int) -> None:
    forms = {
        "en": f"on {day} {MONTHS[month]} {year}",
        "ru": f"{day} {RUSSIAN_MONTHS[month]} {year} года",
        "zh": f"{year}年{month + 1}月{day}日",
    }
    for one in forms:
        for other in forms:
            assert stated(forms[one], forms[other], (one, other)) == []


@given(st.integers(1, 999), st.integers(1, 999))
def test_references(article: int, other: int) -> None:
    for left, right in (
        (f"under article {article}", f"согласно статье {other}"),
        (f"根据第{article}条", f"under article {other}"),
        (f"согласно статье {article}", f"根据第{other}条"),
    ):
        kinds = [clue.kind for clue in stated(left, right)]
        assert kinds == ([] if article == other else ["reference"])


@pytest.mark.parametrize("code", sorted(PIECES))
def test_the_numbers_of_a_language_are_its_own(code: str) -> None:
    """The pieces hold what the tests above rely on."""
    values = [one.value for piece in PIECES[code] for one in language(code).numbers(piece)]
    assert Decimal(12) in values
