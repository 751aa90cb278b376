"""Text in the cells of a terminal: how wide it is, and where its lines may break.

A Chinese character takes two cells. Lines break at spaces and between Chinese characters; no line begins with
a closing mark or ends with an opening one.
"""

from __future__ import annotations

from collections.abc import Iterator
from unicodedata import category, combining, east_asian_width

_CUT = "…"
_SPACES = frozenset(" \t\r\n")
_NOT_FIRST = frozenset("，。、；：？！）》】」』〉”’…—·％,.;:?!)]}»%")
_NOT_LAST = frozenset("（《【「『〈“‘([{«№")


def clean(text: str) -> str:
    """The text on one line, with nothing in it that a terminal would obey instead of show."""
    return "".join(map(_shown, text))


def width(text: str) -> int:
    """How many cells a text takes."""
    return sum(_width(character) for character in text)


def padded(text: str, size: int) -> str:
    """The text with spaces after it, up to a number of cells."""
    return text + " " * (size - width(text))


def clipped(text: str, size: int, *, left: bool = False) -> str:
    """As much of a text as `size` cells hold, from its beginning, or with `left` from its end."""
    if width(text) <= size:
        return text
    kept, used = [], width(_CUT)
    for character in reversed(text) if left else text:
        used += _width(character)
        if used > size:
            break
        kept.append(character)
    return _CUT + "".join(reversed(kept)) if left else "".join(kept) + _CUT


def wrapped(text: str, size: int) -> list[str]:
    """The lines of a text in a column of `size` cells (at least 2); [""] for an empty one."""
    lines = [""]
    used = 0
    for space, atom in _atoms(clean(text)):
        for k, part in enumerate(_cut(atom, size)):
            taken = width(part)
            gap = 1 if space and used and not k else 0
            if used + gap + taken > size and used:
                lines.append("")
                used = gap = 0
            lines[-1] += " " * gap + part
            used += gap + taken
    return lines


def _shown(character: str) -> str:
    if character in _SPACES:
        return " "
    return "\N{REPLACEMENT CHARACTER}" if category(character) == "Cc" else character


def _width(character: str) -> int:
    if combining(character):
        return 0
    return 2 if east_asian_width(character) in "WF" else 1


def _atoms(text: str) -> Iterator[tuple[bool, str]]:
    """Parts that no line may break in, and whether a space stands before."""
    atom = ""
    space = False
    for character in text:
        if character in _SPACES:
            if atom:
                yield space, atom
            atom, space = "", True
        elif atom and _may_part(atom[-1], character):
            yield space, atom
            atom, space = character, False
        else:
            atom += character
    if atom:
        yield space, atom


def _may_part(before: str, after: str) -> bool:
    if after in _NOT_FIRST or before in _NOT_LAST:
        return False
    return _width(before) == 2 or _width(after) == 2


def _cut(atom: str, size: int) -> Iterator[str]:
    """The atom itself, or as many pieces as a column asks for that is narrower."""
    piece = ""
    for character in atom:
        if width(piece) + _width(character) > size:
            yield piece
            piece = ""
        piece += character
    yield piece
