"""Numbers and letters of parts of documents as keys: 5 for V, 第五 and "five", b for «б»."""

from __future__ import annotations

import re
import unicodedata

from dragoman.languages.quantities.roman import roman
from dragoman.languages.structure.counting import CHINESE_NUMERALS, chinese_value

_CYRILLIC = "абвгдежзиклмнопрстуфхцчшщэюя"
"""Letters as drafters number with them, without ё, й, ъ, ы, ь."""
_LATIN = "abcdefghijklmnopqrstuvwxyz"
_LOOK_ALIKES = str.maketrans("АВЕКМНОРСТУХавеокмнрстух", "ABEKMHOPCTYXabeokmhpctyx")
_AGAIN = {"bis": "2", "бис": "2", "ter": "3", "тер": "3", "quater": "4", "кватер": "4"}
_LABEL = re.compile(
    rf"(?P<base>\d+(?:\.\d+)*|[IVXLCІХС]+|[A-ZА-Я]|[{CHINESE_NUMERALS}]+)"
    rf"(?:[\s-]?(?P<again>{'|'.join(_AGAIN)})|之(?P<sub>[{CHINESE_NUMERALS}]+|\d+))?(?P<letter>[A-Za-zА-Яа-я])?"
)


def latin(written: str) -> str:
    """A symbol with Cyrillic letters that look like Latin ones made Latin: А/65/1, typed in Russian."""
    return written.translate(_LOOK_ALIKES)


def label_keys(written: str) -> tuple[str, ...]:
    """The keys of a label such as "5", "5.2", "V", "五之二", "76 bis", "A"; () where it is none."""
    if written.lower() == "one":
        return ("1",)
    match = _LABEL.fullmatch(written)
    if match is None:
        return ()
    base = match["base"]
    letter = ""
    if base[0].isdecimal():
        key = base
    elif base[0] in CHINESE_NUMERALS:
        key = str(chinese_value(base))
    else:
        value = roman(base)
        letter = latin(base).lower() if len(base) == 1 else ""
        if value is None and not letter:
            return ()
        key = letter if value is None else str(value)
    sub = match["sub"]
    if match["again"]:
        key += "." + _AGAIN[match["again"]]
    elif sub:
        key += "." + (sub if sub.isdecimal() else str(chinese_value(sub)))
    if match["letter"]:
        key += latin(match["letter"]).lower()
    return tuple(dict.fromkeys(filter(None, (key, letter))))


def item_keys(written: str) -> tuple[str, ...]:
    """The keys of what stands in brackets: "a" and its like; "ii" is also 2, 二 also b and ii."""
    small = written.lower()
    if unicodedata.category(small[0]) == "No":
        small = str(int(unicodedata.numeric(small[0])))  # ㈠, ①
    if small.isdecimal():
        return (str(int(small)),)
    if small[0] in CHINESE_NUMERALS:
        value = chinese_value(small) or 0
        letter = _LATIN[value - 1 : value] if value else ""
        return tuple(filter(None, (str(value), letter)))
    letters = [latin(small)]
    if len(small) == 1 and small in _CYRILLIC:
        letters.insert(0, _LATIN[min(_CYRILLIC.index(small), len(_LATIN) - 1)])
    value_of = roman(small.upper())
    numbers = [] if value_of is None else [value_of]
    if len(small) == 1:
        numbers.extend(_LATIN.index(letter) + 1 for letter in letters if letter in _LATIN)
    return tuple(dict.fromkeys([*letters, *map(str, numbers)]))
