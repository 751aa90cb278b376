"""What the tests of phrases share."""

from __future__ import annotations

from dragoman.languages import language
from dragoman.languages.model import Phrase


def phrases(code: str, text: str) -> list[Phrase]:
    """The phrases of one sentence."""
    speech = language(code)
    return speech.phrases(text, speech.words(text))


def keys(code: str, text: str) -> set[str]:
    """Their keys."""
    return {phrase.key for phrase in phrases(code, text)}


def kinds(code: str, text: str) -> dict[str, str]:
    """What kind each stretch is, by its text."""
    return {text[phrase.start : phrase.end]: phrase.kind for phrase in phrases(code, text)}
