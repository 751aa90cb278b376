"""Word documents: what is read on the printed page, with the numbers that Word puts before paragraphs.

The XML is read as it stands in the archive, after its size has been checked. Headers, footers, comments,
tables of contents and text that was deleted or hidden are left out; notes stand at the end.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import count

from lxml import etree

from dragoman.marking import _
from dragoman.readers.archive import Archive
from dragoman.readers.docx_names import W, name_of, value
from dragoman.readers.docx_numbering import Numbering
from dragoman.readers.docx_package import Package
from dragoman.readers.docx_styles import Styles
from dragoman.readers.docx_words import NoteReference, Piece, chosen, mark_is_deleted, words_of
from dragoman.readers.manuscript import Manuscript
from dragoman.readers.reading import PartKind, Reading

METHOD = "docx.v1"

CONTENTS_LEFT_OUT = _("The table of contents was left out.")
NOTES_AT_THE_END = _("Footnotes and endnotes stand at the end of the text.")
EMBEDDED_LEFT_OUT = _("A document embedded in it was not read.")

_CORE = "{http://purl.org/dc/elements/1.1/}"
_DESCRIBED = ("title", "language")
_WRAPPERS = frozenset({"sdt", "sdtContent", "customXml", "ins", "moveTo", "smartTag"})


@dataclass(frozen=True, slots=True)
class Trace:
    """A reading, and from where in the file its characters come.

    A reading and its file differ in white space alone: the characters of `pieces` that are no white space are
    those of `reading.text`, in the same order. `body` is the tree in which the pieces' elements stand, but
    for those of notes.
    """

    reading: Reading
    pieces: tuple[Piece, ...]
    body: etree._Element
    package: Package


def read(data: bytes, where: str) -> tuple[Reading, ...]:
    """Read a DOCX file.

    Raises:
        EmptyInput, Protected, Unsafe, BinaryInput, InputError (it is damaged)
    """
    document = _Document(Package(Archive(data, where), where))
    document.read()
    return (document.reading(),)


def trace(data: bytes, where: str) -> Trace:
    """Read a DOCX file as `read` does, and keep where each piece of its text stands.

    Raises:
        EmptyInput, Protected, Unsafe, BinaryInput, InputError (it is damaged)
    """
    package = Package(Archive(data, where), where)
    pieces: list[Piece] = []
    document = _Document(package, pieces)
    document.read()
    return Trace(document.reading(), tuple(pieces), document.body, package)


class _Document:
    """One pass over a document, in its order: automatic numbers depend on what came before."""

    def __init__(self, package: Package, pieces: list[Piece] | None = None) -> None:
        """`pieces` is filled with those of the text, where they are asked for."""
        self.body = package.body()
        self._package = package
        self._pieces = pieces
        self._styles = Styles(package.related("styles"))
        self._numbering = Numbering(package.related("numbering"))
        self._notes: list[NoteReference] = []
        # Of the note that is being read: the reference to it in the body.
        self._referred: etree._Element | None = None
        self._unfinished = ""
        self._manuscript = Manuscript()
        self._remarks: list[str] = []

    def read(self) -> None:
        """Gather the body and then the notes that it refers to."""
        self._blocks(self.body, self._block)
        self._paragraph_is(self._unfinished)
        self._read_notes()

    def reading(self) -> Reading:
        """What was gathered.

        Raises:
            EmptyInput: there is not one word.
        """
        where = self._package.where
        core = self._package.part("docProps/core.xml")
        title, language = ("" if core is None else core.findtext(f"{_CORE}{n}") or "" for n in _DESCRIBED)
        return self._manuscript.reading(
            "docx", METHOD, where, title=title, language=language, notes=tuple(self._remarks)
        )

    def _block(self, paragraph: etree._Element) -> None:
        """One paragraph outside of tables."""
        if self._styles.contents(paragraph):
            self._remark(CONTENTS_LEFT_OUT)
            return
        level = self._styles.heading(paragraph)
        depth, label = self._number(paragraph)
        kind: PartKind = "heading" if level else "item" if depth else "paragraph"
        self._paragraph(paragraph, label, kind, level or depth)

    def _paragraph(
        self, paragraph: etree._Element, label: str, kind: PartKind, level: int, row: int = 0, column: int = 0
    ) -> None:
        words = words_of(paragraph, self._styles)
        said = words.text
        if self._referred is not None:
            words = words.of_note(self._referred)
        self._notes.extend(words.notes)
        text = self._unfinished
        if said.strip():
            text += label + said
            if self._pieces is not None:
                self._pieces += [Piece(label, None, self._referred), *words.pieces]
        self._unfinished = ""
        if mark_is_deleted(paragraph):
            self._unfinished = text
        elif row:
            self._manuscript.add(text, "cell", row=row, column=column)
        else:
            self._manuscript.add(text, kind, level)
        for box in words.boxes:
            self._blocks(box, self._block)

    def _paragraph_is(self, text: str) -> None:
        self._manuscript.add(text)
        self._unfinished = ""

    def _number(self, paragraph: etree._Element) -> tuple[int, str]:
        """The depth of a list item, from 1, and its number; (0, "") for what is in no list."""
        name, depth, through = "", None, ""
        for style, numbers in self._styles.numbers(paragraph):
            level = value(numbers.find(f"{W}ilvl"))
            if depth is None and level.isdecimal() and len(level) < 3:
                depth = int(level)
            found = value(numbers.find(f"{W}numId"))
            if found:
                name, through = found, style
                break
        if not name or name == "0":
            return 0, ""
        if depth is None:
            depth = (self._numbering.level_of_style(name, through) if through else None) or 0
        # An empty paragraph shows its number in Word, but says nothing.
        return depth + 1, self._numbering.label(name, depth)

    def _blocks(self, element: etree._Element, paragraph: Callable[[etree._Element], None]) -> None:
        """Give each paragraph in an element to a function, and read its tables."""
        for child in element:
            name = name_of(child)
            if name == "p":
                paragraph(child)
            elif name == "tbl":
                self._table(child, paragraph)
            elif name == "altChunk":
                self._remark(EMBEDDED_LEFT_OUT)
            elif name in _WRAPPERS:
                self._blocks(child, paragraph)
            elif name == "AlternateContent":
                one = chosen(child)
                if one is not None:
                    self._blocks(one, paragraph)

    def _table(self, table: etree._Element, paragraph: Callable[[etree._Element], None]) -> None:
        """Row by row; a table of one cell is a frame around paragraphs, one in a cell is that cell's text."""
        rows = [list(_within(row, "tc")) for row in _within(table, "tr") if not _is_deleted(row)]
        if sum(map(len, rows)) == 1 or paragraph != self._block:
            for cell in (cell for cells in rows for cell in cells):
                self._blocks(cell, paragraph)
            return
        for number, cells in enumerate(rows, start=1):
            column = 1
            for cell in cells:
                merged = cell.find(f"{W}tcPr/{W}vMerge")
                if merged is None or value(merged) == "restart":
                    self._cell(cell, number, column)
                span = value(cell.find(f"{W}tcPr/{W}gridSpan"))
                column += int(span) if span.isdecimal() and len(span) < 4 else 1

    def _cell(self, cell: etree._Element, row: int, column: int) -> None:
        def paragraph(element: etree._Element) -> None:
            self._paragraph(element, self._number(element)[1], "cell", 0, row, column)

        self._blocks(cell, paragraph)

    def _read_notes(self) -> None:
        """The notes in the order in which the text refers to them."""
        roots = {kind: self._package.related(f"{kind}s") for kind in ("footnote", "endnote")}
        found = {
            (kind, value(note, "id")): note
            for kind, root in roots.items()
            if root is not None
            for note in root.iterchildren(f"{W}{kind}")
        }
        for number in count():
            # Notes may refer to notes.
            if number >= len(self._notes):
                break
            kind, name, self._referred = self._notes[number]
            note = found.pop((kind, name), None)
            if note is not None:
                self._remark(NOTES_AT_THE_END)
                self._blocks(note, self._block)
                self._paragraph_is(self._unfinished)

    def _remark(self, remark: str) -> None:
        if remark not in self._remarks:
            self._remarks.append(remark)


def _within(element: etree._Element, name: str) -> Iterator[etree._Element]:
    """The rows of a table or cells of a row, those in content controls among them."""
    for child in element:
        if name_of(child) == name:
            yield child
        elif name_of(child) in _WRAPPERS:
            yield from _within(child, name)


def _is_deleted(row: etree._Element) -> bool:
    return row.find(f"{W}trPr/{W}del") is not None
