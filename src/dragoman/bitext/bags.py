"""The words of many sentences, without their order, in a tenth of the memory of sets."""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import count
from typing import overload

import numpy as np
from numpy.typing import NDArray


class Bags(Sequence[frozenset[str]]):
    """A sequence of sets of words. Each word is kept once and stands in the sets as a number.

    `words` holds the words by number, in the order in which they first occur.
    """

    def __init__(self, bags: Iterable[Iterable[str]]) -> None:
        numbers: defaultdict[str, int] = defaultdict(count().__next__)
        ids, ends = array("i"), array("q", [0])
        for bag in bags:
            ids.extend(map(numbers.__getitem__, dict.fromkeys(bag)))
            ends.append(len(ids))
        self.words = tuple(numbers)
        self._ids: NDArray[np.int32] = np.frombuffer(ids, np.int32) if ids else np.zeros(0, np.int32)
        self._ends: NDArray[np.int64] = np.frombuffer(ends, np.int64)

    def __len__(self) -> int:
        return len(self._ends) - 1

    @overload
    def __getitem__(self, index: int) -> frozenset[str]: ...

    @overload
    def __getitem__(self, index: slice) -> tuple[frozenset[str], ...]: ...

    def __getitem__(self, index: int | slice) -> frozenset[str] | tuple[frozenset[str], ...]:
        if isinstance(index, slice):
            return tuple(self[k] for k in range(*index.indices(len(self))))
        if not -len(self) <= index < len(self):
            raise IndexError(index)
        row = index % len(self)
        return frozenset(self.words[k] for k in self._ids[self._ends[row] : self._ends[row + 1]])

    def counts(self) -> NDArray[np.intp]:
        """In how many sets each word is, (words,)."""
        return np.bincount(self._ids, minlength=len(self.words))

    def occurrences(self, wanted: NDArray[np.bool_]) -> tuple[NDArray[np.intp], NDArray[np.int32]]:
        """Where the wanted words are: numbers of sets, rising, and the numbers of the words in them."""
        found = np.flatnonzero(wanted[self._ids])
        return np.searchsorted(self._ends, found, "right") - 1, self._ids[found]
