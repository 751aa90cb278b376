"""Names in the XML of Word documents."""

from __future__ import annotations

from lxml import etree

_TRANSITIONAL = b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_STRICT = b"http://purl.oclc.org/ooxml/wordprocessingml/main"

W = f"{{{_TRANSITIONAL.decode()}}}"
"""The namespace of word processing, as a prefix of tags."""


def transitional(data: bytes) -> bytes:
    """A part in which names of the standard's strict form stand as those that everybody writes."""
    return data.replace(_STRICT, _TRANSITIONAL)


def is_strict(data: bytes) -> bool:
    """Whether a part is written with the names of the standard's strict form."""
    return _STRICT in data


def strict(data: bytes) -> bytes:
    """What undoes `transitional`."""
    return data.replace(_TRANSITIONAL, _STRICT)


def value(element: etree._Element | None, name: str = "val") -> str:
    """An attribute of an element, "" where either is missing."""
    return "" if element is None else element.get(f"{W}{name}", "")


def is_on(element: etree._Element | None) -> bool:
    """Whether a switch such as `w:vanish` is there and not turned off."""
    return element is not None and value(element) not in {"0", "false", "off"}


def name_of(element: etree._Element) -> str:
    """The name of an element without its namespace."""
    return str(element.tag).rpartition("}")[2]
