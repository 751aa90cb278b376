"""Whether the other version misses words: a sentence encoder asked with the words and without them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from dragoman.bitext.encoder import Encoder

# A change that moves a text by less than this, one minus the cosine, says nothing.
_LEAST = 1e-3


@dataclass(frozen=True, slots=True)
class Question:
    """A text, a stretch of it that may have no counterpart, and the text of the other version.

    `instead` is what could stand in place of the stretch; nothing by default.
    """

    text: str
    start: int
    end: int
    other: str
    instead: str = ""

    def changed(self) -> str:
        """The text without the stretch."""
        before, after = self.text[: self.start], self.text[self.end :]
        if self.instead:
            return f"{before}{self.instead}{after}"
        return f"{before.rstrip(' ,，、')} {after.lstrip(' ,，、')}".strip() or self.text


@dataclass(frozen=True, slots=True)
class Answer:
    """How much nearer the other text comes when the stretch is cut out or replaced.

    `nearer` is the difference of the two cosines, from -2 to 2, mostly near 0. `toward` is the same against
    what the change moves the text: about -1 where the other text says what this one does, 1 where it says
    what the changed one does. `share` is the share of the text that the stretch takes, from 0 to 1.
    """

    nearer: float
    toward: float
    share: float

    def features(self) -> dict[str, float]:
        """As features of a clue."""
        return {
            "asked": 1.0,
            "toward": self.toward,
            "missing": max(-2.0, min(2.0, 10.0 * self.nearer)),
            "missing by share": max(-3.0, min(3.0, 3.0 * self.nearer / max(self.share, 0.02) ** 0.75)),
            "share": 3.0 * self.share,
        }


def missing(encoder: Encoder, questions: Sequence[Question]) -> list[Answer]:
    """What the encoder says of each question."""
    if not questions:
        return []
    texts: dict[str, int] = {}
    asked = []
    for one in questions:
        asked.append(
            tuple(texts.setdefault(text, len(texts)) for text in (one.text, one.changed(), one.other))
        )
    vectors = encoder.encode(list(texts))
    whole, cut_out, other = (vectors[list(indices)] for indices in zip(*asked, strict=True))
    nearer: list[float] = np.einsum("ij,ij->i", cut_out - whole, other).tolist()
    moved: list[float] = (1.0 - np.einsum("ij,ij->i", cut_out, whole)).tolist()
    return [
        Answer(value, _toward(value, move), (one.end - one.start) / max(len(one.text), 1))
        for value, move, one in zip(nearer, moved, questions, strict=True)
    ]


def _toward(nearer: float, moved: float) -> float:
    return max(-2.0, min(2.0, nearer / max(moved, _LEAST)))
