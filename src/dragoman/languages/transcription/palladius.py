"""Chinese names in Russian letters (Palladius' system)."""

from __future__ import annotations

import re
from unicodedata import normalize

from dragoman.languages.transcription.palladius_table import ESTABLISHED, SPELLINGS, SYLLABLES
from dragoman.languages.transcription.pinyin import HANZI, pinyin
from dragoman.languages.transcription.syllables import split_word, toneless

_LETTERS = "[A-Za-z\u00c0-\u024f\u0300-\u030c]+[1-5]?"
_WORD = re.compile(f"{_LETTERS}(?:['’ʼ]?{_LETTERS})*")
_APOSTROPHE = re.compile("['’ʼ]")
_VOWELS = frozenset("аоэеиыуюяй")
_ERHUA = "р"


def palladius(text: str, *, established: bool = False) -> str:
    """Pinyin or Chinese characters in Russian letters: Tian'an and 天安 are Тяньань and тяньань.

    Pinyin may have tone marks, tone numbers or neither; capitals are kept. Final n becomes «нь», final
    ng «н», with «ъ» where a vowel follows (Chang'an, Чанъань); hui is «хуэй» throughout, although «хой» is
    usual in some place names. Words that are no pinyin stay as they are; a word that could be English as
    well as pinyin ("can") is read as pinyin. `established` gives names with a settled form of their own
    (Пекин, Аньхой, Конфуций) in that form.
    """
    if HANZI.search(text):
        text = pinyin(text, "marks")
    return _WORD.sub(lambda match: _word(match[0], established), text)


def _word(word: str, established: bool) -> str:
    spelling = SPELLINGS.get(normalize("NFC", word.lower()))
    if spelling is not None:
        return spelling if word[:1].isupper() else spelling.lower()
    parts = _APOSTROPHE.split(word)
    if established:
        settled = ESTABLISHED.get("".join(toneless(part) for part in parts))
        if settled is not None:
            return settled
    russian = ""
    for part in parts:
        syllables = split_word(toneless(part))
        if syllables is None:
            return word
        for syllable in syllables:
            russian = _appended(russian, syllable)
    if word.isupper() and len(word) > 1:
        return russian.upper()
    return russian[:1].upper() + russian[1:] if word[:1].isupper() else russian


def _appended(russian: str, syllable: str) -> str:
    """A word and one more syllable of it; «ъ» keeps final ng from running into a vowel."""
    following = SYLLABLES.get(syllable, _ERHUA)
    return russian + ("ъ" if russian.endswith("н") and following[0] in _VOWELS else "") + following
