"""A query as one language reads it: which tokens must stand where.

A phrase is found where all its words stand as written, or all in their dictionary forms. Where it holds a
word with `=` or with `*`, it is found as written only.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import product
from typing import Protocol

from dragoman.concordance.query import And, Near, Node, Not, Or, Phrase, Word
from dragoman.concordance.streams import SOUND, Streams, by_character, forms, primary, streams
from dragoman.errors import InputError
from dragoman.languages import language
from dragoman.languages.transcription.sounds import Syllables, syllables_of

MOST_TOKENS = 500
"""Tokens that all phrases of a query may have together in one language."""

Range = tuple[int, int]

_PATTERN = re.compile(r"(?:[^\W_]|\*)+")
_STARS = re.compile(r"\*+")


class Vocabulary(Protocol):
    """The words of one language in a collection."""

    def fitting(self, pattern: str) -> tuple[str, ...]:
        """Forms that fit a pattern with `*`, the commonest first.

        Raises:
            InputError: more than can be asked.
        """

    def check_prefix(self, prefix: str) -> None:
        """Refuse a beginning that too much of the collection has.

        Raises:
            InputError
        """


@dataclass(frozen=True, slots=True)
class Slot:
    """What may stand at one place of a phrase: any of these forms or lemmas; without both, any word.

    With `prefix` the forms are beginnings of words.
    """

    forms: tuple[str, ...] = ()
    lemmas: tuple[str, ...] = ()
    prefix: bool = False

    @property
    def free(self) -> bool:
        """Whether any word may stand here."""
        return not self.forms and not self.lemmas


@dataclass(frozen=True, slots=True)
class Leaf:
    """Tokens in a row; at its ends none is free."""

    slots: tuple[Slot, ...]

    def has(self, lemmas: bool) -> bool:
        """Whether it can be found among the lemmas, or else among the forms."""
        return all(slot.free or (slot.lemmas if lemmas else slot.forms) for slot in self.slots)


@dataclass(frozen=True, slots=True)
class Close:
    """Two no further apart than so many tokens, not one inside the other."""

    left: Leaf
    right: Leaf
    distance: int


@dataclass(frozen=True, slots=True)
class All:
    """All of the first, and none of those left out."""

    parts: tuple[Wanted, ...]
    without: tuple[Wanted, ...] = ()


@dataclass(frozen=True, slots=True)
class Any:
    """At least one."""

    parts: tuple[Wanted, ...]


@dataclass(frozen=True, slots=True)
class Everything:
    """Every sentence."""


Wanted = Leaf | Close | All | Any | Everything

# What no text holds, where no word fits.
_NOTHING = (SOUND,)
_NEVER = Leaf((Slot(_NOTHING),))


def wanted(query: Node, code: str, vocabulary: Vocabulary) -> Wanted | None:
    """A query in the tokens of a language; None where it holds no token of it.

    Raises:
        InputError: more is asked than can be looked for at once.
    """
    found = _Reader(code, vocabulary, sounding=False).read(query)
    _check(found)
    return found


def sounding(query: Node, code: str, vocabulary: Vocabulary) -> Wanted | None:
    """A query in pinyin or Palladius as the sounds of Chinese characters; None where a word is neither.

    Raises:
        InputError: more is asked than can be looked for at once.
    """
    try:
        found = _Reader(code, vocabulary, sounding=True).read(query)
    except _NoSounds:
        return None
    _check(found)
    return found


def _check(found: Wanted | None) -> None:
    count = sum(len(leaf.slots) for leaf in leaves(found)) if found else 0
    if count > MOST_TOKENS:
        raise InputError(
            "The query has {count} words or characters; {limit} can be asked at once.",
            remedy="Ask for fewer words.",
            count=count,
            limit=MOST_TOKENS,
        )


def leaves(found: Wanted) -> Iterator[Leaf]:
    """All phrases of what is wanted or left out."""
    match found:
        case Leaf():
            yield found
        case Close():
            yield from (found.left, found.right)
        case All():
            for part in (*found.parts, *found.without):
                yield from leaves(part)
        case Any():
            for part in found.parts:
                yield from leaves(part)


class _NoSounds(Exception):
    """A word is neither pinyin nor Palladius."""


class _Reader:
    """Reads a tree of words into tokens."""

    def __init__(self, code: str, vocabulary: Vocabulary, *, sounding: bool) -> None:
        self._code = code
        self._vocabulary = vocabulary
        self._sounding = sounding

    def read(self, node: Node) -> Wanted | None:
        """What a part of the query asks for; None of nothing."""
        match node:
            case Word():
                return self._phrase((node,))
            case Phrase():
                return self._phrase(node.words)
            case Near():
                return self._near(node)
            case Or():
                parts = [part for part in map(self.read, node.parts) if part is not None]
                if any(isinstance(part, Everything) for part in parts):
                    return Everything()
                return Any(tuple(parts)) if len(parts) > 1 else next(iter(parts), None)
            case And():
                return self._all(node)
            case Not():
                left_out = self.read(node.part)
                if isinstance(left_out, Everything):
                    return _NEVER
                return None if left_out is None else All((), (left_out,))

    def _all(self, node: And) -> Wanted | None:
        parts: list[Wanted] = []
        without: list[Wanted] = []
        everything = False
        for part in map(self.read, node.parts):
            if isinstance(part, All):
                parts += part.parts
                without += part.without
            elif isinstance(part, Everything):
                everything = True
            elif part is not None:
                parts.append(part)
        if not parts and everything and without:
            raise InputError(
                "The query only says what a sentence must not hold.",
                remedy="Add a word that it must hold: peace NOT war.",
            )
        if not parts:
            return Everything() if everything else None
        return parts[0] if len(parts) == 1 and not without else All(tuple(parts), tuple(without))

    def _near(self, node: Near) -> Wanted | None:
        left, right = (list(_alternatives(self.read(side))) for side in (node.left, node.right))
        if not left or not right:
            return self.read(node.left if left else node.right)
        pairs = tuple(Close(one, other, node.distance) for one in left for other in right)
        return pairs[0] if len(pairs) == 1 else Any(pairs)

    def _phrase(self, words: Sequence[Word]) -> Wanted | None:
        if self._sounding:
            return self._heard(words)
        slots = [slot for word in words for slot in self._slots(word)]
        if not slots:
            return None
        while slots and slots[0].free:
            del slots[0]
        while slots and slots[-1].free:
            del slots[-1]
        if not slots:
            return Everything()
        # Only a last word can be looked for by its beginning in every database.
        for at, slot in enumerate(slots):
            if slot.prefix and at < len(slots) - 1:
                slots[at] = Slot(self._vocabulary.fitting(slot.forms[0] + "*") or _NOTHING)
            elif slot.prefix:
                self._vocabulary.check_prefix(slot.forms[0])
        return Leaf(tuple(slots))

    def _slots(self, word: Word) -> Iterator[Slot]:
        if by_character(self._code):
            for number, piece in enumerate(_STARS.split(word.text)):
                if number:
                    yield Slot()
                yield from (Slot((form,)) for form in forms(piece, self._code))
        elif "*" in word.text:
            for found in _PATTERN.findall(language(self._code).fold(word.text)):
                yield self._patterned(_STARS.sub("*", found))
        else:
            made = streams(word.text, self._code)
            for form, lemma in zip(made.forms, made.lemmas, strict=True):
                yield Slot((form,), () if word.exact else (lemma,))

    def _patterned(self, pattern: str) -> Slot:
        if pattern == "*":
            return Slot()
        if "*" not in pattern:
            return Slot((pattern,))
        if pattern.index("*") == len(pattern) - 1:
            return Slot((pattern[:-1],), prefix=True)
        return Slot(self._vocabulary.fitting(pattern) or _NOTHING)

    def _heard(self, words: Sequence[Word]) -> Wanted | None:
        ways: list[tuple[Syllables, ...]] = []
        for word in words:
            if word.text.strip("*") == "":
                continue
            own = () if word.exact else syllables_of(word.text)
            if not own and not word.exact:
                # A Russian name may stand in another case than the transcription has.
                lemmas = streams(word.text, "ru").lemmas
                own = syllables_of(lemmas[0]) if len(lemmas) == 1 else ()
            if not own:
                raise _NoSounds
            ways.append(own)
        if not ways:
            return None
        read = [
            Leaf(tuple(Slot(lemmas=tuple(SOUND + one for one in any_of)) for way in chosen for any_of in way))
            for chosen in product(*(way[:3] for way in ways))
        ][:9]
        return read[0] if len(read) == 1 else Any(tuple(dict.fromkeys(read)))


def _alternatives(found: Wanted | None) -> Iterator[Leaf]:
    if isinstance(found, Leaf):
        yield found
    elif isinstance(found, Any):
        for part in found.parts:
            yield from _alternatives(part)


def is_chinese(code: str) -> bool:
    """Whether a language's lemmas are sounds."""
    return primary(code) == "zh"


