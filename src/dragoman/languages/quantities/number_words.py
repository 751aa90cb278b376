"""Numbers in words, and figures followed by words, in languages that write spaces."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from dragoman.languages.model import NumberKind
from dragoman.languages.quantities.figures import Figure
from dragoman.languages.quantities.numerals import EXACT, Found, Numeral, Words
from dragoman.languages.quantities.word_atoms import Atom, number_atoms

_ONE = Decimal(1)
_TEN = Decimal(10)
_TWENTY = Decimal(20)
_HUNDRED = Decimal(100)
_ENDLESS = Decimal("Infinity")


class _Reading(NamedTuple):
    """A number, and the index of the first atom after it."""

    value: Decimal
    after: int
    kind: NumberKind = "cardinal"
    scale: Decimal = _ONE


class _Sum:
    """A number as it grows word by word, by the rule of falling places.

    Tens leave room for what is smaller than ten, a thousand for what is smaller than a thousand; scales
    multiply what stands since the last one.
    """

    def __init__(self) -> None:
        self.total = self.section = Decimal(0)
        self.scale = _ONE
        self.room = self.top = _ENDLESS
        self.is_empty = True  # nothing since the last scale

    def add(self, value: Decimal) -> bool:
        """Add a word such as "twenty" or a figure; False where it begins another number."""
        if value >= self.room:
            return False
        self.section += value
        self.room = (
            _HUNDRED if value >= _HUNDRED else _TEN if value >= _TWENTY and value % 10 == 0 else Decimal(0)
        )
        self.is_empty = False
        return True

    def add_figure(self, value: Decimal) -> bool:
        """Add a number in digits, which stands first or before a scale."""
        if not self.is_empty or value >= self.room:
            return False
        self.section, self.room, self.is_empty = value, Decimal(0), False
        return True

    def add_half(self, value: Decimal) -> bool:
        """Add "and a half"."""
        if self.is_empty:
            return False
        self.section += value
        self.room = Decimal(0)
        return True

    def multiply(self, value: Decimal) -> bool:
        """Multiply by a word such as "hundred" or "million"."""
        factor = _ONE if self.is_empty else self.section
        if value <= _HUNDRED:
            if factor >= _HUNDRED:
                return False
            self.section, self.room, self.is_empty = factor * value, value, False
            return True
        if value >= self.top:
            return False
        self.total += factor * value
        self.section, self.is_empty = Decimal(0), True
        self.room = self.top = self.scale = value
        return True


def read_words(lower: str, figures: Sequence[Figure], words: Words) -> list[Found]:
    """All numbers of a text in lower case, in order: in words, in figures, and where the two mix."""
    atoms = number_atoms(lower, figures, words)
    found: list[Found] = []
    index = 0
    while index < len(atoms):
        reading = _read(atoms, index, words)
        if reading is None:
            index += 1
            continue
        end = atoms[reading.after - 1].end
        found.append(Found(atoms[index].start, end, reading.value, reading.kind, reading.scale))
        index = reading.after
    return found


def _read(atoms: Sequence[Atom], first: int, words: Words) -> _Reading | None:
    """The longest number that begins at an atom, with its fraction; None where none begins."""
    head = atoms[first]
    if head.numeral.role == "part" and head.numeral.alone:
        return _Reading(EXACT.divide(_ONE, head.numeral.value), first + 1)
    reading = _whole(atoms, first, words)
    if reading is None:
        return None
    if reading.kind == "cardinal":
        reading = _with_decimals(atoms, _with_fraction(atoms, reading, words), words)
    counts = head.is_figure or head.numeral.alone or reading.after > first + 1
    return reading if counts else None


def _whole(atoms: Sequence[Atom], first: int, words: Words) -> _Reading | None:
    """The whole number, cardinal or ordinal, that begins at an atom; None where none begins."""
    grown = _Sum()
    index = first
    while index < len(atoms):
        numeral = atoms[index].numeral
        joint = atoms[index - 1].joint if index > first else " "
        if not joint or (joint != " " and not _may_follow(atoms, index, joint, grown, words)):
            break
        if atoms[index].is_figure:
            fits = (index == first or _is_scaled(atoms, index)) and grown.add_figure(numeral.value)
        elif numeral.role == "add":
            fits = grown.add(numeral.value)
        elif numeral.role == "half":
            fits = joint != " " and grown.add_half(numeral.value)
        elif numeral.role == "times":
            begins = index == first and numeral.alone
            fits = (begins or not grown.is_empty) and grown.multiply(numeral.value)
        else:
            fits = False
        if not fits:
            # A scale that stands first and never alone is passed over: "millions of people".
            break
        index += 1
        if numeral.ordinal:
            return _Reading(grown.total + grown.section, index, "ordinal")
    return _Reading(grown.total + grown.section, index, scale=grown.scale) if index > first else None


def _may_follow(atoms: Sequence[Atom], index: int, joint: str, grown: _Sum, words: Words) -> bool:
    """Whether the number goes on after a word such as "and": two hundred and five, two and a half."""
    numeral = atoms[index].numeral
    if numeral.role == "half":
        return joint in words.withs
    if joint not in words.ands or numeral.role != "add" or not _HUNDRED <= grown.room < _ENDLESS:
        return False
    # "Two hundred and three hundred" are two numbers.
    follows = _next(atoms, index)
    return follows is None or follows.role != "times" or follows.value != _HUNDRED


def _next(atoms: Sequence[Atom], index: int) -> Numeral | None:
    """The word directly after an atom."""
    return atoms[index + 1].numeral if atoms[index].joint == " " and index + 1 < len(atoms) else None


def _is_scaled(atoms: Sequence[Atom], index: int) -> bool:
    """Whether a scale follows: in "2 million 500 thousand" the second figure belongs to the first."""
    follows = _next(atoms, index)
    return follows is not None and follows.role == "times" and not follows.ordinal


def _with_fraction(atoms: Sequence[Atom], reading: _Reading, words: Words) -> _Reading:
    """One third, two fifths, «две целых пять десятых»."""
    last = reading.after - 1
    following = _next(atoms, last)
    if following is None or atoms[last + 1].is_figure:
        return reading
    if following.role == "whole":
        numerator = (
            _whole(atoms, last + 2, words) if atoms[last + 1].joint and last + 2 < len(atoms) else None
        )
        fraction = _with_fraction(atoms, numerator, words) if numerator is not None else None
        if fraction is None or fraction == numerator:
            return reading
        return _Reading(reading.value + fraction.value, fraction.after)
    if following.role == "half":
        return _Reading(following.value, last + 2) if reading.value == 1 else reading
    wanted = "one" if reading.value == 1 else "many"
    if following.part == wanted or (wanted == "one" and following.role == "part"):
        return _Reading(EXACT.divide(reading.value, following.value), last + 2)
    return reading


def _with_decimals(atoms: Sequence[Atom], reading: _Reading, words: Words) -> _Reading:
    """Two point five; the decimals are said one by one."""
    index = reading.after
    if atoms[index - 1].joint not in words.points:
        return reading
    decimals = ""
    while index < len(atoms) and (not decimals or atoms[index - 1].joint == " "):
        numeral = atoms[index].numeral
        if atoms[index].is_figure or numeral.role != "add" or numeral.ordinal or numeral.value >= _TEN:
            break
        decimals += str(numeral.value)
        index += 1
    if not decimals:
        return reading
    value = reading.value + Decimal(f"0.{decimals}")
    if not _is_scaled(atoms, index - 1):
        return _Reading(value, index)
    scale = atoms[index].numeral.value
    return _Reading(value * scale, index + 1, scale=scale)
