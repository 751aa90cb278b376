"""Tables as CSV (RFC 4180) for spreadsheets.

UTF-8 with a byte order mark: without one Excel takes Russian and Chinese for the system's own code page. A
cell that a spreadsheet would take for a formula gets an apostrophe before it, which spreadsheets do not show;
JSON has the cell as it is.

Reference: OWASP, CSV Injection.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from io import StringIO
from typing import TypeAlias

from dragoman.writers.characters import possible

Cell: TypeAlias = str | int | float | bool
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


@dataclass(frozen=True, slots=True)
class Table:
    """A table with stable column names, and the name of the file that it is saved as."""

    name: str
    columns: Sequence[str]
    rows: Iterable[Sequence[Cell]]

    def csv(self) -> str:
        """The table with a byte order mark, a line a row, ended by CR LF."""
        text = StringIO("\ufeff", newline="")
        text.seek(0, 2)
        writer = csv.writer(text)
        writer.writerow(self.columns)
        writer.writerows([harmless(cell) for cell in row] for row in self.rows)
        return text.getvalue()


def harmless(cell: Cell) -> str:
    """What a cell says, written so that no spreadsheet calculates with it."""
    if not isinstance(cell, str):
        return str(cell).lower() if isinstance(cell, bool) else str(cell)
    text = possible(cell)
    return f"'{text}" if text.startswith(_FORMULA) else text
