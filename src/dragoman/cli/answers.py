"""What commands answer: JSON for programs, tables for people."""

from __future__ import annotations

import json
from collections.abc import Sequence

from dragoman.cli.cells import clean, padded, width
from dragoman.cli.screen import deliver
from dragoman.plain import plain


def answer(value: object) -> None:
    """Write a value as JSON to standard output."""
    deliver(json.dumps(plain(value), ensure_ascii=False, indent=1) + "\n", "-")


def table(rows: Sequence[Sequence[str]], *, right: Sequence[int] = ()) -> str:
    """Lines whose columns stand below each other, two spaces apart, whatever the script.

    The columns with these numbers (from 0), which hold figures, stand to the right.
    """
    if not rows:
        return ""
    rows = [[clean(cell) for cell in row] for row in rows]
    widths = [max(width(row[k]) for row in rows) for k in range(len(rows[0]))]
    lines = []
    for row in rows:
        cells = [
            " " * (size - width(cell)) + cell if k in right else padded(cell, size)
            for k, (cell, size) in enumerate(zip(row, widths, strict=True))
        ]
        lines.append("  ".join(cells).rstrip())
    return "".join(f"{line}\n" for line in lines)
