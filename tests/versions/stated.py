"""Two versions of an invented sentence, and the clues to other values in them."""

from __future__ import annotations

from dragoman.bitext.model import Sentence
from dragoman.versions.model import Clue
from dragoman.versions.side import Passage, Setting, Side
from dragoman.versions.values import clues


def script(text: str) -> str:
    """The language of a text, by its letters."""
    if any("\u4e00" <= character <= "\u9fff" for character in text):
        return "zh"
    return "ru" if any("а" <= character <= "я" for character in text.lower()) else "en"


def stated(left: str, right: str, languages: tuple[str, str] | None = None) -> list[Clue]:
    """The clues of one passage."""
    codes = languages or (script(left), script(right))
    passage = Passage(Side(codes[0], [Sentence(left)]), Side(codes[1], [Sentence(right)]))
    return list(clues([passage], Setting(codes, None)))


def told(left: str, right: str) -> list[tuple[str, str, str]]:
    """Kind and words of both sides of each clue."""
    return [(clue.kind, _words(left, clue.left), _words(right, clue.right)) for clue in stated(left, right)]


def _words(text: str, stretches: tuple[tuple[int, int], ...]) -> str:
    return "…".join(text[start:end].strip() for start, end in stretches)


def strong(clue: Clue) -> bool:
    """Whether a clue speaks for a difference without any excuse."""
    excuses = ("said in another way", "said before", "converted", "page", "part left out", "unit on one side")
    return not any(name in clue.features for name in excuses) and "one or two" not in clue.features
