"""The present state, made from events: the same from the same events, in whatever order they came."""

from __future__ import annotations

from collections.abc import Iterable

from dragoman.record import documents, glossaries, parties
from dragoman.record.documents import Documents
from dragoman.record.events import Event
from dragoman.record.fault import Fault, fault_of
from dragoman.record.glossaries import Glossaries
from dragoman.record.kinds import kind_fault
from dragoman.record.parties import Parties
from dragoman.record.sorting import Sorted, sort_out


class State:
    """What the record says at present.

    `documents`, `parties` and `glossaries` hold them by identifier, `trusted` the parties whose events this
    workspace takes. `heads` holds the last event of each party, which the next events name. `waiting` are
    the events that follow one that has not arrived, by hash; they count once it has. `refused` says of each
    event that cannot count why, in order; it has changed nothing.

    Events that are signed are given with signatures that were examined (`dragoman.record.chain.verify`).
    """

    def __init__(self) -> None:
        self._known: dict[str, Event] = {}
        self._clear(Sorted())

    def _clear(self, found: Sorted) -> None:
        self.documents = Documents()
        self.glossaries = Glossaries()
        self.trusted: set[str] = set()
        self.heads: dict[str, Event] = {}
        self.refused: list[Fault] = []
        self._sorted = found
        # The place of the last event in the order, and of events in their chains.
        self._last = (0, "")
        self._places: set[tuple[str, int]] = set()

    @property
    def waiting(self) -> list[Event]:
        """The events that follow one that has not arrived, by hash."""
        return self._sorted.waiting

    @property
    def parties(self) -> Parties:
        """The parties that sign, by identifier."""
        return self._sorted.parties

    @property
    def forks(self) -> dict[str, int]:
        """Parties whose chain forks, with the number of the first event that does not count."""
        return self._sorted.forks

    def apply(self, event: Event) -> Fault | None:
        """Take in one more event, which changes nothing if it is known; a fault says why it cannot count.

        An event that comes last in the order costs the same however many there are. One that belongs before
        others, or for which others waited, has the state made anew: give many such to `extend` together.
        """
        if event.hash in self._known:
            return None
        self._known[event.hash] = event
        if self._is_next(event):
            found = self._sorted
            depth = 1 + max((found.depths[before] for before in event.follows), default=0)
            found.depths[event.hash] = depth
            self._take(event, found.place(event))
        else:
            self._make()
        return next((fault for fault in reversed(self.refused) if fault.event == event.hash), None)

    def _is_next(self, event: Event) -> bool:
        """Whether it stands behind all others and moves none of them."""
        found = self._sorted
        if found.forks or (event.party, event.sequence) in self._places:
            return False
        # Behind one that is astray, a recovery key may decide anew.
        if event.previous in found.astray:
            return False
        if not event.follows <= found.depths.keys():
            return False
        if any(event.hash in waiting.follows for waiting in found.waiting):
            return False
        depth = 1 + max((found.depths[before] for before in event.follows), default=0)
        return (depth, event.hash) > self._last

    def extend(self, events: Iterable[Event]) -> None:
        """Take in many events at once, in whatever order."""
        self._known.update((event.hash, event) for event in events)
        self._make()

    def _make(self) -> None:
        """Make all of it anew from the events that are known."""
        found = sort_out(self._known.values())
        self._clear(found)
        for event in sorted(found.known.values(), key=lambda one: (found.depths[one.hash], one.hash)):
            self._take(event, found.astray.get(event.hash))

    def _take(self, event: Event, fault: Fault | None) -> None:
        """Take in the event that is next in order; a fault says that it has no place in its chain."""
        self._last = self._sorted.depths[event.hash], event.hash
        self._places.add((event.party, event.sequence))
        if fault is None:
            self.heads[event.party] = event
            fault = self._sorted.refused.get(event.hash) or self._meaning(event)
        if fault is not None:
            self.refused.append(fault)

    def _meaning(self, event: Event) -> Fault | None:
        """Do what the event says; a fault says why it cannot be."""
        if event.kind in documents.MEANINGS:
            return self.documents.apply(event)
        if event.kind in glossaries.MEANINGS:
            return self.glossaries.apply(event)
        unfit = kind_fault(event.kind, event.body)
        if unfit:
            return fault_of(event, unfit[0], **unfit[1])
        if event.kind not in parties.MEANINGS:
            self.trusted.add(str(event.body["party"]))
        return None


def fold(events: Iterable[Event]) -> State:
    """The state that these events make, in whatever order they are given; one given twice counts once."""
    state = State()
    state.extend(events)
    return state
