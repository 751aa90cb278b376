"""What a language says of threats, in the form in which the finder uses it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from typing import Literal

from dragoman.languages.folding import fold_characters
from dragoman.languages.simplified import simplified
from dragoman.threats.model import CUES, Stance
from dragoman.threats.topics import OTHER, TOPICS

Side = Literal["before", "after", "within"]


@dataclass(frozen=True, slots=True)
class Rule:
    """A pattern of a cue, and on which side of it stands what is named ("within": in the group `x`).

    `known`: its words are said of much besides, so that only what the lexicon knows counts.
    """

    cue: str
    side: Side
    pattern: str
    known: bool = False


@dataclass(frozen=True, slots=True)
class CompiledRule:
    """A rule with its pattern compiled."""

    cue: str
    side: Side
    pattern: re.Pattern[str]
    known: bool


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a language as its module writes them: patterns over folded text (`fold_characters`).

    Args:
        trigger: What every sentence holds that any rule fits.
        rules: The cues.
        topics: A pattern for each topic.
        stop: Where what is named ends at the latest.
        soft: Those stops that belong to what is named before a cue ("attacks on banks pose a threat").
        aside: A remark between commas that parts what is named from the cue behind it.
        joint: What stands between the parts of a list; its group `loose` tells what joins clauses as well.
        leading: What is cut off in front of a part; trailing: behind it.
        remedy: What tells that a part is none of this but helps against it ("disarmament").
        empty: A part that names nothing by itself ("such acts").
        relative: Words that stand for what was named just before them.
        denied: What makes a denial of a cue, in the words just before it and in it.
        reported: What tells that others say so, in the words before it.
        longest: Characters that what the lexicon does not know may have.
        spelling: Characters that are written in two ways, and the one that patterns have.
        simplified: Whether traditional characters are read as the simplified ones that patterns have.
    """

    trigger: str
    rules: Sequence[Rule]
    topics: Mapping[str, str]
    stop: str
    soft: str
    aside: str
    joint: str
    leading: str
    trailing: str
    empty: str
    remedy: str
    relative: str
    denied: str
    reported: str
    longest: int
    spelling: Mapping[str, str]
    simplified: bool = False


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """`Words` with their patterns compiled."""

    trigger: re.Pattern[str]
    rules: Sequence[CompiledRule]
    topics: Sequence[tuple[str, re.Pattern[str]]]
    stop: re.Pattern[str]
    soft: re.Pattern[str]
    soft_word: re.Pattern[str]
    aside: re.Pattern[str]
    joint: re.Pattern[str]
    leading: re.Pattern[str]
    trailing: re.Pattern[str]
    empty: re.Pattern[str]
    remedy: re.Pattern[str]
    relative: re.Pattern[str]
    stances: Sequence[tuple[Stance, re.Pattern[str]]]
    longest: int
    spelling: Mapping[int, str]
    simplified: bool

    def folded(self, text: str) -> str:
        """The text as the patterns see it: one character for each."""
        folded = fold_characters(text).translate(self.spelling)
        return simplified(folded) if self.simplified else folded

    def topic(self, folded: str, head: int) -> str:
        """The topic of what is named, told by words that begin in its first `head` characters; "other" where
        none fits."""
        for name, pattern in self.topics:
            match = pattern.search(folded)
            if match is not None and match.start() < head:
                return name
        return OTHER


@cache
def known() -> tuple[str, ...]:
    """Codes of the languages in which threats are found, in alphabetical order."""
    return tuple(sorted(found.name for found in iter_modules([str(Path(__file__).parent / "words")])))


@cache
def vocabulary(code: str) -> Vocabulary | None:
    """The vocabulary of a language, None where there is none."""
    if code not in known():
        return None
    words: Words = import_module(f"dragoman.threats.words.{code}").WORDS
    return Vocabulary(
        re.compile(words.trigger),
        [
            CompiledRule(rule.cue, rule.side, re.compile(rule.pattern), rule.known)
            for rule in words.rules
            if rule.cue in CUES
        ],
        [(name, re.compile(words.topics[name])) for name in TOPICS if name != OTHER],
        re.compile(words.stop),
        re.compile(words.soft),
        re.compile(rf"\b(?:{words.soft})\b"),
        re.compile(words.aside),
        re.compile(words.joint),
        re.compile(words.leading),
        re.compile(words.trailing),
        re.compile(words.empty),
        re.compile(words.remedy),
        re.compile(words.relative),
        (("denied", re.compile(words.denied)), ("reported", re.compile(words.reported))),
        words.longest,
        {ord(written): read for written, read in words.spelling.items()},
        words.simplified,
    )
