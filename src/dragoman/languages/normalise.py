"""A text in one canonical form, with the way back to the text as it was given.

What changes: Unicode normalisation form C; every line end becomes a line feed; byte order
marks, soft hyphens and other invisible characters that carry no meaning are taken out. What
stays: non-breaking spaces, joiners (Persian and Indic words need them) and marks of
direction.
"""

from __future__ import annotations

import re
import unicodedata
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache

from dragoman.languages.character_class import character_class
from dragoman.languages.model import Span

# Invisible, and of no meaning inside a text: byte order mark, soft hyphen, zero-width space,
# word joiner, Mongolian vowel separator.
INVISIBLE = "\ufeff\u00ad\u200b\u2060\u180e"

# Line ends other than the line feed: carriage return, vertical tab, form feed, next line, line
# and paragraph separator (The Unicode Standard 5.8, table 5-1).
_LINE_ENDS = "\r\x0b\x0c\x85\u2028\u2029"

# A run of combining marks longer than this is no writing; cutting it there keeps canonical
# ordering, which is quadratic in the length of the run, from being abused. Unicode's
# Stream-Safe format (UAX 15, section 13) allows 30.
_LONGEST_RUN = 255

_FIRST_PLANES = 0x30000  # nothing above composes; the planes there hold ideographs and tags

_Edits = tuple["array[int]", "array[int]", "array[int]", "array[int]"]


def _no_edits() -> _Edits:
    return array("q"), array("q"), array("q"), array("q")


@dataclass(frozen=True, slots=True)
class Normalised:
    """A text in canonical form that knows where each stretch of it came from.

    The map holds only the places where the two texts differ: a text that needed no change
    costs nothing, one with n changes four integers for each.
    """

    text: str
    # Ends of each changed stretch: start and end in `text`, start and end as given.
    _edits: _Edits = field(default_factory=_no_edits, repr=False)

    def original(self, start: int, end: int) -> Span:
        """The stretch of the text as given that `text[start:end]` came from.

        The stretch is as tight as it can be: what was taken out at its edges is not in it.
        Where an edge falls inside a changed place (one letter that was given as several, say),
        the whole place is taken.

        Raises:
            ValueError: the stretch is not within the text.
        """
        if not 0 <= start <= end <= len(self.text):
            raise ValueError(f"{start}:{end} is not within a text of {len(self.text)} characters")
        here_start, here_end, there_start, there_end = self._edits
        return _across(start, end, here_start, here_end, there_start, there_end)

    def normalised(self, start: int, end: int) -> Span:
        """The stretch of `text` that the stretch `start` to `end` of the given text became.

        Empty where the stretch was taken out as a whole.
        """
        here_start, here_end, there_start, there_end = self._edits
        return _across(start, end, there_start, there_end, here_start, here_end)


def _across(
    start: int,
    end: int,
    from_start: array[int],
    from_end: array[int],
    to_start: array[int],
    to_end: array[int],
) -> Span:
    """Map a stretch from one side of the edits to the other."""
    before = bisect_right(from_end, start) - 1
    first = start if before < 0 else start + to_end[before] - from_end[before]
    inside = before + 1
    if inside < len(from_start) and from_start[inside] < start:
        first = to_start[inside]
    if end == start:
        return Span(first, first)
    before = bisect_left(from_start, end) - 1
    last = end
    if before >= 0:
        last = to_end[before] + max(0, end - from_end[before])
    return Span(first, max(first, last))


def normalise(text: str) -> Normalised:
    """The text in canonical form, in time linear in its length.

    A run of more than 255 combining marks is normalised in pieces.
    """
    if not _SPECIAL.search(text) and unicodedata.is_normalized("NFC", text):
        return Normalised(text)
    pieces: list[str] = []
    edits = _no_edits()
    done = 0  # how much of the given text is in `pieces`
    length = 0  # how long `pieces` are together
    places = _places_everywhere() if _ASTRAL.search(text) else _places()
    for place in places.finditer(text):
        start, end = place.span()
        if start > done:
            start -= 1  # the character that the marks may combine with
        if text[end - 1] == "\r" and text.startswith("\n", end):
            end += 1
        given = text[start:end]
        canonical = _canonical(given)
        if canonical == given:
            continue
        same = _common_prefix(given, canonical)
        start += same
        pieces.append(text[done:start])
        pieces.append(canonical[same:])
        length += start - done
        new_length = length + len(canonical) - same
        for column, value in zip(edits, (length, new_length, start, end), strict=True):
            column.append(value)
        length = new_length
        done = end
    if not pieces:
        return Normalised(text)
    pieces.append(text[done:])
    return Normalised("".join(pieces), edits)


def _canonical(piece: str) -> str:
    return unicodedata.normalize("NFC", _ANY_END.sub("\n", piece).translate(_WITHOUT_INVISIBLE))


_SPECIAL = re.compile(f"[{INVISIBLE}{_LINE_ENDS}]")
_ANY_END = re.compile(f"\r\n|[{_LINE_ENDS}]")
_WITHOUT_INVISIBLE = dict.fromkeys(map(ord, INVISIBLE))


def _common_prefix(one: str, other: str) -> int:
    """How many characters both begin with. Pieces are short, and so is this."""
    for index, (left, right) in enumerate(zip(one, other, strict=False)):
        if left != right:
            return index
    return min(len(one), len(other))


_ASTRAL = re.compile("[\U00010000-\U0010ffff]")


@cache
def _places() -> re.Pattern[str]:
    """Runs of characters that change, or that may combine with the character before them.

    A cut before a character that is a starter and never combines with what precedes it is
    safe: both sides normalise alone as they do together (UAX 15, section 9). This pattern knows
    the Basic Multilingual Plane only, and so is eight times as fast as the one that knows all.
    """
    return _runs_of_active(0x10000)


@cache
def _places_everywhere() -> re.Pattern[str]:
    return _runs_of_active(_FIRST_PLANES)


def _runs_of_active(limit: int) -> re.Pattern[str]:
    active = "".join(filter(_may_combine, map(chr, _beyond_latin(limit))))
    return re.compile(f"[{character_class(active + INVISIBLE + _LINE_ENDS)}]{{1,{_LONGEST_RUN}}}")


def _beyond_latin(limit: int) -> Iterator[int]:
    """Code points from the first combining mark on, without Han and Hangul, of which none combines."""
    yield from range(0x300, min(limit, 0x3400))
    yield from range(0xA000, min(limit, 0xAC00))
    yield from range(0xD7B0, limit)


def _may_combine(character: str) -> bool:
    """Whether normalisation may join the character to the one before, or change it alone."""
    return (
        unicodedata.combining(character) != 0
        or character in _second_parts()
        or not unicodedata.is_normalized("NFC", character)
    )


@cache
def _second_parts() -> frozenset[str]:
    """Characters that compose with a starter before them, Hangul vowels and finals included."""
    found = set(map(chr, (*range(0x1161, 0x1176), *range(0x11A8, 0x11C3))))
    for code in (*range(0xC0, 0x300), *_beyond_latin(_FIRST_PLANES)):
        parts = unicodedata.decomposition(chr(code)).split()
        if len(parts) == 2 and not parts[0].startswith("<"):
            found.add(chr(int(parts[1], 16)))
    return frozenset(found)
