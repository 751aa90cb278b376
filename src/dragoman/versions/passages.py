"""Rows of versions side by side, as the comparison takes them: two languages at a time."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from dragoman.bitext.model import Alignment, Bead
from dragoman.bitext.order import turned
from dragoman.bitext.parallel import Columns, Row
from dragoman.bitext.taking import Taken
from dragoman.versions.side import Passage, Side


@dataclass(frozen=True, slots=True)
class Lone:
    """Sentences of one version without a counterpart in another.

    `column` is the version that has them, `other` the one that has not. `probability` is that of the least
    sure of their beads.
    """

    row: int
    column: int
    other: int
    probability: float


@dataclass(frozen=True, slots=True)
class Shifted:
    """A passage that stands elsewhere in the order of the other version."""

    row: int
    columns: Columns
    probability: float


class Layout:
    """Versions side by side, with what is compared of each two of them."""

    def __init__(
        self, versions: Sequence[Taken], rows: Sequence[Row], alignments: Mapping[Columns, Alignment]
    ) -> None:
        self.versions = tuple(versions)
        self.rows = tuple(rows)
        self._alignments = alignments
        self._sides = [
            [_side(version, row.sentences[column]) for row in rows] for column, version in enumerate(versions)
        ]
        self._row_of = [
            {sentence: number for number, row in enumerate(rows) for sentence in row.sentences[column]}
            for column in range(len(versions))
        ]

    @property
    def pairs(self) -> tuple[Columns, ...]:
        """Each two columns, in order."""
        return tuple(combinations(range(len(self.versions)), 2))

    def row_of(self, column: int, sentence: int) -> int:
        """The row in which a sentence of a version stands, by its number there."""
        return self._row_of[column][sentence]

    def alignment(self, columns: Columns) -> Alignment:
        """The alignment of two columns, the first of them as its source."""
        found = self._alignments.get(columns)
        return found if found is not None else turned(self._alignments[columns[::-1]])

    def side(self, row: int, column: int) -> Side | None:
        """What a version says in a row, None where it says nothing."""
        return self._sides[column][row]

    def passages(self, pair: Columns) -> tuple[tuple[int, ...], list[Passage]]:
        """The passages of two columns, and the row of each."""
        rows: list[int] = []
        passages: list[Passage] = []
        for number in range(len(self.rows)):
            left, right = self.side(number, pair[0]), self.side(number, pair[1])
            if left is not None and right is not None:
                rows.append(number)
                passages.append(Passage(left, right, self._least(number, pair)))
        return tuple(rows), passages

    def lone(self, pair: Columns) -> Iterator[Lone]:
        """Sentences that one of two columns leaves out; marks without a letter are none."""
        for column, other in (pair, pair[::-1]):
            for number in range(len(self.rows)):
                mine = self.side(number, column)
                if mine and not self.side(number, other) and any(map(str.isalpha, mine.text)):
                    yield Lone(number, column, other, self._least(number, pair))

    def shifted(self, pair: Columns) -> Iterator[Shifted]:
        """Passages that break the common order of two columns."""
        for number in range(len(self.rows)):
            moved = [bead for bead in self._beads(number, pair) if bead.moved]
            if moved:
                yield Shifted(number, pair, min(bead.probability for bead in moved))

    def _least(self, row: int, pair: Columns) -> float:
        return min((bead.probability for bead in self._beads(row, pair)), default=0.0)

    def _beads(self, row: int, pair: Columns) -> list[Bead]:
        """The beads of a row that join two columns, or say that one of them has nothing."""
        return [
            self._alignments[each.columns].beads[each.index]
            for each in self.rows[row].beads
            if set(each.columns) == set(pair)
        ]


def _side(version: Taken, numbers: Sequence[int]) -> Side | None:
    sentences = [version.sentences[number] for number in numbers]
    side = Side(version.language, sentences, numbers) if sentences else None
    return side if side is not None and side.text.strip() else None
