"""Gold alignments made from texts whose units are known to correspond: units merged, cut and left out at
random.

Real corpora of aligned units (verses, keyed paragraphs, resolutions line by line) become documents whose
true beads are known, among them omissions and many-to-many ones.
"""

from __future__ import annotations

import random
import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from dragoman.bitext.model import Sentence

Indices = tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Gold:
    """Two texts and their true beads.

    `inexact`: beads with several sentences on both sides may fall into smaller ones.
    """

    source: tuple[Sentence, ...]
    target: tuple[Sentence, ...]
    source_language: str
    target_language: str
    beads: tuple[tuple[Indices, Indices], ...]
    name: str = ""
    inexact: bool = False

    @property
    def not_one_to_one(self) -> float:
        """Share of beads that are not 1-1."""
        return sum((len(a), len(b)) != (1, 1) for a, b in self.beads) / len(self.beads)


@dataclass(frozen=True, slots=True)
class Damage:
    """How often, a unit and a side: merged with the next, cut at a clause mark, left out; and runs left out.

    `smooth`: seams are hidden as a translator would, with full stops and capitals set or taken away.
    `paragraphs`: mean number of units in a paragraph, 0 for none.
    """

    merged: float = 0.08
    cut: float = 0.10
    omitted: float = 0.04
    runs: float = 0.2
    smooth: bool = False
    paragraphs: float = 0.0


_CLAUSE_END = re.compile(r"[,;:—–](?=\s)|[，；：、](?=\S)|[,;](?=[^\s\d])|——")
_UNSPACED = ("zh", "ja", "th")
_LABEL = re.compile(r"\(?(\d{1,3})[.)、]")


def _closed(text: str, code: str) -> str:
    """A clause made a sentence of its own."""
    bare = text.rstrip(",;:，；：、—– ")
    return bare if bare[-1:] in tuple('.!?。！？…»”」"') else bare + ("。" if code in _UNSPACED else ".")


def _opened(text: str) -> str:
    return text[:1].upper() + text[1:]


def _joined(first: str, second: str, code: str, damage: Damage, dice: random.Random) -> str:
    if damage.smooth and first[-1:] in tuple(".。;；"):
        first = first[:-1] + (dice.choice("，，；") if code in _UNSPACED else dice.choice(",,;"))
        if second[:1].isupper() and second[1:2].islower():
            second = second[:1].lower() + second[1:]
    return first + ("" if code in _UNSPACED else " ") + second


def _cut(text: str, code: str, damage: Damage, dice: random.Random) -> list[str]:
    """The text in two or three parts, whole where it has no clause mark far enough from both ends."""
    margin = max(4, round(0.12 * len(text)))
    places = [
        found.end() for found in _CLAUSE_END.finditer(text) if margin < found.end() < len(text) - margin
    ]
    if not places:
        return [text]
    count = 2 if len(places) > 1 and dice.random() < 0.15 else 1
    edges = [0, *sorted(dice.sample(places, count)), len(text)]
    parts = [text[a:b].strip() for a, b in pairwise(edges)]
    if damage.smooth:
        parts = [_closed(part, code) for part in parts[:-1]] + parts[-1:]
        parts = parts[:1] + [_opened(part) for part in parts[1:]]
    return [part for part in parts if part]


def _side(
    units: Sequence[str], kept: Sequence[bool], code: str, damage: Damage, dice: random.Random
) -> list[tuple[str, Indices]]:
    """The sentences of one side, each with the units that it renders."""
    sentences: list[tuple[str, Indices]] = []
    k = 0
    while k < len(units):
        if not kept[k]:
            k += 1
            continue
        text, fate = units[k], dice.random()
        if fate < damage.merged and k + 1 < len(units) and kept[k + 1]:
            size = 3 if k + 2 < len(units) and kept[k + 2] and dice.random() < 0.12 else 2
            for unit in units[k + 1 : k + size]:
                text = _joined(text, unit, code, damage, dice)
            sentences.append((text, tuple(range(k, k + size))))
            k += size
        else:
            parts = _cut(text, code, damage, dice) if fate < damage.merged + damage.cut else [text]
            sentences += [(part, (k,)) for part in parts]
            k += 1
    return sentences


