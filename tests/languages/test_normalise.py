from __future__ import annotations

import time
import unicodedata
from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from dragoman.languages import Normalised, Span, normalise
from dragoman.languages.normalise import INVISIBLE

# Texts in which something is likely to change: marks in any order, Hangul parts, line ends.
_LIVELY = (
    "aeiоиЕ가각\u0301\u0306\u0308\u0323\u0302\u0344\u0958\u09be\u0dcf \r\n\u2028\u00a0\u212b\ufb1d"
    "\U0001d15e\U00011099\U000110ba"
)
lively = st.text(alphabet=_LIVELY + INVISIBLE, max_size=30)
texts = st.one_of(st.text(max_size=60), lively)


@pytest.mark.parametrize(
    ("given_text", "expected"),
    [
        ("", ""),
        ("Ничего не меняется", "Ничего не меняется"),
        ("и\u0306", "й"),
        ("все\u0308 е\u0308лки", "всё ёлки"),
        ("и\u00ad\u0306", "й"),
        ("a\r\nb\rc\nd", "a\nb\nc\nd"),
        ("a\u2028b\u2029c\x85d\x0ce", "a\nb\nc\nd\ne"),
        ("\ufeffначало", "начало"),
        ("со\u00adтруд\u200bни\u2060чество", "сотрудничество"),
        ("т.\u00a0е.\u202fда", "т.\u00a0е.\u202fда"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("\u1100\u1161\u11a8", "각"),
        ("\r\u200b\n", "\n\n"),
        ("a\r", "a\n"),
        ("q\u0307\u0323", "q\u0323\u0307"),
        ("\U00011099\U000110ba", "\U0001109a"),
    ],
)
def test_what_changes_and_what_stays(given_text: str, expected: str) -> None:
    assert normalise(given_text).text == expected


@pytest.mark.parametrize(
    ("given_text", "start", "end", "stretch"),
    [
        ("мои\u0306 дом", 0, 3, "мои\u0306"),
        ("мои\u0306 дом", 4, 7, "дом"),
        ("a\u00adb", 0, 1, "a"),
        ("a\u00adb", 1, 2, "b"),
        ("a\u00adb", 0, 2, "a\u00adb"),
        ("x\r\ny", 1, 2, "\r\n"),
        ("x\r\ny", 2, 3, "y"),
        ("\ufeffслово", 0, 5, "слово"),
    ],
)
def test_a_stretch_finds_its_origin(given_text: str, start: int, end: int, stretch: str) -> None:
    assert normalise(given_text).original(start, end).of(given_text) == stretch


def test_what_was_taken_out_becomes_an_empty_stretch() -> None:
    assert normalise("a\u00adb").normalised(1, 2) == Span(1, 1)


@pytest.mark.parametrize(("start", "end"), [(-1, 0), (2, 1), (0, 5)])
def test_a_stretch_outside_the_text_is_refused(start: int, end: int) -> None:
    with pytest.raises(ValueError, match="not within"):
        normalise("abcd").original(start, end)


def test_a_text_without_changes_carries_no_map() -> None:
    text = "Тихая река течёт на юг. " * 1000
    assert normalise(text) == Normalised(text)
    assert normalise(text).text is text


@given(texts)
@example("e\u0301\u0301\u0327")
@example("\u0344a")
def test_the_result_is_canonical(text: str) -> None:
    result = normalise(text).text
    assert unicodedata.is_normalized("NFC", result)
    assert not set(result) & set(INVISIBLE + "\r\x0b\x0c\x85\u2028\u2029")
    assert normalise(result).text == result


@given(texts)
def test_it_agrees_with_unicodedata(text: str) -> None:
    plain = "".join(c for c in text if c not in INVISIBLE).replace("\r\n", "\n")
    for end in "\r\x0b\x0c\x85\u2028\u2029":
        plain = plain.replace(end, "\n")
    # Taking out what stands between \r and \n may leave one line end or two.
    squeezed = normalise(text).text.replace("\n", "")
    assert squeezed == unicodedata.normalize("NFC", plain).replace("\n", "")


@given(texts, st.data())
def test_a_stretch_normalises_back_to_itself(text: str, data: st.DataObject) -> None:
    result = normalise(text)
    start = data.draw(st.integers(0, len(result.text)))
    end = data.draw(st.integers(start, len(result.text)))
    origin = result.original(start, end)
    assert 0 <= origin.start <= origin.end <= len(text)
    again = normalise(origin.of(text)).text
    back = result.normalised(origin.start, origin.end)
    # Inside a changed place the whole place is taken; everywhere else the stretch comes back.
    assert back.start <= start
    assert back.end >= end or start == end
    if (back.start, back.end) == (start, end):
        assert again == result.text[start:end]
    else:
        assert result.text[start:end] in again


@given(texts)
def test_the_whole_text_round_trips(text: str) -> None:
    result = normalise(text)
    whole = result.original(0, len(result.text))
    assert normalise(whole.of(text)).text == result.text
    assert result.normalised(0, len(text)) == Span(0, len(result.text))


@given(texts)
def test_characters_map_in_order(text: str) -> None:
    result = normalise(text)
    spans = [result.original(i, i + 1) for i in range(len(result.text))]
    assert all(one.start <= other.start and one.end <= other.end for one, other in pairwise(spans))
    assert all(span.start < span.end for span in spans)


@pytest.mark.parametrize("character", ["\u0301", "\u0323\u0301", "\r", "\u00ad", "й", "и\u0306"])
def test_time_is_linear(character: str) -> None:
    started = time.process_time()
    normalise(character * 200_000)
    assert time.process_time() - started < 5
