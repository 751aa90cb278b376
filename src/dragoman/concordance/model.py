"""What a concordance shows: each use of a word in its sentence, with the sentence's counterparts.

Ranges are offsets in characters (code points), the end excluded; dates are ISO dates of any precision
("2021", "2021-03", "2021-03-05") or empty. Everything here is a plain value: no object knows a database.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from dragoman.bitext.model import Sentence

Order = Literal["newest", "oldest", "left", "right", "sample"]
Manner = Literal["written", "pinyin", "palladius", "corrected"]
Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Filters:
    """Which sentences are asked; an empty field asks all.

    Attributes:
        language: The language searched in; empty: every language that the query's script fits.
        other: The language of the counterparts; empty: all other languages of the document.
        body: Who issued the document.
        party: One of the document's parties.
        kind: The kind of document.
        document: One document's identifier.
        since: The first date, inclusive, of any precision: "2015" begins on its first day.
        until: The last date, inclusive, of any precision: "2015" ends on its last day.
    """

    language: str = ""
    other: str = ""
    body: str = ""
    party: str = ""
    kind: str = ""
    document: str = ""
    since: str = ""
    until: str = ""


@dataclass(frozen=True, slots=True)
class Counterpart:
    """What stands for a line's sentence in another language; without sentences it stands alone.

    Attributes:
        language: The other language.
        sentences: The sentences of the same row of the alignment, in order.
        anchor: The place of the first of them in its document.
        probability: That the row is right, 0 to 1.
        spans: For each sentence, the ranges that answer the hit; empty where none were looked for.
        sure: The probability of these ranges; 0.0 where there are none.
    """

    language: str
    sentences: tuple[Sentence, ...]
    anchor: str
    probability: float
    spans: tuple[tuple[Span, ...], ...] = ()
    sure: float = 0.0


@dataclass(frozen=True, slots=True)
class Line:
    """One sentence that answers a query, with its document's facts and its counterparts.

    `spans` are the ranges of the sentence's text that answer, in order, none inside another; `sentence.start`
    and `.end` are offsets in the document's text, as is the number in `anchor` ("ru-120").
    """

    document: str
    title: str
    date: str
    body: str
    parties: tuple[str, ...]
    kind: str
    invented: bool
    language: str
    sentence: Sentence
    anchor: str
    spans: tuple[Span, ...]
    counterparts: tuple[Counterpart, ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """How a query was read in a language: as written, transcribed from Chinese, or with a word corrected."""

    language: str
    manner: Manner
    said: str


@dataclass(frozen=True, slots=True)
class Year:
    """How often a year's sentences answer.

    Attributes:
        year: "2021", or empty for documents without a date.
        hits: Sentences that answer.
        documents: Documents with such sentences.
        of_documents: All documents of the year that were asked.
        sentences: All sentences of the year that were asked.
        rate: Hits for 1,000 sentences.
        low: The lower end of the rate's 95 % interval.
        high: Its upper end.
    """

    year: str
    hits: int
    documents: int
    of_documents: int
    sentences: int
    rate: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Share:
    """How many of the hits are a body's, a party's, a kind's or a language's, and in how many documents."""

    name: str
    hits: int
    documents: int


@dataclass(frozen=True, slots=True)
class Concordance:
    """An answer: the lines asked for, and counts over all hits.

    Attributes:
        query: What was asked.
        filters: Where it was asked.
        order: How the lines are sorted.
        lines: At most as many as were asked for.
        total: Sentences that answer; a lower bound where `at_least`.
        at_least: Counting stopped at its limit.
        documents: Documents with hits, of those counted.
        readings: How the query was read, one for each language and manner that was asked.
        suggestions: Queries that differ by a small typing error and would find something.
        years: Counts by year, in order, of the years that hold documents.
        bodies: Counts by issuing body, most hits first.
        parties: Counts by party, most hits first; a document with two parties counts for both.
        kinds: Counts by kind of document, most hits first.
        languages: Counts by language, most hits first.
        seed: Of the order "sample".
    """

    query: str
    filters: Filters
    order: Order
    lines: tuple[Line, ...]
    total: int
    at_least: bool
    documents: int
    readings: tuple[Reading, ...]
    suggestions: tuple[str, ...]
    years: tuple[Year, ...]
    bodies: tuple[Share, ...]
    parties: tuple[Share, ...]
    kinds: tuple[Share, ...]
    languages: tuple[Share, ...]
    seed: int


@dataclass(frozen=True, slots=True)
class Collocate:
    """A word that stands near the hits.

    Attributes:
        language: The language of both.
        lemma: The word as compared.
        count: How often it stands within the window of a hit.
        expected: How often it would by chance.
        log_dice: Strength: Rychlý (2008), "A lexicographer-friendly association score", p. 9; 14 at most.
        g2: Evidence: Dunning (1993), "Accurate methods for the statistics of surprise and coincidence",
            pp. 71-72.
    """

    language: str
    lemma: str
    count: int
    expected: float
    log_dice: float
    g2: float
