"""Runs of a Word document are parted, and borders of comments put between them."""

from __future__ import annotations

from copy import deepcopy
from typing import NamedTuple

from lxml import etree

from dragoman.readers.docx_names import W, name_of, value
from dragoman.writers.docx_markup import made
from dragoman.writers.docx_places import OPEN, Spot

_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


class Gap(NamedTuple):
    """A place between the children of an element."""

    parent: etree._Element
    place: int


def gap(spot: Spot) -> Gap:
    """The place beside runs that a spot is, once the run in which it lies is parted.

    At the edge of a hyperlink, an insertion and the like it is outside of it. Spots after this one no longer
    hold: go through them from the last to the first.
    """
    element, offset = spot
    parent = _parent(element)
    if parent.tag != f"{W}r":
        return _outside(parent, parent.index(element) + offset)
    if element.tag == f"{W}t":
        text = element.text or ""
        if 0 < offset < len(text):
            _part_text(element, text[:offset], text[offset:])
        offset = 1 if offset else 0
    return _outside(*_part_run(parent, parent.index(element) + offset))


def landing(border: etree._Element) -> etree._Element:
    """After which child of the paragraph the mark of a comment goes that ends at a border in it.

    That is outside of hyperlinks, insertions and fields, so that the comment stays where these are taken back
    or reckoned anew.
    """
    top = border
    while name_of(_parent(top)) != "p":
        top = _parent(top)
    depth, found = 0, top
    for sibling in top.itersiblings():
        for sign in sibling.iter(f"{W}fldChar"):
            kind = value(sign, "fldCharType")
            if kind == "begin":
                depth += 1
            elif kind == "end" and depth:
                depth -= 1
            elif kind == "end":
                found = sibling
    return found


def _part_text(element: etree._Element, head: str, tail: str) -> None:
    """Make two elements of a `w:t`."""
    rest = deepcopy(element)
    rest.tail = None
    element.addnext(rest)
    for each, text in ((element, head), (rest, tail)):
        each.text = text
        if text != text.strip():
            each.set(_SPACE, "preserve")


def _part_run(run: etree._Element, index: int) -> Gap:
    """Make two runs of one, with the same properties, unless it is at an edge; and say what is between."""
    parent, here = _parent(run), _parent(run).index(run)
    if all(name_of(child) == "rPr" for child in list(run)[:index]):
        return Gap(parent, here)
    if index < len(run):
        rest = made("r")
        rest.attrib.update(run.attrib)
        properties = run.find(f"{W}rPr")
        rest.extend([] if properties is None else [deepcopy(properties)])
        rest.extend(list(run)[index:])
        parent.insert(here + 1, rest)
    return Gap(parent, here + 1)


def _outside(parent: etree._Element, index: int) -> Gap:
    while parent.tag in OPEN:
        if all(name_of(child).endswith("Pr") for child in list(parent)[:index]):
            outer = 0
        elif index == len(parent):
            outer = 1
        else:
            break
        inner, parent = parent, _parent(parent)
        index = parent.index(inner) + outer
    return Gap(parent, index)


def _parent(element: etree._Element) -> etree._Element:
    return next(element.iterancestors())
