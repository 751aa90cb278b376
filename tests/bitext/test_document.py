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
from dragoman.readers.manuscript import Manuscript
from dragoman.readers.reading import Part, PartKind
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


def of_parts(*pieces: tuple[str, PartKind, int]) -> tuple[str, list[Part]]:
    """A text and its parts."""
    manuscript = Manuscript()
    for number, (words, kind, level) in enumerate(pieces):
        manuscript.add(words, kind, level, key=f"k{number}")
    reading = manuscript.reading("test", "test.v1", "")
    return reading.text, list(reading.parts)


def test_no_sentence_goes_beyond_its_part() -> None:
    text, parts = of_parts(
        ("Статья 5. Вода", "heading", 2),
        ("Её берегут. Все", "paragraph", 0),
        ("Статья 6. Лес", "item", 1),
        ("а) ель", "item", 2),
        ("б) дуб. Клён", "item", 2),
        ("Пост. Река", "cell", 0),
        ("Два. Слова\nи ещё", "segment", 0),
    )
    found = sentences_of(text, language("ru"), parts)
    assert [(s.text, s.kind, s.level, s.label, s.block) for s in found] == [
        ("Статья 5. Вода", "heading", 2, "article 5", 0),
        ("Её берегут.", "paragraph", 0, "", 1),
        ("Все", "paragraph", 0, "", 1),
        ("Статья 6. Лес", "article", 1, "article 6", 2),
        ("а) ель", "item", 2, "a", 3),
        ("б) дуб.", "item", 2, "b", 4),
        ("Клён", "item", 2, "", 4),
        ("Пост.", "cell", 0, "", 5),
        ("Река", "cell", 0, "", 5),
        ("Два. Слова и ещё", "segment", 0, "", 6),
    ]
    assert all(as_shown(text[s.start : s.end]) == s.text for s in found)


def test_where_a_file_tells_no_headings_the_words_do() -> None:
    text, parts = of_parts(("ВОДА И ЛЕС", "paragraph", 0), ("Их берегут.", "paragraph", 0))
    assert [s.kind for s in sentences_of(text, language("ru"), parts)] == ["heading", "paragraph"]
    assert [s.kind for s in sentences_of(text, language("ru"))] == ["heading", "paragraph"]
    text, parts = of_parts(("Закон", "heading", 1), ("ВОДА И ЛЕС", "paragraph", 0))
    assert [s.kind for s in sentences_of(text, language("ru"), parts)] == ["heading", "paragraph"]


@settings(deadline=None, max_examples=100)
@given(
    st.lists(
        st.tuples(
            st.lists(st.sampled_from([*"аЙ。.!? \t\n1)«»", "И\u0306", "\u00ad"]), max_size=12).map("".join),
            st.sampled_from(["heading", "paragraph", "item", "cell", "segment"]),
            st.integers(0, 3),
        ),
        min_size=1,
    ).filter(lambda pieces: any(words.strip() for words, _kind, _level in pieces)),
    st.sampled_from([*LANGUAGES, "kk"]),
)
def test_any_parts_keep_their_words_and_places(pieces: list[tuple[str, PartKind, int]], code: str) -> None:
    text, parts = of_parts(*pieces)
    found = sentences_of(text, language(code), parts)
    assert all(as_shown(text[s.start : s.end]) == s.text != "" for s in found)
    assert all(any(part.start <= s.start and s.end <= part.end for part in parts) for s in found)
    assert [s.block for s in found] == sorted(s.block for s in found)
    assert "".join("".join(s.text.split()) for s in found) == "".join(normalise(text).text.split())
    wanted = {
        part.key
        for part in parts
        if part.kind == "segment" and normalise(text[part.start : part.end]).text.strip()
    }
    assert sum(s.kind == "segment" for s in found) == len(wanted)


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
