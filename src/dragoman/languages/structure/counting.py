"""Roman and Chinese numerals as they number the parts of a document."""

from __future__ import annotations

from dragoman.languages.quantities.roman import roman

_DIGITS = {character: value for value, character in enumerate("〇一二三四五六七八九")} | {
    "零": 0, "○": 0, "两": 2, "兩": 2, "廿": 20, "卅": 30,
}  # fmt: skip
_UNITS = {"十": 10, "百": 100, "千": 1000}
CHINESE_NUMERALS = "".join((*_DIGITS, *_UNITS))


def chinese_value(written: str) -> int | None:
    """The value of a number below 10,000 in Chinese characters, or None."""
    if not written or any(character not in CHINESE_NUMERALS for character in written):
        return None
    if len(written) > 1 and all(_DIGITS.get(character, 10) < 10 for character in written):
        return int("".join(str(_DIGITS[character]) for character in written))  # 二〇二四
    total = digit = 0
    for character in written:
        if character in _UNITS:
            total += (digit or 1) * _UNITS[character]
            digit = 0
        else:
            digit += _DIGITS[character]
    return total + digit


def in_figures(written: str) -> str:
    """Roman, Chinese or other numerals, with full stops between levels, in ASCII figures."""
    return ".".join(_level(part) for part in written.split("."))


def _level(part: str) -> str:
    value = int(part) if part.isdecimal() else chinese_value(part)
    if value is None:
        value = roman(part.upper())
    return part.lower() if value is None else str(value)
