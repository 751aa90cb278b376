"""Numbers of a text as values, in figures and in words, whichever way the text writes them.

Numbers are read so that the versions of one text in several languages give the same values:

- A year alone is a number; with a month it is a date (see `dates`), and numbers inside dates are
  left out. The 1990s are 1990; "a decade", «десятилетие» and 十年 are 10; "both", «оба» and 两 are 2.
- A time of day, and a length in hours and minutes, is its hours: 15:30 and 3.30 p.m. are 15.5.
- Fractions are rounded to 28 digits. A percentage keeps the figure that is written.
- "One", «один» and 一 are as often pronouns or articles: in words they count only as part of a larger
  number, a fraction or a percentage, and so does zero. "First", «первый» and 第一 always count.
- Vague quantities (dozens, «сотни», 数百) are no numbers, nor are numerals inside idioms (一带一路).
- Document symbols (A/RES/70/1), digits glued to a word (CO2, footnote marks), addresses and paragraph
  numbers of three or more levels (5.2.1) are no numbers; paragraph numbers of two levels are decimals.
- Fractions in figures have denominators up to 12; larger ones (60/1, 2014/15) are two numbers.
"""

from __future__ import annotations

import re
from decimal import Decimal, localcontext
from functools import cache

from dragoman.languages.model import Number, NumberKind
from dragoman.languages.quantities.character_tokens import has_characters
from dragoman.languages.quantities.dates import find_dates
from dragoman.languages.quantities.figures import FIGURE, blank, figures, prepared
from dragoman.languages.quantities.number_characters import character_value, read_characters
from dragoman.languages.quantities.number_words import read_words
from dragoman.languages.quantities.numeral_tables import table
from dragoman.languages.quantities.numerals import ROOMY, Found, Numerals, cued, lowered
from dragoman.languages.quantities.roman import ROMAN, roman, romans
from dragoman.languages.quantities.times import COLON, find_times
from dragoman.languages.quantities.word_atoms import has_words

_HYPHEN = re.compile(r"(?:[\w)\]%\0]|\d\s)[-−]$")
"""What a dash belongs to that is no minus."""
_FIRST_DECADE = 1000


def numbers(text: str, code: str) -> list[Number]:
    """Numbers of a text in the language of a BCP 47 code, in order and without overlap.

    Languages without a table of their own have numbers in digits only. Never raises on any text.
    """
    grammar = table(code)
    lower = lowered(text)
    spelled = _is_spelled(lower, grammar)
    has_romans = grammar.roman_before is not None and ROMAN.search(text) is not None
    if not spelled and not has_romans and not FIGURE.search(text):
        return []
    with localcontext(ROOMY):
        return _read(text, lower, grammar, spelled, has_romans)


def _read(text: str, lower: str, grammar: Numerals, spelled: bool, has_romans: bool) -> list[Number]:
    clean = prepared(text)
    if clean is not text:
        lower = lowered(clean)
    lower = blank(lower, ((date.start, date.end) for date in find_dates(clean, lower, grammar)))
    found: list[Found] = []
    lower = _take_phrases(lower, grammar, found)
    digits = figures(lower, grammar.marks)
    if has_romans:
        digits = sorted([*digits, *(one for one in romans(clean, grammar) if lower[one.start] != "\0")])
    if grammar.words is not None and spelled:
        found.extend(read_words(lower, digits, grammar.words))
    elif grammar.characters is not None:
        found.extend(read_characters(lower, digits, grammar.characters))
    else:
        found.extend(Found(*figure) for figure in digits)
    return _finished(lower, _ranged(lower, _apart(found), grammar), grammar)


def _is_spelled(lower: str, grammar: Numerals) -> bool:
    """Whether a text in lower case may hold numbers in words or characters."""
    if grammar.words is not None:
        return has_words(lower, grammar.words)
    if grammar.characters is None:
        return False
    return has_characters(lower, grammar.characters) or cued(lower, _phrase_cues(grammar))


@cache
def _phrase_cues(grammar: Numerals) -> tuple[str, ...]:
    return tuple(cue for phrase in grammar.phrases for cue in phrase.rule.cues)


@cache
def _cues(grammar: Numerals) -> tuple[str, ...]:
    """All that tells of a time, a decade, a phrase or an idiom."""
    rules = [*grammar.times, COLON, *(phrase.rule for phrase in grammar.phrases)]
    if grammar.decade is not None:
        rules.append(grammar.decade)
    if grammar.words is not None and grammar.words.idioms is not None:
        rules.append(grammar.words.idioms)
    return tuple(dict.fromkeys(cue for rule in rules for cue in rule.cues))


