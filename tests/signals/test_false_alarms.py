"""How often a change is said to be where none is, and found where one is; `bench/changes.py` has it all."""

from __future__ import annotations

import numpy as np
import pytest

from dragoman.signals.changes import Rules, changes
from dragoman.signals.segments import Kind

SERIES = 300
RULES = Rules(fewest=5, draws=199)
# Five in a hundred of 300 series, and three standard deviations more.
MOST = 15 + 3 * np.sqrt(300 * 0.05 * 0.95)


def drawn(generator: np.random.Generator, kind: Kind, level: np.ndarray, of: np.ndarray) -> list[int]:
    counts = generator.poisson(level * of) if kind == "rate" else generator.binomial(of, level)
    return [int(count) for count in counts]


@pytest.mark.parametrize(
    ("length", "kind", "level"), [(6, "rate", 2.0), (15, "share", 0.1), (40, "rate", 0.1)]
)
def test_a_series_without_change_is_seldom_said_to_have_one(length: int, kind: Kind, level: float) -> None:
    generator = np.random.default_rng(11)
    alarms = 0
    for _ in range(SERIES):
        of = generator.integers(1, 15, length)
        alarms += bool(changes(drawn(generator, kind, np.full(length, level), of), list(of), kind, RULES))
    assert alarms <= MOST


def test_a_change_is_not_said_to_be_more_than_one() -> None:
    generator = np.random.default_rng(12)
    level = np.array([0.1] * 15 + [0.6] * 15)
    of = generator.integers(5, 20, 30)
    found = [changes(drawn(generator, "share", level, of), list(of), "share", RULES) for _ in range(100)]
    assert sum(len(one) == 1 for one in found) >= 90
    assert sum(one[0].first <= 15 <= one[0].last for one in found if one) >= 90


def test_counts_that_scatter_widely_need_the_rule_for_them() -> None:
    """Counts with four times the variance of chance: false alarms abound, but not by the periods' order."""
    generator = np.random.default_rng(13)
    plain = wide = 0
    for _ in range(100):
        counts = [int(k) for k in generator.negative_binomial(1, 0.25, 30)]
        plain += bool(changes(counts, [1] * 30, "rate", RULES))
        wide += bool(changes(counts, [1] * 30, "rate", Rules(wide=True, draws=199)))
    assert plain > 50
    assert wide <= 5 + 3 * np.sqrt(100 * 0.05 * 0.95)
