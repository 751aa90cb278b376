"""From words of a sentence to where they stand in the text as it was given."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from dragoman.bitext.model import Sentence
from dragoman.languages.normalise import normalise


@dataclass(frozen=True, slots=True)
class Place:
    """Words of a text: the number of the sentence, from 0, and from which to which character of it.

    `first` and `last` are the same place in characters of the text as it was given.
    """

    sentence: int
    start: int
    end: int
    first: int
    last: int


def placed(text: str, sentences: Sequence[Sentence], number: int, start: int, end: int) -> Place:
    """A stretch of a sentence, given by its number, as a place."""
    return Place(number, start, end, *place(text, sentences[number], start, end))


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
