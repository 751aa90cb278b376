"""What events say of a round of talks: its parties, agenda and minutes, and how it was closed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from dragoman.marking import _
from dragoman.record.events import Event
from dragoman.record.refusal import CannotApply


@dataclass(frozen=True, slots=True)
class ItemState:
    """An entry on the agenda, by the event that put it there."""

    event: str
    entry: str
    party: str
    note: str


@dataclass(slots=True)
class MinutesState:
    """Minutes, by the event that proposed them, and the parties that accept them."""

    event: str
    party: str
    time: str
    texts: Mapping[str, str]
    accepted: list[str] = field(default_factory=list)


@dataclass(slots=True)
class RoundState:
    """What the events say of a round. `closings` hold each party's outcomes, the hash of its event first.

    The round is closed when every party has closed it with the same outcomes; from then on nothing changes.
    """

    id: str
    glossary: str
    opener: str
    topics: Mapping[str, str]
    start: str
    end: str
    parties: tuple[str, ...]
    chairs: dict[str, str] = field(default_factory=dict)
    experts: dict[str, tuple[str, ...]] = field(default_factory=dict)
    agenda: dict[str, ItemState] = field(default_factory=dict)
    removed: list[tuple[str, str, str]] = field(default_factory=list)
    minutes: dict[str, MinutesState] = field(default_factory=dict)
    closings: dict[str, tuple[str, Mapping[str, tuple[str, str]]]] = field(default_factory=dict)
    history: list[str] = field(default_factory=list)

    @property
    def is_closed(self) -> bool:
        """Whether every party has closed it, all with the same outcomes."""
        said = [outcomes for _event, outcomes in self.closings.values()]
        return len(said) == len(self.parties) and all(one == said[0] for one in said)

    def apply(self, event: Event) -> None:
        """Take in one more event.

        Raises:
            CannotApply
        """
        if event.party not in self.parties:
            raise CannotApply(_("{party} takes no part in round {round}."), party=event.party, round=self.id)
        if self.is_closed and event.kind not in _AFTER:
            raise CannotApply(_("Round {round} is closed."), round=self.id)
        _MEANINGS[event.kind](self, event)
        self.history.append(event.hash)


def opened(event: Event) -> RoundState:
    """The round that an event opens."""
    body: Mapping[str, Any] = event.body
    made = RoundState(
        body["round"], body["glossary"], event.party, body["topics"], body["from"], body["to"],
        tuple(body["parties"]),
    )  # fmt: skip
    if event.party not in made.parties:
        raise CannotApply(_("A party opens only a round in which it takes part."))
    if body["chair"]:
        made.chairs[event.party] = body["chair"]
    made.experts[event.party] = tuple(body["experts"])
    made.history.append(event.hash)
    return made


def _joined(found: RoundState, event: Event) -> None:
    body: Mapping[str, Any] = event.body
    found.chairs[event.party] = body["chair"]
    found.experts[event.party] = tuple(body["experts"])


def _added(found: RoundState, event: Event) -> None:
    entry = str(event.body["entry"])
    if entry in found.agenda:
        raise CannotApply(_("{entry} is on the agenda already."), entry=entry)
    found.agenda[entry] = ItemState(event.hash, entry, event.party, str(event.body["note"]))
    found.closings.clear()


def _removed(found: RoundState, event: Event) -> None:
    entry = str(event.body["entry"])
    if found.agenda.pop(entry, None) is None:
        raise CannotApply(_("{entry} is not on the agenda."), entry=entry)
    found.removed.append((entry, event.party, str(event.body["reason"])))
    found.closings.clear()


def _minuted(found: RoundState, event: Event) -> None:
    texts: Any = event.body["texts"]
    if not texts:
        raise CannotApply(_("The minutes are empty."))
    found.minutes[event.hash] = MinutesState(event.hash, event.party, event.time, texts, [event.party])


def _minutes_accepted(found: RoundState, event: Event) -> None:
    wanted = str(event.body["minutes"])
    minutes = found.minutes.get(wanted)
    if minutes is None:
        raise CannotApply(_("There are no minutes {minutes}."), minutes=wanted)
    if event.party in minutes.accepted:
        raise CannotApply(_("The party has accepted this already."))
    minutes.accepted.append(event.party)


def _closed(found: RoundState, event: Event) -> None:
    body: Mapping[str, Any] = event.body
    outcomes = {entry: (level, proposal) for entry, (level, proposal) in body["outcomes"].items()}
    if outcomes.keys() != found.agenda.keys():
        raise CannotApply(_("The outcomes are not those of the entries on the agenda."))
    found.closings[event.party] = event.hash, outcomes


# Minutes may be written when the round is over.
_AFTER = frozenset(("minutes.proposed", "minutes.accepted"))
_MEANINGS: Mapping[str, Callable[[RoundState, Event], None]] = {
    "round.joined": _joined,
    "agenda.added": _added,
    "agenda.removed": _removed,
    "minutes.proposed": _minuted,
    "minutes.accepted": _minutes_accepted,
    "round.closed": _closed,
}
ROUND_KINDS = frozenset((*_MEANINGS, "round.opened"))
"""The kinds of events that are about a round."""
