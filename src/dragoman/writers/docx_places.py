"""Where words of a reading stand in the Word document that was read.

Word takes comments in the body alone: it passes over those in headers, notes and text boxes ([MS-OI29500],
2.1.315, commentRangeStart, c). So words of a note have their place at the reference to it, those of a box
at the box.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate, groupby
from typing import Literal, NamedTuple

from lxml import etree

from dragoman.errors import InputError
from dragoman.readers.docx import Trace
from dragoman.readers.docx_names import W, name_of

Aside = Literal["note", "box"]
"""What lies beside the body."""

OPEN = frozenset(
    f"{W}{name}"
    for name in (
        "ins", "moveTo", "hyperlink", "fldSimple", "smartTag", "customXml", "sdt", "sdtContent", "dir", "bdo"
    )
)  # fmt: skip
"""What holds runs, and the borders of a comment as well (ECMA-376-1:2016, A.1: EG_PContent and its users)."""

# A blank line, which no part has within it.
_BETWEEN_PARTS = "\n\n"


class Spot(NamedTuple):
    """A point in the body: characters into a `w:t`, else before (0) or after (1) an element."""

    element: etree._Element
    offset: int


@dataclass(frozen=True, slots=True)
class Place:
    """From where to where in the body; and the words meant that stand beside it, by what they stand in."""

    start: Spot
    end: Spot
    beside: tuple[tuple[Aside, str], ...] = ()


class _Holder(NamedTuple):
    """What has the place of a piece in the body: its element, or what that is part of or hangs on."""

    aside: Aside | None
    element: etree._Element


class _Stretch(NamedTuple):
    """Part of a piece, by its number: what has its place, and from which to which sign."""

    piece: int
    holder: _Holder
    first: int
    after: int


class Places:
    """The places of one document. A sign is a character that is no white space; signs are counted from 0."""

    def __init__(self, trace: Trace) -> None:
        self._text = trace.reading.text
        self._pieces = trace.pieces
        self._where = trace.package.where
        self._signs = _signs(self._text)
        self._ends = list(accumulate(len(_signs(piece.text)) for piece in self._pieces))
        self._holders: dict[int, _Holder | None] = {}

    def place(self, start: int, end: int) -> Place:
        """The place of the characters from `start` to `end` of the reading's text.

        White space at the edges is left out. An empty range is the point after the sign before it, or at the
        beginning of a paragraph the one before its first sign.

        Raises:
            InputError: the range is not within the text.
        """
        if not 0 <= start <= end <= len(self._text):
            raise InputError(
                "There is no place from character {start} to {end} in a text of {length}.",
                where=self._where,
                remedy="Count characters from 0, in the text as it is read from this very file.",
                start=start,
                end=end,
                length=len(self._text),
            )
        first, after = bisect_left(self._signs, start), bisect_left(self._signs, end)
        return self._words(first, after) if first < after else self._point(first, start)

    def _words(self, first: int, after: int) -> Place:
        """Where signs stand: in the body, as far as there are any; else on what the first of them hangs."""
        found = list(self._stretches(first, after))
        beside: list[tuple[Aside, str]] = []
        for (aside, _element), group in groupby(found, lambda each: each.holder):
            if aside is not None:
                each = list(group)
                begin, end = self._signs[each[0].first], self._signs[each[-1].after - 1] + 1
                beside.append((aside, self._text[begin:end]))
        body = [each for each in found if each.holder.aside is None]
        if body:
            return Place(self._before(body[0]), self._after(body[-1]), tuple(beside))
        element = found[0].holder.element
        return Place(Spot(element, 0), Spot(element, 1), tuple(beside))

    def _point(self, sign: int, start: int) -> Place:
        """Where there are no signs: `sign` is the first one after the character `start`."""
        before = sign - 1
        counted = before >= 0 and self._holder(bisect_right(self._ends, before)) is None
        begins = before < 0 or (
            sign < len(self._signs) and _BETWEEN_PARTS in self._text[self._signs[before] : start]
        )
        place = self._words(sign, sign + 1) if begins else self._words(before, sign)
        if place.beside:
            # Beside the body a point is nowhere to be seen: the paragraph in which it lies is told.
            part = self._text.rfind(_BETWEEN_PARTS, 0, start) + 1
            end = self._text.find(_BETWEEN_PARTS, max(start, self._signs[sign if begins else before]))
            return self.place(part, end if end >= 0 else len(self._text))
        point = place.start if begins or counted else place.end
        return Place(point, point)

    def _stretches(self, first: int, after: int) -> Iterator[_Stretch]:
        """The pieces that hold signs. A number that Word counts leaves its place to the words that follow."""
        counted = found = False
        for number in range(bisect_right(self._ends, first), len(self._pieces)):
            begin, end = self._ends[number - 1] if number else 0, self._ends[number]
            beyond = begin >= after
            if beyond and (found or not counted):
                return
            if begin == end:
                continue
            holder = self._holder(number)
            if holder is None:
                counted = True
            else:
                found = True
                yield _Stretch(number, holder, max(begin, first), end if beyond else min(end, after))

    def _holder(self, number: int) -> _Holder | None:
        """What has the place of a piece, None for a number that Word counts."""
        if number not in self._holders:
            _text, element, note = self._pieces[number]
            found = None
            if element is not None and note is not None:
                found = _Holder("note", _reachable(note))
            elif element is not None:
                in_box = any(True for _box in element.iterancestors(f"{W}txbxContent"))
                found = _Holder("box" if in_box else None, _reachable(element))
            self._holders[number] = found
        return self._holders[number]

    def _before(self, each: _Stretch) -> Spot:
        element = each.holder.element
        return Spot(element, self._offset(each.piece, each.first) if _is_text(element) else 0)

    def _after(self, each: _Stretch) -> Spot:
        element = each.holder.element
        return Spot(element, self._offset(each.piece, each.after - 1) + 1 if _is_text(element) else 1)

    def _offset(self, number: int, sign: int) -> int:
        """Which character of a piece a sign of the text is."""
        return _signs(self._pieces[number].text)[sign - (self._ends[number - 1] if number else 0)]


def _signs(text: str) -> list[int]:
    return [place for place, character in enumerate(text) if not character.isspace()]


def _is_text(element: etree._Element) -> bool:
    parent = element.getparent()
    return element.tag == f"{W}t" and parent is not None and parent.tag == f"{W}r"


def _reachable(element: etree._Element) -> etree._Element:
    """What a comment can begin before and end after: the element, or what it is part of in the body.

    That is a part of a run (all of a drawing, all of a word with its reading above it) or what stands beside
    runs (a formula, a content control whose words are kept elsewhere and put in anew).
    """
    path = [*reversed([*element.iterancestors()]), element]
    outermost = next(step for step, each in enumerate(path) if name_of(each) == "p")
    for step in range(outermost + 1, len(path)):
        each = path[step]
        if each.tag == f"{W}r" and each is not element:
            return path[step + 1]
        if each.tag not in OPEN or each.find(f"{W}sdtPr/{W}dataBinding") is not None:
            return each
    return element
