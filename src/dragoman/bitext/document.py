"""From a text to its sentences, each with its place in the text as it was given."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from dragoman.bitext.model import Sentence
from dragoman.languages.model import Block, Language
from dragoman.languages.normalise import Normalised, normalise
from dragoman.readers.reading import Part, Reading

# What divides parts from each other where their blocks are told: an empty line, which nothing is joined over.
_APART = "\n\n"


def sentences_of(text: str, language: Language, parts: Sequence[Part] = ()) -> tuple[Sentence, ...]:
    """The sentences of a text, paragraph by paragraph.

    Without `parts`, empty lines and numbering tell the paragraphs; with them, no sentence goes beyond its
    part, and a segment is one sentence. The label of an article or item goes to its first sentence. White
    space inside a sentence is made single spaces; its offsets are those of the text as given.
    """
    normal = normalise(text)
    if parts:
        return _of_parts(normal, language, parts)
    found: list[Sentence] = []
    for number, block in enumerate(language.blocks(normal.text)):
        found += _of_block(normal, block, language, number, block.start, (block.kind, 0))
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


def parts_as_given(reading: Reading) -> tuple[Sentence, ...]:
    """One sentence a part, kept whole."""
    found = []
    for number, part in enumerate(reading.parts):
        words = " ".join(normalise(reading.text[part.start : part.end]).text.split())
        found.append(Sentence(words, part.start, part.end, number, "", part.kind, part.level))
    return tuple(found)


def _of_parts(normal: Normalised, language: Language, parts: Sequence[Part]) -> tuple[Sentence, ...]:
    """Blocks are told from all parts together, for the numbers of neighbours show what is a number at all."""
    places = [normal.normalised(part.start, part.end) for part in parts]
    texts = [place.of(normal.text) for place in places]
    starts = [0]
    for words in texts:
        starts.append(starts[-1] + len(words) + len(_APART))
    found: list[Sentence] = []
    told = any(part.kind == "heading" for part in parts)
    number = 0
    whole = -1
    for block in language.blocks(_APART.join(texts)):
        index = bisect_right(starts, block.start) - 1
        part, offset = parts[index], places[index].start - starts[index]
        if part.kind == "segment":
            # A segment with line ends in it has several blocks, and is one sentence all the same.
            if index != whole:
                found.append(_segment(normal, part, texts[index], number))
                number += 1
            whole = index
            continue
        found += _of_block(
            normal, block, language, number, block.start + offset, _kind(part, block, told=told)
        )
        number += 1
    return tuple(found)


def _segment(normal: Normalised, part: Part, words: str, number: int) -> Sentence:
    return Sentence(" ".join(words.split()), part.start, part.end, number, "", "segment")


def _of_block(
    normal: Normalised, block: Block, language: Language, number: int, start: int, kind: tuple[str, int]
) -> list[Sentence]:
    """The sentences of one block that begins at `start` in the normal text."""
    paragraph = normal.text[start : start + block.end - block.start]
    label = block.label
    found = []
    for span in language.sentences(paragraph):
        place = normal.original(start + span.start, start + span.end)
        words = " ".join(span.of(paragraph).split())
        found.append(Sentence(words, place.start, place.end, number, label, *kind))
        label = ""
    return found


def _kind(part: Part, block: Block, *, told: bool) -> tuple[str, int]:
    """What a block is: as the file says, and where it only says that it is a paragraph, as its words say.

    Where the file has told some headings (`told`), no others are looked for.
    """
    if part.kind == "paragraph":
        return ("paragraph" if told and block.kind == "heading" else block.kind), 0
    if part.kind == "item" and block.kind == "article":
        return "article", part.level
    return part.kind, part.level
