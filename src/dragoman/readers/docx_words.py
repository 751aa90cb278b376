"""The words of one paragraph of a Word document, as they stand once all changes are accepted."""

from __future__ import annotations

from dataclasses import dataclass, field

from lxml import etree

from dragoman.readers.docx_names import W, is_on, name_of, value
from dragoman.readers.docx_styles import Styles

# What is taken out by tracked changes, what is a field's code, and what only describes.
_PASSED_OVER = frozenset(
    {"del", "moveFrom", "instrText", "delText", "delInstrText", "rPr", "pPr", "sdtPr", "rt", "fldData"}
)
_SIGNS = {"tab": "\t", "ptab": "\t", "cr": "\n", "noBreakHyphen": "-", "t": "", "br": "\n"}
_NOTES = {"footnoteReference": "footnote", "endnoteReference": "endnote"}


@dataclass(slots=True)
class Words:
    """A paragraph's text, and what hangs on it: boxes of further paragraphs, and notes by kind and number."""

    text: str = ""
    boxes: list[etree._Element] = field(default_factory=list)
    notes: list[tuple[str, str]] = field(default_factory=list)


def words_of(paragraph: etree._Element, styles: Styles) -> Words:
    """Read a `w:p`."""
    found = Words()
    pieces: list[str] = []
    _gather(paragraph, styles, found, pieces)
    found.text = "".join(pieces)
    return found


def chosen(alternatives: etree._Element) -> etree._Element | None:
    """The one of several ways to show the same thing that is read: the first."""
    return next((child for child in alternatives if name_of(child) in {"Choice", "Fallback"}), None)


def mark_is_deleted(paragraph: etree._Element) -> bool:
    """Whether a tracked change joins the paragraph to the next one."""
    return paragraph.find(f"{W}pPr/{W}rPr/{W}del") is not None


def _gather(element: etree._Element, styles: Styles, found: Words, pieces: list[str]) -> None:
    """Go down into an element, in order; XML of strangers is at most 256 deep."""
    for child in element:
        name = name_of(child)
        if not name or name in _PASSED_OVER:
            continue
        if name == "t":
            pieces.append(child.text or "")
        elif name == "br":
            # A new page or column divides no sentence.
            pieces.append("\n" if value(child, "type") in {"", "textWrapping"} else " ")
        elif name in _SIGNS:
            pieces.append(_SIGNS[name])
        elif name in _NOTES:
            found.notes.append((_NOTES[name], value(child, "id")))
        elif name == "txbxContent":
            found.boxes.append(child)
        elif name == "AlternateContent":
            one = chosen(child)
            if one is not None:
                _gather(one, styles, found, pieces)
        elif name != "r" or not _is_hidden(child, styles):
            _gather(child, styles, found, pieces)


def _is_hidden(run: etree._Element, styles: Styles) -> bool:
    properties = run.find(f"{W}rPr")
    if properties is None:
        return False
    if properties.find(f"{W}vanish") is None and properties.find(f"{W}rStyle") is None:
        return False
    return is_on(properties.find(f"{W}specVanish")) or styles.hidden(run)
