"""How well an alignment agrees with a gold one: strict and lax precision, recall and F1.

Reference: Thompson and Koehn 2019, "Vecalign", section 4.2, after Sennrich and Volk 2011. Strict: the same
bead stands in the gold. Lax: the bead shares a source and a target sentence with one gold bead. Omissions
count in precision and not in recall.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

Indices = tuple[int, ...]
Beads = Iterable[tuple[Sequence[int], Sequence[int]]]


@dataclass(frozen=True, slots=True)
class Rate:
    """Right ones out of those found (precision), and of those there are (recall); 0 where there are none."""

    precision: float
    recall: float

    @property
    def f1(self) -> float:
        """Harmonic mean of both."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0


@dataclass(frozen=True, slots=True)
class Score:
    """Rates over one or more documents; `omissions` are the sentences without a partner in the gold."""

    strict: Rate
    lax: Rate
    omissions: Rate
    beads: int


def _as_set(beads: Beads) -> set[tuple[Indices, Indices]]:
    return {(tuple(source), tuple(target)) for source, target in beads if source or target}


def _agreeing(
    beads: set[tuple[Indices, Indices]], reference: set[tuple[Indices, Indices]]
) -> tuple[int, int]:
    """How many beads agree strictly and laxly with the reference."""
    partners: dict[int, set[int]] = {}
    for source, target in reference:
        for i in source:
            partners.setdefault(i, set()).update(target)
    strict = lax = 0
    for source, target in beads:
        if (source, target) in reference:
            strict += 1
            lax += 1
        elif not set(target).isdisjoint(set().union(*(partners.get(i, set()) for i in source))):
            lax += 1
    return strict, lax


def _rate(right: float, found: int, wanted_right: float, wanted: int) -> Rate:
    return Rate(right / found if found else 0.0, wanted_right / wanted if wanted else 0.0)


def score(pairs: Iterable[tuple[Beads, Beads]]) -> Score:
    """Score alignments against gold, summed over documents.

    `pairs` holds (beads found, gold beads) for each document; a bead is a pair of index sequences.
    """
    found_total = gold_total = strict_found = lax_found = strict_gold = lax_gold = beads = 0
    left_out_found = left_out_gold = left_out_right = 0
    for found_beads, gold_beads in pairs:
        found, gold = _as_set(found_beads), _as_set(gold_beads)
        two_sided = [{bead for bead in side if bead[0] and bead[1]} for side in (found, gold)]
        strict, lax = _agreeing(found, gold)
        strict_found, lax_found, found_total = (
            strict_found + strict,
            lax_found + lax,
            found_total + len(found),
        )
        strict, lax = _agreeing(two_sided[1], two_sided[0])
        strict_gold, lax_gold, gold_total = (
            strict_gold + strict,
            lax_gold + lax,
            gold_total + len(two_sided[1]),
        )
        singles = [
            {(side, i) for bead in beads - both for side in (0, 1) for i in bead[side]}
            for beads, both in zip((found, gold), two_sided, strict=True)
        ]
        left_out_right += len(singles[0] & singles[1])
        left_out_found, left_out_gold = left_out_found + len(singles[0]), left_out_gold + len(singles[1])
        beads += len(gold)
    return Score(
        strict=_rate(strict_found, found_total, strict_gold, gold_total),
        lax=_rate(lax_found, found_total, lax_gold, gold_total),
        omissions=_rate(left_out_right, left_out_found, left_out_right, left_out_gold),
        beads=beads,
    )
