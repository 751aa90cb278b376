from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pytest

from dragoman.bitext import profile as module
from dragoman.bitext.model import Sentence
from dragoman.bitext.profile import (
    CLAUSES,
    CLOSINGS,
    ENDING,
    LOWER,
    NUMBERED,
    QUESTIONS,
    QUOTES,
    Profile,
    number_vectors,
    profile,
    token_vectors,
)
from dragoman.languages import language
from tests.bitext.material import LANGUAGES, Floats, documents, units


def of(texts: Sequence[str], code: str = "en", blocks: Sequence[int] | None = None) -> Profile:
    places = blocks or [0] * len(texts)
    sentences = [Sentence(text, block=block) for text, block in zip(texts, places, strict=True)]
    return profile(sentences, language(code))


@pytest.mark.parametrize(
    ("text", "ending"),
    [
        ("It is open.", 1.0),
        ("Is it open?", 1.0),
        ("开放。", 1.0),
        ("Она открыта…", 1.0),
        ("“It is open.”", 1.0),
        ("(It is open.)", 1.0),
        ("as follows:", 0.75),
        ("如下：", 0.75),
        ("two copies;", 0.75),
        ("in two copies,", 0.5),
        ("双方、", 0.5),
        ("каждую —", 0.5),
        ("Article 5", 0.0),
        ("»", 0.0),
        ("", 0.0),
        ("یہ کھلا ہے۔", 1.0),
        ("هل هو مفتوح؟", 1.0),
        ("यह खुला है।", 1.0),
    ],
)
def test_how_a_sentence_ends(text: str, ending: float) -> None:
    assert of([text]).marks[0, ENDING] == ending


@pytest.mark.parametrize(
    ("text", "column", "value"),
    [
        ("It rained. It snowed! Why?", CLOSINGS, 3),
        ("Wait… what?!", CLOSINGS, 2),
        ("下雨了。下雪了！", CLOSINGS, 2),
        ("one, two; three: four", CLAUSES, 3),
        ("一、二，三；四", CLAUSES, 3),
        ("Who? 谁？ من؟", QUESTIONS, 3),
        ("«а» “b” 「c」 (d) （e）", QUOTES, 5),
        ("and so on", LOWER, 1),
        ("“and so on", LOWER, 1),
        ("И так далее", LOWER, 0),
        ("等等", LOWER, 0),
        ("1. Scope", NUMBERED, 1),
        ("(a) scope", NUMBERED, 1),
        ("（一）范围", NUMBERED, 1),
        ("Scope 1", NUMBERED, 0),
        ("", NUMBERED, 0),
        ("", LOWER, 0),
    ],
)
def test_marks(text: str, column: int, value: float) -> None:
    assert of([text]).marks[0, column] == value


def test_lengths_leave_out_white_space_and_are_never_zero() -> None:
    assert of(["", " ", "a b c", "水  位"]).length.tolist() == [1, 1, 4, 3]


def test_paragraphs_open_where_the_block_changes() -> None:
    found = of(["A.", "B.", "C.", "D."], blocks=[3, 3, 4, 6])
    assert found.opens.tolist() == [1, 0, 1, 1]
    assert found.structured


@pytest.mark.parametrize("blocks", [[0, 0, 0], [0, 1, 2], [5, 5, 5]])
def test_paragraphs_that_tell_nothing_are_no_structure(blocks: list[int]) -> None:
    assert not of(["A.", "B.", "C."], blocks=blocks).structured


def test_one_sentence_is_no_structure() -> None:
    assert not of(["A."]).structured


def test_numbers_and_dates_are_the_same_in_every_language() -> None:
    """Of the invented documents nearly every number is found again on the other side."""
    found = {code: profile([Sentence(u) for u in units(code)], language(code)).numbers for code in LANGUAGES}
    for one, other in (("ru", "zh"), ("zh", "en"), ("en", "ru")):
        shared = sum(len(a & b) for a, b in zip(found[one], found[other], strict=True))
        every = sum(len(a | b) for a, b in zip(found[one], found[other], strict=True))
        assert shared / every > 0.8


