from __future__ import annotations

import re

import pytest

from scripts import catalogues


@pytest.mark.parametrize("language", catalogues.LANGUAGES)
def test_every_message_is_translated(language: str) -> None:
    assert catalogues.untranslated(catalogues.updated(language)) == []


@pytest.mark.parametrize("language", catalogues.LANGUAGES)
def test_the_catalogue_is_up_to_date(language: str) -> None:
    text = catalogues.path_of(language).read_text(encoding="utf-8")
    assert text == catalogues.written(catalogues.updated(language)), "Run scripts/translate."


def places(text: str) -> set[str]:
    """What a message leaves open: {name}, {value!r}, %(prog)s."""
    return set(re.findall(r"\{\w+(?:!r)?\}|%\(\w+\)s", text))


@pytest.mark.parametrize("language", catalogues.LANGUAGES)
def test_a_translation_leaves_open_only_what_the_message_does(language: str) -> None:
    for message in catalogues.read(language):
        given = message.id if isinstance(message.id, tuple | list) else (message.id,)
        strings = message.string if isinstance(message.string, tuple | list) else (message.string,)
        allowed = set().union(*(places(str(form)) for form in given))
        for string in strings:
            assert places(str(string)) <= allowed, message.id
            if len(given) == 1:
                assert places(str(string)) == allowed, message.id


def test_sentences_of_errors_are_found() -> None:
    code = "raise EmptyInput('There is nothing.', where=name, remedy='Give a text.')\nraise ValueError('no')"
    assert list(catalogues.error_sentences(code)) == ["There is nothing.", "Give a text."]
