"""Tables of a PDF, told by lines that stand beside each other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from dragoman.readers.pdf_lines import Line, rows_of

# In sizes of the text: a gap that no space between words has, and the air between two rows of a table.
_WIDE_GAP = 2.0
_AIR = 0.3
# Lines of one cell have no more air between them than this.
_MOST_AIR = 0.75


@dataclass(frozen=True, slots=True)
class Table:
    """The rows of lines that make a table."""

    rows: list[list[Line]]

    def cells(self) -> Iterator[tuple[int, int, list[Line]]]:
        """Row, column (both from 1) and lines of each cell, row by row."""
        columns = _columns([line for row in self.rows for line in row])
        for number, rows in enumerate(self._table_rows(columns), start=1):
            lines = [line for row in rows for line in row]
            for column, (left, right) in enumerate(columns, start=1):
                cell = [line for line in lines if left <= line.left < right]
                if cell:
                    yield number, column, cell

    def _table_rows(self, columns: Sequence[tuple[float, float]]) -> Iterator[list[list[Line]]]:
        """Rows of lines that make one row of the table: by the air between them, or their first column."""
        gaps = [_top(row) - max(line.bottom for line in before) for before, row in pairwise(self.rows)]
        size = self.rows[0][0].size
        # Lines that stand beside each other have no air between them, and show nothing.
        least = min((gap for gap in gaps if gap > 0), default=0.0)
        airy = max(gaps) - least > _AIR * size
        group = [self.rows[0]]
        for gap, row in zip(gaps, self.rows[1:], strict=True):
            first = row[0].left < columns[0][1]
            begins = gap > least + _AIR * size if airy else first
            if begins or row[0].page != group[-1][0].page:
                yield group
                group = []
            group.append(row)
        yield group


def tables_and_lines(lines: Sequence[Line]) -> Iterator[Table | list[Line]]:
    """Tables, and the lines before, between and after them, in order."""
    rows = rows_of(lines)
    plain: list[Line] = []
    index = 0
    while index < len(rows):
        end = _end_of_table(rows, index)
        if end - index > 1:
            table = rows[index:end]
            above: list[list[Line]] = []
            # Words in the middle of a high cell stand lower than the first line of the cell beside it.
            while plain and _belongs([plain[-1]], (above or table)[0], _columns(_lines(table))[1:]):
                above.insert(0, [plain.pop()])
            if plain:
                yield plain
            plain = []
            yield Table([*above, *table])
        else:
            plain.extend(rows[index])
        index = max(end, index + 1)
    if plain:
        yield plain


def _end_of_table(rows: Sequence[Sequence[Line]], start: int) -> int:
    """The index after the last row of a table that begins at `start`; `start` where none does."""
    if not _is_divided(rows[start]):
        return start
    divided, last = 1, start
    for index in range(start + 1, len(rows)):
        row, before = rows[index], rows[index - 1]
        if _is_divided(row):
            divided += 1
            last = index
            continue
        columns = _columns(_lines(rows[start:index]))
        if _belongs(row, before, columns):
            last = index
            continue
        # The first line of a cell higher than those beside it.
        following = rows[index + 1 : index + 2]
        if not following or not _is_divided(following[0]) or not _belongs(row, following[0], columns):
            break
    return last + 1 if divided > 1 else start


def _belongs(row: Sequence[Line], neighbour: Sequence[Line], columns: Sequence[tuple[float, float]]) -> bool:
    """Whether a line beside a table's row is one more line of a cell."""
    upper, lower = sorted((row, neighbour), key=_top)
    air = _top(lower) - max(line.bottom for line in upper)
    inside = any(left <= row[0].left and row[-1].right < right for left, right in columns)
    return row[0].page == neighbour[0].page and air < _MOST_AIR * row[0].size and inside


def _lines(rows: Sequence[Sequence[Line]]) -> list[Line]:
    return [line for row in rows for line in row]


def _is_divided(row: Sequence[Line]) -> bool:
    """Whether parts of a row stand so far apart that they are no running text."""
    return any(right.left - left.right > _WIDE_GAP * left.size for left, right in pairwise(row))


def _columns(lines: Sequence[Line]) -> list[tuple[float, float]]:
    """Where columns begin and end: lines that stand above each other are in one. The last has no end."""
    spans: list[list[float]] = []
    for line in sorted(lines, key=lambda line: line.left):
        if spans and line.left < spans[-1][1]:
            spans[-1][1] = max(spans[-1][1], line.right)
        else:
            spans.append([line.left, line.right])
    starts = [span[0] for span in spans]
    return list(zip(starts, [*starts[1:], float("inf")], strict=True))


def _top(row: Sequence[Line]) -> float:
    return min(line.top for line in row)
