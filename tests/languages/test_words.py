from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.languages import language


def lemmas(code: str, text: str) -> list[str]:
    return [word.lemma for word in language(code).words(text)]


@pytest.mark.parametrize(
    ("code", "text", "expected"),
    [
        ("ru", "Стороны подтвердили обязательства.", ["сторона", "подтвердить", "обязательство"]),
        ("ru", "Ещё двух стран", ["еще", "два", "страна"]),
        ("ru", "обяза\u0301тельства", ["обязательство"]),
        ("ru", "по-прежнему", ["по-прежнему"]),
        ("en", "The parties' obligations were reaffirmed.", ["the", "party", "obligation", "be", "reaffirm"]),
        ("en", "the country’s rivers", ["the", "country", "river"]),
        ("en", "US and U.S. and us", ["us", "and", "u.s.", "and", "we"]),
        ("en", "COVID-19 cost 1,000.5 men", ["covid-19", "cost", "1,000.5", "man"]),
        ("zh", "聯合國大會通過決議。", ["联合国大会", "通过", "决议"]),
        ("zh", "联合国大会，通过！决议", ["联合国大会", "通过", "决议"]),
        ("ar", "هذه جملة، قصيرة.", ["هذه", "جملة", "قصيرة"]),
        ("hi", "यह किताब है।", ["यह", "किताब", "है"]),
        ("fa", "می\u200cخواهم", ["میخواهم"]),
        ("de", "Straßen-Bau, z.B. hier", ["straßen-bau", "z.b.", "hier"]),
    ],
)
def test_lemmas(code: str, text: str, expected: list[str]) -> None:
    assert lemmas(code, text) == expected


def test_russian_is_read_in_context() -> None:
    words = language("ru").words("Они живут в мире. Стали больше.")
    assert [(word.text, word.pos) for word in words[:3]] == [("Они", "PRON"), ("живут", "VERB"), ("в", "ADP")]


def test_parts_of_speech_of_chinese() -> None:
    found = {word.text: word.pos for word in language("zh").words("两国在北京签署重要文件。")}
    assert found["北京"] == "PROPN"
    assert found["签署"] == "VERB"
    assert found["重要文件"] == "NOUN"


_ALPHABET = st.sampled_from(list("аяБёйzQ'’-.,7 \n«»。，國中文件\u0301\u00a0ـب़क_"))


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet=_ALPHABET, max_size=40), st.sampled_from(["ru", "zh", "en", "ar", "th"]))
def test_offsets_are_exact(text: str, code: str) -> None:
    end = 0
    for word in language(code).words(text):
        assert end <= word.start < word.end <= len(text)
        assert word.text == text[word.start : word.end]
        assert any(character.isalnum() or ord(character) > 127 for character in word.text)
        assert word.lemma == language(code).fold(word.lemma)
        end = word.end


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet=_ALPHABET, max_size=40), st.sampled_from(["ru", "zh", "en", "ar"]))
def test_no_letter_is_lost(text: str, code: str) -> None:
    covered = {i for word in language(code).words(text) for i in range(word.start, word.end)}
    assert all(i in covered for i, character in enumerate(text) if character.isalnum())
