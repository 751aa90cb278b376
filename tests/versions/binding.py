"""Two versions of an invented sentence, and what the detectors of force, negation and qualification say."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.bitext.model import Sentence
from dragoman.versions.force import clues
from dragoman.versions.model import Clue, Kind
from dragoman.versions.side import Passage, Setting, Side


def script(text: str) -> str:
    """The language of a text, by its letters."""
    if any("\u4e00" <= character <= "\u9fff" for character in text):
        return "zh"
    return "ru" if any("а" <= character <= "я" for character in text.lower()) else "en"


def passage(left: str, right: str) -> Passage:
    """One passage of one sentence a side."""
    one, other = (Side(script(text), [Sentence(text)]) for text in (left, right))
    return Passage(one, other)


def found(left: str, right: str, kind: Kind | None = None) -> list[Clue]:
    """The clues of one passage, of a kind."""
    setting = Setting((script(left), script(right)), None)
    return [clue for clue in clues([passage(left, right)], setting) if kind in (None, clue.kind)]


def words(text: str, stretches: Sequence[tuple[int, int]]) -> str:
    """The words at places of a text, in small letters."""
    return "…".join(text[start:end] for start, end in stretches).lower()


def told(left: str, right: str, kind: Kind) -> list[tuple[str, str]]:
    """The words of both sides of each clue."""
    return [(words(left, clue.left), words(right, clue.right)) for clue in found(left, right, kind)]
