"""Terms of texts as concepts to agree on."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from dragoman.glossary.agenda import Concept, Rendering, Term, concepts

WATER = {"ru": "вода", "zh": "水", "en": "water"}
FLOOD = {"ru": "паводок", "zh": "洪水", "en": "flood"}
PARTIES = ("lake", "steppe")


def pair(
    left: Term, right: Term, count: int = 5, probability: float = 0.9, *, mutual: bool = True
) -> Rendering:
    return Rendering(left, right, count, 2, probability, mutual)


def all_of(terms: dict[str, str], count: int = 5, probability: float = 0.9) -> list[Rendering]:
    (ru, zh, en) = terms.items()
    return [pair(one, other, count, probability) for one, other in ((ru, zh), (en, ru), (en, zh))]


def made(
    renderings: list[Rendering],
    used: dict[str, tuple[str, ...]] | None = None,
    entries: dict[Term, str] | None = None,
) -> list[Concept]:
    """Concepts; `used` says by key who uses a term, everybody unless it is named."""
    terms = {term for one in renderings for term in (one.left, one.right)}
    used_by = {term: (used or {}).get(term[1], PARTIES) for term in terms}
    return concepts(renderings, used_by, PARTIES, entries=entries)


def test_terms_of_three_languages_are_one_concept() -> None:
    assert [one.terms for one in made([*all_of(WATER, 9), *all_of(FLOOD)])] == [WATER, FLOOD]
    (one,) = made([pair(("ru", "вода"), ("zh", "水")), pair(("en", "water"), ("zh", "水"), 7, 0.8)])
    assert one.terms == WATER
    assert (one.count, one.documents, one.probability) == (7, 2, 0.8)


def test_two_concepts_that_share_a_word_are_not_mixed() -> None:
    """ "Security" and "safety" are one word in Russian and in Chinese."""
    security = [("en", "security"), ("ru", "безопасность"), ("zh", "安全")]
    renderings = [
        pair(security[0], security[1], 20),
        pair(security[0], security[2], 15),
        pair(security[1], security[2], 30),
        pair(("en", "safety"), security[2], 6, mutual=False),
    ]
    assert [one.terms for one in made(renderings)] == [dict(sorted(security))]


def test_a_term_does_not_join_a_concept_whose_term_has_another_partner() -> None:
    renderings = [
        pair(("ru", "река"), ("zh", "河流"), 20),
        pair(("en", "stream"), ("zh", "河流"), 9),
        pair(("en", "river"), ("ru", "река"), 10),
    ]
    assert [one.terms for one in made(renderings)] == [{"ru": "река", "zh": "河流"}]


def test_what_all_use_comes_first_then_evidence() -> None:
    only_lake = {"паводок": ("lake",), "洪水": (), "flood": ("lake",)}
    found = made([*all_of(FLOOD, 50), *all_of(WATER, 3)], only_lake)
    assert [(one.terms["en"], one.parties, one.both) for one in found] == [
        ("water", PARTIES, True),
        ("flood", ("lake",), False),
    ]


def test_each_party_may_use_a_term_of_its_own_language() -> None:
    (one,) = made(all_of(WATER), {"вода": ("lake",), "水": ("steppe",), "water": ()})
    assert one.both


def test_what_the_glossary_has_is_marked() -> None:
    found = made([*all_of(WATER), *all_of(FLOOD)], entries={("zh", "洪水"): "floods"})
    assert {one.terms["en"]: one.entry for one in found} == {"water": "", "flood": "floods"}


def test_what_is_more_of_a_term_comes_first_and_names_are_left_out() -> None:
    renderings = [*all_of(WATER, 90), *all_of(FLOOD, 3), pair(("ru", "Озёрск"), ("zh", "湖城"))]
    used_by = {term: PARTIES for one in renderings for term in (one.left, one.right)}
    weights = dict.fromkeys(FLOOD.items(), 3.0)
    names = {("ru", "Озёрск"), ("zh", "水")}
    found = concepts(renderings, used_by, PARTIES, weights=weights, names=names)
    assert [one.terms["en"] for one in found] == ["flood", "water"]
    assert found[0].evidence == 0.9 * 9


def test_nothing_is_made_of_nothing() -> None:
    assert concepts([], {}, PARTIES) == []
    assert not concepts(all_of(WATER), {}, ())[0].both


_TERMS = [(code, f"{code}{number}") for code in ("en", "ru", "zh") for number in range(4)]
_renderings = st.builds(
    Rendering,
    st.sampled_from(_TERMS),
    st.sampled_from(_TERMS),
    st.integers(2, 50),
    st.integers(1, 5),
    st.floats(0.5, 1),
    st.booleans(),
).filter(lambda one: one.left[0] < one.right[0])


@given(st.lists(_renderings, max_size=20, unique_by=lambda one: (one.left, one.right)))
def test_each_term_is_in_one_concept_at_most_in_whatever_order(renderings: list[Rendering]) -> None:
    found = made(renderings)
    terms = [term for one in found for term in one.terms.items()]
    assert len(terms) == len(set(terms))
    mutual = {frozenset((one.left, one.right)) for one in renderings if one.mutual}
    for one in found:
        members = list(one.terms.items())
        assert 2 <= len(members) <= 3
        assert all(any(frozenset((term, other)) in mutual for other in members) for term in members)
    assert made(renderings[::-1]) == found
