"""One, two or three versions of a text side by side: rows of sentences that belong together.

The first column leads. A row is the smallest group closed under the beads that join the first column to the
others, so no such bead is ever split. Beads between the second and the third column come after, the most
probable first. One of them

- joins sentences that the first column leaves alone to the row where their partners are, or to each other;
- joins two rows of the first column to one (ru1-zh1, zh1-en2, ru2-en2) if it is more probable than not and
  no less probable than the least sure of the beads in these rows, has not moved, and what it makes is one
  passage of the first column with at most four sentences a column, as the largest bead has: else a single
  wrong bead, or one language that runs a sentence ahead of another, would join whole pages;
- otherwise stays out of the rows: the first column's beads hold there.

So every sentence of every column is in exactly one row, and the same beads always give the same rows.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from dragoman.bitext.model import Alignment, Bead, Sentence
from dragoman.bitext.order import anchors, turned

Columns = tuple[int, int]

# As many sentences as the largest bead of the lattice has on a side, and the even chance: below it a bead is
# more likely wrong than right.
_LARGEST, _LIKELY = 4, 0.5


@dataclass(frozen=True, slots=True)
class RowBead:
    """A bead of a row: the columns of its alignment, as they were given, and its index there from 0."""

    columns: Columns
    index: int


@dataclass(frozen=True, slots=True)
class Row:
    """Sentences that belong together: their indices from 0, one tuple for each column, which may be empty.

    `probability` is the least of its beads', 1.0 with a single column; `moved` says that one of them breaks
    the common order. `beads` are those that lie in the row with all their sentences.
    """

    sentences: tuple[tuple[int, ...], ...]
    probability: float
    moved: bool
    beads: tuple[RowBead, ...]


def rows(sides: Sequence[Sequence[Sentence]], alignments: Mapping[Columns, Alignment]) -> tuple[Row, ...]:
    """The rows of one to three columns, in the order of the first.

    `alignments` maps pairs of columns, numbered from 0, to their alignments, in either direction: source and
    target of (1, 0) are the second and the first column. Rows without a sentence of the first column stand
    behind what they follow in the alignment of their own first column with the first of all.

    Raises:
        ValueError: there are no columns or more than three, or the alignment of two of them is missing.
    """
    wanted = set(combinations(range(len(sides)), 2))
    if not 1 <= len(sides) <= 3 or {(min(pair), max(pair)) for pair in alignments} != wanted:
        raise ValueError("Rows need one to three columns, and an alignment of each two of them.")
    if len(alignments) != len(wanted):
        raise ValueError("Two columns have two alignments.")
    groups = _Groups([len(side) for side in sides])
    for pair in sorted(alignments, key=sorted):
        if 0 in pair:
            for bead in alignments[pair]:
                groups.join(_nodes(groups, pair, bead), bead.probability)
    for pair, alignment in alignments.items():
        if 0 not in pair:
            beads = [(sorted(_nodes(groups, pair, bead)), bead) for bead in alignment]
            for nodes, bead in sorted(beads, key=lambda found: (-found[1].probability, found[0])):
                groups.attach(nodes, bead.probability, may_join=not bead.moved)
    return _in_order(_rows(groups, alignments), alignments)


class _Groups:
    """Sentences of all columns as nodes, joined to groups (Galler and Fischer 1964, with halved paths).

    Nodes are numbered column after column. At the root of each group, `members` lists its nodes, and `least`
    is the least probability of the beads that joined it.
    """

    def __init__(self, sizes: Sequence[int]) -> None:
        self.sizes = sizes
        self.firsts = [sum(sizes[:column]) for column in range(len(sizes))]
        total = sum(sizes)
        self.parent = list(range(total))
        self.members: list[list[int]] = [[node] for node in range(total)]
        self.least = [1.0] * total
        self.leading = sizes[0]

    def column(self, node: int) -> int:
        """The column of a node."""
        return bisect_right(self.firsts, node) - 1

    def root(self, node: int) -> int:
        """The node that stands for its group."""
        parent = self.parent
        while parent[node] != node:
            parent[node] = parent[parent[node]]
            node = parent[node]
        return node

    def join(self, nodes: Sequence[int], probability: float) -> None:
        """Make the groups of these nodes one, as a bead of this probability says."""
        roots = {self.root(node) for node in nodes}
        if len(roots) < 2:
            for root in roots:
                self.least[root] = min(self.least[root], probability)
            return
        kept = max(roots, key=lambda root: (len(self.members[root]), -root))
        self.least[kept] = min(probability, *(self.least[root] for root in roots))
        for root in roots - {kept}:
            self.parent[root] = kept
            self.members[kept] += self.members[root]
            self.members[root] = []

    def attach(self, nodes: Sequence[int], probability: float, *, may_join: bool) -> None:
        """Join these nodes as far as the module's rule for beads beside the first column has it."""
        roots = {self.root(node) for node in nodes}
        led = [root for root in roots if min(self.members[root]) < self.leading]
        likely = may_join and probability >= max(_LIKELY, min((self.least[root] for root in led), default=0))
        if len(led) < 2 or (likely and self._is_passage(roots)):
            self.join(nodes, probability)
        else:
            self.join([root for root in roots if root not in led], probability)

    def _is_passage(self, roots: Iterable[int]) -> bool:
        """Whether groups together are one passage of the first column, and none too large."""
        nodes = [node for root in roots for node in self.members[root]]
        leading = [node for node in nodes if node < self.leading]
        counts = Counter(map(self.column, nodes))
        return max(leading) - min(leading) < len(leading) and max(counts.values()) <= _LARGEST


