"""Pinyin syllables: tones, spelling, and where one ends inside a word."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from functools import lru_cache

from dragoman.languages.transcription.palladius_table import SYLLABLES

TONE_MARKS = {"1": "\u0304", "2": "\u0301", "3": "\u030c", "4": "\u0300"}
"""Combining marks of the four tones; the neutral tone (5) has none."""

_NUMBERS = {mark: number for number, mark in TONE_MARKS.items()}
_VOWEL_INITIALS = ("a", "o", "e")
_LONGEST = max(map(len, SYLLABLES))
# Spellings without the two points, where no other syllable is meant.
_SPELLED_OTHERWISE = {"lue": "lüe", "nue": "nüe"}


def marked(syllable: str) -> str:
    """A syllable with its tone as a mark: "lü4" is "lǜ", "de5" is "de"."""
    body, tone = split_tone(syllable)
    if tone not in TONE_MARKS:
        return body
    # The mark stands on a or e, on the o of ou, else on the last vowel (GB/T 16159, 4).
    place = next((body.index(vowel) for vowel in ("a", "e", "ou") if vowel in body), None)
    if place is None:
        place = max((body.rfind(vowel) for vowel in "iouü"), default=-1)
    place = max(place, 0)
    return unicodedata.normalize("NFC", body[: place + 1] + TONE_MARKS[tone] + body[place + 1 :])


def split_tone(syllable: str) -> tuple[str, str]:
    """A syllable and the number of its tone, "" where it has none: ("lü", "4") of "lü4"."""
    return (syllable[:-1], syllable[-1]) if syllable[-1:].isdecimal() else (syllable, "")


def toneless(word: str) -> str:
    """Pinyin in small letters without tones, with ü: "Lǚ4" and "LV4" are "lü"."""
    decomposed = unicodedata.normalize("NFD", word.lower())
    kept = "".join(char for char in decomposed if char not in _NUMBERS and not char.isdecimal())
    return unicodedata.normalize("NFC", kept).replace("v", "ü")


def joined(syllables: Sequence[str]) -> str:
    """Syllables as one word, an apostrophe before a, o and e inside it (GB/T 16159, 6): xī'ān."""
    word = ""
    for syllable in syllables:
        begins = unicodedata.normalize("NFD", syllable[:1])[:1].lower()
        word += "'" + syllable if word and begins in _VOWEL_INITIALS else syllable
    return word


@lru_cache(maxsize=4096)
def split_word(word: str) -> tuple[str, ...] | None:
    """The syllables of a word in toneless pinyin without apostrophes; None for other words.

    Inside a word a syllable does not begin with a, o or e unless an apostrophe says so: fangan is
    fan-gan. Only where that gives nothing is the rule dropped: tianan is tian-an. A final r (erhua) is
    left as an "r" of its own, where nothing else explains it.
    """
    return (
        _split(word, strict=True, erhua=False)
        or _split(word, strict=False, erhua=False)
        or _split(word, strict=True, erhua=True)
    )


def _split(word: str, *, strict: bool, erhua: bool) -> tuple[str, ...] | None:
    """The division with the longest first syllables that spells the whole word."""
    # Ways to spell the rest of the word, from its end; None where there is none.
    rests: list[tuple[str, ...] | None] = [None] * len(word) + [()]
    for start in range(len(word) - 1, -1, -1):
        for length in range(min(_LONGEST, len(word) - start), 0, -1):
            piece = word[start : start + length]
            syllable = _SPELLED_OTHERWISE.get(piece, piece)
            rest = rests[start + length]
            if rest is None or not (syllable in SYLLABLES or (erhua and piece == "r" and start > 0)):
                continue
            if strict and start > 0 and piece.startswith(_VOWEL_INITIALS):
                continue
            rests[start] = (syllable, *rest)
            break
    return rests[0]
