"""Whether the other version misses words: a sentence encoder asked with the words and without them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from dragoman.bitext.encoder import Encoder


@dataclass(frozen=True, slots=True)
class Question:
    """A text, a stretch of it that may have no counterpart, and the text of the other version."""

    text: str
    start: int
    end: int
    other: str


def missing(encoder: Encoder, questions: Sequence[Question]) -> list[float]:
    """For each question, how much nearer the other text comes when the stretch is cut out.

    The difference of the two cosines, times ten: about -1 to 1; positive where the other text is more like
    the text without the stretch.
    """
    if not questions:
        return []
    texts: dict[str, int] = {}
    asked = []
    for one in questions:
        cut = f"{one.text[: one.start].rstrip(' ,，、')} {one.text[one.end :].lstrip(' ,，、')}".strip() or one.text
        asked.append(tuple(texts.setdefault(text, len(texts)) for text in (one.text, cut, one.other)))
    vectors = encoder.encode(list(texts))
    whole, cut_out, other = (vectors[list(indices)] for indices in zip(*asked, strict=True))
    return [
        float(10.0 * difference) for difference in np.sum((cut_out - whole) * other, axis=1, dtype=np.float64)
    ]
