"""A record as it is stored: reading its lines, and examining whether its chains are whole."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType

from dragoman.errors import RecordError
from dragoman.marking import _
from dragoman.record.events import Event
from dragoman.record.fault import Fault, fault_of
from dragoman.record.kinds import kind_fault
from dragoman.record.order import link_fault
from dragoman.record.sorting import signature_faults, sort_out

_NOTHING: Mapping[str, str] = MappingProxyType({})


def read(lines: Iterable[str | bytes]) -> tuple[list[Event], list[Fault]]:
    """The events of a stored record, a line each, and a fault for every line that is none.

    A line is that of `Event.to_json`, with or without its line feed; bytes are UTF-8.
    """
    events, faults = [], []
    for number, line in enumerate(lines, start=1):
        try:
            text = line.decode() if isinstance(line, bytes) else line
            events.append(Event.from_json(text.removesuffix("\n"), where=str(number)))
        except UnicodeDecodeError:
            faults.append(Fault(_("Line {line} is not UTF-8."), {"line": number}))
        except RecordError as error:
            why = error.what.format(**error.values)
            faults.append(Fault(_("Line {line} cannot be read: {why}"), {"line": number, "why": why}))
    return events, faults


def verify(
    events: Iterable[Event], noted: Mapping[str, str] = _NOTHING, aside: Iterable[Event] = ()
) -> list[Fault]:
    """Everything that is wrong with a record, in its order; nothing for a whole one.

    The events are given in the order in which they are stored, where none stands before one that it follows.
    Found are events that are missing, stored twice or out of order, forks, wrong places, unknown kinds and
    bodies that do not fit their kind; and where nothing of that is, wrong signatures. An altered event is no
    event and was found by `read`.

    A chain that was cut at its end is whole in itself. `noted` maps parties to the hash of an event that was
    noted elsewhere; it is found when that event is missing. `aside` are events that are kept beside the
    record, as their chain forks: others may follow them.
    """
    events = list(events)
    own = {event.hash for event in events}
    seen = {event.hash: event for event in aside if event.hash not in own}
    everything = own | seen.keys()
    places: dict[tuple[str, int], str] = {}
    faults = []
    for event in events:
        if event.hash in seen:
            faults.append(_fault(event, _("Event {sequence} of {party} is stored twice.")))
            continue
        faults += _order_faults(event, seen, everything)
        link = link_fault(event, seen) if event.follows <= seen.keys() else None
        faults += [link] if link else []
        other = places.setdefault((event.party, event.sequence), event.hash)
        if other != event.hash:
            what = _("Event {sequence} of {party} is there in two forms: {event} and {other}.")
            faults.append(_fault(event, what, event=event.hash, other=other))
        unfit = kind_fault(event.kind, event.body)
        if unfit:
            faults.append(fault_of(event, unfit[0], **unfit[1]))
        seen[event.hash] = event
    if not faults:
        # Which key must have signed an event, only a whole chain tells.
        done = sort_out(seen.values())
        faults += [fault for name, fault in done.astray.items() if name in own]
        faults += [fault for fault in signature_faults(done) if fault.event in own]
    for party, head in sorted(noted.items()):
        if head not in seen or seen[head].party != party:
            what = _("The chain of {party} lacks an event that was noted elsewhere: {event}.")
            faults.append(Fault(what, {"party": party, "event": head}, party))
    return faults


def _fault(event: Event, what: str, /, **values: object) -> Fault:
    """A fault whose sentence names the event by number and party."""
    return fault_of(event, what, sequence=event.sequence, party=event.party, **values)


def _order_faults(event: Event, seen: Mapping[str, Event], everything: set[str]) -> list[Fault]:
    """What an event follows that is missing, or stands behind it."""
    faults = []
    if event.previous and event.previous not in everything:
        faults.append(_fault(event, _("The event before event {sequence} of {party} is missing.")))
    if any(head not in everything for head in event.heads.values()):
        faults.append(
            _fault(event, _("An event of another party that event {sequence} of {party} names is missing."))
        )
    if any(before in everything and before not in seen for before in event.follows):
        faults.append(_fault(event, _("Event {sequence} of {party} stands before one that it follows.")))
    return faults
