"""The parts of a Word document, by what they are to it."""

from __future__ import annotations

from posixpath import join, normpath

from lxml import etree

from dragoman.errors import BinaryInput
from dragoman.readers.archive import Archive
from dragoman.readers.docx_names import W, name_of, transitional
from dragoman.readers.xml import parse_xml

_MAIN = "word/document.xml"


class Package:
    """An archive whose parts refer to each other: names of parts, and their trees."""

    def __init__(self, archive: Archive, where: str) -> None:
        """Find the main part and what it refers to; `where` names the file in messages.

        Raises:
            InputError: what tells the parts is damaged.
        """
        self.archive = archive
        self.where = where
        self.main = self._targets("_rels/.rels", "").get("officeDocument", _MAIN)
        self.folder, _, name = self.main.rpartition("/")
        self.relations = f"{self.folder}/_rels/{name}.rels".lstrip("/")
        self._related = self._targets(self.relations, self.folder)

    def body(self) -> etree._Element:
        """The body of the document.

        Raises:
            BinaryInput: there is none.
        """
        root = self.part(self.main)
        body = None if root is None else root.find(f"{W}body")
        if body is None:
            raise BinaryInput(
                "This file is of the kind {kind}, which is not read.",
                where=self.where,
                remedy="Save it as DOCX or as plain text.",
                kind="ZIP",
            )
        return body

    def target(self, kind: str) -> str:
        """The name of the part that the document refers to as its "styles", "comments" …; "" for none."""
        return self._related.get(kind, "")

    def related(self, kind: str) -> etree._Element | None:
        """The root of the part that the document refers to as its "styles", "numbering", "footnotes" …"""
        target = self.target(kind)
        return self.part(target) if target else None

    def part(self, name: str) -> etree._Element | None:
        """The root of a part, parsed anew; None where there is none."""
        data = self.archive.read(name)
        return parse_xml(transitional(data), self.where) if data else None

    def _targets(self, name: str, folder: str) -> dict[str, str]:
        """Parts by the last word of their relation's type; what lies outside of the file is none of them."""
        root = self.part(name)
        found: dict[str, str] = {}
        for relation in () if root is None else root:
            if not name_of(relation) or relation.get("TargetMode") == "External":
                continue
            kind, target = relation.get("Type", "").rpartition("/")[2], relation.get("Target", "")
            path = target.lstrip("/") if target.startswith("/") else normpath(join(folder, target))
            found.setdefault(kind, path)
        return found
