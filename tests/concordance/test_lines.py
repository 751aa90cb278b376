"""Windows around a hit."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from dragoman.concordance.lines import left_key, right_key, spans_of, window
from dragoman.concordance.streams import Streams

TEXT = "The Parties agreed to build twelve weather stations on the shores of the lake by the end of the year."


def test_a_window_is_cut_where_words_end() -> None:
    start = TEXT.index("stations")
    found = window(TEXT, [(start, start + 8)], 20)
    assert (found.before, found.hit, found.after) == ("…twelve weather ", "stations", " on the shores of…")


def test_a_short_sentence_is_shown_whole() -> None:
    assert window("水资源", [(0, 1)], 10) == window("水资源", [(0, 1)], 60)
    assert window("x y", []).after == "x y"


@given(st.text("ab 水", max_size=80), st.integers(0, 80), st.integers(0, 10), st.integers(1, 40))
def test_windows_are_of_the_text(text: str, start: int, length: int, width: int) -> None:
    start = min(start, len(text))
    end = min(start + length, len(text))
    found = window(text, [(start, end)], width)
    assert found.hit == text[start:end]
    assert text[:start].endswith(found.before.lstrip("…"))
    assert text[end:].startswith(found.after.rstrip("…"))
    assert len(found.before) <= width + 1
    assert len(found.after) <= width + 1


def test_spans_are_joined_and_in_order() -> None:
    places = [(0, 2), (3, 5), (6, 8), (8, 9)]
    assert spans_of([(2, 3), (0, 2), (1, 3)], places) == ((0, 8),)
    assert spans_of([(3, 4), (0, 1), (0, 1)], places) == ((0, 2), (8, 9))
    assert spans_of([], places) == ()


def test_lines_are_sorted_by_the_nearest_word_first() -> None:
    made = Streams(("a", "b", "c", "d"), ("a", "b", "c", "d"))
    assert left_key(made, [(2, 3)]) == ("b", "a")
    assert right_key(made, [(2, 3), (1, 2)]) == ("c", "d")
