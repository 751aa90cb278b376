"""How words are used in the collection."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from dragoman.concordance.model import Collocate, Concordance, Filters, Line, Order
from dragoman.concordance.query import FURTHEST, parse
from dragoman.concordance.query import phrase as phrase_of
from dragoman.concordance.renderings import Renderings, renderings
from dragoman.concordance.trends import History
from dragoman.terms.model import Pair, PairOrder, Pairs, Term, TermKind, TermOrder, Terms
from dragoman.terms.termbase import Termbase
from dragoman.workspace import documents as library
from dragoman.workspace import termpages
from dragoman.workspace.answering import MOST_LINES, Answered, Answering, check, cleaned
from dragoman.workspace.attesting import Suggested, suggested
from dragoman.workspace.catalogue import Catalogues
from dragoman.workspace.company import collocates
from dragoman.workspace.core import Core
from dragoman.workspace.histories import Histories, moving
from dragoman.workspace.linking import linked, uses
from dragoman.workspace.termbase import known_terms
from dragoman.workspace.texts import Marks, Texts

EVERYTHING = Filters()
"""All sentences are asked."""
# Beyond this no one leafs; databases count further.
_FURTHEST = 1_000_000
# Formulations that are shown together.
_FORMULATIONS = 500
# Uses of a term of which renderings are told.
_RENDERED = 2_000


class Usage:
    """Asks the collection how words are used; cheap to make, may be shared by threads."""

    def __init__(self, core: Core, catalogues: Catalogues, texts: Texts) -> None:
        self._core = core
        self._catalogues = catalogues
        self._texts = texts

    def concordance(
        self,
        query: str,
        filters: Filters = EVERYTHING,
        *,
        order: Order = "newest",
        limit: int = 50,
        offset: int = 0,
        seed: int = 0,
    ) -> Concordance:
        """Sentences that answer a query, with their counterparts, and counts over all of them.

        Args:
            query: See `dragoman.concordance.query`.
            filters: Which sentences are asked.
            order: By date of the document; by what stands before ("left") or after the hit, of the 1,000
                newest; or by chance.
            limit: Lines at most, up to 10,000.
            offset: Lines to leave out first.
            seed: Of the order "sample": the same seed gives the same lines.

        Raises:
            InputError: the query or a date cannot be meant, or more is asked than can be looked for at once.
        """
        limit, offset = max(0, min(limit, MOST_LINES)), max(0, min(offset, _FURTHEST))
        check(filters)
        node = parse(cleaned(query))
        with self._core.database.reading() as connection:
            answering = Answering(connection, self._catalogues.of(connection), filters)
            suggestions: tuple[str, ...] = ()
            if node is None:
                found = Answered((), ())
            else:
                found, suggestions = answering.found(cleaned(query), node, order, offset + limit)
            numbers = answering.chosen(found, order, limit, offset, abs(seed))
            answer = answering.concordance(query, found, suggestions, order, seed, numbers)
            return replace(answer, lines=linked(connection, answer.lines))

    def collocates(
        self,
        query: str,
        filters: Filters = EVERYTHING,
        *,
        window: int = 5,
        limit: int = 50,
    ) -> tuple[Collocate, ...]:
        """Words that stand near the hits more often than by chance, the strongest first (logDice).

        Args:
            query: See `dragoman.concordance.query`.
            filters: Which sentences are asked.
            window: Words on either side of a hit that count as near, 1 to 20.
            limit: How many at most.

        Raises:
            InputError: as `concordance`.
        """
        check(filters)
        node = parse(cleaned(query))
        if node is None:
            return ()
        with self._core.database.reading() as connection:
            answering = Answering(connection, self._catalogues.of(connection), filters)
            found, _suggestions = answering.found(cleaned(query), node, "newest", 0)
            return collocates(connection, answering.finder, found, max(1, min(window, FURTHEST)), limit)

    def terms(
        self,
        language: str = "",
        *,
        query: str = "",
        kind: str = "",
        order: TermOrder = "termhood",
        limit: int = 50,
        offset: int = 0,
    ) -> Terms:
        """Terms of one language, or of all.

        Args:
            language: Code of the language.
            query: Keeps terms that hold these words, by lemma or by character.
            kind: Keeps terms of one kind.
            order: By termhood, by count, by keyness, the newest first, or by their form.
            limit: How many at most, up to 1,000.
            offset: How many to leave out first.
        """
        with self._core.database.reading() as connection:
            return termpages.terms(connection, language, query, kind, order, limit, offset)

    def term(self, language: str, term: str) -> Term:
        """A term by its key, its dictionary form, or any form that it occurs in.

        Raises:
            NoSuchTerm
        """
        with self._core.database.reading() as connection:
            return termpages.term(connection, language, term)

    def pairs(
        self,
        left: str,
        right: str,
        *,
        query: str = "",
        order: PairOrder = "probability",
        limit: int = 50,
        offset: int = 0,
    ) -> Pairs:
        """Pairs of terms of two languages.

        Args:
            left: Code of one language.
            right: Of the other.
            query: Keeps pairs of which a side holds these words.
            order: The most probable first, or the most used: rows that have both, times probability.
            limit: How many at most, up to 1,000.
            offset: How many to leave out first.
        """
        with self._core.database.reading() as connection:
            return termpages.pairs(connection, left, right, query, order, limit, offset)

    def termbase(
        self,
        language: str,
        other: str = "",
        *,
        source: str = "",
        probability: float = 0.9,
        times: int = 3,
    ) -> Termbase:
        """The renderings in a language that the collection makes probable, as entries that are "known".

        Args:
            language: What terms are rendered in.
            other: The language of the terms; empty: all others.
            source: What entries name as where they come from.
            probability: The least probability of a pair.
            times: In how many passages a pair stands at least.
        """
        with self._core.database.reading() as connection:
            others = (other,) if other else tuple(library.languages(connection))
            others = tuple(code for code in others if code != language)
            return known_terms(connection, language, others, source, probability, times)

    def partners(self, language: str, term: str) -> tuple[Pair, ...]:
        """The pairs that a term is in, with it on the left: by language, the most probable first.

        Raises:
            NoSuchTerm
        """
        with self._core.database.reading() as connection:
            key = termpages.term(connection, language, term).key
            return termpages.partners_of(connection, language, key)

    def renderings(self, term: str, language: str, other: str, filters: Filters = EVERYTHING) -> Renderings:
        """How a term was rendered in another language, by body and date, from its newest 2,000 uses.

        Any word or phrase may be asked for; a rendering is shown where a term that renders it is known.

        Raises:
            InputError: as `concordance`.
        """
        asked = replace(filters, language=language, other=other)
        phrase = phrase_of(cleaned(term))
        check(asked)
        node = parse(phrase)
        if node is None:
            return renderings(term, language, other, ())
        with self._core.database.reading() as connection:
            answering = Answering(connection, self._catalogues.of(connection), asked)
            found, _suggestions = answering.found(phrase, node, "newest", _RENDERED)
            numbers = answering.chosen(found, "newest", _RENDERED, 0, 0)
            lines = answering.concordance(phrase, found, (), "newest", 0, numbers).lines
            return renderings(term, language, other, uses(connection, lines, other))

    def history(
        self, phrase: str, language: str, filters: Filters = EVERYTHING, *, with_varied: bool = False
    ) -> History:
        """How a formulation came and went in the documents of a language.

        Args:
            phrase: As a text would have it, in any inflection.
            language: The language of the versions that are asked; that of `filters` is not.
            filters: Which documents could have used it.
            with_varied: Whether a varied use counts as one; else they are counted beside.

        Raises:
            InputError: the phrase has no word or is too long, or too many sentences hold its words.
        """
        check(filters)
        with self._core.database.reading() as connection:
            histories = Histories(connection, self._catalogues.of(connection), language, filters)
            return histories.of(cleaned(phrase), with_varied=with_varied)

    def formulations(
        self,
        language: str,
        *,
        phrases: Sequence[str] = (),
        filters: Filters = EVERYTHING,
        limit: int = 50,
    ) -> tuple[History, ...]:
        """Histories of several formulations, those whose use changed first, then the hottest.

        The company they keep is left out.

        Args:
            language: Of the phrases and of the versions that are asked.
            phrases: Which; without any, formulations and noun phrases that were found as terms of the
                collection, in three documents or more, the firmest first (their verbatim uses alone).
            filters: Which documents could have used them.
            limit: How many at most.

        Raises:
            InputError: as `history`.
        """
        check(filters)
        with self._core.database.reading() as connection:
            histories = Histories(connection, self._catalogues.of(connection), language, filters)
            asked = dict.fromkeys(cleaned(phrase) for phrase in phrases)
            limit = max(0, min(limit, _FORMULATIONS))
            found = [histories.of(phrase, company=False) for phrase in asked] or histories.found(limit)
        return tuple(moving(found)[:limit])

    def attestations(self, terms: Sequence[Mapping[str, Any]], *, limit: int = 10) -> list[Suggested]:
        """Dated sentences that show the terms of a glossary's entry in use, with their counterparts.

        Args:
            terms: As the content of a proposal or of a draft has them.
            limit: How many at most: first those with the terms in most languages, then the newest.
        """

        def search(query: str, language: str, most: int) -> Sequence[Line]:
            return self.concordance(query, Filters(language=language), limit=most).lines

        return suggested(self._core, search, terms, limit=limit)

    def annotations(
        self,
        document: str,
        languages: Sequence[str],
        kinds: Sequence[TermKind] = ("name", "phrase", "formulation"),
    ) -> Marks:
        """The terms in a document, by language and by the offset in its text at which a sentence begins.

        Raises:
            NoSuchDocument
        """
        with self._core.database.reading() as connection:
            name = library.resolved(connection, document)
            return self._texts.marks(connection, name, languages, kinds)
