"""How Chinese characters sound, without tones: one syllable for each, and words in letters as syllables."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from importlib import import_module

from dragoman.languages.transcription.palladius_table import ESTABLISHED, SYLLABLES
from dragoman.languages.transcription.pinyin_words import PHRASES
from dragoman.languages.transcription.syllables import split_word, toneless

_APOSTROPHES = re.compile("['’ʼ`]")
_HARD_SIGN = "ъ"
_LONGEST = max(map(len, SYLLABLES.values()))
# A word in Russian letters may be divided in several ways; more are not followed.
_MOST_WAYS = 8
_LATIN = re.compile("[a-z\u00c0-\u024f\u0300-\u030c]+")
_CYRILLIC = re.compile("[а-яё]+")

Syllables = tuple[tuple[str, ...], ...]


def sounds(word: str) -> Sequence[str]:
    """The syllable of each character of a word in simplified characters, without tones: 银行 is yin, hang.

    Characters that no dictionary knows, and letters, stand for themselves. The word decides where a
    character has several readings: by pypinyin's phrases (MIT), and ours for official texts.
    """
    single, phrases = _readings()
    whole = phrases.get(word)
    if whole is not None:
        return whole
    found = [single.get(character, character) for character in word]
    if len(word) > 2:  # a phrase inside a longer word
        for length in (4, 3, 2):
            for start in range(len(word) - length + 1):
                inside = phrases.get(word[start : start + length])
                if inside is not None:
                    found[start : start + length] = inside
    return found


def syllables_of(word: str) -> tuple[Syllables, ...]:
    """The ways to read a word in Latin or Russian letters as Chinese syllables; () if it is none.

    Each way gives for each syllable the pinyin syllables that it may be: «Шанхай» is shang, hai; «Пекин», by
    its settled name, bei, jing. Tone marks, tone numbers, capitals and apostrophes are left aside.
    """
    small = unicodedata.normalize("NFC", word.lower())
    if _CYRILLIC.fullmatch(small.replace("-", "")):
        return _from_russian(small.replace("-", ""))
    parts = [toneless(part) for part in _APOSTROPHES.split(small)]
    found: list[tuple[str, ...]] = []
    for part in parts:
        split = split_word(part) if _LATIN.fullmatch(part) else None
        if split is None:
            return ()
        # 玩儿, written wanr, is read character by character here.
        found.extend(("er" if syllable == "r" else syllable,) for syllable in split)
    return (tuple(found),)


@lru_cache(maxsize=1024)
def _from_russian(word: str) -> tuple[Syllables, ...]:
    """Each way to divide it; the hard sign only parts syllables."""
    settled = _settled().get(word)
    ways: list[list[Syllables]] = [[] for _ in word] + [[()]]
    for start in range(len(word) - 1, -1, -1):
        if word[start] == _HARD_SIGN:
            ways[start] = ways[start + 1] if start else []
            continue
        for length in range(min(_LONGEST, len(word) - start), 0, -1):
            meant = _sounds_in_russian().get(word[start : start + length])
            if meant:
                ways[start].extend((meant, *rest) for rest in ways[start + length])
        del ways[start][_MOST_WAYS:]
    own = tuple(ways[0])
    if settled is None:
        return own
    name = split_word(settled)
    return ((tuple((syllable,) for syllable in name), *own)) if name else own


@cache
def _sounds_in_russian() -> Mapping[str, tuple[str, ...]]:
    """Russian syllables with the pinyin syllables that they may be."""
    found: dict[str, list[str]] = defaultdict(list)
    for sound, russian in SYLLABLES.items():
        found[russian].append(sound)
    found["хой"] = ["hui"]
    return {russian: tuple(each) for russian, each in found.items()}


@cache
def _settled() -> Mapping[str, str]:
    """Names of one word that have a form of their own in Russian."""
    names = ((russian.lower().replace("-", ""), sound) for sound, russian in ESTABLISHED.items())
    return {name: sound for name, sound in names if _CYRILLIC.fullmatch(name)}


@cache
def _readings() -> tuple[Mapping[str, str], Mapping[str, tuple[str, ...]]]:
    """Of single characters; and of the phrases whose characters are read otherwise than alone.

    Loaded at first use: half a second.
    """
    constants = import_module("pypinyin.constants")
    plain: dict[str, str] = {}

    def sound(marked: str) -> str:
        if marked not in plain:
            plain[marked] = toneless(marked)
        return plain[marked]

    single = {
        chr(code): sound(readings.partition(",")[0]) for code, readings in constants.PINYIN_DICT.items()
    }
    phrases: dict[str, tuple[str, ...]] = {}
    for phrase, readings in constants.PHRASES_DICT.items():
        found = tuple(sound(reading[0]) for reading in readings)
        if len(found) == len(phrase) and any(map(str.__ne__, found, map(single.get, phrase))):
            phrases[phrase] = found
    phrases.update({phrase: tuple(map(toneless, readings)) for phrase, readings in PHRASES.items()})
    return single, phrases
