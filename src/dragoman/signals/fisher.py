"""Fisher's exact test: whether two shares differ by more than chance."""

from __future__ import annotations

import math

# Tables as probable as the one observed, but for rounding, count as not more probable (as R's fisher.test).
_ALIKE = 1 + 1e-7


def fisher(count: int, of: int, other_count: int, other_of: int) -> float:
    """The two-sided p-value of `count` in `of` against `other_count` in `other_of`.

    The probability, with all sums as they are, of a table that is no more probable than this one.

    Reference: Fisher, R. A. 1935. The logic of inductive inference. JRSS 98, 39-82.
    """
    chances, place = _chances(count, of, other_count, other_of)
    limit = chances[place] * _ALIKE
    return min(1.0, math.fsum(chance for chance in chances if chance <= limit))


def tails(count: int, of: int, other_count: int, other_of: int) -> tuple[float, float]:
    """The probabilities of a `count` as low as this one and as high, with all sums as they are.

    Unlike the two-sided p-value, they fall and rise with the count without a break.
    """
    chances, place = _chances(count, of, other_count, other_of)
    return min(1.0, math.fsum(chances[: place + 1])), min(1.0, math.fsum(chances[place:]))


def _chances(count: int, of: int, other_count: int, other_of: int) -> tuple[list[float], int]:
    """The probability of each count that the sums allow, and which of them is this one."""
    found = count + other_count
    least, most = max(0, found - other_of), min(found, of)
    every = _ways(of + other_of, found)
    chances = [math.exp(_ways(of, k) + _ways(other_of, found - k) - every) for k in range(least, most + 1)]
    return chances, count - least


def _ways(of: int, count: int) -> float:
    """The logarithm of the number of ways to choose."""
    return math.lgamma(of + 1) - math.lgamma(count + 1) - math.lgamma(of - count + 1)
