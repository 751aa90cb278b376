"""Renderings in a document: one term said in several ways, or not in the usual one ("wording.v1").

A term of one version has renderings, which were found with their probabilities in many sentences
(`dragoman.terms`). Where a passage has the term and another of its renderings than the rest of the document,
or than nearly all other documents, that is told. Single words are left out: they have many senses, and
so many renderings.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from dragoman.marking import Reason, _
from dragoman.terms.extraction import Extraction
from dragoman.terms.keys import BY_CHARACTER
from dragoman.versions.judge import log_odds

METHOD = "wording.v1"

Span = tuple[int, int]
Occurrence = tuple[int, int, int]
"""Sentence, start and end of a term in a version."""

# Renderings that are surer than this are believed; a usual one has so many documents, and this share of all.
_SURE, _DOCUMENTS, _USUAL = 0.5, 3, 0.8
_DIGITS = 4
_CHARACTERS = 3


@dataclass(frozen=True, slots=True)
class Rendering:
    """A rendering of a term: its key and a form of it, and how probable it is that it renders the term.

    `documents` have both. `mutual` says that it renders no other term more probably.
    """

    key: str
    form: str
    probability: float
    documents: int
    mutual: bool


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The terms of one language that have renderings in another, by their keys.

    `related` are keys of the other language that are short or long forms of one another.
    """

    renderings: Mapping[str, tuple[Rendering, ...]]
    related: Mapping[str, frozenset[str]]


@dataclass(frozen=True, slots=True)
class Wording:
    """A passage in which a term is rendered otherwise: by its number, where in the version that has the term,
    and where in the other."""

    kind: Literal["rendering", "inconsistent"]
    passage: int
    term: tuple[Occurrence, ...]
    rendering: tuple[Occurrence, ...]
    reason: Reason
    probability: float

    @property
    def score(self) -> float:
        """The log odds of its probability."""
        return log_odds(self.probability)


def lexicon(found: Extraction, code: str, other: str) -> Lexicon:
    """The renderings in another language of the terms of a collection."""
    kinds = {term.key: term.kind for term in found.terms.get(code, ())}
    renderings: dict[str, list[Rendering]] = defaultdict(list)
    for pair in found.pairs:
        if (pair.left_language, pair.right_language) == (code, other):
            key, one = pair.left, (pair.right, pair.right_form)
            mutual = pair.right_rank == 1
        elif (pair.right_language, pair.left_language) == (code, other):
            key, one = pair.right, (pair.left, pair.left_form)
            mutual = pair.left_rank == 1
        else:
            continue
        telling = _is_long(key, code) and _is_long(one[0], other) and kinds.get(key, "word") != "word"
        if telling and pair.probability >= _SURE:
            renderings[key].append(Rendering(*one, pair.probability, pair.documents, mutual))
    related: dict[str, set[str]] = defaultdict(set)
    for term in found.terms.get(other, ()):
        for short in term.short:
            related[term.key].add(short)
            related[short].add(term.key)
    return Lexicon(
        {key: tuple(known) for key, known in renderings.items() if len(known) > 1},
        {key: frozenset(forms) for key, forms in related.items()},
    )


def _is_long(key: str, code: str) -> bool:
    """Whether a term has several words: or in Chinese three characters, the fewest that two words have."""
    return len(key) >= _CHARACTERS if code in BY_CHARACTER else " " in key


Passages = Sequence[tuple[tuple[int, ...], tuple[int, ...]]]
"""Which sentences of two versions belong together."""


