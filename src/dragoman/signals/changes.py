"""When a series of counts went from one level to another, and whether that is more than chance.

The number of changes is found step by step: is one level enough for the whole series, are two levels enough,
and so on, each time against what chance makes of the same counts on levels cut the same way (`scan`). The
first "yes" ends it. So a series without any change is said to have one at the stated level at most, however
long it is, and a series with k changes is said to have more at about that level. Where the changes are, the
exact search of `segments` tells. A change that is not above chance between its neighbours is given up again.

References: Bai, J. and Perron, P. 1998. Estimating and testing linear models with multiple structural
changes. Econometrica 66, 47-78 (section 4.3: one test after the other); Besag, J. and Clifford, P. 1991.
Sequential Monte Carlo p-values. Biometrika 78, 301-304; Smith, A. F. M. 1975. A Bayesian approach to
inference about a change-point in a sequence of random variables. Biometrika 62, 407-416 (when it happened).

What it does not do: tell why, follow a slow slope (it is cut into steps), or allow for periods that depend on
each other. Counts that scatter more than chance does (one speaker's many repetitions) need `wide`; see there.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

import numpy as np
from numpy.random import Generator

from dragoman.errors import InputError
from dragoman.signals.intervals import garwood, wilson
from dragoman.signals.scan import Scan
from dragoman.signals.segments import Counts, Floats, Kind, best_cuts, stretches

Silence = Literal["", "periods", "counts"]
"""Why nothing can be said: too few periods, or so few counts that no order of them would be above chance."""

# Draws after which a p-value far over the level is left as it is; a further change is looked for with these.
_FIRST_DRAWS = 199
# The generator of chance takes no more documents.
_MOST_DOCUMENTS = 10**9


@dataclass(frozen=True, slots=True)
class Rules:
    """How sure a change must be.

    Attributes:
        level: How often a series without change may be said to have one.
        wide: Counts may scatter more than binomial or Poisson chance makes them. The order of the periods is
            then all that is tested, which needs more periods to find the same change.
        fewest: Periods with any exposure below which nothing is said: with so few the scatter cannot be
            seen, and the counts' own chance would have to be believed.
        most: Changes looked for.
        draws: Series drawn by chance for a p-value, which is 1 / (draws + 1) at least.
        seed: The same seed gives the same answer.
    """

    level: float = 0.05
    wide: bool = False
    fewest: int = 9
    most: int = 8
    draws: int = 399
    seed: int = 0


@dataclass(frozen=True, slots=True)
class Level:
    """Periods `start` to `end` - 1 as one level: `count` in `exposure`, the rate and its 95 % interval."""

    start: int
    end: int
    count: int
    exposure: float
    rate: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Change:
    """From one level to the next.

    `index`: the first period of the new level; `first` and `last`: the 95 % interval of that period, if there
    was one change between the neighbouring ones. `p_value`: of both levels being one.
    """

    index: int
    first: int
    last: int
    before: Level
    after: Level
    p_value: float


@dataclass(frozen=True, slots=True)
class Examination:
    """What a series tells.

    `levels` has one more than `changes`, none for a series without exposure. `p_value`: of one level for the
    whole series, 1 where nothing was tested. `silence`: why nothing can be said, "" where something can.
    """

    changes: tuple[Change, ...]
    levels: tuple[Level, ...]
    p_value: float
    silence: Silence


def changes(
    counts: Sequence[int], exposures: Sequence[float], kind: Kind = "share", rules: Rules | None = None
) -> tuple[Change, ...]:
    """The changes of level in a series, in order; see `examine`."""
    return examine(counts, exposures, kind, rules).changes


def examine(
    counts: Sequence[int], exposures: Sequence[float], kind: Kind = "share", rules: Rules | None = None
) -> Examination:
    """What a series of counts tells about its level.

    One count and one exposure a period, in order of time. A "share" is `counts` of `exposures` documents; a
    "rate" is `counts` events in an exposure of any unit (sentences, votes, days). Periods of exposure 0 are
    passed over.

    Raises:
        InputError: The series differ in length, a number is below 0, or a share is over 1.
    """
    rules = rules or Rules()
    k, of = _checked(counts, exposures, kind)
    kept = np.flatnonzero(of > 0)
    series = _Series(kind, k[kept], of[kept], rules, np.random.default_rng(rules.seed))
    places = [*map(int, kept), len(k)]
    cuts, p_values, silence = series.found()
    bounds = (0, *cuts, len(kept))
    levels = tuple(series.level(*pair, places) for pair in pairwise(bounds) if len(kept))
    found = []
    for n, (cut, p_value) in enumerate(zip(cuts, p_values[1:], strict=True)):
        first, last = series.when(bounds[n], bounds[n + 2])
        found.append(Change(places[cut], places[first], places[last], levels[n], levels[n + 1], p_value))
    return Examination(tuple(found), levels, p_values[0], silence)


def _checked(counts: Sequence[int], exposures: Sequence[float], kind: Kind) -> tuple[Counts, Floats]:
    if len(counts) != len(exposures):
        raise InputError(
            "There are {counts} counts and {exposures} exposures; each period needs one of both.",
            counts=len(counts),
            exposures=len(exposures),
        )
    k, of = np.asarray(counts, dtype=np.int64), np.asarray(exposures, dtype=np.float64)
    if not (np.isfinite(of).all() and (k >= 0).all() and (of >= 0).all()):
        raise InputError("Counts and exposures are finite and not below 0.")
    if (k[of == 0] > 0).any() or (kind == "share" and (k > of).any()):
        raise InputError("A period has a higher count than its exposure allows.")
    if kind == "share" and ((of != np.floor(of)).any() or of.sum() >= _MOST_DOCUMENTS):
        raise InputError("A share is counted in whole documents, fewer than 1,000,000,000 of them.")
    return k, of


class _Series:
    """A series without empty periods, and the chance by which it is tested."""

    def __init__(self, kind: Kind, counts: Counts, of: Floats, rules: Rules, generator: Generator) -> None:
        self._kind: Kind = kind
        self._counts, self._of = counts, of
        self._rules, self._generator = rules, generator

    def found(self) -> tuple[tuple[int, ...], list[float], Silence]:
        """Cuts; the p-value of the whole series followed by those of the cuts; why nothing can be said."""
        n = len(self._counts)
        if n < max(2, self._rules.fewest):
            return (), [1.0], "periods"
        p_value, p_utmost = self._tested((0, n))
        if p_value > self._rules.level:
            return (), [p_value], "counts" if p_utmost > self._rules.level else ""
        choices = best_cuts(stretches(self._kind, self._counts, self._of), self._rules.most)
        number = 1
        while number + 1 < len(choices) and self._another((0, *choices[number], n)):
            number += 1
        while number > 1:
            bounds = (0, *choices[number], n)
            p_values = [self._tested((bounds[k], bounds[k + 2]))[0] for k in range(number)]
            if max(p_values) <= self._rules.level:
                return choices[number], [p_value, *p_values], ""
            number -= 1
        return choices[1], [p_value, p_value], ""

    def _another(self, bounds: tuple[int, ...]) -> bool:
        """Whether these levels are not enough."""
        return self._tested(bounds, min(_FIRST_DRAWS, self._rules.draws))[0] <= self._rules.level

    def _tested(self, bounds: tuple[int, ...], most: int = 0) -> tuple[float, float]:
        """The p-value of one level between each two bounds, and the lowest that these counts could have."""
        scans = []
        for start, end in pairwise(bounds):
            stretch = self._counts[start:end], self._of[start:end]
            scan = Scan(self._kind, *stretch, wide=self._rules.wide)
            if scan.can_differ:
                scans.append(scan)
        if not scans:
            return 1.0, 1.0
        # Equal values that were summed in another order count as equal.
        observed = max(scan.observed() for scan in scans) - 1e-9
        utmost = max(scan.utmost() for scan in scans) - 1e-9
        above = above_utmost = drawn = 0
        most = most or self._rules.draws
        for draws in (min(_FIRST_DRAWS, most), max(0, most - _FIRST_DRAWS)):
            if above > self._rules.level * (most + 1) or not draws:
                break  # the p-value will be over the level whatever else is drawn
            values = np.max([scan.by_chance(self._generator, draws) for scan in scans], axis=0)
            above += int((values >= observed).sum())
            above_utmost += int((values >= utmost).sum())
            drawn += draws
        return (1 + above) / (1 + drawn), (1 + above_utmost) / (1 + drawn)

    def when(self, start: int, end: int) -> tuple[int, int]:
        """The first and last period at which the one change between `start` and `end` may have come.

        The smallest set of periods that holds it with a probability of 95 %, if all are as likely beforehand
        and the levels unknown (Jeffreys' prior).
        """
        counts, of = self._counts[start:end], self._of[start:end]
        left, left_of = np.cumsum(counts)[:-1], np.cumsum(of)[:-1]
        weights = [
            self._evidence(int(k), float(m)) + self._evidence(int(counts.sum() - k), float(of.sum() - m))
            for k, m in zip(left, left_of, strict=True)
        ]
        chances = np.exp(np.array(weights) - max(weights))
        order = np.argsort(-chances, kind="stable")
        needed = int(np.searchsorted(np.cumsum(chances[order]), 0.95 * chances.sum())) + 1
        chosen = order[:needed]
        return start + 1 + int(chosen.min()), start + 1 + int(chosen.max())

    def _evidence(self, count: int, of: float) -> float:
        """The logarithm of the probability of a stretch whose level is unknown, but for a constant."""
        if self._kind == "rate":
            return math.lgamma(count + 0.5) - (count + 0.5) * math.log(of)
        return math.lgamma(count + 0.5) + math.lgamma(of - count + 0.5) - math.lgamma(of + 1)

    def level(self, start: int, end: int, places: Sequence[int]) -> Level:
        """Some periods as one level; `places` are the periods in the series that was given."""
        count, of = int(self._counts[start:end].sum()), float(self._of[start:end].sum())
        low, high = wilson(count, int(of)) if self._kind == "share" else garwood(count, of)
        # Empty periods after a level belong to it, those before the first one to none.
        return Level(places[start], places[end], count, of, count / of, low, high)
