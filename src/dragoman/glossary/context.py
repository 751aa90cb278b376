"""Where a draft stands: its glossary, and what its entry has already."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Context:
    """What a draft is checked against.

    `languages` and `parties` are those of the glossary. `own_definitions` has by party the hash of its
    present definition, "" for one that is given together with the proposal; `in_force` the level or outcome
    of each proposal of the entry that is in force, by its hash. `entry` is the entry's name.
    """

    languages: tuple[str, ...]
    parties: tuple[str, ...]
    own_definitions: Mapping[str, str]
    in_force: Mapping[str, str]
    entry: str
