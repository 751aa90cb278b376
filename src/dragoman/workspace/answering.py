"""A concordance's answer: what is asked in which language, what was found, the lines and the counts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from sqlalchemy import Connection

from dragoman.concordance.model import Concordance, Filters, Order, Reading, Share
from dragoman.concordance.query import Node, parse
from dragoman.concordance.statistics import shares, years
from dragoman.concordance.wanted import is_chinese
from dragoman.workspace.asking import Asked, as_sounds, as_written, corrected
from dragoman.workspace.catalogue import Catalogue, Ints
from dragoman.workspace.dates import check_dates
from dragoman.workspace.hits import Finder, Hits, Sense
from dragoman.workspace.kwic import by_context, lines_of

MOST_LINES = 10_000
"""Lines of one answer."""
SORTED = 1_000
"""Hits, the newest, that are put in the order of what stands beside them."""


@dataclass(frozen=True, slots=True)
class Answered:
    """What was found by one reading of the query: hits by what was asked."""

    asked: tuple[Asked, ...]
    hits: tuple[Hits, ...]

    @property
    def total(self) -> int:
        """Sentences that answer."""
        return sum(one.total for one in self.hits)


def cleaned(query: str) -> str:
    """A query without what is no text: halves of surrogate pairs, control characters."""
    return "".join(
        " " if char < " " or char == "\x7f" or "\ud800" <= char <= "\udfff" else char for char in query
    )


def check(filters: Filters) -> None:
    """Refuse dates that are none.

    Raises:
        InputError
    """
    check_dates(filters.since, filters.until)


class Answering:
    """Answers one query in one state of the database."""

    def __init__(self, connection: Connection, catalogue: Catalogue, filters: Filters) -> None:
        self._connection = connection
        self._catalogue = catalogue
        self._filters = filters
        self.finder = Finder(connection, catalogue)
        chosen = filters.language
        self._codes = [code for code in catalogue.languages if chosen in ("", code)]

    def found(self, query: str, node: Node, order: Order, need: int) -> tuple[Answered, tuple[str, ...]]:
        """What answers: as written, else as sounds of Chinese, else with words corrected.

        Returns it with the corrected queries, the likeliest first, where nothing is found as written.
        """
        written = as_written(self._connection, query, node, self._codes, self._filters.language)
        answered = self._answered(written, order, need)
        if answered.total:
            return answered, ()
        if not self._filters.language:
            heard = [
                as_sounds(self._connection, query, node, code) for code in self._codes if is_chinese(code)
            ]
            sounded = self._answered([one for one in heard if one is not None], order, need)
            if sounded.total:
                return sounded, ()
        mended = corrected(self._connection, query, node, self._codes)
        for said, code in mended:
            other = parse(said)
            if other is not None:
                again = as_written(self._connection, said, other, [code], self._filters.language)
                named = [
                    Asked(one.code, one.wanted, (Reading(one.code, "corrected", said),)) for one in again
                ]
                result = self._answered(named, order, need)
                if result.total:
                    return result, tuple(each for each, _ in mended)
        return answered, tuple(each for each, _ in mended)

    def _answered(self, asked: Sequence[Asked], order: Order, need: int) -> Answered:
        hits = [
            self.finder.find(one.wanted, self._catalogue.mask(self._filters, [one.code]), _sense(order), need)
            for one in asked
        ]
        return Answered(tuple(asked), tuple(hits))

    def chosen(self, found: Answered, order: Order, limit: int, offset: int, seed: int) -> Ints:
        """Numbers of the sentences whose lines are shown."""
        if order == "sample":
            counted = self._joined([one.counted for one in found.hits], "newest")
            return np.random.default_rng(seed).permutation(counted)[offset : offset + limit]
        first = self._joined([one.first for one in found.hits], _sense(order))
        if order in ("left", "right"):
            wanted = {one.code: one.wanted for one in found.asked}
            first = by_context(
                self._connection, self._catalogue, first[:SORTED], wanted, left=order == "left"
            )
        return first[offset : offset + limit]

    def _joined(self, found: Sequence[Ints], sense: Sense) -> Ints:
        """The hits of all languages in one order."""
        if not found:
            return np.empty(0, dtype=np.int64)
        return self.finder.in_order(np.concatenate(found), sense)

    def concordance(
        self,
        query: str,
        found: Answered,
        suggestions: tuple[str, ...],
        order: Order,
        seed: int,
        numbers: Ints,
    ) -> Concordance:
        """The whole answer."""
        catalogue = self._catalogue
        wanted = {one.code: one.wanted for one in found.asked}
        size = len(catalogue.first)
        hits = np.zeros(size, dtype=np.int64)
        asked = np.zeros(size, dtype=bool)
        for one in found.hits:
            hits += np.bincount(catalogue.version_of(one.counted), minlength=size)
            asked |= one.versions
        documents = len(catalogue.documents)
        by_document = np.bincount(catalogue.document, hits, documents).astype(np.int64)
        sentences = np.bincount(catalogue.document, catalogue.sentences * asked, documents).astype(np.int64)
        parties, of_document, party = catalogue.parties
        names, year = catalogue.years
        return Concordance(
            query=query,
            filters=self._filters,
            order=order,
            lines=lines_of(self._connection, catalogue, numbers, wanted, self._filters.other),
            total=found.total,
            at_least=any(one.at_least for one in found.hits),
            documents=int((by_document > 0).sum()),
            readings=tuple(reading for one in found.asked for reading in one.readings),
            suggestions=suggestions,
            years=years(names, year, by_document, sentences) if found.total else (),
            bodies=shares(*catalogue.bodies, by_document),
            parties=shares(parties, party, by_document[of_document]),
            kinds=shares(*catalogue.kinds, by_document),
            languages=self._languages(hits),
            seed=seed,
        )

    def _languages(self, hits: Ints) -> tuple[Share, ...]:
        return shares(self._catalogue.languages, self._catalogue.language, hits)


def _sense(order: Order) -> Sense:
    return "oldest" if order == "oldest" else "newest"
