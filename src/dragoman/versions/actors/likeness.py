"""How alike words of two languages are in content, for all passages of a document in one go."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np

from dragoman.bitext.encoder import Encoder
from dragoman.bitext.remembering import Remembering


class Likeness:
    """Cosines of short texts; 0 without an encoder."""

    def __init__(self, encoder: Encoder | None) -> None:
        self._encoder = Remembering(encoder) if encoder is not None else None

    @property
    def knows(self) -> bool:
        """Whether there is an encoder at all."""
        return self._encoder is not None

    def read(self, texts: Iterable[str]) -> None:
        """Encode texts that will be compared; the more at once, the faster."""
        wanted = list(dict.fromkeys(texts))
        if self._encoder is not None and wanted:
            self._encoder.encode(wanted)

    def between(self, one: str, other: str) -> float:
        """The cosine of two texts, -1 to 1."""
        if self._encoder is None:
            return 0.0
        first, second = self._encoder.encode([one, other])
        return float(np.dot(first, second))

    def best(self, one: str, others: Iterable[str]) -> float:
        """The largest cosine of a text with others; 0 where there are none."""
        wanted = list(dict.fromkeys(others))
        if self._encoder is None or not wanted:
            return 0.0
        vectors = self._encoder.encode([one, *wanted])
        return float((vectors[1:] @ vectors[0]).max())
