"""Characters as the inside of a regular expression's class."""

from __future__ import annotations

from collections.abc import Iterable


def character_class(characters: Iterable[str]) -> str:
    """The characters as ranges, without the brackets around them."""
    ranges: list[tuple[int, int]] = []
    for code in sorted(set(map(ord, characters))):
        if ranges and code == ranges[-1][1] + 1:
            ranges[-1] = (ranges[-1][0], code)
        else:
            ranges.append((code, code))
    return "".join(f"\\U{first:08x}-\\U{last:08x}" for first, last in ranges)
