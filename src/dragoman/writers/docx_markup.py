"""Comments of Word as XML: their borders and marks in the text, and what they say."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from lxml import etree

from dragoman.errors import TooLarge
from dragoman.readers.docx_names import W
from dragoman.writers.characters import possible

MOST_COMMENTS = 32_767
"""Word opens no file with more ([MS-OI29500], 2.1.315, commentRangeStart, a)."""

_BREAKS = re.compile("(\t|\r\n|[\n\r\x85\u2028\u2029])")
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


@dataclass(frozen=True, slots=True)
class CommentStyles:
    """The styles of comments that a document has, by their identifiers; "" where it has none."""

    text: str = ""
    reference: str = ""


def refuse_more(count: int, where: str = "") -> None:
    """Raise TooLarge where there would be more comments than Word takes."""
    if count > MOST_COMMENTS:
        raise TooLarge(
            "It would have {count} comments; Word opens files with up to {limit}.",
            where=where,
            remedy="Leave out those that are the least probable.",
            count=count,
            limit=MOST_COMMENTS,
        )


def serialised(root: etree._Element) -> bytes:
    """A part as it stands in the archive."""
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True, standalone=True)


def made(name: str, *children: etree._Element, **attributes: str) -> etree._Element:
    """An element of word processing."""
    element = etree.Element(
        f"{W}{name}",
        {f"{W}{key}": possible(value) for key, value in attributes.items()},
        {"w": W[1:-1]},
    )
    element.extend(children)
    return element


def words(text: str) -> list[etree._Element]:
    """What a run holds to show a text: its lines and tabulators are kept."""
    found = []
    for piece in filter(None, _BREAKS.split(text)):
        if _BREAKS.fullmatch(piece):
            found.append(made("tab" if piece == "\t" else "br"))
        else:
            found.append(made("t"))
            found[-1].text = possible(piece)
            if piece != piece.strip():
                found[-1].set(_SPACE, "preserve")
    return found


def begin(number: int) -> etree._Element:
    """Where the words of a comment begin."""
    return made("commentRangeStart", id=str(number))


def end(number: int) -> etree._Element:
    """Where the words of a comment end."""
    return made("commentRangeEnd", id=str(number))


def mark(number: int, styles: CommentStyles) -> etree._Element:
    """The run that refers to a comment; it stands after its words."""
    return made("r", *_styled(styles.reference), made("commentReference", id=str(number)))


def comment(
    number: int, paragraphs: Sequence[str], author: str, initials: str, date: str, styles: CommentStyles
) -> etree._Element:
    """A comment as it stands in its part."""
    made_so = [_paragraph(text, styles, first=place == 0) for place, text in enumerate(paragraphs or ("",))]
    return made("comment", *made_so, id=str(number), author=author, date=date, initials=initials)


def _paragraph(text: str, styles: CommentStyles, *, first: bool) -> etree._Element:
    paragraph = made("p")
    if styles.text:
        paragraph.append(made("pPr", made("pStyle", val=styles.text)))
    if first:
        # Where Word shows the mark of the comment within it.
        paragraph.append(made("r", *_styled(styles.reference), made("annotationRef")))
    paragraph.append(made("r", *words(text)))
    return paragraph


def _styled(style: str) -> list[etree._Element]:
    return [made("rPr", made("rStyle", val=style))] if style else []
