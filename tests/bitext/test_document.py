from __future__ import annotations

import unicodedata
from itertools import pairwise
from typing import Literal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.bitext.document import sentences_as_given, sentences_of
from dragoman.bitext.model import Sentence
from dragoman.languages import language, normalise
from tests.bitext.material import LANGUAGES, documents

Form = Literal["NFC", "NFD"]
FORMS: tuple[Form, ...] = ("NFC", "NFD")
ENDINGS = ["\n", "\r\n", "\r"]


def as_shown(text: str) -> str:
    """A stretch of the given text as the sentence shows it: canonical, white space made single spaces."""
    return " ".join(normalise(text).text.split())


@pytest.mark.parametrize("ending", ENDINGS)
@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("code", LANGUAGES)
def test_offsets_lead_back_into_the_text_as_it_was_given(code: str, form: Form, ending: str) -> None:
    for document in documents().values():
        text = unicodedata.normalize(form, "\n\n".join(document[code])).replace("\n", ending)
        found = sentences_of(text, language(code))
        assert len(found) >= len(document[code])
        assert all(as_shown(text[s.start : s.end]) == s.text for s in found)
        assert all(a.end <= b.start for a, b in pairwise(found))
        letters = "".join("".join(s.text.split()) for s in found)
        assert letters == "".join("".join(unit.split()) for unit in document[code])


def test_offsets_by_hand() -> None:
    text = "\ufeff  1. Йод —\r\n\tвода.\r\nЕсть ли ёлка? Да."
    text = unicodedata.normalize("NFD", text)
    found = sentences_of(text, language("ru"))
    assert [s.text for s in found] == ["1. Йод — вода.", "Есть ли ёлка?", "Да."]
    assert [text[s.start : s.end] for s in found] == [
        unicodedata.normalize("NFD", part) for part in ("1. Йод —\r\n\tвода.", "Есть ли ёлка?", "Да.")
    ]


def test_blocks_and_labels() -> None:
    text = "Статья 5. Вода. Её берегут.\n\n2) Лес.\n\nПоле."
    found = sentences_of(text, language("ru"))
    assert [(s.text, s.block) for s in found] == [
        ("Статья 5. Вода.", 0),
        ("Её берегут.", 0),
        ("2) Лес.", 1),
        ("Поле.", 2),
    ]
    assert [s.label for s in found] == ["article 5", "", "2", ""]
    chinese = sentences_of("第五条 水。应予保护。\n\n2）森林。\n\n田野。", language("zh"))
    assert [(s.label, s.block) for s in chinese] == [("article 5", 0), ("", 0), ("2", 1), ("", 2)]


@settings(deadline=None, max_examples=100)
@given(
    st.lists(st.sampled_from([*"аЙ。.!? \t\n\r\u2028\ufeff\u00ad1)«»", "И\u0306", "\r\n"]), max_size=60).map(
        "".join
    ),
    st.sampled_from([*LANGUAGES, "kk"]),
)
def test_any_text_keeps_its_words_and_places(text: str, code: str) -> None:
    found = sentences_of(text, language(code))
    assert all(as_shown(text[s.start : s.end]) == s.text != "" for s in found)
    assert all(0 <= s.start < s.end <= len(text) for s in found)
    assert [s.block for s in found] == sorted(s.block for s in found)
    assert "".join("".join(s.text.split()) for s in found) == "".join(normalise(text).text.split())


@pytest.mark.parametrize("text", ["", " \n \r\n", "\ufeff"])
def test_no_words_give_no_sentences(text: str) -> None:
    assert sentences_of(text, language("ru")) == ()


def test_lines_are_kept_with_the_empty_ones() -> None:
    assert sentences_as_given(["Мир.", "", "  Он. Ты. ", "да"]) == (
        Sentence("Мир.", 0, 4),
        Sentence("", 5, 5),
        Sentence("Он. Ты.", 8, 15),
        Sentence("да", 17, 19),
    )
    assert sentences_as_given([]) == ()


@settings(deadline=None, max_examples=100)
@given(st.lists(st.text("аЙ\u0306 \t\r.", max_size=8), max_size=6))
def test_any_lines_are_kept_with_their_places(lines: list[str]) -> None:
    text = "\n".join(lines)
    found = sentences_as_given(lines)
    assert len(found) == len(lines)
    for sentence, line in zip(found, lines, strict=True):
        assert text[sentence.start : sentence.end] == line.strip()
        assert sentence.text == normalise(line.strip()).text
        assert (sentence.block, sentence.label) == (0, "")
