"""Chinese characters in pinyin, word by word (GB/T 16159 without its capitals)."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from importlib import import_module
from typing import Literal, Protocol

from dragoman.languages.transcription.pinyin_words import (
    COMMON_SURNAMES,
    COMPOUND_SURNAMES,
    PHRASES,
    SURNAMES,
)
from dragoman.languages.transcription.syllables import joined, marked, split_tone

PinyinStyle = Literal["marks", "numbers", "plain"]

HANZI = re.compile("[〇㐀-鿿豈-﫿\U00020000-\U0003ffff]")
"""A Chinese character."""

_PIECE = re.compile(f"{HANZI.pattern}+|(?:(?!{HANZI.pattern})[^\\W_])+|.", re.DOTALL)

PUNCTUATION = str.maketrans("，。、；：？！（）【】「」『』《》〈〉", ",.,;:?!()[]\"\"''«»‹›")
"""Full-width and Chinese punctuation as the Latin script writes it (GB/T 16159)."""
_OPENING = frozenset("([«‹“‘")
_CLOSING = frozenset(",.;:?!)]»›”’%")


class Reader(Protocol):
    """Divides Chinese text into words and reads them."""

    def words(self, text: str) -> list[tuple[str, Sequence[str]]]:
        """Words in order, which spell the text, with a syllable in tone numbers for each Chinese character.

        Pieces without Chinese characters have no syllables.
        """


class DictionaryReader:
    """Readings by phrase from pypinyin (MIT), words from rjieba (MIT), both of simplified characters."""

    def __init__(self) -> None:
        # Loaded on first use: the dictionary of phrases takes a quarter of a second and 40 MB.
        self._pypinyin = import_module("pypinyin")
        self._jieba = import_module("rjieba").Jieba()
        self._simplified: Callable[[str], str] = import_module("dragoman.languages.simplified").simplified

    def words(self, text: str) -> list[tuple[str, Sequence[str]]]:
        """See `Reader.words`."""
        found: list[tuple[str, Sequence[str]]] = []
        for match in _PIECE.finditer(text):
            if HANZI.match(match[0]):
                found.extend(self._read(match[0]))
            else:
                found.append((match[0], ()))
        return found

    def _read(self, run: str) -> Iterator[tuple[str, Sequence[str]]]:
        """Words of a run of Chinese characters."""
        start = 0
        for word, tag in self._jieba.tag(self._simplified(run)):
            end = start + len(word)
            yield from _named(run[start:end], self._syllables(word), is_name=tag.startswith("nr"))
            start = end

    def _syllables(self, word: str) -> list[str]:
        read = self._pypinyin.lazy_pinyin(
            word, style=self._pypinyin.Style.TONE3, neutral_tone_with_five=True, v_to_u=True
        )
        # Characters that the dictionary lacks come back together, as they are.
        syllables = [part for piece in read for part in (piece if HANZI.match(piece) else (piece,))]
        for phrase, reading in PHRASES.items():
            at = word.find(phrase)
            if at >= 0:
                syllables[at : at + len(phrase)] = reading
        return syllables


def _named(word: str, syllables: list[str], *, is_name: bool) -> Iterator[tuple[str, Sequence[str]]]:
    """A word, or the surname and the given name of a person."""
    size = 2 if word[:2] in COMPOUND_SURNAMES or word[:2] in SURNAMES else 1
    surname = word[:size]
    is_known = surname in COMMON_SURNAMES or surname in COMPOUND_SURNAMES or surname in SURNAMES
    if not is_name or not is_known or not size < len(word) <= size + 2:
        yield word, syllables
        return
    yield surname, SURNAMES.get(surname, tuple(syllables[:size]))
    yield word[size:], syllables[size:]


@cache
def _default_reader() -> Reader:
    return DictionaryReader()


def pinyin(text: str, style: PinyinStyle = "marks", *, reader: Reader | None = None) -> str:
    """A text with its Chinese characters in pinyin; everything else stays.

    `style` writes the tones of 银行 as marks (yínháng), as numbers (yin2hang2, 5 for the neutral tone)
    or not at all (yinhang); ü is kept in each. Words are parted by spaces, surnames from given names;
    no word has a capital. Tones are those of the dictionary: no sandhi, no merged 儿. Readings depend on the
    word, so a character that is cut off from its word may be read wrongly.
    """
    spelled = ""
    after_word = False
    for word, syllables in (reader or _default_reader()).words(text):
        piece = joined([_styled(syllable, style) for syllable in syllables]) if syllables else None
        written = word.translate(PUNCTUATION) if piece is None else piece
        is_word = piece is not None or written[:1].isalnum()
        if _needs_space(spelled, written, is_word=is_word, after_word=after_word):
            spelled += " "
        spelled += written
        after_word = is_word
    return spelled


def _needs_space(spelled: str, written: str, *, is_word: bool, after_word: bool) -> bool:
    """Whether a space parts what has been spelled from what follows."""
    if not spelled or spelled[-1].isspace() or written[:1].isspace():
        return False
    if is_word:
        return after_word or spelled[-1] in _CLOSING
    return written[:1] in _OPENING and (after_word or spelled[-1] in _CLOSING)


def _styled(syllable: str, style: PinyinStyle) -> str:
    if style == "marks":
        return marked(syllable)
    return syllable if style == "numbers" else split_tone(syllable)[0]
