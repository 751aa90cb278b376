"""How candidates stand in the collection: counts by document and body, and the measures made of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from dragoman.terms.candidates import Candidates
from dragoman.terms.measures import c_value, keyness
from dragoman.terms.texts import Text

Floats = NDArray[np.float64]
Numbers = NDArray[np.int64]

# A single word says less than a term of several; as much as it takes to be listed behind phrases as frequent.
_SINGLE = 0.5


@dataclass(frozen=True, slots=True)
class Standing:
    """Of each candidate, (m,): `documents`; `first` and `last` dates; see `Term` for the measures."""

    documents: Numbers
    first: tuple[str, ...]
    last: tuple[str, ...]
    cvalue: Floats
    keyness: Floats
    dispersion: Floats
    termhood: Floats


def standing(found: Candidates, texts: Sequence[Text]) -> Standing:
    """The standing of candidates in the texts that they were found in."""
    names, dates, bodies = _documents(texts)
    document_of = np.concatenate(
        [np.full(len(text.sentences), names[text.document]) for text in texts]
    ).astype(np.int64)
    size = np.zeros(len(names))
    for text in texts:
        size[names[text.document]] += sum(map(len, text.words))
    occurrence = document_of[found.found.sentence]
    codes, times = np.unique(found.found.term * len(names) + occurrence, return_counts=True)
    term, document = codes // max(1, len(names)), codes % max(1, len(names))
    cvalue = _cvalue(found)
    dispersion = _dispersion(term, document, times, size, found.count)
    single = np.array([kind == "word" for kind in found.kinds])
    termhood = np.log2(1 + cvalue) * (1 - dispersion / 2) * np.where(single, _SINGLE, 1.0)
    return Standing(
        np.bincount(term, minlength=len(found.keys)),
        *_dates(term, document, dates, len(found.keys)),
        cvalue,
        _keyness(term, document, times, size, bodies),
        dispersion,
        termhood,
    )


def _documents(texts: Sequence[Text]) -> tuple[dict[str, int], list[str], list[str]]:
    names: dict[str, int] = {}
    dates: list[str] = []
    bodies: list[str] = []
    for text in texts:
        if text.document not in names:
            names[text.document] = len(names)
            dates.append(text.date)
            bodies.append(text.body)
    return names, dates, bodies


def _cvalue(found: Candidates) -> Floats:
    """C-value in which single words have one too; never below 0."""
    containers = np.bincount(found.nesting.inner, minlength=len(found.keys))
    return c_value(found.count, found.words, found.nesting.nested, containers, singles=True)


def _dispersion(term: Numbers, document: Numbers, times: Numbers, size: Floats, count: Numbers) -> Floats:
    """Deviation of proportions, normalised.

    Reference: Gries, S. Th. 2008. International Journal of Corpus Linguistics 13(4), 403–437; Lijffijt, J.,
    and Gries, S. Th. 2012. The same 17(1), 147–149.
    """
    expected = size / size.sum()
    share = times / count[term]
    # Documents without the term add their whole expected share: 1 in all, less those that have it.
    apart = np.ones(len(count))
    np.add.at(apart, term, np.abs(share - expected[document]) - expected[document])
    least = 1 - float(expected.min())
    return np.clip(apart / 2 / least, 0.0, 1.0) if least > 0 else np.zeros(len(count))


def _keyness(term: Numbers, document: Numbers, times: Numbers, size: Floats, bodies: Sequence[str]) -> Floats:
    """The G² of the body that uses each term most, against all others; 0 where there is one body only."""
    names = sorted(set(bodies))
    terms = int(term.max(initial=-1)) + 1
    if len(names) < 2:
        return np.zeros(terms)
    of = np.array([names.index(body) for body in bodies])
    sizes = np.bincount(of, weights=size, minlength=len(names))
    codes, place = np.unique(term * len(names) + of[document], return_inverse=True)
    here = np.bincount(place, weights=times)
    owner, body = codes // len(names), codes % len(names)
    total = np.bincount(owner, weights=here, minlength=terms)[owner]
    mine = sizes[body]
    value = keyness(here, mine, total - here, sizes.sum() - mine)
    best = np.zeros(terms)
    np.maximum.at(best, owner, np.maximum(value, 0.0))
    return best


def _dates(
    term: Numbers, document: Numbers, dates: Sequence[str], terms: int
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    first, last = [""] * terms, [""] * terms
    for one, at in zip(term.tolist(), document.tolist(), strict=True):
        date = dates[at]
        if date:
            first[one] = min(first[one] or date, date)
            last[one] = max(last[one], date)
    return tuple(first), tuple(last)
