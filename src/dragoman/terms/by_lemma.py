"""Terms in a text by the dictionary forms of their words.

The tree of terms has their words as they are written; a word of a text goes on to those that share a
dictionary form with it. Only a term whose words all stand there is analysed, to tell homographs apart.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import pairwise

from dragoman.languages import Language
from dragoman.languages import language as language_of
from dragoman.languages.model import Word
from dragoman.languages.small_words import SMALL_WORDS
from dragoman.languages.words.plain_words import spans
from dragoman.terms.keys import bare
from dragoman.terms.word_keys import Line, between, capitals, is_plural_only, is_shouted, keys_of_form

# Before the letters of an abbreviation, which no word as it is written has.
_CAPITALS = "="


@dataclass(frozen=True, slots=True)
class Spelling:
    """A way to write a term: its words, folded, and what has to stand between them."""

    words: tuple[str, ...]
    gaps: tuple[str, ...]


class Term:
    """A term that is looked for, with its number. What its words are is found out when it first matters."""

    def __init__(self, number: int, text: str, speech: Language) -> None:
        self.number = number
        self.text = text
        self._speech = speech

    def stands(self, line: Line, first: int, size: int) -> bool:
        """Whether it stands in a line that has all its words from one place on, in its own spelling."""
        if size == 1:
            return self._alone(line, first)
        own = self._line
        if len(own) != size:
            return True
        for place, case in enumerate(self._frozen):
            at = first + place
            if case and line.forms[at] != own.forms[place] and line.case(at) not in ("", case):
                return False
        return all(
            (one == "verb") == (other == "verb")
            for one, other in zip(own.kinds, line.kinds[first : first + size], strict=True)
            if one and other
        )

    def _alone(self, line: Line, at: int) -> bool:
        """Whether a single word is the same part of speech: печь the stove, and not «печь хлеб»."""
        word = line.words[at]
        if self._only_as_name and not line.text[word.start].isupper():
            return False
        if self._only_in_plural and line.forms[at] != self._line.forms[0]:
            return False
        wanted, found = self._line.kinds[0], line.kinds[at]
        if self._speech.code == "en":
            return found != "verb" or wanted == "verb" or self._is_verbal(line, at)
        if not wanted or not found or wanted == found or (wanted, found) == ("adjective", "noun"):
            return True
        # «учёный» may be a noun for all its looks, «учёный совет» has an adjective.
        return (wanted, found) == ("noun", "adjective") and not (
            at + 1 < len(line) and not line.gap(at) and line.kinds[at + 1] in ("noun", "adjective")
        )

    def _is_verbal(self, line: Line, at: int) -> bool:
        """Whether it is a noun in -ing that looks like a verb: "to strengthen monitoring", not "bearing in
        mind" of "bearings".
        """
        return line.forms[at].endswith("ing") and line.forms[at] == self._line.forms[0]

    @cached_property
    def _line(self) -> Line:
        return Line(self._speech, self.text, self._speech.words(self.text))

    @cached_property
    def _frozen(self) -> tuple[str, ...]:
        """The cases of words that keep theirs whatever the term's: the genitive of «защита информации».

        These are the words after the first noun that do not agree with it.
        """
        found: list[str] = []
        noun = False
        for place, kind in enumerate(self._line.kinds):
            case = self._line.case(place) if noun else ""
            found.append("" if case == "Nom" else case)
            noun = noun or kind == "noun"
        return tuple(found)

    @cached_property
    def _only_as_name(self) -> bool:
        """Whether a word with a capital is another word without it: May, and not "may"."""
        if not self.text[0].isupper():
            return False
        return self._line.forms[0] in SMALL_WORDS.get(self._speech.code, ())

    @cached_property
    def _only_in_plural(self) -> bool:
        return self._speech.code == "en" and is_plural_only(self._line.forms[0], self._speech)


class _Node:
    """What may follow some words; `ends` are the terms that end here, with the gaps between their words."""

    __slots__ = ("children", "ends")

    def __init__(self) -> None:
        self.children: dict[str, _Node] = {}
        self.ends: list[_End] = []


# A term, the gaps between its words, and whether it is so written in the list.
_End = tuple[Term, tuple[str, ...], bool]
# Words of the tree that a word of a line goes on to; several in a row for one with hyphens.
_Steps = Sequence[Sequence[Sequence[str]]]


class ByLemma:
    """Finds terms by the dictionary forms of their words."""

    def __init__(self, code: str, texts: Sequence[str]) -> None:
        """`texts` are terms; what is found has their numbers."""
        self._speech = language_of(code)
        self._root = _Node()
        self._folded = cache(self._speech.fold)
        # A dictionary form -> the words of the tree that may have it.
        self._words: dict[str, list[str]] = {}
        self._seen: set[str] = set()
        for number, text in enumerate(texts):
            term = Term(number, bare(text, code), self._speech)
            own = self._spelling(term.text)
            if own.words:
                self._add(term, own, own=True)
                for other in self._respelt(own):
                    self._add(term, other, own=False)

    def find(self, text: str, words: Sequence[Word]) -> Iterator[tuple[int, int, int]]:
        """From which to which character which of the terms stands; those inside others, too."""
        line = Line(self._speech, text, words)
        steps = [list(self._steps(line, place)) for place in range(len(line))]
        gaps = [line.gap(place) for place in range(len(line) - 1)] if len(line) else []
        for first in range(len(line)):
            found = set()
            for last, path, (term, wanted, own) in self._from(self._root, steps, gaps, first, ()):
                if path == wanted and (not own or term.stands(line, first, last - first)):
                    found.add((line.words[first].start, line.end(last - 1), term.number))
            yield from sorted(found)

    def _from(
        self, node: _Node, steps: Sequence[_Steps], gaps: Sequence[str], at: int, path: tuple[str, ...]
    ) -> Iterator[tuple[int, tuple[str, ...], _End]]:
        """The terms that end below a node: before which word of the line, and the gaps on the way there."""
        if at == len(steps):
            return
        for parts in steps[at]:
            nodes = [node]
            for offered in parts:
                nodes = [each.children[word] for each in nodes for word in offered if word in each.children]
            for below in nodes:
                inside = path + ("",) * (len(parts) - 1)
                yield from ((at + 1, inside, one) for one in below.ends)
                if below.children and at < len(gaps):
                    yield from self._from(below, steps, gaps, at + 1, (*inside, gaps[at]))

    def _steps(self, line: Line, place: int) -> Iterator[Sequence[Sequence[str]]]:
        """To which words of the tree a word of a line goes on: whole, and one with hyphens in its parts."""
        letters = line.abbreviation(place)
        keys = dict.fromkeys((line.keys[place], *line.more_keys(place)))
        offered = [word for key in keys for word in self._words.get(key, ())]
        if letters:
            offered.append(_CAPITALS + letters)
        if offered:
            yield (offered,)
        if not line.words[place].text.isalpha() and "-" in line.forms[place]:
            parts = [
                [word for key in keys_of_form(part, self._speech) for word in self._words.get(key, ())]
                for part in line.forms[place].split("-")
            ]
            if all(parts):
                yield parts

    def _spelling(self, text: str) -> Spelling:
        """A term as it is written."""
        places = spans(text, 0, len(text))
        shouted = is_shouted(text)
        words = []
        for start, end in places:
            written = text[start:end]
            letters = capitals(written) if written.isupper() and not shouted else ""
            words.append(_CAPITALS + letters if letters else self._folded(written))
        gaps = [between(text[one[1] : other[0]], self._speech) for one, other in pairwise(places)]
        return Spelling(tuple(words), tuple(gaps))

    def _respelt(self, own: Spelling) -> Iterator[Spelling]:
        """Cyber-attack as cyber attack and cyberattack, and cyber attack as cyberattack."""
        for place, word in enumerate(own.words):
            before, after = own.words[:place], own.words[place + 1 :]
            gaps, following = own.gaps[:place], own.gaps[place:]
            if self._speech.code == "en" and len(own.words) == 2 and not place and own.gaps == ("",):
                yield Spelling((word + after[0],), ())
            parts = word.split("-")
            if len(parts) > 1 and all(map(str.isalpha, parts)):
                added = ("",) * (len(parts) - 1)
                yield Spelling((*before, *parts, *after), gaps + added + following)
                if len(parts) == 2:
                    yield Spelling((*before, "".join(parts), *after), own.gaps)

    def _add(self, term: Term, spelling: Spelling, *, own: bool) -> None:
        node = self._root
        for word in spelling.words:
            if word not in self._seen:
                self._seen.add(word)
                for key in () if word.startswith(_CAPITALS) else keys_of_form(word, self._speech):
                    self._words.setdefault(key, []).append(word)
            node = node.children.setdefault(word, _Node())
        node.ends.append((term, spelling.gaps, own))