def _take_phrases(lower: str, grammar: Numerals, found: list[Found]) -> str:
    """The text with times, decades, phrases and idioms blanked out; their numbers go to `found`."""
    if not cued(lower, _cues(grammar)):
        return lower
    found.extend(find_times(lower, grammar))
    if grammar.decade is not None:
        found.extend(_decade(match, grammar) for match in grammar.decade.matches(lower))
    for phrase in grammar.phrases:
        found.extend(
            Found(match.start(), match.end(), phrase.value, phrase.kind)
            for match in phrase.rule.matches(lower)
        )
    found.sort()
    lower = blank(lower, ((one.start, one.end) for one in found))
    if grammar.words is not None and grammar.words.idioms is not None:
        lower = blank(lower, (match.span() for match in grammar.words.idioms.matches(lower)))
    return lower


def _decade(match: re.Match[str], grammar: Numerals) -> Found:
    """The nineties of the twentieth century are 1990."""
    century, decade = (_century(match[group], grammar) for group in ("century", "decade"))
    return Found(match.start(), match.end(), Decimal((century - 1) * 100 + decade))


def _century(word: str, grammar: Numerals) -> int:
    if word.isdecimal():
        return int(word)
    value = roman(word.upper())
    if value is None and grammar.characters is not None:
        value = character_value(word, grammar.characters)
    return value or 1


def _apart(found: list[Found]) -> list[Found]:
    """Numbers in order; of two that overlap, the first."""
    found.sort()
    apart: list[Found] = []
    for one in found:
        if not apart or one.start >= apart[-1].end:
            apart.append(one)
    return apart


def _ranged(lower: str, found: list[Found], grammar: Numerals) -> list[Found]:
    """Numbers with the scale that the end of a range lends to its beginning: 15 to 20 million."""
    if grammar.to is None or all(one.scale == 1 for one in found):
        return found
    ranged = list(found)
    for index in range(len(found) - 2, -1, -1):
        first, last = ranged[index], ranged[index + 1]
        if last.scale == 1 or first.scale != 1 or first.kind != "cardinal":
            continue
        if first.value < last.value / last.scale and grammar.to.fullmatch(lower, first.end, last.start):
            ranged[index] = first._replace(value=first.value * last.scale, scale=last.scale)
    return ranged


def _finished(lower: str, found: list[Found], grammar: Numerals) -> list[Number]:
    """Signs, percentages and the kinds that a suffix tells."""
    numbers: list[Number] = []
    following: Number | None = None
    for one in reversed(found):
        start, end, value, kind, scale = one
        if kind == "cardinal":
            kind, end = _kind(lower, one, grammar)
            if kind == "cardinal" and following is not None and following.kind == "percent":
                # "From 22 per cent in 2009 to 26 per cent": a year is no share.
                is_share = value < _FIRST_DECADE or following.value >= _FIRST_DECADE
                in_range = (
                    is_share and grammar.to is not None and grammar.to.fullmatch(lower, end, following.start)
                )
                kind = "percent" if in_range else kind
            sign = _sign(lower, start, grammar)
            if sign is not None:
                value, start = -value, sign
        if scale != 1 and value == value.to_integral_value():
            value = value.to_integral_value()
        following = Number(start, end, value, kind)
        numbers.append(following)
    numbers.reverse()
    return numbers


def _sign(lower: str, start: int, grammar: Numerals) -> int | None:
    """Where the sign begins that makes the number at `start` negative; None where there is none."""
    if lower[start - 1 : start] in ("-", "−"):
        return None if _HYPHEN.search(lower, max(0, start - 3), start) else start - 1
    for word in grammar.minus:
        if lower.endswith(word, 0, start):
            return start - len(word)
    return None


def _kind(lower: str, one: Found, grammar: Numerals) -> tuple[NumberKind, int]:
    """The kind of a cardinal by what follows it, and where it ends together with that."""
    match = grammar.after.match(lower, one.end)
    if match is None:
        return "cardinal", one.end
    group = match.lastgroup
    if group == "percent":
        return "percent", match.end()
    if group == "century":
        return "ordinal", one.end
    if not lower[one.end - 1].isdecimal():
        return "cardinal", one.end
    is_decade = one.value >= _FIRST_DECADE and one.value % 10 == 0
    return "cardinal" if is_decade or group == "plain" else "ordinal", match.end()
