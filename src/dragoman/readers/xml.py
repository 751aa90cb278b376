"""XML from strangers: nothing is fetched, no entity is expanded, and what tries either is refused."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from typing import Any

from lxml import etree

from dragoman.errors import InputError, Unsafe


def parse_xml(data: bytes, where: str, *, doctype: bool = False) -> etree._Element:
    """The root of a document; without `doctype`, one with a document type is refused.

    Raises:
        Unsafe: it declares entities, or a document type where none belongs.
        InputError: it is not well-formed.
    """
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise malformed(error, where) from error
    except ValueError as error:
        # An encoding that is declared and unknown.
        raise damaged(str(error), where) from error
    if _information(root).doctype and not doctype:
        raise unsafe(where)
    refuse_entities(root, where)
    return root


def elements(data: bytes, name: str, where: str) -> Iterator[etree._Element]:
    """The elements of a name, whatever their namespace, one by one; each is gone when the next comes.

    Raises:
        Unsafe: the document declares entities.
        InputError: it is not well-formed.
    """
    context = etree.iterparse(
        BytesIO(data),
        events=("end",),
        tag=f"{{*}}{name}",
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        remove_comments=True,
        remove_pis=True,
    )
    checked = False
    try:
        for _event, element in context:
            if not checked:
                refuse_entities(element, where)
                checked = True
            yield element
            element.clear(keep_tail=False)
            while element.getprevious() is not None:
                parent = element.getparent()
                if parent is None:
                    break
                del parent[0]
    except etree.XMLSyntaxError as error:
        raise malformed(error, where) from error
    if not checked and context.root is not None:
        refuse_entities(context.root, where)


def refuse_entities(element: etree._Element, where: str) -> None:
    """Raise Unsafe where the document of an element declares entities of its own."""
    internal = _information(element).internalDTD
    if internal is not None and any(True for _ in internal.iterentities()):
        raise unsafe(where)


def _information(element: etree._Element) -> Any:
    """What the parser knows of an element's document; the library's types leave most of it out."""
    return element.getroottree().docinfo


def unsafe(where: str) -> Unsafe:
    """What is said of entities."""
    return Unsafe(
        "It declares entities of its own, which can fetch other files or grow without end; none was opened.",
        where=where,
        remedy="Save it anew with the program it comes from, without a document type.",
    )


def malformed(error: etree.XMLSyntaxError, where: str) -> InputError:
    """What is said of a document that is not well-formed; libxml2 stops entities that grow by itself."""
    message = error.msg or "it ends before it begins"
    return unsafe(where) if "entit" in message.lower() else damaged(message, where)


def damaged(reason: str, where: str) -> InputError:
    """What is said of XML that cannot be read."""
    return InputError(
        "Its XML is damaged: {reason}.",
        where=where,
        remedy="Save it anew with the program it comes from.",
        reason=reason,
    )
