"""Bars for a row of years, with the interval of each: where they stand in a drawing.

Across everything is in per cent of the width, so that letters keep their size on every screen; downwards in
pixels. What is drawn stands in a table beside the drawing as well.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from dragoman.concordance.model import Year

HEIGHT = 132
"""Of the part of the drawing in which bars stand, in pixels."""

# An interval that reaches further than so many times the highest bar is cut off, or it would flatten all.
_REACH = 1.7
_LABELS = 12
_STEPS = (1, 2, 5, 10, 20, 50, 100)
# The share of its place that a bar takes.
_BROAD = 0.72


@dataclass(frozen=True, slots=True)
class Figure:
    """What a bar shows: a name, a value with its interval, what is said of it, where it leads."""

    label: str
    value: float
    low: float
    high: float
    said: str
    address: str


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar: `left`, `middle` and where its `place` begins in per cent, the others in pixels from the top.

    `open` says that the interval goes on above the drawing. `named` bars have their label below; every other
    one of these is `minor`: it is left out on a narrow screen.
    """

    figure: Figure
    left: float
    middle: float
    place: float
    top: float
    low: float
    high: float
    open: bool
    named: bool
    minor: bool


@dataclass(frozen=True, slots=True)
class Bars:
    """A drawing of bars, `width` per cent broad, in places of `place` per cent.

    `tick` is the value of the line across at `line` pixels from the top.
    """

    bars: tuple[Bar, ...]
    width: float
    place: float
    height: int
    tick: float
    line: float


def bars(figures: Sequence[Figure | None]) -> Bars | None:
    """Bars in the order of the figures, with an empty place for each None; None where there is no value."""
    shown = [each for each in figures if each is not None]
    tallest = max((each.value for each in shown), default=0.0)
    if tallest <= 0:
        return None
    top = min(max(each.high for each in shown), _REACH * tallest)
    top = max(top, tallest)
    place = 100 / len(figures)
    step = next((step for step in _STEPS if len(figures) <= step * _LABELS), _STEPS[-1])
    # The last one is always named, the others by whole steps before it.
    names = list(range(len(figures) - 1, -1, -step))
    made = []
    for at, figure in enumerate(figures):
        if figure is None:
            continue
        named = at in names
        made.append(
            Bar(
                figure,
                left=at * place + place * (1 - _BROAD) / 2,
                middle=(at + 0.5) * place,
                place=at * place,
                top=_down(figure.value, top),
                low=_down(figure.low, top),
                high=_down(min(figure.high, top), top),
                open=figure.high > top,
                named=named,
                minor=named and names.index(at) % 2 == 1,
            )
        )
    tick = _round(tallest)
    return Bars(tuple(made), place * _BROAD, place, HEIGHT, tick, _down(tick, top))


def by_year(years: Sequence[Year], figure: Callable[[Year], Figure]) -> list[Figure | None]:
    """The figures of years in their order, with None for each year in between that has no documents."""
    known = {int(each.year): each for each in years if each.year.isdecimal()}
    if not known:
        return []
    span = range(min(known), max(known) + 1)
    return [figure(known[year]) if year in known else None for year in span]


def _down(value: float, top: float) -> float:
    return round(HEIGHT * (1 - value / top), 2)


def _round(value: float) -> float:
    """The greatest of 1, 2, 5, 10, 20 … (or 0.5, 0.2 …) that is not above a value."""
    size = 1.0
    while size > value:
        size /= 10
    while size * 10 <= value:
        size *= 10
    return round(next(size * step for step in (5, 2, 1) if size * step <= value), 12)
