"""Entries and designations, and what they refuse."""

from __future__ import annotations

import pytest

from dragoman.errors import EmptyInput, InputError, TooLarge, UnknownLanguage
from dragoman.terms.termbase import ANY, Designation, Entry, Standing, Status, Termbase, united

MAP = Designation("ru", "карта")
OLD = Designation("ru", "план", "deprecated", "of buildings only")


def test_a_language_is_known_by_its_code_alone() -> None:
    assert Designation("zh-Hant", "地圖").language == "zh"
    assert Designation("RU", "карта").language == "ru"


def test_designations_in_use_come_preferred_first() -> None:
    admitted = Designation("ru", "схема", "admitted")
    entry = Entry("1", (OLD, admitted, MAP, Designation("zh", "地图")))
    assert entry.of("ru") == (MAP, admitted)
    assert entry.of("zh") == (Designation("zh", "地图"),)
    assert entry.of("en") == ()
    assert set(entry.of("ru", ANY)) == {OLD, admitted, MAP}


@pytest.mark.parametrize("text", ["", "  ", "—", "«»"])
def test_a_term_needs_a_word(text: str) -> None:
    with pytest.raises(EmptyInput, match="A term is empty"):
        Designation("ru", text)


def test_a_sentence_is_no_term() -> None:
    with pytest.raises(TooLarge, match="A term has 400 characters; 300 are allowed: яяя"):
        Designation("ru", "я" * 400)


def test_a_status_is_one_of_four() -> None:
    wrong: Status = "best"  # type: ignore[assignment]  # what a table may hold
    with pytest.raises(InputError, match="best is no status of a term"):
        Designation("ru", "карта", wrong)


def test_a_language_has_to_be_one() -> None:
    with pytest.raises(UnknownLanguage, match="No language has the code 'xx'"):
        Designation("xx", "карта")


def test_an_entry_needs_a_designation() -> None:
    with pytest.raises(EmptyInput, match="The entry 7 has no term"):
        Entry("7", ())


def test_a_word_has_one_status_in_an_entry() -> None:
    with pytest.raises(InputError, match="The entry 1 has карта both as preferred and as deprecated"):
        Entry("1", (MAP, Designation("ru", "карта", "deprecated")))


def test_a_probability_is_one() -> None:
    with pytest.raises(InputError, match="A probability is from 0 to 1, not 2"):
        Entry("1", (MAP,), probability=2)


def test_a_standing_is_one_of_three() -> None:
    wrong: Standing = "sure"  # type: ignore[assignment]  # what a caller may give
    with pytest.raises(InputError, match="sure is no standing"):
        Entry("1", (MAP,), standing=wrong)


def test_termbases_are_united_in_their_order() -> None:
    one, other = Entry("1", (MAP,)), Entry("1", (Designation("en", "map"),))
    both = united([Termbase((one,)), Termbase(()), Termbase((other,))])
    assert both.entries == (one, other)
    assert both.languages == ("en", "ru")
    assert len(both) == 2
    assert Termbase(()).languages == ()


def test_there_may_be_half_a_million_entries() -> None:
    with pytest.raises(TooLarge, match="The list has 500,001 entries; 500,000 are allowed"):
        Termbase((Entry("1", (MAP,)),) * 500_001)
