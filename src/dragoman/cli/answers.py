"""What commands answer: JSON for programs, tables for people."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import fields, is_dataclass

from dragoman.cli.cells import clean, padded, width
from dragoman.cli.screen import deliver


def plain(value: object) -> object:
    """A value as JSON has it: dataclasses and mappings as objects, sequences as arrays."""
    if is_dataclass(value):
        return {field.name: plain(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, Mapping):
        return {str(key): plain(item) for key, item in value.items()}
    if isinstance(value, Sequence) and not isinstance(value, str):
        return [plain(item) for item in value]
    return value if value is None or isinstance(value, bool | int | float | str) else str(value)


def answer(value: object) -> None:
    """Write a value as JSON to standard output."""
    deliver(json.dumps(plain(value), ensure_ascii=False, indent=1) + "\n", "-")


def table(rows: Sequence[Sequence[str]]) -> str:
    """Lines whose columns stand below each other, two spaces apart, whatever the script."""
    if not rows:
        return ""
    rows = [[clean(cell) for cell in row] for row in rows]
    widths = [max(width(row[k]) for row in rows) for k in range(len(rows[0]))]
    lines = ["  ".join(padded(cell, size) for cell, size in zip(row, widths, strict=True)) for row in rows]
    return "".join(f"{line.rstrip()}\n" for line in lines)
