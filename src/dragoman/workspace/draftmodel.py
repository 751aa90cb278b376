"""What the workspace tells of a party's drafts, which are that party's alone."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal, get_args

DraftState = Literal["open", "ready", "proposed", "dropped"]
"""Being written; ready for the chair; proposed; given up."""
DRAFT_STATES: tuple[DraftState, ...] = get_args(DraftState)


@dataclass(frozen=True, slots=True)
class Draft:
    """A revision of a draft, counted from 1.

    `content` is that of a proposal, and may be incomplete; `definition` and `note` are the party's own, to be
    given together with it, {} for none (see `dragoman.glossary.ownwords`). `author` and `time` are those of
    the revision.
    """

    party: str
    glossary: str
    entry: str
    number: int
    content: Mapping[str, Any]
    definition: Mapping[str, Any]
    note: Mapping[str, Any]
    state: DraftState
    author: str
    time: str


@dataclass(frozen=True, slots=True)
class DraftLine:
    """A draft in a list: its first terms by language, its last revision, how many remarks there are."""

    party: str
    glossary: str
    entry: str
    number: int
    heads: Mapping[str, str]
    aim: str
    state: DraftState
    author: str
    time: str
    remarks: int


@dataclass(frozen=True, slots=True)
class Remark:
    """What somebody of the party says of a draft to the others of the party."""

    author: str
    text: str
    time: str
