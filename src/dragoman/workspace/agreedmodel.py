"""What the workspace tells of parties, of the glossaries that they agree on, and of their rounds.

Parties are told by their identifier ("lake@" and a fingerprint); texts in several languages are mappings from
a language's code to the text. Times are those of the events' authors, in UTC.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from dragoman.record.fault import Fault
from dragoman.record.keys import SecretKey, in_groups

Place = Literal["all", "some", "private"]
"""Whom an entry is among: all parties of its glossary, some of them, or one that has it in its drafts."""
Wanted = Literal["answer", "definition", "join", "minutes", "closing"]
"""What is waited for: an answer to a proposal, a definition of one's own, joining a round, accepting its
minutes, closing it."""


@dataclass(frozen=True, slots=True)
class Signer:
    """A party's key, open for use, and who uses it."""

    party: str
    secret: SecretKey
    author: str = ""


@dataclass(frozen=True, slots=True)
class Founded:
    """A party that was founded just now. `recovery` is the secret of its recovery key, to be kept on paper:
    it is stored nowhere."""

    party: str
    fingerprint: str
    recovery: str


@dataclass(frozen=True, slots=True)
class Key:
    """A key of a party: from which event on it signed, and until which ("" for the one in force)."""

    key: str
    fingerprint: str
    chair: str
    since: str
    until: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Party:
    """A party that signs.

    `name` is the short name before the "@". `keys` are all it had, the one in force last; none is in force
    where the last was revoked without another. `trusted` is whether this workspace takes its bundles; `held`
    whether its secret key lies here; `forked` the number of the event from which on its chain counts no
    more, 0 where it is whole. `events` counts its events, `head` is the hash of the last.
    """

    id: str
    name: str
    names: Mapping[str, str]
    chair: str
    keys: tuple[Key, ...]
    recovery: str
    trusted: bool
    held: bool
    forked: int
    events: int
    head: str
    founded: str

    @property
    def key(self) -> str:
        """The public key in force, "" for none."""
        return self.keys[-1].key if self.keys and not self.keys[-1].until else ""

    @property
    def fingerprint(self) -> str:
        """The founding key's fingerprint, which the identifier holds, in groups for people."""
        return in_groups(self.id.partition("@")[2])


@dataclass(frozen=True, slots=True)
class Counts:
    """How many entries stand where, among all parties of a glossary or on a round's agenda.

    `proposed_by` counts by party the entries that it put forward first or with others; `waiting` by party
    those whose answer is outstanding.
    """

    entries: int = 0
    levels: Mapping[str, int] = field(default_factory=dict)
    proposed_by: Mapping[str, int] = field(default_factory=dict)
    waiting: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class GlossaryView:
    """A glossary: its parties in the order of their identifiers."""

    id: str
    titles: Mapping[str, str]
    languages: tuple[str, ...]
    parties: tuple[str, ...]
    founder: str
    founded: str
    counts: Counts


@dataclass(frozen=True, slots=True)
class EntryLine:
    """An entry in a list. `heads` are its first terms by language, of the proposal that holds or the latest.

    `level` is the one among all parties of the glossary, and only where these agreed on nothing the one
    among the `parties` of the proposal that holds; an outcome ("contested" …) where that is what was agreed.
    `waits` are the parties whose answer is outstanding, `open` counts proposals without all answers,
    `reservations` those attached to what holds. `conflict`: several agreed proposals hold beside each other.
    `proposers` are the parties that put it forward, by a proposal or a definition of their own.
    """

    id: str
    heads: Mapping[str, str]
    level: str
    place: Place
    parties: tuple[str, ...]
    dimension: str
    subject: str
    waits: tuple[str, ...]
    open: int
    reservations: int
    conflict: bool
    changed: str
    proposers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Given:
    """A party's own definition, by the event that gave it. `translations` are the party's own too."""

    event: str
    party: str
    author: str
    time: str
    language: str
    text: str
    source: str
    date: str
    translations: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Note:
    """A note that one party owns."""

    event: str
    party: str
    time: str
    language: str
    text: str


@dataclass(frozen=True, slots=True)
class Quotation:
    """A passage of a language version: its original by hash, ranges of characters, and what stands there."""

    language: str
    original: str
    ranges: tuple[tuple[int, int], ...]
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Attestation:
    """A dated passage of an official text that shows the concept in use, with its counterparts.

    `document` is the text's identifier, `here` whether it is in this workspace, so that the passage can be
    opened in the concordance and the reader.
    """

    event: str
    party: str
    document: str
    title: str
    body: str
    date: str
    source: str
    quotations: tuple[Quotation, ...]
    here: bool


@dataclass(frozen=True, slots=True)
class Acceptance:
    """A party's acceptance of a proposal, with its reservation by language ({} for none)."""

    event: str
    party: str
    author: str
    time: str
    reservation: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Refusal:
    """A party's refusal of a proposal, with its reason."""

    event: str
    party: str
    author: str
    time: str
    reason: str


