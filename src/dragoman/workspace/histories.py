"""Histories of formulations in the documents of a workspace."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence

import numpy as np
from sqlalchemy import Connection, func, select, text

from dragoman.concordance.formulations import Formulation, elements, keys_of
from dragoman.concordance.model import Filters
from dragoman.concordance.passages import passages
from dragoman.concordance.streams import Streams, by_character, primary
from dragoman.concordance.trends import Exposure, History, PhraseUse, Surroundings, history
from dragoman.concordance.wanted import Everything
from dragoman.errors import InputError
from dragoman.languages.small_words import SMALL_WORDS
from dragoman.workspace import tables
from dragoman.workspace.catalogue import NOWHERE, Catalogue, Ints, Mask
from dragoman.workspace.finding import numbers, streams_of
from dragoman.workspace.identity import anchor
from dragoman.workspace.rowwise import packed, rows_of
from dragoman.workspace.vocabulary import Words

MOST_SENTENCES = 50_000
"""Sentences that are looked at for one formulation."""
MOST_LETTERS = 200
"""Characters of a formulation."""

# Runs of sentences that are asked one by one, rather than all.
_RANGES = 200
# Which terms are formulations by themselves: no names and no single words, in so many documents, of so many
# characters of Chinese.
_KINDS = ("formulation", "phrase")
_DOCUMENTS, _CHARACTERS = 3, 4


class Histories:
    """Gathers the uses of formulations in one state of the database, in one language."""

    def __init__(
        self, connection: Connection, catalogue: Catalogue, language: str, filters: Filters | None = None
    ) -> None:
        self._connection = connection
        self._catalogue = catalogue
        self._language = language
        self._mask: Mask = catalogue.mask(filters or Filters(), [language])
        self._by_version = {at: self._exposure(at) for at in np.flatnonzero(self._mask).tolist()}
        self._exposures = list(self._by_version.values())

    def of(self, phrase: str, *, with_varied: bool = False, company: bool = True) -> History:
        """The history of a phrase; without `company` the words around it are not looked for.

        Raises:
            EmptyInput: The phrase has no word.
            InputError: It is too long, or too many sentences hold its words.
        """
        if len(phrase) > MOST_LETTERS:
            raise InputError(
                "The phrase has {length} characters; a formulation may have {limit}.",
                remedy="Ask for a part of it.",
                length=len(phrase),
                limit=MOST_LETTERS,
            )
        formulation = Formulation(phrase, self._language)
        streams = self._candidates(formulation, phrase)
        uses = list(self._uses(formulation, streams))
        counted = {use.place: streams[number] for number, use in uses if use.verbatim or with_varied}
        around = self._surroundings(formulation, counted) if company and counted else None
        return history(
            phrase,
            self._language,
            [use for _, use in uses],
            self._exposures,
            with_varied=with_varied,
            surroundings=around,
        )

    def found(self, limit: int) -> list[History]:
        """Formulations that were found as terms of the collection, word for word, the firmest first.

        Firm is what is a term, and holds together: termhood times cohesion.
        """
        t, o = tables.term.c, tables.occurrence.c
        asked = (
            select(t.key, t.form)
            .where(t.language == self._language, t.kind.in_(_KINDS), t.documents >= _DOCUMENTS)
            .order_by((t.termhood * t.cohesion).desc(), t.key)
        )
        if by_character(self._language):
            asked = asked.where(func.length(t.key) >= _CHARACTERS)
        forms = {row.key: row.form for row in self._connection.execute(asked.limit(limit))}
        version = {self._catalogue.extents[at].original: at for at in self._by_version}
        uses: dict[str, list[PhraseUse]] = {key: [] for key in forms}
        rows = select(o.key, o.original, o.places).where(o.language == self._language, o.key.in_(forms))
        places = [
            (version[row.original], row.key, place)
            for row in self._connection.execute(rows)
            if row.original in version
            for place in json.loads(row.places)
        ]
        said = self._said({self._number(at, sentence) for at, _key, (sentence, _start, _end) in places})
        for at, key, (sentence, start, end) in places:
            exposure = self._by_version[at]
            text_of, offset = said[self._number(at, sentence)]
            place = f"{exposure.document}#{anchor(self._language, offset)}"
            use = PhraseUse(
                exposure.document,
                exposure.date,
                exposure.body,
                verbatim=True,
                text=text_of[start:end],
                place=place,
            )
            uses[key].append(use)
        return [history(forms[key], self._language, own, self._exposures) for key, own in uses.items()]

    def _number(self, version: int, sentence: int) -> int:
        """The number of a sentence of a version."""
        return int(self._catalogue.first[version]) + sentence

    def _said(self, wanted: Collection[int]) -> Mapping[int, tuple[str, int]]:
        """The text of sentences by their numbers, and where each begins."""
        given = rows_of(self._connection, "given", number=int)
        statement = f"SELECT id, text, start FROM sentence WHERE id IN (SELECT number FROM {given})"
        rows = self._connection.execute(text(statement), {"rows": packed((number,) for number in wanted)})
        return {number: (said, start) for number, said, start in rows}

    def _exposure(self, version: int) -> Exposure:
        facts = self._catalogue.documents[int(self._catalogue.document[version])]
        return Exposure(facts.id, facts.date, facts.body, int(self._catalogue.sentences[version]))

    def _candidates(self, formulation: Formulation, phrase: str) -> Mapping[int, Streams]:
        """Sentences that hold the phrase or what is like it, as far as their tokens tell, by number."""
        asked = passages(formulation, self._language)
        ranges = self._catalogue.ranges(np.flatnonzero(self._mask))
        if isinstance(asked, Everything):
            found = self._every()
        elif ranges:
            within = ranges if len(ranges) <= _RANGES and not self._mask.all() else None
            found = numbers(self._connection, asked, MOST_SENTENCES + 1, within)
        else:
            return {}
        if len(found) > MOST_SENTENCES:
            raise InputError(
                "More than {limit} sentences hold words of “{phrase}”.",
                remedy="Ask for a longer phrase, or in fewer documents.",
                limit=MOST_SENTENCES,
                phrase=phrase,
            )
        version = self._catalogue.version_of(found)
        found = found[(version != NOWHERE) & self._mask[version]] if len(found) else found
        return {
            number: made
            for number, made in streams_of(self._connection, found.tolist()).items()
            if formulation.may_use(keys_of(made, self._language))
        }

    def _every(self) -> Ints:
        """The numbers of all sentences that are asked, or more than are looked at."""
        first, sentences = self._catalogue.first[self._mask], self._catalogue.sentences[self._mask]
        parts: list[Ints] = []
        left = MOST_SENTENCES + 1
        for start, number in zip(first.tolist(), sentences.tolist(), strict=True):
            parts.append(np.arange(start, start + min(number, left)))
            left -= number
            if left <= 0:
                break
        return np.concatenate(parts) if parts else np.empty(0, dtype=np.int64)

    def _uses(
        self, formulation: Formulation, streams: Mapping[int, Streams]
    ) -> Iterator[tuple[int, PhraseUse]]:
        """Uses with the numbers of their sentences."""
        wanted = np.array(list(streams), dtype=np.int64)
        versions = dict(zip(streams, self._catalogue.version_of(wanted).tolist(), strict=True))
        for number, (said, start) in sorted(self._said(streams).items()):
            exposure = self._by_version[versions[number]]
            for found in formulation.uses(elements(said, self._language, streams[number])):
                use = PhraseUse(
                    exposure.document,
                    exposure.date,
                    exposure.body,
                    found.verbatim,
                    said[found.start : found.end],
                    f"{exposure.document}#{anchor(self._language, start)}",
                )
                yield number, use

    def _surroundings(self, formulation: Formulation, counted: Mapping[str, Streams]) -> Surroundings:
        """The words of the sentences that use the phrase, and how often each stands elsewhere.

        Elsewhere words are counted and not sentences, which are fewer: so no word is taken for company that
        is none.
        """
        lemmas = {place: [lemma for _, lemma in made.counted()] for place, made in counted.items()}
        here = Counter(lemma for own in lemmas.values() for lemma in own)
        everywhere = Words(self._connection, self._language).lemma_counts(here)
        sentences = sum(exposure.sentences for exposure in self._exposures) - len(counted)
        elsewhere = {
            lemma: max(0, min(sentences, everywhere.get(lemma, 0) - number)) for lemma, number in here.items()
        }
        without = set(formulation.content) | SMALL_WORDS.get(primary(self._language), frozenset())
        if by_character(self._language):
            whole = "".join(formulation.content)
            without |= {lemma for lemma in here if len(lemma) < 2 or lemma in whole}
        return Surroundings(lemmas, elsewhere, sentences, without)


def moving(found: Sequence[History]) -> list[History]:
    """Histories in order: those whose use changed first, then the hottest, else as they came."""
    return sorted(found, key=lambda one: (not one.changes, -one.heat))
