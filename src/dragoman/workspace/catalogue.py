"""All present versions as arrays, by which the sentences that the index finds are filtered and counted.

Nothing of this is asked of the tables for each query: a collection of 100,000 documents is read once, and
afterwards only the documents that have changed.
"""

from __future__ import annotations

import json
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from functools import cached_property
from itertools import pairwise
from threading import Lock
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import Connection, text

from dragoman.concordance.model import Filters
from dragoman.workspace.changes import changed_since, stamp
from dragoman.workspace.dates import within
from dragoman.workspace.rowwise import packed, rows_of

Ints = NDArray[np.int64]
Mask = NDArray[np.bool_]

# Of a sentence that stands in no present version.
NOWHERE = -1
# Changed documents that are put in their places one by one; of more all are put in order.
_FEW = 500
# Masks of a catalogue that are kept, for those who turn pages.
_MASKS = 64
_SEED = 20_260_101
# Catalogues that are kept: a reader may still see the state before the last change.
_KEPT = 2

_FACTS = (
    "SELECT document.id, document.title, document.date, document.body, document.parties, document.kind, "
    "document.invented FROM document"
)
_VERSIONS = (
    "SELECT version.document, version.language, version.original, extent.first, extent.sentences "
    "FROM version JOIN extent ON extent.original = version.original AND extent.language = version.language "
    "WHERE version.current"
)


# Later dates come first: 9 for 0, 8 for 1. What follows a date, or stands in its place, is greater than both.
_BACKWARDS = str.maketrans("0123456789", "9876543210")
_Key = tuple[str, str]


class Facts(NamedTuple):
    """What is said of a document."""

    id: str
    title: str
    date: str
    body: str
    parties: tuple[str, ...]
    kind: str
    invented: bool


class Extent(NamedTuple):
    """A present version, whose sentences have the numbers from `first` on."""

    language: str
    original: str
    first: int
    sentences: int


Entry = tuple[Facts, list[Extent]]


