"""Change points in series drawn by chance: false alarms, changes found, when they were, and the time."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from statistics import median
from typing import Any

import numpy as np
from numpy.random import Generator
from numpy.typing import NDArray

from dragoman.signals.changes import Change, Rules, changes
from dragoman.signals.intervals import wilson
from dragoman.signals.segments import Kind

Row = list[str | float]
Drawn = Callable[[Generator, NDArray[np.float64], NDArray[np.int64]], NDArray[np.int64]]

_SERIES = 500
_LENGTHS = (5, 8, 12, 20, 30, 45, 60)
_RATES = (0.02, 0.1, 0.5, 2.0, 5.0)
_SHARES = (0.02, 0.1, 0.3, 0.6)
# All lengths are tested, the short ones too, of which nothing is said unless one insists.
_ALL = Rules(fewest=2)
_FACTORS = (2, 3, 5)


def _poisson(generator: Generator, level: NDArray[np.float64], of: NDArray[np.int64]) -> NDArray[np.int64]:
    return generator.poisson(level * of)


def _binomial(generator: Generator, level: NDArray[np.float64], of: NDArray[np.int64]) -> NDArray[np.int64]:
    return generator.binomial(of, level)


def _spread(excess: float) -> Drawn:
    """Counts whose variance is `excess` times their mean (negative binomial)."""

    def drawn(generator: Generator, level: NDArray[np.float64], of: NDArray[np.int64]) -> NDArray[np.int64]:
        return generator.negative_binomial(level * of / (excess - 1), 1 / excess)

    return drawn


_DRAW: dict[Kind, Drawn] = {"rate": _poisson, "share": _binomial}


def _series(
    level: Sequence[float], kind: Kind, rules: Rules, number: int, most: int = 20, draw: Drawn | None = None
) -> list[tuple[Change, ...]]:
    """The changes found in so many series of these levels, with exposures from 1 to `most` a period."""
    generator = np.random.default_rng(2012)
    levels = np.array(level)
    found = []
    for k in range(number):
        of = generator.integers(1, most + 1, len(levels))
        counts = (draw or _DRAW[kind])(generator, levels, of)
        own = Rules(rules.level, rules.wide, rules.fewest, rules.most, rules.draws, seed=k)
        found.append(changes(counts.tolist(), of.tolist(), kind, own))
    return found


def _share(hits: int, of: int) -> str:
    low, high = wilson(hits, of)
    return f"{hits / of:.1%} ({low:.1%}–{high:.1%})"


def _false_alarms() -> tuple[list[str], list[Row]]:
    """Rates are for an exposure of 1; a period has an exposure of 1 to 20."""
    rows: list[Row] = []
    for length in _LENGTHS:
        alarms = []
        for kind, levels in (("rate", _RATES), ("share", _SHARES)):
            for level in levels:
                found = _series([level] * length, "rate" if kind == "rate" else "share", _ALL, _SERIES)
                alarms.append(sum(map(bool, found)))
        shares = [f"{alarm / _SERIES:.1%}" for alarm in alarms]
        rows.append([length, *shares, _share(sum(alarms), _SERIES * len(alarms))])
    columns = [
        "periods",
        *(f"rate {it}" for it in _RATES),
        *(f"share {it}" for it in _SHARES),
        "all of these",
    ]
    return columns, rows


def _found() -> list[Row]:
    """A change in the middle: how often it is seen as one change, more than one, and when."""
    rows: list[Row] = []
    for length in (12, 20, 30, 50):
        for base in (0.05, 0.1):
            for factor in _FACTORS:
                level = [base] * (length // 2) + [base * factor] * (length - length // 2)
                found = _series(level, "share", Rules(), _SERIES // 2, most=10)
                seen = [one for one in found if one]
                single = [one[0] for one in seen if len(one) == 1]
                held = sum(change.first <= length // 2 <= change.last for change in single)
                off = median(abs(change.index - length // 2) for change in single) if single else 0
                width = median(change.last - change.first + 1 for change in single) if single else 0
                more = sum(len(one) > 1 for one in seen)
                rows.append([
                    length, base, f"× {factor}", f"{len(seen) / len(found):.0%}", f"{more / len(found):.1%}",
                    f"{off:g}", _share(held, len(single)) if single else "–", f"{width:g}",
                ])  # fmt: skip
    return rows


def _scattered() -> list[Row]:
    """Counts that scatter more than chance: false alarms by the counts' chance and by the periods' order."""
    rows: list[Row] = []
    for excess in (1.5, 2.0, 4.0):
        for length in (12, 30, 60):
            shares = [
                sum(map(bool, _series([0.5] * length, "rate", rules, _SERIES // 2, draw=_spread(excess))))
                for rules in (Rules(), Rules(wide=True))
            ]
            rows.append([f"{excess:g}", length, *(_share(hits, _SERIES // 2) for hits in shares)])
    return rows


def _time() -> list[Row]:
    """Milliseconds of CPU for one series of 50 periods."""
    cases: tuple[tuple[str, Kind, list[float]], ...] = (
        ("a rate without change", "rate", [1.0] * 50),
        ("a share without change", "share", [0.2] * 50),
        ("a rate with one change", "rate", [1.0] * 25 + [3.0] * 25),
        ("a share with one change", "share", [0.1] * 25 + [0.5] * 25),
        ("a share with two changes", "share", [0.1] * 20 + [0.5] * 10 + [0.1] * 20),
    )
    rows: list[Row] = []
    for name, kind, level in cases:
        generator = np.random.default_rng(7)
        spent = []
        for _ in range(60):
            of = generator.integers(1, 21, len(level))
            counts = _DRAW[kind](generator, np.array(level), of)
            begun = time.process_time()
            changes(counts.tolist(), of.tolist(), kind)
            spent.append((time.process_time() - begun) * 1000)
        rows.append([name, round(median(spent), 1), round(float(np.percentile(spent, 95)), 1)])
    return rows


def measure() -> dict[str, Any]:
    """False alarms by length and level; in `parts` changes found, counts that scatter widely, and time."""
    columns, rows = _false_alarms()
    found = [
        "periods", "share before", "change", "seen", "seen as more than one", "periods off, median",
        "interval holds it", "interval, periods",
    ]  # fmt: skip
    scattered = ["variance / mean", "periods", "by the counts' own chance", "by the periods' order"]
    return {
        "columns": columns,
        "rows": rows,
        "data": f"{_SERIES} series drawn by chance for each figure, 1 to 20 documents or units a period",
        "parts": {
            "found": {"columns": found, "rows": _found()},
            "scattered": {"columns": scattered, "rows": _scattered()},
            "time": {"columns": ["series of 50 periods", "median, ms", "95 %, ms"], "rows": _time()},
        },
    }
