"""A parallel text on a terminal: columns where it is wide enough, else one language below the other."""

from __future__ import annotations

import os
from gettext import gettext as _
from itertools import zip_longest

import click

from dragoman.bitext.formats.preface import percent
from dragoman.cli.cells import padded, width, wrapped
from dragoman.cli.interface_language import interface_language
from dragoman.errors import UnknownLanguage
from dragoman.interface import interface
from dragoman.languages import language
from dragoman.languages.spacing import between_sentences
from dragoman.workspace import Cell, Parallel, ParallelRow

# A column narrower than this is harder to read than texts below each other.
_NARROWEST = 24
_GAP = "  "
_NOTHING = "—"


def side_by_side(parallel: Parallel, size: int, *, ranges: bool = False) -> str:
    """All rows as text for a terminal of `size` cells, with a margin for names and remarks.

    With `ranges` each sentence has its place in its text before it, such as 15-40.
    """
    margins = [_margin(row, len(parallel.languages)) for row in parallel.rows]
    edge = max((width(line) for margin in margins for line in margin), default=0)
    column = (size - edge) // len(parallel.languages) - len(_GAP)
    lines = []
    if column >= _NARROWEST or len(parallel.languages) == 1:
        column = max(column, 2)
        names = [padded(_named(code), column) for code in parallel.languages]
        lines.append(click.style(f"{' ' * edge}{_GAP}{_GAP.join(names)}".rstrip(), dim=True))
        for row, margin in zip(parallel.rows, margins, strict=True):
            lines += _beside(row, margin, edge, column, ranges=ranges)
    else:
        for row, margin in zip(parallel.rows, margins, strict=True):
            lines += _below(row, margin, size, ranges=ranges)
    return "".join(f"{line}\n" for line in lines)


def _beside(row: ParallelRow, margin: list[str], edge: int, column: int, *, ranges: bool) -> list[str]:
    cells = [wrapped(_text(cell, ranges=ranges), column) for cell in row.cells]
    lines = [""] if row.opens else []
    for parts in zip_longest(margin, *cells, fillvalue=""):
        texts = _GAP.join(padded(part, column) for part in parts[1:]).rstrip()
        lines.append(f"{_dim(padded(parts[0], edge))}{_GAP}{_weighty(row, texts)}".rstrip())
    return lines


def _below(row: ParallelRow, margin: list[str], size: int, *, ranges: bool) -> list[str]:
    lines = ["", _dim(", ".join(margin))]
    edge = max(width(cell.language) for cell in row.cells)
    for cell in row.cells:
        parts = wrapped(_text(cell, ranges=ranges), max(size - edge - len(_GAP), 2))
        for k, part in enumerate(parts):
            name = padded("" if k else cell.language, edge)
            lines.append(f"{_dim(name)}{_GAP}{_weighty(row, part)}".rstrip())
    return lines


def _text(cell: Cell, *, ranges: bool) -> str:
    """The words of a cell."""
    if not cell.sentences:
        return _NOTHING
    if ranges:
        return " ".join(f"{it.start}-{it.end} {it.text}" for it in cell.sentences)
    return between_sentences(cell.language).join(sentence.text for sentence in cell.sentences)


def _margin(row: ParallelRow, languages: int) -> list[str]:
    """Name, probability, remarks."""
    words = interface(interface_language(os.environ))
    lines = [f"{row.anchor} {percent(row.probability, words)}" if languages > 1 else row.anchor]
    if row.moved:
        lines.append(_("moved"))
    if row.corrected:
        lines.append(_("corrected"))
    return lines


def _named(code: str) -> str:
    """A language's own name."""
    try:
        return language(code).name
    except UnknownLanguage:
        return code


def _dim(text: str) -> str:
    return click.style(text, dim=True) if text.strip() else text


def _weighty(row: ParallelRow, text: str) -> str:
    return click.style(text, bold=True) if row.kind == "heading" and text else text
