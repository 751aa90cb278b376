"""Clues of each two versions as findings of all: what is told of one place is one finding."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from dragoman.bitext.parallel import Columns
from dragoman.bitext.places import Place, placed
from dragoman.bitext.taking import Taken
from dragoman.marking import Reason
from dragoman.versions.model import Finding, Kind, Stretch
from dragoman.versions.side import Side

Spans = tuple[Stretch, ...]


@dataclass(frozen=True, slots=True)
class Weighed:
    """A clue of two columns with its log odds: where it is in each of them."""

    kind: Kind
    row: int
    spans: Mapping[int, Spans]
    reason: Reason
    score: float

    @property
    def columns(self) -> Columns:
        """The two columns."""
        one, other = sorted(self.spans)
        return one, other


@dataclass(frozen=True, slots=True)
class Gathered:
    """What the clues of one row and kind say of one place: the best of them, all places, and who differs."""

    best: Weighed
    spans: Mapping[int, Spans]
    scores: tuple[float, ...]
    alone: int | None


def gather(clues: Sequence[Weighed]) -> list[Gathered]:
    """The clues of a row, those of one kind at one place together; `spans` are by column."""
    groups: list[list[Weighed]] = []
    for clue in sorted(clues, key=lambda each: -each.score):
        home = next((group for group in groups if _belongs(clue, group)), None)
        if home is None:
            groups.append([clue])
        else:
            home.append(clue)
    return [_gathered(group) for group in groups]


def _belongs(clue: Weighed, group: Sequence[Weighed]) -> bool:
    """Whether a clue is of a pair that the group has not yet, and of the same place in a common column."""
    if clue.kind != group[0].kind or any(clue.columns == other.columns for other in group):
        return False
    return any(_meet(clue, other) for other in group)


def _meet(one: Weighed, other: Weighed) -> bool:
    """Whether two clues name overlapping places of a column, or both miss something in it."""
    common = set(one.spans) & set(other.spans)
    if any(overlap(one.spans[column], other.spans[column]) for column in common):
        return True
    return any(not one.spans[column] and not other.spans[column] for column in common)


def overlap(one: Spans, other: Spans) -> bool:
    """Whether two lists of stretches have a character in common."""
    return any(a < d and c < b for a, b in one for c, d in other)


def _gathered(group: Sequence[Weighed]) -> Gathered:
    spans: dict[int, set[Stretch]] = {}
    for clue in group:
        for column, found in clue.spans.items():
            spans.setdefault(column, set()).update(found)
    # Two of three pairs differ: the column that they share stands alone, the others agree.
    shared = set.intersection(*(set(clue.spans) for clue in group)) if len(group) == 2 else set()
    alone = shared.pop() if len(shared) == 1 else None
    ordered = {column: tuple(sorted(found)) for column, found in sorted(spans.items())}
    return Gathered(group[0], ordered, tuple(clue.score for clue in group), alone)


def apart(found: Sequence[tuple[Gathered, float]]) -> Iterator[tuple[Gathered, float]]:
    """Those with their probabilities, without what a more probable one of another kind says of the same
    places: a name that was replaced may be told as a subject, too.
    """
    kept: list[Gathered] = []
    for one, sure in sorted(found, key=lambda each: -each[1]):
        if not any(_same_places(one, other) for other in kept):
            kept.append(one)
            yield one, sure


def _same_places(one: Gathered, other: Gathered) -> bool:
    """Whether two say something of the same words of each column."""
    columns = [column for column in one.spans if one.spans[column] or other.spans.get(column)]
    return bool(columns) and all(
        overlap(one.spans[column], other.spans.get(column, ())) for column in columns
    )


def places_of(version: Taken, side: Side | None, spans: Spans) -> tuple[Place, ...]:
    """Stretches of a passage as places of its version, one for each sentence that they go over."""
    if side is None:
        return ()
    found = []
    for start, end in spans:
        for number, sentence, first in zip(side.numbers_of, side.sentences, side.starts, strict=True):
            begin, stop = max(start - first, 0), min(end - first, len(sentence.text))
            if begin < stop:
                found.append(placed(version.text, version.sentences, number, begin, stop))
    return tuple(found)


def finding(
    found: Gathered, probability: float, versions: Sequence[Taken], sides: Sequence[Side | None]
) -> Finding:
    """A finding with its places in all versions."""
    places = tuple(
        places_of(version, side, found.spans.get(column, ()))
        for column, (version, side) in enumerate(zip(versions, sides, strict=True))
    )
    best = found.best
    alone = versions[found.alone].language if found.alone is not None else ""
    return Finding(best.kind, best.row, places, best.reason, probability, alone)
