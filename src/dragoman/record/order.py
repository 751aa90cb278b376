"""The order of events, which depends on the events alone, and the place that each gives itself."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from dragoman.marking import _
from dragoman.record.events import Event
from dragoman.record.fault import Fault, fault_of
from dragoman.record.kinds import KINDS
from dragoman.record.names import is_signed_party


def in_order(events: Iterable[Event]) -> tuple[list[Event], list[Event], dict[str, int]]:
    """The events that have all their predecessors, in order, and those that wait for one, by hash.

    The order is by depth, then by hash. An event's depth is one more than the greatest of those that it
    follows, 1 where it follows none: so it stands behind all of them, and its place depends on what stands
    before it alone, not on how the events came nor on what came later. An event that is given twice counts
    once. The depths of those in order are given too, by hash.
    """
    known = {event.hash: event for event in events}
    lacking = {name: len(event.follows) for name, event in known.items()}
    followers: dict[str, list[str]] = {}
    for name, event in known.items():
        for before in event.follows:
            followers.setdefault(before, []).append(name)
    ready = [name for name, count in lacking.items() if not count]
    depths: dict[str, int] = {}
    while ready:
        name = ready.pop()
        depths[name] = 1 + max((depths[before] for before in known[name].follows), default=0)
        for follower in followers.get(name, ()):
            lacking[follower] -= 1
            if not lacking[follower]:
                ready.append(follower)
    ordered = sorted((known[name] for name in depths), key=lambda event: (depths[event.hash], event.hash))
    waiting = [event for name, event in sorted(known.items()) if name not in depths]
    return ordered, waiting, depths


def link_fault(event: Event, known: Mapping[str, Event]) -> Fault | None:
    """What is wrong with the place that an event gives itself; all that it follows are known."""
    kind = KINDS.get(event.kind)
    if kind is not None and kind.signed != is_signed_party(event.party):
        what = (
            _("Events of the kind {kind!r} stand in the chain of a party that signs.")
            if kind.signed
            else _("The chain of a party that signs has no events of the kind {kind!r}.")
        )
        return fault_of(event, what, kind=event.kind)
    before = known[event.previous] if event.previous else None
    if before and (before.party, before.sequence + 1) != (event.party, event.sequence):
        return fault_of(
            event,
            _("Event {sequence} of {party} follows event {other} of {other_party}, which is another place."),
            sequence=event.sequence,
            party=event.party,
            other=before.sequence,
            other_party=before.party,
        )
    for party, head in event.heads.items():
        if is_signed_party(event.party) and not is_signed_party(party):
            return fault_of(
                event,
                _("Event {sequence} of {party} names a head of {other_party}, which signs nothing."),
                sequence=event.sequence,
                party=event.party,
                other_party=party,
            )
        if known[head].party != party:
            return fault_of(
                event,
                _("Event {sequence} of {party} names a head of {other_party} that is another party's event."),
                sequence=event.sequence,
                party=event.party,
                other_party=party,
            )
    return None
