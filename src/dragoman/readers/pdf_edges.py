"""What stands at the edges of pages beside the text: running heads, page numbers, and notes."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from dragoman.readers.pdf_lines import Line, Page, rows_of

# Heads and feet stand within this share of a page's height, in so many rows.
_ZONE = 0.15
_ROWS = 3
# They come back on so many pages, and on this share of them (left and right pages may differ).
_FEWEST_PAGES = 3
_SHARE = 0.3
# How far they may move from page to page, in points.
_SHIFT = 4.0
_DIGITS = re.compile(r"\d+")
_ROMAN = re.compile(r"[ivxlc]{1,7}|[IVXLC]{1,7}")
_PAGE_NUMBER = re.compile(
    r"(?:(?:стр(?:аница|\.)?|с\.|page|p\.|第)\s*)?[-–—·•\[(]?\s*(?P<number>\d{1,4})\s*[-–—·•\])]?\s*"
    r"(?:(?:/|из|of|页|頁|,|，)?\s*(?:共\s*)?(?P<of>\d{1,4})?\s*[页頁]?)",
    re.I,
)
_NOTE = re.compile(r"[\d*†‡①-⑳\[(]")
_NOTE_SIZE = 0.93


def without_edges(pages: Sequence[Page]) -> tuple[list[Page], list[Line]]:
    """Pages without heads, feet and page numbers, and the lines of notes that stood at their feet."""
    running = _running(pages)
    numbers = _numbers(pages)
    size = body_size(pages)
    kept, notes = [], []
    for page in pages:
        lines = [line for line in page.lines if line not in running and line not in numbers]
        foot = _notes(page, lines, size)
        notes.extend(foot)
        kept.append(replace(page, lines=tuple(lines[: len(lines) - len(foot)])))
    return kept, notes


def body_size(pages: Sequence[Page]) -> float:
    """The size in which most of the text is set, in points."""
    sizes: Counter[float] = Counter()
    for page in pages:
        for line in page.lines:
            sizes[line.size] += len(line.text)
    return max(sizes.items(), key=lambda item: (item[1], item[0]), default=(0.0, 0))[0]


def _edge_rows(page: Page) -> Iterator[tuple[str, list[Line]]]:
    """The outermost rows of a page that may be heads or feet."""
    rows = rows_of(page.lines)
    for row in rows[:_ROWS]:
        if row[0].bottom < _ZONE * page.height:
            yield "head", row
    for row in rows[-_ROWS:]:
        if row[0].top > (1 - _ZONE) * page.height:
            yield "foot", row


def _running(pages: Sequence[Page]) -> set[Line]:
    """Lines that come back at one place of many pages, whatever figures are in them."""
    found: defaultdict[tuple[str, str], list[Line]] = defaultdict(list)
    for page in pages:
        for edge, row in _edge_rows(page):
            for line in row:
                found[edge, _DIGITS.sub("#", "".join(line.text.split())).casefold()].append(line)
    needed = max(_FEWEST_PAGES, _SHARE * len(pages))
    running: set[Line] = set()
    for lines in found.values():
        for line in lines:
            near = {other.page for other in lines if abs(other.top - line.top) <= _SHIFT}
            # Of two pages, both have it.
            if len(near) >= needed or len(near) == len(pages) == 2:
                running.add(line)
    return running


def _numbers(pages: Sequence[Page]) -> set[Line]:
    """Numbers at an edge that count on from page to page, or on a single page give its own number."""
    found: defaultdict[tuple[str, int], list[Line]] = defaultdict(list)
    for page in pages:
        for edge, row in _edge_rows(page):
            for line in row:
                match = _PAGE_NUMBER.fullmatch(line.text)
                if match:
                    found[edge, int(match["number"]) - line.page].append(line)
                elif _ROMAN.fullmatch(line.text) and len(row) == 1 and line.page < len(pages) / 4:
                    found["roman", 1].append(line)
    return {
        line
        for (_edge, first), lines in found.items()
        if first == 1 or len({line.page for line in lines}) > 1
        for line in lines
    }


def _notes(page: Page, lines: Sequence[Line], size: float) -> list[Line]:
    """The lines at the foot of a page in smaller type than the text, from the first that begins a note."""
    start = len(lines)
    while start and lines[start - 1].size < _NOTE_SIZE * size:
        start -= 1
    foot = list(lines[start:])
    while foot and not _NOTE.match(foot[0].text):
        foot.pop(0)
    return foot if start and foot and foot[0].top > page.height / 3 else []
