from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.languages.structure.counting import chinese_value, in_figures
from dragoman.languages.structure.label_order import following, settle
from dragoman.languages.structure.labels import Label, LabelReader, StructureWords


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("一", 1),
        ("十", 10),
        ("十二", 12),
        ("二十", 20),
        ("廿一", 21),
        ("一百零五", 105),
        ("二〇二四", 2024),
        ("三千", 3000),
    ],
)
def test_chinese_numerals(written: str, value: int) -> None:
    assert chinese_value(written) == value


@pytest.mark.parametrize("written", ["", "条", "一条", "5"])
def test_what_is_no_chinese_numeral(written: str) -> None:
    assert chinese_value(written) is None


@given(st.integers(1, 9999))
def test_chinese_numerals_as_they_are_written(value: int) -> None:
    digits = "〇一二三四五六七八九"
    written, silent = "", False
    for unit, name in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = value // unit % 10
        if digit:
            written += ("零" if silent and written else "") + digits[digit] + name
            silent = False
        else:
            silent = True
    assert chinese_value(written) == value


@pytest.mark.parametrize(
    ("written", "figures"),
    [("5", "5"), ("05.2", "5.2"), ("IV", "4"), ("第", "第"), ("٥", "5"), ("十二", "12"), ("５", "5")],
)
def test_in_figures(written: str, figures: str) -> None:
    assert in_figures(written) == figures


def test_a_label_says_where_it_ends() -> None:
    text = "(a) The Parties"
    label = LabelReader(StructureWords()).read(text, 0, len(text))
    assert label == Label("a", "()a", 4)


def test_words_of_a_language_are_data() -> None:
    reader = LabelReader(StructureWords(before={"kapittel": "chapter"}))
    text = "Kapittel 3"
    label = reader.read(text, 0, len(text))
    assert label is not None
    assert (label.text, label.is_chapter, label.is_article) == ("chapter 3", True, False)


def test_a_reader_stays_within_its_block() -> None:
    assert LabelReader(StructureWords()).read("1. x", 0, 1) is None
    assert LabelReader(StructureWords()).read("x 1. y", 2, 6) == Label("1", ".1", 5)


def test_blocks_without_labels_have_empty_ones() -> None:
    label = Label("1", ".1", 2)
    assert settle([None, label, None], lambda _: False) == [None, label, None]


@pytest.mark.parametrize(
    ("label", "after"),
    [
        ("a", "b"),
        ("9", "10"),
        ("5.2", "5.3"),
        ("1.a", "1.b"),
        ("article 5", "article 6"),
        ("z", ""),
        ("", ""),
    ],
)
def test_the_label_after(label: str, after: str) -> None:
    assert following(label) == after
