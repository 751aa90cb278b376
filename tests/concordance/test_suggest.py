"""Small typing errors."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.concordance.suggest import corrections, distance

KNOWN = {"вода": 9, "воды": 4, "сотрудничество": 3, "agreement": 2, "lake": 5, "late": 7}


def counts(words: Iterable[str]) -> Mapping[str, int]:
    return {word: KNOWN[word] for word in words if word in KNOWN}


def beginning(prefix: str) -> Mapping[str, int]:
    return {word: count for word, count in KNOWN.items() if word.startswith(prefix)}


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("водда", ("вода",)),
        ("вод", ("вода", "воды")),
        ("овда", ("вода",)),
        ("laxe", ("late", "lake")),
        ("сотрудничсетво", ("сотрудничество",)),
        ("сотруднечиство", ("сотрудничество",)),
        ("agremeent", ("agreement",)),
        ("vq", ()),
        ("水资", ()),
        ("lаke", ()),  # with a Russian letter
    ],
)
def test_words_near_by(word: str, expected: tuple[str, ...]) -> None:
    assert corrections(word, counts, beginning) == expected


_WORD = st.text("abc", max_size=6)


@given(_WORD, _WORD)
def test_distance_is_a_distance(one: str, other: str) -> None:
    assert distance(one, other) == distance(other, one)
    assert (distance(one, other) == 0) == (one == other)
    assert abs(len(one) - len(other)) <= distance(one, other) <= max(len(one), len(other))


@given(_WORD, st.integers(0, 6), st.sampled_from("abc"))
def test_an_edit_is_one_edit(word: str, at: int, letter: str) -> None:
    head, tail = word[:at], word[at:]
    for edited in (head + letter + tail, head + tail[1:], head + letter + tail[1:]):
        assert distance(word, edited) <= 1
    if len(tail) > 1:
        assert distance(word, head + tail[1] + tail[0] + tail[2:]) <= 1
