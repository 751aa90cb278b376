"""The paragraphs, headings, list items and cells of a tree of HTML, in the order of the page."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from lxml import etree, html

from dragoman.readers.manuscript import solid
from dragoman.readers.numerals import written
from dragoman.readers.reading import PartKind

UNREAD = frozenset(
    {
        "applet", "area", "audio", "base", "button", "canvas", "datalist", "del", "embed", "frame",
        "frameset", "head", "iframe", "img", "input", "link", "map", "meta", "meter", "noframes",
        "noscript", "object",
        "option", "param", "picture", "progress", "rp", "rt", "rtc", "script", "select", "source", "style",
        "svg", "template", "textarea", "title", "track", "video",
    }
)  # fmt: skip
"""Elements whose content is no text of the page, or not shown."""

BLOCKS = frozenset(
    {
        "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "dialog",
        "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5",
        "h6", "header", "hgroup", "hr", "html", "legend", "li", "main", "menu", "nav", "ol", "p", "pre",
        "search",
        "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul",
    }
)  # fmt: skip
"""Elements that begin and end a paragraph."""

_OF_THE_HEAD = frozenset({"base", "link", "meta", "noscript", "script", "style", "template", "title"})
_HIDING = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all", re.I)
_UNNUMBERED = re.compile(r"list-style(-type)?\s*:[^;]*\b(none|disc|circle|square)\b", re.I)
_LIST_STYLE = re.compile(r"list-style(?:-type)?\s*:[^;]*?(?P<name>[a-z]+(?:-[a-z]+)+|decimal)", re.I)
_LIST_FORMS = {
    "1": "decimal", "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman",
    "decimal": "decimal", "decimal-leading-zero": "decimalZero", "lower-alpha": "lowerLetter",
    "lower-latin": "lowerLetter", "upper-alpha": "upperLetter", "upper-latin": "upperLetter",
    "lower-roman": "lowerRoman", "upper-roman": "upperRoman", "cjk-ideographic": "chineseCounting",
    "simp-chinese-informal": "chineseCounting", "trad-chinese-informal": "chineseCounting",
    "cjk-decimal": "ideographDigital", "lower-russian": "russianLower", "upper-russian": "russianUpper",
}  # fmt: skip
# What is numbered by hand is not numbered again.
_OWN_NUMBER = re.compile(
    r"[(（]?(?:\d{1,3}|[^\W\d_]|[IVXivx]{1,5})[.)）、．]|第\S{1,4}[条章节]|(?i:статья|article) \d"
)
# Stands for <br> until white space has been made single spaces.
_BREAK = "\x01"
_SPACE = re.compile(r"[ \t\r\n\f]+")


@dataclass(frozen=True, slots=True)
class HtmlBlock:
    """One block; the numbers are those of `Part`."""

    text: str
    kind: PartKind = "paragraph"
    level: int = 0
    row: int = 0
    column: int = 0


def is_hidden(element: etree._Element) -> bool:
    """Whether an element is not shown, as far as it says so itself."""
    return element.get("hidden") is not None or bool(_HIDING.search(element.get("style", "")))


def parsed(markup: str) -> etree._Element | None:
    """The root of a page, None where there is nothing; no address in it is asked.

    Elements inside more than some two thousand others are passed over by the parser.
    """
    parser = html.HTMLParser(
        encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True, huge_tree=True
    )
    try:
        root: etree._Element = html.document_fromstring(markup.encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError):
        return None
    _mend(root)
    return root


def _mend(root: etree._Element) -> None:
    """Move what is no description of the page from its head to its body.

    The parser knows the elements of HTML 4: where no body is marked, it takes newer ones (nav, main …) for
    such as belong to the head.
    """
    head, body = root.find("head"), root.find("body")
    if head is None:
        return
    first = next((place for place, child in enumerate(head) if child.tag not in _OF_THE_HEAD), len(head))
    misplaced = list(head)[first:]
    if not misplaced:
        return
    if body is None:
        body = etree.SubElement(root, "body")
    for child in reversed(misplaced):
        body.insert(0, child)


def blocks_of_markup(markup: str) -> Iterator[HtmlBlock]:
    """The blocks of a piece of HTML inside another document."""
    root = parsed(markup)
    return iter(()) if root is None else blocks_of(root)


def blocks_of(
    root: etree._Element, left_out: Callable[[etree._Element], bool] = is_hidden
) -> Iterator[HtmlBlock]:
    """The blocks under an element; what `left_out` says so of is passed over with all that is in it."""
    return _Walk(left_out).blocks(root)


@dataclass(slots=True)
class _List:
    """A list that the walk is in."""

    form: str
    next: int = 1


class _Walk:
    """One walk through a tree, without recursion: pages of strangers may be thousands of elements deep."""

    def __init__(self, left_out: Callable[[etree._Element], bool]) -> None:
        self._left_out = left_out
        self._pieces: list[str] = []
        self._headings: list[int] = []
        self._lists: list[_List] = []
        self._tables: list[list[int]] = []
        self._preformatted = 0
        self._label: str | None = None

    def blocks(self, root: etree._Element) -> Iterator[HtmlBlock]:
        walk = etree.iterwalk(root, events=("start", "end"))
        for event, element in walk:
            tag = element.tag if isinstance(element.tag, str) else ""
            if event == "start":
                if not tag or tag in UNREAD or self._left_out(element):
                    walk.skip_subtree()
                    continue
                if tag in BLOCKS:
                    yield from self._flush()
                    self._enter(tag, element)
                elif tag == "br":
                    self._pieces.append(_BREAK)
                self._text(element.text)
            else:
                if tag in BLOCKS and tag not in UNREAD and not self._left_out(element):
                    yield from self._flush()
                    self._leave(tag)
                if element is not root:
                    self._text(element.tail)
        yield from self._flush()

    def _text(self, text: str | None) -> None:
        if text:
            self._pieces.append(
                text.replace("\n", _BREAK) if self._preformatted else text.replace(_BREAK, " ")
            )

    def _enter(self, tag: str, element: etree._Element) -> None:
        if len(tag) == 2 and tag[0] == "h" and tag[1].isdecimal():
            self._headings.append(int(tag[1]))
        elif tag in {"ul", "menu", "ol"}:
            self._lists.append(
                _List(_list_form(element) if tag == "ol" else "", _number(element.get("start"), 1))
            )
        elif tag == "li":
            self._begin_item(element)
        elif tag == "table":
            self._tables.append([0, 0])
        elif tag == "tr" and self._tables:
            self._tables[-1] = [self._tables[-1][0] + 1, 0]
        elif tag in {"td", "th"} and self._tables:
            self._tables[-1][1] += 1
        elif tag == "pre":
            self._preformatted += 1

    def _leave(self, tag: str) -> None:
        if len(tag) == 2 and tag[0] == "h" and tag[1].isdecimal() and self._headings:
            self._headings.pop()
        elif tag in {"ul", "menu", "ol"} and self._lists:
            self._lists.pop()
            self._label = None
        elif tag == "li":
            self._label = None
        elif tag == "table" and self._tables:
            self._tables.pop()
        elif tag == "pre":
            self._preformatted -= 1

    def _begin_item(self, element: etree._Element) -> None:
        if not self._lists:
            self._label = ""
            return
        current = self._lists[-1]
        number = _number(element.get("value"), current.next)
        current.next = number + 1
        unnumbered = not current.form or _UNNUMBERED.search(element.get("style", ""))
        self._label = "" if unnumbered else written(number, current.form) + ". "

    def _flush(self) -> Iterator[HtmlBlock]:
        raw = "".join(self._pieces)
        self._pieces.clear()
        if not raw.strip(" \t\r\n\f" + _BREAK):
            return
        text = _SPACE.sub(" ", solid(raw, "\n")).replace(_BREAK, "\n").strip()
        label, self._label = self._label, None
        if label and not _OWN_NUMBER.match(text):
            text = label + text
        if self._headings:
            yield HtmlBlock(text, "heading", self._headings[-1])
        elif self._tables and self._tables[-1][1]:
            row, column = self._tables[-1]
            yield HtmlBlock(text, "cell", 0, row, column)
        elif label is not None:
            yield HtmlBlock(text, "item", max(1, len(self._lists)))
        else:
            yield HtmlBlock(text)


def _list_form(element: etree._Element) -> str:
    """How an ordered list numbers, "" where its numbers are not shown."""
    style = element.get("style", "")
    if _UNNUMBERED.search(style):
        return ""
    named = _LIST_STYLE.search(style)
    return _LIST_FORMS.get(named["name"].lower() if named else element.get("type", "1"), "decimal")


def _number(text: str | None, otherwise: int) -> int:
    return int(text) if text and text.isascii() and text.isdecimal() and len(text) < 7 else otherwise
