"""The numbers that word processors and browsers put before list items, written as the reader sees them.

Names of formats are those of Office Open XML (ECMA-376-1:2016, 17.18.59, ST_NumberFormat).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

_LATIN = "abcdefghijklmnopqrstuvwxyz"
# As the standard has it: without ё, й, ъ and ь.
_RUSSIAN = "абвгдежзиклмнопрстуфхцчшщыэюя"
_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"),
    (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_PLAIN = "零一二三四五六七八九十百千万"
_LEGAL_SIMPLIFIED = "零壹贰叁肆伍陆柒捌玖拾佰仟万"
_LEGAL_TRADITIONAL = "零壹貳參肆伍陸柒捌玖拾佰仟萬"
_STEMS = "甲乙丙丁戊己庚辛壬癸"
_BRANCHES = "子丑寅卯辰巳午未申酉戌亥"
_LARGEST = 9999


def _letters(number: int, alphabet: str) -> str:
    """The letter at that place; after the last one comes the first twice, as word processors have it."""
    turns, place = divmod(number - 1, len(alphabet))
    return alphabet[place] * (turns + 1)


def _roman(number: int) -> str:
    written = ""
    for value, sign in _ROMAN:
        count, number = divmod(number, value)
        written += sign * count
    return written


def _han(number: int, signs: str, *, one_before_ten: bool = False) -> str:
    """A number in Chinese characters: 10 is 十, 105 一百零五."""
    digits, tens = signs[:10], signs[10:13]
    written, gap = "", False
    for power in (3, 2, 1, 0):
        digit = number // 10**power % 10
        if digit == 0:
            gap = bool(written)
            continue
        zero = digits[0] if gap else ""
        bare_ten = power == 1 and digit == 1 and not written and not one_before_ten
        written += zero + ("" if bare_ten else digits[digit]) + (tens[power - 1] if power else "")
        gap = False
    return written


def _digit_by_digit(number: int) -> str:
    return "".join("〇一二三四五六七八九"[int(digit)] for digit in str(number))


def _enclosed(number: int, first: int, last: int) -> str:
    """A number that is one character, such as ①; beyond the last there is, in plain figures."""
    return chr(first + number - 1) if number <= last else str(number)


def _of_row(number: int, row: str) -> str:
    return row[(number - 1) % len(row)]


def _plain(number: int) -> str:
    return _han(number, _PLAIN)


_FORMATS: Mapping[str, Callable[[int], str]] = MappingProxyType(
    {
        "decimal": str,
        "decimalZero": lambda n: f"{n:02}",
        "lowerLetter": lambda n: _letters(n, _LATIN),
        "upperLetter": lambda n: _letters(n, _LATIN).upper(),
        "lowerRoman": _roman,
        "upperRoman": lambda n: _roman(n).upper(),
        "russianLower": lambda n: _letters(n, _RUSSIAN),
        "russianUpper": lambda n: _letters(n, _RUSSIAN).upper(),
        "chineseCounting": _plain,
        "chineseCountingThousand": _plain,
        "taiwaneseCounting": _plain,
        "taiwaneseCountingThousand": _plain,
        "japaneseCounting": _plain,
        "ideographDigital": _digit_by_digit,
        "taiwaneseDigital": _digit_by_digit,
        "japaneseDigitalTenThousand": _digit_by_digit,
        "chineseLegalSimplified": lambda n: _han(n, _LEGAL_SIMPLIFIED, one_before_ten=True),
        "ideographLegalTraditional": lambda n: _han(n, _LEGAL_TRADITIONAL, one_before_ten=True),
        "ideographTraditional": lambda n: _of_row(n, _STEMS),
        "ideographZodiac": lambda n: _of_row(n, _BRANCHES),
        "decimalFullWidth": lambda n: "".join(chr(ord(digit) + 0xFEE0) for digit in str(n)),
        "decimalFullWidth2": lambda n: "".join(chr(ord(digit) + 0xFEE0) for digit in str(n)),
        "decimalEnclosedCircle": lambda n: _enclosed(n, 0x2460, 20),
        "decimalEnclosedCircleChinese": lambda n: _enclosed(n, 0x2460, 20),
        "decimalEnclosedParen": lambda n: _enclosed(n, 0x2474, 20),
        "decimalEnclosedFullstop": lambda n: _enclosed(n, 0x2488, 20),
        "ideographEnclosedCircle": lambda n: _enclosed(n, 0x3280, 10),
    }
)

SIGNS = frozenset({"bullet", "none"})
"""Formats that number nothing."""


def written(number: int, form: str) -> str:
    """A number in one of the formats; in plain figures where the format or the number is out of the ordinary.

    >>> [written(12, form) for form in ("russianLower", "chineseCounting", "upperRoman")]
    ['м', '十二', 'XII']
    """
    if form in SIGNS:
        return ""
    if not 1 <= number <= _LARGEST:
        return str(number)
    return _FORMATS.get(form, str)(number)
