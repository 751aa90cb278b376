"""Which events have a place in their chains, which wait, and which are astray: forked or misplaced."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from dragoman.marking import _
from dragoman.record.events import Event
from dragoman.record.fault import Fault, fault_of
from dragoman.record.names import is_signed_party
from dragoman.record.order import in_order, link_fault
from dragoman.record.parties import (
    MEANINGS,
    Parties,
    PartyState,
    after,
    is_recovering,
    signing_key,
)


@dataclass(slots=True)
class Sorted:
    """Events, sorted.

    `held` have their place, in order; `waiting` follow one that is not there, by hash; `astray` have no
    place, nor have those behind them in their chain: why, by hash and in order. `forks` maps parties whose
    chain forks, and of which no branch holds, to the number of the first event that does not count.
    `depths` are of all but the waiting ones, `keys` the public keys that signed those held, both by hash.
    `parties` are those that sign, as the events held make them, and `refused` what could not be done of them.
    """

    held: list[Event] = field(default_factory=list)
    waiting: list[Event] = field(default_factory=list)
    astray: dict[str, Fault] = field(default_factory=dict)
    forks: dict[str, int] = field(default_factory=dict)
    depths: dict[str, int] = field(default_factory=dict)
    keys: dict[str, str] = field(default_factory=dict)
    parties: Parties = field(default_factory=Parties)
    refused: dict[str, Fault] = field(default_factory=dict)
    known: dict[str, Event] = field(default_factory=dict)

    def place(self, event: Event) -> Fault | None:
        """Give the event that comes next in the order its place, if it has one; else say why not."""
        self.known[event.hash] = event
        fault = self._fault(event)
        if fault is not None:
            self.astray[event.hash] = fault
            return fault
        self.held.append(event)
        if event.kind in MEANINGS:
            wrong = self.parties.apply(event)
            if wrong is not None:
                self.refused[event.hash] = wrong
        return None

    def _fault(self, event: Event) -> Fault | None:
        if event.previous in self.astray:
            fork = self.forks.get(event.party)
            return (
                _forked(event, fork)
                if fork
                else fault_of(event, _("The event before it has no place in the chain."))
            )
        return link_fault(event, self.known) or self._signing_fault(event)

    def _signing_fault(self, event: Event) -> Fault | None:
        if not is_signed_party(event.party):
            return (
                fault_of(event, _("A chain that nobody signs has a signature.")) if event.signature else None
            )
        party = self.parties.get(event.party)
        if party is None and event.kind != "party.founded":
            return fault_of(
                event, _("The chain of {party} does not begin with its founding."), party=event.party
            )
        key = signing_key(event, party)
        if not key:
            what = _("Event {sequence} of {party} is not signed with the key that is in force there.")
            return fault_of(event, what, sequence=event.sequence, party=event.party)
        self.keys[event.hash] = key
        return None


def sort_out(events: Iterable[Event]) -> Sorted:
    """Sort events, in whatever order they are given; one given twice counts once.

    Signatures are not examined, see `signature_faults`; that each is by whom it must be, is.

    Where a chain forks, no branch counts from there on, as nothing says which one holds; unless one of them,
    and one only, holds an event that the party signed with its recovery key: then that branch does.
    """
    done = Sorted()
    ordered, done.waiting, done.depths = in_order(events)
    lost = _lost_branches(ordered, done)
    for event in ordered:
        why = lost.get(event.hash)
        if why is None:
            done.place(event)
        else:
            done.known[event.hash] = event
            done.astray[event.hash] = why
    return done


def _forked(event: Event, fork: int) -> Fault:
    what = _("The chain of {party} forks at event {fork}, and nothing counts from there on.")
    return fault_of(event, what, party=event.party, fork=fork)


def _lost_branches(ordered: Sequence[Event], done: Sorted) -> dict[str, Fault]:
    """The first event of each branch of a fork that does not hold, with the reason.

    What somebody else signed makes no chain fork: it finds no place later.
    """
    branches: dict[tuple[str, str, int], list[Event]] = {}
    for event in ordered:
        branches.setdefault((event.party, event.previous, event.sequence), []).append(event)
    forking = {place: rivals for place, rivals in branches.items() if len(rivals) > 1}
    if not forking:
        return {}
    states = _states(ordered, {party for party, _previous, _sequence in forking})
    recovered = _recovered(ordered, states)
    lost: dict[str, Fault] = {}
    for (party, _previous, sequence), around in forking.items():
        signing = is_signed_party(party)
        rivals = [rival for rival in around if not signing or rival.hash in states]
        if len(rivals) < 2:
            continue
        holding = [rival for rival in rivals if rival.hash in recovered]
        if len(holding) == 1:
            what = _("Another branch of the chain of {party} holds, as its recovery key says.")
            lost |= {
                rival.hash: fault_of(rival, what, party=party) for rival in rivals if rival is not holding[0]
            }
        else:
            done.forks[party] = min(sequence, done.forks.get(party, sequence))
            lost |= {rival.hash: _forked(rival, sequence) for rival in rivals}
    return lost


def _states(ordered: Sequence[Event], parties: Collection[str]) -> dict[str, PartyState]:
    """What is known of these parties behind each event that says it is signed by whom it must be, in its own
    branch."""
    states: dict[str, PartyState] = {}
    for event in ordered:
        if event.party not in parties or not is_signed_party(event.party):
            continue
        before = states.get(event.previous)
        if before is not None and before.id != event.party:
            continue
        state = after(before, event) if signing_key(event, before) else None
        if state is not None:
            states[event.hash] = state
    return states


def _recovered(ordered: Sequence[Event], states: Mapping[str, PartyState]) -> set[str]:
    """The events that stand before one that is signed with a recovery key, in its chain, and those ones."""
    found: set[str] = set()
    for event in reversed(ordered):
        state = states.get(event.hash)
        if state is not None and (event.hash in found or is_recovering(event, state.recovery)):
            found |= {event.hash, event.previous}
    return found


def signature_faults(done: Sorted) -> list[Fault]:
    """The events that have their place but whose signature is not by the key that it says, in order."""
    what = _("The signature of event {sequence} of {party} does not fit: the event is forged.")
    return [
        fault_of(event, what, sequence=event.sequence, party=event.party)
        for event in done.held
        if event.hash in done.keys and not event.is_signed_by(done.keys[event.hash])
    ]
