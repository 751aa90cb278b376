"""Roman numerals."""

from __future__ import annotations

import re
from decimal import Decimal

from dragoman.languages.quantities.figures import Figure
from dragoman.languages.quantities.numerals import Numerals, listed, lowered

ROMAN = re.compile(r"[IVXІХⅠ-Ⅿ](?![a-zа-я])")
"""Found in every text that holds a Roman numeral."""

_WORD = re.compile(r"(?:[IVXLCDMІХСМ]+|[Ⅰ-Ⅿ])(?![A-ZА-Яа-яЁё\d'’]|[a-z]{2}|\.[A-Za-zА-Я])")
_CYRILLIC = str.maketrans("ІХСМ", "IXCM")
_CHARACTERS = str.maketrans(
    dict(
        zip(
            "ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩⅪⅫⅬⅭⅮⅯ",
            listed("I II III IV V VI VII VIII IX X XI XII L C D M"),
            strict=True,
        )
    )
)
_WELL_FORMED = re.compile(r"M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})")
_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}
_PLAIN = frozenset("IVX")
_NO_NUMERAL_BEFORE = re.compile(r"[A-Za-zА-ЯЁ\d'’.]")
_FOLLOWED = re.compile(r"\s?(?:[-–—−]|,|,?\s(?:and|or|и|или)|[至、和])\s?[IVX]{2,}\b")
"""After a single letter: another Roman numeral of the same list."""
_LONGEST_HEAD = 24


def roman(word: str) -> int | None:
    """The value of a well-formed Roman numeral in capitals, 1 to 3999; None for any other word.

    Cyrillic look-alikes and the characters of their own (U+2160 and on) are read too.
    """
    latin = word.translate(_CYRILLIC).translate(_CHARACTERS)
    if not latin or not _WELL_FORMED.fullmatch(latin):
        return None
    values = [_VALUES[letter] for letter in latin]
    return sum(
        -value if value < following else value
        for value, following in zip(values, [*values[1:], 0], strict=True)
    )


def romans(text: str, grammar: Numerals) -> list[Figure]:
    """Roman numerals of a text, in order.

    A single I, V or X, and letters beyond X (which also spell CD, MIX, DIV), count only after a word
    such as "article", before "century" or in a list of Roman numerals; a single letter also as the label
    of a heading ("I. Introduction"). Other single letters never count: they name annexes and people.
    """
    found: list[Figure] = []
    for match in _WORD.finditer(text):
        start = match.start()
        if start and _NO_NUMERAL_BEFORE.match(text, start - 1):
            continue
        latin = match[0].translate(_CYRILLIC)
        value = roman(latin) if len(latin) > 1 or latin in _PLAIN or not latin.isascii() else None
        if value is None:
            continue
        plain = len(latin) > 1 and _PLAIN.issuperset(latin)
        if plain or not latin.isascii() or _is_announced(text, match, grammar):
            found.append(Figure(start, match.end(), Decimal(value)))
    return found


def _is_announced(text: str, match: re.Match[str], grammar: Numerals) -> bool:
    before = lowered(text[max(0, match.start() - _LONGEST_HEAD) : match.start()])
    if grammar.roman_before is not None and grammar.roman_before.search(before):
        return True
    if grammar.roman_century is not None and grammar.roman_century.match(text, match.end()):
        return True
    if _FOLLOWED.match(text, match.end()):
        return True
    return (
        match.start() <= _LONGEST_HEAD
        and not before.strip()
        and text.startswith((". ", ".\u00a0", ".\t"), match.end())
    )
