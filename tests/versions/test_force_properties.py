from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from bench.fit_force import counted, pruned
from dragoman.bitext.model import Sentence
from dragoman.versions.force import clues
from dragoman.versions.force.lexicon import fold, known, lexicon
from dragoman.versions.force.usual import Counts
from dragoman.versions.side import Passage, Setting, Side
from tests.versions.binding import found, passage
from tests.versions.test_force_negation import DIFFERENT as NEGATIONS
from tests.versions.test_force_obligation import DIFFERENT as OBLIGATIONS

PAIRS = [(left, right) for left, right, *_ in [*NEGATIONS, *OBLIGATIONS]]
TEXTS = sorted({text for pair in PAIRS for text in pair})


@given(st.sampled_from(PAIRS))
def test_sides_may_be_swapped(pair: tuple[str, str]) -> None:
    left, right = pair
    there = {(clue.kind, clue.left, clue.right) for clue in found(left, right)}
    back = {(clue.kind, clue.right, clue.left) for clue in found(right, left)}
    assert there == back


@given(st.sampled_from(TEXTS), st.sampled_from(TEXTS))
def test_places_are_words_of_the_text(left: str, right: str) -> None:
    one, other = passage(left, right).left, passage(left, right).right
    for clue in clues([Passage(one, other)], Setting((one.language, other.language), None)):
        assert clue.left or clue.right
        for side, stretches in ((one, clue.left), (other, clue.right)):
            for start, end in stretches:
                assert 0 <= start < end <= len(side.text)
                assert side.text[start:end].strip() == side.text[start:end]
                assert side.text[start:end] in clue.reason.said()


@given(st.sampled_from(TEXTS))
def test_a_text_against_itself_says_the_same(text: str) -> None:
    one, other = passage(text, text).left, passage(text, text).right
    # One language on both sides is no translation: nothing is looked for.
    assert list(clues([Passage(one, other)], Setting((one.language, other.language), None))) == []


@given(st.text(max_size=60), st.sampled_from(sorted(known())))
def test_any_text_can_be_searched(text: str, code: str) -> None:
    folded = fold(text, code)
    assert len(folded) == len(text)
    for kind in ("modality", "negation", "qualification"):
        last = 0
        for cue in lexicon(kind, code).find(folded):
            assert last <= cue.start < cue.end <= len(text)
            assert folded[cue.start : cue.end] == cue.said
            last = cue.end


def test_other_languages_have_no_clues() -> None:
    sides = (
        Side("fr", [Sentence("Les villes ne paient pas.")]),
        Side("en", [Sentence("The towns do not pay.")]),
    )
    assert list(clues([Passage(*sides)], Setting(("fr", "en"), None))) == []


class Letters:
    """An encoder for tests: how often each letter is in a text."""

    name = "letters"
    dimension = 256
    languages = frozenset({"en", "ru", "zh"})

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        vectors = np.zeros((len(texts), self.dimension), dtype=np.float32)
        for row, text in enumerate(texts):
            for character in text:
                vectors[row, ord(character) % self.dimension] += 1.0
        lengths = np.sqrt((vectors * vectors).sum(axis=1, keepdims=True))
        return np.asarray(vectors / lengths, dtype=np.float32)


def test_an_encoder_adds_features_and_no_clues() -> None:
    passages = [
        passage("The ferry must stop here.", "渡轮可以在此停靠。"),
        passage("It is not safe.", "安全。"),
    ]
    plain = list(clues(passages, Setting(("en", "zh"), None)))
    looked = list(clues(passages, Setting(("en", "zh"), Letters())))
    assert [(one.kind, one.left, one.right) for one in plain] == [
        (one.kind, one.left, one.right) for one in looked
    ]
    assert {one.kind: one.features.get("asked") or one.features.get("exchanged") for one in looked} == {
        "obligation": 1.0,
        "negation": 1.0,
    }


def test_counts_tell_what_was_left_without_counterpart() -> None:
    counts: Counts = {}
    passages = [passage("The ferry must stop here.", "渡轮必须在此停靠。")] * 3
    counted(
        counts,
        [*passages, passage("The ferry must stop here.", "渡轮在此停靠。")],
        Setting(("en", "zh"), None),
    )
    table = pruned(counts)["modality en zh"]
    assert table["duty.must"] == [4, 1]
    assert table["duty.must|must"] == [4, 1]
    assert table["duty.must > duty.must"] == [3, 0]
