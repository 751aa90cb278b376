"""Renderings that differ within a document, or from the usual ones."""

from __future__ import annotations

import pytest

from dragoman.versions.wording import Lexicon, Rendering, wordings

KNOWN = Lexicon(
    {
        "mutual supply": (
            Rendering("взаимный снабжение", "взаимное снабжение", 0.9, 9, True),
            Rendering("обоюдный поставка", "обоюдные поставки", 0.8, 1, True),
            Rendering("снабжение", "снабжение", 0.6, 9, False),
        )
    },
    {},
)
PASSAGES = [((at,), (at,)) for at in range(4)]
TERMS = {"mutual supply": [(at, 0, 13) for at in range(4)]}


def others(*keys: str) -> dict[str, list[tuple[int, int, int]]]:
    """One rendering a sentence."""
    found: dict[str, list[tuple[int, int, int]]] = {}
    for sentence, key in enumerate(keys):
        found.setdefault(key, []).append((sentence, 3, 9))
    return found


A, B, PART = "взаимный снабжение", "обоюдный поставка", "снабжение"


def test_the_rarer_rendering_of_a_document_is_told() -> None:
    (one,) = wordings(PASSAGES, TERMS, others(A, A, B, A), KNOWN)
    assert (one.kind, one.passage, one.term, one.rendering) == (
        "inconsistent",
        2,
        ((2, 0, 13),),
        ((2, 3, 9),),
    )
    assert one.probability == pytest.approx(0.72)
    assert one.reason.said() == (
        "Here it is обоюдные поставки; elsewhere in this document it is взаимное снабжение (passages: 3)."
    )


def test_a_document_that_keeps_to_an_unusual_rendering_is_told_in_each_passage() -> None:
    found = list(wordings(PASSAGES, TERMS, others(B, B, B, B), KNOWN))
    assert [one.kind for one in found] == ["rendering"] * 4
    assert found[0].reason.words["right"] == "взаимное снабжение"


@pytest.mark.parametrize("keys", [(A, A, A, A), (A, A, PART, A), (A, A, "другое", A), (A, A, B, B)[:2]])
def test_what_keeps_to_one_rendering_or_a_part_of_it_is_not_told(keys: tuple[str, ...]) -> None:
    assert list(wordings(PASSAGES, TERMS, others(*keys), KNOWN)) == []


def test_short_and_long_forms_are_one_rendering() -> None:
    related = Lexicon(KNOWN.renderings, {A: frozenset({B}), B: frozenset({A})})
    assert list(wordings(PASSAGES, TERMS, others(A, A, B, A), related)) == []


def test_a_term_inside_a_longer_one_is_not_looked_at() -> None:
    terms = {**TERMS, "mutual supply agreement": [(2, 0, 23)]}
    assert list(wordings(PASSAGES, terms, others(A, A, B, A), KNOWN)) == []


def test_both_renderings_in_one_passage_are_no_difference() -> None:
    both = others(A, A, A, A)
    both[B] = [(2, 12, 20)]
    assert list(wordings(PASSAGES, TERMS, both, KNOWN)) == []


def test_where_no_rendering_is_the_usual_one_none_is_missed() -> None:
    equal = Lexicon(
        {"mutual supply": tuple(Rendering(key, key, 0.9, 5, True) for key in (A, B))},
        {},
    )
    assert list(wordings(PASSAGES, TERMS, others(B, B, B, B), equal)) == []
