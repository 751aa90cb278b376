"""Words that a line end divides: which hyphens were set for it, and which belong to the word."""

from __future__ import annotations

import re
from collections.abc import Iterable

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_BEFORE = re.compile(r"(?P<stem>(?:[^\W\d_]+-)*[^\W\d_]+)[-\u2010]$")
_AFTER = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
# Hyphens that a word has wherever it stands: what follows or comes before them.
_PARTICLES = frozenset({"то", "либо", "нибудь", "таки", "ка"})
_PREFIXES = frozenset({"кое", "по", "self", "non", "ex", "well", "vice", "all", "cross", "so"})
# «социально-» in «социально-экономический»: an adverb-like stem before an adjective.
_STEM = re.compile(r"[а-яё]{5,}о")
# Where fewer lines than this share end in a hyphen, the program that set the text divided no words.
_DIVIDES = 0.02
_ADJECTIVE = re.compile(
    r"[а-яё]{3,}(?:ый|ий|ой|ая|яя|ое|ее|ые|ие|ого|его|ому|ему|ым|им|ом|ем|ую|юю|ых|их|ыми|ими)"
)


class Hyphens:
    """Decides by the words that the document has undivided, and by rule where it has none."""

    def __init__(self, lines: Iterable[str]) -> None:
        self._words: set[str] = set()
        count = divided = 0
        for line in lines:
            count += 1
            divided += bool(_BEFORE.search(line))
            # The last word may be divided, and so be no word.
            found = [word.group() for word in _WORD.finditer(line)]
            self._words.update(
                word.casefold() for word in found[: -1 if line.endswith(("-", "\u2010")) else None]
            )

        self._divides = divided >= _DIVIDES * count

    def joined(self, before: str, after: str) -> str | None:
        """Two lines as one where the first ends inside a word; None where it does not."""
        if before.endswith("\u00ad"):
            return before.rstrip("\u00ad") + after
        stem, rest = _BEFORE.search(before), _AFTER.match(after)
        if stem is None or rest is None:
            return None
        if self._keeps(stem["stem"].casefold(), rest.group()):
            return before + after
        return before[:-1] + after

    def _keeps(self, stem: str, rest: str) -> bool:
        """Whether the hyphen is the word's own."""
        if not rest[0].islower():
            return True
        if f"{stem}{rest}".casefold() in self._words:
            return False
        first = rest.partition("-")[0]
        return (
            not self._divides
            or f"{stem}-{rest}" in self._words
            or first in _PARTICLES
            # "round-the-" is divided at a hyphen of its own.
            or ("-" in stem and stem.isascii())
            or stem in _PREFIXES
            or bool(_STEM.fullmatch(stem.rpartition("-")[2]) and _ADJECTIVE.fullmatch(rest))
        )