def test_a_number_is_a_value_and_not_its_writing() -> None:
    assert (
        of(["9,400 and 0.50"]).numbers == of(["9 400 и 0,5"], "ru").numbers == (frozenset({"9400", "0.5"}),)
    )
    assert of(["on 18 September 2025"]).numbers == (frozenset({"y2025", "m9", "d18"}),)


def cosine(pair: tuple[Floats, Floats], i: int, j: int) -> float:
    left, right = pair[0][i], pair[1][j]
    return float(left @ right / max(np.linalg.norm(left) * np.linalg.norm(right), 1e-9))


def test_equal_numbers_meet_and_others_do_not() -> None:
    source, target = of(["In 1902.", "48 stations, 15 lines.", "None."]), of(["48 and 15.", "1902.", "None."])
    pair = number_vectors(source, target)
    assert [vectors.shape for vectors in pair] == [(3, 64), (3, 64)]
    assert cosine(pair, 1, 0) == pytest.approx(1, abs=1e-6)
    assert cosine(pair, 0, 1) == pytest.approx(1, abs=1e-6)
    assert cosine(pair, 0, 0) == 0
    assert not pair[0][2].any()


def test_a_number_that_recurs_weighs_less() -> None:
    left, right = number_vectors(of(["5 and 7."]), of(["5.", "5.", "5.", "7."]))
    often, once = left[0] @ right[0], left[0] @ right[3]
    assert 0 < often < once


def test_only_rare_tokens_that_both_sides_write_alike_count() -> None:
    filler = [
        f"Sentence the {word}." for word in ("one", "two", "three", "four", "five", "six", "seven", "eight")
    ]
    source = of([*filler, "The UNESCO delegation."])
    target = of([*(f"{k}-е предложение." for k in range(8)), "Делегация UNESCO."], "ru")
    left, right = token_vectors(source, target)
    assert (left.shape, right.shape) == ((9, 128), (9, 128))
    assert left[8] @ right[8] > 0
    assert not (left[:8] @ right.T).any()


def test_a_rarer_token_weighs_more() -> None:
    filler = [f"{k}" for k in range(60)]
    source = of(["Kelmora", "Tarsin", "Tarsin", "Tarsin", *filler])
    target = of(["Kelmora", "Tarsin", *(f"{k}" for k in range(100, 160))])
    left, right = token_vectors(source, target)
    assert left[0] @ right[0] > left[1] @ right[1] > 0


def test_common_tokens_are_left_out() -> None:
    alike = [f"the {name}" for name in ("alpha", "beta", "gamma", "delta")] * 20
    left, right = token_vectors(of(alike), of(alike))
    assert not left.any()
    assert not right.any()


def test_vectors_do_not_depend_on_the_order_in_which_a_set_is_walked(monkeypatch: pytest.MonkeyPatch) -> None:
    """Sums of rounded numbers depend on their order, and that of a set of words on the process."""

    class Backwards(frozenset[str]):
        def __iter__(self):  # type: ignore[no-untyped-def]  # the elements in the opposite order
            return iter(sorted(super().__iter__(), reverse=True))

    class Forwards(frozenset[str]):
        def __iter__(self):  # type: ignore[no-untyped-def]  # the elements in order
            return iter(sorted(super().__iter__()))

    monkeypatch.setattr(module, "_TOKEN_WIDTH", 2)
    monkeypatch.setattr(module, "_NUMBER_WIDTH", 2)
    words = [frozenset(f"word {k}" for k in range(first, 40)) for first in range(40)]
    found = []
    for walk in (Forwards, Backwards):
        bags = tuple(walk(bag) for bag in words)
        plain = of(["x"] * len(bags))
        one = Profile(plain.length, plain.marks, plain.opens, plain.labels, bags, bags)
        found.append([*number_vectors(one, one), *token_vectors(one, one)])
    assert len(found[0]) == 4
    assert all(vectors.any() for vectors in found[0][:2])
    for first, second in zip(*found, strict=True):
        np.testing.assert_array_equal(first, second)


def test_documents_have_profiles_of_their_length() -> None:
    for document in documents().values():
        for code in LANGUAGES:
            found = profile([Sentence(text) for text in document[code]], language(code))
            n = len(document[code])
            assert len(found) == n == len(found.labels) == len(found.numbers) == len(found.tokens)
            assert found.marks.shape == (n, 7)
            assert found.opens.shape == (n,)
