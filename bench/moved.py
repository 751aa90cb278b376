"""Passages that moved: how many are found, and how many of those listed are right.

Each document has 150 units in their order on one side; on the other a passage of 1 to 8 of them stands
elsewhere, and one unit in twenty is missing on either side. Nothing else is done to them, so that only
moving is measured.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bench.corpora import Corpus, pandemic, united_nations
from bench.gold_sets import Part, share
from dragoman.bitext.encoder import encoder
from dragoman.bitext.engine import align_sentences
from dragoman.bitext.model import Bead, Sentence

_UNITS = 150


@dataclass(frozen=True, slots=True)
class Moved:
    """A document with a moved passage: the units of either side in their order, and those that moved."""

    source: Sequence[int]
    target: Sequence[int]
    passage: frozenset[int]


def moved(count: int, dice: random.Random) -> Moved:
    """A passage taken out and put at least 15 units away."""
    size = dice.choice((1, 1, 2, 3, 5, 8))
    first = dice.randrange(count - size)
    passage = list(range(first, first + size))
    rest = [unit for unit in range(count) if unit not in passage]
    places = [place for place in range(len(rest) + 1) if abs(place - first) > 15]
    place = dice.choice(places)
    order = rest[:place] + passage + rest[place:]
    kept = [
        [unit for unit in units if unit in passage or dice.random() >= 0.05]
        for units in (range(count), order)
    ]
    return Moved(kept[0], kept[1], frozenset(passage))


def documents(part: Part) -> Iterator[tuple[Corpus, tuple[str, str], Moved]]:
    """Documents of a part, the same at every call."""
    dice = random.Random(f"moved {part}")
    corpora = ((united_nations(), (0.6, 0.75)), (pandemic(), (0.65, 0.8)))
    for corpus, cuts in corpora:
        own = share(corpus, part, cuts)
        pairs = [pair for pair in (("ru", "zh"), ("en", "ru"), ("zh", "en")) if set(pair) <= set(own.units)]
        for pair in pairs:
            for start in range(0, len(own) - _UNITS, _UNITS):
                yield own.part(list(range(start, start + _UNITS))), pair, moved(_UNITS, dice)


def found(corpus: Corpus, pair: tuple[str, str], case: Moved) -> list[tuple[Bead, bool]]:
    """The beads marked as moved, and whether each joins the same unit; a longer way round is right too."""
    sides = [
        [Sentence(corpus.units[code][unit]) for unit in units]
        for code, units in zip(pair, (case.source, case.target), strict=True)
    ]
    alignment = align_sentences(sides[0], sides[1], *pair, encoder())
    return [
        (bead, case.source[bead.source[0]] == case.target[bead.target[0]]) for bead in alignment if bead.moved
    ]


def measure() -> dict[str, object]:
    """Recall by length of the passage and precision, on the part that only judges."""
    sizes: dict[str, list[int]] = {"1": [0, 0], "2 to 3": [0, 0], "5 to 8": [0, 0]}
    listed = right = documents_read = 0
    for corpus, pair, case in documents("test"):
        beads = found(corpus, pair, case)
        documents_read += 1
        listed += len(beads)
        right += sum(true for _, true in beads)
        size = len(case.passage)
        name = "1" if size == 1 else "2 to 3" if size <= 3 else "5 to 8"
        got = {case.source[bead.source[0]] for bead, true in beads if true}
        sizes[name][0] += len(got & case.passage)
        sizes[name][1] += size
    rows = [[name, total, f"{hits / total:.3f}"] for name, (hits, total) in sizes.items()]
    return {
        "columns": ["sentences in the passage", "moved sentences", "found"],
        "rows": [*rows, ["listed as moved, right", listed, f"{right / max(listed, 1):.3f}"]],
        "data": f"{documents_read} documents of {_UNITS} units: United Nations and TICO-19, part test",
    }
