"""Sets of words, written as a reader reads them: in running lines."""

from __future__ import annotations


def vocabulary(lines: str) -> frozenset[str]:
    """The words of the lines; white space divides them."""
    return frozenset(lines.split())
