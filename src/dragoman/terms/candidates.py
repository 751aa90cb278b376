"""Candidates for terms in one language: noun phrases by grammar, formulations by statistics.

Both kinds are united: in 5,400 pairs of sentences statistics alone lost a sixth of the Chinese noun phrases,
grammar alone half of the names (国内生产总值, 最不发达国家).
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from dragoman.languages.phrases.edges import EDGES, Edges
from dragoman.terms.grams import BREAK, Grams, grams
from dragoman.terms.keys import BY_CHARACTER
from dragoman.terms.model import TermKind
from dragoman.terms.occurrences import Nesting, Occurrences, nesting
from dragoman.terms.texts import Text
from dragoman.terms.tokens import Tokens, tokens

Floats = NDArray[np.float64]

LONGEST = {"zh": 20}
"""Tokens that a formulation has at most: characters of Chinese; lemmas elsewhere, see `_LONGEST`."""
_LONGEST = 8
# A stretch is taken for a unit if it is continued freely on both sides and holds together (bits). Chosen on
# UN dev: with these 96 % of the thesaurus' Chinese terms are candidates, and one in ten is a fragment.
_ENTROPY, _COHESION = 0.9, 2.5
# A formulation has to be firmer, as nothing else speaks for it.
_SET_ENTROPY, _SET_COHESION = 1.0, 3.5
_SHORTEST_SET = {"zh": 4}
_SHORTEST = 3
# Share of a Chinese stretch's occurrences that have to begin and end where words do.
_ON_WORDS = 0.5
# What stands inside one other term this often is a part of that term.
_ABSORBED = 0.98
# Share of a noun phrase's occurrences from which a word before it is a part of a formulation.
_WITH_FIRST = 0.8
# Occurrences whose forms are counted, and forms that are kept.
_LOOKED_AT, _FORMS = 200, 5

Form = tuple[str, int]
"""How a term is written somewhere, and the number of that occurrence."""


@dataclass(frozen=True, slots=True)
class Candidates:
    """Candidates of one language, by key, and where they stand.

    `forms` are the forms that each occurs in, the most frequent first, with the number of an occurrence of
    it. All arrays are by candidate, (m,): `count`; `words`, characters of Chinese; `cohesion`, `entropy`,
    `absorbed` (see `Nesting.absorbed`).
    """

    language: str
    sentences: int
    keys: tuple[str, ...]
    kinds: tuple[TermKind, ...]
    forms: tuple[tuple[Form, ...], ...]
    words: NDArray[np.int64]
    found: Occurrences
    nesting: Nesting
    count: NDArray[np.int64]
    cohesion: Floats
    entropy: Floats
    absorbed: Floats


def candidates(texts: Sequence[Text], code: str, *, least: int = 2) -> Candidates:
    """The candidates of texts in one language that occur `least` times or more."""
    read: dict[str, Counter[TermKind]] = defaultdict(Counter)
    sizes: dict[str, int] = {}
    number: dict[str, int] = {}
    rows: list[tuple[int, int, int, int]] = []
    before = 0
    for text in texts:
        for each in text.phrases:
            at = number.setdefault(each.key, len(number))
            rows.append((at, before + each.sentence, each.start, each.end))
            sizes.setdefault(each.key, len(each.key) if code in BY_CHARACTER else each.words)
            read[each.key][each.kind] += 1
        before += len(text.sentences)
    # A heading in capitals does not make a name of a word.
    kinds: dict[str, TermKind] = {
        key: max(sorted(seen), key=lambda kind: seen[kind]) for key, seen in read.items()
    }
    row = tokens(texts, code)
    if code not in BY_CHARACTER:
        rows.extend(_words(row, {key: number[key] for key in sizes if " " not in key}))
    times = {key: count.total() for key, count in read.items()}
    firmness: dict[str, tuple[float, float]] = {}
    for stretch in grams(row.number, longest=LONGEST.get(code, _LONGEST), least=least):
        places = np.split(stretch.at[np.argsort(stretch.of, kind="stable")], np.cumsum(stretch.count)[:-1])
        for of, key in _units(stretch, row, code, times):
            firmness[key] = (
                max(0.0, float(stretch.cohesion[of])),
                float(min(stretch.left[of], stretch.right[of])),
            )
            if key not in sizes:
                kinds[key] = "formulation" if stretch.length >= _shortest_set(code) else "word"
                sizes[key] = stretch.length
            at = number.setdefault(key, len(number))
            rows.extend(
                (at, int(row.sentence[p]), int(row.start[p]), int(row.end[p + stretch.length - 1]))
                for p in places[of]
            )
    found = Occurrences.of(np.array(rows, dtype=np.int64).reshape(-1, 4))
    sentences = [sentence for text in texts for sentence in text.sentences]
    return _recurring(code, sentences, tuple(number), kinds, sizes, firmness, found, least)


def _words(row: Tokens, number: Mapping[str, int]) -> Iterator[tuple[int, int, int, int]]:
    """All places of single words, by lemma: also where grammar did not see a noun in them."""
    of = np.array([number.get(name, BREAK) for name in row.names], dtype=np.int64)
    known = np.flatnonzero((row.number != BREAK) & (of[row.number] != BREAK)) if len(of) else ()
    for at in known:
        yield int(of[row.number[at]]), int(row.sentence[at]), int(row.start[at]), int(row.end[at])


def _recurring(
    code: str,
    sentences: Sequence[str],
    keys: tuple[str, ...],
    kinds: dict[str, TermKind],
    sizes: dict[str, int],
    firmness: dict[str, tuple[float, float]],
    found: Occurrences,
    least: int,
) -> Candidates:
    """Those that recur, without those that are only parts of others; keys in order."""
    count = np.bincount(found.term, minlength=len(keys))
    found = found.kept(count >= least)
    keys = tuple(key for key, times in zip(keys, count, strict=True) if times >= least)
    count = count[count >= least]
    inside = nesting(found, len(keys), len(sentences))
    absorbed = inside.absorbed(count)
    kind = np.array([kinds[key] for key in keys])
    # A word that stands in one term alone is a word none the less; a part of one name is none.
    in_name = inside.by(kind == "name").absorbed(count)
    whole = (absorbed < _ABSORBED) | (kind == "word") | ((kind == "name") & (in_name < _ABSORBED))
    # In order of keys, so that the same texts give the same candidates in whatever order they come.
    order = sorted(np.flatnonzero(whole).tolist(), key=lambda at: keys[at])
    place = np.full(len(keys), -1)
    place[order] = np.arange(len(order))
    mine = place[found.term] >= 0
    kept = Occurrences(place[found.term[mine]], found.sentence[mine], found.start[mine], found.end[mine])
    keys = tuple(keys[at] for at in order)
    return Candidates(
        code,
        len(sentences),
        keys,
        tuple(kinds[key] for key in keys),
        _forms(kept, len(keys), sentences),
        np.array([sizes[key] for key in keys], dtype=np.int64),
        kept,
        nesting(kept, len(keys), len(sentences)),
        count[order],
        np.array([firmness.get(key, (0.0, 0.0))[0] for key in keys]),
        np.array([firmness.get(key, (0.0, 0.0))[1] for key in keys]),
        absorbed[order],
    )


def _forms(found: Occurrences, terms: int, sentences: Sequence[str]) -> tuple[tuple[Form, ...], ...]:
    """The forms of each term among its first occurrences, the most frequent first, capitals aside."""
    order = np.argsort(found.term, kind="stable")
    bounds = np.searchsorted(found.term[order], np.arange(terms + 1)).tolist()
    forms: list[tuple[Form, ...]] = []
    for first, last in pairwise(bounds):
        seen: dict[str, tuple[int, str, int]] = {}
        for at in order[first : min(last, first + _LOOKED_AT)].tolist():
            form = sentences[found.sentence[at]][found.start[at] : found.end[at]]
            count, kept, where = seen.get(form.lower(), (0, form, at))
            # Of forms that differ in capitals the one with fewer: others begin sentences or stand in titles.
            if sum(map(str.isupper, form)) < sum(map(str.isupper, kept)):
                kept, where = form, at
            seen[form.lower()] = (count + 1, kept, where)
        best = sorted(seen.values(), key=lambda each: (-each[0], each[1]))
        forms.append(tuple((form, where) for _count, form, where in best[:_FORMS]))
    return tuple(forms)


def _units(stretch: Grams, row: Tokens, code: str, times: Mapping[str, int]) -> Iterator[tuple[int, str]]:
    """Stretches of a length that are units, and those that grammar has found: their numbers and keys.

    `times` is how often each phrase that grammar has found occurs.
    """
    entropy = np.minimum(stretch.left, stretch.right)
    settled = (entropy >= _SET_ENTROPY) & (stretch.cohesion >= _SET_COHESION)
    firm = (entropy >= _ENTROPY) & (stretch.cohesion >= _COHESION)
    # Two words of a language that has words are a noun phrase or nothing.
    good = settled if stretch.length >= _shortest_set(code) else firm & (code in BY_CHARACTER)
    last = stretch.at + stretch.length - 1
    on_words = np.bincount(stretch.of, weights=row.opens[stretch.at] & row.closes[last])
    good &= on_words / stretch.count >= _ON_WORDS
    edges = EDGES.get(code, Edges())
    for of, at in enumerate(stretch.example().tolist()):
        key = row.key(at, stretch.length)
        opening, closing = row.name(at), row.name(at + stretch.length - 1)
        if key in times or (
            good[of]
            and opening not in edges.first
            and closing not in edges.last
            and not any(map(str.isdecimal, key))
            # A preposition before a noun phrase makes no formulation of it, unless it hardly stands without.
            and stretch.count[of] >= _WITH_FIRST * times.get(key.removeprefix(opening).lstrip(), 0)
        ):
            yield of, key


def _shortest_set(code: str) -> int:
    return _SHORTEST_SET.get(code, _SHORTEST)
