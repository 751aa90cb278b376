"""One side of a page: how its text is written."""

from __future__ import annotations

from html import escape

from dragoman.bitext.formats.tags import language_tag
from dragoman.bitext.model import Alignment
from dragoman.languages.registry import language
from dragoman.writers.characters import possible


def html(text: str) -> str:
    """A text as it stands in HTML, in elements and in attributes."""
    return escape(possible(text))


class Side:
    """The language of one side: its code, its own name for itself, and the attributes that tell browsers."""

    def __init__(self, alignment: Alignment, name: str) -> None:
        source = name == "source"
        self.code = alignment.source_language if source else alignment.target_language
        tag = language_tag(self.code, alignment.source if source else alignment.target)
        self.name = html(language(self.code).name)
        self.attributes = f'lang="{html(tag)}" dir="{language(self.code).direction}"'


Sides = tuple[Side, Side]


def sides(alignment: Alignment) -> Sides:
    """Source and target."""
    return Side(alignment, "source"), Side(alignment, "target")
