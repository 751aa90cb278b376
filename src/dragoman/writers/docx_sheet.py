"""An empty Word document: a sheet of A4 on its side, its styles, fonts, page numbers and properties."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from functools import cache
from html import escape
from importlib.resources import files

from lxml import etree

from dragoman.readers.docx_names import W
from dragoman.readers.xml import parse_xml
from dragoman.writers.characters import possible
from dragoman.writers.docx_markup import CommentStyles, made, serialised
from dragoman.writers.moments import written

WIDTH = 15_138
"""How wide a table may be, in twentieths of a point: 297 mm without margins of 15 mm."""

STYLES = CommentStyles(text="CommentText", reference="CommentReference")
"""The styles of comments in `sheet/styles.xml`."""

# Parts, and the files of the folder `sheet` that hold them.
_PARTS = {
    "[Content_Types].xml": "content-types.xml",
    "_rels/.rels": "relations.xml",
    "word/document.xml": "document.xml",
    "word/_rels/document.xml.rels": "document-relations.xml",
    "word/styles.xml": "styles.xml",
    "word/settings.xml": "settings.xml",
    "word/fontTable.xml": "fontTable.xml",
    "word/footer.xml": "footer.xml",
}

_PROPERTIES = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" \
xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" \
xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
  <dc:title>{title}</dc:title>
  <dc:creator>{author}</dc:creator>
  <dcterms:created xsi:type="dcterms:W3CDTF">{when}</dcterms:created>
  <dcterms:modified xsi:type="dcterms:W3CDTF">{when}</dcterms:modified>
</cp:coreProperties>
"""


def parts(
    blocks: Sequence[etree._Element],
    comments: Sequence[etree._Element],
    *,
    title: str,
    author: str,
    when: datetime,
) -> dict[str, bytes]:
    """The parts of a document by name; `blocks` are its paragraphs and tables."""
    found = dict(_sheet())
    root = parse_xml(found["word/document.xml"], "")
    section = next(root.iter(f"{W}sectPr"))
    for block in blocks:
        section.addprevious(block)
    found["word/document.xml"] = serialised(root)
    found["word/comments.xml"] = serialised(made("comments", *comments))
    found["docProps/core.xml"] = _PROPERTIES.format(
        title=escape(possible(title)), author=escape(possible(author)), when=written(when)
    ).encode()
    return found


@cache
def _sheet() -> dict[str, bytes]:
    folder = files("dragoman.writers").joinpath("sheet")
    return {part: folder.joinpath(name).read_bytes() for part, name in _PARTS.items()}
