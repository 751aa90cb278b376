"""A passage as the detectors of this room see it, and how long its sides are against the document's habit."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import log
from statistics import median

from dragoman.versions.force.lexicon import UNSPACED, Cue, Lexicons, fold, known, lexicon
from dragoman.versions.model import Stretch
from dragoman.versions.side import Passage, Setting, Side

# Of two renderings of one content, the log of the lengths' ratio scatters by about so many characters' worth
# (measured on untouched passages: variance of 0.02 for long ones, and 6 characters' worth for short ones).
_SPREAD, _GRAIN = 0.02, 6.0


@dataclass(frozen=True, slots=True)
class Scene:
    """A passage with both texts folded.

    `passage` is its number. `longer` says how much longer the left text is than the document's
    habit: the log of the ratio, minus its median.
    """

    passage: int
    languages: tuple[str, str]
    sides: tuple[Side, Side]
    folded: tuple[str, str]
    sentences: int
    longer: float

    def cues(self, kind: Lexicons) -> tuple[list[Cue], list[Cue]]:
        """The cues of both sides."""
        left, right = (
            lexicon(kind, code).find(text, side.words if code in UNSPACED else ())
            for code, text, side in zip(self.languages, self.folded, self.sides, strict=True)
        )
        return left, right

    def gap(self, side: int, cue: Cue) -> float:
        """How much better the lengths fit when the words of a cue have no counterpart: a log likelihood.

        `side` is 0 where the cue stands in the left text, 1 in the right one. From -3 to 3.
        """
        size = len(self.folded[side])
        expected = -log(max(1.0 - (cue.end - cue.start) / size, 0.1))
        excess = self.longer if side == 0 else -self.longer
        variance = _SPREAD + _GRAIN * (1.0 / len(self.folded[0]) + 1.0 / len(self.folded[1]))
        return max(-3.0, min(3.0, (expected * excess - expected * expected / 2.0) / variance))

    def said(self, side: int, cue: Cue) -> str:
        """The words of a cue as the text has them."""
        return self.sides[side].text[cue.start : cue.end]

    @property
    def pair(self) -> str:
        """Both languages in alphabetical order: "en-ru"."""
        return "-".join(sorted(self.languages))

    def about(self) -> dict[str, float]:
        """Features that every clue of the passage has."""
        return {self.pair: 1.0, "size": log(1.0 + len(self.folded[0]) + len(self.folded[1])) - 5.5}


def scenes(passages: Sequence[Passage], setting: Setting) -> Iterator[Scene]:
    """The passages, in order; none where one of the languages has no lexicon."""
    codes = setting.languages
    if codes[0] == codes[1] or not known().issuperset(codes):
        return
    ratios = [log(len(one.left.text) / len(one.right.text)) for one in passages]
    long = [ratio for one, ratio in zip(passages, ratios, strict=True) if len(one.left.text) > 40]
    # A document of a few lines has no habit yet: pull its median towards what is usual of the languages.
    few = 5
    habit = (_USUAL.get(codes, 0.0) * few + median(long or [0.0]) * len(long)) / (few + len(long))
    for number, (one, ratio) in enumerate(zip(passages, ratios, strict=True)):
        yield Scene(
            number,
            codes,
            (one.left, one.right),
            (fold(one.left.text, codes[0]), fold(one.right.text, codes[1])),
            max(len(one.left.sentences), len(one.right.sentences)),
            ratio - habit,
        )


# Log of the ratio of lengths in characters, measured on UN documents.
_LENGTHS = {"en": 0.0, "ru": 0.1, "zh": -1.15}
_USUAL = {
    (one, other): _LENGTHS[one] - _LENGTHS[other] for one in _LENGTHS for other in _LENGTHS if one != other
}


def place(cue: Cue) -> tuple[Stretch, ...]:
    """Where a cue stands, as a clue tells it."""
    return ((cue.start, cue.end),)
