"""A mention of a threat, the cues that give one away, and how strongly each of them names it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from dragoman.marking import _

Strength = Literal["named", "fought", "concern"]
Stance = Literal["asserted", "denied", "reported"]

STRENGTHS: Mapping[Strength, str] = {
    "named": _("names it as a threat"),
    "fought": _("speaks of fighting or preventing it"),
    "concern": _("is concerned about it, condemns it or calls it a challenge"),
}
"""How strongly something is named, the strongest first, and what pages say of it."""

STANCES: Mapping[Stance, str] = {
    "asserted": _("says so"),
    "denied": _("says that it is none"),
    "reported": _("tells of what others say, or calls it so-called"),
}
"""Whether the text itself says that something is a threat."""


@dataclass(frozen=True, slots=True)
class Cue:
    """A way in which texts speak of threats: its lasting name, an example, how strongly it names."""

    name: str
    example: str
    strength: Strength


CUES: Mapping[str, Cue] = {
    cue.name: cue
    for cue in (
        Cue("poses", _("X poses a threat to peace"), "named"),
        Cue("threatens", _("X threatens security"), "named"),
        Cue("threat-list", _("threats such as X and Y"), "named"),
        Cue("threat-of", _("the threat of X"), "named"),
        Cue("threat-kind", _("the X threat"), "named"),
        Cue("against", _("the fight against X"), "fought"),
        Cue("prevent", _("to prevent X"), "fought"),
        Cue("challenge", _("challenges such as X"), "concern"),
        Cue("condemn", _("we condemn X"), "concern"),
        Cue("concern", _("our concern about X"), "concern"),
    )
}
"""The cues by name; where two find the same, the earlier one counts."""


@dataclass(frozen=True, slots=True)
class Mention:
    """What a sentence names as a threat.

    `start` and `end` are what is named, `cue_start` and `cue_end` the words that say that it is one: offsets
    in characters of the sentence. `topic` is a name in `dragoman.threats.topics.TOPICS`, "other" for what
    the lexicon does not know, which keeps its own words. `stance` is what the text does with it.
    """

    start: int
    end: int
    cue_start: int
    cue_end: int
    cue: str
    topic: str
    stance: Stance
