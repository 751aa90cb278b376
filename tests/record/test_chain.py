from __future__ import annotations

import random
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.record.chain import read, verify
from dragoman.record.events import Event
from dragoman.record.order import in_order
from tests.record.events import ORIGINALS, Chain, records, small


def two_parties() -> tuple[Chain, Chain, list[Event]]:
    """North and south; south has seen north's second event."""
    north, south = small(), Chain("south")
    seen = {"north": north.events[1].hash}
    south.described("a1", "порт", seen)
    south.described("a1", "港口", seen)
    stored = [*north.events[:2], *south.events, *north.events[2:]]
    return north, south, stored


def whats(faults: object) -> list[str]:
    assert isinstance(faults, list)
    assert all(fault.message() for fault in faults)
    return [fault.what for fault in faults]


def test_a_whole_record_has_no_fault() -> None:
    assert verify(small().events) == []
    assert verify(two_parties()[2]) == []
    assert verify([]) == []


@given(records())
def test_what_parties_wrote_is_whole(events: list[Event]) -> None:
    assert verify(events) == []
    ordered, waiting, _depths = in_order(events)
    assert not waiting
    assert verify(ordered) == []


@given(records(), st.randoms(use_true_random=False))
def test_the_order_does_not_depend_on_the_arrival(events: list[Event], dice: random.Random) -> None:
    ordered = in_order(events)[0]
    shuffled = [*events, *events[:2]]
    dice.shuffle(shuffled)
    assert in_order(shuffled)[0] == ordered


@settings(max_examples=50)
@given(records(), st.data())
def test_what_lacks_a_predecessor_waits_and_the_rest_keeps_its_order(
    events: list[Event], data: st.DataObject
) -> None:
    kept = [event for event in events if data.draw(st.booleans())]
    ordered, waiting, _depths = in_order(kept)
    assert sorted(event.hash for event in ordered + waiting) == sorted(event.hash for event in kept)
    there: set[str] = set()
    for event in ordered:
        assert event.follows <= there
        there.add(event.hash)
    assert all(not event.follows <= there for event in waiting)


@pytest.mark.parametrize("at", range(5))
def test_a_dropped_event_is_found(at: int) -> None:
    events = small().events
    faults = verify(events[:at] + events[at + 1 :])
    assert whats(faults) == ["The event before event {sequence} of {party} is missing."]
    assert faults[0].sequence == at + 2
    assert faults[0].party == "north"


def test_an_end_that_was_cut_is_found_only_by_a_noted_head() -> None:
    events = small().events
    assert verify(events[:-1]) == []
    assert verify(events, {"north": events[-1].hash}) == []
    faults = verify(events[:-1], {"north": events[-1].hash})
    assert whats(faults) == ["The chain of {party} lacks an event that was noted elsewhere: {event}."]
    assert whats(verify(events, {"south": events[-1].hash})) == whats(faults)


def test_a_head_that_is_missing_is_found() -> None:
    north, south, _ = two_parties()
    faults = verify([north.events[0], *south.events])
    assert whats(faults) == [
        "An event of another party that event {sequence} of {party} names is missing.",
        "An event of another party that event {sequence} of {party} names is missing.",
    ]


@pytest.mark.parametrize("at", range(6))
def test_an_event_that_is_stored_twice_is_found(at: int) -> None:
    events = small().events
    faults = verify([*events, events[at]])
    assert whats(faults) == ["Event {sequence} of {party} is stored twice."]
    assert faults[0].event == events[at].hash


@given(st.permutations(small().events))
def test_events_out_of_order_are_found(events: list[Event]) -> None:
    assert (verify(events) == []) == (events == small().events)


def test_an_event_before_a_head_that_it_names_is_found() -> None:
    north, south, _ = two_parties()
    faults = verify([*south.events, *north.events])
    assert whats(faults) == ["Event {sequence} of {party} stands before one that it follows."] * 2


@pytest.mark.parametrize("at", range(6))
def test_a_fork_is_found(at: int) -> None:
    """Another event in the place of one, with nothing else that could tell."""
    chain, other = small(), Chain()
    other.events = chain.events[:at]
    forked = other.document("b2") if at else other.document("a2")
    faults = verify([*chain.events, forked])
    assert whats(faults) == ["Event {sequence} of {party} is there in two forms: {event} and {other}."]
    assert (faults[0].sequence, faults[0].event) == (at + 1, forked.hash)


