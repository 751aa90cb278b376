"""Documents with planted differences, as their versions are given to the comparison."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from bench.corpora import Corpus
from bench.planting.model import Part, Plant
from bench.planting.planting import Lines, planted, texts
from dragoman.versions.model import Stretch


@dataclass(frozen=True, slots=True)
class Document:
    """Parallel lines with differences in them, rows from 0; a line that was left out is ""."""

    lines: Lines
    plants: tuple[Plant, ...] = ()

    def version(self, code: str) -> list[str]:
        """The sentences of a version."""
        return [line for line in self.lines[code] if line]

    def rows(self, code: str) -> list[int]:
        """The row of each sentence of a version."""
        return [row for row, line in enumerate(self.lines[code]) if line]


def untouched(corpora: Sequence[Corpus]) -> list[Document]:
    """Documents as they are."""
    return [Document(corpus.units) for corpus in corpora]


def with_plants(corpora: Sequence[Corpus], part: Part, each: int, seed: str) -> list[Document]:
    """The documents with `each` plants of every kind in all of them together."""
    whole = {code: [line for corpus in corpora for line in corpus.units[code]] for code in corpora[0].units}
    plants = planted(whole, part, each, seed)
    changed = texts(whole, plants)
    found, first = [], 0
    for corpus in corpora:
        last = first + len(corpus)
        own = tuple(replace(plant, row=plant.row - first) for plant in plants if first <= plant.row < last)
        found.append(Document({code: lines[first:last] for code, lines in changed.items()}, own))
        first = last
    return found


def at_place(plant: Plant, spans: Sequence[Stretch], *, before: int = 1) -> bool:
    """Whether stretches of the changed sentence are at a plant; what was taken away is next to its place."""
    start, end = plant.now
    if start == end:
        start, end = max(0, start - before), end + before
    return any(start < last and first < end for first, last in spans)