def wordings(
    passages: Passages,
    terms: Mapping[str, Sequence[Occurrence]],
    others: Mapping[str, Sequence[Occurrence]],
    known_renderings: Lexicon,
) -> Iterator[Wording]:
    """Where the terms of one version are rendered otherwise in the other.

    Args:
        passages: The sentences of the one, and those of the other.
        terms: Occurrences in the one, by key. others: Those in the other.
        known_renderings: Of the terms.
    """
    mine = {sentence: number for number, (one, _other) in enumerate(passages) for sentence in one}
    theirs = {sentence: number for number, (_one, other) in enumerate(passages) for sentence in other}
    standing = _by_passage(others, theirs)
    outer = _by_sentence(terms)
    for key, places in terms.items():
        known = known_renderings.renderings.get(key, ())
        if not known:
            continue
        rows: dict[int, list[Occurrence]] = defaultdict(list)
        for place in places:
            if place[0] in mine and not _inside(place, outer[place[0]]):
                rows[mine[place[0]]].append(place)
        yield from _of_term(rows, known, standing, known_renderings.related)


def _of_term(
    rows: Mapping[int, Sequence[Occurrence]],
    known: Sequence[Rendering],
    standing: Mapping[str, Mapping[int, Sequence[Occurrence]]],
    related: Mapping[str, frozenset[str]],
) -> Iterator[Wording]:
    has = {row: [one for one in known if row in standing.get(one.key, {})] for row in rows}
    counts = Counter(one.key for found in has.values() for one in found)
    if not counts:
        return
    by_key = {one.key: one for one in known}
    main = by_key[max(counts, key=lambda key: (counts[key], by_key[key].probability, key))]
    usual = max(known, key=lambda one: (one.documents, one.probability, one.key))
    apart = sum(one.documents for one in known if not _akin(one.key, usual.key, related))
    share = usual.documents / (usual.documents + apart)
    for row, found in sorted(has.items()):
        for kind, expected in (("inconsistent", main), ("rendering", usual)):
            other = _instead(found, expected, related)
            if other is None:
                continue
            sure = round(expected.probability * other.probability, _DIGITS)
            words = {"left": other.form, "right": expected.form}
            where = (tuple(rows[row]), tuple(standing[other.key][row]))
            if kind == "inconsistent" and counts[main.key] > counts[other.key]:
                words["count"] = str(counts[main.key])
                yield Wording("inconsistent", row, *where, Reason(_SEVERAL, words), sure)
                break
            if kind == "rendering" and usual.documents >= _DOCUMENTS and share >= _USUAL:
                words["count"] = str(usual.documents)
                yield Wording("rendering", row, *where, Reason(_UNUSUAL, words), sure)


_SEVERAL = _("Here it is {left}; elsewhere in this document it is {right} (passages: {count}).")
_UNUSUAL = _("Here it is {left}; usually it is {right} (documents: {count}).")


def _instead(
    found: Sequence[Rendering], expected: Rendering, related: Mapping[str, frozenset[str]]
) -> Rendering | None:
    """The rendering that stands in the place of the expected one; None if that one, or a form of it, does."""
    if any(_akin(one.key, expected.key, related) for one in found):
        return None
    return max((one for one in found if one.mutual), key=lambda one: (one.probability, one.key), default=None)


def _akin(one: str, other: str, related: Mapping[str, frozenset[str]]) -> bool:
    """Whether two terms are the same, one in the other, or short and long forms of one name."""
    return one in other or other in one or other in related.get(one, frozenset())


def _by_passage(
    places: Mapping[str, Sequence[Occurrence]], passage_of: Mapping[int, int]
) -> Mapping[str, Mapping[int, Sequence[Occurrence]]]:
    found: dict[str, dict[int, list[Occurrence]]] = {}
    for key, occurrences in places.items():
        for place in occurrences:
            if place[0] in passage_of:
                found.setdefault(key, {}).setdefault(passage_of[place[0]], []).append(place)
    return found


def _by_sentence(places: Mapping[str, Sequence[Occurrence]]) -> Mapping[int, Sequence[Span]]:
    found: dict[int, list[Span]] = defaultdict(list)
    for occurrences in places.values():
        for sentence, start, end in occurrences:
            found[sentence].append((start, end))
    return found


def _inside(place: Occurrence, others: Sequence[Span]) -> bool:
    """Whether an occurrence stands inside a longer term."""
    _sentence, start, end = place
    return any(a <= start and end <= b and (a, b) != (start, end) for a, b in others)
