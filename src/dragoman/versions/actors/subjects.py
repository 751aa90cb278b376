"""Clues that another one acts or is addressed in one version than in the other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import product
from math import log1p

from dragoman.versions.actors.habits import Habits
from dragoman.versions.actors.lexicon import Known, is_of_persons
from dragoman.versions.actors.likeness import Likeness
from dragoman.versions.actors.matching import LeftOver, Matched, match
from dragoman.versions.actors.positions import Position, position
from dragoman.versions.actors.reading import Read, clue
from dragoman.versions.model import Clue
from dragoman.versions.side import Side

_MOST = 2
"""Clues with both sides that a passage gives at most: where more is left over, it is rendered freely."""
_AROUND, _AROUND_CHINESE = (36, 64), (12, 20)
"""Characters before and after an actor by which the places of two are compared: a clause or so."""


@dataclass(frozen=True, slots=True)
class _Actor:
    """An actor that is left over, and where it stands."""

    over: LeftOver
    position: Position
    is_left: bool

    @property
    def known(self) -> Known:
        return self.over.known

    @property
    def vague(self) -> bool:
        return not self.known.firm

    @property
    def leads(self) -> bool:
        return self.position != "elsewhere"


@dataclass(frozen=True, slots=True)
class _Compared:
    read: Read
    matched: Matched
    left: tuple[_Actor, ...]
    right: tuple[_Actor, ...]


def subjects(read: Sequence[Read], likeness: Likeness) -> Iterator[Clue]:
    """Clues of the kind "subject", passage by passage."""
    habits = Habits()
    compared = []
    for one in read:
        found = _compared(one)
        habits.add(
            [known for known in (*one.left, *one.right) if known.roles and known.firm],
            [actor.known for actor in found.left if actor.over.absent and not actor.vague],
            [actor.known for actor in found.right if actor.over.absent and not actor.vague],
        )
        if found.left or found.right:
            compared.append(found)
    likeness.read(text for found in compared for text in _texts(found))
    chosen = [(found, *_chosen(found)) for found in compared]
    likeness.read(text for found, pairs, _ in chosen for text in _contexts(found, pairs))
    for found, pairs, alone in chosen:
        yield from _clues(found, pairs, alone, habits, likeness)


def _texts(compared: _Compared) -> Iterator[str]:
    """What is compared by content in a passage: what is left over, and the other side's words."""
    for actors, others in (
        (compared.left, compared.read.passage.right),
        (compared.right, compared.read.passage.left),
    ):
        if any(actor.over.absent for actor in actors):
            yield from (actor.known.text.lower() for actor in actors)
            yield from _words(others, ())
    if compared.left and compared.right:
        yield from (known.text.lower() for known in (*compared.read.left, *compared.read.right))


def _words(side: Side, taken: Sequence[Known]) -> list[str]:
    """The words of a side that may say who acts, but for those of mentions that already answer another."""
    least = 2 if side.language == "zh" else 4
    places = {place for one in taken for place in range(one.start, one.end)}
    return list({word.lemma for word in side.words if len(word.lemma) >= least and word.start not in places})


def _compared(read: Read) -> _Compared:
    left = [known for known in read.left if known.roles]
    right = [known for known in read.right if known.roles]
    matched = match(left, right, Known.meets, Known.agrees)
    return _Compared(
        read,
        matched,
        tuple(_Actor(over, _place(read, over.known, is_left=True), is_left=True) for over in matched.left),
        tuple(_Actor(over, _place(read, over.known, is_left=False), is_left=False) for over in matched.right),
    )


def _place(read: Read, known: Known, *, is_left: bool) -> Position:
    side = read.passage.left if is_left else read.passage.right
    return position(side, known.start, known.end)


def _chosen(compared: _Compared) -> tuple[list[tuple[_Actor, _Actor]], list[_Actor]]:
    """Pairs of actors that face each other, and where there are none those that stand alone."""
    pairs: list[tuple[_Actor, _Actor]] = []
    used: set[int] = set()
    for left, right in sorted(product(compared.left, compared.right), key=_rank):
        if not _tell(left, right) or {id(left), id(right)} & used or len(pairs) == _MOST:
            continue
        if left.known.names and right.known.names:
            continue  # two names that differ are told as names
        used |= {id(left), id(right)}
        pairs.append((left, right))
    if pairs:
        return pairs, []
    return [], [one for one in (*compared.left, *compared.right) if _stands_alone(one)]


def _stands_alone(actor: _Actor) -> bool:
    """Whether it is told without a counterpart; names are told as names."""
    return actor.over.absent and actor.leads and not actor.vague and not actor.known.names


def _contexts(compared: _Compared, pairs: Sequence[tuple[_Actor, _Actor]]) -> Iterator[str]:
    """What stands around the actors of pairs, with and without them."""
    for pair in pairs:
        for side, actor in zip((compared.read.passage.left, compared.read.passage.right), pair, strict=True):
            yield _around(side, actor, "")
            yield _around(side, actor, actor.known.text)


