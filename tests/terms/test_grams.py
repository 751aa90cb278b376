"""Recurring stretches against counting by hand."""

from __future__ import annotations

from collections import Counter, defaultdict
from math import log2

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.terms.grams import BREAK, grams
from dragoman.terms.measures import branching_entropy, cohesion

TEXTS = st.lists(st.sampled_from([0, 1, 2, 3, BREAK]), max_size=60)


def _counted(text: list[int], length: int) -> Counter[tuple[int, ...]]:
    stretches = (tuple(text[at : at + length]) for at in range(len(text) - length + 1))
    return Counter(stretch for stretch in stretches if BREAK not in stretch)


@given(TEXTS, st.integers(2, 6), st.integers(2, 4))
def test_counts_and_places_are_those_of_counting_by_hand(text: list[int], longest: int, least: int) -> None:
    found = {each.length: each for each in grams(text, longest=longest, least=least)}
    for length in range(2, longest + 1):
        expected = {key: n for key, n in _counted(text, length).items() if n >= least}
        got: dict[tuple[int, ...], int] = Counter()
        if length in found:
            for at, of in zip(found[length].at.tolist(), found[length].of.tolist(), strict=True):
                got[tuple(text[at : at + length])] += 1
                assert found[length].count[of] >= least
        assert got == expected


@given(TEXTS)
def test_entropy_and_cohesion_are_those_of_the_measures(text: list[int]) -> None:
    counts = {length: _counted(text, length) for length in range(1, 5)}
    total = sum(counts[1].values())
    for each in grams(text, longest=4, least=2):
        for of, first in enumerate(each.example().tolist()):
            stretch = tuple(text[first : first + each.length])
            before: dict[object, int] = defaultdict(int)
            for at in range(len(text) - each.length + 1):
                if tuple(text[at : at + each.length]) == stretch:
                    before[text[at - 1] if at and text[at - 1] != BREAK else ("break", at)] += 1
            assert each.left[of] == pytest.approx(branching_entropy(list(before.values())))
            splits = [
                (counts[cut][stretch[:cut]], counts[each.length - cut][stretch[cut:]])
                for cut in range(1, each.length)
            ]
            assert each.cohesion[of] == pytest.approx(cohesion(int(each.count[of]), splits, total))


def test_a_stretch_that_everything_follows_is_freer_than_a_part_of_it() -> None:
    text = [1, 2, 3, 4, BREAK, 1, 2, 3, 5, BREAK, 6, 1, 2, 3, BREAK]
    two, three, *_ = grams(text, longest=4, least=2)
    part = two.of[two.at == 0][0]
    whole = three.of[three.at == 0][0]
    assert two.right[part] == 0.0
    assert three.right[whole] == pytest.approx(log2(3))


@pytest.mark.parametrize("text", [[], [1], [BREAK], [BREAK] * 5, [1, 2]])
def test_texts_without_repetition_give_nothing(text: list[int]) -> None:
    assert grams(text, longest=3, least=2) == []
