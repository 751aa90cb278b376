"""English words by simplemma (MIT): a list of forms, and rules for the rest."""

from __future__ import annotations

import re

from simplemma import Lemmatizer

from dragoman.languages.folding import fold
from dragoman.languages.model import Word
from dragoman.languages.words.plain_words import spans

_POSSESSIVE = re.compile(r"['’]s\Z|(?<=s)['’]\Z", re.IGNORECASE)


class EnglishWords:
    """Words with their lemma, whatever their part of speech, which is not told."""

    def __init__(self) -> None:
        self._lemmatizer = Lemmatizer()

    def words(self, text: str, start: int, end: int) -> list[Word]:
        """The words of `text[start:end]`."""
        return [
            Word(first, last, text[first:last], self._lemma(text[first:last]))
            for first, last in spans(text, start, end)
        ]

    def _lemma(self, word: str) -> str:
        plain = fold(without_possessive(word))
        if not plain.isalpha() or (word.isupper() and len(word) > 1):
            return plain  # figures, and abbreviations: US is not "us"
        return fold(self._lemmatizer.lemmatize(plain, lang="en"))


def without_possessive(word: str) -> str:
    """The word without the ending of the possessive: "Council's", "States'"."""
    return _POSSESSIVE.sub("", word)
