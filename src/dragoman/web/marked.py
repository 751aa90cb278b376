"""A sentence with what answers in it set apart, whole or as a line around the words that were found."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TypeAlias

from dragoman.bitext.formats.tags import language_tag
from dragoman.concordance.model import Counterpart, Line
from dragoman.languages.spacing import between_sentences
from dragoman.web.wording import direction
from dragoman.writers.characters import possible

Piece: TypeAlias = tuple[str, bool]
"""A stretch of text, and whether it answers."""

# Characters before and after the words that were found; a Chinese one is as wide as two letters.
_BEFORE, _AFTER = 32, 38
_WIDE = frozenset({"zh", "ja", "ko"})
_CUT = "…"


@dataclass(frozen=True, slots=True)
class Passage:
    """Text in a language, in pieces, with the attributes that tell browsers which language it is."""

    tag: str
    direction: str
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Context:
    """The words that were found, with what stands before and after them, cut to a line."""

    tag: str
    direction: str
    before: tuple[Piece, ...]
    found: str
    after: tuple[Piece, ...]


def passage(line: Line) -> Passage:
    """The whole sentence of a line."""
    found = tuple(pieces(line.sentence.text, line.spans))
    return Passage(language_tag(line.language, [line.sentence]), direction(line.language), found)


def answering(counterpart: Counterpart) -> Passage:
    """The sentences of a counterpart, one after the other."""
    joint = between_sentences(counterpart.language)
    found: list[Piece] = []
    for number, sentence in enumerate(counterpart.sentences):
        if number and joint:
            found.append((joint, False))
        spans = counterpart.spans[number] if number < len(counterpart.spans) else ()
        found += pieces(sentence.text, spans)
    tag = language_tag(counterpart.language, counterpart.sentences)
    return Passage(tag, direction(counterpart.language), tuple(found))


def context(line: Line) -> Context:
    """A line around its first span; the sentence's beginning where nothing in it is marked."""
    text = possible(line.sentence.text)
    start, end = line.spans[0] if line.spans else (0, 0)
    scale = 2 if line.language in _WIDE else 1
    first, last = _cut(text, start, end, _BEFORE // scale, _AFTER // scale)
    before, after = list(pieces(text[first:start], ())), list(pieces(text, line.spans[1:], end, last))
    if first:
        before.insert(0, (_CUT, False))
    if last < len(text):
        after.append((_CUT, False))
    tag = language_tag(line.language, [line.sentence])
    return Context(tag, direction(line.language), tuple(before), text[start:end], tuple(after))


def pieces(
    text: str, spans: Iterable[tuple[int, int]], start: int = 0, end: int | None = None
) -> Iterator[Piece]:
    """A text, or the part from `start` to `end`, in pieces: what is in one of the spans answers.

    Spans may overlap, and stand in any order.
    """
    text = possible(text)
    at, last = start, len(text) if end is None else end
    for first, after in sorted(spans):
        first, after = max(at, first), min(last, after)
        if first >= after:
            continue
        if first > at:
            yield text[at:first], False
        yield text[first:after], True
        at = after
    if at < last:
        yield text[at:last], False


def _cut(text: str, start: int, end: int, before: int, after: int) -> tuple[int, int]:
    """Where a line begins and ends: at a space if one is near, so that no word is cut."""
    first, last = max(0, start - before), min(len(text), end + after)
    if first and (space := text.find(" ", first, start)) >= 0:
        first = space + 1
    if last < len(text) and (space := text.rfind(" ", end, last)) >= 0:
        last = space
    return first, last
