"""Forms of known names and roles, and where a text has them.

A table has one line an entry: a name of its own, then forms in English, Russian and Chinese, parted by
commas; a line that begins with a space goes on with the one before.
English and Russian forms are words; one that ends in * stands for every word that begins so, one that
ends in ~ for the endings of Russian declension. A form that begins with a capital is not found in small
letters; one in capitals alone (abbreviations) is found in capitals alone. Chinese forms are characters.
A form after ? is too vague to be missed: it may answer another one, and needs no answer itself.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field

from dragoman.languages.folding import fold_characters
from dragoman.languages.simplified import simplified
from dragoman.languages.words.vocabulary import vocabulary
from dragoman.versions.side import Side

LANGUAGES = ("en", "ru", "zh")
"""The languages of the tables, in the order of their columns."""

_ENDINGS = vocabulary(
    """
    а я ы и у ю е о ь й ой ей ом ем ам ям ах ях ами ями ью ии ию ия ией ием иям иях иями ий ый ая ую ые ым
    ых ому ого ов ев
    """
)
_ATOM = re.compile(r"[^\W_]+(?:['’.][^\W_]+)*")
_POSSESSIVE = re.compile(r"['’]s?\Z")
_LONGEST_STEM = 24
_CONTINUED = re.compile(r"\n\s+")


@dataclass(frozen=True, slots=True)
class Mention:
    """Characters of a text that name something: the entries of the tables that they may stand for.

    `firm` are those of them that another version is expected to name as well.
    """

    start: int
    end: int
    entries: frozenset[str]
    firm: frozenset[str]


@dataclass(frozen=True, slots=True)
class Form:
    """One form of an entry in a language; `firm` unless it is vague."""

    entry: str
    language: str
    text: str
    firm: bool


@dataclass(frozen=True, slots=True)
class _Atom:
    """A word, or the part of one between hyphens, in small letters."""

    start: int
    end: int
    text: str
    capital: bool
    capitals: bool


@dataclass(frozen=True, slots=True)
class _Part:
    """What an atom has to be."""

    stem: str
    ending: str
    capital: bool
    capitals: bool

    def fits(self, atom: _Atom) -> bool:
        if (self.capital and not atom.capital) or (self.capitals and not atom.capitals):
            return False
        if not self.ending:
            return atom.text == self.stem
        if not atom.text.startswith(self.stem):
            return False
        return (
            self.ending == "*" or not atom.text[len(self.stem) :] or atom.text[len(self.stem) :] in _ENDINGS
        )


@dataclass(slots=True)
class _Words:
    """Forms of a language whose words have spaces, by the stem of their first word."""

    by_stem: dict[str, list[tuple[tuple[_Part, ...], Form]]] = field(
        default_factory=lambda: defaultdict(list)
    )

    def add(self, form: Form) -> None:
        parts = tuple(_parts(form.text))
        self.by_stem[parts[0].stem].append((parts, form))

    def longest(self, atoms: Sequence[_Atom], at: int, most: int) -> tuple[int, list[Form]]:
        """How many atoms the longest forms from `at` have, and these; they have `most` atoms at most."""
        best: int = 0
        found: list[Form] = []
        first = atoms[at].text
        for length in range(1, min(len(first), _LONGEST_STEM) + 1):
            for parts, form in self.by_stem.get(first[:length], ()):
                size = len(parts)
                if size < best or size > most or at + size > len(atoms):
                    continue
                if all(part.fits(atom) for part, atom in zip(parts, atoms[at : at + size], strict=True)):
                    if size > best:
                        best, found = size, []
                    found.append(form)
        return best, found


class Forms:
    """The forms of one or several tables, found in texts; the longest form wins, none lies in another."""

    def __init__(self, *tables: str) -> None:
        self._words = {"en": _Words(), "ru": _Words()}
        self._characters: dict[str, list[Form]] = defaultdict(list)
        for form in forms(*tables):
            if form.language == "zh":
                self._characters[form.text].append(form)
            else:
                self._words[form.language].add(form)
        self._first = frozenset(text[0] for text in self._characters)
        self._longest = max(map(len, self._characters), default=0)

    def find(self, side: Side) -> list[Mention]:
        """What a side mentions, in order; nothing in other languages than those of the tables."""
        if side.language == "zh":
            edges = {edge for word in side.words for edge in (word.start, word.end)}
            return list(self._in_characters(simplified(side.text), edges))
        return self.inside(side.text, side.language, whole=True)

    def inside(self, form: str, language: str, *, whole: bool = False) -> list[Mention]:
        """What a form of a table mentions; the form as a whole is left aside unless it is asked for."""
        if language == "zh":
            found = self._in_characters(form, frozenset(range(len(form) + 1)), len(form) - (not whole))
            return list(found)
        words = self._words.get(language)
        return list(_in_words(words, form, whole=whole)) if words else []

    def _in_characters(self, text: str, edges: Collection[int], longest: int = 99) -> Iterator[Mention]:
        at = 0
        while at < len(text):
            size = self._length(text, at, edges, longest) if text[at] in self._first else 0
            if size:
                yield _mention(at, at + size, self._characters[text[at : at + size]])
            at += size or 1

    def _length(self, text: str, at: int, edges: Collection[int], longest: int) -> int:
        """The length of the longest form that begins at a place; 0 if none does.

        A short form has to begin or end where a word does: 中国 is not in 其中国家. One of a single character
        has to be a word.
        """
        for size in range(min(self._longest, longest, len(text) - at), 0, -1):
            if text[at : at + size] in self._characters:
                met = (at in edges) + (at + size in edges)
                if met >= (2 if size == 1 else 1 if size < 4 else 0):
                    return size
        return 0


def _in_words(words: _Words, text: str, *, whole: bool) -> Iterator[Mention]:
    atoms = list(_atoms(text))
    longest = len(atoms) - (not whole)
    at = 0
    while at < len(atoms):
        size, found = words.longest(atoms, at, longest)
        if size:
            yield _mention(atoms[at].start, atoms[at + size - 1].end, found)
        at += size or 1


def _mention(start: int, end: int, found: Sequence[Form]) -> Mention:
    firm = frozenset(form.entry for form in found if form.firm)
    return Mention(start, end, frozenset(form.entry for form in found), firm)


def forms(*tables: str) -> Iterator[Form]:
    """Each form of tables."""
    for table in tables:
        for line in _CONTINUED.sub(" ", table.strip()).splitlines():
            entry, *columns = (cell.strip() for cell in line.split("|"))
            for language, column in zip(LANGUAGES, columns, strict=True):
                for form in filter(None, map(str.strip, column.split(","))):
                    yield Form(entry, language, form.removeprefix("?"), not form.startswith("?"))


def _parts(form: str) -> Iterator[_Part]:
    for word in re.split(r"[\s-]+", form):
        ending = word[-1] if word[-1] in "*~" else ""
        stem = _POSSESSIVE.sub("", word.removesuffix(ending) if ending else word)
        letters = [sign for sign in stem if sign.isalpha()]
        capitals = len(letters) > 1 and all(map(str.isupper, letters))
        yield _Part(_folded(stem), ending, stem[0].isupper(), capitals)


def _atoms(text: str) -> Iterator[_Atom]:
    shouts = text.isupper() and len(text.split()) > 2  # a heading, not an abbreviation
    folded = _folded(text)
    for match in _ATOM.finditer(folded):
        small = _POSSESSIVE.sub("", match[0])
        start, end = match.start(), match.start() + len(small)
        written = text[start:end]
        yield _Atom(start, end, small, written[0].isupper(), not shouts and written.isupper())


def _folded(text: str) -> str:
    return fold_characters(text).replace("ё", "е")
