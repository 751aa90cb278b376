"""The words of one paragraph of a Word document, as they stand once all changes are accepted."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import NamedTuple

from lxml import etree

from dragoman.readers.docx_names import W, is_on, name_of, value
from dragoman.readers.docx_styles import Styles

# What is taken out by tracked changes, what is a field's code, and what only describes.
_PASSED_OVER = frozenset(
    {"del", "moveFrom", "instrText", "delText", "delInstrText", "rPr", "pPr", "sdtPr", "rt", "fldData"}
)
_SIGNS = {"tab": "\t", "ptab": "\t", "cr": "\n", "noBreakHyphen": "-", "t": "", "br": "\n"}
_NOTES = {"footnoteReference": "footnote", "endnoteReference": "endnote"}


class Piece(NamedTuple):
    """A stretch of text, and the element that shows it: a `w:t`, or a sign such as a tabulator.

    `element` is None for a number that Word counts. `note` is the reference in the body to the note in which
    the piece stands, None outside of notes.
    """

    text: str
    element: etree._Element | None
    note: etree._Element | None = None


class NoteReference(NamedTuple):
    """What refers to a note: its kind ("footnote", "endnote"), its number, and the element in the body."""

    kind: str
    name: str
    element: etree._Element


@dataclass(slots=True)
class Words:
    """A paragraph's text in pieces, and what hangs on it: boxes of further paragraphs, and notes."""

    pieces: list[Piece] = field(default_factory=list)
    boxes: list[etree._Element] = field(default_factory=list)
    notes: list[NoteReference] = field(default_factory=list)

    @property
    def text(self) -> str:
        """The pieces as one."""
        return "".join([piece.text for piece in self.pieces])

    def of_note(self, reference: etree._Element) -> Words:
        """The same words as those of a note, to which an element of the body refers."""
        return replace(
            self,
            pieces=[piece._replace(note=reference) for piece in self.pieces],
            notes=[note._replace(element=reference) for note in self.notes],
        )


def words_of(paragraph: etree._Element, styles: Styles) -> Words:
    """Read a `w:p`."""
    found = Words()
    _gather(paragraph, styles, found)
    return found


def chosen(alternatives: etree._Element) -> etree._Element | None:
    """The one of several ways to show the same thing that is read: the first."""
    return next((child for child in alternatives if name_of(child) in {"Choice", "Fallback"}), None)


def mark_is_deleted(paragraph: etree._Element) -> bool:
    """Whether a tracked change joins the paragraph to the next one."""
    return paragraph.find(f"{W}pPr/{W}rPr/{W}del") is not None


def _gather(element: etree._Element, styles: Styles, found: Words) -> None:
    """Go down into an element, in order; XML of strangers is at most 256 deep."""
    for child in element:
        name = name_of(child)
        if not name or name in _PASSED_OVER:
            continue
        if name == "t":
            found.pieces.append(Piece(child.text or "", child))
        elif name == "br":
            # A new page or column divides no sentence.
            sign = "\n" if value(child, "type") in {"", "textWrapping"} else " "
            found.pieces.append(Piece(sign, child))
        elif name in _SIGNS:
            found.pieces.append(Piece(_SIGNS[name], child))
        elif name in _NOTES:
            found.notes.append(NoteReference(_NOTES[name], value(child, "id"), child))
        elif name == "txbxContent":
            found.boxes.append(child)
        elif name == "AlternateContent":
            one = chosen(child)
            if one is not None:
                _gather(one, styles, found)
        elif name != "r" or not _is_hidden(child, styles):
            _gather(child, styles, found)


def _is_hidden(run: etree._Element, styles: Styles) -> bool:
    properties = run.find(f"{W}rPr")
    if properties is None:
        return False
    if properties.find(f"{W}vanish") is None and properties.find(f"{W}rStyle") is None:
        return False
    return is_on(properties.find(f"{W}specVanish")) or styles.hidden(run)
