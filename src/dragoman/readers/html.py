"""Web pages and documents saved as HTML: the text that they show, without the site around it.

Nothing in a page is run or fetched: it is read as a tree of elements.
"""

from __future__ import annotations

import codecs
import re

from dragoman.errors import EmptyInput
from dragoman.readers.html_blocks import blocks_of, parsed
from dragoman.readers.html_body import Body
from dragoman.readers.manuscript import Manuscript
from dragoman.readers.plain import PlainText, decode
from dragoman.readers.reading import Reading

METHOD = "html.v1"

# Where a page says in which encoding it is: <meta charset>, <meta http-equiv>, <?xml encoding?>.
_DECLARED = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([\w:.-]{2,40})""", re.I)
_HEAD = 4_096
# As browsers take them (WHATWG Encoding Standard, 4.2).
_WIDER = {
    "gb2312": "gb18030", "gbk": "gb18030", "hz": "gb18030", "iso8859-1": "cp1252", "ascii": "cp1252",
    "utf-16": "utf-8", "utf-16-le": "utf-8", "utf-16-be": "utf-8",
}  # fmt: skip


def read(data: bytes, where: str) -> tuple[Reading, ...]:
    """Read a page.

    Raises:
        EmptyInput, BinaryInput, EncodingError
    """
    source = decode_page(data, where)
    root = parsed(source.text.replace("\x00", ""))
    if root is None:
        raise EmptyInput(
            "There is no text in it.", where=where, remedy="Check that the right file was given."
        )
    title, language = root.findtext(".//head/title") or "", root.get("lang", "")
    body = Body(root)
    manuscript = Manuscript()
    for block in blocks_of(root, body.left_out):
        manuscript.add(block.text, block.kind, block.level, row=block.row, column=block.column)
    return (
        manuscript.reading(
            "html",
            METHOD,
            where,
            encoding=source.encoding,
            title=title,
            language=language.strip(),
            notes=(body.note,) if body.note else (),
        ),
    )


def decode_page(data: bytes, where: str) -> PlainText:
    """The characters of a page: by its mark, as UTF-8 if it is, as it declares, or as plain text is read.

    Raises:
        EmptyInput, BinaryInput, EncodingError
    """
    marked = data.startswith((codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    declared = _DECLARED.search(data[:_HEAD])
    if marked or declared is None or _is_utf8(data):
        return decode(data, where)
    try:
        name = codecs.lookup(declared[1].decode("ascii")).name
        name = _WIDER.get(name, name)
        return PlainText(data.decode(name), name)
    except (LookupError, UnicodeDecodeError, ValueError, AssertionError):
        return decode(data, where)


def _is_utf8(data: bytes) -> bool:
    """Whether it is UTF-8, which no text in another encoding is by chance."""
    try:
        return not data.isascii() and bool(data.decode("utf-8"))
    except UnicodeDecodeError:
        return False
