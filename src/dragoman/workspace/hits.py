"""Which sentences of a language answer, in order: all, or where there are very many the first and a sample.

A query that finds more than `LIMIT` sentences is not followed to its end. Its newest hits come from the
newest documents, one after another, and its statistics from documents chosen by chance, always the same ones.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

import numpy as np
from sqlalchemy import Connection

from dragoman.concordance.wanted import Everything, Wanted, found_in, leaves
from dragoman.workspace.catalogue import NOWHERE, Catalogue, Ints, Mask
from dragoman.workspace.finding import numbers, streams_of
from dragoman.workspace.wordsearch import exact

Sense = Literal["newest", "oldest"]

LIMIT = 20_000
"""Hits that are counted: on SQLite in some 5 ms."""
VERIFIED = 2_000
"""Sentences that are looked at one by one, where the databases cannot say exactly what is asked."""

# Words that one query may stand for and still be asked of one document after another: each time all of them
# are looked up. With more, as with a star, all hits are fetched at once; `vocabulary` bounds their number.
_FEW_WORDS = 16
# Versions that are asked one by one rather than all: at first, and where all have too many hits. One takes
# 40 µs.
_FEW, _RANGES = 16, 200
# Documents looked through for the newest hits, in growing steps, before all hits are fetched after all.
_STEPS = (25, 50, 100, 200)
# Documents whose hits make the statistics, and in what portions.
_SAMPLE, _PORTION = 200, 50
_LARGE = 500_000


@dataclass(frozen=True, slots=True)
class Hits:
    """What was found in one language.

    Attributes:
        first: Numbers of the first hits in the order asked; all of them unless `at_least`.
        counted: Numbers of the hits in the versions that were counted.
        versions: Which versions were counted, (v,).
        total: How many answer; a lower bound if `at_least`.
        at_least: There are more than were counted.
    """

    first: Ints
    counted: Ints
    versions: Mask
    total: int
    at_least: bool


class Finder:
    """Finds in one state of the database."""

    def __init__(self, connection: Connection, catalogue: Catalogue) -> None:
        self._connection = connection
        self._catalogue = catalogue
        # Whether the last question had more answers than were asked for.
        self._cut = False

    def find(self, asked: Wanted, mask: Mask, order: Sense, need: int) -> Hits:
        """The hits in some versions, of which the first `need` are wanted in order."""
        limit = _limit(asked)
        versions = None if mask.all() else np.flatnonzero(mask)
        few = versions is not None and len(versions) <= _FEW
        found = self._asked(asked, versions if few else None, limit + 1)
        if self._cut and versions is not None and _FEW < len(versions) <= _RANGES:
            # Those in other versions may have taken the places of these.
            found = self._asked(asked, versions, limit + 1)
        if not self._cut:
            found = self._verified(asked, self._inside(found, mask))
            return Hits(self.in_order(found, order), found, mask, len(found), at_least=False)
        found = self._verified(asked, self._inside(found, mask)[:limit])
        counted, sampled = self._sample(asked, mask, limit)
        first, complete = self._first(asked, np.flatnonzero(mask), order, need)
        if complete:
            return Hits(first, first, mask, len(first), at_least=False)
        seen = len(_union(found, counted, first))
        return Hits(first, counted, sampled, seen, at_least=True)

    def in_order(self, found: Ints, order: Sense) -> Ints:
        """Sentences by the date of their documents, within a document by language and as they stand."""
        catalogue = self._catalogue
        version = catalogue.version_of(found)
        rank = version
        if order == "oldest":
            document = catalogue.document[version]
            later = len(catalogue.documents) - document
            rank = later * len(catalogue.languages) + catalogue.language[version]
        return found[np.lexsort((found, rank))]

    def _asked(self, asked: Wanted, versions: Ints | None, limit: int) -> Ints:
        """Numbers of sentences that may answer, in some versions or everywhere."""
        if isinstance(asked, Everything):
            found = list(self._all_of(versions, limit))
            self._cut = sum(map(len, found)) >= limit
            return np.concatenate(found)[:limit] if found else np.empty(0, dtype=np.int64)
        ranges = None if versions is None else self._catalogue.ranges(versions)
        if ranges is not None and not ranges:
            self._cut = False
            return np.empty(0, dtype=np.int64)
        answer = numbers(self._connection, asked, limit, ranges)
        self._cut = len(answer) >= limit
        return answer

    def _all_of(self, versions: Ints | None, limit: int) -> Iterator[Ints]:
        """The numbers of all sentences, until there are enough."""
        catalogue = self._catalogue
        for version in range(len(catalogue.first)) if versions is None else versions.tolist():
            if limit <= 0:
                return
            first = catalogue.first[version]
            yield np.arange(first, first + catalogue.sentences[version])
            limit -= int(catalogue.sentences[version])

    def _inside(self, found: Ints, mask: Mask) -> Ints:
        """Those that stand in these versions."""
        version = self._catalogue.version_of(found)
        if not len(mask):
            return found[:0]
        kept: Ints = found[np.flatnonzero((version != NOWHERE) & mask[version])]
        return kept

    def _verified(self, asked: Wanted, found: Ints) -> Ints:
        """Those that answer exactly."""
        if exact(asked):
            return found
        words = streams_of(self._connection, found.tolist())
        kept = [number for number in found.tolist() if found_in(asked, words[number]) is not None]
        return np.array(kept, dtype=np.int64)

    def _sample(self, asked: Wanted, mask: Mask, limit: int) -> tuple[Ints, Mask]:
        """All hits of some documents' versions, and which versions those are.

        The documents are the same for every query of one collection, wherever and whenever it was made.
        """
        catalogue = self._catalogue
        asks = np.zeros(len(catalogue.documents), dtype=bool)
        asks[catalogue.document[mask]] = True
        chosen = catalogue.by_chance[asks[catalogue.by_chance]][:_SAMPLE]
        counted: list[Ints] = []
        sampled = np.zeros(len(mask), dtype=bool)
        for start in range(0, len(chosen), _PORTION):
            portion = catalogue.versions_of(chosen[start : start + _PORTION])
            portion = portion[mask[portion]]
            counted.append(self._verified(asked, self._asked(asked, portion, _LARGE)))
            sampled[portion] = True
            if sum(map(len, counted)) >= limit:
                break
        return np.concatenate(counted), sampled

    def _first(self, asked: Wanted, versions: Ints, order: Sense, need: int) -> tuple[Ints, bool]:
        """The first hits in order, and whether they are all."""
        if order == "oldest":
            versions = versions[np.lexsort((versions, -self._catalogue.document[versions]))]
        found: list[Ints] = []
        start = 0
        for step in _STEPS:
            portion = versions[start : start + step]
            start += step
            found.append(self._verified(asked, self._asked(asked, portion, _LARGE)))
            if sum(map(len, found)) >= need or start >= len(versions):
                return self.in_order(np.concatenate(found), order), start >= len(versions)
        # The hits are old, or few among many documents.
        mask = np.zeros(len(self._catalogue.first), dtype=bool)
        mask[versions] = True
        limit = _LARGE if exact(asked) else VERIFIED
        everywhere = self._inside(self._asked(asked, None, limit), mask)
        complete = not self._cut
        both = _union(*found, self._verified(asked, everywhere))
        return self.in_order(both, order), complete


def _limit(asked: Wanted) -> int:
    """How many hits are fetched at first."""
    if not exact(asked):
        return VERIFIED
    slots = [slot for leaf in leaves(asked) for slot in leaf.slots]
    many = any(slot.prefix or len(slot.forms) > _FEW_WORDS for slot in slots)
    return _LARGE if many else LIMIT


def _union(*found: Ints) -> Ints:
    """Each number once, in order; NumPy's own way, by hashing, takes ten times as long."""
    whole = np.sort(np.concatenate(found))
    return np.compress(np.diff(whole, prepend=-1) > 0, whole)
