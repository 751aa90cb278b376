"""Small typing errors: words of the collection that differ from an unknown one by a letter or two."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

MOST = 3
"""Suggestions for a word."""

# In words of so many letters two may be wrong; in shorter ones every word would be near another.
_LONG, _SHORTEST = 8, 3
_ALPHABETS = ("abcdefghijklmnopqrstuvwxyz", "абвгдежзийклмнопрстуфхцчшщъыьэюя")
# Letters at the beginning that hold where two others are wrong.
_SURE = 2

Counts = Callable[[Iterable[str]], Mapping[str, int]]


def corrections(word: str, counts: Counts, beginning: Callable[[str], Mapping[str, int]]) -> tuple[str, ...]:
    """Known words near an unknown one: one edit away, else, of long words, two; the commonest first.

    An edit leaves out, adds or changes a letter, or swaps two neighbours.

    Args:
        word: Folded.
        counts: Gives those of some words that are known, with how often they occur.
        beginning: Gives the known words that begin so.

    Reference: Damerau, F. J. 1964. A technique for computer detection and correction of spelling errors.
    Communications of the ACM 7, 171-176.
    """
    alphabet = next((letters for letters in _ALPHABETS if set(word) <= set(letters)), "")
    if not alphabet or len(word) < _SHORTEST:
        return ()
    near = counts(set(_edits(word, alphabet)) - {word})
    if not near and len(word) >= _LONG:
        near = {
            known: count
            for known, count in beginning(word[:_SURE]).items()
            if abs(len(known) - len(word)) <= 2 and distance(word, known) <= 2  # two edits
        }
    return tuple(sorted(near, key=lambda known: (-near[known], known))[:MOST])


def _edits(word: str, alphabet: str) -> Iterator[str]:
    for at in range(len(word) + 1):
        head, tail = word[:at], word[at:]
        if tail:
            yield head + tail[1:]
            yield from (head + letter + tail[1:] for letter in alphabet)
        if len(tail) > 1:
            yield head + tail[1] + tail[0] + tail[2:]
        yield from (head + letter + tail for letter in alphabet)


def distance(one: str, other: str) -> int:
    """How many edits lead from one word to another, no place edited twice."""
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, letter in enumerate(one, start=1):
        last, row = row, [i]
        for j, against in enumerate(other, start=1):
            cost = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (letter != against))
            if i > 1 and j > 1 and letter == other[j - 2] and one[i - 2] == against:
                cost = min(cost, before[j - 2] + 1)
            row.append(cost)
        before = last
    return row[-1]
