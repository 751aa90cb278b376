"""The pieces (sub-word units) of a text: its most probable segmentation by a unigram model (Kudo 2018).

A best segmentation can be found apart on both sides of a place where no piece of the vocabulary holds the two
characters around it. One hashed look-up a character finds these places in many texts at once, in any script;
what lies between two of them is mostly a word or a few Chinese characters, and is remembered. Sums of scores
are exact in double precision (the scores are float32 of like size), so that taking a text apart changes no
choice between equally probable segmentations.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from dragoman.bitext.usem3.charsmap import CharacterMap, known
from dragoman.bitext.usem3.package import unknown
from dragoman.bitext.usem3.vocabulary import PARTING, Indices, Vocabulary, codepoints

Ids = NDArray[np.int32]

UNKNOWN = 0
# No normal form holds this sign or PARTING: the character map makes both a space. It is an empty text.
_EMPTY = "\r"
# What PARTING, which here ends every text, has instead of the id of a piece.
_PARTED = -1

# An unknown character scores this much below the worst piece, as in SentencePiece.
_UNKNOWN_PENALTY = 10.0
# What stands before the character map in the model: the name of the normal form, and a tag.
_CHARSMAP = b"\n\x08nmt_nfkc\x12"
# How many stretches are remembered, some 200 bytes each.
_MOST_KNOWN = 1 << 16
# How many characters are segmented side by side, some 300 bytes each.
_MOST_CELLS = 1 << 15


class Pieces:
    """The segmentation by a SentencePiece model in the layout of USE multilingual v3.

    For one thread at a time. `MissingExtra` if the model is not one that this was made for.
    """

    def __init__(self, model: bytes) -> None:
        try:
            pieces, scores, charsmap = _read(model)
        except (IndexError, ValueError) as unread:
            raise unknown() from unread
        if not known(charsmap):
            raise unknown()
        self._normal = CharacterMap(charsmap).normal
        self._vocabulary = Vocabulary(pieces)
        self._scores = scores
        self._unknown_score = float(scores.min()) - _UNKNOWN_PENALTY
        self._known: dict[str, bytes] = {}

    def split(self, texts: Sequence[str]) -> tuple[Ids, Indices]:
        """The ids of the pieces of all texts in one read-only row, and offsets: where in it each text begins.

        Text i has the ids from offset i to offset i + 1. They are at least one: a text without anything to
        segment has the unknown piece. The signs for begin and end of a text are not among them.
        """
        normal = self._normal
        joined = "".join([(normal(text) or _EMPTY) + PARTING for text in texts])
        stretches = [joined[start:end] for start, end in pairwise(self._cuts(joined))]
        self._learn(stretches)
        row = np.frombuffer(b"".join(map(self._known.__getitem__, stretches)), np.int32)
        ends = np.flatnonzero(row == _PARTED)
        offsets = np.zeros(len(texts) + 1, np.intp)
        offsets[1:] = ends - np.arange(len(texts))
        ids = np.delete(row, ends)
        ids.flags.writeable = False
        return ids, offsets

    def _cuts(self, joined: str) -> list[int]:
        """Positions between characters across which no piece lies, and both ends of the text."""
        if not joined:
            return []
        characters = codepoints(joined)
        sign = (characters == ord(PARTING)) | (characters == ord(_EMPTY))
        cut = ~self._vocabulary.bridged(characters) | sign[:-1] | sign[1:]
        return [0, *(np.flatnonzero(cut) + 1).tolist(), len(joined)]

    def _learn(self, stretches: Sequence[str]) -> None:
        """Segment the stretches that are not known yet."""
        if len(self._known) > _MOST_KNOWN:
            self._known.clear()
        self._known[PARTING] = np.array([_PARTED], np.int32).tobytes()
        self._known[_EMPTY] = np.array([UNKNOWN], np.int32).tobytes()
        new = sorted(set(stretches).difference(self._known), key=len)
        first = 0
        while first < len(new):
            # Stretches of like length go together; a power of two bounds what the shorter ones waste.
            width = 1 << max(3, (len(new[first]) - 1).bit_length())
            alike = bisect_right(new, width, lo=first, key=len)
            last = min(alike, first + max(1, _MOST_CELLS // width))
            self._known.update(zip(new[first:last], self._segmented(new[first:last]), strict=True))
            first = last

    def _segmented(self, stretches: Sequence[str]) -> list[bytes]:
        """The ids of the best segmentation of each stretch, as bytes of int32: Viterbi on all side by side.

        Of equally probable last pieces the longest is taken, as SentencePiece does.
        """
        count, width, band = len(stretches), max(map(len, stretches)), self._vocabulary.longest
        scores, pieces = self._lattice(stretches, width)
        # best[:, band + k]: score of the best segmentation of the first k characters; none for k < 0.
        best = np.full((count, band + width + 1), -np.inf)
        best[:, band] = 0.0
        choice = np.zeros((count, width + 1), np.intp)
        for end in range(1, width + 1):
            sums = best[:, end : end + band] + scores[:, end]
            choice[:, end] = sums.argmax(axis=1)
            best[:, band + end] = sums.max(axis=1)
        # Followed back from the ends, the ids fill each row from its right.
        taken = np.zeros((count, width), np.int32)
        begins = np.full(count, width)
        ends = np.fromiter(map(len, stretches), np.intp, count)
        row = np.arange(count)
        place = width
        while len(row):
            place -= 1
            at = ends[row]
            back = choice[row, at]
            taken[row, place] = pieces[row, at, back]
            begins[row] = place
            ends[row] = at + back - band
            row = row[ends[row] > 0]
        return [ids[begin:].tobytes() for ids, begin in zip(taken, begins.tolist(), strict=True)]

    def _lattice(self, stretches: Sequence[str], width: int) -> tuple[NDArray[np.float64], Ids]:
        """Score and id of every piece of each stretch, by stretch, end, and start (from end - longest).

        The score is minus infinity where there is no piece; a single character without one is unknown.
        """
        lengths = np.fromiter(map(len, stretches), np.intp, len(stretches))
        row = np.repeat(np.arange(len(stretches)), lengths + 1)
        column = np.arange(len(row)) - (np.cumsum(lengths + 1) - lengths - 1)[row]
        found = self._vocabulary.occurrences(codepoints(PARTING.join(stretches) + PARTING))
        longest = self._vocabulary.longest
        scores = np.full((len(stretches), width + 1, longest), -np.inf)
        scores[:, :, -1] = self._unknown_score
        pieces = np.full(scores.shape, UNKNOWN, np.int32)
        place = row[found.starts], column[found.starts] + found.lengths, longest - found.lengths
        scores[place] = self._scores[found.ids]
        pieces[place] = found.ids
        return scores, pieces


def _read(model: bytes) -> tuple[str, NDArray[np.float64], bytes]:
    """The pieces, each ended by `PARTING`, their scores, and the character map of a SentencePiece model.

    In the legacy layout the file begins with the records of the pieces, `0A size 0A length piece 15 score`
    and perhaps `18 kind`, sizes below 128; the character map is a field after the name of the normal form.
    """
    pieces, scores = bytearray(), bytearray()
    parting = PARTING.encode()
    position = 0
    while model[position] == 0x0A:
        end = position + 4 + model[position + 3]
        pieces += model[position + 4 : end] + parting
        scores += model[end + 1 : end + 5]
        position += 2 + model[position + 1]
    position = model.index(_CHARSMAP, position) + len(_CHARSMAP)
    size, shift = 0, 0
    while True:  # a varint: seven bits a byte, the high bit says that more follow
        byte = model[position]
        position += 1
        size |= (byte & 0x7F) << shift
        shift += 7
        if byte < 0x80:
            break
    charsmap = model[position : position + size]
    return pieces.decode(), np.frombuffer(scores, np.dtype("<f4")).astype(np.float64), charsmap
