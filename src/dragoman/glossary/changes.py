"""The difference between two contents: what was struck, and what is new ("difference.v1").

Terms are told apart by language and text, then by likeness: a term whose words were changed is one change
and not two. Texts are compared word by word, Chinese ones character by character.

Reference:
    Ratcliff, Metzener, "Pattern matching: the gestalt approach", Dr. Dobb's Journal, July 1988, p. 46: the
    longest common stretch, then those on either side of it (`difflib`).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any, Literal

from dragoman.languages.transcription.pinyin import HANZI

METHOD = "difference.v1"

PieceKind = Literal["same", "removed", "added"]
ChangeKind = Literal["added", "removed", "changed"]

_TOKEN = re.compile(rf"{HANZI.pattern}|(?:(?!{HANZI.pattern})[^\W_])+|\s+|.", re.DOTALL)
_TEXTS = ("aim", "subject", "dimension", "successor", "reason")
_BY_NAME = ("scope", "usage", "definition", "definitions", "instrument")
_LISTS = ("parties", "relations", "replaces")
_OF_TERM = ("status", "part_of_speech", "source", "note")
# What is told first: what is aimed at, the words, what is said of them, and for whom.
_ORDER = (
    "aim", "terms", "subject", "dimension", "definition", "definitions", "scope", "usage", "relations",
    "instrument", "replaces", "successor", "reason", "parties",
)  # fmt: skip
# Terms that are less alike than this are two terms. Set by judgement.
_ALIKE = 0.5
# In a text of more words than this those that stand everywhere are no landmarks: time stays linear.
_LONG = 1_000


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a text that stands in both, only in the former, or only in the new one."""

    kind: PieceKind
    text: str


@dataclass(frozen=True, slots=True)
class Change:
    """Something that two contents differ in.

    `field` is a field of the content, of a term ("terms.status") or of a transliteration
    ("terms.transliterations.pinyin"); "terms.order" where terms stand in another order. `of` is the language,
    the term, the party or whatever the field has several of, "" for a list of which only the order is
    another. `before` and `after` are texts, "" for what is not there: pieces that are "same" or "removed"
    make up the former, "same" or "added" the new one.
    """

    field: str
    of: str
    kind: ChangeKind
    before: str
    after: str
    pieces: tuple[Piece, ...]


def changes(before: Mapping[str, Any], after: Mapping[str, Any]) -> list[Change]:
    """What a content has become, field by field; nothing, if the two are equal.

    Both have the shape that `dragoman.glossary.content.problems` asks for. Relations are told as
    "party → party: relation".
    """
    found = [*_of_terms(before["terms"], after["terms"])]
    for name in _TEXTS:
        found += _told(name, "", before[name], after[name])
    for name in _BY_NAME:
        found += _of_mapping(name, before[name], after[name])
    for name in _LISTS:
        one, other = ([_shown(item) for item in content[name]] for content in (before, after))
        found += _of_list(name, one, other)
    return sorted(found, key=lambda change: _ORDER.index(change.field.partition(".")[0]))


def pieces(before: str, after: str) -> tuple[Piece, ...]:
    """Two texts as one: what both have, what was struck, what is new."""
    one, other = _TOKEN.findall(before), _TOKEN.findall(after)
    matcher = SequenceMatcher(None, one, other, autojunk=max(len(one), len(other)) > _LONG)
    runs: list[tuple[str, str, bool]] = []
    for kind, start, end, other_start, other_end in matcher.get_opcodes():
        struck, new = "".join(one[start:end]), "".join(other[other_start:other_end])
        same = kind == "equal"
        if runs and runs[-1][2] and not runs[-1][0].strip() and len(runs) > 1 and not same:
            # Two changes with nothing but a space between them are one.
            between, former = runs.pop()[0], runs.pop()
            struck, new = former[0] + between + struck, former[1] + between + new
        runs.append((struck, new, same))
    found = []
    for struck, new, same in runs:
        found += [Piece("same", struck)] if same else [Piece("removed", struck), Piece("added", new)]
    return tuple(piece for piece in found if piece.text)


def _told(field: str, of: str, before: str, after: str) -> Iterator[Change]:
    if before != after:
        kind: ChangeKind = "changed" if before and after else "added" if after else "removed"
        yield Change(field, of, kind, before, after, pieces(before, after))


def _of_mapping(field: str, before: Mapping[str, str], after: Mapping[str, str]) -> Iterator[Change]:
    for name in dict.fromkeys((*before, *after)):
        yield from _told(field, name, before.get(name, ""), after.get(name, ""))


def _of_list(field: str, before: Sequence[str], after: Sequence[str]) -> Iterator[Change]:
    gone, come = Counter(before) - Counter(after), Counter(after) - Counter(before)
    for item in gone.elements():
        yield from _told(field, item, item, "")
    for item in come.elements():
        yield from _told(field, item, "", item)
    if not gone and not come:
        yield from _told(field, "", ", ".join(before), ", ".join(after))


def _of_terms(before: Sequence[Mapping[str, Any]], after: Sequence[Mapping[str, Any]]) -> Iterator[Change]:
    partner = _matched(before, after)
    was = {number: place for place, number in partner.items()}
    for place, term in enumerate(before):
        if place not in partner:
            yield from _told("terms", term["language"], term["text"], "")
    for number, term in enumerate(after):
        if number not in was:
            yield from _told("terms", term["language"], "", term["text"])
        else:
            yield from _of_term(before[was[number]], term)
    kept = [was[number] for number in range(len(after)) if number in was]
    if kept != sorted(kept):
        one, other = (", ".join(term["text"] for term in terms) for terms in (before, after))
        yield from _told("terms.order", "", one, other)


def _of_term(before: Mapping[str, Any], after: Mapping[str, Any]) -> Iterator[Change]:
    name = after["text"]
    yield from _told("terms", after["language"], before["text"], name)
    for field in _OF_TERM:
        yield from _told(f"terms.{field}", name, before[field], after[field])
    one, other = before["transliterations"], after["transliterations"]
    for kind in dict.fromkeys((*one, *other)):
        yield from _told(f"terms.transliterations.{kind}", name, one.get(kind, ""), other.get(kind, ""))


def _matched(before: Sequence[Mapping[str, Any]], after: Sequence[Mapping[str, Any]]) -> dict[int, int]:
    """Which term became which, by their places: those that are written alike, then the likest first."""
    found: dict[int, int] = {}
    free = dict.fromkeys(range(len(after)))
    for place, term in enumerate(before):
        same = (at for at in free if _name(after[at]) == _name(term))
        if (at := next(same, None)) is not None:
            found[place] = at
            del free[at]
    alike = [
        (-ratio, place, at)
        for place, term in enumerate(before)
        if place not in found
        for at in free
        if after[at]["language"] == term["language"]
        and (ratio := SequenceMatcher(None, term["text"], after[at]["text"]).ratio()) >= _ALIKE
    ]
    for _ratio, place, at in sorted(alike):
        if place not in found and at in free:
            found[place] = at
            del free[at]
    return found


def _name(term: Mapping[str, Any]) -> tuple[str, str]:
    return term["language"], term["text"]


def _shown(item: str | Mapping[str, str]) -> str:
    return item if isinstance(item, str) else f"{item['of']} → {item['to']}: {item['relation']}"