@dataclass(frozen=True, slots=True)
class ProposalView:
    """A proposal, by the hash of its content.

    `state` is "open", "agreed" (every party of `parties` accepts), "replaced" (agreed once, another agreed
    one took its place), "ended" (agreed once, a party took its acceptance back) or "withdrawn". `number`
    counts the entry's proposals from 1 in their order; `last` is the proposal before it in the entry, ""
    for the first: what a reader compares it with. `missing` are the parties that have not accepted.
    """

    hash: str
    entry: str
    glossary: str
    number: int
    last: str
    aim: str
    parties: tuple[str, ...]
    content: Mapping[str, Any]
    proposers: tuple[str, ...]
    time: str
    state: str
    acceptances: tuple[Acceptance, ...]
    refusals: tuple[Refusal, ...]
    missing: tuple[str, ...]
    withdrawal: str
    rounds: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class EntryView:
    """An entry with all that the record says of it.

    `holding` is the agreed proposal that the head of the page shows: the one among all parties of the
    glossary, else the one of the highest level, "" for none;
    `conflict` the others that are agreed and that it does not replace. `levels` are by set of parties, each
    with the hash of its proposal. `definitions` hold every party's present one, `earlier` those before, the
    latest first. `unacknowledged` are parties whose present definition is not the one that the holding
    proposal names.
    """

    id: str
    glossary: str
    line: EntryLine
    holding: str
    conflict: tuple[str, ...]
    levels: tuple[tuple[tuple[str, ...], str, str], ...]
    proposals: tuple[ProposalView, ...]
    definitions: Mapping[str, Given]
    earlier: tuple[Given, ...]
    unacknowledged: tuple[str, ...]
    notes: tuple[Note, ...]
    attestations: tuple[Attestation, ...]


@dataclass(frozen=True, slots=True)
class Step:
    """One event of an entry's story, as it is in the record. `refused` says why it counts for nothing."""

    event: str
    party: str
    author: str
    time: str
    kind: str
    body: Mapping[str, Any]
    level: str
    refused: Fault | None = None


@dataclass(frozen=True, slots=True)
class Wait:
    """Something that waits for a party: in an entry (with the proposal), or in a round."""

    party: str
    glossary: str
    wanted: Wanted
    entry: str = ""
    proposal: str = ""
    round: str = ""
    since: str = ""
    heads: Mapping[str, str] = field(default_factory=dict)
    aim: str = ""
    proposers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Answer:
    """What a party says to a proposal; with a reservation by language, or a reason why it refuses."""

    proposal: str
    answer: Literal["accept", "refuse"]
    reservation: Mapping[str, str] = field(default_factory=dict)
    reason: str = ""


@dataclass(frozen=True, slots=True)
class AgendaItem:
    """An entry on a round's agenda: who put it there, where it stands now, and at the close ("" before)."""

    entry: str
    party: str
    note: str
    line: EntryLine | None
    proposals: tuple[ProposalView, ...]
    outcome: str = ""


@dataclass(frozen=True, slots=True)
class Minutes:
    """Minutes of a round, by the event that proposed them; agreed when every party accepts."""

    event: str
    party: str
    time: str
    texts: Mapping[str, str]
    accepted: tuple[str, ...]
    agreed: bool


@dataclass(frozen=True, slots=True)
class RoundLine:
    """A round in a list. `state` is "open", "closing" (some parties closed it) or "closed"."""

    id: str
    topics: Mapping[str, str]
    start: str
    end: str
    parties: tuple[str, ...]
    state: str
    items: int


@dataclass(frozen=True, slots=True)
class RoundView:
    """A round. `chairs` and `experts` are named by each party itself; a party without a chair has not joined.

    `closed_by` are the parties that closed it; `differing` those whose closing names other outcomes than
    the first's. `counts` are of the agenda: as frozen in the closing, else as of now. `outcomes` is how each
    entry stands now among the parties of the round, with the hash of what was agreed ("" for none), and
    `closings` what each party that closed it signed.
    """

    glossary: str
    line: RoundLine
    chairs: Mapping[str, str]
    experts: Mapping[str, tuple[str, ...]]
    agenda: tuple[AgendaItem, ...]
    removed: tuple[tuple[str, str, str], ...]
    minutes: tuple[Minutes, ...]
    closed_by: tuple[str, ...]
    differing: tuple[str, ...]
    counts: Counts
    outcomes: Mapping[str, tuple[str, str]]
    closings: Mapping[str, Mapping[str, tuple[str, str]]]


@dataclass(frozen=True, slots=True)
class Candidate:
    """Terms of two languages or more that render each other, as something to agree on.

    `parties` are those in whose documents the terms stand; joint documents are of each of their parties.
    `both` is whether every party that wants to agree uses them: such candidates come first. `entry` is the
    entry of the glossary that has these terms already, "" for none.
    """

    terms: Mapping[str, str]
    count: int
    documents: int
    probability: float
    parties: tuple[str, ...]
    both: bool
    entry: str
