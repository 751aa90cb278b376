"""How well the probabilities hold: stated against right, on documents that nothing was fitted on.

`measure` also draws docs/_static/reliability.svg.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Any

from bench.align import CORPORA, fingerprint
from bench.apart import ROOT
from bench.diagram import Bin, binned, calibration_error, drawn
from bench.gold_sets import gold_set
from dragoman.bitext.encoder import encoder
from dragoman.bitext.engine import align_sentences
from dragoman.bitext.gold import Gold

Promise = tuple[float, bool]

_PICTURE = ROOT / "docs" / "_static" / "reliability.svg"
# Ten bins, narrow where most beads are. The error is taken over ten bins of equal width, as is usual.
_EDGES = (0.0, 0.2, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.98, 1.0)
_EQUAL = tuple(k / 10 for k in range(11))


def promises(gold: Gold) -> dict[str, list[Promise]]:
    """For beads with both sides and for omissions: stated probability of each, and whether it was right."""
    alignment = align_sentences(
        gold.source, gold.target, gold.source_language, gold.target_language, encoder()
    )
    true = set(gold.beads)
    found: dict[str, list[Promise]] = {"beads with both sides": [], "omissions": []}
    for bead in alignment:
        kind = "beads with both sides" if bead.source and bead.target else "omissions"
        found[kind].append((bead.probability, (bead.source, bead.target) in true))
    return found


def parted(pairs: Sequence[Promise], edges: Sequence[float]) -> dict[tuple[float, float], Bin]:
    """The bins between edges, empty ones left out; the last one holds its upper edge."""
    made = {}
    for low, high in pairwise(edges):
        own = [pair for pair in pairs if low <= pair[0] < high or pair[0] == high == edges[-1]]
        if own:
            made[low, high] = binned(own)
    return made


def error(pairs: Sequence[Promise]) -> float:
    """Expected calibration error over ten bins of equal width."""
    return calibration_error(list(parted(pairs, _EQUAL).values()))


def _row(name: str, one: Bin, gap: float) -> list[str | float]:
    low, high = one.interval()
    figures = [f"{one.stated:.3f}", f"{one.share:.3f}", f"{low:.3f} – {high:.3f}", f"{gap:.3f}"]
    return [name, one.beads, *figures]


def measure() -> dict[str, Any]:
    """The bins over all corpora; then all beads together, by kind and by corpus."""
    golds = [gold for gold in gold_set("test") if not gold.inexact]
    every: list[Promise] = []
    groups: dict[str, list[Promise]] = {}
    for gold in golds:
        for kind, pairs in promises(gold).items():
            every += pairs
            groups.setdefault(kind, []).extend(pairs)
            groups.setdefault(CORPORA[gold.name][0], []).extend(pairs)
    bins = parted(every, _EDGES)
    title = f"Reliability of stated probabilities, calibration error {error(every):.3f}"
    description = (
        "Across: stated probability. Up: share of beads that were right, with 95 % intervals. On the "
        "diagonal both are equal. " + " ".join(f"{one.stated:.2f}: {one.share:.2f}." for one in bins.values())
    )
    _PICTURE.parent.mkdir(exist_ok=True)
    _PICTURE.write_text(drawn(list(bins.values()), title, description), encoding="utf-8")
    rows = [_row(f"{low:.2f} – {high:.2f}", one, one.gap) for (low, high), one in bins.items()]
    rows.append(_row("all beads", binned(every), error(every)))
    rows += [_row(name, binned(pairs), error(pairs)) for name, pairs in groups.items()]
    return {
        "columns": ["stated probability", "beads", "mean stated", "right", "95 % interval", "error"],
        "rows": rows,
        "data": f"all {len(golds)} documents of the judging part, fingerprint {fingerprint(golds)}",
    }
