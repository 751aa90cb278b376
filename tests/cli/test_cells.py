from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from dragoman.cli.answers import table
from dragoman.cli.cells import clean, clipped, padded, width, wrapped

TEXTS = st.text(alphabet="аб вГ12,.；。（）“”中文字 -\n", max_size=60)


def test_a_chinese_character_takes_two_cells() -> None:
    assert width("双方 ab") == 7
    assert width("е\N{COMBINING DIAERESIS}") == 1
    assert padded("双方", 6) == "双方  "


def test_lines_break_at_spaces_and_between_chinese_characters() -> None:
    assert wrapped("Стороны обмениваются данными.", 12) == ["Стороны", "обмениваются", "данными."]
    assert wrapped("双方交换数据。数据无偿提供。", 10) == ["双方交换数", "据。数据无", "偿提供。"]
    assert wrapped("", 10) == [""]


def test_no_line_begins_with_a_closing_mark_or_ends_with_an_opening_one() -> None:
    assert wrapped("双方交换。数据", 8) == ["双方交", "换。数据"]
    assert wrapped("双方交（数据）", 8) == ["双方交", "（数据）"]


def test_a_word_wider_than_its_column_is_cut() -> None:
    assert wrapped("безвозмездно", 5) == ["безво", "змезд", "но"]


@given(TEXTS, st.integers(2, 30))
def test_nothing_is_lost_and_nothing_is_too_wide(text: str, size: int) -> None:
    lines = wrapped(text, size)
    assert "".join("".join(lines).split()) == "".join(text.split())
    assert all(width(line) <= size for line in lines)
    assert all(line == line.strip() for line in lines)


def test_what_a_terminal_would_obey_is_shown_instead() -> None:
    assert clean("a\x1b[2Jb\x07\nc") == "a�[2Jb� c"
    assert wrapped("a\x1b[2J", 10) == ["a�[2J"]
    assert table([("a\x1b[2J\n", "b")]) == "a�[2J   b\n"


def test_columns_stand_below_each_other_in_every_script() -> None:
    assert table([("a", "中文", "x"), ("bcd", "ab", "")]) == "a    中文  x\nbcd  ab\n"
    assert table([]) == ""


@given(TEXTS, st.integers(1, 30), st.booleans())
def test_what_is_too_wide_is_cut_where_it_is_said(text: str, size: int, left: bool) -> None:
    shown = clipped(text, size, left=left)
    assert width(shown) <= size
    if width(text) <= size:
        assert shown == text
    else:
        assert shown.startswith("…") if left else shown.endswith("…")
        assert text.endswith(shown[1:]) if left else text.startswith(shown[:-1])


def test_figures_stand_to_the_right() -> None:
    assert table([["слово", "n"], ["安全", "100"]], right=[1]) == "слово    n\n安全   100\n"
