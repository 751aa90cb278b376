"""Lines to paragraphs: by indents, spacing, sizes and lines that end early."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median

from dragoman.readers.manuscript import between_lines
from dragoman.readers.pdf_edges import body_size
from dragoman.readers.pdf_hyphens import Hyphens
from dragoman.readers.pdf_lines import Line, Page, joined_rows
from dragoman.readers.pdf_tables import Table, tables_and_lines
from dragoman.readers.reading import PartKind

# In sizes of the text: an indent that begins a paragraph.
_INDENT = 0.9
# A gap between lines that is so many times the usual one divides paragraphs.
_SPACED = 1.35
_HEADING_SIZE = 1.09
_LONGEST_HEADING = 300
_DEEPEST = 6
_SAME_SIZE = 0.06
# With fewer lines than this, a page tells nothing of its margins.
_TELLING_LINES = 8
# A left edge that so many lines have is the margin, not an indent.
_MARGIN_SHARE = 0.15
# Two left edges that are no further apart, in points, are one.
_SAME_PLACE = 2.0
# So many first lines, and such a share of all lines, show that paragraphs are set in.
_FEWEST_INDENTS = 2
_INDENT_SHARE = 0.05
_SENTENCE_END = re.compile(r"[.!?…:;。！？：；]['\"”’»」』)）]*$")
_OPENS = re.compile(
    r"[•●○▪■□◦‣⁃∙·]|[-–—]\s"
    r"|[(（]?(?:\d{1,3}(?:\.\d{1,3})*|[a-zа-яё]|[IVXivx]{1,5}|[一二三四五六七八九十]{1,3})[.)）、](?!\d)"
    r"|第[一二三四五六七八九十百\d]{1,4}[条章节]"
    r"|(?:Статья|Article|Глава|Chapter|Раздел|Section)\s+[\dIVX]"
)
_BULLET = re.compile(r"[•●○▪■□◦‣⁃∙]\s*")
_IDEOGRAPH = re.compile("[\u3400-\u9fff]")


@dataclass(frozen=True, slots=True)
class PdfBlock:
    """One paragraph, heading or cell; the numbers are those of `Part`."""

    text: str
    kind: PartKind = "paragraph"
    level: int = 0
    row: int = 0
    column: int = 0


@dataclass(frozen=True, slots=True)
class _Measure:
    """How the text is set: its size, the usual distance of lines, and the margins of pages."""

    size: float
    leading: float
    margins: dict[int, tuple[float, float]]
    everywhere: tuple[float, float]
    indent: float = 0.0

    def left(self, line: Line) -> float:
        """The left margin of a line's page."""
        return self.margins.get(line.page, self.everywhere)[0]

    def is_indented(self, line: Line) -> bool:
        """Whether a line stands where the first lines of this document's paragraphs do."""
        return self.indent > 0 and abs(line.left - self.left(line) - self.indent) < _SAME_PLACE

    def right(self, line: Line) -> float:
        """The right margin of a line's page."""
        return self.margins.get(line.page, self.everywhere)[1]


def blocks_of(pages: Sequence[Page], hyphens: Hyphens) -> Iterator[PdfBlock]:
    """The blocks of a document, in order; `hyphens` knows its words."""
    measure = _measured(pages)
    groups = list(_groups(pages, measure))
    levels = _levels((group for group in groups if not isinstance(group, Table)), measure)
    for group in groups:
        if isinstance(group, Table):
            for row, column, lines in group.cells():
                yield PdfBlock(_text(lines, hyphens), "cell", 0, row, column)
        else:
            yield _block(group, levels, measure, hyphens)


def _groups(pages: Sequence[Page], measure: _Measure) -> Iterator[list[Line] | Table]:
    """Lines that make one paragraph, and tables."""
    paragraph: list[Line] = []
    for piece in tables_and_lines([line for page in pages for line in page.lines]):
        if isinstance(piece, Table):
            if paragraph:
                yield paragraph
            paragraph = []
            yield piece
            continue
        for line in joined_rows(piece):
            if paragraph and _begins(paragraph, line, measure):
                yield paragraph
                paragraph = []
            paragraph.append(line)
    if paragraph:
        yield paragraph


def _measured(pages: Sequence[Page]) -> _Measure:
    size = body_size(pages)
    of_text = [[line for line in page.lines if abs(line.size - size) <= _SAME_SIZE * size] for page in pages]
    steps: Counter[float] = Counter()
    margins = {}
    for lines in of_text:
        for one, other in pairwise(lines):
            if 0.5 * size < other.top - one.top < 4 * size:
                steps[round(other.top - one.top, 1)] += 1
        if len(lines) >= _TELLING_LINES:
            margins[lines[0].page] = _margins(lines)
    leading = max(steps.items(), key=lambda step: (step[1], -step[0]), default=(1.2 * size, 0))[0]
    everything = [line for lines in of_text for line in lines]
    found = _Measure(size, leading, margins, _margins(everything))
    return replace(found, indent=_usual_indent(everything, found))


