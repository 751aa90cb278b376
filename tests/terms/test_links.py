"""Counterparts of terms inside the sentence that answers."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.terms import links
from dragoman.terms.keys import key_of
from dragoman.terms.links import Partner, link, places


def test_the_most_probable_partner_that_stands_there_is_taken() -> None:
    found = link(
        "双方讨论了洁净水。", "zh", [Partner("清洁用水", 0.9), Partner("洁净水", 0.8), Partner("水", 0.7)]
    )
    assert found is not None
    assert (found.spans, found.key, found.sure) == (((5, 8),), "洁净水", 0.8)


def test_russian_and_english_are_found_by_lemma() -> None:
    assert places("О чистой воде и о чистых водах.", "ru", "чистый вода") == ((2, 13), (18, 30))
    assert places("Fishing fleets fish.", "en", "fish") == ((15, 19),)


def test_traditional_characters_are_found() -> None:
    assert places("潔淨水不多", "zh", "洁净水") == ((0, 3),)


@pytest.mark.parametrize("text", ["“绿岸”倡议", "綠岸倡議", "「綠岸」倡議", "绿岸 倡议"])
def test_a_name_in_quotation_marks_is_one_term_with_what_follows(text: str) -> None:
    key = key_of(text, "zh")
    assert key == "绿岸倡议"
    said = f"双方支持{text}，很好。"
    ((start, end),) = places(said, "zh", key)
    assert said[start:end] == text.lstrip("“「")
    assert places(said, "zh", "") == ()


def test_words_are_looked_for_one_by_one_where_the_whole_is_not_there() -> None:
    parts = [[Partner("洁净", 0.8)], [Partner("水", 0.5)]]
    found = link("洁净水不多", "zh", [], parts)
    assert found is not None
    assert (found.spans, found.key) == (((0, 3),), "")
    assert found.sure == pytest.approx(0.2)


def test_a_word_without_a_counterpart_leaves_all_without_one() -> None:
    assert link("洁净水不多", "zh", [], [[Partner("洁净", 0.8)], []]) is None


@given(st.text(max_size=40), st.sampled_from(["ru", "zh", "en"]), st.text(min_size=1, max_size=5))
def test_places_are_inside_the_text_and_in_order(text: str, code: str, key: str) -> None:
    found = places(text, code, key)
    assert all(0 <= start < end <= len(text) for start, end in found)
    assert list(found) == sorted(found)


def test_forms_are_found_as_whole_words_without_reading_the_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(links, "_lemmas", lambda *_given: pytest.fail("the sentence was read"))
    partner = Partner("вода", 0.9, ("вода", "воды", "воду"))
    found = link("Воду берегут: вода нужна, подводный мир тоже.", "ru", [partner])
    assert found is not None
    assert found.spans == ((0, 4), (14, 18))


def test_a_form_that_is_not_among_the_frequent_ones_is_found_by_its_lemma() -> None:
    found = link("О чистой воде говорят.", "ru", [Partner("вода", 0.9, ("вода", "воды"))])
    assert found is not None
    assert found.spans == ((9, 13),)