def beads_from_units(
    source: Sequence[Indices], target: Sequence[Indices]
) -> tuple[tuple[Indices, Indices], ...]:
    """Beads from the units that each sentence renders: sentences that share one, directly or in a chain."""
    parent: dict[tuple[str, int], tuple[str, int]] = {}

    def root(node: tuple[str, int]) -> tuple[str, int]:
        while parent.setdefault(node, node) != node:
            node = parent[node]
        return node

    common = {unit for units in source for unit in units} & {unit for units in target for unit in units}
    for side, sentences in (("source", source), ("target", target)):
        for i, units in enumerate(sentences):
            for unit in units:
                if unit in common:
                    parent[root((side, i))] = root(("unit", unit))
    groups: dict[tuple[str, int], tuple[list[int], list[int]]] = {}
    for i in range(len(source)):
        groups.setdefault(root(("source", i)), ([], []))[0].append(i)
    for j in range(len(target)):
        groups.setdefault(root(("target", j)), ([], []))[1].append(j)
    beads = [(tuple(left), tuple(right)) for left, right in groups.values()]
    return tuple(sorted(beads, key=lambda bead: (bead[0][:1] or (len(source),), bead[1])))


def _paragraphs(
    sentences: Sequence[tuple[str, Indices]], breaks: frozenset[int], damage: Damage, dice: random.Random
) -> tuple[Sentence, ...]:
    """Sentences with paragraphs that begin at the given units, one beginning in twenty lost or made up."""
    made, block, last = [], 0, -1
    for text, units in sentences:
        begins = units[0] != last and units[0] in breaks
        if damage.paragraphs:
            block += begins != (dice.random() < 0.05)
        label = _LABEL.match(text) if begins else None
        made.append(Sentence(text, block=block, label=label.group(1) if label else ""))
        last = units[-1]
    return tuple(made)


def damaged(
    units: tuple[Sequence[str], Sequence[str]],
    languages: tuple[str, str],
    damage: Damage,
    dice: random.Random,
    name: str = "",
) -> Gold:
    """A pair of documents made from corresponding units, the k-th of one side with the k-th of the other."""
    count = len(units[0])
    kept = [[dice.random() >= damage.omitted for _ in range(count)] for _ in units]
    for k in range(count):
        if not kept[0][k] and not kept[1][k]:
            kept[0][k] = True
    if count >= 40 and dice.random() < damage.runs:
        first, length, side = dice.randrange(count - 8), dice.randint(3, 8), dice.randrange(2)
        kept[side][first : first + length] = [False] * length
        kept[1 - side][first : first + length] = [True] * length
    sides = [_side(units[s], kept[s], languages[s], damage, dice) for s in (0, 1)]
    rate = 1 / damage.paragraphs if damage.paragraphs else 0.0
    breaks = frozenset(k for k in range(count) if dice.random() < rate)
    return Gold(
        source=_paragraphs(sides[0], breaks, damage, dice),
        target=_paragraphs(sides[1], breaks, damage, dice),
        source_language=languages[0],
        target_language=languages[1],
        beads=beads_from_units([u for _, u in sides[0]], [u for _, u in sides[1]]),
        name=name,
    )


def resegmented(
    units: tuple[Sequence[str], Sequence[str]],
    languages: tuple[str, str],
    ends: tuple[re.Pattern[str], re.Pattern[str]],
    name: str = "",
) -> Gold:
    """Running text made of the units and cut anew where `ends` match; sentences follow the texts, not the
    units.

    Beads are then as fine as the units allow, so those with several sentences on both sides are inexact.
    """
    sides: list[list[tuple[str, Indices]]] = []
    for texts, code, end in zip(units, languages, ends, strict=True):
        joiner = "" if code in _UNSPACED else " "
        running = joiner.join(texts)
        owner = [k for k, text in enumerate(texts) for _ in range(len(text) + len(joiner))]
        edges = [0, *(found.end() for found in end.finditer(running)), len(running)]
        sides.append(
            [
                (
                    running[a:b].strip(),
                    tuple(sorted({owner[p] for p in range(a, b) if not running[p].isspace()})),
                )
                for a, b in pairwise(edges)
                if running[a:b].strip()
            ]
        )
    return Gold(
        source=tuple(Sentence(text) for text, _ in sides[0]),
        target=tuple(Sentence(text) for text, _ in sides[1]),
        source_language=languages[0],
        target_language=languages[1],
        beads=beads_from_units([u for _, u in sides[0]], [u for _, u in sides[1]]),
        name=name,
        inexact=True,
    )
