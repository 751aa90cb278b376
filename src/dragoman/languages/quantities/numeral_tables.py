"""The languages whose numbers and dates are known in depth: the one place to add another."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import cache

from dragoman.languages.quantities.numerals import Marks, Numerals, listed
from dragoman.languages.quantities.numerals_en import english
from dragoman.languages.quantities.numerals_ru import russian
from dragoman.languages.quantities.numerals_zh import chinese

TABLES: Mapping[str, Callable[[], Numerals]] = {"en": english, "ru": russian, "zh": chinese}
"""Language code to a function that builds its table on first use."""

# Decimal marks of other languages, after Unicode CLDR ("symbols-numberSystem-latn/decimal").
_COMMA = frozenset(
    listed(
        "az be bg bs ca cs da de el es et eu fi fo fr gl hr hu hy id is it ka kk ky lt lv mk nb nl nn no pl "
        "pt ro sk sl sq sr sv tg tk tr tt uk uz vi"
    )
)
_POINT = frozenset(listed("am bn cy ga gu he hi ja ko mn mr ms my ne pa si sw ta te th ur yue"))


def _generic(marks: Marks) -> Numerals:
    return Numerals(
        marks=marks,
        after=re.compile(r"(?P<percent>\s?[%٪])"),
        to=re.compile(r"\s?[-–—−]\s?"),
    )


@cache
def table(code: str) -> Numerals:
    """The table of a language by its BCP 47 tag; digits only where the language is not known."""
    primary = code.replace("_", "-").split("-")[0].lower()
    if primary in TABLES:
        return TABLES[primary]()
    if primary in _COMMA:
        return _generic(Marks(",", groups="."))
    if primary in _POINT:
        return _generic(Marks(".", groups=",٬"))
    return _generic(Marks("", groups=".,٬"))
