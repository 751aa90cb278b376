"""A text as the search compares it: forms and lemmas of words, in Chinese characters and their sounds.

The same tokens are made of texts and of queries, in Python, so that every database finds the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from dragoman.languages import language
from dragoman.languages.folding import fold_characters
from dragoman.languages.model import Word
from dragoman.languages.simplified import simplified
from dragoman.languages.transcription.sounds import sounds

MOST = 8_000
"""Tokens of a sentence that are looked at: PostgreSQL takes a megabyte of them."""
SOUND = "·"
"""Before a syllable, so that no word in Latin letters is taken for it; no token holds it."""

# PostgreSQL takes words of up to 2,046 bytes.
_TOKEN = re.compile(r"[^\W_]{1,200}")
# In scripts without spaces a character is a token, in Latin letters and figures a run of them.
_CHARACTER = re.compile(r"[a-z0-9]{1,200}|[^\W_]")
_BY_CHARACTER = frozenset({"zh", "ja", "th", "lo", "km", "my"})

_HAN = re.compile("[\u2e80-\u2fdf\u3005-\u3007\u3400-\u9fff\uf900-\ufaff\U00020000-\U000323af]")
_CYRILLIC = re.compile("[\u0400-\u052f]")
_LATIN = re.compile("[A-Za-z\u00c0-\u024f]")


@dataclass(frozen=True, slots=True)
class Streams:
    """A text's tokens, as they stand and as lemmas, one for one; no lemmas where there are no words.

    Of Chinese the forms are characters, the lemmas their sounds; there `lengths` says of how many
    characters each word is made, one after the other.
    """

    forms: tuple[str, ...]
    lemmas: tuple[str, ...]
    lengths: tuple[int, ...] = ()

    def counted(self) -> Iterator[tuple[str, str]]:
        """Each word's form and lemma; of Chinese the word itself for both."""
        if not self.lengths:
            return zip(self.forms, self.lemmas or self.forms, strict=True)
        rest = iter(self.forms)
        words = ["".join(islice(rest, length)) for length in self.lengths]
        return zip(words, words, strict=True)


def streams(text: str, code: str, words: Sequence[Word] | None = None) -> Streams:
    """The tokens of a text; `words` are those that its language finds in it, if they are known already."""
    if by_character(code):
        return _characters(text, code, words)
    words = language(code).words(text) if words is None else words
    tokens = list(islice(_tokens(words, code), MOST))
    return Streams(tuple(form for form, _ in tokens), tuple(lemma for _, lemma in tokens))


def forms(text: str, code: str) -> tuple[str, ...]:
    """The forms of a text in a script without spaces, without its words being looked for."""
    return tuple(_CHARACTER.findall(folded(text, code))[:MOST])


def places(text: str, code: str, made: Streams, last: int | None = None) -> list[tuple[int, int]]:
    """Where the tokens of a text stand, or the first `last` of them, as offsets; `made` are its streams."""
    plain = folded(text, code).replace("ё", "е")
    found, at = [], 0
    for form in made.forms[:last]:
        start = plain.find(form, at)
        if start < 0:  # stress marks, joiners: the form is not in the text letter by letter
            found.append((at, at))
            continue
        at = start + len(form)
        found.append((start, at))
    return found


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
    }.get(primary(code), cyrillic or latin)


def by_character(code: str) -> bool:
    """Whether a language writes without spaces, so that each character is a token."""
    return primary(code) in _BY_CHARACTER


def primary(code: str) -> str:
    """The language of a code, without script and region."""
    return code.partition("-")[0].lower()


def folded(text: str, code: str) -> str:
    """One character for each, so that offsets stay what they were."""
    return fold_characters(simplified(text) if primary(code) == "zh" else text)


def _tokens(words: Sequence[Word], code: str) -> Iterator[tuple[str, str]]:
    """Form and lemma of each token; words with hyphens count as several."""
    speech = language(code)
    for word in words:
        found = _TOKEN.findall(speech.fold(word.text))
        lemmas = _TOKEN.findall(word.lemma)
        for number, form in enumerate(found):
            yield form, lemmas[number] if len(lemmas) == len(found) else form


def _characters(text: str, code: str, words: Sequence[Word] | None) -> Streams:
    """Characters; in Chinese with their sounds and the lengths of words."""
    plain = folded(text, code)
    tokens = list(islice(_CHARACTER.finditer(plain), MOST))
    characters = tuple(token[0] for token in tokens)
    if primary(code) != "zh":
        return Streams(characters, ())
    words = language(code).words(text) if words is None else words
    heard: list[str] = []
    lengths: list[int] = []
    at = 0
    for word in words:
        before = at
        sound: Sequence[str] = ()
        while at < len(tokens) and tokens[at].start() < word.end:
            if not sound:
                sound = sounds(plain[word.start : word.end])
            heard.append(_heard(tokens[at], word.start, sound))
            at += 1
        if at > before:
            lengths.append(at - before)
    rest = len(tokens) - at
    return Streams(characters, (*heard, *characters[at:]), (*lengths, *[1] * rest))


def _heard(token: re.Match[str], start: int, sound: Sequence[str]) -> str:
    """The sound of a character that stands in a word; letters and figures as they are."""
    place = token.start() - start
    if len(token[0]) > 1 or not 0 <= place < len(sound) or sound[place] == token[0]:
        return token[0]
    return SOUND + sound[place]