class Catalogue:
    """The present versions at one state of the database, newest documents first, then by language.

    Arrays are by version, (v,), unless said otherwise: `first` and `sentences`, `document` (an index of
    `documents`), `language` (of `languages`). The versions of document d have the indices from `start[d]` to
    `start[d + 1]`; `start` has d + 1 places. Nobody changes them.
    """

    def __init__(self, number: int, keys: list[_Key], documents: list[Facts], extents: list[Extent]) -> None:
        self.stamp = number
        self.documents = documents
        self.extents = extents
        self._keys = keys
        self.facts = {facts.id: facts for facts in documents}

    @classmethod
    def of(cls, number: int, entries: Mapping[str, Entry]) -> Catalogue:
        """A catalogue of these documents, by identifier."""
        order = sorted((_key(facts), facts, extents) for facts, extents in entries.values())
        made = cls(
            number,
            [key for key, _, _ in order],
            [facts for _, facts, _ in order],
            [one for _, _, extents in order for one in extents],
        )
        made._count([len(extents) for _, _, extents in order])
        return made

    def changed(self, number: int, documents: Sequence[str], entries: Mapping[str, Entry]) -> Catalogue:
        """This catalogue, with `documents` as they are in `entries`; those that are not there are gone."""
        if len(documents) > _FEW:
            whole = {
                one.id: (one, self.extents[start:end])
                for one, (start, end) in zip(self.documents, pairwise(self.start.tolist()), strict=True)
            }
            for name in documents:
                whole.pop(name, None)
            return Catalogue.of(number, {**whole, **entries})
        keys, facts, extents = self._keys.copy(), self.documents.copy(), self.extents.copy()
        counts = np.diff(self.start).tolist()
        starts = self.start.tolist()
        known = [_key(self.facts[name]) for name in documents if name in self.facts]
        gone = sorted((bisect_left(keys, key) for key in known), reverse=True)
        for at in gone:
            # From the end on, so that the places before it stay.
            del extents[starts[at] : starts[at + 1]], keys[at], facts[at], counts[at]
        for new, own in sorted(entries.values(), key=lambda entry: _key(entry[0])):
            at = bisect_left(keys, _key(new))
            place = sum(counts[:at])
            keys.insert(at, _key(new))
            facts.insert(at, new)
            counts.insert(at, len(own))
            extents[place:place] = own
        made = Catalogue(number, keys, facts, extents)
        made._count(counts)
        return made

    def _count(self, counts: Sequence[int]) -> None:
        """Set up the arrays, given how many versions each document has."""
        size = len(self.extents)
        self.start: Ints = np.concatenate(([0], np.cumsum(counts, dtype=np.int64))).astype(np.int64)
        self.document: Ints = np.repeat(np.arange(len(counts)), counts)
        codes = [one.language for one in self.extents]
        self.languages = sorted(set(codes))
        number = {language: at for at, language in enumerate(self.languages)}
        self.language: Ints = np.fromiter((number[code] for code in codes), np.int64, size)
        self.first: Ints = np.fromiter((one.first for one in self.extents), np.int64, size)
        self.sentences: Ints = np.fromiter((one.sentences for one in self.extents), np.int64, size)
        self._masks: dict[tuple[Filters, tuple[str, ...]], Mask] = {}
        self._by_number = np.argsort(self.first)
        self._starts = self.first[self._by_number]

    @cached_property
    def years(self) -> tuple[list[str], Ints]:
        """The years, in order, and that of each document, (d,)."""
        return _coded([facts.date[:4] for facts in self.documents])

    @cached_property
    def bodies(self) -> tuple[list[str], Ints]:
        """The issuing bodies, and that of each document, (d,)."""
        return _coded([facts.body for facts in self.documents])

    @cached_property
    def kinds(self) -> tuple[list[str], Ints]:
        """The kinds, and that of each document, (d,)."""
        return _coded([facts.kind for facts in self.documents])

    @cached_property
    def parties(self) -> tuple[list[str], Ints, Ints]:
        """The parties; and for each party of each document, (p,), the document and the party."""
        rows = [(at, party) for at, facts in enumerate(self.documents) for party in facts.parties]
        names, codes = _coded([party for _, party in rows])
        return names, np.array([at for at, _ in rows], dtype=np.int64), codes

    @cached_property
    def by_chance(self) -> Ints:
        """The documents, (d,), in an order that is due to chance, and the same for the same documents."""
        return np.random.default_rng(_SEED).permutation(len(self.documents))

    def versions_of(self, documents: Ints) -> Ints:
        """The versions of some documents, one after another."""
        parts = [np.arange(self.start[at], self.start[at + 1]) for at in documents.tolist()]
        return np.concatenate(parts) if parts else np.empty(0, dtype=np.int64)

    def version_of(self, numbers: Ints) -> Ints:
        """The version in which each sentence stands, `NOWHERE` where it is in none that is present."""
        if not len(self._starts):
            return np.full(len(numbers), NOWHERE, dtype=np.int64)
        place = np.searchsorted(self._starts, numbers, side="right") - 1
        version = self._by_number[np.maximum(place, 0)]
        inside = (place >= 0) & (numbers < self.first[version] + self.sentences[version])
        return np.where(inside, version, NOWHERE)

    def mask(self, filters: Filters, languages: Sequence[str]) -> Mask:
        """Which versions are asked, (v,)."""
        key = (filters, tuple(languages))
        # Threads share a catalogue: another one may clear what was there a moment ago.
        found = self._masks.get(key)
        if found is None:
            found = self._mask(filters, languages)
            if len(self._masks) >= _MASKS:
                self._masks.clear()
            self._masks[key] = found
        return found

    def _mask(self, filters: Filters, languages: Sequence[str]) -> Mask:
        fits = np.ones(len(self.documents), dtype=bool)
        for name, (names, codes) in (
            (filters.body, self.bodies if filters.body else ([], fits)),
            (filters.kind, self.kinds if filters.kind else ([], fits)),
        ):
            if name:
                fits &= codes == (names.index(name) if name in names else NOWHERE)
        if filters.party:
            names, documents, codes = self.parties
            mine = codes == (names.index(filters.party) if filters.party in names else NOWHERE)
            fits &= np.isin(np.arange(len(fits)), documents[mine])
        if filters.document or filters.since or filters.until:
            fits &= np.array([_admits(filters, facts) for facts in self.documents], dtype=bool)
        asked = [self.languages.index(code) for code in languages if code in self.languages]
        found: Mask = fits[self.document] & np.isin(self.language, asked)
        if filters.other:
            found &= self._with_language(filters.other)[self.document]
        return found

    def _with_language(self, code: str) -> Mask:
        """Which documents have a version in a language, (d,)."""
        found = np.zeros(len(self.documents), dtype=bool)
        if code in self.languages:
            found[self.document[self.language == self.languages.index(code)]] = True
        return found

    def ranges(self, versions: Ints) -> list[tuple[int, int]]:
        """Numbers of all sentences of some versions as ranges, ends included; neighbours are joined."""
        versions = versions[self.sentences[versions] > 0]
        if not len(versions):
            return []
        order = versions[np.argsort(self.first[versions])]
        low, high = self.first[order], self.first[order] + self.sentences[order] - 1
        breaks = np.flatnonzero(low[1:] > high[:-1] + 1)
        starts = low[np.concatenate(([0], breaks + 1))]
        ends = high[np.concatenate((breaks, [len(high) - 1]))]
        return list(zip(starts.tolist(), ends.tolist(), strict=True))


