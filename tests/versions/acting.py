"""Two versions of invented sentences, and the clues to other names and actors in them."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.bitext.encoder import Encoder, encoder
from dragoman.bitext.model import Sentence
from dragoman.versions.actors import clues
from dragoman.versions.model import Clue, Kind
from dragoman.versions.side import Passage, Setting, Side

Triple = dict[str, str]
"""A sentence in the three languages, by code."""

DIRECTIONS = (("en", "ru"), ("ru", "zh"), ("zh", "en"))


def passage(left: str, right: str, languages: tuple[str, str]) -> Passage:
    """One passage of two texts."""
    return Passage(Side(languages[0], [Sentence(left)]), Side(languages[1], [Sentence(right)]))


def acting(
    pairs: Sequence[tuple[str, str]], languages: tuple[str, str], knows: Encoder | None = None
) -> list[Clue]:
    """The clues of passages."""
    return list(clues([passage(*pair, languages) for pair in pairs], Setting(languages, knows)))


def facing(left: str, right: str, languages: tuple[str, str], kind: Kind) -> list[tuple[str, str]]:
    """The words of both sides of the clues of a kind that have both; by the default encoder for subjects."""
    found = acting([(left, right)], languages, encoder() if kind == "subject" else None)
    return [
        (left[slice(*one.left[0])], right[slice(*one.right[0])])
        for one in found
        if one.kind == kind and one.left and one.right
    ]


def strong(left: str, right: str, languages: tuple[str, str], kind: Kind) -> list[Clue]:
    """Clues of a kind for which nothing on either side could be the counterpart."""
    found = acting([(left, right)], languages, encoder() if kind == "subject" else None)
    return [one for one in found if one.kind == kind and one.features.get("both absent")]


def changed(one: Triple, language: str, before: str, after: str) -> Triple:
    """The sentence with other words in one language."""
    assert before in one[language]
    return {**one, language: one[language].replace(before, after)}
