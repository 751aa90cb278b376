"""The forms of file that are read, and how the bytes of a file tell its form."""

from __future__ import annotations

import codecs
import re
from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from pathlib import PurePath

from dragoman.errors import BinaryInput, InputError, Protected
from dragoman.readers.archive import Archive
from dragoman.readers.reading import Reading


@dataclass(frozen=True, slots=True)
class Form:
    """One form: its names, and the module whose `read(data, where)` reads it, loaded when first needed."""

    name: str
    title: str
    suffixes: tuple[str, ...]
    media_type: str
    home: str

    def reader(self) -> Callable[[bytes, str], tuple[Reading, ...]]:
        """What reads it."""
        found: Callable[[bytes, str], tuple[Reading, ...]] = import_module(self.home).read
        return found


FORMS: tuple[Form, ...] = (
    Form(
        "docx",
        "DOCX",
        (".docx", ".docm", ".dotx"),
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "dragoman.readers.docx",
    ),
    Form("pdf", "PDF", (".pdf",), "application/pdf", "dragoman.readers.pdf"),
    Form("html", "HTML", (".html", ".htm", ".xhtml"), "text/html", "dragoman.readers.html"),
    Form("markdown", "Markdown", (".md", ".markdown"), "text/markdown", "dragoman.readers.markdown"),
    Form("tmx", "TMX", (".tmx",), "application/x-tmx+xml", "dragoman.readers.tmx"),
    Form("text", "plain text", (".txt", ".text"), "text/plain", "dragoman.readers.plain"),
)

_BY_NAME = {form.name: form for form in FORMS}
_HEAD = 4_096
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED_PACKAGE = "EncryptedPackage".encode("utf-16-le")
_ROOT = re.compile(r"<(?![?!])(?:[\w.-]+:)?(?P<name>[\w.-]+)")
_PROLOG = re.compile(r"\s*(?:<\?.*?\?>\s*|<!--.*?-->\s*)*", re.S)
_PAGE = re.compile(r"<!doctype\s+html|<html[\s>]|<head[\s>]|<body[\s>]", re.I)
# What other files begin with; text in them is not read.
_OTHERS = (
    (b"{\\rtf", "RTF"),
    (b"\x89PNG", "PNG"),
    (b"\xff\xd8\xff", "JPEG"),
    (b"GIF8", "GIF"),
    (b"II*\x00", "TIFF"),
    (b"MM\x00*", "TIFF"),
    (b"AT&TFORM", "DjVu"),
    (b"\x1f\x8b", "GZIP"),
    (b"7z\xbc\xaf\x27\x1c", "7-Zip"),
    (b"Rar!\x1a\x07", "RAR"),
)
_PICTURES = frozenset({"PNG", "JPEG", "GIF", "TIFF", "DjVu"})
_PACKED = frozenset({"GZIP", "7-Zip", "RAR", "ZIP"})
# What tells the kind of an archive: a part of it, or how the names of its parts begin.
_ARCHIVES = (
    ("ppt/", "PPTX"),
    ("xl/", "XLSX"),
    ("META-INF/container.xml", "EPUB"),
    ("content.xml", "ODT"),
)


def form_of(data: bytes, name: str, where: str) -> Form:
    """The form of a file: told from its bytes, and where these may be several, from its name's suffix.

    Raises:
        BinaryInput: a form that is not read. Protected: a Word document under a password.
        InputError: XML of a kind that is not read, or a damaged archive.
    """
    if b"%PDF-" in data[:1024]:
        return _BY_NAME["pdf"]
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _of_archive(data, where)
    if data.startswith(_OLE):
        raise _ole(data, where)
    for signature, kind in _OTHERS:
        if data.startswith(signature):
            raise _unread(kind, where)
    return _of_text(data, name, where)


def _of_archive(data: bytes, where: str) -> Form:
    names = Archive(data, where).names()
    if "word/document.xml" in names or any(part.startswith("word/document") for part in names):
        return _BY_NAME["docx"]
    kind = next((kind for mark, kind in _ARCHIVES if any(part.startswith(mark) for part in names)), "ZIP")
    if kind == "ZIP" and "_rels/.rels" in names:
        return _BY_NAME["docx"]
    raise _unread(kind, where)


def _ole(data: bytes, where: str) -> InputError:
    """Microsoft's container of old: a document of Word 97, or a DOCX under a password."""
    if _ENCRYPTED_PACKAGE in data:
        return Protected(
            "It is protected with a password.", where=where, remedy="Save it in Word without one first."
        )
    return _unread("DOC", where)


def _of_text(data: bytes, name: str, where: str) -> Form:
    suffix = PurePath(name).suffix.lower()
    head = _head(data)
    start = _PROLOG.match(head)
    rest = head[start.end() :] if start else head
    if _PAGE.match(rest):
        return _BY_NAME["html"]
    root = _ROOT.search(rest)
    if root and rest.startswith("<") and (suffix in {".xml", ".tmx"} or head.lstrip().startswith("<?xml")):
        return _of_xml(root["name"], where)
    for form in FORMS:
        if suffix in form.suffixes and form.name in {"html", "markdown", "tmx"}:
            return form
    return _BY_NAME["text"]


def _of_xml(root: str, where: str) -> Form:
    if root.lower() in {"tmx", "html"}:
        return _BY_NAME[root.lower()]
    raise InputError(
        "This is XML of the kind <{root}>; of XML, TMX and XHTML are read.",
        where=where,
        remedy="Save it as DOCX, HTML or plain text, or as TMX if it is a translation memory.",
        root=root[:40],
    )


def _head(data: bytes) -> str:
    """The first characters, good enough to tell mark-up."""
    head = data[:_HEAD]
    if head.startswith(codecs.BOM_UTF16_LE) or head[1:2] == b"\x00":
        return head.decode("utf-16-le", "replace").lstrip("\ufeff")
    if head.startswith(codecs.BOM_UTF16_BE) or head[:1] == b"\x00":
        return head.decode("utf-16-be", "replace").lstrip("\ufeff")
    return head.removeprefix(codecs.BOM_UTF8).decode("latin-1")


def _unread(kind: str, where: str) -> BinaryInput:
    """What is said of a form that is not read."""
    remedy = "Save it as DOCX or as plain text."
    if kind in _PICTURES:
        remedy = (
            "Recognise its characters first, for instance with ocrmypdf -l rus+chi_sim, and give the PDF."
        )
    elif kind in _PACKED:
        remedy = "Unpack it and give the document in it."
    return BinaryInput(
        "This file is of the kind {kind}, which is not read.", where=where, remedy=remedy, kind=kind
    )
