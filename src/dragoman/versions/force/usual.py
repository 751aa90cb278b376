"""How often translators leave a cue without counterpart: counted once on untouched parallel text.

`usual.json` holds, by "kind language other-language", for names of cues and for names with their words
("duty.shall", "duty.shall|shall"), how often a cue was seen and how often it was without counterpart; for
"duty.shall > duty.ought", how often the one answered the other. Counted by `bench/fit_force.py` on lines of
the development set of the UN Parallel Corpus v1.0 (Ziemski, Junczys-Dowmunt and Pouliquen 2016): those of
documents whose name has an SHA-256 that begins with an even hexadecimal digit.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from math import log

from dragoman.versions.force.lexicon import Cue, Lexicons

Counts = dict[str, dict[str, list[int]]]

# A count is trusted against the more general one as if that had been seen this many times.
_TRUST = 8.0
_KEPT_OVERALL = 0.6
_LONGEST = 28


def keys(cue: Cue) -> tuple[str, str]:
    """What a cue is counted under: its name, and its name with its words."""
    return cue.name, f"{cue.name}|{cue.said[:_LONGEST]}"


def table_of(kind: Lexicons, language: str, other: str) -> str:
    """The name of the table for cues of a language with those of another."""
    return f"{kind} {language} {other}"


def pair_key(one: Cue, other: Cue) -> str:
    """What two cues that answer each other are counted under."""
    return f"{one.name} > {other.name}"


@cache
def _read() -> Mapping[str, Mapping[str, list[int]]]:
    source = files("dragoman.versions.force") / "usual.json"
    if not source.is_file():
        return {}
    tables: Mapping[str, Mapping[str, list[int]]] = json.loads(source.read_text(encoding="utf-8"))
    return tables


def kept(kind: Lexicons, language: str, other: str, cue: Cue) -> float:
    """Log odds that a translator into the other language renders a cue; about -3 to 4."""
    table = _read().get(table_of(kind, language, other), {})
    share = _KEPT_OVERALL
    for key in keys(cue):
        seen, lost = table.get(key, (0, 0))
        share = (seen - lost + _TRUST * share) / (seen + _TRUST)
    share = min(max(share, 0.02), 0.985)
    return log(share / (1.0 - share))


def paired_usually(kind: Lexicons, language: str, other: str, one: Cue, answer: Cue) -> float:
    """Log of the share that a name of cue has among the answers to another, from -4 to 0."""
    table = _read().get(table_of(kind, language, other), {})
    seen, lost = table.get(one.name, (0, 0))
    together = table.get(pair_key(one, answer), (0, 0))[0]
    return log((together + 0.2) / (seen - lost + 4.0))
