"""Where a set phrase is used in a sentence: as it stands, or varied.

Official texts repeat a phrase word for word, and vary it by one element: 人类命运共同体, 命运共同体. A use is
*verbatim* when the same elements follow each other: lemmas where words have spaces between them, simplified
characters where they have none. It is *varied* when one run of elements is replaced, left out or put in, or
when two parts of the phrase change places, inflection aside; small words (prepositions, conjunctions,
articles) and commas are then passed over. Its similarity is the share of elements that both have, of the
longer of the two, and at least `LIKE`. Four characters or two words of the phrase are left, or three words
where its beginning or end is gone: внутренние дела is the end of many phrases.

This finds wording, not meaning: the same thought in other words is not found, and a varied use may mean
something else. Pages therefore show every varied use in its sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from dragoman.concordance.streams import Streams, by_character, forms, places, primary, streams
from dragoman.errors import EmptyInput
from dragoman.languages.small_words import SMALL_WORDS

LIKE = 2 / 3
"""The similarity from which a passage is a varied use."""

_BREAKS = frozenset(".;:!?…。；：！？\n")
_COMMAS = frozenset(",，、")
# A Chinese comma parts clauses; the members of a list have a sign of their own (、).
_CLAUSES = frozenset(",，")
_BREAK, _OTHER, _FIRST = "\n", "\uf8ff", 0xE000
_NO_WORDS = frozenset({_BREAK, ",", "、"})


class Element(NamedTuple):
    """One lemma or character and where it stands. `small` ones are compared in verbatim uses only."""

    start: int
    end: int
    key: str
    small: bool = False


@dataclass(frozen=True, slots=True)
class Found:
    """A use, `start` to `end` of the text; its similarity is 1.0 where all words with content are there."""

    start: int
    end: int
    verbatim: bool
    similarity: float


def elements(text: str, code: str, made: Streams | None = None) -> list[Element]:
    """The elements of a sentence: lemmas, in languages without spaces characters, and what parts them.

    `made` are its streams, if they are known already.
    """
    if made is None:
        made = Streams(forms(text, code), ()) if by_character(code) else streams(text, code)
    found: list[Element] = []
    at = 0
    solid = by_character(code)
    small = SMALL_WORDS.get(primary(code), frozenset())
    for key, (start, end) in zip(keys_of(made, code), places(text, code, made), strict=True):
        if start > at:
            found += _marks(text, at, start, solid=solid)
        found.append(Element(start, end, key, key in small))
        at = end
    return [*found, *_marks(text, at, len(text), solid=solid)]


def keys_of(made: Streams, code: str) -> tuple[str, ...]:
    """The keys of the elements of a sentence, without the signs that part them."""
    return made.forms if by_character(code) else made.lemmas


def _marks(text: str, start: int, end: int, *, solid: bool) -> Iterator[Element]:
    """Signs between two words that part sentences, clauses or the members of a list."""
    for place in range(start, end):
        mark = text[place]
        if mark in _BREAKS or (solid and mark in _CLAUSES):
            yield Element(place, place + 1, _BREAK)
        elif mark in _COMMAS:
            yield Element(place, place + 1, "、" if solid else ",", small=not solid)


class Formulation:
    """A phrase made ready to be looked for in many sentences.

    `like` is the least similarity of a varied use.

    Attributes:
        content: Its elements without small words.
        signs: Whether one of these is a sign, so that it cannot be looked for in tokens alone.
        run: How many elements that follow each other may differ: one word, or two characters (most Chinese
            words have two).

    Raises:
        EmptyInput: The phrase has no word.
    """

    def __init__(self, text: str, code: str, *, like: float = LIKE) -> None:
        phrase = elements(text, code)
        self.run = 2 if by_character(code) else 1
        words = [k for k, element in enumerate(phrase) if element.key not in _NO_WORDS]
        if not words:
            raise EmptyInput("A formulation has at least one word.")
        telling = [k for k in words if not phrase[k].small]
        self._small = not telling
        ends = telling or words
        inner = phrase[ends[0] : ends[-1] + 1]
        self._keys = [element.key for element in inner]
        self.content = tuple(element.key for element in inner if self._small or not element.small)
        self.signs = not _NO_WORDS.isdisjoint(self.content)
        self._symbols = {key: chr(_FIRST + n) for n, key in enumerate(dict.fromkeys(self.content))}
        self._symbols[_BREAK] = _BREAK
        self._content = "".join(self._symbols[key] for key in self.content)
        self._without = frozenset() if self._small else SMALL_WORDS.get(primary(code), frozenset())
        varied: dict[float, list[str]] = {}
        for pattern, alike in _patterns(self._content, self.run):
            if alike >= like:
                varied.setdefault(alike, []).append(pattern)
        self._varied = [(re.compile(f"(?=({'|'.join(them)}))"), alike) for alike, them in varied.items()]

    def may_use(self, keys: Iterable[str]) -> bool:
        """Whether a sentence may use the phrase, of which the keys alone are known."""
        if self.signs:
            return True
        symbols = "".join([self._symbols.get(key, _OTHER) for key in keys if key not in self._without])
        return self._shared(symbols) and (
            self._content in symbols or any(pattern.search(symbols) for pattern, _ in self._varied)
        )

    def uses(self, sentence: Sequence[Element]) -> list[Found]:
        """Where the phrase is used, in order; no use overlaps another, the more similar one wins."""
        content = [k for k, element in enumerate(sentence) if self._small or not element.small]
        symbols = "".join(self._symbols.get(sentence[k].key, _OTHER) for k in content)
        if not self._shared(symbols):
            return []
        found: list[Found] = []
        taken = [False] * len(symbols)
        for start, end, like in self._candidates(symbols):
            if not any(taken[start:end]):
                taken[start:end] = [True] * (end - start)
                first, last = content[start], content[end - 1]
                verbatim = like == 1 and [e.key for e in sentence[first : last + 1]] == self._keys
                found.append(Found(sentence[first].start, sentence[last].end, verbatim, like))
        return sorted(found, key=lambda use: use.start)

    def _shared(self, symbols: str) -> bool:
        """Whether so much of the phrase is there, in whatever order, that it can be used."""
        own = set(self._content)
        return len(own.intersection(symbols)) >= len(own) - self.run

    def _candidates(self, symbols: str) -> list[tuple[int, int, float]]:
        """Places that are like the phrase, the most similar first, then the earlier one."""
        found = []
        start = symbols.find(self._content)
        while start >= 0:
            found.append((start, start + len(self._content), 1.0))
            start = symbols.find(self._content, start + 1)
        for pattern, like in self._varied:
            found += [(*match.span(1), like) for match in pattern.finditer(symbols)]
        return sorted(found, key=lambda place: (-place[2], place[0]))


def _patterns(content: str, run: int) -> Iterator[tuple[str, float]]:
    """Regular expressions of what is like the phrase without being it, each with its similarity."""
    length = len(content)
    anything = f"[^{_BREAK}]"
    for start in range(length + 1):
        for end in range(start, min(start + run, length) + 1):
            kept = length - (end - start)
            # At an edge, another element in the place of one is no more than that one left out.
            inside = start > 0 and end < length
            for put_in in range(run + 1 if inside else 1):
                like = kept / max(length, kept + put_in)
                if (end > start or put_in) and kept >= _least(run, inside=inside):
                    yield content[:start] + anything * put_in + content[end:], like
    for middle in range(run, length - run + 1):
        changed = content[middle:] + content[:middle]
        if changed != content:
            yield changed, length / (length + 1)


def _least(run: int, *, inside: bool) -> int:
    """Elements of the phrase that a varied use has: 4 characters; 2 words, or 3 where an end is gone."""
    return 2 * run if inside else run + 2