def _usual_indent(lines: Sequence[Line], measure: _Measure) -> float:
    """By how much the first lines of paragraphs are set in; 0 where they are not.

    Such a line has one at the margin after it; those of a list that is set in as a whole have not.
    """
    indents = Counter(
        round(one.left - measure.left(one))
        for one, other in pairwise(lines)
        if one.left - measure.left(one) > _INDENT * one.size
        and abs(other.left - measure.left(other)) < _SAME_PLACE
    )
    indent, count = max(indents.items(), key=lambda item: (item[1], item[0]), default=(0, 0))
    return float(indent) if count > _FEWEST_INDENTS and count > _INDENT_SHARE * len(lines) else 0.0


def _margins(lines: Sequence[Line]) -> tuple[float, float]:
    if not lines:
        return 0.0, 0.0
    lefts = Counter(round(line.left) for line in lines)
    usual = [left for left, count in lefts.items() if count >= _MARGIN_SHARE * len(lines)]
    rights = sorted(line.right for line in lines)
    return float(min(usual, default=min(lefts))), rights[int(0.95 * (len(rights) - 1))]


def _begins(paragraph: Sequence[Line], line: Line, measure: _Measure) -> bool:
    """Whether a line begins a new paragraph after those lines."""
    last = paragraph[-1]
    if abs(last.size - line.size) > _SAME_SIZE * max(last.size, line.size):
        return True
    goes_on = last.page == line.page and line.top > last.top
    usual = measure.leading * max(1.0, line.size / measure.size)
    if goes_on and line.top - last.top > _SPACED * usual:
        return True
    if line.size >= _HEADING_SIZE * measure.size:
        return False
    short = _is_short(last, line, measure)
    ended = bool(_SENTENCE_END.search(last.text))
    if last.bold != line.bold and (short or ended):
        return True
    if _is_centred(last, measure) and _is_centred(line, measure):
        return False
    if _OPENS.match(line.text) and (short or ended):
        return True
    if len(paragraph) == 1 and measure.is_indented(last) and measure.is_indented(line):
        return True
    before = last.left if goes_on else measure.left(line)
    if line.left - before > _INDENT * line.size:
        hanging = len(paragraph) == 1 and _OPENS.match(last.text) and not short
        return not hanging
    return short and (ended or not line.text[0].islower())


def _is_short(last: Line, line: Line, measure: _Measure) -> bool:
    """Whether the first word of the next line would have had room in this one."""
    room = measure.right(last) - last.right
    if _IDEOGRAPH.match(line.text):
        return room > 2.2 * line.size
    word = line.text.partition(" ")[0]
    width = (line.right - line.left) * len(word) / len(line.text)
    return room > 1.15 * width + 0.5 * line.size


def _is_centred(line: Line, measure: _Measure) -> bool:
    left, right = line.left - measure.left(line), measure.right(line) - line.right
    return min(left, right) > 2 * line.size and abs(left - right) < line.size


def _levels(groups: Iterable[Sequence[Line]], measure: _Measure) -> dict[float, int]:
    """The level of headings by their size, the largest first."""
    sizes: defaultdict[float, int] = defaultdict(int)
    for group in groups:
        size = _size(group)
        if size >= _HEADING_SIZE * measure.size and _length(group) <= _LONGEST_HEADING:
            sizes[size] += 1
    return {size: min(level, _DEEPEST) for level, size in enumerate(sorted(sizes, reverse=True), start=1)}


def _block(lines: Sequence[Line], levels: dict[float, int], measure: _Measure, hyphens: Hyphens) -> PdfBlock:
    text = _text(lines, hyphens)
    size = _size(lines)
    if size in levels and len(text) <= _LONGEST_HEADING:
        return PdfBlock(text, "heading", levels[size])
    bold = all(line.bold for line in lines) and len(lines) <= 3
    if bold and len(text) <= _LONGEST_HEADING / 2 and not _SENTENCE_END.search(text):
        return PdfBlock(text, "heading", min(len(levels) + 1, _DEEPEST))
    bullet = _BULLET.match(text)
    return PdfBlock(text[bullet.end() :], "item", 1) if bullet else PdfBlock(text)


def _size(lines: Sequence[Line]) -> float:
    return round(median(line.size for line in lines), 1)


def _length(lines: Sequence[Line]) -> int:
    return sum(len(line.text) for line in lines)


def _text(lines: Sequence[Line], hyphens: Hyphens) -> str:
    """The lines of one paragraph as running text."""
    text = lines[0].text
    for line in lines[1:]:
        whole = hyphens.joined(text, line.text)
        text = whole if whole is not None else text + between_lines(text, line.text) + line.text
    return text
