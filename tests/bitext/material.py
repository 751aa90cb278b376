"""Material for the tests of the aligner: aligned units that we wrote, and texts with a planted truth."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from dragoman.bitext.model import Alignment, Bead

Floats = NDArray[np.float32]
Pair = tuple[int, int]
Indices = tuple[int, ...]
Indexed = tuple[Indices, Indices]

FIXTURES = Path(__file__).parents[1] / "fixtures"
LANGUAGES = ("ru", "zh", "en")
PAIRS = (("ru", "zh"), ("zh", "en"), ("en", "ru"))


@cache
def documents() -> Mapping[str, Mapping[str, tuple[str, ...]]]:
    """Invented documents by name: their sentences in each language, the k-th of one the k-th of another."""
    found = {}
    for file in sorted((FIXTURES / "aligned").glob("*.tsv")):
        with file.open(encoding="utf-8", newline="") as opened:
            rows = list(csv.DictReader(opened, delimiter="\t", quoting=csv.QUOTE_NONE))
        found[file.stem] = {code: tuple(row[code] for row in rows) for code in LANGUAGES}
    return found


def units(code: str) -> tuple[str, ...]:
    """The sentences of all invented documents in one language."""
    return tuple(unit for document in documents().values() for unit in document[code])


def gold_beads(name: str) -> list[Indexed]:
    """The beads of the bundled sample for a pair such as "ru-zh"."""
    lines = (FIXTURES / "statement" / f"{name}.beads").read_text(encoding="utf-8").splitlines()
    return [(_indices(left), _indices(right)) for left, right in (line.split(":") for line in lines)]


def _indices(written: str) -> Indices:
    return tuple(int(number) for number in re.findall(r"\d+", written))


def indexed(beads: Iterable[Bead]) -> list[Indexed]:
    """Beads as pairs of indices."""
    return [(bead.source, bead.target) for bead in beads]


def assert_covers(alignment: Alignment) -> None:
    """Every sentence of either side is in exactly one bead, and beads stand in the order of the source."""
    assert sorted(i for bead in alignment for i in bead.source) == list(range(len(alignment.source)))
    assert sorted(j for bead in alignment for j in bead.target) == list(range(len(alignment.target)))
    assert [i for bead in alignment for i in bead.source] == list(range(len(alignment.source)))
    in_order = [j for bead in alignment if not bead.moved for j in bead.target]
    assert in_order == sorted(in_order)
    assert all(bead.source or bead.target for bead in alignment)
    assert all(0 <= bead.probability <= 1 for bead in alignment)


def directions(count: int, dice: np.random.Generator, dimension: int = 128) -> Floats:
    """Unit vectors in any direction, (count, dimension)."""
    found = dice.standard_normal((count, dimension)).astype(np.float32)
    unit: Floats = found / np.linalg.norm(found, axis=1, keepdims=True)
    return unit


def planted(
    kept: tuple[Sequence[int], Sequence[int]], dice: np.random.Generator, noise: float = 0.8
) -> tuple[Floats, Floats, set[Pair]]:
    """Vectors of two texts made from the same units, those `kept` on either side, and the true pairs.

    `noise` is the length of the random part beside the unit's own vector: at 0.8 partners have a cosine near
    0.6, strangers one near 0.
    """
    base = directions(1 + max(max(kept[0], default=0), max(kept[1], default=0)), dice)
    sides = [base[list(side)] + noise * directions(len(side), dice) for side in kept]
    place = {unit: j for j, unit in enumerate(kept[1])}
    truth = {(i, place[unit]) for i, unit in enumerate(kept[0]) if unit in place}
    return sides[0], sides[1], truth


def rising_paths(n: int, m: int, dice: np.random.Generator) -> Iterator[list[Pair]]:
    """Chains of pairs that rise on both sides, of every length up to the shorter side's."""
    for length in range(min(n, m) + 1):
        rows = np.sort(dice.choice(n, length, replace=False)).tolist()
        columns = np.sort(dice.choice(m, length, replace=False)).tolist()
        yield list(zip(rows, columns, strict=True))
