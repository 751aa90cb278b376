"""Counts over hits: by year with intervals, by body and the like; and the words that stand near them."""

from __future__ import annotations

from collections.abc import Sequence
from statistics import NormalDist

import numpy as np
from numpy.typing import NDArray

from dragoman.concordance.model import Share, Year

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]

_Z = NormalDist().inv_cdf(0.975)
_FOR = 1_000


def years(names: Sequence[str], year: Ints, hits: Ints, sentences: Ints) -> tuple[Year, ...]:
    """Counts by year, of the years that hold documents with sentences.

    Args:
        names: The years.
        year: Of each document, an index of `names`, (d,).
        hits: Sentences that answer, (d,).
        sentences: Sentences that were asked, (d,); documents with none are left out.
    """
    asked = sentences > 0
    year, hits, sentences = year[asked], hits[asked], sentences[asked]
    size = len(names)
    found, of = np.bincount(year, hits, size), np.bincount(year, sentences, size)
    documents, having = np.bincount(year, minlength=size), np.bincount(year[hits > 0], minlength=size)
    low, high = interval(found, of, dispersion(year, hits, sentences, size))
    return tuple(
        Year(
            names[at],
            int(found[at]),
            int(having[at]),
            int(documents[at]),
            int(of[at]),
            float(_FOR * found[at] / of[at]),
            float(_FOR * low[at]),
            float(_FOR * high[at]),
        )
        for at in range(size)
        if of[at]
    )


def dispersion(group: Ints, hits: Ints, sentences: Ints, groups: int) -> float:
    """How many times more the hits vary between documents of a group than chance would have it; 1 at least.

    Hits come in bunches: a document that uses a word once uses it again. Pearson's X² over its degrees of
    freedom, all groups together.

    Reference: McCullagh, P., and Nelder, J. A. 1989. Generalized Linear Models, 2nd edition, section 4.5.
    """
    found, of = np.bincount(group, hits, groups), np.bincount(group, sentences, groups)
    share = np.divide(found, of, out=np.zeros(groups), where=of > 0)
    expected = sentences * share[group]
    varying = expected * (1 - share[group])
    squares = np.divide((hits - expected) ** 2, varying, out=np.zeros(len(hits)), where=varying > 0)
    freedom = int((varying > 0).sum()) - int(((found > 0) & (found < of)).sum())
    return max(1.0, float(squares.sum()) / freedom) if freedom > 0 else 1.0


def interval(hits: Floats | Ints, of: Floats | Ints, dispersed: float = 1.0) -> tuple[Floats, Floats]:
    """The 95 % intervals of shares, `hits` out of `of`, as if there were `dispersed` times fewer of both.

    Both ends are in 0 to 1; (0, 1) where `of` is 0.

    Reference: Wilson, E. B. 1927. Probable inference, the law of succession, and statistical inference. JASA
    22, 209-212. With fewer effective observations: Franco, C., et al. 2019. Comparative study of confidence
    intervals for proportions in complex sample surveys. Journal of Survey Statistics and Methodology 7,
    334-364.
    """
    count = np.maximum(of / dispersed, 1e-12)
    share = np.divide(hits, of, out=np.zeros(len(hits)), where=of > 0)
    scale = 1 + _Z**2 / count
    centre = (share + _Z**2 / (2 * count)) / scale
    half = _Z / scale * np.sqrt(share * (1 - share) / count + _Z**2 / (4 * count**2))
    low = np.where(hits > 0, np.maximum(centre - half, 0.0), 0.0)
    high = np.where(hits < of, np.minimum(centre + half, 1.0), 1.0)
    return low, high


def shares(names: Sequence[str], codes: Ints, hits: Ints) -> tuple[Share, ...]:
    """Hits and documents by name, most hits first; nameless ones are left out.

    `codes` and `hits` are by document, or by document and party.
    """
    size = len(names)
    found = np.bincount(codes, hits, size).astype(np.int64)
    documents = np.bincount(codes[hits > 0], minlength=size)
    order = sorted(np.flatnonzero(found).tolist(), key=lambda at: (-found[at], names[at]))
    return tuple(Share(names[at], int(found[at]), int(documents[at])) for at in order if names[at])