class Catalogues:
    """The catalogue of a database, brought up to date when it is asked for; may be shared by threads."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._kept: list[Catalogue] = []

    def of(self, connection: Connection) -> Catalogue:
        """The catalogue of what this transaction sees."""
        number = stamp(connection)
        with self._lock:
            for kept in self._kept:
                if kept.stamp == number:
                    return kept
            before = max(
                (kept for kept in self._kept if kept.stamp < number),
                key=lambda kept: kept.stamp,
                default=None,
            )
        made = _read(connection, number, before)
        with self._lock:
            self._kept = [*[kept for kept in self._kept if kept.stamp != number], made][-_KEPT:]
        return made


def _read(connection: Connection, number: int, before: Catalogue | None) -> Catalogue:
    if before is None:
        return Catalogue.of(number, _entries(connection, None))
    documents = changed_since(connection, before.stamp)
    return before.changed(number, documents, _entries(connection, documents))


def _entries(connection: Connection, documents: Sequence[str] | None) -> dict[str, Entry]:
    """What is known of some documents, or of all, by identifier."""
    values = {}
    facts, versions = _FACTS, _VERSIONS
    if documents is not None:
        given = f"(SELECT id FROM {rows_of(connection, 'given', id=str)})"
        facts += f" WHERE document.id IN {given}"
        versions += f" AND version.document IN {given}"
        values["rows"] = packed((document,) for document in documents)
    extents: dict[str, list[Extent]] = {}
    for document, language, original, first, sentences in connection.execute(text(versions), values):
        extents.setdefault(document, []).append(Extent(language, original, first, sentences))
    for own in extents.values():
        own.sort()
    return {
        name: (
            Facts(name, title, date, body, tuple(json.loads(parties)), kind, bool(invented)),
            extents.get(name, []),
        )
        for name, title, date, body, parties, kind, invented in connection.execute(text(facts), values)
    }


def _key(facts: Facts) -> _Key:
    """What documents are sorted by: the newest first, those without a date last; then by identifier."""
    return facts.date.translate(_BACKWARDS) + "~", facts.id


def _coded(names: Sequence[str]) -> tuple[list[str], Ints]:
    """The names that there are, in order, and for each its index among them."""
    known = sorted(set(names))
    code = {name: at for at, name in enumerate(known)}
    return known, np.array([code[name] for name in names], dtype=np.int64)


def _admits(filters: Filters, facts: Facts) -> bool:
    """Whether a document is the one asked, and of the time asked."""
    mine = not filters.document or facts.id == filters.document
    return mine and within(facts.date, filters.since, filters.until)
