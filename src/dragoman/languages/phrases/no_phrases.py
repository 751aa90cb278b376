"""For languages whose grammar Dragoman does not know: no phrases, and no form but the one found."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.languages.model import Phrase, Word


class NoPhrases:
    """Finds nothing."""

    def phrases(self, text: str, words: Sequence[Word]) -> list[Phrase]:
        """None."""
        return []

    def canonical(self, text: str, words: Sequence[Word], *, alone: bool) -> str:
        """The text itself."""
        return text
