"""An encoder that encodes each text once."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from dragoman.bitext.encoder import Encoder


class Remembering:
    """An encoder that keeps its vectors: for texts that are compared with several others."""

    def __init__(self, encoder: Encoder) -> None:
        self._encoder = encoder
        self._vectors: dict[str, NDArray[np.float32]] = {}
        self.name, self.dimension, self.languages = encoder.name, encoder.dimension, encoder.languages

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """The vectors of texts, as the encoder itself gives them."""
        new = list(dict.fromkeys(text for text in texts if text not in self._vectors))
        if new:
            self._vectors.update(zip(new, self._encoder.encode(new), strict=True))
        return np.stack([self._vectors[text] for text in texts])
