from __future__ import annotations

import random
from collections.abc import Iterable, Sequence
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.record.arrivals import Arrivals, Keys, Stock, arrived
from dragoman.record.events import Event
from dragoman.record.fault import Fault
from dragoman.record.parties import MEANINGS
from dragoman.record.sorting import signature_faults, sort_out
from tests.record.trading import Delegation, key_of


class Copy:
    """A copy of the record as a workspace keeps it: events in their places, others beside them."""

    def __init__(self) -> None:
        self.placed: dict[str, Event] = {}
        self.aside: dict[str, Event] = {}
        self.waiting: set[str] = set()
        self.forks: dict[str, int] = {}

    def stock(self) -> Stock:
        keyed: dict[str, list[Event]] = {}
        for event in sorted(self.placed.values(), key=lambda event: event.sequence):
            if event.kind in MEANINGS:
                keyed.setdefault(event.party, []).append(event)
        return Stock(
            {(event.party, event.sequence): event.hash for event in self.placed.values()},
            self.placed,
            sort_out([*self.placed.values(), *self.aside.values()]).depths,
            keyed,
            frozenset(party for party, fork in self.forks.items() if fork),
            self.placed.values,
        )

    def take(self, events: Iterable[Event]) -> list[Fault]:
        """Take events in; nothing, if one of them cannot be."""
        new = [event for event in events if event.hash not in self.placed]
        found, _keys = arrived(self.stock(), [*self.aside.values(), *new])
        if not found.refused:
            self._keep(found)
        return found.refused

    def _keep(self, found: Arrivals) -> None:
        for event in found.displaced:
            del self.placed[event.hash]
        self.placed |= {event.hash: event for event in found.held}
        self.aside = {event.hash: event for event in (*found.waiting, *found.forked, *found.displaced)}
        self.waiting = {event.hash for event in found.waiting}
        self.forks |= found.forks


@st.composite
def talks(draw: st.DrawFn) -> list[Event]:
    """What three parties say, having seen each other now and then; chains fork, keys change."""
    chance = random.Random(draw(st.integers(0, 2**32)))
    parties = [Delegation(name) for name in ("lake", "steppe", "river")]
    forked: set[str] = set()
    for step in range(draw(st.integers(0, 16))):
        one, other = chance.sample(parties, 2)
        match chance.randrange(9):
            case 0 if one.party not in forked:
                one.rotate(f"{one.party} {step}")
            case 1 | 2 if len(one.events) > 1 and one.party not in forked:
                forked.add(one.party)
                stem = chance.choice([event for event in one.events if _same_key(one, event)])
                one.note(f"another {step}", after=stem)
            case 1 | 2 | 3 if one.party in forked:
                one.rotate(f"{one.party} {step}", "key.revoked", by=one.recovery)
            case 4 | 5 | 6:
                one.saw(other)
                one.note(f"seen {step}")
            case _:
                one.note(f"{step}")
    return [event for one in parties for event in one.events]


def _same_key(one: Delegation, event: Event) -> bool:
    """Whether the party's key is the one that was in force behind this event."""
    later = one.events[one.events.index(event) + 1 :]
    return not any(each.kind == "key.rotated" for each in later)


def _deliver(copy: Copy, bundles: Sequence[Sequence[Event]]) -> None:
    """Hand all over; what is refused, as events before it are missing, is handed over again.

    Where each of several lacks what another has, they are handed over as one.
    """
    left = list(bundles)
    while left:
        refused = [one for one in left if copy.take(one)]
        if len(refused) == len(left):
            assert len(left) > 1, [fault.message() for fault in copy.take(left[0])]
            refused = [[*refused[0], *refused[1]], *refused[2:]]
        left = refused


@given(talks(), st.data())
def test_any_bundles_in_any_order_lead_to_the_same(events: list[Event], data: st.DataObject) -> None:
    chance = random.Random(data.draw(st.integers(0, 2**32)))
    count = data.draw(st.integers(1, 5))
    bundles: list[list[Event]] = [[] for _number in range(count)]
    for event in events:
        for one in chance.sample(bundles, chance.randint(1, count)):
            one.append(event)
    copy = Copy()
    chance.shuffle(bundles)
    _deliver(copy, bundles)
    expected = sort_out(events)
    assert not signature_faults(expected)
    assert not copy.waiting
    assert not expected.waiting
    assert {event.hash for event in expected.held} <= copy.placed.keys()
    assert copy.placed.keys() | copy.aside.keys() == {event.hash for event in events}
    assert copy.aside.keys() <= expected.astray.keys()
    assert {party: fork for party, fork in copy.forks.items() if fork} == expected.forks
    places = [(event.party, event.sequence) for event in copy.placed.values()]
    assert len(set(places)) == len(places)


def _said(found: tuple[Arrivals, Keys]) -> str:
    """Why the only refused event is."""
    (fault,) = found[0].refused
    return fault.message()


