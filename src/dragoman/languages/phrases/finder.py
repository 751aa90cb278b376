"""What Dragoman asks of a language's grammar of phrases: two methods."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from dragoman.languages.model import Phrase, Word

LONGEST = 8
"""Words that a phrase may have."""


class PhraseFinder(Protocol):
    """Finds noun phrases and their dictionary form. Made without arguments, at first use."""

    def phrases(self, text: str, words: Sequence[Word]) -> list[Phrase]:
        """Phrases of one sentence; `words` are its words."""

    def canonical(self, text: str, words: Sequence[Word], *, alone: bool) -> str:
        """The dictionary form of one phrase; `words` are its words, with offsets of any origin.

        `alone` tells that the words were read by themselves, not in their sentence.
        """
