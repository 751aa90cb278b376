"""Whether a phrase can be the long form of an abbreviation: by letters, by characters."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from dragoman.languages.model import Phrase, Word
from dragoman.languages.words.vocabulary import vocabulary

# How far each way of matching is trusted: shares judged right among what it found in UN dev, rounded.
_INITIALS, _LETTERS, _NAME_ALONE = 0.98, 0.9, 0.85
_CHARACTERS, _MOST_CHARACTERS = 0.93, 0.7
_MOST = 0.6
"""Of the characters of a Chinese short form those that its long form has to have."""
_SMALL = vocabulary("и в во на по с со о об за для при из of for on the and in to a an against with")
_PARTING = vocabulary("of the")
_INSIDE = vocabulary("of the for in on and")
_CONTENT = re.compile(r"[\w]+")


@dataclass(frozen=True, slots=True)
class Match:
    """A phrase taken for a long form, and how far it is trusted, 0 to 1."""

    phrase: Phrase
    confidence: float


def initials(words: Sequence[Word]) -> set[str]:
    """First letters of the words of a name, with small words and without: ОБСЕ has none for «по»."""
    parts = [part for word in words for part in word.text.split("-") if part]
    content = [part for part in parts if part.lower() not in _SMALL]
    return {"".join(part[0].upper() for part in some) for some in (parts, content)}


def letter_match(
    short: str, candidates: Sequence[Phrase], words: Sequence[Word], all_: Sequence[Phrase]
) -> Match | None:
    """The best long form of an abbreviation in letters.

    `candidates` are the phrases that end where it is explained, `all_` those of the sentence: a long
    name of more words than a phrase may have is put together from several.
    """
    letters = "".join(_CONTENT.findall(short))
    if sum(map(str.isupper, letters)) < 2 or not candidates:
        return None
    longest_first = sorted(candidates, key=lambda one: one.start)
    inside = [_words_of(one, words) for one in longest_first]
    for one, own in zip(longest_first, inside, strict=True):
        if letters.upper() in initials(own):
            return Match(one, _INITIALS)
    for one, own in reversed(list(zip(longest_first, inside, strict=True))):
        if one.words > 1 and _holds(letters, own):
            return Match(one, _LETTERS)
    names = [
        one
        for one, own in zip(longest_first, inside, strict=True)
        if one.kind == "name" and one.words > 2 and not is_person(own)
    ]
    if names and letters.isupper() and len(letters) > 3:
        whole = _extended(names[0], all_, words)
        return Match(_beginning_with(letters[0], whole, words), _NAME_ALONE)
    return None


def _extended(name: Phrase, phrases: Sequence[Phrase], words: Sequence[Word]) -> Phrase:
    """The name with the names that it continues: «Миссии Организации Объединенных Наций по …»."""
    start = name.start
    while True:
        before = [
            one.start
            for one in phrases
            if one.kind == "name" and one.start < start < one.end and not is_person(_words_of(one, words))
        ]
        if not before:
            break
        start = min(before)
    start = _first_capital(start, words)
    whole = replace(name, start=start)
    return replace(whole, words=len(_words_of(whole, words)))


def _first_capital(start: int, words: Sequence[Word]) -> int:
    """Where a run of English capitals begins, "of the" and the like inside, that goes on at `start`."""
    place = next((i for i, word in enumerate(words) if word.start == start), 0)
    before = place - 1
    while before >= 0 and words[before].end + 1 == words[before + 1].start:
        text = words[before].text
        if text[0].isupper() and words[before].pos == "X":
            place = before
        elif text not in _INSIDE:
            break
        before -= 1
    return words[place].start


def _beginning_with(letter: str, whole: Phrase, words: Sequence[Word]) -> Phrase:
    """The name, or its last part after a preposition or a noun that begins with a letter.

    "Member States of the Association of …" is cut; a name none of whose parts begins so is left.
    """
    own = _words_of(whole, words)
    for place, word in enumerate(own[:-2]):
        parted = place == 0 or own[place - 1].text.lower() in _PARTING or "Case=Gen" in word.features
        if parted and word.text[0] == letter:
            return replace(whole, start=word.start, words=len(own) - place)
    return whole


def _words_of(phrase: Phrase, words: Sequence[Word]) -> list[Word]:
    return [word for word in words if phrase.start <= word.start < phrase.end]


def is_person(words: Sequence[Word]) -> bool:
    """Whether the first noun is a being: «Директор Детского фонда …» is not the fund."""
    noun = next((word for word in words if word.pos in ("NOUN", "PROPN")), None)
    return noun is not None and "Animacy=Anim" in noun.features


def _holds(letters: str, words: Sequence[Word]) -> bool:
    """Whether the words have the letters in order, each word but small ones giving its first.

    Right to left, as Schwartz & Hearst do; a letter of the abbreviation that no word gives ends it.
    """
    rest = letters.lower()
    if not words or words[0].text[0].lower() != rest[0]:
        return False
    for word in words:
        text = word.text.lower()
        if not rest:
            return word.text.lower() in _SMALL
        if text[0] != rest[0]:
            if text in _SMALL:
                continue
            return False
        rest = rest[1:]
        for letter in text[1:]:
            if rest and letter == rest[0] and len(rest) > _left(words, word):
                rest = rest[1:]
    return not rest


def _left(words: Sequence[Word], word: Word) -> int:
    """Words after this one that want a letter each."""
    return sum(1 for one in words if one.start > word.start and one.text.lower() not in _SMALL)


def character_match(
    short: str, candidates: Sequence[Phrase], words: Sequence[Word], _all: Sequence[Phrase]
) -> Match | None:
    """The best long form of a Chinese short form, or of a foreign one, among phrases that end before it.

    The least phrase that has all characters in order and begins with the first of them, together
    with the organisation or the country that stands before it; else the least name that has them.
    """
    least_first = sorted((one for one in candidates if len(one.key) > len(short)), key=lambda one: -one.start)
    names = [one for one in least_first if one.kind == "name"]
    if short[0].isascii():
        return Match(names[-1], _NAME_ALONE) if names else None
    for one in least_first:
        if one.key[0] == short[0] and _in_order(short, one.key) == len(short):
            return Match(_with_owner(one, candidates, words), _CHARACTERS)
    for one in names:
        if _in_order(short, one.key) == len(short):
            return Match(one, _CHARACTERS)
    for one in names:
        if _in_order(short, one.key) >= max(2, _MOST * len(short)):
            return Match(one, _MOST_CHARACTERS)
    return None


def _with_owner(name: Phrase, candidates: Sequence[Phrase], words: Sequence[Word]) -> Phrase:
    """With the word directly before it, if that is a name itself: 联合国."""
    before = next((word for word in words if word.end == name.start and word.pos == "PROPN"), None)
    whole = (one for one in candidates if before is not None and one.start == before.start)
    return next(whole, name)


def _in_order(short: str, long: str) -> int:
    """How many characters of the short form the long one has, in the same order."""
    place = count = 0
    for character in short:
        at = long.find(character, place)
        if at >= 0:
            place, count = at + 1, count + 1
    return count
