"""Characters and figures that numbers in Chinese are made of."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from decimal import Decimal
from functools import cache
from typing import Literal, NamedTuple

from dragoman.languages.quantities.figures import Figure
from dragoman.languages.quantities.numerals import Characters

Role = Literal["figure", "digit", "unit", "myriad"]


class Token(NamedTuple):
    """A figure or one character of a number; `joined`: nothing stands between it and the one before."""

    start: int
    end: int
    role: Role
    value: Decimal
    joined: bool


def has_characters(text: str, characters: Characters) -> bool:
    """Whether a text may hold a number in characters; quick."""
    return _numerals(characters).search(text) is not None or _formal(characters).search(text) is not None


def informal(text: str, characters: Characters) -> str:
    """The text with formal numerals (叁拾) made plain where several stand together with a unit."""
    if not _formal(characters).search(text):
        return text
    plain = str.maketrans(dict(characters.formal))
    mixed = "".join([*characters.formal, *characters.digits, *characters.myriads])

    def made_plain(match: re.Match[str]) -> str:
        written = match[0].translate(plain)
        return written if any(unit in written for unit in characters.units) else match[0]

    return re.sub(f"[{mixed}]{{2,}}", made_plain, text)


def number_tokens(text: str, figures: Sequence[Figure], characters: Characters) -> list[Token]:
    """Figures and numerals of a text, in order, without those of idioms and units of measure."""
    roles = _roles(characters)
    spans: list[tuple[int, int, Role, Decimal]] = [
        (*figure[:2], "figure", figure.value) for figure in figures
    ]
    taken = 0
    for match in _numerals(characters).finditer(text):
        at = match.start()
        if at < taken:
            continue
        taken = _idiom_end(text, at, characters)
        if taken <= at and not characters.unit_prefix.match(text, at):
            spans.append((at, at + 1, *roles[match[0]]))
    if figures:
        spans.sort()
    tokens: list[Token] = []
    end, last = -1, ""
    for start, stop, role, value in spans:
        joined = end == start or (
            # "250 万" and 200多万 are one number each.
            (last == "figure" and role != "figure" and text[end:start] in (" ", "\u00a0"))
            or (role == "myriad" and end + 1 == start and text[end] in characters.more)
        )
        tokens.append(Token(start, stop, role, value, joined))
        end, last = stop, role
    return tokens


def word_tokens(word: str, characters: Characters) -> list[Token] | None:
    """The tokens of a word of numerals only, idiom or not; None for any other word."""
    roles = _roles(characters)
    if not all(character in roles for character in word):
        return None
    return [Token(at, at + 1, *roles[character], True) for at, character in enumerate(word)]


def _idiom_end(text: str, at: int, characters: Characters) -> int:
    """Where the idiom ends whose first numeral stands at an offset; 0 where there is none."""
    rules = characters.idioms.get(text[at])
    if rules is None:
        return 0
    roles = _roles(characters)
    before = text[at - 1] if at else ""
    if before == characters.ordinal or before in roles:
        return 0
    if before.isdecimal() and roles[text[at]][0] != "digit":
        return 0
    for place, pattern in rules:
        match = pattern.match(text, at - place) if at >= place else None
        if match is not None and match.end() > at:
            return match.end()
    return 0


@cache
def _roles(characters: Characters) -> Mapping[str, tuple[Role, Decimal]]:
    tables: tuple[tuple[Role, Mapping[str, int]], ...] = (
        ("digit", characters.digits),
        ("unit", characters.units),
        ("myriad", characters.myriads),
    )
    return {char: (role, Decimal(value)) for role, table in tables for char, value in table.items()}


@cache
def _numerals(characters: Characters) -> re.Pattern[str]:
    return re.compile(f"[{''.join(_roles(characters))}]")


@cache
def _formal(characters: Characters) -> re.Pattern[str]:
    return re.compile(f"[{''.join(characters.formal)}]")
