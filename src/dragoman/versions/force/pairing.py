"""Which cue of one text answers which of the other."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from dragoman.versions.force.lexicon import Cue

Cost = Callable[[Cue, Cue], float | None]
Pairs = list[tuple[Cue, Cue]]


def paired(
    left: Sequence[Cue], right: Sequence[Cue], cost: Cost, *, apart: float = 0.8
) -> tuple[Pairs, list[Cue], list[Cue]]:
    """Pairs, the cheapest first, and what is left over on either side.

    A pair costs what `cost` says (None: never) plus `apart` for the whole length of the text between their
    relative places. Greedy: with the few cues of a passage this is nearly always the best assignment.
    """
    offers = []
    for i, one in enumerate(left):
        for j, other in enumerate(right):
            price = cost(one, other)
            if price is not None:
                offers.append((price + apart * abs(one.at - other.at), i, j))
    offers.sort()
    taken_left: set[int] = set()
    taken_right: set[int] = set()
    pairs: Pairs = []
    for _, i, j in offers:
        if i not in taken_left and j not in taken_right:
            taken_left.add(i)
            taken_right.add(j)
            pairs.append((left[i], right[j]))
    return (
        pairs,
        [one for i, one in enumerate(left) if i not in taken_left],
        [one for j, one in enumerate(right) if j not in taken_right],
    )
