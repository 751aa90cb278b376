"""One spelling for what is written in several: the form in which texts are compared.

All languages share what stands here; `ru` adds ё as е, `zh` simplified characters.
"""

from __future__ import annotations

import re
import unicodedata

_QUOTES = "«»“”„‟″「」『』《》〈〉〝〞〟＂"
_APOSTROPHES = "‘’‚‛′‹›ʼ`´＇"
# "--" is how texts of the United Nations write a dash, and "<<", ">>" how they write quotes.
_DASHES = "‐‑‒–—―−－﹘﹣⸺⸻"
# Joiners, marks of direction, variation selectors.
_UNSEEN = "\u200c\u200d\u200e\u200f\u202a-\u202e\u2066-\u2069\ufe00-\ufe0f"


def _table() -> dict[int, str | None]:
    """Half and full width to the ordinary width; quotes, apostrophes and dashes to one each."""
    table: dict[int, str | None] = {}
    for code in (*range(0xFF01, 0xFFEF), 0x3000):
        kind, _, rest = unicodedata.decomposition(chr(code)).partition(" ")
        if kind in {"<wide>", "<narrow>"}:
            table[code] = chr(int(rest, 16))
    table |= {ord(quote): '"' for quote in _QUOTES}
    table |= {ord(apostrophe): "'" for apostrophe in _APOSTROPHES}
    table |= {ord(dash): "-" for dash in _DASHES}
    table[ord("İ")] = "i"  # the only character that `str.lower` makes longer
    return table


_TABLE = _table()
_RUNS = re.compile(rf"\s{{2,}}|[^\S ]|-{{2,}}|\.{{3,}}|…{{2,}}|<<|>>|[{_UNSEEN}]+")


def fold_characters(text: str) -> str:
    """Small letters, ordinary width, one kind of quote, apostrophe and dash.

    Gives exactly one character for each, so offsets stay what they were.
    """
    if text.isascii():
        return text.lower().replace("`", "'")
    return text.translate(_TABLE).lower()


def fold(text: str) -> str:
    """`fold_characters`, with runs made one.

    Not one character for each: white space at the ends and unseen characters go; a run of white
    space becomes one space, of dashes one dash, of dots an ellipsis, and << a quote.
    """
    return _RUNS.sub(_one_for_run, fold_characters(text)).strip()


def _one_for_run(run: re.Match[str]) -> str:
    first = run.group()[0]
    if first.isspace():
        return " "
    return {"-": "-", ".": "…", "…": "…", "<": '"', ">": '"'}.get(first, "")
