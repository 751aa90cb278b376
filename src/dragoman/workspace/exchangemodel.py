"""What the workspace tells of bundles: what one holds, and what came of taking it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from dragoman.record.fault import Fault

Direction = Literal["taken", "sent"]


@dataclass(frozen=True, slots=True)
class LevelChange:
    """An entry whose level of agreement is another after a bundle was taken; "" before it was known here."""

    glossary: str
    entry: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Contents:
    """What is in a bundle, and what this workspace would make of it; nothing was taken.

    `events` counts those of each party, `new` those of them that are not here yet. `strangers` are parties
    of it that this workspace does not trust, by identifier: then it would be refused.
    """

    hash: str
    size: int
    sender: str
    recipient: str
    time: str
    events: Mapping[str, int]
    new: Mapping[str, int]
    documents: tuple[str, ...]
    originals: int
    strangers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Report:
    """What came of taking a bundle.

    `new` counts by party the events that count from now on, `known` those that were here before. `waiting`
    counts by party the events, of this bundle or earlier ones, before which others are still missing.
    `forked` maps parties whose chain forks to the number of the first event that does not count any more,
    `mended` are those of which a recovery key has decided which branch holds. `refused` says what was kept
    from earlier bundles and turned out to be good for nothing.

    `returned` counts events of parties whose key lies here that were not here: this copy had lost them.
    `missing` maps parties to the hash of an event that the sender has and that is not here even now; `cut`
    are those of them whose key lies here: what they sign now would make their chain fork.

    `documents` were added, `left` are documents that were not, with the reason. `entries` are those whose
    level is another than before.
    """

    hash: str
    sender: str
    time: str
    new: Mapping[str, int] = field(default_factory=dict)
    known: int = 0
    waiting: Mapping[str, int] = field(default_factory=dict)
    forked: Mapping[str, int] = field(default_factory=dict)
    mended: tuple[str, ...] = ()
    refused: tuple[Fault, ...] = ()
    returned: Mapping[str, int] = field(default_factory=dict)
    missing: Mapping[str, str] = field(default_factory=dict)
    cut: tuple[str, ...] = ()
    documents: tuple[str, ...] = ()
    left: Mapping[str, str] = field(default_factory=dict)
    entries: tuple[LevelChange, ...] = ()

    @property
    def is_new(self) -> bool:
        """Whether the bundle brought anything that was not here."""
        return bool(self.new or self.documents or self.waiting or self.forked)


@dataclass(frozen=True, slots=True)
class Sent:
    """A bundle as it was made: its bytes, its hash, and how much is in it."""

    data: bytes
    hash: str
    events: int
    originals: int


@dataclass(frozen=True, slots=True)
class BundleLine:
    """A bundle that was taken or sent: `made` when it was made, `time` when it was taken or sent here."""

    hash: str
    direction: Direction
    sender: str
    recipient: str
    made: str
    time: str
    size: int
    events: int
