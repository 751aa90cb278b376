"""Plants differences into parallel lines: kinds, languages and documents in turn, at most one a line."""

from __future__ import annotations

import math
import random
from collections import defaultdict
from collections.abc import Mapping, Sequence

from bench.planting import (
    dates,
    names,
    negation,
    numbers,
    obligation,
    qualification,
    references,
    subject,
    units,
)
from bench.planting.model import PLANTED, Change, Changes, Part, Plant, Planted, sound

Lines = Mapping[str, Sequence[str]]
"""Parallel lines by language; line k says the same in each."""

KINDS: Mapping[Planted, Changes] = {
    "number": numbers.changes,
    "date": dates.changes,
    "unit": units.changes,
    "name": names.changes,
    "reference": references.changes,
    "obligation": obligation.changes,
    "negation": negation.changes,
    "subject": subject.changes,
    "qualification": qualification.changes,
}
# What is taken away is rarer than places to put something in; it is drawn so much more readily.
_DROPPED = 3
# A line that is left out has at least so many characters in English: nobody misses "Norway".
_LONG = 25


def changes(text: str, language: str, kind: Planted, part: Part, dice: random.Random) -> list[Change]:
    """What a sentence admits of a kind; left out, it is nothing."""
    if kind == "omitted":
        return [Change(0, len(text), "", "a sentence")]
    return [each for each in KINDS[kind](text, language, part, dice) if sound(text, each)]


def planted(lines: Lines, part: Part, each: int, seed: str) -> list[Plant]:
    """Plants of every kind, `each` of a kind if the lines admit so many, ordered by line.

    The languages take turns. In a language the sorts of change are drawn by the root of how often the lines
    admit them, so that rare ones come up too, and then the line.
    """
    dice = random.Random(f"{seed} {part}")
    languages = list(lines)
    found: list[Plant] = []
    taken: set[int] = set()
    for kind in sorted(PLANTED, key=lambda one: (one == "omitted", PLANTED.index(one))):
        admitted = {code: _admitted(lines, code, kind, part, dice) for code in languages}
        turns = [languages[at % len(languages)] for at in range(each)]
        for code in turns:
            choices = [one for one in (code, *languages) if _left(admitted[one], taken)]
            if not choices:
                break
            plant = _drawn(lines, choices[0], kind, _left(admitted[choices[0]], taken), dice)
            taken.add(plant.row)
            found.append(plant)
    return sorted(found, key=lambda plant: plant.row)


Admitted = dict[str, list[tuple[int, Change]]]


def _admitted(lines: Lines, code: str, kind: Planted, part: Part, dice: random.Random) -> Admitted:
    found: Admitted = defaultdict(list)
    for row, text in enumerate(lines[code]):
        if kind == "omitted" and len(lines["en" if "en" in lines else code][row]) < _LONG:
            continue
        for change in changes(text, code, kind, part, dice):
            found[change.pattern].append((row, change))
    return found


def _left(admitted: Admitted, taken: set[int]) -> Admitted:
    kept = {pattern: [one for one in each if one[0] not in taken] for pattern, each in admitted.items()}
    return {pattern: each for pattern, each in kept.items() if each}


def _drawn(lines: Lines, code: str, kind: Planted, admitted: Admitted, dice: random.Random) -> Plant:
    patterns = sorted(admitted)
    weights = [
        math.sqrt(len(admitted[pattern])) * (_DROPPED if pattern.endswith(">") else 1) for pattern in patterns
    ]
    row, change = dice.choice(admitted[dice.choices(patterns, weights)[0]])
    before = lines[code][row][change.start : change.end]
    return Plant(row, code, kind, before, change.new, change.start, change.end, change.pattern)


def texts(lines: Lines, plants: Sequence[Plant]) -> dict[str, list[str]]:
    """The lines with the plants in them; a sentence that is left out is an empty line."""
    changed = {code: list(each) for code, each in lines.items()}
    for plant in plants:
        text = changed[plant.language][plant.row]
        changed[plant.language][plant.row] = text[: plant.start] + plant.after + text[plant.end :]
    return changed
