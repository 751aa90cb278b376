"""A reliability diagram as SVG: stated probability across, share of right ones up.

Deterministic, without scripts and style sheets, in middling colours that serve on light and dark pages.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from xml.sax.saxutils import escape

_SIZE, _LEFT, _TOP, _BELOW, _RIGHT = 400, 58, 14, 50, 16
_INK, _DATA = "#767676", "#3a7ca5"
_TICKS = (0.0, 0.2, 0.4, 0.6, 0.8, 1.0)
# 97.5 % of a standard normal variable lie below.
_Z = 1.959964


@dataclass(frozen=True, slots=True)
class Bin:
    """Some beads: how many, the mean of their stated probabilities, and how many were right."""

    beads: int
    stated: float
    right: int

    @property
    def share(self) -> float:
        """The share that was right."""
        return self.right / self.beads

    @property
    def gap(self) -> float:
        """How far the share is from what was stated."""
        return abs(self.stated - self.share)

    def interval(self) -> tuple[float, float]:
        """95 % interval of the share (Wilson 1927, p. 210)."""
        n, p = self.beads, self.share
        scale = 1 + _Z * _Z / n
        centre = (p + _Z * _Z / (2 * n)) / scale
        half = _Z * math.sqrt(p * (1 - p) / n + _Z * _Z / (4 * n * n)) / scale
        return max(0.0, centre - half), min(1.0, centre + half)


def binned(pairs: Sequence[tuple[float, bool]]) -> Bin:
    """Stated probabilities, and whether each was right, as one bin."""
    stated = math.fsum(probability for probability, _ in pairs) / len(pairs)
    return Bin(len(pairs), stated, sum(right for _, right in pairs))


def calibration_error(bins: Sequence[Bin]) -> float:
    """Expected calibration error: the mean gap, weighted by beads (Naeini, Cooper and Hauskrecht 2015)."""
    return sum(one.beads * one.gap for one in bins) / sum(one.beads for one in bins)


def _at(across: float, up: float) -> tuple[float, float]:
    return round(_LEFT + across * _SIZE, 1), round(_TOP + (1 - up) * _SIZE, 1)


def _line(start: tuple[float, float], end: tuple[float, float], stroke: str, more: str = "") -> str:
    (x1, y1), (x2, y2) = _at(*start), _at(*end)
    return f'<line x1="{x1}" y1="{y1}" x2="{x2}" y2="{y2}" stroke="{stroke}"{more}/>'


def _text(x: float, y: float, words: str, anchor: str = "middle", more: str = "") -> str:
    return f'<text x="{x:g}" y="{y:g}" text-anchor="{anchor}"{more}>{escape(words)}</text>'


def _axes() -> list[str]:
    lines = [_line((0, 0), (1, 1), _INK, ' stroke-dasharray="4 4"')]
    for tick in _TICKS:
        x, y = _at(tick, tick)
        lines.append(_line((tick, 0), (tick, 1), _INK, ' stroke-opacity="0.25"'))
        lines.append(_line((0, tick), (1, tick), _INK, ' stroke-opacity="0.25"'))
        lines.append(_text(x, _TOP + _SIZE + 18, f"{tick:g}"))
        lines.append(_text(_LEFT - 8, y + 4, f"{tick:g}", "end"))
    middle = _TOP + _SIZE / 2
    lines.append(_text(_LEFT + _SIZE / 2, _TOP + _SIZE + 40, "stated probability"))
    lines.append(_text(16, middle, "share right", more=f' transform="rotate(-90 16 {middle:g})"'))
    return lines


def drawn(bins: Sequence[Bin], title: str, description: str) -> str:
    """The diagram; a bin is a point, the larger the more beads it has, with the interval of its share."""
    width, height = _LEFT + _SIZE + _RIGHT, _TOP + _SIZE + _BELOW
    lines = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" '
        f'height="{height}" role="img" aria-labelledby="title description" font-family="sans-serif" '
        f'font-size="13" fill="{_INK}">',
        f'<title id="title">{escape(title)}</title>',
        f'<desc id="description">{escape(description)}</desc>',
        *_axes(),
    ]
    for one in bins:
        low, high = one.interval()
        x, y = _at(one.stated, one.share)
        radius = round(2 + math.log10(one.beads), 1)
        lines.append(_line((one.stated, low), (one.stated, high), _DATA, ' stroke-width="2"'))
        lines.append(f'<circle cx="{x}" cy="{y}" r="{radius}" fill="{_DATA}"/>')
    return "\n".join([*lines, "</svg>"]) + "\n"
