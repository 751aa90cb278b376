"""What the styles of a Word document say of its paragraphs: headings, lists, tables of contents."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from dragoman.readers.docx_names import W, is_on, value

_HEADING = re.compile(r"heading ([1-9])")
_CONTENTS = re.compile(r"toc (?:[1-9]|heading)")
_BODY_LEVEL = 9
_DEEPEST = 6


class Styles:
    """The paragraph styles of one document, each with what it has from those it is based on."""

    def __init__(self, root: etree._Element | None) -> None:
        found = [] if root is None else list(root.iterchildren(f"{W}style"))
        self._styles = {value(style, "styleId"): style for style in found}
        self._default = next(
            (
                value(style, "styleId")
                for style in found
                if value(style, "type") == "paragraph" and value(style, "default") in {"1", "true", "on"}
            ),
            "",
        )

    def of(self, paragraph: etree._Element) -> str:
        """The style of a paragraph."""
        return value(paragraph.find(f"{W}pPr/{W}pStyle")) or self._default

    def named(self, name: str) -> str:
        """The identifier of the style with a name in English, such as "annotation text"; "" for none."""
        return next((key for key, style in self._styles.items() if self._name(style) == name), "")

    def heading(self, paragraph: etree._Element) -> int:
        """The level of a heading, 1 to 6; 0 for what is none."""
        own = value(paragraph.find(f"{W}pPr/{W}outlineLvl"))
        levels = [own] if own else []
        for style in self._chain(self.of(paragraph)):
            name = self._name(style)
            named = _HEADING.fullmatch(name)
            if named:
                levels.append(str(int(named[1]) - 1))
            elif name == "title":
                levels.append("0")
            level = value(style.find(f"{W}pPr/{W}outlineLvl"))
            if level:
                levels.append(level)
        first = levels[0] if levels else ""
        if not first.isdecimal() or int(first) >= _BODY_LEVEL:
            return 0
        return min(int(first) + 1, _DEEPEST)

    def contents(self, paragraph: etree._Element) -> bool:
        """Whether a paragraph belongs to a table of contents."""
        return any(_CONTENTS.fullmatch(self._name(style)) for style in self._chain(self.of(paragraph)))

    def numbers(self, paragraph: etree._Element) -> Iterator[tuple[str, etree._Element]]:
        """The `w:numPr` of a paragraph ("") and then of its styles, each with the style's name."""
        own = paragraph.find(f"{W}pPr/{W}numPr")
        if own is not None:
            yield "", own
        for style in self._chain(self.of(paragraph)):
            numbered = style.find(f"{W}pPr/{W}numPr")
            if numbered is not None:
                yield value(style, "styleId"), numbered

    def hidden(self, run: etree._Element) -> bool:
        """Whether the words of a run are hidden."""
        own = run.find(f"{W}rPr/{W}vanish")
        if own is not None:
            return is_on(own)
        style = value(run.find(f"{W}rPr/{W}rStyle"))
        return any(is_on(found.find(f"{W}rPr/{W}vanish")) for found in self._chain(style))

    def _chain(self, name: str) -> Iterator[etree._Element]:
        """A style, the one it is based on, and so on."""
        seen = set()
        while name in self._styles and name not in seen:
            seen.add(name)
            yield self._styles[name]
            name = value(self._styles[name].find(f"{W}basedOn"))

    def _name(self, style: etree._Element) -> str:
        return value(style.find(f"{W}name")).lower()
