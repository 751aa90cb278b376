"""Words without a dictionary: for languages that Dragoman does not know in depth."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from dragoman.languages.character_class import character_class
from dragoman.languages.folding import fold
from dragoman.languages.model import Word

_JOINERS = "\u200c\u200d"  # inside words of Persian and of Indian languages
_LINKS = "-‐‑'’·״׳"  # hyphens, apostrophes, the Catalan middle dot, the Hebrew gershayim
_LAST_LETTERS = 0xAC00  # no combining mark of a living script stands above


class PlainWords:
    """Words by their spelling alone; the lemma is the folded word."""

    def words(self, text: str, start: int, end: int) -> list[Word]:
        """The words of `text[start:end]`. A text without spaces gives one word a stretch."""
        return [
            Word(first, last, text[first:last], fold(text[first:last]))
            for first, last in spans(text, start, end)
        ]


def spans(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Where the words of `text[start:end]` begin and end: "U.S.", "1,000", "COVID-19", "слово"."""
    return [match.span() for match in _pattern().finditer(text, start, end)]


@cache
def _pattern() -> re.Pattern[str]:
    """Initials and abbreviations, then numbers with their marks, then words.

    `\\w` leaves out combining marks, and so would cut words of many scripts in pieces.
    """
    below = map(chr, range(0x300, _LAST_LETTERS))
    marks = character_class(mark for mark in below if unicodedata.category(mark).startswith("M"))
    letter = f"(?:[^\\W_]|[{marks}{_JOINERS}])"
    return re.compile(
        rf"(?:[^\W\d_]\.){{2,}}(?:[^\W\d_](?!{letter}))?"
        rf"|\d+(?:[.,]\d+)+(?!{letter})"
        rf"|{letter}+(?:[{_LINKS}]{letter}+)*"
    )
