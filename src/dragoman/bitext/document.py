"""From a text to its sentences, each with its place in the text as it was given."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import count

from dragoman.bitext.model import Sentence
from dragoman.languages.model import Language
from dragoman.languages.normalise import normalise
from dragoman.readers.reading import Part


def sentences_of(text: str, language: Language, parts: Sequence[Part] = ()) -> tuple[Sentence, ...]:
    """The sentences of a text, paragraph by paragraph.

    `parts` are those that its file sets apart; without them, blank lines and numbering tell paragraphs. The
    label of an article or item goes to its first sentence. White space inside a sentence is made single
    spaces; its offsets are those of the text as given. A part of the kind "segment" is one sentence.
    """
    if not parts:
        return tuple(_sentences(text, language, count()))
    found: list[Sentence] = []
    numbers = count()
    for part in parts:
        inside = _part(text[part.start : part.end], language, part, numbers)
        found.extend(
            replace(one, start=one.start + part.start, end=one.end + part.start, level=part.level)
            for one in inside
        )
    return tuple(found)


def _part(text: str, language: Language, part: Part, numbers: Iterator[int]) -> Iterator[Sentence]:
    """The sentences of one part; what its file says of its kind holds, but for numbered articles."""
    if part.kind == "segment":
        words = " ".join(normalise(text).text.split())
        if words:
            yield Sentence(words, 0, len(text), next(numbers), kind=part.kind)
        return
    for one in _sentences(text, language, numbers):
        article = one.kind == "article" and part.kind == "paragraph"
        yield one if article else replace(one, kind=part.kind)


def _sentences(text: str, language: Language, numbers: Iterator[int]) -> Iterator[Sentence]:
    """The sentences of a plain text, its paragraphs told by blank lines and numbering."""
    normal = normalise(text)
    for block in language.blocks(normal.text):
        number = next(numbers)
        paragraph = normal.text[block.start : block.end]
        label = block.label
        for span in language.sentences(paragraph):
            place = normal.original(block.start + span.start, block.start + span.end)
            words = " ".join(span.of(paragraph).split())
            yield Sentence(words, place.start, place.end, number, label, block.kind)
            label = ""


def sentences_as_given(lines: Sequence[str]) -> tuple[Sentence, ...]:
    """One sentence a line, kept as they are; offsets are those in the lines joined by line feeds."""
    found, start = [], 0
    for line in lines:
        words = line.strip()
        place = start + line.find(words)
        found.append(Sentence(normalise(words).text.strip(), place, place + len(words)))
        start += len(line) + 1
    return tuple(found)