# Finding it in a sentence


def found_in(asked: Wanted, made: Streams) -> list[Range] | None:
    """Where a sentence answers, as ranges of its tokens; None where it does not."""
    match asked:
        case Leaf():
            return [*dict.fromkeys((*_positions(asked, made, False), *_positions(asked, made, True)))] or None
        case Close():
            return _close(asked, made)
        case Any():
            answers = [found_in(part, made) for part in asked.parts]
            if all(answer is None for answer in answers):
                return None
            return [place for answer in answers for place in answer or ()]
        case All():
            if any(found_in(part, made) is not None for part in asked.without):
                return None
            places: list[Range] = []
            for part in asked.parts:
                answer = found_in(part, made)
                if answer is None:
                    return None
                places += answer
            return places
        case Everything():
            return []


def _positions(leaf: Leaf, made: Streams, lemmas: bool) -> Iterator[Range]:
    """Where a phrase stands among the forms, or among the lemmas."""
    tokens = made.lemmas if lemmas else made.forms
    size = len(leaf.slots)
    if not leaf.has(lemmas) or len(tokens) < size:
        return
    first, rest = leaf.slots[0], leaf.slots[1:]
    for start in _first_places(first, tokens, lemmas):
        if start + size <= len(tokens) and all(
            _fits(slot, tokens[start + at], lemmas) for at, slot in enumerate(rest, start=1)
        ):
            yield start, start + size


