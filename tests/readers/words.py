"""Word documents made by code, and what tests ask of readings."""

from __future__ import annotations

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

from docx import Document
from docx.document import Document as WordDocument
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.text.paragraph import Paragraph

from dragoman.readers import Reading, read

NAMES = nsdecls("w")


def saved(document: WordDocument) -> bytes:
    """The bytes of a document."""
    held = BytesIO()
    document.save(held)
    return held.getvalue()


def one(data: bytes, name: str = "") -> Reading:
    """The only reading of a file; what holds for every reading is checked."""
    (reading,) = read(data, name=name)
    check(reading)
    return reading


def check(reading: Reading) -> None:
    """Parts are in order, apart from each other, and hold all but white space."""
    end = 0
    for part in reading.parts:
        assert end <= part.start < part.end <= len(reading.text)
        assert not reading.text[end : part.start].strip()
        assert reading.text[part.start : part.end].strip() == reading.text[part.start : part.end]
        end = part.end
    assert not reading.parts or end == len(reading.text)


def texts(reading: Reading, kind: str = "") -> list[str]:
    """The words of its parts, or of those of one kind."""
    return [reading.text[part.start : part.end] for part in reading.parts if not kind or part.kind == kind]


def numbering(document: WordDocument, name: int, *levels: tuple[str, str], start: int = 1) -> None:
    """Define a list: the format and the text of the number of each level."""
    made = "".join(
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/>'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
        for depth, (form, text) in enumerate(levels)
    )
    root = document.part.numbering_part.element
    root.insert(0, parse_xml(f'<w:abstractNum {NAMES} w:abstractNumId="{name}">{made}</w:abstractNum>'))
    number(document, name, name)


def number(document: WordDocument, name: int, abstract: int, override: str = "") -> None:
    """One more list of a definition."""
    document.part.numbering_part.element.append(
        parse_xml(f'<w:num {NAMES} w:numId="{name}"><w:abstractNumId w:val="{abstract}"/>{override}</w:num>')
    )


def numbered(paragraph: Paragraph, name: int, level: int = 0) -> None:
    """Make a paragraph an item of a list."""
    paragraph._p.get_or_add_pPr().append(
        parse_xml(f'<w:numPr {NAMES}><w:ilvl w:val="{level}"/><w:numId w:val="{name}"/></w:numPr>')
    )


def run_xml(paragraph: Paragraph, xml: str) -> None:
    """Put XML into a paragraph as it stands."""
    for child in parse_xml(f"<w:p {NAMES}>{xml}</w:p>"):
        paragraph._p.append(child)


def body_xml(xml: str) -> bytes:
    """A document with this body."""
    return packed({"word/document.xml": f"<w:document {NAMES}><w:body>{xml}</w:body></w:document>".encode()})


def packed(parts: dict[str, bytes]) -> bytes:
    """An archive of parts."""
    held = BytesIO()
    with ZipFile(held, "w", ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return held.getvalue()


def new() -> WordDocument:
    """An empty document."""
    return Document()
