"""The pieces of a unigram model: where they occur in a text, and which characters none of them joins."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Codepoints = NDArray[np.uint32]
Hashes = NDArray[np.uint64]
Indices = NDArray[np.intp]

# The sign that ends each piece in the vocabulary; no piece holds it.
PARTING = "\n"

# Prefixes of pieces are told by a hash in the manner of FNV-1a (Fowler, Noll and Vo 1991): xor with the
# character, then multiply by an odd number, here the golden ratio times 2^64. Its high bits index two tables.
_FACTOR = np.uint64(0x9E3779B97F4A7C15)
_PREFIX_SHIFT = np.uint64(64 - 22)
_BRIDGE_SHIFT = np.uint64(64 - 20)
_IS_PREFIX, _IS_PIECE = np.uint8(1), np.uint8(3)
# Characters of the vocabulary that are looked at together, to spare memory.
_BLOCK = 1 << 16


@dataclass(frozen=True, eq=False, slots=True)
class Occurrences:
    """Places where pieces occur: where each begins, how many characters it has, and its id."""

    starts: Indices
    lengths: Indices
    ids: Indices


class Vocabulary:
    """All pieces in the order of their ids, given in one string in which each is ended by `PARTING`.

    `longest` is the length of the longest piece in characters.
    """

    def __init__(self, pieces: str) -> None:
        self._characters = codepoints(pieces)
        ends = np.flatnonzero(self._characters == ord(PARTING))
        self._starts = np.concatenate([[0], ends[:-1] + 1])
        lengths = ends - self._starts
        self.longest = int(lengths.max())
        self._prefixes = np.zeros(1 << (64 - int(_PREFIX_SHIFT)), np.uint8)
        # For each length the sorted hashes of the pieces, and their ids in the same order.
        self._by_length: list[tuple[Hashes, Indices]] = []
        ids = np.arange(len(lengths))
        hashes = np.zeros(len(lengths), np.uint64)
        for length in range(1, self.longest + 1):
            reaching = lengths[ids] >= length
            ids = ids[reaching]
            hashes = _extended(hashes[reaching], self._characters[self._starts[ids] + (length - 1)])
            whole = np.flatnonzero(lengths[ids] == length)
            whole = whole[np.argsort(hashes[whole])]
            self._by_length.append((hashes[whole], ids[whole]))
            self._prefixes[hashes >> _PREFIX_SHIFT] |= _IS_PREFIX
            self._prefixes[hashes[whole] >> _PREFIX_SHIFT] |= _IS_PIECE
        self._bridged = np.zeros(1 << (64 - int(_BRIDGE_SHIFT)), np.bool_)
        for start in range(0, len(self._characters), _BLOCK):
            block = self._characters[start : start + _BLOCK + 1]
            inside = (block[:-1] != ord(PARTING)) & (block[1:] != ord(PARTING))
            self._bridged[_bridge(block[:-1][inside], block[1:][inside])] = True

    def bridged(self, characters: Codepoints) -> NDArray[np.bool_]:
        """For each two neighbours whether a piece may hold them side by side; none does where it is False."""
        bridged: NDArray[np.bool_] = self._bridged[_bridge(characters[:-1], characters[1:])]
        return bridged

    def occurrences(self, characters: Codepoints) -> Occurrences:
        """Every place where a piece occurs in a text, shorter pieces first."""
        starts = np.arange(len(characters))
        hashes = np.zeros(len(characters), np.uint64)
        found: list[tuple[Indices, Indices]] = []
        for length in range(1, self.longest + 1):
            inside = np.searchsorted(starts, len(characters) - length, "right")
            starts = starts[:inside]
            hashes = _extended(hashes[:inside], characters[starts + (length - 1)])
            kinds = self._prefixes[hashes >> _PREFIX_SHIFT]
            likely = np.flatnonzero(kinds == _IS_PIECE)
            found.append(self._exact(characters, starts[likely], hashes[likely], length))
            reaching = np.flatnonzero(kinds)
            starts, hashes = starts[reaching], hashes[reaching]
        return Occurrences(
            np.concatenate([starts for starts, _ids in found]),
            np.repeat(np.arange(1, self.longest + 1), [len(ids) for _starts, ids in found]),
            np.concatenate([ids for _starts, ids in found]),
        )

    def _exact(
        self, characters: Codepoints, starts: Indices, hashes: Hashes, length: int
    ) -> tuple[Indices, Indices]:
        """Of places that look like a piece of this length those that are one, and the ids of the pieces."""
        known, ids = self._by_length[length - 1]
        if not len(known):
            return starts[:0], ids
        ids = ids[np.minimum(np.searchsorted(known, hashes), len(known) - 1)]
        same = np.ones(len(ids), np.bool_)
        for k in range(length):
            same &= self._characters[self._starts[ids] + k] == characters[starts + k]
        return starts[same], ids[same]


def codepoints(text: str) -> Codepoints:
    """The code points of a text, which holds no surrogates."""
    return np.frombuffer(text.encode("utf-32-le"), np.dtype("<u4"))


def _extended(hashes: Hashes, characters: Codepoints) -> Hashes:
    return (hashes ^ characters) * _FACTOR


def _bridge(first: Codepoints, second: Codepoints) -> Hashes:
    return _extended(_extended(np.zeros(len(first), np.uint64), first), second) >> _BRIDGE_SHIFT
