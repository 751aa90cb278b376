"""What becomes of events that arrive: which take their place at once, which wait, which are astray.

Nothing of an arriving event is believed. Each must be signed with the key that is in force at its place, in
its own branch where its chain forks: so nobody but the holder of a party's key can make its chain fork.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from dragoman.marking import _
from dragoman.record.events import Event
from dragoman.record.fault import Fault, fault_of
from dragoman.record.keys import fingerprint, signer_of
from dragoman.record.order import link_fault
from dragoman.record.parties import MEANINGS, PartyState, after, signing_key
from dragoman.record.sorting import sort_out


@dataclass(frozen=True, slots=True)
class Stock:
    """What a record holds already, as far as arriving events touch it.

    `places` maps party and number to the hash of the event that stands there, `before` and `depths` are of
    the events that arriving ones follow, by hash; `keyed` are each party's events about its keys, in order.
    `forked` are parties whose chain is known to fork. `everything` gives all signed events that take a place:
    it is asked only where a chain forks.
    """

    places: Mapping[tuple[str, int], str]
    before: Mapping[str, Event]
    depths: Mapping[str, int]
    keyed: Mapping[str, Iterable[Event]]
    forked: frozenset[str]
    everything: Callable[[], Iterable[Event]]


@dataclass(slots=True)
class Arrivals:
    """What becomes of events that arrived.

    `held` take their place, in order, `depths` are theirs by hash; `waiting` follow one that is not there;
    `forked` are kept, but without a place, as another event has it and none or that one counts; `displaced`
    are stored ones that give their place to another branch, which their party's recovery key says to hold.
    `forks` maps parties to the number of the first event that does not count, for those of which that is
    known now. `refused` are those that can have no place at all, and why.
    """

    held: list[Event] = field(default_factory=list)
    depths: dict[str, int] = field(default_factory=dict)
    waiting: list[Event] = field(default_factory=list)
    forked: list[Event] = field(default_factory=list)
    displaced: list[Event] = field(default_factory=list)
    forks: dict[str, int] = field(default_factory=dict)
    refused: list[Fault] = field(default_factory=list)


class Keys:
    """Which key must have signed an event: that in force behind the event before it, in its branch."""

    def __init__(self, stock: Stock) -> None:
        self._stock = stock
        self._after: dict[str, PartyState | None] = {}
        self._stored: dict[str, tuple[list[int], list[PartyState]]] = {}
        # Keys that events name before which others are missing.
        self._named: dict[str, set[str]] = {}
        for party, events in stock.keyed.items():
            numbers: list[int] = []
            states: list[PartyState] = []
            for event in events:
                state = after(states[-1] if states else None, event)
                if state is not None:
                    numbers.append(event.sequence)
                    states.append(state)
            self._stored[party] = numbers, states

    def after(self, party: str, name: str) -> PartyState | None:
        """What is known of a party behind this event of it; None for a party that is not founded yet."""
        if name in self._after or not name:
            return self._after.get(name)
        numbers, states = self._stored.get(party, ([], []))
        event = self._stock.before.get(name)
        at = bisect_right(numbers, event.sequence) if event is not None else len(numbers)
        return states[at - 1] if at else None

    def fault(self, event: Event) -> Fault | None:
        """What is wrong with the signature of an event whose predecessor is known; else it is taken in."""
        state = self.after(event.party, event.previous)
        if state is None and event.kind != "party.founded":
            what = _("The chain of {party} does not begin with its founding.")
            return fault_of(event, what, party=event.party)
        key = signing_key(event, state)
        if not key:
            what = _("Event {sequence} of {party} is not signed with the key that is in force there.")
            return fault_of(event, what, sequence=event.sequence, party=event.party)
        if not event.is_signed_by(key):
            return _forged(event)
        self._after[event.hash] = after(state, event)
        return None

    def waiting_fault(self, event: Event) -> Fault | None:
        """What is wrong with the signature of an event before which others are missing.

        It must be by a key that the party is known to have had; whether it was in force, is asked again when
        the events before have come. Events of one chain are given in the order of their numbers.
        """
        signer = signer_of(event.signature)
        for key in self.known(event.party):
            if signer == fingerprint(key):
                if not event.is_signed_by(key):
                    return _forged(event)
                if event.kind in MEANINGS and event.body.get("key"):
                    self._named.setdefault(event.party, set()).add(str(event.body["key"]))
                return None
        what = _("Events of {party} before number {sequence} are missing, so its key cannot be examined.")
        return fault_of(event, what, party=event.party, sequence=event.sequence)

    def known(self, party: str) -> set[str]:
        """All public keys that a party is known to have had."""
        _numbers, states = self._stored.get(party, ([], []))
        arrived = [state for state in self._after.values() if state is not None and state.id == party]
        last = [*states[-1:], *arrived]
        keys = {one.key for state in last for one in state.keys} | {state.recovery for state in last}
        return (keys | self._named.get(party, set())) - {""}


def arrived(stock: Stock, events: Iterable[Event]) -> tuple[Arrivals, Keys]:
    """What becomes of these events of signed chains, none of which takes a place of the stock yet.

    The keys that are known with them are given too.
    """
    found = Arrivals()
    keys = Keys(stock)
    candidates = {event.hash: event for event in events}
    known = dict(stock.before)
    depths = _depths(candidates, stock)
    forking = set(stock.forked)
    places = dict(stock.places)
    for name in sorted(depths, key=lambda name: (depths[name], name)):
        event = candidates[name]
        if not event.follows <= known.keys():
            what = _("The event before it is refused.")
            found.refused.append(fault_of(event, what))
            continue
        fault = link_fault(event, known) or keys.fault(event)
        if fault is not None:
            found.refused.append(fault)
            continue
        known[name] = event
        found.held.append(event)
        found.depths[name] = depths[name]
        if places.setdefault((event.party, event.sequence), name) != name:
            forking.add(event.party)
    for event in sorted(candidates.values(), key=lambda event: (event.party, event.sequence, event.hash)):
        if event.hash not in depths:
            fault = keys.waiting_fault(event)
            if fault is None:
                found.waiting.append(event)
            else:
                found.refused.append(fault)
    if forking & {event.party for event in found.held}:
        _sort_branches(found, stock)
    return found, keys


def _depths(candidates: Mapping[str, Event], stock: Stock) -> dict[str, int]:
    """The depths of the candidates that have all their predecessors."""
    lacking = {}
    followers: dict[str, list[str]] = {}
    for name, event in candidates.items():
        open_ = [before for before in event.follows if before not in stock.depths]
        lacking[name] = len(open_)
        for before in open_:
            followers.setdefault(before, []).append(name)
    ready = [name for name, count in lacking.items() if not count]
    depths: dict[str, int] = {}
    while ready:
        name = ready.pop()
        follows = candidates[name].follows
        depths[name] = 1 + max((depths.get(one) or stock.depths[one] for one in follows), default=0)
        for follower in followers.get(name, ()):
            lacking[follower] -= 1
            if not lacking[follower]:
                ready.append(follower)
    return depths


def _sort_branches(found: Arrivals, stock: Stock) -> None:
    """Tell the events that count from those of branches that do not."""
    stored = {event.hash: event for event in stock.everything()}
    done = sort_out([*stored.values(), *found.held])
    parties = {event.party for event in (*stored.values(), *found.held)}
    found.forks = {party: done.forks.get(party, 0) for party in parties}
    counting = [event for event in found.held if event.hash not in done.astray]
    found.forked = [event for event in found.held if event.hash in done.astray]
    found.held = counting
    taken = {(event.party, event.sequence) for event in counting}
    found.displaced = [event for event in stored.values() if (event.party, event.sequence) in taken]
    gone = {event.party: event.sequence for event in sorted(found.displaced, key=lambda one: -one.sequence)}
    # What stands behind a displaced one in its branch goes with it.
    found.displaced = [
        event
        for event in stored.values()
        if event.hash in done.astray and event.sequence >= gone.get(event.party, event.sequence + 1)
    ]


def _forged(event: Event) -> Fault:
    what = _("The signature of event {sequence} of {party} does not fit: the event is forged.")
    return fault_of(event, what, sequence=event.sequence, party=event.party)
