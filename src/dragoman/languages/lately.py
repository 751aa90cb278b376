"""Words of sentences that were read lately: several who look at one sentence have it analysed once."""

from __future__ import annotations

from functools import lru_cache

from dragoman.languages.model import Word
from dragoman.languages.registry import language

# The sentences of a document in three languages; their words take some twenty megabytes.
_KEPT = 4_096


@lru_cache(maxsize=_KEPT)
def words_of(code: str, text: str) -> tuple[Word, ...]:
    """The words of a sentence in a language, by its code, as `Language.words` gives them."""
    return tuple(language(code).words(text))
