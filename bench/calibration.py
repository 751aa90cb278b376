"""How well the probabilities hold: promised against right, on documents that nothing was fitted on.

`measure` also draws docs/_static/reliability.svg.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from bench.gold_sets import gold_set
from dragoman.bitext.encoder import encoder
from dragoman.bitext.engine import align_sentences

_PICTURE = Path(__file__).resolve().parents[1] / "docs" / "_static" / "reliability.svg"
_EDGES = (0.0, 0.3, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.98, 1.0)
_Z = 1.96


@dataclass(frozen=True, slots=True)
class Bin:
    """Beads whose stated probability lies in a range: how many, the mean promise, how many were right."""

    low: float
    high: float
    beads: int
    promised: float
    right: int

    @property
    def share(self) -> float:
        """The share that was right."""
        return self.right / self.beads

    def interval(self) -> tuple[float, float]:
        """95 % interval of the share (Wilson 1927)."""
        n, p = self.beads, self.share
        centre = (p + _Z * _Z / (2 * n)) / (1 + _Z * _Z / n)
        half = _Z * math.sqrt(p * (1 - p) / n + _Z * _Z / (4 * n * n)) / (1 + _Z * _Z / n)
        return max(0.0, centre - half), min(1.0, centre + half)


def promises() -> dict[str, list[tuple[float, bool]]]:
    """Stated probability and whether it was right, for every bead of the judging part, by corpus."""
    found: dict[str, list[tuple[float, bool]]] = {}
    for gold in gold_set("test"):
        if gold.inexact:
            continue
        alignment = align_sentences(
            gold.source, gold.target, gold.source_language, gold.target_language, encoder()
        )
        true = set(gold.beads)
        found.setdefault(gold.name, []).extend(
            (bead.probability, (bead.source, bead.target) in true) for bead in alignment
        )
    return found


def bins(pairs: Sequence[tuple[float, bool]]) -> list[Bin]:
    """The pairs in ranges of stated probability; empty ranges are left out."""
    made = []
    for low, high in pairwise(_EDGES):
        own = [(p, right) for p, right in pairs if low <= p < high or (p == high == 1.0)]
        if own:
            promised = sum(p for p, _ in own) / len(own)
            made.append(Bin(low, high, len(own), promised, sum(right for _, right in own)))
    return made


def error(made: Sequence[Bin]) -> float:
    """Expected calibration error: mean distance of promised and right, weighted by beads."""
    total = sum(one.beads for one in made)
    return sum(one.beads * abs(one.promised - one.share) for one in made) / total


def drawn(made: Sequence[Bin], title: str) -> str:
    """The reliability diagram as SVG, in colours that serve on light and dark pages."""
    size, margin = 360, 44

    def at(x: float, y: float) -> str:
        return f"{margin + x * size:.1f},{margin / 2 + (1 - y) * size:.1f}"

    lines = [
        '<svg xmlns="http://www.w3.org/2000/svg" '
        f'viewBox="0 0 {size + 2 * margin} {size + 1.6 * margin:.0f}" '
        'role="img" aria-labelledby="t d" font-family="sans-serif" font-size="12" '
        'fill="#767676">',
        f'<title id="t">{title}</title>',
        '<desc id="d">Across: stated probability. Up: share of beads that were right, with 95 % intervals. '
        "The diagonal is perfect calibration.</desc>",
        f'<polyline points="{at(0, 1)} {at(0, 0)} {at(1, 0)}" fill="none" stroke="#767676"/>',
        f'<polyline points="{at(0, 0)} {at(1, 1)}" fill="none" stroke="#767676" stroke-dasharray="3 4"/>',
    ]
    for tick in (0, 0.25, 0.5, 0.75, 1):
        x, y = at(tick, 0).split(",")
        lines.append(f'<text x="{x}" y="{float(y) + 18:.1f}" text-anchor="middle">{tick:g}</text>')
        x, y = at(0, tick).split(",")
        lines.append(f'<text x="{float(x) - 8:.1f}" y="{float(y) + 4:.1f}" text-anchor="end">{tick:g}</text>')
    for one in made:
        low, high = one.interval()
        radius = 2.5 + math.log10(one.beads)
        lines.append(
            f'<polyline points="{at(one.promised, low)} {at(one.promised, high)}" stroke="#3a7ca5"/>'
        )
        x, y = at(one.promised, one.share).split(",")
        lines.append(f'<circle cx="{x}" cy="{y}" r="{radius:.1f}" fill="#3a7ca5"/>')
    return "\n".join([*lines, "</svg>"]) + "\n"


def measure() -> dict[str, object]:
    """The bins over all corpora, and the error by corpus."""
    found = promises()
    every = bins([pair for pairs in found.values() for pair in pairs])
    _PICTURE.parent.mkdir(exist_ok=True)
    _PICTURE.write_text(drawn(every, "Stated probability and share of right beads"), encoding="utf-8")
    rows: list[list[object]] = [
        [
            f"{one.low:.2f} – {one.high:.2f}",
            one.beads,
            f"{one.promised:.3f}",
            f"{one.share:.3f}",
            "{:.3f} – {:.3f}".format(*one.interval()),
        ]
        for one in every
    ]
    errors = [f"{name} {error(bins(pairs)):.3f}" for name, pairs in sorted(found.items())]
    rows.append(["calibration error", sum(one.beads for one in every), "", f"{error(every):.4f}", ""])
    return {
        "columns": ["stated probability", "beads", "mean stated", "right", "95 % interval"],
        "rows": rows,
        "data": f"part test; calibration error by corpus: {', '.join(errors)}",
    }
