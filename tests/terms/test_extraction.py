"""Terms and pairs of a small collection, and what may not change them."""

from __future__ import annotations

from collections import defaultdict

import pytest

from dragoman.bitext.encoder import encoder
from dragoman.terms.extraction import Extraction, extract
from dragoman.terms.model import Pair, Term
from dragoman.terms.texts import Text, Units
from tests.terms.material import text, texts, units

KNOWN = frozenset({"ru", "zh", "en"})


@pytest.fixture(scope="module")
def found() -> Extraction:
    return extract(texts(), units(), encoder().encode, known=KNOWN)


def _term(found: Extraction, code: str, key: str) -> Term:
    return next(term for term in found.terms[code] if term.key == key)


def test_terms_have_their_dictionary_form_counts_and_dates(found: Extraction) -> None:
    water = _term(found, "ru", "чистый вода")
    assert water.form == "чистая вода"
    assert (water.count, water.documents, water.first, water.last) == (6, 1, "2019-05", "2019-05")
    assert "чистой воды" in water.forms
    assert water.kind == "phrase"


def test_a_set_formulation_that_is_no_noun_phrase_is_found(found: Extraction) -> None:
    assert _term(found, "ru", "на взаимный основа").kind == "formulation"


def test_abbreviations_are_joined_with_their_long_forms(found: Extraction) -> None:
    short = next(term for term in found.terms["ru"] if term.key == "пкчв")
    assert short.long in {term.key for term in found.terms["ru"]}
    assert short.key in _term(found, "ru", short.long).short


@pytest.mark.parametrize(
    ("left", "right"), [("чистый вода", "洁净水"), ("рыболовство", "渔业"), ("план", "计划")]
)
def test_partners_come_first(found: Extraction, left: str, right: str) -> None:
    best = next(pair for pair in found.pairs if pair.left == left)
    assert best.right == right
    assert best.left_rank == 1


def test_a_pair_has_the_dates_and_bodies_of_the_documents_where_both_stand(found: Extraction) -> None:
    fishery = next(pair for pair in found.pairs if (pair.left, pair.right) == ("рыболовство", "渔业"))
    assert (fishery.first, fishery.last) == ("2019-05", "2021")
    assert fishery.bodies == ("Lake ministry", "Steppe ministry")
    assert fishery.documents == 2


def test_sentences_without_a_counterpart_lend_a_pair_no_document() -> None:
    one, two = units()
    # The last line of the first document has both words, and is not aligned; the second has neither.
    found = extract(texts(), (Units(one.left, one.right, one.beads[:-1]), two), None)
    water = next(pair for pair in found.pairs if (pair.left, pair.right) == ("чистый вода", "洁净水"))
    assert (water.count, water.documents, water.first, water.last) == (3, 1, "2019-05", "2019-05")
    assert water.bodies == ("Lake ministry",)


def test_places_are_where_the_forms_stand(found: Extraction) -> None:
    given = texts()
    forms: dict[tuple[str, str], set[str]] = defaultdict(set)
    count: dict[tuple[str, str], int] = defaultdict(int)
    for (at, key), places in found.places.items():
        for sentence, start, end in places:
            forms[given[at].language, key].add(given[at].sentences[sentence][start:end])
            count[given[at].language, key] += 1
    for code, terms in found.terms.items():
        for term in terms:
            assert set(term.forms) <= forms[code, term.key]
            assert count[code, term.key] == term.count


def test_every_pair_is_of_terms_and_ranks_are_by_probability(found: Extraction) -> None:
    keys = {(code, term.key) for code, terms in found.terms.items() for term in terms}
    by_left: dict[str, list[Pair]] = defaultdict(list)
    for pair in found.pairs:
        assert {(pair.left_language, pair.left), (pair.right_language, pair.right)} <= keys
        assert 0.0 < pair.probability < 1.0
        by_left[pair.left].append(pair)
    for pairs in by_left.values():
        assert [pair.probability for pair in pairs] == sorted(
            (pair.probability for pair in pairs), reverse=True
        )
        assert [pair.left_rank for pair in pairs] == sorted(pair.left_rank for pair in pairs)


def test_the_order_in_which_documents_come_does_not_matter(found: Extraction) -> None:
    given = texts()
    turned: tuple[Text, ...] = (given[3], given[2], given[1], given[0])
    beads = units()[0].beads
    again = extract(turned, (Units(3, 2, beads), Units(1, 0, beads)), encoder().encode, known=KNOWN)
    assert again.terms == found.terms
    assert again.pairs == found.pairs


def test_without_an_encoder_pairs_are_found_by_counts_alone() -> None:
    found = extract(texts(), units(), None)
    best = next(pair for pair in found.pairs if pair.left == "чистый вода")
    assert (best.right, best.similarity) == ("洁净水", 0.0)


def test_terms_that_never_recur_together_make_no_pairs() -> None:
    given = texts()
    crossed = (Units(0, 1, (((0,), (3,)),)), Units(2, 3, (((0,), (6,)),)))
    assert extract(given, crossed, encoder().encode, known=KNOWN).pairs == ()


def test_no_texts_and_texts_without_terms() -> None:
    assert extract((), (), None) == Extraction({}, {}, ())
    empty = Text("a", "a", "ru", "", "", ("!", ""), ((), ()), ())
    assert extract((empty,), (), None).pairs == ()


def test_the_form_of_a_term_that_opens_sentences_keeps_no_capital() -> None:
    lines = ("Озёрным городам нужна вода.", "Озёрным городам нужен план.")
    found = extract((text("ru", lines, "a", "", ""),), (), None)
    assert "озёрные города" in {term.form for term in found.terms["ru"]}