def _around(side: Side, actor: _Actor, instead: str) -> str:
    """Some words before and after an actor, and something in its place."""
    before, after = _AROUND_CHINESE if side.language == "zh" else _AROUND
    first, last = actor.known.start, actor.known.end
    left, right = side.text[max(0, first - before) : first], side.text[last : last + after]
    if side.language != "zh":  # no halves of words
        left = left.partition(" ")[2] if first > before else left
        right = right.rpartition(" ")[0] if last + after < len(side.text) else right
    return left + instead + right


def _clues(
    compared: _Compared,
    pairs: Sequence[tuple[_Actor, _Actor]],
    alone: Sequence[_Actor],
    habits: Habits,
    likeness: Likeness,
) -> Iterator[Clue]:
    for left, right in pairs:
        yield clue(
            "subject",
            compared.read,
            (left.known.start, left.known.end),
            (right.known.start, right.known.end),
            _both(left, right, compared, habits, likeness),
        )
    for actor in alone:
        place = actor.known.start, actor.known.end
        features = _one(actor, compared, habits, likeness)
        yield clue(
            "subject",
            compared.read,
            place if actor.is_left else None,
            None if actor.is_left else place,
            features,
        )


def _tell(left: _Actor, right: _Actor) -> bool:
    """Whether one of two that are left over is surely missed, and the other not only said too often."""
    if left.vague or right.vague:
        return not (left.vague and right.vague) and left.over.absent and right.over.absent
    return left.over.absent or right.over.absent


def _rank(pair: tuple[_Actor, _Actor]) -> tuple[float, int, int, list[str]]:
    """What is absent on both sides first, then what leads its sentence, then the order of the texts."""
    left, right = pair
    absent = left.over.absent + right.over.absent - 1.5 * (left.vague + right.vague)
    order = left.known.start + right.known.start
    texts = sorted((left.known.text, right.known.text))
    return -absent, -(left.leads + right.leads + _same_position(left, right)), order, texts


def _same_position(left: _Actor, right: _Actor) -> bool:
    return left.leads and left.position == right.position


def _both(
    left: _Actor, right: _Actor, compared: _Compared, habits: Habits, likeness: Likeness
) -> dict[str, float]:
    mine, theirs = left.known.text.lower(), right.known.text.lower()
    near = [_nearest(actor, compared, likeness) for actor in (left, right)]
    sides = compared.read.passage.left, compared.read.passage.right
    around = likeness.between(_around(sides[0], left, ""), _around(sides[1], right, ""))
    whole = likeness.between(
        _around(sides[0], left, left.known.text), _around(sides[1], right, right.known.text)
    )
    leading = left.leads + right.leads
    both_absent = left.over.absent and right.over.absent
    firm = not left.vague and not right.vague
    others = _firm(compared) - (not left.vague) - (not right.vague)
    return {
        "both": 1.0,
        "both absent": float(both_absent),
        "one is vague": float(not firm),
        "one leads": float(leading == 1),
        "both lead": float(leading == 2),
        "same position": float(_same_position(left, right)),
        "likelier without": 5 * (around - whole),
        "likeness": likeness.between(mine, theirs),
        "nearest": max(near),
        "apart": abs(_where(left, sides[0]) - _where(right, sides[1])),
        "groups of people": float(is_of_persons(left.known) + is_of_persons(right.known)),
        "one is named": float(bool(left.known.names or right.known.names)),
        "left over elsewhere": 4 * (habits.share(left.known) + habits.share(right.known)),
        "faced before": log1p(habits.facing(left.known, right.known)),
        "others left over": log1p(others),
        "matched": log1p(compared.matched.count),
        "vague classes": log1p(len(left.known.roles) + len(right.known.roles) - 2),
    }


def _where(actor: _Actor, side: Side) -> float:
    """At what part of the text it stands, 0 to 1."""
    return actor.known.start / len(side.text)


def _nearest(actor: _Actor, compared: _Compared, likeness: Likeness) -> float:
    """How like the nearest word or actor of the other side it is; 0 where one there may be the same."""
    if not actor.over.absent:
        return 0.0
    passage, read = compared.read.passage, compared.read
    side, mentions, over = (
        (passage.right, read.right, compared.right)
        if actor.is_left
        else (passage.left, read.left, compared.left)
    )
    free = {id(one.known) for one in over}
    taken = [one for one in mentions if id(one) not in free]
    texts = [*_words(side, taken), *(one.known.text.lower() for one in over)]
    return likeness.best(actor.known.text.lower(), texts)


def _firm(compared: _Compared) -> int:
    """How much is left over of what is expected on both sides."""
    return sum(not actor.vague for actor in (*compared.left, *compared.right))


def _one(actor: _Actor, compared: _Compared, habits: Habits, likeness: Likeness) -> dict[str, float]:
    return {
        "one": 1.0,
        "nearest": _nearest(actor, compared, likeness),
        "group of people": float(is_of_persons(actor.known)),
        "addressee": float(actor.position == "addressee"),
        "left over elsewhere": 4 * habits.share(actor.known),
        "others left over": log1p(_firm(compared) - 1),
        "matched": log1p(compared.matched.count),
    }
