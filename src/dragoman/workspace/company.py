"""The words that stand near the hits of a query, more often than the whole collection would have it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

import numpy as np
from sqlalchemy import Connection

from dragoman.concordance.model import Collocate
from dragoman.concordance.streams import Streams
from dragoman.concordance.wanted import Range, found_in
from dragoman.terms.measures import association, log_dice
from dragoman.workspace.answering import Answered
from dragoman.workspace.asking import Asked
from dragoman.workspace.catalogue import Ints
from dragoman.workspace.finding import streams_of
from dragoman.workspace.hits import Finder
from dragoman.workspace.vocabulary import Words

MOST_HITS = 5_000
"""Sentences whose neighbours are counted; of more, so many chosen by chance."""
FEWEST = 3
"""Times that a word stands near a hit before it counts as company."""

# By chance in 1 of 1,000 words (chi-squared with one degree of freedom).
_G2 = 10.83
_SEED = 20_260_102


def collocates(
    connection: Connection, finder: Finder, found: Answered, window: int, limit: int
) -> tuple[Collocate, ...]:
    """The words within so many of a hit, the strongest first."""
    every = [
        each
        for asked, hits in zip(found.asked, found.hits, strict=True)
        for each in _of_language(connection, asked, finder.in_order(hits.counted, "newest"), window)
    ]
    every.sort(key=lambda each: (-each.log_dice, each.language, each.lemma))
    return tuple(every[: max(0, limit)])


def _of_language(connection: Connection, asked: Asked, counted: Ints, window: int) -> Iterator[Collocate]:
    chosen = counted
    if len(counted) > MOST_HITS:
        chosen = np.random.default_rng(_SEED).permutation(counted)[:MOST_HITS]
    near, beside = Counter[str](), Counter[str]()
    nodes = 0
    for made in streams_of(connection, chosen.tolist()).values():
        ranges = found_in(asked.wanted, made) or ()
        nodes += len(ranges)
        words, own, around = _neighbours(made, ranges, window)
        near.update(words[at] for at in sorted(frozenset().union(*around) - own))
        for each in around:
            beside.update({words[at] for at in each - own})
    vocabulary = Words(connection, asked.code)
    names = sorted(word for word, count in near.items() if count >= FEWEST)
    everywhere = vocabulary.lemma_counts(names)
    names = [name for name in names if name in everywhere]
    if not names:
        return
    total = max(vocabulary.total(), 1)
    windows = near.total()
    both = np.array([near[name] for name in names], dtype=np.float64)
    # No less often everywhere than here, though a word may stand near two hits.
    alone = np.maximum([everywhere[name] for name in names], both)
    expected = windows * alone / total
    evidence = association(both, windows, alone, max(total, windows))
    scale = len(counted) / len(chosen)
    # A word may stand twice near one hit, and once near two: it and a hit are a pair once.
    pairs = np.minimum(both, [beside[name] for name in names])
    strength = log_dice(pairs * scale, nodes * scale, np.maximum(alone, pairs * scale))
    for at, name in enumerate(names):
        if both[at] > expected[at] and evidence[at] >= _G2:
            yield Collocate(
                asked.code, name, int(both[at]), float(expected[at]), float(strength[at]), float(evidence[at])
            )


def _neighbours(
    made: Streams, ranges: Sequence[Range], window: int
) -> tuple[list[str], frozenset[int], list[frozenset[int]]]:
    """The words of a sentence by lemma, the places of all ranges, and those within the window of each."""
    bounds = [0]
    for length in made.lengths or (1,) * len(made.forms):
        bounds.append(bounds[-1] + length)
    words = [lemma for _, lemma in made.counted()]
    own: set[int] = set()
    around = []
    for start, end in ranges:
        first = int(np.searchsorted(bounds, start, side="right")) - 1
        last = int(np.searchsorted(bounds, end - 1, side="right")) - 1
        own.update(range(first, last + 1))
        around.append(frozenset(range(max(0, first - window), min(len(words), last + 1 + window))))
    return words, frozenset(own), around
