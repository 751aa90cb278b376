"""The alignment that a translation memory gives itself: segments of one unit belong together."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.bitext.model import Alignment, Bead, Sentence
from dragoman.bitext.order import longest_rising, ordered
from dragoman.readers.reading import Reading

METHOD = "given.v1"


def is_given(left: Reading, right: Reading) -> bool:
    """Whether two readings hold segments alone, and name at least one in common."""
    if any(part.kind != "segment" for reading in (left, right) for part in reading.parts):
        return False
    keys = [{part.key for part in reading.parts} for reading in (left, right)]
    return not keys[0].isdisjoint(keys[1])


def given_alignment(
    left: Reading,
    right: Reading,
    left_language: str,
    right_language: str,
    left_sentences: Sequence[Sentence],
    right_sentences: Sequence[Sentence],
) -> Alignment:
    """The alignment of two readings of one translation memory, by the keys of their segments.

    Sentences are those of `sentences_of` with the parts of the readings. All segments of one key are one
    bead. Probabilities are 1.0: that is what the file says, and nothing was computed. Beads that break the
    order that most of them have in common are marked as moved.
    """
    sources = _by_key(left, left_sentences)
    targets = _by_key(right, right_sentences)
    pairs = [(source, targets.pop(key, ())) for key, source in sources.items()]
    both = [number for number, (_source, target) in enumerate(pairs) if target]
    steady = {both[place] for place in longest_rising([pairs[number][1][0] for number in both])}
    beads = [
        Bead(source, target, 1.0, moved=bool(target) and number not in steady)
        for number, (source, target) in enumerate(pairs)
    ]
    beads.extend(Bead((), target, 1.0) for target in targets.values())
    return Alignment(
        tuple(left_sentences),
        tuple(right_sentences),
        tuple(ordered(beads)),
        left_language,
        right_language,
        METHOD,
    )


def _by_key(reading: Reading, sentences: Sequence[Sentence]) -> dict[str, tuple[int, ...]]:
    """The sentences of each key, in order; a segment without words has no sentence."""
    keys = {part.start: part.key for part in reading.parts}
    found: dict[str, tuple[int, ...]] = {}
    for at, sentence in enumerate(sentences):
        key = keys[sentence.start]
        found[key] = (*found.get(key, ()), at)
    return found
