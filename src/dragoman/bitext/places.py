"""From words of a sentence to where they stand in the text as it was given."""

from __future__ import annotations

from itertools import pairwise

from dragoman.bitext.model import Sentence
from dragoman.languages.normalise import normalise


def place(text: str, sentence: Sentence, start: int, end: int) -> tuple[int, int]:
    """From which to which character of the text as given a stretch of a sentence goes.

    A sentence is normal and has single spaces, the text as given need not be so.
    """
    given = text[sentence.start : sentence.end]
    if given == sentence.text:
        return sentence.start + start, sentence.start + end
    normal = normalise(given)
    # Where each character of the sentence stands in the normal text.
    places: list[int] = []
    at = 0
    for before, word in pairwise(["", *normal.text.split()]):
        at = normal.text.index(word, at)
        if before:
            places.append(at - 1)
        places.extend(range(at, at + len(word)))
        at += len(word)
    if len(places) < end:
        return sentence.start, sentence.end
    span = normal.original(places[start], places[end - 1] + 1)
    return sentence.start + span.start, sentence.start + span.end