@pytest.mark.parametrize("at", range(6))
def test_an_event_that_was_replaced_is_found(at: int) -> None:
    """Whoever writes an event anew, with a fitting hash, breaks the chain behind it."""
    chain, other = small(), Chain()
    other.events = chain.events[:at]
    other.document("b2")
    faults = verify([*other.events, *chain.events[at + 1 :]], {"north": chain.events[-1].hash})
    assert faults


def link(change: Callable[[Chain, Chain], Event]) -> list[str]:
    north, south, stored = two_parties()
    return whats(verify([*stored, change(north, south)]))


def event(party: str, sequence: int, previous: str, heads: dict[str, str]) -> Event:
    body = {"document": "b2", "field": "place", "value": "", "was": ""}
    return Event(party, "", sequence, previous, heads, "2026-11-22T05:40:25Z", "document.described", body)


def test_an_event_behind_another_partys_is_found() -> None:
    assert link(lambda north, south: event("south", 3, north.events[1].hash, {})) == [
        "Event {sequence} of {party} follows event {other} of {other_party}, which is another place."
    ]


def test_an_event_that_leaves_out_a_number_is_found() -> None:
    assert link(lambda north, south: event("south", 4, south.events[1].hash, {})) == [
        "Event {sequence} of {party} follows event {other} of {other_party}, which is another place."
    ]


def test_a_head_that_is_another_partys_is_found() -> None:
    assert link(
        lambda north, south: event("south", 3, south.events[1].hash, {"west": north.events[0].hash})
    ) == ["Event {sequence} of {party} names a head of {other_party} that is another party's event."]


def test_an_unknown_kind_and_a_wrong_body_are_found() -> None:
    chain = small()
    chain.add("document.removed", {"document": "a1"})
    chain.add("alignment.restored", {"document": "a1", "correction": "x"})
    assert whats(verify(chain.events)) == [
        "There is no kind of event {kind!r}; a newer Dragoman may know it.",
        "The field {field!r} does not hold what it must ({type}).",
    ]


def stored(chain: Chain) -> bytes:
    return "".join(event.to_json() + "\n" for event in chain.events).encode()


LAST = small().events[-1].hash


def faults_of(record: bytes, last: str = LAST) -> list[str]:
    """All that is found in a stored record whose last event was noted elsewhere."""
    events, faults = read(record.splitlines(keepends=True))
    return whats([*faults, *verify(events, {"north": last})])


def test_a_stored_record_reads_back() -> None:
    chain = small()
    assert read(stored(chain).splitlines(keepends=True)) == (chain.events, [])
    assert read([event.to_json() for event in chain.events]) == (chain.events, [])
    assert faults_of(stored(chain)) == []


def test_a_byte_altered_anywhere_is_found() -> None:
    chain = small()
    chain.events = chain.events[:2]
    record, last = stored(chain), chain.events[-1].hash
    assert faults_of(record, last) == []
    for at in range(len(record)):
        assert faults_of(record[:at] + bytes([record[at] ^ 1]) + record[at + 1 :], last)


def test_a_record_cut_anywhere_is_found() -> None:
    """At the last line feed nothing is lost."""
    record = stored(small())
    for at in range(0, len(record) - 1, 3):
        assert faults_of(record[:at])
    assert not faults_of(record[:-1])


@settings(max_examples=200)
@given(st.data())
def test_bytes_taken_out_or_put_in_anywhere_are_found(data: st.DataObject) -> None:
    record = stored(small())
    start = data.draw(st.integers(0, len(record)))
    end = data.draw(st.integers(start, min(len(record), start + 20)))
    changed = record[:start] + data.draw(st.binary(max_size=5)) + record[end:]
    assert bool(faults_of(changed)) == (changed.rstrip(b"\n") != record.rstrip(b"\n"))


def test_a_line_that_cannot_be_read_is_named_and_the_others_are_read() -> None:
    lines = stored(small()).splitlines(keepends=True)
    events, faults = read([lines[0], b"\xff\n", b"no event\n", lines[1]])
    assert events == small().events[:2]
    assert [fault.message().partition(" (")[0] for fault in faults] == [
        "Line 2 is not UTF-8.",
        "Line 3 cannot be read: This is not JSON",
    ]
    assert [fault.values["line"] for fault in faults] == [2, 3]


def test_an_original_is_no_head_that_anybody_wrote() -> None:
    assert whats(verify(small().events, {"south": ORIGINALS[0]}))
