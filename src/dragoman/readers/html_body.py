"""Which parts of a web page are its text, and which are the site around it.

What the page marks as navigation goes. Then trafilatura says which paragraphs it takes for the text; the
element that holds nearly all of them is the text's own, and everything inside it stays, taken or not, but
for bars of links. So nothing inside the text is lost because it is short or odd.
"""

from __future__ import annotations

import logging
import re
from collections import Counter
from collections.abc import Iterator

import trafilatura
from lxml import etree

from dragoman.marking import _
from dragoman.readers.html_blocks import BLOCKS, UNREAD, is_hidden

# What a library finds odd in a page is nothing for the screen.
logging.getLogger("trafilatura").addHandler(logging.NullHandler())

_SITE_TAGS = frozenset({"nav", "search", "dialog"})
_EDGE_TAGS = frozenset({"header", "footer", "aside"})
_SITE_ROLES = frozenset(
    {
        "navigation",
        "banner",
        "contentinfo",
        "complementary",
        "search",
        "menu",
        "menubar",
        "dialog",
        "alertdialog",
    }
)
_SITE_NAMES = re.compile(
    r"(?:^|[\s_-])(?:nav|navbar|navigation|menu|breadcrumbs?|crumbs|sidebar|share|sharing|socials?|cookies?|"
    r"footer|foot|banner|pager|pagination|related|comments?|subscribe|search|toolbar|skip|skiplink|masthead|"
    r"lang|langs|languages?|login|print|advert|ads)(?:$|[\s_-])",
    re.I,
)
_CONTAINERS = frozenset(
    {"div", "section", "ul", "ol", "table", "form", "header", "footer", "aside", "p", "dl"}
)
# Of the characters that trafilatura takes; the rest may be a title set apart.
_NEARLY_ALL = 0.9
# Where trafilatura takes less than this share of a page for text, it has missed most of it.
_TRUSTED = 0.3
# From this share of its characters on, a list or bar consists of links.
_LINKS = 0.7
# A page with fewer of its characters in links, and no mark of a site, is a document that was saved as HTML.
_FEW_LINKS = 0.08
# Shorter stretches of text can stand anywhere on a page by chance.
_TELLING = 15
_LONGEST_BAR = 400


class Body:
    """A page, and which of its elements are not its text."""

    def __init__(self, root: etree._Element) -> None:
        self._left_out: set[etree._Element] = set()
        self.note = ""
        body = root.find("body")
        if body is None or not self._is_site(body):
            return
        whole = _size(body)
        marked = [element for element in _elements(body) if _is_marked(element)]
        self._left_out.update(marked)
        taken = _taken(root)
        sizes = self._taken_sizes(body, taken)
        left = whole - sum(map(_size, marked))
        if sizes[body] > _TRUSTED * left:
            self._outside(body, sizes)
        self._bars(body, sizes)
        if any(map(_size, self._left_out)):
            self.note = _("Navigation and other text around the document was left out.")

    def left_out(self, element: etree._Element) -> bool:
        """Whether an element is not shown, or no text of the document."""
        return element in self._left_out or is_hidden(element)

    def _is_site(self, body: etree._Element) -> bool:
        """Whether there is anything around the document at all."""
        if any(_is_marked(element) or _is_bar(element, 2) for element in _elements(body)):
            return True
        links = sum(_size(link) for link in body.iter("a") if link.get("href"))
        return links > _FEW_LINKS * _size(body)

    def _taken_sizes(self, body: etree._Element, taken: str) -> Counter[etree._Element]:
        """For each element, how many characters in it are taken for text by trafilatura."""
        sizes: Counter[etree._Element] = Counter()
        for element in _elements(body, self._left_out):
            if any(child.tag in BLOCKS for child in element):
                continue
            words = _solid(element)
            is_title = element.tag == "h1"
            if is_title or (len(words) >= _TELLING and words in taken):
                for holder in (element, *element.iterancestors()):
                    sizes[holder] += len(words)
                    if holder is body:
                        break
        return sizes

    def _outside(self, body: etree._Element, sizes: Counter[etree._Element]) -> None:
        """Leave out what stands beside the elements that hold the text."""
        holder = body
        while True:
            inner = next((c for c in holder if sizes[c] >= _NEARLY_ALL * sizes[body]), None)
            if inner is None or inner.tag not in BLOCKS:
                return
            for child in holder:
                if not sizes[child] and child.tag in BLOCKS:
                    self._left_out.add(child)
            holder = inner

    def _bars(self, body: etree._Element, sizes: Counter[etree._Element]) -> None:
        """Leave out bars of links, and short pieces that are named after a part of a site."""
        for element in list(_elements(body, self._left_out)):
            if element.tag not in _CONTAINERS or sizes[element] or element.find(".//h1") is not None:
                continue
            named = _SITE_NAMES.search(f"{element.get('class', '')} {element.get('id', '')}")
            if _is_bar(element, 1) or (named and _size(element) <= _LONGEST_BAR):
                self._left_out.add(element)


def _elements(
    root: etree._Element, without: set[etree._Element] | frozenset[etree._Element] = frozenset()
) -> Iterator[etree._Element]:
    """All block elements under one, in order; those in `without` and hidden ones are passed over whole."""
    walk = etree.iterwalk(root, events=("start",))
    for _event, element in walk:
        if (
            not isinstance(element.tag, str)
            or element.tag in UNREAD
            or element in without
            or is_hidden(element)
        ):
            walk.skip_subtree()
        elif element is not root and element.tag in BLOCKS:
            yield element


def _is_marked(element: etree._Element) -> bool:
    """Whether the page itself says that an element belongs to the site."""
    if element.tag in _SITE_TAGS or element.get("role", "").lower() in _SITE_ROLES:
        return True
    if element.tag not in _EDGE_TAGS:
        return False
    if any(holder.tag in {"article", "main"} for holder in element.iterancestors()):
        return False
    # The title of a document may stand in a header of its own.
    links = sum(_size(link) for link in element.iter("a") if link.get("href"))
    return element.find(".//h1") is None or links > _LINKS * _size(element)


def _is_bar(element: etree._Element, most: int) -> bool:
    """Whether an element holds more links than `most`, and hardly anything else."""
    if element.tag not in _CONTAINERS:
        return False
    links = [link for link in element.iter("a") if link.get("href")]
    return len(links) > most and sum(map(_size, links)) > _LINKS * _size(element)


def _solid(element: etree._Element) -> str:
    """The text of an element, scripts and all, without white space."""
    return "".join("".join(map(str, element.itertext())).split())


def _size(element: etree._Element) -> int:
    """How many characters of text an element holds, white space not counted."""
    return len(_solid(element))


def _taken(root: etree._Element) -> str:
    """What trafilatura takes for the text, without white space; "" where it finds none."""
    found = trafilatura.extract(
        etree.tostring(root, encoding="unicode", method="html"),
        output_format="txt",
        include_comments=False,
        include_tables=True,
        favor_recall=True,
        with_metadata=False,
    )
    return "".join((found or "").split())
