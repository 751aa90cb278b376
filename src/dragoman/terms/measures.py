"""How much a stretch of text is a term (termhood) and how firmly it holds together (unithood).

Pure functions of counts. Those that are asked for many candidates at once take arrays and give
arrays of the same shape; the others take one candidate. Logarithms are natural unless a name says
otherwise.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import ArrayLike, NDArray

Floats = NDArray[np.float64]

_LOG_DICE_TOP = 14.0


def c_value(
    count: ArrayLike,
    length: ArrayLike,
    nested: ArrayLike = 0,
    containers: ArrayLike = 0,
    *,
    singles: bool = False,
) -> Floats:
    """C-value: frequency times length, less what a candidate owes to the longer ones it stands in.

    `count` is how often the candidate occurs, `nested` how many of these occurrences stand inside a
    longer candidate (each counted once, however deep), `containers` in how many different ones,
    `length` its number of words: log2(length) · (count − nested / containers).

    A single word gets 0, as the measure was made for terms of several words. With `singles` ("C-value
    with log2(length + 1)") words of one are measured too: the variant of Barrón-Cedeño et al. (2009).
    Never negative, and 0 for a candidate that only ever stands inside one other.

    Reference
    ---------
    K. Frantzi, S. Ananiadou & H. Mima (2000), Automatic recognition of multi-word terms: the
    C-value/NC-value method, International Journal on Digital Libraries 3(2), pp. 115-130, section 3.
    A. Barrón-Cedeño, G. Sierra, P. Drouin & S. Ananiadou (2009), An improved automatic term
    recognition method for Spanish, CICLing 2009, pp. 125-136.
    """
    f, size, inside, longer = (
        np.asarray(one, dtype=np.float64) for one in (count, length, nested, containers)
    )
    owed = np.where(longer > 0.0, inside / np.where(longer > 0.0, longer, 1.0), 0.0)
    return np.asarray(np.log2(size + (1.0 if singles else 0.0)) * (f - owed))


def log_likelihood(
    count: ArrayLike, size: ArrayLike, other_count: ArrayLike, other_size: ArrayLike
) -> Floats:
    """Keyness G2 of a word with `count` in `size` words against a reference corpus.

    G2 = 2 · (a · ln(a/E1) + b · ln(b/E2)), where E1 and E2 are the counts expected were the rate the
    same in both. At least 0; 3.84 and more happens by chance in 5 of 100 words, 10.83 in 1 of 1,000.
    It does not tell in which corpus the word is commoner: see `keyness`.

    Reference
    ---------
    P. Rayson & R. Garside (2000), Comparing corpora using frequency profiling, Workshop on Comparing
    Corpora, pp. 1-6, after T. Dunning (1993), Accurate methods for the statistics of surprise and
    coincidence, Computational Linguistics 19(1), pp. 61-74.
    """
    a, c, b, d = (np.asarray(one, dtype=np.float64) for one in (count, size, other_count, other_size))
    rate = (a + b) / (c + d)
    return np.maximum(2.0 * (_times_log(a, c * rate) + _times_log(b, d * rate)), 0.0)


def keyness(count: ArrayLike, size: ArrayLike, other_count: ArrayLike, other_size: ArrayLike) -> Floats:
    """`log_likelihood` with a minus where the word is rarer here than in the reference corpus."""
    a, c, b, d = (np.asarray(one, dtype=np.float64) for one in (count, size, other_count, other_size))
    value = log_likelihood(a, c, b, d)
    return np.where(a * d < b * c, -value, value)


def association(both: ArrayLike, left: ArrayLike, right: ArrayLike, total: ArrayLike) -> Floats:
    """G2 of a two-by-two table: how far two things meet more, or less, often than by chance.

    `both` is how often they meet, `left` and `right` how often each occurs, `total` the number of
    places where they might. At least 0.

    Reference
    ---------
    T. Dunning (1993), Accurate methods for the statistics of surprise and coincidence, Computational
    Linguistics 19(1), pp. 61-74.
    """
    k, x, y, n = (np.asarray(one, dtype=np.float64) for one in (both, left, right, total))
    cells = ((k, x, y), (x - k, x, n - y), (y - k, n - x, y), (n - x - y + k, n - x, n - y))
    value = np.zeros(np.broadcast_shapes(k.shape, x.shape, y.shape, n.shape))
    for observed, row, column in cells:
        value = value + _times_log(observed, row * column / n)
    return np.maximum(2.0 * value, 0.0)


def dispersion_dp(counts: ArrayLike, sizes: ArrayLike) -> Floats:
    """Deviation of proportions: 0 where a word is spread as the parts' sizes are, near 1 where clumped.

    `counts` has a last axis of parts (documents), `sizes` the parts' words; the axis is summed away.
    A word that does not occur has nan.

    Reference
    ---------
    S. Th. Gries (2008), Dispersions and adjusted frequencies in corpora, International Journal of
    Corpus Linguistics 13(4), pp. 403-437.
    """
    seen, parts = np.asarray(counts, dtype=np.float64), np.asarray(sizes, dtype=np.float64)
    totals = seen.sum(axis=-1, keepdims=True)
    with np.errstate(invalid="ignore", divide="ignore"):
        observed = seen / totals
    expected = parts / parts.sum(axis=-1, keepdims=True)
    return np.asarray(np.abs(observed - expected).sum(axis=-1) / 2.0)


def dispersion_dp_norm(counts: ArrayLike, sizes: ArrayLike) -> Floats:
    """`dispersion_dp` divided by the most it can be with these parts, 1 − the smallest share: 0 to 1.

    With a single part there is no dispersion to speak of: 0.

    Reference
    ---------
    J. Lijffijt & S. Th. Gries (2012), Correction to Gries (2008), International Journal of Corpus
    Linguistics 17(1), pp. 147-149.
    """
    parts = np.asarray(sizes, dtype=np.float64)
    most = 1.0 - parts.min(axis=-1) / parts.sum(axis=-1)
    value = dispersion_dp(counts, parts)
    return np.where(most > 0.0, value / np.where(most > 0.0, most, 1.0), value * 0.0)


def branching_entropy(neighbours: Sequence[int]) -> float:
    """Entropy in bits of what stands beside a string, from how often each neighbour does.

    High where anything may follow (the string is a unit that ends here), 0 where one thing always
    does. Take the lesser of the left and the right one: a term has two ends. 0 without neighbours.

    Reference
    ---------
    Z. Jin & K. Tanaka-Ishii (2006), Unsupervised segmentation of Chinese text by use of branching
    entropy, COLING/ACL 2006 Poster Sessions, pp. 428-435.
    """
    counts = np.asarray([count for count in neighbours if count > 0], dtype=np.float64)
    if counts.size < 2:
        return 0.0
    shares = counts / counts.sum()
    return float(-(shares * np.log2(shares)).sum())


def pointwise_information(both: ArrayLike, left: ArrayLike, right: ArrayLike, total: ArrayLike) -> Floats:
    """Pointwise mutual information in bits: log2(both · total / (left · right)).

    0 is chance; −inf where the two never meet.

    Reference
    ---------
    K. W. Church & P. Hanks (1990), Word association norms, mutual information, and lexicography,
    Computational Linguistics 16(1), pp. 22-29.
    """
    k, x, y, n = (np.asarray(one, dtype=np.float64) for one in (both, left, right, total))
    with np.errstate(divide="ignore"):
        return np.asarray(np.log2(k * n / (x * y)))


def cohesion(count: int, splits: Sequence[tuple[int, int]], total: int) -> float:
    """How firmly a string holds together: its pointwise information at the weakest place to cut it.

    `splits` gives for each place the counts of what is before and after it; `total` is the number
    of characters (or words) counted. In bits; inf for a string that cannot be cut.

    Reference
    ---------
    J. Ferreira da Silva & G. Pereira Lopes (1999), A local maxima method and a fair dispersion
    normalization for extracting multi-word units from corpora, MOL 6, pp. 369-381, for looking at
    every cut; the weakest one instead of the mean, as words of Chinese have only few.
    """
    if not splits:
        return float("inf")
    left, right = zip(*splits, strict=True)
    return float(pointwise_information(count, left, right, total).min())


def dice(both: ArrayLike, left: ArrayLike, right: ArrayLike) -> Floats:
    """2 · both / (left + right): 0 (never meet) to 1 (never part); 0 where neither occurs.

    Reference
    ---------
    L. R. Dice (1945), Measures of the amount of ecologic association between species, Ecology 26(3),
    pp. 297-302.
    """
    k, x, y = (np.asarray(one, dtype=np.float64) for one in (both, left, right))
    whole = x + y
    return np.asarray(np.where(whole > 0.0, 2.0 * k / np.where(whole > 0.0, whole, 1.0), 0.0))


def log_dice(both: ArrayLike, left: ArrayLike, right: ArrayLike) -> Floats:
    """14 + log2 of `dice`: at most 14, one more for twice as strong; −inf where the two never meet.

    It does not depend on the size of the corpus.

    Reference
    ---------
    P. Rychlý (2008), A lexicographer-friendly association score, RASLAN 2008, pp. 6-9.
    """
    with np.errstate(divide="ignore"):
        return np.asarray(_LOG_DICE_TOP + np.log2(dice(both, left, right)))


def _times_log(observed: Floats, expected: Floats) -> Floats:
    """observed · ln(observed / expected), which is 0 where nothing was observed."""
    some = observed > 0.0
    ratio = np.where(some, observed, 1.0) / np.where(some, expected, 1.0)
    return np.asarray(np.where(some, observed * np.log(ratio), 0.0))
