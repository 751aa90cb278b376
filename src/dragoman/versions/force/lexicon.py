"""Cues in a text: the patterns of `words` compiled, and where they fit."""

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
from dragoman.languages.model import Word
from dragoman.languages.simplified import simplified
from dragoman.languages.words.chinese_words import dictionary

Lexicons = Literal["modality", "negation", "qualification"]

UNSPACED = frozenset({"zh"})
"""Languages that are written without spaces: a cue may begin at any character of theirs."""
_PLAIN = re.compile(r"[\w ']+")
_QUANTIFIERS = ("?", "*", "{")
_START_OF_WORD = re.compile(r"(?<![\w-])\w")


@dataclass(frozen=True, slots=True)
class Cue:
    """Words of a text that mean something to the detectors.

    `name` is that of the lexicon, `said` the words in folded form, `at` where their middle stands in the
    text, from 0 to 1. `inner` says that it is a part of a longer word, as 不 is of 居高不下.
    """

    start: int
    end: int
    name: str
    said: str
    at: float
    inner: bool = False


class Lexicon:
    """Patterns by name; the longest that fits at a place wins, the leftmost place first."""

    def __init__(self, cues: Mapping[str, str], *, spaced: bool) -> None:
        self._width = 2 if spaced else 1
        self._by_head: dict[str, list[tuple[re.Pattern[str], str]]] = {}
        for name, patterns in cues.items():
            for pattern in (one.strip() for one in patterns.split(" | ")):
                for begun in _begun(pattern):
                    compiled = _compiled(begun, spaced=spaced)
                    self._by_head.setdefault(_head(begun, self._width), []).append((compiled, name))
        heads = "".join(re.escape(head[0]) for head in self._by_head)
        self._starts = _START_OF_WORD if spaced else re.compile(f"[{heads}]")

    def find(self, folded: str, words: Sequence[Word] = ()) -> list[Cue]:
        """The cues of a text that `fold` gave, in their order; they do not overlap.

        `words` are those of a text that is written without spaces: no cue cuts one in two.
        """
        found: list[Cue] = []
        size, free, width = max(len(folded), 1), 0, self._width
        of_word = {at: word for word in words for at in range(word.start, word.end)}
        for place in self._starts.finditer(folded):
            start = place.start()
            if start < free:
                continue
            end, name = start, ""
            for pattern, its_name in self._candidates(folded[start : start + width + 1]):
                match = pattern.match(folded, start)
                if match is None or match.end() < end or (match.end() == end and name):
                    continue
                if not _cut(of_word, start, match.end()):
                    end, name = match.end(), its_name
            if end > start:
                free = end
                if name:
                    said = folded[start:end].rstrip()
                    end = start + len(said)
                    inner = _inner(of_word, start, end)
                    found.append(Cue(start, end, name, said, (start + end) / 2 / size, inner))
        return found

    def _candidates(self, begin: str) -> Sequence[tuple[re.Pattern[str], str]]:
        """The patterns that may fit where a text goes on so."""
        some, more = self._by_head.get(begin, ()), self._by_head.get(begin[:-1], ())
        return [*some, *more] if some and more else some or more


# What a segmenter puts before or behind a modal of one character as if that were one word (我拟, 应立即).
_LOOSE = frozenset("我本即则若其期仍不也都均并各拟将该立予以向由在就亦又还使致从尽方上团应可愿能须请")


def _cut(of_word: Mapping[int, Word], start: int, end: int) -> bool:
    """Whether a stretch begins or ends within a word that it does not lie in as a whole."""
    # Longer ones are right more often than the segmenter is.
    if end - start > 2:
        return False
    first, last = of_word.get(start), of_word.get(end - 1)
    if first is None or last is None or first is last:
        return False
    return (first.start < start and not _guessed(first)) or (last.end > end and not _guessed(last))


def _inner(of_word: Mapping[int, Word], start: int, end: int) -> bool:
    """Whether one character is a part of a longer word."""
    word = of_word.get(start)
    if end - start > 1 or word is None or word.end - word.start == 1 or _guessed(word):
        return False
    return not _LOOSE.issuperset(word.text[: start - word.start] + word.text[end - word.start :])


def _guessed(word: Word) -> bool:
    """Whether the segmenter made a word of characters that stand beside each other by chance: 时应."""
    return not dictionary().has_word(word.lemma)


def _begun(pattern: str) -> list[str]:
    """The pattern as several, none of which begins with a group."""
    if not pattern.startswith("(?:"):
        return [pattern]
    depth, choices, since = 0, [], 3
    for at, character in enumerate(pattern):
        depth += (character == "(") - (character == ")")
        if (character == "|" and depth == 1) or depth == 0:
            choices.append(pattern[since:at])
            since = at + 1
        if depth == 0:
            break
    rest = pattern[since:]
    if rest.startswith("?"):
        choices.append("")
        rest = rest[1:]
    return [one for choice in choices for one in _begun(choice + rest)]


def _head(pattern: str, width: int) -> str:
    """The first characters of a pattern, by which it is looked up: `width` plain ones, or one more."""
    for size in (width + 1, width):
        head = pattern[:size]
        if len(head) == size and _PLAIN.fullmatch(head) and pattern[size : size + 1] not in _QUANTIFIERS:
            return head
    raise ValueError(f"a pattern begins with {width} plain letters: {pattern!r}")


def _compiled(pattern: str, *, spaced: bool) -> re.Pattern[str]:
    written = pattern.replace("~", r"\w*")
    return re.compile(f"(?:{written})(?!\\w)" if spaced else written)


@cache
def known() -> frozenset[str]:
    """Codes of the languages that have lexicons."""
    modules = iter_modules([str(Path(__file__).parent / "words")])
    return frozenset(found.name.rpartition("_")[2] for found in modules)


@cache
def lexicon(kind: Lexicons, code: str) -> Lexicon:
    """The lexicon of a kind in one of the `known` languages."""
    cues: Mapping[str, str] = import_module(f"dragoman.versions.force.words.{kind}_{code}").CUES
    return Lexicon(cues, spaced=code not in UNSPACED)


def fold(text: str, code: str) -> str:
    """The text as the patterns see it, one character for each."""
    folded = fold_characters(text)
    if code == "ru":
        return folded.replace("ё", "е")
    return simplified(folded) if code in UNSPACED else folded
