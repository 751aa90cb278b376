"""The paragraphs, headings, articles and items of a plain text.

Empty lines divide blocks. Where there are none between two lines, each line is a block, unless
the text has been broken into lines of about equal length: then lines are joined again.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from dragoman.languages.model import Block, BlockKind
from dragoman.languages.structure.label_order import settle
from dragoman.languages.structure.labels import Label, LabelReader

_LINE = re.compile(r"[^\n]*\S[^\n]*")
_BULLET = re.compile(r"[•·●○▪■□◦‣⁃∙]\s*|[-–—*]\s+(?=\w|[\"«“(])")
_FIRST_WORD = re.compile(r"\S*")
_FIRST_LETTER = re.compile(r"[\W\d_]*([^\W\d_])")
_OPEN_END = re.compile(r"[.!?…:;。！？：；.\"'”’»」』)）]\Z")
_SENTENCE_END = re.compile(r"[.!?…;:,。！？；：，、؟۔।]['\"”’»」』)）]*\Z")

# Widths of hand-broken text; e-mail and RFCs use 72, Chinese text some 35 to 40 characters.
_WIDEST = 140
_WIDEST_IDEOGRAPHIC = 60
# Shares of line pairs that show broken lines. Set on text of one paragraph a line (nearly none)
# and the same text broken at 72 and 36 columns (nearly all); anything between serves.
_BROKEN_SHARE = 0.3
_FULL = 0.8  # of the widest line; a line that is shorter ends its paragraph

_LONGEST_HEADING = 120
_LONGEST_IDEOGRAPHIC_HEADING = 40
_LONGEST_CAPITALS = 300


@dataclass(frozen=True, slots=True)
class _Line:
    """A line with text; offsets without the white space around it."""

    start: int
    end: int
    indent: int
    after_blank: bool


def split_blocks(text: str, reader: LabelReader) -> list[Block]:
    """The blocks of a text, in order, without surrounding white space.

    Together they hold every character that is not white space. Linear in the length of the text.
    """
    spans = _joined(text, _lines(text), reader)
    labels = settle(
        [reader.read(text, start, end) for start, end in spans],
        lambda index: _looks_like_heading(text, *spans[index]),
    )
    return [
        Block(start, end, _kind(text, start, end, label), label.text if label else "")
        for (start, end), label in zip(spans, labels, strict=True)
    ]


def _lines(text: str) -> list[_Line]:
    found: list[_Line] = []
    done = 0
    for match in _LINE.finditer(text):
        line = match.group()
        indent = len(line) - len(line.lstrip())
        start = match.start() + indent
        blank = match.start() - done > 1
        found.append(_Line(start, start + len(line.strip()), indent, blank))
        done = match.end()
    return found


def _joined(text: str, lines: Sequence[_Line], reader: LabelReader) -> list[tuple[int, int]]:
    """Where blocks begin and end, once broken lines are joined."""
    width = _broken_at(text, lines)
    spans: list[tuple[int, int]] = []
    for index, line in enumerate(lines):
        before = lines[index - 1]
        if index and width and not line.after_blank and _goes_on(text, before, line, width, reader):
            spans[-1] = (spans[-1][0], line.end)
        else:
            spans.append((line.start, line.end))
    return spans


def _broken_at(text: str, lines: Sequence[_Line]) -> int:
    """The width at which the text has been broken into lines, or 0 where it has not."""
    if len(lines) < 2:
        return 0
    lengths = sorted(line.indent + line.end - line.start for line in lines)
    width = lengths[-1 - len(lengths) // 50]  # two lines in a hundred may stick out
    if width > _WIDEST:
        return 0
    pairs = broken = 0
    for before, line in pairwise(lines):
        if line.after_blank:
            continue
        pairs += 1
        broken += _is_broken(text, before, line, width)
    return width if broken and broken >= pairs * _BROKEN_SHARE else 0


def _is_broken(text: str, before: _Line, line: _Line, width: int) -> bool:
    """Whether two lines look like one sentence: a small letter or a character goes on."""
    if _OPEN_END.search(text, before.end - 1, before.end):
        return False
    first = text[line.start]
    if first.islower():
        return True
    full = before.indent + before.end - before.start >= width * _FULL
    return (
        width <= _WIDEST_IDEOGRAPHIC and full and _is_ideograph(first) and _is_ideograph(text[before.end - 1])
    )


def _is_ideograph(character: str) -> bool:
    return "\u3400" <= character <= "\u9fff" or character >= "\U00020000"


def _goes_on(text: str, before: _Line, line: _Line, width: int, reader: LabelReader) -> bool:
    """Whether `line` belongs to the paragraph of the line before it."""
    if _BULLET.match(text, line.start, line.end) or reader.read(text, line.start, line.end):
        return False
    if text[line.start].islower() and not _OPEN_END.search(text, before.end - 1, before.end):
        return True
    if line.indent > before.indent:
        return False
    word = _FIRST_WORD.match(text, line.start, line.end)
    room = 1 + len(word.group()) if word and not _is_ideograph(text[line.start]) else 1
    return before.indent + before.end - before.start + room > width * _FULL


def _kind(text: str, start: int, end: int, label: Label | None) -> BlockKind:
    if label is None:
        if _BULLET.match(text, start, end):
            return "item"
        return "heading" if _looks_like_heading(text, start, end) else "paragraph"
    if label.is_article:
        return "article"
    if label.is_chapter:
        return "heading"
    # "II. Introduction", 三、引言; items of lists have other numbers.
    numbered_heading = label.style in {".A", ".一"} and _looks_like_heading(text, start, end)
    return "heading" if numbered_heading else "item"


def _looks_like_heading(text: str, start: int, end: int) -> bool:
    """Short, of one line, without a sentence's end, not beginning with a small letter."""
    if end - start > _LONGEST_CAPITALS or "\n" in text[start:end]:
        return False
    block = text[start:end]
    letter = _FIRST_LETTER.match(block)
    if letter is None or _SENTENCE_END.search(block):
        return letter is not None and block.isupper() and block[-1] not in ",;:"
    if block.isupper():
        return True
    longest = _LONGEST_IDEOGRAPHIC_HEADING if _is_ideograph(letter[1]) else _LONGEST_HEADING
    return end - start <= longest and not letter[1].islower()
