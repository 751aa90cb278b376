"""A report as a DOCX: the versions side by side, row by row, with Word comments where they may differ."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import datetime

from dragoman.interface import interface
from dragoman.languages.spacing import between_sentences
from dragoman.versions.formats.report import Report, names, remarks, summary
from dragoman.writers.docx_columns import Cell, Noted, side_by_side

Marks = Mapping[int, Sequence[tuple[int, int, int]]]
"""Start, end and number of the finding of each place, by sentence."""


def to_docx(told: Report, code: str = "en", *, when: datetime | str) -> bytes:
    """The report as a DOCX; `code` is the language of its words, `when` the date of its comments.

    Each comment says the kind of the finding, how probable it is, why, who differs, and what was decided.
    """
    words = interface(code)
    comparison = told.comparison
    marks: list[dict[int, list[tuple[int, int, int]]]] = [defaultdict(list) for _side in comparison.sides]
    for entry in told.entries:
        for column, places in enumerate(entry.finding.places):
            for place in places:
                marks[column][place.sentence].append((place.start, place.end, entry.number))
    rows = [
        [_cell(told, column, row.sentences[column], marks[column]) for column in range(len(comparison.sides))]
        for row in comparison.rows
    ]
    return side_by_side(
        told.title,
        list(zip(comparison.languages, names(comparison.languages), strict=True)),
        rows,
        {entry.number: remarks(entry, words) for entry in told.entries},
        when=when,
        preface=(summary(told, words), *map(words.gettext, comparison.notes)),
        language=words.tag,
    )


def _cell(told: Report, column: int, numbers: Sequence[int], marks: Marks) -> Cell:
    """What a version says in a row, with the places in it."""
    side, code = told.comparison.sides[column], told.comparison.languages[column]
    apart = between_sentences(code)
    notes, at = [], 0
    for number in numbers:
        notes += [Noted(at + start, at + end, found) for start, end, found in marks.get(number, ())]
        at += len(side[number].text) + len(apart)
    heading = side[numbers[0]].level if numbers and side[numbers[0]].kind == "heading" else 0
    return Cell(apart.join(side[number].text for number in numbers), code, tuple(notes), heading)