def _first_places(slot: Slot, tokens: tuple[str, ...], lemmas: bool) -> Iterator[int]:
    """Where the first word of a phrase stands."""
    options = slot.lemmas if lemmas else slot.forms
    if slot.prefix or len(options) != 1:
        yield from (at for at, token in enumerate(tokens) if _fits(slot, token, lemmas))
        return
    at = -1
    # Most sentences are passed over at once: looking a word up in a tuple is quick.
    while options[0] in tokens[at + 1 :]:
        at = tokens.index(options[0], at + 1)
        yield at


def _fits(slot: Slot, token: str, lemmas: bool) -> bool:
    if slot.free:
        return True
    if lemmas:
        return token in slot.lemmas
    return token.startswith(slot.forms[0]) if slot.prefix else token in slot.forms


def _close(asked: Close, made: Streams) -> list[Range] | None:
    pairs: Iterable[tuple[Range, Range]]
    if alike(asked):
        pairs = (
            pair
            for lemmas in (False, True)
            for pair in product(_positions(asked.left, made, lemmas), _positions(asked.right, made, lemmas))
        )
    else:
        pairs = product(found_in(asked.left, made) or (), found_in(asked.right, made) or ())
    near = {
        place
        for one, other in pairs
        if 0 <= other[0] - one[1] <= asked.distance or 0 <= one[0] - other[1] <= asked.distance
        for place in (one, other)
    }
    return sorted(near) or None


def alike(asked: Close) -> bool:
    """Whether both can be found in the same streams, so that no form is taken beside a lemma."""
    return all(asked.left.has(lemmas) == asked.right.has(lemmas) for lemmas in (False, True))
