"""What Dragoman has to know of a language to read its numbers and dates.

A `Numerals` table holds facts only; `figures`, `roman`, `times`, `number_words`, `number_characters`
and `dates` hold the rules. A new language is one new table, named once in `numeral_tables`.

Patterns of a table are matched against text in lower case (`lowered`), except for dates with
`capitals`. Those that are searched for begin with a character or a set of characters rather than with
an assertion: the standard library then skips quickly to where they can match.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Context, Decimal
from re import Match, Pattern
from typing import Literal, NamedTuple

from dragoman.languages.model import NumberKind

Role = Literal["add", "times", "part", "half", "whole"]

EXACT = Context(prec=28)
"""Divisions (thirds, minutes of an hour) are rounded alike, whatever context the caller has set."""

ROOMY = Context(prec=100, traps=[])
"""All other arithmetic is exact for anything that is written as a number, and raises for nothing."""

LONGEST = 40
"""Digits, or characters, beyond which nothing is a number any more."""


def lowered(text: str) -> str:
    """The text in lower case with ё as е, every character in its place."""
    lower = text.lower()
    if len(lower) != len(text):
        lower = "".join(low if len(low := character.lower()) == 1 else character for character in text)
    return lower.replace("ё", "е")


def listed(table: str) -> list[str]:
    """The entries of a table that are parted by white space."""
    return table.split()


def cued(text: str, cues: Iterable[str]) -> bool:
    """Whether a text holds one of the cues."""
    # This runs for each sentence.
    for cue in cues:  # noqa: SIM110 -- `any` with a generator takes three times as long
        if cue in text:
            return True
    return False


class Found(NamedTuple):
    """A number as the readers pass it on; offsets as in `model.Number`."""

    start: int
    end: int
    value: Decimal
    kind: NumberKind = "cardinal"
    scale: Decimal = Decimal(1)
    """The factor that the text names: a million in "3.5 million"; 1 where there is none."""


class Marks(NamedTuple):
    """Punctuation inside figures. Spaces and apostrophes group digits in every language."""

    decimal: Literal[".", ",", ""]
    """The decimal mark; "" where it is not known and has to be guessed."""
    groups: str
    """Marks that may part off a single group of three digits: 9,400."""


class Rule(NamedTuple):
    """A pattern that is tried only on a text with one of its cues, which are cheap to look for."""

    cues: tuple[str, ...]
    pattern: Pattern[str]

    def matches(self, lower: str) -> Iterable[Match[str]]:
        """Matches in a text in lower case."""
        return self.pattern.finditer(lower) if cued(lower, self.cues) else ()


class Phrase(NamedTuple):
    """A phrase with a value of its own."""

    rule: Rule
    value: Decimal
    kind: NumberKind = "cardinal"


class Numeral(NamedTuple):
    """One word that is, or helps to make, a number.

    `role`: "add" (five, twenty), "times" (hundred, million), "part" (a denominator and nothing else:
    thirds), "half" (adds a half to what stands before), "whole" (parts whole and fraction).
    `alone`: whether the word counts where no other numeral stands beside it.
    `part`: whether it may also be a denominator, after "one" or after "many".
    """

    value: Decimal
    role: Role = "add"
    ordinal: bool = False
    alone: bool = True
    part: Literal["", "one", "many"] = ""


@dataclass(frozen=True, slots=True, eq=False)
class Words:
    """Numerals of a language that puts spaces between words. Keys are in lower case."""

    letters: Pattern[str]
    """A word in lower case; a set of letters is quicker than all letters of Unicode."""
    vocabulary: Mapping[str, Numeral]
    ands: frozenset[str] = frozenset()
    """Words that may stand before the last part of a number: two hundred *and* five."""
    withs: frozenset[str] = frozenset()
    """Words that may stand before a fraction: two *and a* half."""
    points: frozenset[str] = frozenset()
    """Words for the decimal point: two *point* five."""
    joints: frozenset[str] = frozenset({" ", "\u00a0"})
    """What may stand between two words of one number."""
    idioms: Rule | None = None
    """Numerals that count nothing."""
    compound: Pattern[str] | None = None
    """A solid compound that is a number («двадцатипятилетний»); the group "parts" holds its numerals."""
    compound_parts: Mapping[str, Decimal] = field(default_factory=dict)
    """Numerals inside compounds; they add up."""
    compound_scales: Mapping[str, Decimal] = field(default_factory=dict)
    """What the group "scale" of a compound multiplies the sum by («двухмиллионный»)."""


@dataclass(frozen=True, slots=True, eq=False)
class Characters:
    """Numerals of a language that writes them in characters, without spaces."""

    digits: Mapping[str, int]
    units: Mapping[str, int]
    """Tens, hundreds, thousands: multiply one digit. 廿 (20) multiplies none."""
    myriads: Mapping[str, int]
    """10^4 and its powers: multiply all that stands before."""
    formal: Mapping[str, str]
    """Second forms of digits and units, which count only where several stand together."""
    ordinal: str
    """The prefix of an ordinal."""
    point: str
    """The decimal point; any one of these characters."""
    share: str
    """Between denominator and numerator: 三分之一."""
    mixed: str
    """Between a whole number and a fraction: 二又三分之一."""
    one: Pattern[str]
    """Found before a lone 一: there it is a number."""
    one_not: Pattern[str]
    """Matched after such a 一: there it is a word again."""
    per: Pattern[str]
    """Found before a lone 百, 千 or 万: there it is a number."""
    vague: Pattern[str]
    """Found before: the number is not meant exactly (数百, 几十)."""
    vague_after: str
    """Characters that make the number before them inexact (十几)."""
    more: str
    """Characters that may stand inside a number: 200多万."""
    half_after: Pattern[str]
    """After a number: and a half (三年半)."""
    century: Pattern[str]
    """After a number: it counts a century and is an ordinal."""
    unit_prefix: Pattern[str]
    """Matched at a character: it belongs to a unit of measure (千克), not to the number."""
    idioms: Mapping[str, tuple[tuple[int, Pattern[str]], ...]]
    """Numerals that count nothing, by their first numeral: how far that is inside, and a pattern."""


@dataclass(frozen=True, slots=True, eq=False)
class DateForms:
    """How a language writes dates. Groups are named month, year and days."""

    cues: tuple[str, ...]
    """One of them is in every text that holds a date."""
    capitals: bool
    """Whether all is matched against text in its own case: capitals tell a month, or there are none."""
    month: Pattern[str]
    months: Mapping[str, int]
    """Forms of month names in lower case; a month in figures needs none."""
    before: Pattern[str]
    """What a date may have before the month: days or a year. Searched for, up to the month."""
    days_after: Pattern[str] | None
    """Days after the month, where none stand before it."""
    year_after: Pattern[str] | None
    """A year after month and days."""
    link: Pattern[str]
    """Between dates that share their year."""
    year_first: bool
    """True where a shared year stands with the first of several dates."""
    shy_months: frozenset[str] = frozenset()
    """Month names that are other words too: alone they count only after `shy_before`."""
    shy_before: Pattern[str] | None = None
    day_word: Pattern[str] | None = None
    """Between a day in words and the month: "day of"."""
    year_word: Pattern[str] | None = None
    """Between the month and a year in words."""
    year_close: Pattern[str] | None = None
    """Closes a year in words, where one has to."""


@dataclass(frozen=True, slots=True, eq=False)
class Numerals:
    """All that is particular to one language."""

    marks: Marks
    after: Pattern[str]
    """After a number. Groups: percent; ordinal; century, which makes an ordinal too; plain, an ending
    that leaves a cardinal."""
    minus: tuple[str, ...] = ()
    """Words that make the number directly after them negative."""
    to: Pattern[str] | None = None
    """Between the two ends of a range."""
    roman_before: Pattern[str] | None = None
    """Before a Roman numeral of one letter, up to it: it is a numeral indeed. None: no Roman numerals."""
    roman_century: Pattern[str] | None = None
    """After a Roman numeral: the same."""
    decade: Rule | None = None
    """A decade with its century apart; groups century and decade."""
    times: tuple[Rule, ...] = ()
    """Times of day; groups hour, minute, early, late, half, and hour0, minute0 of the start of a range."""
    phrases: tuple[Phrase, ...] = ()
    words: Words | None = None
    characters: Characters | None = None
    dates: DateForms | None = None
