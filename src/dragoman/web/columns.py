"""The columns of parallel texts: a language each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dragoman.bitext.formats.tags import language_tag
from dragoman.bitext.model import Sentence
from dragoman.languages.spacing import between_sentences
from dragoman.web.wording import direction, own_name
from dragoman.workspace.model import Parallel


@dataclass(frozen=True, slots=True)
class Column:
    """A language: its code, BCP 47 tag with the script, own name, direction, and what joins sentences."""

    code: str
    tag: str
    name: str
    direction: str
    joint: str


def columns_of(parallel: Parallel) -> list[Column]:
    """The columns of a page, in their order."""
    found = []
    for index, code in enumerate(parallel.languages):
        # The first rows tell which script a Chinese text is in.
        sentences = [one for row in parallel.rows[:200] for one in row.cells[index].sentences]
        found.append(column(code, sentences))
    return found


def column(code: str, sentences: Sequence[Sentence]) -> Column:
    """A column by its language, with some of its sentences."""
    return Column(
        code, language_tag(code, sentences), own_name(code), direction(code), between_sentences(code)
    )
