"""The alignment that a translation memory gives itself: segments of one unit belong together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dragoman.bitext.model import Alignment, Bead, Sentence
from dragoman.bitext.order import ordered
from dragoman.readers.reading import Reading

METHOD = "given.v1"


def given_alignment(
    left: Reading,
    right: Reading,
    left_language: str,
    right_language: str,
    left_sentences: Sequence[Sentence],
    right_sentences: Sequence[Sentence],
) -> Alignment:
    """The alignment of two readings of one translation memory, by the keys of their segments.

    Sentences are those of `sentences_of` with the parts of the readings. Probabilities are 1.0: that is what
    the file says, and nothing was computed.
    """
    partners: dict[str, list[int]] = {}
    for at, key in enumerate(_keys(right, right_sentences)):
        partners.setdefault(key, []).append(at)
    beads = [
        Bead((at,), tuple(partners.pop(key, ())), 1.0) for at, key in enumerate(_keys(left, left_sentences))
    ]
    beads.extend(Bead((), (at,), 1.0) for alone in partners.values() for at in alone)
    return Alignment(
        tuple(left_sentences),
        tuple(right_sentences),
        tuple(ordered(beads)),
        left_language,
        right_language,
        METHOD,
    )


def _keys(reading: Reading, sentences: Sequence[Sentence]) -> Iterator[str]:
    """The key of each sentence's segment; a segment without words has no sentence."""
    keys = {part.start: part.key for part in reading.parts}
    return (keys[sentence.start] for sentence in sentences)
