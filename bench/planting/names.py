"""Names: another state, organisation, place or person."""

from __future__ import annotations

import random
import re

from bench.planting.halves import own
from bench.planting.model import Change, Part
from bench.planting.occurrences import exchanged, occurrences

_PERSONS = {
    "en": re.compile(r"\b(?:Mr|Ms|Mrs|Dr|Ambassador)\.? (?:[A-Z][a-zé-]+ ){0,2}([A-Z][a-zé]+)\b"),
    "ru": re.compile(r"\bг-(?:н|на|жа|же)\.? (?:[А-Я][а-я-]+ ){0,2}([А-Я][а-я]+)\b"),
    "zh": re.compile(r"[·.]([\u4e00-\u9fff]{2,5})(?=先生|女士|大使|将军|博士|[，。；（(])"),
}  # fmt: skip
# Endings that a Russian surname has in the nominative or that never change.
_NOMINATIVE = re.compile(r"(?:ов|ев|ин|ен|ер|ис|ан|он|ко|о|и|е|у)$")


def changes(text: str, language: str, part: Part, dice: random.Random) -> list[Change]:
    """Another entry of the same list for each name, one drawn for each."""
    found = []
    for name in ("states", "bodies", "places"):
        for one in occurrences(text, language, name, part):
            others = exchanged(text, language, name, one, part)
            if others:
                found.append(dice.choice(others))
    return [*found, *_persons(text, language, part, dice)]


def _persons(text: str, language: str, part: Part, dice: random.Random) -> list[Change]:
    surnames = [row[language] for row in own("persons", part)]
    found = []
    for match in _PERSONS[language].finditer(text):
        if language == "ru" and not _NOMINATIVE.search(match.group(1)):
            continue
        new = dice.choice(surnames)
        if new != match.group(1):
            found.append(Change(*match.span(1), new, "a person"))
    return found
