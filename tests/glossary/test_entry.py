"""The words that describe an entry, and names of entries."""

from __future__ import annotations

from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.glossary.entry import (
    AIMS,
    DIMENSIONS,
    LEVELS,
    OUTCOMES,
    PARTS_OF_SPEECH,
    RELATIONS,
    RESERVED,
    STATUSES,
    entry_id,
    falls,
    is_slug,
    level_order,
)
from dragoman.languages.transcription.latin import latin
from dragoman.record import agreed_kinds
from dragoman.record import content as recorded
from dragoman.record.fields import is_slug as recorded_slug
from dragoman.terms.termbase import Status


def test_the_record_knows_the_same_words() -> None:
    assert tuple(LEVELS) == recorded.LEVELS
    assert tuple(OUTCOMES) == recorded.OUTCOMES
    assert tuple(AIMS) == recorded.AIMS
    assert tuple(RELATIONS) == recorded.RELATIONS
    assert tuple(STATUSES) == recorded.STATUSES == get_args(Status)
    assert RESERVED == agreed_kinds._RESERVED


def test_every_word_is_found_by_its_own_name_and_says_what_it_means() -> None:
    for table in (LEVELS, OUTCOMES, STATUSES):
        for name, choice in table.items():
            assert choice.name == name
            assert choice.title
            assert choice.meaning.endswith(".")
    assert all(DIMENSIONS.values())
    assert all(PARTS_OF_SPEECH.values())


def test_a_relation_seen_from_the_other_side_and_back_is_the_same() -> None:
    for name, relation in RELATIONS.items():
        assert relation.name == name
        assert RELATIONS[relation.inverse].inverse == name
        assert "{of}" in relation.meaning
        assert "{to}" in relation.meaning
    assert RELATIONS["broader"].inverse == "narrower"


def test_lists_show_the_firmest_agreement_first_and_drafts_last() -> None:
    levels = ["", "withdrawn", "proposed", "joint", "contested", "instrument", "parallel", "equivalent"]
    assert sorted(levels, key=level_order) == [
        "instrument", "joint", "equivalent", "parallel", "proposed", "contested", "withdrawn", "",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("before", "after", "gives_up"),
    [
        ("joint", "equivalent", True),
        ("parallel", "contested", True),
        ("equivalent", "withdrawn", True),
        ("equivalent", "joint", False),
        ("joint", "joint", False),
        ("joint", "superseded", False),
        ("contested", "parallel", False),
        ("proposed", "withdrawn", False),
        ("", "parallel", False),
    ],
)
def test_agreeing_on_less_gives_something_up(before: str, after: str, *, gives_up: bool) -> None:
    assert falls(before, after) is gives_up


@pytest.mark.parametrize(
    ("heads", "name"),
    [
        ({"en": "Water security", "ru": "водная безопасность"}, "water-security"),
        ({"ru": "Объём паводка", "zh": "洪水"}, "obyom-pavodka"),
        ({"zh": "水安全"}, "shui-anquan"),
        ({"en": "The party’s (own) words"}, "the-partys-own-words"),
        ({"fr": "État côtier"}, "etat-cotier"),
        ({"ar": "ماء"}, "entry"),
        ({"en": "—", "zh": "水"}, "shui"),
        ({"en": "new"}, "new-2"),
        ({}, "entry"),
    ],
)
def test_a_name_is_made_of_a_term(heads: dict[str, str], name: str) -> None:
    assert entry_id(heads) == name


def test_a_name_that_is_taken_gets_a_number() -> None:
    assert entry_id({"en": "water"}, {"water"}) == "water-2"
    assert entry_id({"en": "water"}, {"water", "water-2", "water-3"}) == "water-4"
    long = entry_id({"en": "word " * 40}, {("word-" * 16)[:-1]})
    assert long.endswith("-2")
    assert is_slug(long)


@given(
    st.dictionaries(st.sampled_from(["en", "ru", "zh", "ar", "kk"]), st.text(max_size=120), max_size=3),
    st.sets(st.sampled_from(["entry", "entry-2", "a", "0", "new-2"])),
)
def test_whatever_the_terms_the_name_can_be_used(heads: dict[str, str], taken: set[str]) -> None:
    name = entry_id(heads, taken)
    assert is_slug(name)
    assert recorded_slug(name)
    assert name not in taken | RESERVED


def test_cyrillic_is_written_in_latin_letters() -> None:
    assert latin("Съезд Ёжиков, щит") == "sezd yozhikov, shhit"
    assert latin("и\u0306") == "j"
    assert latin("Water") == "water"
