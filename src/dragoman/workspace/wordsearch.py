"""Words as the search compares them: lemma and form in languages with words, single characters in Chinese.

The same tokens are made of texts and of queries, in Python, so that every database finds the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from dragoman.languages import language
from dragoman.languages.folding import fold_characters
from dragoman.languages.simplified import simplified

# PostgreSQL takes words of up to 2,046 bytes, and a megabyte of them a sentence.
_TOKEN = re.compile(r"[^\W_]{1,200}")
_MOST = 8_000
# In scripts without spaces a character is a token, in Latin letters and figures a run of them.
_CHARACTER = re.compile(r"[a-z0-9]{1,200}|[^\W_]")
_BY_CHARACTER = frozenset({"zh", "ja", "th", "lo", "km", "my"})
# "two words" in any quotes stand together; everything else stands anywhere.
_TERM = re.compile(r"[\"“”„«»「」『』]([^\"“”„«»「」『』]+)[\"“”„«»「」『』]|(\S+)")

_HAN = re.compile("[\u2e80-\u2fdf\u3005-\u3007\u3400-\u9fff\uf900-\ufaff\U00020000-\U000323af]")
_CYRILLIC = re.compile("[\u0400-\u052f]")
_LATIN = re.compile("[A-Za-z\u00c0-\u024f]")


@dataclass(frozen=True, slots=True)
class Streams:
    """A text's tokens, as they stand and as lemmas, one for one; no lemmas where there are no words."""

    forms: tuple[str, ...]
    lemmas: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Term:
    """What must stand together in a sentence: as these forms, or as these lemmas."""

    forms: tuple[str, ...]
    lemmas: tuple[str, ...]


def streams(text: str, code: str) -> Streams:
    """The tokens of a text."""
    if _by_character(code):
        return Streams(tuple(_CHARACTER.findall(_folded(text, code))[:_MOST]), ())
    tokens = list(islice(_tokens(text, code), _MOST))
    return Streams(tuple(form for form, _ in tokens), tuple(lemma for _, lemma in tokens))


def terms(query: str, code: str) -> tuple[Term, ...]:
    """A query as the terms that a sentence of this language must all hold."""
    found = []
    for quoted, plain in _TERM.findall(query):
        parts = streams(quoted or plain, code)
        if parts.forms:
            found.append(Term(parts.forms, parts.lemmas))
    return tuple(found)


def spans(text: str, code: str, made: Streams, wanted: Sequence[Term]) -> tuple[tuple[int, int], ...]:
    """Where a text answers a query: offsets, in order, none inside another; `made` are the text's streams."""
    if _by_character(code):
        return _merged(_character_spans(_folded(text, code), wanted))
    forms = {form for term in wanted for form in term.forms}
    lemmas = {lemma for term in wanted for lemma in term.lemmas}
    folded = fold_characters(text).replace("ё", "е")
    found, at = [], 0
    for form, lemma in zip(made.forms, made.lemmas, strict=True):
        start = folded.find(form, at)
        if start < 0:
            continue
        at = start + len(form)
        if form in forms or lemma in lemmas:
            found.append((start, at))
    return _merged(found)


def fitting(query: str, code: str) -> bool:
    """Whether a query in this script may be answered by texts of this language."""
    han, cyrillic, latin = (bool(script.search(query)) for script in (_HAN, _CYRILLIC, _LATIN))
    if not (han or cyrillic or latin):
        return True
    return {
        "zh": han or latin,
        "ja": han or latin,
        "ru": cyrillic,
        "en": latin,
    }.get(_primary(code), cyrillic or latin)


def _primary(code: str) -> str:
    return code.partition("-")[0].lower()


def _by_character(code: str) -> bool:
    return _primary(code) in _BY_CHARACTER


def _folded(text: str, code: str) -> str:
    """One character for each, so that offsets stay what they were."""
    return fold_characters(simplified(text) if _primary(code) == "zh" else text)


def _tokens(text: str, code: str) -> Iterator[tuple[str, str]]:
    """Form and lemma of each token; words with hyphens count as several."""
    speech = language(code)
    for word in speech.words(text):
        forms = _TOKEN.findall(speech.fold(word.text))
        lemmas = _TOKEN.findall(word.lemma)
        for number, form in enumerate(forms):
            yield form, lemmas[number] if len(lemmas) == len(forms) else form


def _character_spans(folded: str, wanted: Sequence[Term]) -> Iterator[tuple[int, int]]:
    places = [(found.start(), found.end(), found[0]) for found in _CHARACTER.finditer(folded)]
    characters = [character for _start, _end, character in places]
    for term in wanted:
        length = len(term.forms)
        for at in range(len(characters) - length + 1):
            if tuple(characters[at : at + length]) == term.forms:
                yield places[at][0], places[at + length - 1][1]


def _merged(found: Iterable[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    joined: list[tuple[int, int]] = []
    for start, end in sorted(set(found)):
        if joined and start < joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return tuple(joined)
