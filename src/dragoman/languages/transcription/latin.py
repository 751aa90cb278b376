"""Cyrillic in plain Latin letters, as addresses need them."""

from __future__ import annotations

from unicodedata import normalize

# ISO 9:1995 system B (GOST 7.79-2000), with the signs left out and "kh" for х, so that every letter is ASCII;
# letters of other languages than Russian as their own romanisations have them.
_LETTERS = {
    "а": "a", "б": "b", "в": "v", "г": "g", "д": "d", "е": "e", "ё": "yo", "ж": "zh", "з": "z", "и": "i",
    "й": "j", "к": "k", "л": "l", "м": "m", "н": "n", "о": "o", "п": "p", "р": "r", "с": "s", "т": "t",
    "у": "u", "ф": "f", "х": "kh", "ц": "cz", "ч": "ch", "ш": "sh", "щ": "shh", "ъ": "", "ы": "y", "ь": "",
    "э": "e", "ю": "yu", "я": "ya", "і": "i", "ї": "yi", "є": "ye", "ґ": "g", "ў": "u",
}  # fmt: skip
_TABLE = str.maketrans(_LETTERS)


def latin(text: str) -> str:
    """Cyrillic letters in small Latin ones without marks («объём» is "obyom"); all else in small letters."""
    return normalize("NFC", text).lower().translate(_TABLE)
