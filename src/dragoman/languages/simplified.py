"""Traditional characters as simplified ones, by OpenCC (Apache-2.0)."""

from __future__ import annotations

import opencc

_CONVERTER = opencc.OpenCC("t2s")


def simplified(text: str) -> str:
    """The text in simplified characters, one for each character given.

    Words decide where characters alone cannot (乾坤 stays, 乾净 becomes 干净).
    """
    try:
        converted: str = _CONVERTER.convert(text)
    except UnicodeEncodeError:  # half of a surrogate pair, which is no character
        converted = _CONVERTER.convert(text.encode("utf-8", "replace").decode("utf-8"))
    if len(converted) == len(text):
        return converted
    # No entry of OpenCC's tables does this today; characters alone never change in number.
    return "".join(_CONVERTER.convert(character)[:1] or character for character in text)
