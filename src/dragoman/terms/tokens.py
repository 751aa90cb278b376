"""Texts of one language as one row of numbers, for what is counted by stretches of tokens."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from dragoman.languages.folding import fold_characters
from dragoman.languages.simplified import simplified
from dragoman.languages.transcription.pinyin import HANZI
from dragoman.terms.grams import BREAK
from dragoman.terms.keys import BY_CHARACTER
from dragoman.terms.texts import Text

Numbers = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Tokens:
    """The tokens of texts: number, sentence (counted through all texts), start and end; (n,) each.

    Between sentences, and where punctuation parts words, stands a `BREAK`. `opens` and `closes` say where
    words begin and end.
    """

    number: Numbers
    sentence: Numbers
    start: Numbers
    end: Numbers
    opens: NDArray[np.bool_]
    closes: NDArray[np.bool_]
    names: tuple[str, ...]

    def key(self, at: int, length: int) -> str:
        """The key of a stretch of tokens: lemmas with spaces between them, or characters."""
        stretch = self.number[at : at + length].tolist()
        return " ".join(self.names[one] for one in stretch) if self.names else "".join(map(chr, stretch))

    def name(self, at: int) -> str:
        """The token at a place."""
        return self.key(at, 1)


def tokens(texts: Sequence[Text], code: str) -> Tokens:
    """Characters in Chinese, lemmas elsewhere."""
    return _characters(texts) if code in BY_CHARACTER else _lemmas(texts)


def _characters(texts: Sequence[Text]) -> Tokens:
    """Every character is a token, by its code point; those that are no Chinese ones are breaks."""
    sentences = [sentence for text in texts for sentence in text.sentences]
    lengths = np.array([len(sentence) + 1 for sentence in sentences], dtype=np.int64)
    first = np.concatenate([[0], np.cumsum(lengths)])[: len(sentences)].astype(np.int64)
    folded = "\n".join(fold_characters(simplified(sentence)) for sentence in sentences) + "\n"
    points = np.frombuffer(folded.encode("utf-32-le", "surrogatepass"), dtype=np.uint32).astype(np.int64)
    points = points[: int(lengths.sum())]
    known, place = np.unique(points, return_inverse=True)
    han = np.array([bool(HANZI.match(chr(point))) for point in known], dtype=bool)
    start = np.arange(len(points)) - np.repeat(first, lengths)
    opens, closes = np.zeros(len(points), dtype=bool), np.zeros(len(points), dtype=bool)
    words = (words for text in texts for words in text.words)
    for begin, found in zip(first.tolist(), words, strict=True):
        for one, other, _lemma in found:
            opens[begin + one] = True
            closes[begin + other - 1] = True
    return Tokens(
        np.where(han[place], points, BREAK),
        np.repeat(np.arange(len(sentences)), lengths),
        start,
        start + 1,
        opens,
        closes,
        (),
    )


def _lemmas(texts: Sequence[Text]) -> Tokens:
    numbers: dict[str, int] = {}
    number: list[int] = []
    sentence_of: list[int] = []
    starts: list[int] = []
    ends: list[int] = []
    count = 0
    for text in texts:
        for sentence, words in zip(text.sentences, text.words, strict=True):
            before = 0
            for start, end, lemma in words:
                if sentence[before:start].strip():
                    number.append(BREAK)
                    sentence_of.append(count)
                    starts.append(before)
                    ends.append(start)
                number.append(numbers.setdefault(lemma, len(numbers)))
                sentence_of.append(count)
                starts.append(start)
                ends.append(end)
                before = end
            number.append(BREAK)
            sentence_of.append(count)
            starts.append(before)
            ends.append(len(sentence))
            count += 1
    every = np.ones(len(number), dtype=bool)
    return Tokens(
        np.array(number, dtype=np.int64),
        np.array(sentence_of, dtype=np.int64),
        np.array(starts, dtype=np.int64),
        np.array(ends, dtype=np.int64),
        every,
        every,
        tuple(numbers),
    )
