"""Terms, pairs of terms, and where they stand."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

TermKind = Literal["word", "phrase", "name", "formulation"]
"""A single noun; a noun phrase; what is named (an organisation, a treaty, a state); a set formulation."""

TermOrder = Literal["termhood", "count", "keyness", "newest", "form"]
PairOrder = Literal["probability", "use"]
"""By probability, or by use: the rows that have both, times the probability."""


@dataclass(frozen=True, slots=True)
class Term:
    """A term of the collection in one language.

    Attributes:
        key: What its occurrences share: lemmas, or simplified characters. form: Its dictionary form. count:
        How often it occurs; `documents`: in how many documents. first, last: The earliest and latest date
        of a document that has it, "" where none has a date. cvalue: C-value, in bits times occurrences:
        high for what occurs often, and not only inside longer terms. keyness: G² of the body that uses it
        most, against all others; 0 where there is one body only. dispersion: Deviation of proportions over
        documents, normalised: 0 even, 1 all in one document. cohesion: Mutual information in bits where the
        term may best be cut in two; 0 for single words. entropy: The smaller of its two branching
        entropies, in bits: how freely it is preceded and followed. termhood: The order in which terms are
        listed, see `candidates.termhood`. short, long: Its abbreviations, or what it is an abbreviation of,
        as keys. forms: The forms in which it occurs, the most frequent first, up to five.
    """

    language: str
    key: str
    form: str
    kind: TermKind
    count: int
    documents: int
    first: str
    last: str
    cvalue: float
    keyness: float
    dispersion: float
    cohesion: float
    entropy: float
    termhood: float
    short: tuple[str, ...] = ()
    long: str = ""
    forms: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Pair:
    """Terms of two languages that render each other.

    Attributes:
        count: Units of text in which both occur; `documents`: in how many documents.
        first, last: Dates between which both occur together; `bodies` whose documents those are.
        association: G², log-likelihood ratio of their occurring together.
        dice: Dice coefficient of their units.
        similarity: Cosine of their vectors, centred by language; 0 without an encoder.
        probability: That the two are renderings of each other, calibrated.
        left_rank, right_rank: 1 where no partner of the left term, or of the right one, is more probable.
    """

    left_language: str
    right_language: str
    left: str
    right: str
    left_form: str
    right_form: str
    count: int
    documents: int
    first: str
    last: str
    bodies: tuple[str, ...]
    association: float
    dice: float
    similarity: float
    probability: float
    left_rank: int
    right_rank: int


@dataclass(frozen=True, slots=True)
class Terms:
    """Some of the terms that answer a question, `total` of them in all.

    `stale` says that documents have changed since the terms were found.
    """

    total: int
    terms: tuple[Term, ...]
    stale: bool = False


@dataclass(frozen=True, slots=True)
class Pairs:
    """Some of the pairs that answer a question, `total` of them in all; `stale` as of `Terms`."""

    total: int
    pairs: tuple[Pair, ...]
    stale: bool = False


@dataclass(frozen=True, slots=True)
class Mark:
    """Where a term stands in a sentence, as the annotated reader shows it."""

    start: int
    end: int
    language: str
    key: str
    form: str
    kind: TermKind
    first: str