def test_nothing_new() -> None:
    found, _keys = arrived(Copy().stock(), [])
    assert found == Arrivals()


def test_an_event_waits_and_counts_once_what_it_follows_is_there() -> None:
    lake = Delegation("lake")
    copy = Copy()
    lake.note("a")
    lake.note("b")
    first, second, third = lake.events
    assert copy.take([first]) == []
    assert copy.take([third]) == []
    assert copy.waiting == {third.hash}
    assert copy.take([second]) == []
    assert (copy.waiting, len(copy.placed)) == (set(), 3)


def test_an_event_of_a_chain_of_which_nothing_is_known() -> None:
    lake = Delegation("lake")
    lake.note("a")
    said = _said(arrived(Copy().stock(), lake.events[1:]))
    assert said == f"Events of {lake.party} before number 2 are missing, so its key cannot be examined."


def test_the_key_in_force_signs() -> None:
    lake = Delegation("lake")
    old = lake.key
    lake.rotate("lake 2")
    lake.note("new")
    assert Copy().take(lake.events) == []
    lake.say("party.named", {"names": {"en": "Lake"}}, key=old)
    assert "4 of lake@" in _said(arrived(Copy().stock(), lake.events))
    assert "not signed with the key that is in force" in _said(arrived(Copy().stock(), lake.events))


def test_a_stranger_cannot_write_for_a_party() -> None:
    lake, thief = Delegation("lake"), Delegation("thief")
    lake.note("a")
    forged = Delegation("lake", founded=False)
    forged.events = lake.events[:1]
    forged.note("b")
    again = replace(forged.events[1].signed(thief.key))
    assert "not signed with the key" in _said(arrived(Copy().stock(), [lake.events[0], again]))
    signature = again.signature.replace(thief.key.fingerprint, lake.key.fingerprint)
    again = replace(again, signature=signature)
    assert "the event is forged" in _said(arrived(Copy().stock(), [lake.events[0], again]))


def test_a_stranger_cannot_found_a_party_of_anothers_name() -> None:
    lake = Delegation("lake", founded=False)
    thief = key_of("thief")
    names = {"names": {"en": "Lake"}, "chair": "T", "recovery": ""}
    lake.say("party.founded", {**names, "key": thief.public}, key=thief)
    assert "not signed with the key" in _said(arrived(Copy().stock(), lake.events))


def test_a_stranger_cannot_make_a_chain_fork() -> None:
    lake = Delegation("lake")
    lake.note("a")
    copy = Copy()
    copy.take(lake.events)
    fork = Delegation("lake", founded=False)
    fork.events = lake.events[:1]
    fork.key = key_of("thief")
    fork.note("b")
    assert len(copy.take(fork.events)) == 1
    assert copy.forks == {}


def test_a_fork_and_its_end() -> None:
    """A copy was restored from an old backup, its chair went on; the recovery key says which branch holds."""
    lake = Delegation("lake")
    stem = lake.note("a")
    lost = [lake.note("b"), lake.note("c")]
    kept = [lake.note("B", after=stem)]
    near, far = Copy(), Copy()
    near.take(lake.events[:2] + kept)
    far.take(lake.events[:2] + lost)
    near.take(lost)
    far.take(kept)
    assert near.forks == far.forks == {lake.party: 3}
    assert near.aside.keys() == {one.hash for one in lost}
    assert far.aside.keys() == {kept[0].hash}
    lake.events = [*lake.events[:2], *kept]
    kept.append(lake.rotate("lake 2", "key.revoked", by=lake.recovery))
    kept.append(lake.note("d"))
    near.take(kept)
    far.take(kept)
    assert near.forks == far.forks == {lake.party: 0}
    assert near.placed.keys() == far.placed.keys() == {one.hash for one in lake.events}
    assert near.aside.keys() == far.aside.keys() == {one.hash for one in lost}


def test_an_event_that_says_another_place() -> None:
    lake = Delegation("lake")
    first = lake.events[0]
    fields = lake.note("a").fields() | {"sequence": 5}
    wrong = Event(**fields).signed(lake.key)
    behind = Event(**fields | {"sequence": 6, "previous": wrong.hash}).signed(lake.key)
    found, _keys = arrived(Copy().stock(), [first, wrong, behind])
    assert [fault.message() for fault in found.refused][1] == "The event before it is refused."
    assert "which is another place" in found.refused[0].message()
    assert found.held == [first]


@pytest.mark.parametrize("revoked", [False, True])
def test_a_party_without_a_key_says_nothing(revoked: bool) -> None:
    lake = Delegation("lake")
    if revoked:
        lake.say("key.revoked", {"key": "", "proof": "", "reason": "Stolen."})
    lake.note("a")
    assert bool(Copy().take(lake.events)) is revoked
