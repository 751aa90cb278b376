"""Intervals for a share and for a rate that hold for small counts and for none at all."""

from __future__ import annotations

import math
from functools import lru_cache
from statistics import NormalDist

_ENOUGH = 1e-12
_MOST_STEPS = 100_000


@lru_cache(maxsize=8)
def _z(confidence: float) -> float:
    return NormalDist().inv_cdf(0.5 + confidence / 2)


def wilson(count: int, of: int, confidence: float = 0.95) -> tuple[float, float]:
    """The interval of a share, `count` out of `of`, both ends in 0..1; (0, 1) where `of` is 0.

    Reference: Wilson, E. B. 1927. Probable inference, the law of succession, and statistical inference. JASA
    22, 209-212. Its coverage for small counts: Brown, Cai and DasGupta 2001, Statistical Science 16, 101-133.
    """
    if of == 0:
        return 0.0, 1.0
    z, share = _z(confidence), count / of
    scale = 1 + z * z / of
    centre = (share + z * z / (2 * of)) / scale
    half = z * math.sqrt(share * (1 - share) / of + z * z / (4 * of * of)) / scale
    low = 0.0 if count == 0 else max(0.0, centre - half)
    high = 1.0 if count == of else min(1.0, centre + half)
    return low, high


def garwood(count: int, exposure: float = 1.0, confidence: float = 0.95) -> tuple[float, float]:
    """The exact interval of a rate: `count` events in `exposure`; (0, infinity) where that is 0.

    It holds the true rate at least as often as it says, and with few events more often.

    Reference: Garwood, F. 1936. Fiducial limits for the Poisson distribution. Biometrika 28, 437-442.
    """
    if exposure == 0:
        return 0.0, math.inf
    tail = (1 - confidence) / 2
    low = _gamma_quantile(count, tail) if count else 0.0
    return low / exposure, _gamma_quantile(count + 1, 1 - tail) / exposure


@lru_cache(maxsize=4096)
def _gamma_quantile(shape: int, probability: float) -> float:
    """Where the gamma distribution of scale 1 has this probability below it, by Newton's method.

    It starts at the approximation of Wilson and Hilferty (1931, PNAS 17, 684-688).
    """
    root = 1 - 1 / (9 * shape) + NormalDist().inv_cdf(probability) / (3 * math.sqrt(shape))
    x = max(shape * root**3, 1e-3)
    for _ in range(50):
        density = math.exp((shape - 1) * math.log(x) - x - math.lgamma(shape))
        step = (gamma_below(shape, x) - probability) / density
        # Half-way to nought at most, as the function is flat there.
        following = max(x - step, x / 2)
        if abs(following - x) <= _ENOUGH * x:
            return following
        x = following
    return x


def gamma_below(shape: float, x: float) -> float:
    """The regularised incomplete gamma function P(shape, x).

    By its series (DLMF 8.11.4) below `shape` + 1, else by its continued fraction (DLMF 8.9.2).
    """
    if x <= 0:
        return 0.0
    front = math.exp(shape * math.log(x) - x - math.lgamma(shape))
    if x < shape + 1:
        term = total = 1 / shape
        for k in range(1, _MOST_STEPS):
            term *= x / (shape + k)
            total += term
            if term < total * _ENOUGH / 100:
                break
        return front * total
    return 1 - front * _continued_fraction(shape, x)


def _continued_fraction(shape: float, x: float) -> float:
    """Lentz's method, Numerical Recipes, third edition, section 6.2."""
    tiny = 1e-300
    b = x + 1 - shape
    c, d = 1 / tiny, 1 / b
    value = d
    for k in range(1, _MOST_STEPS):
        a = -k * (k - shape)
        b += 2
        d = 1 / (a * d + b or tiny)
        c = b + a / c or tiny
        value *= d * c
        if abs(d * c - 1) < _ENOUGH / 100:
            break
    return value
