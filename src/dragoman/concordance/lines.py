"""Key words in their context: the windows that a line shows, and the order by what stands beside the hit."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from dragoman.concordance.model import Span
from dragoman.concordance.streams import Streams
from dragoman.concordance.wanted import Range

_CUT = "…"


@dataclass(frozen=True, slots=True)
class Window:
    """A sentence around its first hit: what stands before it, the hit itself, what stands after it."""

    before: str
    hit: str
    after: str


def window(text: str, spans: Sequence[Span], width: int = 60) -> Window:
    """The window of a sentence, up to `width` characters on either side, cut where a word ends."""
    start, end = spans[0] if spans else (0, 0)
    before, after = text[:start], text[end:]
    if len(before) > width:
        kept = before[-width:]
        place = kept.find(" ")
        before = _CUT + kept[place + 1 if 0 <= place < width // 2 else 0 :]
    if len(after) > width:
        kept = after[:width]
        place = kept.rfind(" ")
        after = kept[: place if place > width // 2 else width] + _CUT
    return Window(before, text[start:end], after)


def spans_of(found: Iterable[Range], places: Sequence[Span]) -> tuple[Span, ...]:
    """Ranges of tokens as ranges of characters, in order, none inside or over another."""
    joined: list[Span] = []
    for first, last in sorted((places[start][0], places[end - 1][1]) for start, end in set(found)):
        if joined and first < joined[-1][1]:
            joined[-1] = (joined[-1][0], max(last, joined[-1][1]))
        elif first < last:
            joined.append((first, last))
    return tuple(joined)


def left_key(made: Streams, found: Sequence[Range]) -> tuple[str, ...]:
    """What the words before the first hit are sorted by: the nearest first."""
    start = min((start for start, _ in found), default=0)
    return made.forms[:start][::-1]


def right_key(made: Streams, found: Sequence[Range]) -> tuple[str, ...]:
    """What the words after the first hit are sorted by."""
    first = min(found, default=(0, 0))
    return made.forms[first[1] :]
