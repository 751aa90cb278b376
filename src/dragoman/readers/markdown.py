"""Markdown: CommonMark with tables; HTML in it is read as in a page."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from markdown_it import MarkdownIt
from markdown_it.token import Token

from dragoman.readers.html_blocks import UNREAD, blocks_of_markup
from dragoman.readers.manuscript import Manuscript, solid
from dragoman.readers.plain import decode
from dragoman.readers.reading import PartKind, Reading

METHOD = "markdown.v1"

# Between two lines of three dashes at the very beginning: settings of the program that publishes the page.
_FRONT_MATTER = re.compile(
    r"\A\ufeff?---[ \t]*\r?\n(?P<settings>.*?\n)(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.S
)
_SETTING = re.compile(r"^(?P<name>title|lang|language):\s*[\"']?(?P<value>.*?)[\"']?\s*$", re.M)
_TAG = re.compile(r"<(?P<end>/?)(?P<name>[a-zA-Z]+)")
# A line end of the source, which is none of the text: white space to all who read it later.
_SOFT_BREAK = "\r"


def read(data: bytes, where: str) -> tuple[Reading, ...]:
    """Read a Markdown file, in any encoding that plain text may have.

    Raises:
        EmptyInput, BinaryInput, EncodingError
    """
    source = decode(data, where)
    front = _FRONT_MATTER.match(source.text)
    settings = (
        {found["name"]: found["value"] for found in _SETTING.finditer(front["settings"])} if front else {}
    )
    tokens = _parser().parse(source.text[front.end() :] if front else source.text)
    manuscript = Manuscript()
    _Pass(manuscript).read(tokens)
    return (
        manuscript.reading(
            "markdown",
            METHOD,
            where,
            encoding=source.encoding,
            title=settings.get("title", ""),
            language=settings.get("lang") or settings.get("language") or "",
        ),
    )


def _parser() -> MarkdownIt:
    return MarkdownIt("commonmark", {"maxNesting": 50}).enable(["table", "strikethrough"])


class _Pass:
    """One pass over the tokens of a document."""

    def __init__(self, manuscript: Manuscript) -> None:
        self._manuscript = manuscript
        self._heading = 0
        self._depth = 0
        self._label = ""
        self._first = False
        self._row = self._column = 0

    def read(self, tokens: Sequence[Token]) -> None:
        """Gather what they hold."""
        for token in tokens:
            match token.type:
                case "heading_open":
                    self._heading = int(token.tag[1:])
                case "heading_close":
                    self._heading = 0
                case "bullet_list_open" | "ordered_list_open":
                    self._depth += 1
                case "bullet_list_close" | "ordered_list_close":
                    self._depth -= 1
                case "list_item_open":
                    # "1" and "." of "1."; bullets have no info.
                    self._label = f"{token.info}{token.markup} " if token.info else ""
                    self._first = True
                case "table_open":
                    self._row = 0
                case "tr_open":
                    self._row += 1
                    self._column = 0
                case "th_open" | "td_open":
                    self._column += 1
                case "table_close":
                    self._row = self._column = 0
                case "inline":
                    self._add("".join(_inline(token.children or ())))
                case "fence" | "code_block":
                    self._add(token.content)
                case "html_block":
                    self._html(token.content)

    def _add(self, text: str) -> None:
        text = solid(text, _SOFT_BREAK)
        if self._row:
            self._manuscript.add(text, "cell", row=self._row, column=self._column)
            return
        kind: PartKind = (
            "heading" if self._heading else "item" if self._depth and self._first else "paragraph"
        )
        level = self._heading or (self._depth if kind == "item" else 0)
        self._manuscript.add(self._label + text if text.strip() else "", kind, level)
        self._label, self._first = "", False

    def _html(self, markup: str) -> None:
        for block in blocks_of_markup(markup):
            self._manuscript.add(block.text, block.kind, block.level, row=block.row, column=block.column)


def _inline(tokens: Sequence[Token]) -> Iterator[str]:
    """The words of a paragraph; pictures and scripts are not text, marked breaks are ends of lines."""
    unread = ""
    for token in tokens:
        if token.type == "html_inline":
            tag = _TAG.match(token.content)
            if tag and tag["name"].lower() == (unread or tag["name"].lower()):
                unread = tag["name"].lower() if not tag["end"] and tag["name"].lower() in UNREAD else ""
        elif unread:
            continue
        elif token.type in {"text", "code_inline"}:
            yield token.content
        elif token.type == "softbreak":
            yield _SOFT_BREAK
        elif token.type == "hardbreak":
            yield "\n"
