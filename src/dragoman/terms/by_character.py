"""Chinese terms in a text: by simplified characters, where they stand apart from their neighbours."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from dragoman.languages.folding import fold_characters
from dragoman.languages.model import Word
from dragoman.languages.simplified import simplified
from dragoman.languages.words.chinese_borders import Borders, inside_name
from dragoman.terms.keys import LEFT_OUT, bare, key_of

_PERSON = "XPOS=nr"


class _Node:
    """What may follow some characters; `ends` are the numbers of the terms that end here."""

    __slots__ = ("children", "ends")

    def __init__(self) -> None:
        self.children: dict[str, _Node] = {}
        self.ends: list[int] = []


class ByCharacter:
    """Finds terms by their characters. Spaces and quotation marks do not count."""

    def __init__(self, code: str, texts: Sequence[str]) -> None:
        """`texts` are terms; what is found has their numbers."""
        self._root = _Node()
        self._keys = [key_of(bare(text, code), code) for text in texts]
        # 5G is written so, and not 5g.
        self._capitals = [text if text.isascii() and text.isupper() else "" for text in texts]
        for number, key in enumerate(self._keys):
            node = self._root
            for sign in key:
                node = node.children.setdefault(sign, _Node())
            if key:
                node.ends.append(number)

    def find(self, text: str, words: Sequence[Word]) -> Iterator[tuple[int, int, int]]:
        """From which to which character which of the terms stands; those inside others, too."""
        folded = fold_characters(simplified(text))
        kept = [at for at, sign in enumerate(folded) if sign not in LEFT_OUT]
        borders: Borders | None = None
        names = [(word.start, word.end) for word in words if word.features.startswith(_PERSON)]
        for first in range(len(kept)):
            node = self._root.children.get(folded[kept[first]])
            last = first
            while node is not None:
                if node.ends:
                    borders = borders or Borders(text)
                    start, end = kept[first], kept[last] + 1
                    key = self._keys[node.ends[0]]
                    if _whole(kept[first : last + 1]) and _apart(borders, names, words, (start, end), key):
                        yield from ((start, end, number) for number in self._written(node, text[start:end]))
                last += 1
                node = node.children.get(folded[kept[last]]) if last < len(kept) else None

    def _written(self, node: _Node, found: str) -> Iterator[int]:
        """Those of the terms that end here which may be written like this."""
        for number in node.ends:
            capitals = self._capitals[number]
            if not capitals or found == capitals:
                yield number


def _apart(
    borders: Borders,
    names: Sequence[tuple[int, int]],
    words: Sequence[Word],
    place: tuple[int, int],
    key: str,
) -> bool:
    """Whether a term of this key stands for itself in its place."""
    if len(key) == 1 and not any((word.start, word.end) == place for word in words):
        # 国 is in many words that no dictionary has; the model that guesses new ones decides, too.
        return False
    return borders.apart(*place, key) and not inside_name(names, *place)


def _whole(places: Sequence[int]) -> bool:
    """Whether between two characters there is one sign at most: not ”“ between two quotations."""
    return all(after - before <= 2 for before, after in pairwise(places))
