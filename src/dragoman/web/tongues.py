"""Which language a title, a name or a remark is in, so that the page can say so."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from dragoman.languages import detect
from dragoman.languages.generic import UNDETERMINED

# Shorter texts have too few function words: "EU" would be Welsh.
_LONG = 40
# What a short text in one script is taken for. Such texts are names and titles in the languages that this
# house is about; Latin letters with marks belong to others, and are said to be in none.
_BY_SCRIPT = {"CYRILLIC": "ru", "CJK": "zh"}
# What stands between the same words in several languages: "Joint statement · Заявление / 声明".
_BETWEEN = re.compile(r"(\s+[·/|]\s+)")


@lru_cache(4_096)
def tongues(text: str) -> tuple[tuple[str, str], ...]:
    """A short text in pieces, each with the code of its language ("" where it cannot be told)."""
    pieces = _BETWEEN.split(text)
    return tuple((piece, "" if at % 2 else tongue(piece)) for at, piece in enumerate(pieces) if piece)


def for_reader(text: str, code: str) -> str:
    """A short text that is said in several languages, as "Lake · Озеро · 湖": what it says in this one.

    All of it where it is in one language, or in none that its pieces let tell apart.
    """
    pieces = [(piece, spoken) for piece, spoken in tongues(text) if not _BETWEEN.fullmatch(piece)]
    spoken = [each for _piece, each in pieces]
    if len(pieces) < 2 or "" in spoken or len(set(spoken)) < len(spoken):
        return text
    return next((piece for piece, each in pieces if each == code), text)


def tongue(text: str) -> str:
    """The code of the language of a short text, "" where it cannot be told or there are several."""
    if len(text) >= _LONG:
        code, share = max(detect(text), key=lambda pair: pair[1], default=(UNDETERMINED, 0.0))
        if code != UNDETERMINED and share > 0.5:
            return code
    scripts = {unicodedata.name(letter, "").partition(" ")[0] for letter in text if letter.isalpha()}
    if len(scripts) != 1:
        return ""
    script = scripts.pop()
    return "en" if script == "LATIN" and text.isascii() else _BY_SCRIPT.get(script, "")
