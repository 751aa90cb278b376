"""What the finding of terms starts from: texts in sentences, with their words and noun phrases."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dragoman.languages import language as language_of
from dragoman.languages.model import PhraseKind, Word

Token = tuple[int, int, str]
"""Start, end and lemma of a word."""


@dataclass(frozen=True, slots=True)
class Found:
    """A noun phrase in a sentence, by the sentence's number in its text."""

    sentence: int
    start: int
    end: int
    key: str
    kind: PhraseKind
    words: int


@dataclass(frozen=True, slots=True)
class Text:
    """A language version of a document, with what the grammar of its language tells of it.

    `words` has the words of each sentence. `name` is what the version is told apart by, such as the hash of
    its original.
    """

    name: str
    document: str
    language: str
    date: str
    body: str
    sentences: tuple[str, ...]
    words: tuple[tuple[Token, ...], ...]
    phrases: tuple[Found, ...]


@dataclass(frozen=True, slots=True)
class Units:
    """Which sentences of two texts belong together: for each unit, places on both sides.

    `left` and `right` are the numbers of the texts among all that were given.
    """

    left: int
    right: int
    beads: tuple[tuple[tuple[int, ...], tuple[int, ...]], ...]


@dataclass(frozen=True, slots=True)
class Analysis:
    """Words and noun phrases of the sentences of a text."""

    words: tuple[tuple[Token, ...], ...]
    phrases: tuple[Found, ...]


def analysis(sentences: Sequence[str], words: Sequence[Sequence[Word]], code: str) -> Analysis:
    """Words and phrases as `Text` wants them; `words` are those that the language finds in each sentence."""
    speech = language_of(code)
    phrases = tuple(
        Found(number, each.start, each.end, each.key, each.kind, each.words)
        for number, (sentence, found) in enumerate(zip(sentences, words, strict=True))
        for each in speech.phrases(sentence, found)
    )
    tokens = tuple(tuple((word.start, word.end, word.lemma) for word in found) for found in words)
    return Analysis(tokens, phrases)
