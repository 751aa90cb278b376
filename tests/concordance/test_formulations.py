from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bench.formulation_examples import EXAMPLES, Example
from dragoman.concordance.formulations import LIKE, Formulation, Found, elements
from dragoman.errors import EmptyInput

# Where the rule judges otherwise than a reader. One character of four in place of another is not found, or
# 四个方面 would be a use of 四个全面; words that stand so by accident are found.
OTHERWISE = {"和平相处": [], "The community centre has a future.": ["varied"]}


def uses(phrase: str, passage: str, code: str) -> list[Found]:
    return Formulation(phrase, code).uses(elements(passage, code))


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: f"{example.phrase}-{example.passage}")
def test_passages_are_judged_as_a_reader_would(example: Example) -> None:
    found = uses(example.phrase, example.passage, example.language)
    verdicts = ["verbatim" if use.verbatim else "varied" for use in found]
    wanted = [] if example.verdict == "not" else [example.verdict]
    assert verdicts == OTHERWISE.get(example.passage, wanted)


def test_a_use_says_where_it_stands_and_how_like_it_is() -> None:
    passage = "推动構建人類「命運共同體」，打造命运共同体。"
    found = uses("人类命运共同体", passage, "zh")
    assert [passage[use.start : use.end] for use in found] == ["人類「命運共同體", "命运共同体"]
    assert [use.verbatim for use in found] == [True, False]
    assert [use.similarity for use in found] == pytest.approx([1, 5 / 7])


def test_small_words_make_a_use_varied_and_no_less_alike() -> None:
    (found,) = uses("community with a shared future", "A community of shared future", "en")
    assert found == Found(2, 28, False, 1.0)


def test_a_sentence_ends_a_use() -> None:
    assert not uses("peaceful coexistence", "It is peaceful; coexistence follows.", "en")
    assert not uses("改革开放", "推进改革。开放市场", "zh")


def test_a_phrase_may_have_several_clauses() -> None:
    phrase = "互不侵犯，互不干涉内政"
    assert [use.verbatim for use in uses(phrase, "相互尊重、互不侵犯，互不干涉内政。", "zh")] == [True]
    assert [use.verbatim for use in uses(phrase, "互不侵犯、互不干涉内政。", "zh")] == [False]


def test_a_phrase_without_words_is_refused() -> None:
    for phrase in ("", " ", "。", "、", "“”"):
        with pytest.raises(EmptyInput):
            Formulation(phrase, "zh")


def test_a_phrase_of_small_words_is_found_as_it_stands() -> None:
    assert [use.verbatim for use in uses("with the", "It goes with the wind.", "en")] == [True]
    assert not uses("with the", "It goes with wind.", "en")


def distance(one: str, other: str) -> int:
    """Levenshtein's, by its definition."""
    row = list(range(len(other) + 1))
    for i, a in enumerate(one, 1):
        before, row[0] = row[0], i
        for j, b in enumerate(other, 1):
            before, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, before + (a != b))
    return row[-1]


@given(st.text("安全合作", min_size=4, max_size=7), st.text("安全合作人", max_size=14))
def test_uses_are_apart_alike_and_none_is_missed_that_is_the_same(phrase: str, passage: str) -> None:
    found = uses(phrase, passage, "zh")
    assert all(early.end <= late.start for early, late in pairwise(found))
    for use in found:
        stretch = passage[use.start : use.end]
        assert use.verbatim == (stretch == phrase)
        assert LIKE <= use.similarity <= 1
        turned = stretch in {phrase[k:] + phrase[:k] for k in range(len(phrase))}
        assert turned or distance(stretch, phrase) <= 2
    assert (phrase in passage) == any(use.verbatim for use in found)
