"""Uses of words as pages show them: sentences with their counterparts, and where each leads."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from dragoman.concordance.model import Counterpart, Line
from dragoman.plain import plain
from dragoman.web.marked import Context, Passage, answering, context, passage
from dragoman.web.tables import Cell, Table
from dragoman.web.visit import Visit
from dragoman.workspace import Workspace
from dragoman.workspace.model import Document

_COLUMNS = (
    "document", "title", "date", "body", "parties", "kind", "invented", "language", "anchor", "address",
    "original", "sentence",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Answer:
    """A counterpart, its text in pieces, and where it stands in the reader; no text where it has none."""

    counterpart: Counterpart
    passage: Passage
    address: str


@dataclass(frozen=True, slots=True)
class Use:
    """A line, its text in pieces, where it stands in the reader, and its counterparts.

    `context` is the line cut around the words that were found, where that is asked for.
    """

    line: Line
    passage: Passage
    context: Context | None
    address: str
    answers: tuple[Answer, ...]


def uses(visit: Visit, lines: Iterable[Line], *, cut: bool = False) -> list[Use]:
    """Lines as pages show them; `cut` gives each its context."""
    return [
        Use(
            line,
            passage(line),
            context(line) if cut else None,
            address(visit, line),
            tuple(
                Answer(each, answering(each), address(visit, line, each.language))
                for each in line.counterparts
            ),
        )
        for line in lines
    ]


def address(visit: Visit, line: Line, first: str = "") -> str:
    """The lasting address of a line in the reader, or of a counterpart if `first` is its language."""
    anchors = {each.language: each.anchor for each in line.counterparts if each.sentences}
    anchors[line.language] = line.anchor
    first = first if first in anchors else line.language
    others = [code for code in (line.language, *anchors) if code != first]
    query = {"in": first, "with": list(dict.fromkeys(others)), "at": anchors[first]}
    return visit.link(f"/documents/{line.document}", query)


def cited(workspace: Workspace, lines: Iterable[Line]) -> dict[str, Document]:
    """The documents that lines are of, by their identifiers, in the order of the lines."""
    return {name: workspace.document(name) for name in dict.fromkeys(line.document for line in lines)}


def facts(visit: Visit, lines: Iterable[Line], documents: Mapping[str, Document]) -> list[dict[str, Any]]:
    """Lines as JSON, each with its full address and the hash of the original that it stands in."""
    return [
        {**plain(line), "address": _full(visit, line), "original": _original(line, documents)}
        for line in lines
    ]


def table(visit: Visit, name: str, lines: Sequence[Line], documents: Mapping[str, Document]) -> Table:
    """Lines as a table: each with what is needed to cite it, and two columns for each other language."""
    codes = sorted({each.language for line in lines for each in line.counterparts})

    def rows() -> Iterator[list[Cell]]:
        for line in lines:
            row: list[Cell] = [
                line.document, line.title, line.date, line.body, "; ".join(line.parties), line.kind,
                line.invented, line.language, line.anchor, _full(visit, line), _original(line, documents),
                line.sentence.text,
            ]  # fmt: skip
            by_language = {each.language: each for each in line.counterparts}
            for code in codes:
                found = by_language.get(code)
                texts = "".join(text for text, _answers in answering(found).pieces) if found else ""
                row += [texts, found.probability if found and found.sentences else ""]
            yield row

    columns = [*_COLUMNS, *(name for code in codes for name in (code, f"{code}_probability"))]
    return Table(name, columns, rows())


def _full(visit: Visit, line: Line) -> str:
    site = visit.request.base_url
    return f"{site.scheme}://{site.netloc}{address(visit, line)}"


def _original(line: Line, documents: Mapping[str, Document]) -> str:
    versions = documents[line.document].versions
    return next((each.original for each in versions if each.language == line.language), "")
