"""The terms of a collection and the pairs among them: all that is found, from texts to probabilities."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from dragoman.languages import language as language_of
from dragoman.languages.lately import words_of
from dragoman.terms.candidates import Candidates, candidates
from dragoman.terms.joined import Joined, joined
from dragoman.terms.model import Pair, Term
from dragoman.terms.pairs import Encode, FoundPairs, find_pairs
from dragoman.terms.standing import Standing, standing
from dragoman.terms.texts import Text, Units

METHOD = "terms.v1"
PAIRING = "pairs.v1"

# Sentences up to which a term has to occur twice, three times; above, five times.
_TWICE, _THRICE = 20_000, 400_000
# A pair is kept if it is at least this probable, or among the first of one of its terms.
_PROBABLE, _FIRST = 0.1, 2
_DIGITS = 4

Place = tuple[int, int, int]
"""Sentence, start and end of an occurrence."""


@dataclass(frozen=True, slots=True)
class Extraction:
    """What was found: terms by language in the order of their keys, the places of each term by text
    (by its number) and key, and pairs, the most probable first.
    """

    terms: Mapping[str, tuple[Term, ...]]
    places: Mapping[tuple[int, str], tuple[Place, ...]]
    pairs: tuple[Pair, ...]


def extract(
    texts: Sequence[Text],
    units: Sequence[Units],
    encode: Encode | None,
    known: frozenset[str] = frozenset(),
) -> Extraction:
    """Find the terms and pairs of texts.

    Args:
        texts: Language versions; `units` name them by their number.
        units: Which sentences belong together, an entry for each pair of versions of one document.
        encode: Vectors of texts, (n, d), None where there is no encoder; `known` are the languages that it
            knows.
    """
    codes = sorted({text.language for text in texts})
    groups = {code: [at for at, text in enumerate(texts) if text.language == code] for code in codes}
    found: dict[str, Candidates] = {}
    stands: dict[str, Standing] = {}
    shorts: dict[str, Joined] = {}
    for code, group in groups.items():
        mine = [texts[at] for at in group]
        least = _least(sum(len(text.sentences) for text in mine))
        found[code] = candidates(mine, code, least=least)
        if found[code].keys:
            stands[code] = standing(found[code], mine)
            shorts[code] = joined(mine, code, frozenset(found[code].keys))
    terms = {
        code: tuple(_terms(found[code], stands[code], [texts[at] for at in groups[code]], shorts[code]))
        for code in stands
    }
    pairs: list[Pair] = []
    for left, right in combinations(stands, 2):
        both = _units(texts, units, groups, left, right)
        if both is not None:
            vectors = encode if {left, right} <= known else None
            pairs.extend(_pairs(found, terms, texts, groups, both, vectors))
    pairs.sort(
        key=lambda pair: (-pair.probability, pair.left_language, pair.left, pair.right_language, pair.right)
    )
    places = {
        key: value for code in stands for key, value in _places(found[code], texts, groups[code]).items()
    }
    return Extraction(terms, places, tuple(pairs))


@dataclass(frozen=True, slots=True)
class _Both:
    """The units of two languages: of each sentence, and the text (on the left) of each."""

    languages: tuple[str, str]
    unit_of: tuple[NDArray[np.int64], NDArray[np.int64]]
    text_of: tuple[int, ...]


def _least(sentences: int) -> int:
    return 2 if sentences <= _TWICE else 3 if sentences <= _THRICE else 5


def _terms(found: Candidates, stands: Standing, texts: Sequence[Text], shorts: Joined) -> Iterator[Term]:
    speech = language_of(found.language)
    sentences = [sentence for text in texts for sentence in text.sentences]
    for at, key in enumerate(found.keys):
        form, where = found.forms[at][0]
        start, end = int(found.found.start[where]), int(found.found.end[where])
        if found.kinds[at] != "formulation":
            sentence = int(found.found.sentence[where])
            words = words_of(found.language, sentences[sentence])
            form = speech.canonical(form, [w for w in words if w.start >= start and w.end <= end])
        if found.kinds[at] != "name" and start == 0 and not form[1:2].isupper():
            form = form[:1].lower() + form[1:]  # its capital is that of the sentence
        yield Term(
            found.language,
            key,
            form,
            found.kinds[at],
            int(found.count[at]),
            int(stands.documents[at]),
            stands.first[at],
            stands.last[at],
            round(float(stands.cvalue[at]), _DIGITS),
            round(float(stands.keyness[at]), _DIGITS),
            round(float(stands.dispersion[at]), _DIGITS),
            round(float(found.cohesion[at]), _DIGITS),
            round(float(found.entropy[at]), _DIGITS),
            round(float(stands.termhood[at]), _DIGITS),
            shorts.short.get(key, ()),
            shorts.long.get(key, ""),
            tuple(form for form, _where in found.forms[at]),
        )


def _units(
    texts: Sequence[Text],
    units: Sequence[Units],
    groups: Mapping[str, Sequence[int]],
    left: str,
    right: str,
) -> _Both | None:
    """The units of two languages; None where there are none."""
    first: dict[int, int] = {}
    unit_of = []
    for code in (left, right):
        total = 0
        for at in groups[code]:
            first[at] = total
            total += len(texts[at].sentences)
        unit_of.append(np.full(total, -1, dtype=np.int64))
    text_of: list[int] = []
    for each in units:
        one, other = each.left, each.right
        if (texts[one].language, texts[other].language) != (left, right):
            continue
        for mine, theirs in each.beads:
            if mine and theirs:
                unit_of[0][[first[one] + at for at in mine]] = len(text_of)
                unit_of[1][[first[other] + at for at in theirs]] = len(text_of)
                text_of.append(one)
    return _Both((left, right), (unit_of[0], unit_of[1]), tuple(text_of)) if text_of else None


def _pairs(
    found: Mapping[str, Candidates],
    terms: Mapping[str, Sequence[Term]],
    texts: Sequence[Text],
    groups: Mapping[str, Sequence[int]],
    both: _Both,
    encode: Encode | None,
) -> Iterator[Pair]:
    left, right = both.languages
    made = find_pairs(found[left], found[right], both.unit_of, len(both.text_of), encode)
    kept = np.flatnonzero(
        (made.probability >= _PROBABLE) | (made.left_rank <= _FIRST) | (made.right_rank <= _FIRST)
    )
    in_units = [_in_units(found[code], unit) for code, unit in zip(both.languages, both.unit_of, strict=True)]
    for at in kept.tolist():
        one, other = terms[left][int(made.left[at])], terms[right][int(made.right[at])]
        shared = np.intersect1d(in_units[0][int(made.left[at])], in_units[1][int(made.right[at])])
        where = [texts[both.text_of[unit]] for unit in shared.tolist()]
        yield _pair(made, at, one, other, where)


def _pair(made: FoundPairs, at: int, one: Term, other: Term, where: Sequence[Text]) -> Pair:
    dates = sorted({text.date for text in where if text.date})
    return Pair(
        one.language,
        other.language,
        one.key,
        other.key,
        one.form,
        other.form,
        int(made.count[at]),
        len({text.document for text in where}),
        dates[0] if dates else "",
        dates[-1] if dates else "",
        tuple(sorted({text.body for text in where if text.body})),
        round(float(made.association[at]), _DIGITS),
        round(float(made.dice[at]), _DIGITS),
        round(float(made.similarity[at]), _DIGITS),
        round(float(made.probability[at]), _DIGITS),
        int(made.left_rank[at]),
        int(made.right_rank[at]),
    )


def _in_units(found: Candidates, unit_of: NDArray[np.int64]) -> list[NDArray[np.int64]]:
    """The units of each candidate, in order; sentences without a counterpart are in none."""
    order = np.argsort(found.found.term, kind="stable")
    bounds = np.searchsorted(found.found.term[order], np.arange(1, len(found.keys)))
    units = [np.unique(unit_of[found.found.sentence[part]]) for part in np.split(order, bounds)]
    return [own[own >= 0] for own in units]


def _places(
    found: Candidates, texts: Sequence[Text], group: Sequence[int]
) -> Mapping[tuple[int, str], tuple[Place, ...]]:
    """The places of each term in each text."""
    sizes = [len(texts[at].sentences) for at in group]
    first = np.concatenate([[0], np.cumsum(sizes)])
    text = np.searchsorted(first, found.found.sentence, side="right") - 1
    gathered: dict[tuple[int, str], list[Place]] = {}
    for term, at, sentence, start, end in zip(
        found.found.term.tolist(),
        text.tolist(),
        (found.found.sentence - first[text]).tolist(),
        found.found.start.tolist(),
        found.found.end.tolist(),
        strict=True,
    ):
        gathered.setdefault((group[at], found.keys[term]), []).append((sentence, start, end))
    return {key: tuple(value) for key, value in gathered.items()}
