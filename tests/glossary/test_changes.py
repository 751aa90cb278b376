"""The difference between two contents."""

from __future__ import annotations

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.glossary.changes import Piece, changes, pieces
from dragoman.glossary.content import filled
from tests.glossary.contents import CONTENTS, LAKE, NEAR, STEPPE, content, term


def shown(before: dict[str, Any], after: dict[str, Any]) -> list[tuple[str, str, str, str, str]]:
    return [(one.field, one.of, one.kind, one.before, one.after) for one in changes(before, after)]


def test_words_are_struck_and_come() -> None:
    assert pieces("Доступ к чистой воде", "Доступ всех к воде") == (
        Piece("same", "Доступ"),
        Piece("added", " всех"),
        Piece("same", " к "),
        Piece("removed", "чистой "),
        Piece("same", "воде"),
    )


def test_neighbouring_changes_are_one() -> None:
    assert pieces("a b c d", "a x y d") == (
        Piece("same", "a "),
        Piece("removed", "b c"),
        Piece("added", "x y"),
        Piece("same", " d"),
    )


def test_chinese_is_compared_by_character() -> None:
    assert pieces("获得清洁用水", "获得安全用水") == (
        Piece("same", "获得"),
        Piece("removed", "清洁"),
        Piece("added", "安全"),
        Piece("same", "用水"),
    )


def test_a_term_whose_words_change_is_one_change() -> None:
    before = content(terms=[term("ru", "водная безопасность"), term("en", "water security")])
    after = content(terms=[term("ru", "безопасность вод", note="Experts"), term("en", "clean rivers")])
    assert shown(before, after) == [
        ("terms", "en", "removed", "water security", ""),
        ("terms", "ru", "changed", "водная безопасность", "безопасность вод"),
        ("terms.note", "безопасность вод", "added", "", "Experts"),
        ("terms", "en", "added", "", "clean rivers"),
    ]


def test_a_term_keeps_its_identity_when_something_else_is_said_of_it() -> None:
    before = content(terms=[term("ru", "вода"), term("zh", "水")])
    after = content(terms=[term("zh", "水", "admitted"), term("ru", "вода"), term("en", "water")])
    assert shown(before, after) == [
        ("terms.status", "水", "changed", "preferred", "admitted"),
        ("terms", "en", "added", "", "water"),
        ("terms.order", "", "changed", "вода, 水", "水, вода, water"),
    ]


def test_what_parties_say_of_each_other_is_told() -> None:
    before = content("contested")
    after = content("contested", relations=[{"of": LAKE, "to": STEPPE, "relation": "overlapping"}])
    assert shown(before, after) == [
        ("relations", f"{LAKE} → {STEPPE}: broader", "removed", f"{LAKE} → {STEPPE}: broader", ""),
        ("relations", f"{LAKE} → {STEPPE}: overlapping", "added", "", f"{LAKE} → {STEPPE}: overlapping"),
    ]


def test_the_order_is_that_of_a_page() -> None:
    fields = [one.field for one in changes(content("equivalent"), content("instrument"))]
    assert fields == ["aim", *["definition"] * 3, *["scope"] * 3, *["instrument"] * 3]


def test_long_texts_are_compared_in_no_time() -> None:
    one = "水" * 5000
    assert pieces(one, "安" * 5000) == (Piece("removed", one), Piece("added", "安" * 5000))
    assert "".join(piece.text for piece in pieces(one, "水" * 4999) if piece.kind != "added") == one


@given(st.text(max_size=60), st.text(max_size=60))
@settings(deadline=None)
def test_pieces_give_both_texts_back(before: str, after: str) -> None:
    found = pieces(before, after)
    assert "".join(one.text for one in found if one.kind != "added") == before
    assert "".join(one.text for one in found if one.kind != "removed") == after
    assert (before == after) == all(one.kind == "same" for one in found)


@given(st.one_of(CONTENTS, NEAR), st.one_of(CONTENTS, NEAR), st.booleans())
@settings(max_examples=200, deadline=None)
def test_there_is_no_change_exactly_where_two_are_equal(
    one: dict[str, Any], other: dict[str, Any], near: bool
) -> None:
    before, after = filled(one), filled({**one, "terms": other["terms"]} if near else other)
    found = changes(before, after)
    assert (not found) == (before == after)
    assert changes(before, before) == []
    assert changes(before, after) == found
    for change in found:
        assert "".join(piece.text for piece in change.pieces if piece.kind != "added") == change.before
        assert "".join(piece.text for piece in change.pieces if piece.kind != "removed") == change.after
