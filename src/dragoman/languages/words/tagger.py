"""What Dragoman asks of a library that finds words: one method."""

from __future__ import annotations

from typing import Protocol

from dragoman.languages.model import Word


class Tagger(Protocol):
    """Finds the words of one sentence. Made without arguments, at first use."""

    def words(self, text: str, start: int, end: int) -> list[Word]:
        """The words of the sentence `text[start:end]`, offsets counted in `text`."""
