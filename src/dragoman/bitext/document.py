"""From a text to its sentences, each with its place in the text as it was given."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.bitext.model import Sentence
from dragoman.languages.model import Language
from dragoman.languages.normalise import normalise


def sentences_of(text: str, language: Language) -> tuple[Sentence, ...]:
    """The sentences of a plain text, paragraph by paragraph.

    The label of an article or item goes to its first sentence. White space inside a sentence is made single
    spaces; its offsets are those of the text as given.
    """
    normal = normalise(text)
    found = []
    for number, block in enumerate(language.blocks(normal.text)):
        paragraph = normal.text[block.start : block.end]
        label = block.label
        for span in language.sentences(paragraph):
            place = normal.original(block.start + span.start, block.start + span.end)
            words = " ".join(span.of(paragraph).split())
            found.append(Sentence(words, place.start, place.end, number, label))
            label = ""
    return tuple(found)


def sentences_as_given(lines: Sequence[str]) -> tuple[Sentence, ...]:
    """One sentence a line, kept as they are; offsets are those in the lines joined by line feeds."""
    found, start = [], 0
    for line in lines:
        words = line.strip()
        place = start + line.find(words)
        found.append(Sentence(normalise(words).text.strip(), place, place + len(words)))
        start += len(line) + 1
    return tuple(found)
