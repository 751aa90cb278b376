"""What is planted: a change of one sentence, and its record."""

from __future__ import annotations

import random
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

Part = Literal["tuning", "judging"]
PARTS: tuple[Part, ...] = ("tuning", "judging")
Planted = Literal[
    "omitted", "number", "date", "unit", "name", "reference", "obligation", "negation", "subject",
    "qualification",
]  # fmt: skip

PLANTED: tuple[Planted, ...] = (
    "omitted", "number", "date", "unit", "name", "reference", "obligation", "negation", "subject",
    "qualification",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Change:
    """Something that could stand in a sentence instead: `new` for the characters from `start` to `end`.

    `pattern` names the sort of change ("shall>may"), so that common sorts do not crowd out the others.
    """

    start: int
    end: int
    new: str
    pattern: str

    def on(self, text: str) -> str:
        """The sentence with the change."""
        return text[: self.start] + self.new + text[self.end :]


Changes = Callable[[str, str, Part, random.Random], list[Change]]
"""What gives the changes of a kind that a sentence admits: (text, language, part, dice)."""


@dataclass(frozen=True, slots=True)
class Plant:
    """The record of a planted difference: where, of which kind, what stood there and what stands there now.

    `row` is the number of the line from 0. `start` and `end` are where `before` stood in the sentence as it
    was; `after` begins at the same place. Left out as a whole: `after` is "".
    """

    row: int
    language: str
    kind: Planted
    before: str
    after: str
    start: int
    end: int
    pattern: str

    @property
    def now(self) -> tuple[int, int]:
        """Where `after` stands in the sentence as it is now."""
        return self.start, self.start + len(self.after)


def sound(text: str, change: Change) -> bool:
    """Whether a change makes another sentence that is well written: NFC, no doubled spaces, no loose ends."""
    changed = change.on(text)
    return (
        changed not in (text, "")
        and unicodedata.is_normalized("NFC", changed)
        and "  " not in changed
        and not any(
            wrong in changed and wrong not in text for wrong in (" ,", " .", ",,", "，，", ",.", " ;")
        )
        and changed == changed.strip()
    )
