"""What differs between languages: sentences, words, folding, numbers, dates.

Loading this room loads no dictionary; each is loaded when words are first asked for.
"""

from __future__ import annotations

from dragoman.languages.detection import detect
from dragoman.languages.model import Block, Date, Language, Number, Span, Word
from dragoman.languages.normalise import Normalised, normalise
from dragoman.languages.registry import known, language

__all__ = [
    "Block",
    "Date",
    "Language",
    "Normalised",
    "Number",
    "Span",
    "Word",
    "detect",
    "known",
    "language",
    "normalise",
]
