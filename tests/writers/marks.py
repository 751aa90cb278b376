"""What a Word document says of its comments, read without Dragoman, and whether they stand where they may."""

from __future__ import annotations

from io import BytesIO
from typing import NamedTuple
from zipfile import ZipFile

from docx.oxml.ns import qn
from lxml import etree

# What may hold the borders of a comment (ECMA-376-1:2016, A.1), of what documents here are made of.
_HOLDERS = {
    qn(f"w:{name}")
    for name in ("p", "ins", "moveTo", "hyperlink", "fldSimple", "smartTag", "sdtContent", "body", "tc")
}
_UNSEEN = {qn(f"w:{name}") for name in ("del", "moveFrom", "txbxContent", "instrText", "pPr")}
_SIGNS = {qn("w:tab"): "\t", qn("w:br"): "\n", qn("w:noBreakHyphen"): "-"}


class Seen(NamedTuple):
    """A comment: the words that it is about, and its own, by paragraph."""

    words: str
    paragraphs: list[str]
    author: str


def parts(data: bytes) -> dict[str, bytes]:
    """The parts of an archive, in their order."""
    with ZipFile(BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def seen(data: bytes) -> dict[str, Seen]:
    """The comments of a document by number; that they are well-formed is checked."""
    held = parts(data)
    body = _transitional(held["word/document.xml"])
    check(body)
    found = {}
    for comment in _transitional(held["word/comments.xml"]):
        number = comment.get(qn("w:id"), "")
        assert number not in found
        paragraphs = [
            "".join(_SIGNS.get(str(piece.tag), piece.text or "") for piece in paragraph.iter())
            for paragraph in comment.iter(qn("w:p"))
        ]
        found[number] = Seen(_between(body, number), paragraphs, comment.get(qn("w:author"), ""))
    referred = [mark.get(qn("w:id")) for mark in body.iter(qn("w:commentReference"))]
    assert sorted(found) == sorted(map(str, referred))
    return found


def check(body: etree._Element) -> None:
    """Borders stand where the schema lets them, once each; properties come first in what they are of."""
    for name in ("commentRangeStart", "commentRangeEnd"):
        borders = list(body.iter(qn(f"w:{name}")))
        assert all(_parent(border).tag in _HOLDERS for border in borders)
        assert len({border.get(qn("w:id")) for border in borders}) == len(borders)
    for mark in body.iter(qn("w:commentReference")):
        run = _parent(mark)
        assert run.tag == qn("w:r")
        assert _parent(run).tag == qn("w:p")
        assert not any(holder.tag == qn("w:txbxContent") for holder in run.iterancestors())
    for name, of in (("rPr", "r"), ("pPr", "p")):
        for properties in body.iter(qn(f"w:{name}")):
            if _parent(properties).tag == qn(f"w:{of}"):
                assert properties.getprevious() is None
    for text in body.iter(qn("w:t")):
        words = text.text or ""
        preserved = text.get("{http://www.w3.org/XML/1998/namespace}space") == "preserve"
        assert preserved or words == words.strip()


def _between(body: etree._Element, number: str) -> str:
    """The words between the borders of a comment, in the order of the document."""
    pieces: list[str] = []
    within = ended = marked = False
    for element in body.iter():
        name = str(element.tag)
        if element.get(qn("w:id")) == number:
            if name == qn("w:commentRangeStart"):
                assert not within
                assert not ended
                within = True
            elif name == qn("w:commentRangeEnd"):
                assert within
                within, ended = False, True
            elif name == qn("w:commentReference"):
                assert ended
                assert not marked
                marked = True
        if within and not any(holder.tag in _UNSEEN for holder in element.iterancestors()):
            if name == qn("w:t"):
                pieces.append(element.text or "")
            elif name == qn("w:p"):
                pieces.append("\n")
            else:
                pieces.append(_SIGNS.get(name, ""))
    assert marked
    return "".join(pieces)


def _parent(element: etree._Element) -> etree._Element:
    return next(element.iterancestors())


def _transitional(data: bytes) -> etree._Element:
    """The root of a part, strict or not: so an own reader of both would do it."""
    return etree.fromstring(
        data.replace(
            b"http://purl.oclc.org/ooxml/wordprocessingml/main",
            b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        )
    )
