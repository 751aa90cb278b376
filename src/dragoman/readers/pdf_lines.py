"""The lines of a PDF's pages with their places and sizes, before anything is known of their meaning."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from statistics import median

from pdfminer.layout import LTAnno, LTChar, LTFigure, LTImage, LTPage, LTTextContainer, LTTextLine

from dragoman.readers.manuscript import solid

_BOLD = re.compile(r"bold|black|heavy|semibold|demi|simhei|heiti", re.I)
# A figure or star above the line that refers to a note.
_REFERENCE = re.compile(r"[\d*†‡]")
_SMALL, _RAISED = 0.78, 0.15
# Stands for white space that is only seen, not written; white space itself.
_GAP = "\r"
# Parts of a row that stand closer than this, in sizes, are one word.
_NO_SPACE = 0.1
# Fonts name some characters by a radical or a ligature that looks the same.
_LIGATURES = re.compile("[\u2e80-\u2fdf\ufb00-\ufb06]")
# Radicals that Unicode gives no equivalent for (CJK Radicals Supplement), with the characters meant.
_RADICALS = str.maketrans(
    "⺁⺇⺈⺊⺌⺍⺗⺝⺟⺠⺮⺶⺼⻁⻄⻅⻆⻉⻋⻑⻒⻓⻔⻖⻘⻙⻚⻛⻜⻝⻢⻣⻤⻥⻦⻨⻩⻪⻬⻮⻰⻲⻳",
    "厂几刀卜小小心月母民竹羊月虎西见角贝车長镸长门阝青韦页风飞食马骨鬼鱼鸟麦黄黾齐齿龙亀龟",
)
_UNKNOWN = re.compile(r"\(cid:\d+\)|[\ufffd\ue000-\uf8ff\x00-\x08\x0e-\x1f]")


@dataclass(frozen=True, slots=True)
class Line:
    """A line, or a part of one that stands apart: in points from the left and top edge of its page.

    `page` counts from 0; `size` is the size of most of its characters.
    """

    text: str
    page: int
    left: float
    right: float
    top: float
    bottom: float
    size: float
    bold: bool = False

    @property
    def height(self) -> float:
        """From its top to its bottom."""
        return self.bottom - self.top


@dataclass(frozen=True, slots=True)
class Page:
    """One page; `pictures` says that there is a picture on it."""

    width: float
    height: float
    lines: tuple[Line, ...]
    pictures: bool = False


def page_of(layout: LTPage, number: int) -> Page:
    """The page as it was laid out, its lines from top to bottom and left to right."""
    lines = [line for item in _text_lines(layout) if (line := _line(item, number, layout)) is not None]
    return Page(layout.width, layout.height, tuple(in_order(lines)), _has_picture(layout))


def legible(text: str) -> str:
    """Text in which radicals and ligatures stand as the characters that are meant."""
    return _LIGATURES.sub(lambda sign: unicodedata.normalize("NFKC", sign[0]), text.translate(_RADICALS))


def unknown_share(lines: Iterable[Line]) -> float:
    """The share of characters whose meaning the file does not tell."""
    text = "".join(line.text for line in lines)
    unknown = _UNKNOWN.findall(text)
    return len(unknown) / max(1, len(text) - sum(map(len, unknown)) + len(unknown))


def in_order(lines: Iterable[Line]) -> list[Line]:
    """Lines in rows from top to bottom, each row from left to right."""
    return [line for row in rows_of(lines) for line in row]


def rows_of(lines: Iterable[Line]) -> list[list[Line]]:
    """Lines that stand at one height of a page, row by row."""
    rows: list[list[Line]] = []
    for line in sorted(lines, key=lambda line: (line.page, line.top + line.bottom, line.left)):
        last = rows[-1][-1] if rows else None
        middle = (line.top + line.bottom) / 2
        if last is not None and last.page == line.page and last.top < middle < last.bottom:
            rows[-1].append(line)
        else:
            rows.append([line])
    return [sorted(row, key=lambda line: line.left) for row in rows]


def joined_rows(lines: Iterable[Line]) -> Iterator[Line]:
    """Lines whose parts in one row are put together again."""
    for row in rows_of(lines):
        whole = row[0]
        for line in row[1:]:
            space = "" if line.left - whole.right < _NO_SPACE * whole.size else " "
            whole = replace(
                whole,
                text=solid(f"{whole.text}{space}{line.text}", " "),
                right=max(whole.right, line.right),
                top=min(whole.top, line.top),
                bottom=max(whole.bottom, line.bottom),
            )
        yield whole


def _text_lines(container: Iterable[object]) -> Iterator[LTTextLine]:
    for item in container:
        if isinstance(item, LTTextLine):
            yield item
        elif isinstance(item, (LTTextContainer, LTFigure)):
            yield from _text_lines(item)


def _has_picture(container: Iterable[object]) -> bool:
    return any(
        isinstance(item, LTImage) or (isinstance(item, LTFigure) and _has_picture(item)) for item in container
    )


def _line(item: LTTextLine, page: int, layout: LTPage) -> Line | None:
    """A line of upright characters, without the figures that refer to notes."""
    characters = [sign for sign in item if isinstance(sign, LTChar)]
    upright = [sign for sign in characters if sign.upright and sign.get_text().strip()]
    if not upright:
        return None
    size = _usual(upright)
    kept = []
    base = median(sign.y0 for sign in upright)
    for sign in item:
        if isinstance(sign, LTChar):
            if not sign.upright or _is_reference(sign, size, base):
                continue
            kept.append(sign.get_text())
        elif isinstance(sign, LTAnno):
            # A gap, not a character of the file: between ideographs it is none.
            kept.append(_GAP)
    text = " ".join(legible(solid("".join(kept), _GAP)).split())
    if not text:
        return None
    bold = sum(bool(_BOLD.search(sign.fontname)) for sign in upright) > 0.6 * len(upright)
    return Line(
        text,
        page,
        item.x0 - layout.x0,
        item.x1 - layout.x0,
        layout.y1 - item.y1,
        layout.y1 - item.y0,
        size,
        bold,
    )


def _usual(characters: Iterable[LTChar]) -> float:
    """The size of most characters, in tenths of a point."""
    sizes = Counter(round(sign.size, 1) for sign in characters)
    return max(sizes.items(), key=lambda item: (item[1], item[0]))[0]


def _is_reference(sign: LTChar, size: float, base: float) -> bool:
    small, raised = sign.size < _SMALL * size, sign.y0 > base + _RAISED * size
    return small and raised and bool(_REFERENCE.fullmatch(sign.get_text()))
