"""Which rows of the reader have a place where the versions may differ."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from typing import TypeAlias

from dragoman.workspace.findingmodel import Sign
from dragoman.workspace.model import Parallel

Signs: TypeAlias = Mapping[str, Sequence[Sign]]
"""Findings by the anchor of a row, in the order of the text."""


def signs_by_row(parallel: Parallel, signs: Sequence[Sign]) -> Signs:
    """The findings that have a place in a row of the page, in any of its languages."""
    found: dict[str, list[Sign]] = {}
    if not signs:
        return found
    for column, code in enumerate(parallel.languages):
        # Where each sentence begins and ends, and the row that it is in.
        stretches = sorted(
            (one.start, one.end, row.anchor) for row in parallel.rows for one in row.cells[column].sentences
        )
        starts = [start for start, _end, _anchor in stretches]
        for sign in signs:
            for first in sign.places.get(code, ()):
                at = bisect_right(starts, first) - 1
                if at >= 0 and first < stretches[at][1]:
                    here = found.setdefault(stretches[at][2], [])
                    if sign not in here:
                        here.append(sign)
    return found
