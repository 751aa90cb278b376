"""The present state, made from events: the same from the same events, in whatever order they came."""

from __future__ import annotations

from collections.abc import Iterable

from dragoman.marking import _
from dragoman.record.chain import fault_of, in_order, link_fault
from dragoman.record.documents import Documents
from dragoman.record.events import Event
from dragoman.record.fault import Fault


class State:
    """What the record says at present.

    `documents` holds them by identifier. `heads` holds the last event of each party, which the next events
    name. `waiting` are the events that follow one that has not arrived, by hash; they count once it has.
    `refused` says of each event that cannot count why, in order; it has changed nothing.

    Where a party's chain forks, neither branch counts from the fork on, as nothing says which one holds.
    """

    def __init__(self) -> None:
        self._known: dict[str, Event] = {}
        self._clear()

    def _clear(self) -> None:
        self.documents = Documents()
        self.heads: dict[str, Event] = {}
        self.refused: list[Fault] = []
        self.waiting: list[Event] = []
        self._taken: dict[str, Event] = {}
        self._places: set[tuple[str, int]] = set()
        # The events that no other follows: what follows them all comes last in any case.
        self._tips: set[str] = set()
        # Events that have no place in their chain, and those behind them there.
        self._adrift: set[str] = set()

    def apply(self, event: Event) -> Fault | None:
        """Take in one more event, which changes nothing if it is known; a fault says why it cannot count.

        An event that follows all others costs the same however many there are. One that belongs before
        others, or for which others waited, has the state made anew: give many such to `extend` together.
        """
        if event.hash in self._known:
            return None
        self._known[event.hash] = event
        awaited = any(event.hash in waiting.follows for waiting in self.waiting)
        last = event.follows <= self._taken.keys() and event.follows >= self._tips
        if last and not awaited and (event.party, event.sequence) not in self._places:
            return self._take(event, {})
        self._make()
        return next((fault for fault in self.refused if fault.event == event.hash), None)

    def extend(self, events: Iterable[Event]) -> None:
        """Take in many events at once, in whatever order."""
        self._known.update((event.hash, event) for event in events)
        self._make()

    def _make(self) -> None:
        """Make all of it anew from the events that are known."""
        self._clear()
        ordered, self.waiting = in_order(self._known.values())
        forks: dict[str, int] = {}
        places = set()
        for event in ordered:
            place = event.party, event.sequence
            if place in places:
                forks[event.party] = min(event.sequence, forks.get(event.party, event.sequence))
            places.add(place)
        for event in ordered:
            self._take(event, forks)

    def _take(self, event: Event, forks: dict[str, int]) -> Fault | None:
        """Take in the event that is next in order; `forks` maps parties to where their chains fork."""
        fault = self._astray(event, forks)
        self._taken[event.hash] = event
        self._places.add((event.party, event.sequence))
        self._tips = (self._tips - event.follows) | {event.hash}
        if fault:
            self._adrift.add(event.hash)
        else:
            self.heads[event.party] = event
            fault = self.documents.apply(event)
        if fault:
            self.refused.append(fault)
        return fault

    def _astray(self, event: Event, forks: dict[str, int]) -> Fault | None:
        """Why an event has no place in its chain."""
        fork = forks.get(event.party)
        if fork is not None and event.sequence >= fork:
            what = _("The chain of {party} forks at event {fork}, and nothing counts from there on.")
            return fault_of(event, what, party=event.party, fork=fork)
        if event.previous in self._adrift:
            return fault_of(event, _("The event before it has no place in the chain."))
        return link_fault(event, self._taken)


def fold(events: Iterable[Event]) -> State:
    """The state that these events make, in whatever order they are given; one given twice counts once."""
    state = State()
    state.extend(events)
    return state
