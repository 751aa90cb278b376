"""Whether one name is another one made short: ШОС and上合组织, or a part of its words."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from dragoman.languages import language as language_of
from dragoman.languages.model import Word
from dragoman.languages.phrases.english_lists import ADJECTIVE_ENDINGS
from dragoman.languages.small_words import SMALL_WORDS
from dragoman.terms.keys import BY_CHARACTER, key_of
from dragoman.terms.short_forms import initials
from dragoman.terms.word_keys import capitals, key_of_word

# A stretch of characters shorter than this is in any text by chance.
_FEWEST = 2
# Letters of a noun that its adjective begins with: мир and мирный, государство and государственный.
_SHORTEST_ROOT, _OF_WORD = 3, 0.6


def is_short(short: str, long: str, code: str) -> bool:
    """Whether a name is the other's abbreviation, or some of its words or characters in the same order."""
    if short.isupper() and capitals(short):
        # Abbreviations stand for the whole name in any text, and their letters need not tell: ЮНЕСКО.
        return True
    if code in BY_CHARACTER:
        one, other = key_of(short, code), key_of(long, code)
        return _FEWEST <= len(one) < len(other) and one[0] == other[0] and _in_order(one, other)
    words = _words(long, code)
    if short.upper() in initials(words):
        return True
    keys = [key_of_word(word, language_of(code)) for word in words]
    own = [key_of_word(word, language_of(code)) for word in _words(short, code)]
    return len(own) < len(keys) and _in_order(own, keys)


def share(name: str, text: str, code: str) -> float:
    """How much of a name stands in a text, 0 to 1: its words, or its characters beside each other."""
    if code in BY_CHARACTER:
        key, inside = key_of(name, code), key_of(text, code)
        return max((len(part) for part in _parts(inside, key)), default=0) / max(1, len(key))
    speech = language_of(code)
    small = SMALL_WORDS.get(code, frozenset())
    keys = {key_of_word(word, speech) for word in _words(name, code)} - small
    there = {key_of_word(word, speech) for word in _words(text, code)}
    return len(keys & there) / max(1, len(keys))


def alike(one: str, other: str, code: str) -> bool:
    """Whether two names share a character, or a word that has content."""
    if code in BY_CHARACTER:
        return not set(key_of(one, code)).isdisjoint(key_of(other, code))
    speech, small = language_of(code), SMALL_WORDS.get(code, frozenset())
    words, others = ({key_of_word(word, speech) for word in _words(name, code)} for name in (one, other))
    return bool((words & others) - small)


def has_adjective(name: str, text: str, code: str) -> bool:
    """Whether a text has an adjective made of a name's noun: «мирный» for «мир», "national" for "nation"."""
    if code in BY_CHARACTER:
        return False
    nouns = [word.lemma for word in _words(name, code) if word.lemma not in SMALL_WORDS.get(code, ())]
    return any(
        word.lemma[: _root(noun)] == noun[: _root(noun)] and word.lemma != noun
        for word in _words(text, code)
        if word.pos in ("ADJ", "ADV") or (code == "en" and word.lemma.endswith(ADJECTIVE_ENDINGS))
        for noun in nouns
    )


def in_name(text: str, start: int, end: int) -> bool:
    """Whether a word with a capital stands beside another one: Agency in "the Energy Agency"."""
    if not text[start].isupper() or " " in text[start:end]:
        return False
    before, after = text[:start].split()[-1:], text[end:].split()[:1]
    return any(word[:1].isupper() and word.isalpha() for word in (*before, *after))


def _root(noun: str) -> int:
    """How many letters words of one root share at least."""
    return max(_SHORTEST_ROOT, round(_OF_WORD * len(noun)))


def _in_order(some: Sequence[str], all_: Sequence[str]) -> bool:
    rest = iter(all_)
    return all(each in rest for each in some)


def _parts(text: str, key: str) -> list[str]:
    """Stretches of a text whose characters a key has in the same order: 上合组织 for 上海合作组织."""
    found = []
    for start, sign in enumerate(text):
        if sign not in key:
            continue
        end = start + 1
        while end < len(text) and _in_order(text[start : end + 1], key):
            end += 1
        if end - start >= _FEWEST:
            found.append(text[start:end])
    return found


@lru_cache(maxsize=1024)
def _words(text: str, code: str) -> tuple[Word, ...]:
    return tuple(language_of(code).words(text))
