"""Language versions side by side as a new Word document, with comments at places of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from unicodedata import east_asian_width

from lxml import etree

from dragoman.errors import InputError
from dragoman.writers import docx_sheet as sheet
from dragoman.writers.docx_cell import Cell, Noted, Remark, paragraph, told
from dragoman.writers.docx_markup import comment, made, refuse_more
from dragoman.writers.docx_speech import speech
from dragoman.writers.moments import moment, written
from dragoman.writers.packing import packed

__all__ = ["Cell", "Noted", "side_by_side"]

# How wide the column of the rows' numbers is, in twentieths of a point: four digits.
_NUMBERS = 620

# How narrow a column may be, as a part of an equal share: so that words still stand whole in it.
_NARROWEST = 0.6


def side_by_side(
    title: str,
    heads: Sequence[tuple[str, str]],
    rows: Sequence[Sequence[Cell]],
    comments: Mapping[int, Sequence[str]],
    *,
    when: datetime | str,
    author: str = "Dragoman",
    initials: str = "D",
    preface: Sequence[str] = (),
    language: str = "en",
) -> bytes:
    """A DOCX: a title, some paragraphs, and a table with a column for each language.

    It lies on its side, on A4. Rows are numbered from 1, and the heads of the columns come again on every
    page. Places are coloured; in each cell the first place of a number has the comment of that number, so
    that every version shows what concerns it. Languages that run from right to left do so. Faces are named,
    none is put in. The same input gives the same bytes.

    Args:
        title: of the document, also in its properties.
        heads: for each column the BCP 47 code of its head, and the head.
        rows: cells, as many in each row as there are heads.
        comments: the paragraphs of each comment, by its number.
        when: the date of the document and its comments, in UTC where it names no other zone.
        author: whom the document and the comments name.
        initials: what stands before the number of a comment.
        preface: paragraphs before the table.
        language: that of title and preface, as its BCP 47 code.

    Raises:
        InputError: a row is longer or shorter than the heads, a place is not within its text or has no
            comment, a comment has no place, or `when` is no moment.
        UnknownLanguage: there is no such code.
        TooLarge: there would be more comments than Word takes.
    """
    date = moment(when)
    remarks = _remarks(len(heads), rows, comments)
    placed = [one for row in remarks for some in row for one in some]
    refuse_more(len(placed))
    for lost in sorted(set(comments) - {one.note.number for one in placed}):
        raise InputError("Comment {number} has no place in the table.", number=lost)
    said = [
        comment(one.number, comments[one.note.number], author, initials, written(date), sheet.STYLES)
        for one in placed
    ]
    spoken = speech(language)
    blocks = [
        paragraph(title, spoken, "Title"),
        *(paragraph(text, spoken, "BodyText") for text in preface),
        _table(heads, rows, remarks),
        # Word wants a paragraph after a table.
        made("p"),
    ]
    return packed(sheet.parts(blocks, said, title=title, author=author, when=date), date)


def _remarks(
    columns: int, rows: Sequence[Sequence[Cell]], comments: Mapping[int, Sequence[str]]
) -> list[list[list[Remark]]]:
    """The comments of each cell of each row: one for each number that is noted there, at its first place."""
    count = 0
    found: list[list[list[Remark]]] = []
    for number, row in enumerate(rows, start=1):
        if len(row) != columns:
            raise InputError(
                "Row {row} has {cells} cells; the table has {columns} columns.",
                row=number,
                cells=len(row),
                columns=columns,
            )
        found.append([])
        for cell in row:
            first: dict[int, Noted] = {}
            for note in sorted(cell.notes, key=lambda note: (note.start, -note.end)):
                _check(note, cell, number, comments)
                first.setdefault(note.number, note)
            found[-1].append([Remark(place, note) for place, note in enumerate(first.values(), start=count)])
            count += len(first)
    return found


def _check(note: Noted, cell: Cell, row: int, comments: Mapping[int, Sequence[str]]) -> None:
    if note.number not in comments:
        raise InputError(
            "Row {row} refers to comment {number}, which is missing.", row=row, number=note.number
        )
    if not 0 <= note.start <= note.end <= len(cell.text):
        raise InputError(
            "In row {row} there is no place from character {start} to {end}: its text has {length}.",
            row=row,
            start=note.start,
            end=note.end,
            length=len(cell.text),
        )


def _table(
    heads: Sequence[tuple[str, str]], rows: Sequence[Sequence[Cell]], remarks: list[list[list[Remark]]]
) -> etree._Element:
    widths = _widths([[head, *(row[place].text for row in rows)] for place, (_, head) in enumerate(heads)])
    table = made(
        "tbl",
        made(
            "tblPr",
            made("tblStyle", val="TableGrid"),
            made("tblW", w=str(sum(widths)), type="dxa"),
            made("tblLayout", type="autofit"),
        ),
        made("tblGrid", *(made("gridCol", w=str(width)) for width in widths)),
    )
    # The head comes again on every page, whole; other rows may be parted by the end of one.
    head = [made("p"), *(paragraph(text, speech(code), "ColumnHead") for code, text in heads)]
    table.append(_row(head, widths, made("cantSplit"), made("tblHeader")))
    figures = speech("en")
    for number, (row, of_row) in enumerate(zip(rows, remarks, strict=True), start=1):
        cells = [told(cell, of_cell) for cell, of_cell in zip(row, of_row, strict=True)]
        cells.insert(0, paragraph(str(number), figures, "RowNumber"))
        table.append(_row(cells, widths))
    return table


def _row(
    paragraphs: Sequence[etree._Element], widths: Sequence[int], *properties: etree._Element
) -> etree._Element:
    cells = (
        made("tc", made("tcPr", made("tcW", w=str(width), type="dxa")), held)
        for held, width in zip(paragraphs, widths, strict=True)
    )
    return made("tr", *([made("trPr", *properties)] if properties else []), *cells)


def _widths(columns: Sequence[Sequence[str]]) -> list[int]:
    """The widths of all columns: the more text there is in one, the wider it is, so that rows are low."""
    sizes = [1 + sum(_size(text) for text in column) for column in columns]
    shares = [max(size / sum(sizes), _NARROWEST / len(columns)) for size in sizes]
    return [_NUMBERS, *(int((sheet.WIDTH - _NUMBERS) * share / sum(shares)) for share in shares)]


def _size(text: str) -> int:
    """How wide a text runs, in letters; an ideograph takes the room of two."""
    return sum(2 if east_asian_width(character) in "WF" else 1 for character in text)