def _nodes(groups: _Groups, pair: Columns, bead: Bead) -> list[int]:
    """The nodes of a bead."""
    first, second = groups.firsts[pair[0]], groups.firsts[pair[1]]
    return [*(first + i for i in bead.source), *(second + j for j in bead.target)]


def _rows(groups: _Groups, alignments: Mapping[Columns, Alignment]) -> list[Row]:
    """The groups as rows, each with its beads."""
    sentences: dict[int, tuple[list[int], ...]] = {}
    for column, (first, size) in enumerate(zip(groups.firsts, groups.sizes, strict=True)):
        for k in range(size):
            root = groups.root(first + k)
            if root not in sentences:
                sentences[root] = tuple([] for _ in groups.sizes)
            sentences[root][column].append(k)
    beads: dict[int, list[RowBead]] = {root: [] for root in sentences}
    for pair in sorted(alignments, key=sorted):
        for index, bead in enumerate(alignments[pair]):
            roots = set(map(groups.root, _nodes(groups, pair, bead)))
            if len(roots) == 1:
                beads[roots.pop()].append(RowBead(pair, index))
    made = []
    for root, columns in sentences.items():
        found = [alignments[it.columns].beads[it.index] for it in beads[root]]
        least = min((bead.probability for bead in found), default=1.0)
        moved = any(bead.moved for bead in found)
        made.append(Row(tuple(map(tuple, columns)), least, moved, tuple(beads[root])))
    return made


def _in_order(made: Iterable[Row], alignments: Mapping[Columns, Alignment]) -> tuple[Row, ...]:
    """The rows by their first column; those without it behind what they follow."""
    behind = {
        (min(pair), max(pair)): anchors(alignment if pair[0] < pair[1] else turned(alignment))
        for pair, alignment in alignments.items()
    }

    def place(row: Row) -> tuple[int, ...]:
        """Of each column, the first sentence, or the one that the row stands behind, to the first it has."""
        column = next(k for k, sentences in enumerate(row.sentences) if sentences)
        first = row.sentences[column][0]
        return (*(behind[before, column].get(first, -1) for before in range(column)), first)

    return tuple(sorted(made, key=place))
