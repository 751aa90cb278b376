"""Where the terms of a termbase stand in a sentence ("matching.v1").

Words are compared by their dictionary forms, so that «карты» finds «карта»; Chinese by simplified characters
that stand apart from their neighbours. Of what overlaps the longest is told. Terms lie in a tree of their
words: how many there are hardly matters to how long a text takes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

from dragoman.languages import language as language_of
from dragoman.languages.folding import fold_characters
from dragoman.languages.model import Word
from dragoman.terms.by_character import ByCharacter
from dragoman.terms.by_lemma import ByLemma
from dragoman.terms.keys import BY_CHARACTER
from dragoman.terms.termbase import IN_USE, Termbase

METHOD = "matching.v1"

Found = tuple[int, int, int]
"""From which to which character, and the number of what was found there."""


@dataclass(frozen=True, slots=True)
class Match:
    """A designation in a text: from which to which character, and its numbers, from 0, in the termbase and
    in its entry."""

    start: int
    end: int
    entry: int
    designation: int


class _Finder(Protocol):
    def __init__(self, code: str, texts: Sequence[str]) -> None: ...

    def find(self, text: str, words: Sequence[Word]) -> Iterator[Found]: ...


class Matcher:
    """Finds the designations of a termbase in one language; made once for a termbase, used for many texts."""

    def __init__(self, termbase: Termbase, language: str) -> None:
        """`language` is a code of BCP 47.

        Raises:
            UnknownLanguage
        """
        self._speech = language_of(language)
        self._entries = termbase.entries
        self._places = [
            (number, place)
            for number, entry in enumerate(termbase.entries)
            for place, one in enumerate(entry.designations)
            if one.language == self._speech.code
        ]
        texts = [self._entries[number].designations[place].text for number, place in self._places]
        kind: type[_Finder] = ByCharacter if self._speech.code in BY_CHARACTER else ByLemma
        self._finder = kind(self._speech.code, texts)

    def __len__(self) -> int:
        """How many designations it looks for."""
        return len(self._places)

    def find(self, text: str, words: Sequence[Word] | None = None) -> list[Match]:
        """The designations in a sentence, in its order; several of one place where they are written alike.

        Of those that overlap the longest is told, of equally long ones the first. Of one entry that has
        several designations with the same dictionary form, the one that is written as the text has it is
        meant, else the first that is in use.

        Args:
            text: One sentence, or a few. words: Its words, if they are known: `Language.words(text)`.
        """
        if not self._places:
            return []
        known = self._speech.words(text) if words is None else words
        by_place: dict[tuple[int, int], dict[int, list[int]]] = {}
        for start, end, number in self._finder.find(text, known):
            entry, designation = self._places[number]
            by_place.setdefault((start, end), {}).setdefault(entry, []).append(designation)
        return [
            Match(start, end, entry, self._meant(text[start:end], entry, found))
            for start, end in longest(by_place)
            for entry, found in sorted(by_place[start, end].items())
        ]

    def _meant(self, written: str, entry: int, found: Sequence[int]) -> int:
        """Which of an entry's designations a text has that has one of these."""
        if len(found) == 1:
            return found[0]
        designations = self._entries[entry].designations

        def apart(place: int) -> tuple[bool, bool, bool, bool, int]:
            one = designations[place]
            return (
                one.text != written,
                fold_characters(one.text) != fold_characters(written),
                _shape(one.text) != _shape(written),
                one.status not in IN_USE,
                place,
            )

        return min(found, key=apart)


def longest(places: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Of places that overlap the longest, of equally long ones the first; in the order of the text."""
    kept: list[tuple[int, int]] = []
    for start, end in sorted(places, key=lambda place: (place[0] - place[1], place[0])):
        if all(end <= other or start >= after for other, after in kept):
            kept.append((start, end))
    return sorted(kept)


def _shape(text: str) -> tuple[int, int, int, bool]:
    """What spelling a word has besides its letters: hyphens, spaces, dots, a capital at the beginning."""
    return text.count("-"), text.count(" "), text.count("."), text[:1].isupper()
