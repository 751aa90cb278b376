"""The text of one cell: paragraphs of Word in a language, with places that are coloured and commented."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from lxml import etree

from dragoman.writers.docx_markup import begin, end, made, mark, words
from dragoman.writers.docx_sheet import STYLES
from dragoman.writers.docx_speech import Speech, speech

_MARKED = "FFF2CC"


@dataclass(frozen=True, slots=True)
class Noted:
    """A place in the text of a cell, `end` not included, that belongs to the comment of a number."""

    start: int
    end: int
    number: int


@dataclass(frozen=True, slots=True)
class Cell:
    """What one version says in a row; `heading` is its level, 0 for what is none."""

    text: str
    language: str
    notes: tuple[Noted, ...] = ()
    heading: int = 0


@dataclass(frozen=True, slots=True)
class Remark:
    """A comment of Word at a place of a cell: its number there, and the note that it is for."""

    number: int
    note: Noted


def paragraph(text: str, spoken: Speech, style: str = "") -> etree._Element:
    """A paragraph in a language."""
    return _paragraph([made("r", spoken.of_run(), *words(text))] if text else [], spoken, style)


def told(cell: Cell, remarks: Sequence[Remark]) -> etree._Element:
    """A cell's paragraph, its places coloured, with comments at some of them."""
    spoken = speech(cell.language)
    return _paragraph(_pieces(cell, remarks, spoken), spoken, "CellHeading" if cell.heading else "")


def _paragraph(pieces: Sequence[etree._Element], spoken: Speech, style: str) -> etree._Element:
    properties = [made("pStyle", val=style)] if style else []
    properties += spoken.of_paragraph()
    return made("p", *([made("pPr", *properties)] if properties else []), *pieces)


def _pieces(cell: Cell, remarks: Sequence[Remark], spoken: Speech) -> list[etree._Element]:
    """Runs, and between them what begins and ends comments."""
    ends = {edge for note in cell.notes for edge in (note.start, note.end)}
    edges = sorted({0, len(cell.text), *ends})
    found = [*_borders(remarks, 0)]
    for start, after in pairwise(edges):
        fill = _MARKED if any(note.start <= start and after <= note.end for note in cell.notes) else ""
        found.append(made("r", spoken.of_run(fill=fill), *words(cell.text[start:after])))
        found += _borders(remarks, after)
    return found


def _borders(remarks: Sequence[Remark], place: int) -> Iterator[etree._Element]:
    """What stands between two characters: ends of comments, whole ones that are points, and beginnings.

    What began last ends first, and what ends last begins first, so that comments nest.
    """
    points = [one for one in remarks if one.note.start == one.note.end == place]
    ends = [one for one in remarks if one.note.start < one.note.end == place]
    begins = [one for one in remarks if place == one.note.start < one.note.end]
    for one in sorted(ends, key=lambda one: (one.note.start, one.number), reverse=True):
        yield end(one.number)
        yield mark(one.number, STYLES)
    for one in points:
        yield begin(one.number)
        yield end(one.number)
        yield mark(one.number, STYLES)
    for one in sorted(begins, key=lambda one: (-one.note.end, one.number)):
        yield begin(one.number)
