"""Chinese words by rjieba (MIT): a dictionary with word frequencies, and a model for the rest."""

from __future__ import annotations

import re
from functools import cache

import rjieba

from dragoman.languages.folding import fold
from dragoman.languages.model import Word
from dragoman.languages.simplified import simplified

# The tags of the PKU and ICTCLAS sets, by their first letter where no longer entry is given, as
# parts of speech of Universal Dependencies.
_PARTS = {
    "a": "ADJ", "ad": "ADV", "b": "ADJ", "c": "CCONJ", "d": "ADV", "e": "INTJ", "f": "ADP",
    "i": "X", "j": "NOUN", "k": "PART", "l": "X", "m": "NUM", "n": "NOUN", "nr": "PROPN",
    "ns": "PROPN", "nt": "PROPN", "nz": "PROPN", "p": "ADP", "q": "NOUN", "r": "PRON",
    "s": "NOUN", "t": "NOUN", "u": "PART", "v": "VERB", "vn": "NOUN", "y": "PART", "z": "ADJ",
}  # fmt: skip
_HAS_WORD = re.compile(r"[^\W_]")


@cache
def dictionary() -> rjieba.Jieba:
    """The dictionary, which takes a tenth of a second to load."""
    return rjieba.Jieba()


class ChineseWords:
    """Words as a dictionary of simplified Chinese divides them; traditional text is read alike."""

    def __init__(self) -> None:
        self._jieba = dictionary()

    def words(self, text: str, start: int, end: int) -> list[Word]:
        """The words of `text[start:end]`; the lemma is the word in simplified characters."""
        found: list[Word] = []
        position = start
        for piece, tag in self._jieba.tag(simplified(text[start:end])):
            following = position + len(piece)
            if _HAS_WORD.search(piece):
                part = _PARTS.get(tag[:2]) or _PARTS.get(tag[:1]) or "X"
                found.append(
                    Word(position, following, text[position:following], fold(piece), part, f"XPOS={tag}")
                )
            position = following
        return found
