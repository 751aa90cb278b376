"""The part of a Word document that holds its comments: found or made, and named where Word looks for it."""

from __future__ import annotations

from itertools import count
from posixpath import relpath

from lxml import etree

from dragoman.readers.docx_names import W
from dragoman.readers.docx_package import Package
from dragoman.readers.xml import parse_xml
from dragoman.writers.docx_markup import made, serialised

CONTENT_TYPES = "[Content_Types].xml"
COMMENTS_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"

_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_TRANSITIONAL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments"
_STRICT = "http://purl.oclc.org/ooxml/officeDocument/relationships/comments"


class CommentsPart:
    """The comments of a document; `root` may be added to, `changed` are the parts to be written then."""

    def __init__(self, package: Package, *, strict: bool) -> None:
        self._package = package
        self._strict = strict
        found = package.target("comments")
        self.name = found or _free(package)
        self._referred = bool(found)
        root = package.part(self.name) if found else None
        self.root = made("comments") if root is None else root

    def changed(self) -> dict[str, bytes]:
        """The comments, in names of the transitional form, and what tells of them where it did not."""
        parts = {self.name: serialised(self.root)}
        types = self._listed()
        if types is not None:
            parts[CONTENT_TYPES] = types
        if not self._referred:
            parts[self._package.relations] = self._related()
        return parts

    def _listed(self) -> bytes | None:
        """The types of the parts with that of the comments, None where they have it."""
        root = self._root(CONTENT_TYPES, "Types", _TYPES)
        override = f"{{{_TYPES}}}Override"
        name = f"/{self.name}"
        if any(each.get("PartName", "").lower() == name.lower() for each in root.iterchildren(override)):
            return None
        etree.SubElement(root, override, PartName=name, ContentType=COMMENTS_TYPE)
        return serialised(root)

    def _related(self) -> bytes:
        """The relations of the document with that to its comments."""
        root = self._root(self._package.relations, "Relationships", _RELATIONS)
        taken = {each.get("Id") for each in root}
        name = next(name for number in count(1) if (name := f"rId{number}") not in taken)
        etree.SubElement(
            root,
            f"{{{_RELATIONS}}}Relationship",
            Id=name,
            Type=_STRICT if self._strict else _TRANSITIONAL,
            Target=relpath(self.name, self._package.folder or "."),
        )
        return serialised(root)

    def _root(self, part: str, name: str, namespace: str) -> etree._Element:
        data = self._package.archive.read(part)
        if data:
            return parse_xml(data, self._package.where)
        return parse_xml(f'<{name} xmlns="{namespace}"/>'.encode(), self._package.where)


def _free(package: Package) -> str:
    """A name that no part has."""
    folder = f"{package.folder}/" if package.folder else ""
    taken = {name.lower() for name in package.archive.names()}
    numbers = ("", *map(str, range(2, len(taken) + 3)))
    names = (f"{folder}comments{number}.xml" for number in numbers)
    return next(name for name in names if name.lower() not in taken)


def numbers_of(*roots: etree._Element) -> list[int]:
    """The numbers of the comments that parts hold or refer to."""
    names = ("comment", "commentRangeStart", "commentRangeEnd", "commentReference")
    found = [
        each.get(f"{W}id", "") for root in roots for each in root.iter(*(f"{W}{name}" for name in names))
    ]
    return [int(number) for number in found if number.isdecimal() and len(number) < 10]
