"""The state that signed events make: the same in any order; what is altered, cut or forked is found."""

from __future__ import annotations

import random
from collections.abc import Sequence
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.errors import RecordError
from dragoman.record.chain import read, verify
from dragoman.record.events import Event
from dragoman.record.fold import State, fold
from dragoman.record.glossaries import Glossaries
from dragoman.record.order import in_order
from dragoman.record.sorting import signature_faults, sort_out
from dragoman.record.subjects import of_entry, of_glossary, of_party, of_round, subject_of
from tests.record.events import Chain
from tests.record.signing import ENTRY, GLOSSARY, ROUND, Negotiator, Talk, content, dumped, talks

SEEDS = st.integers(0, 2**32)


def stirred(talk: Talk, chance: random.Random) -> list[Event]:
    """The events of a talk, of which some have not arrived, and whose chains fork here and there."""
    events = talk.events
    for side in chance.sample(talk.sides, chance.randint(0, 2)):
        branch = Negotiator(side.party.partition("@")[0], founded=False)
        branch.events = side.events[: chance.randint(1, len(side.events))]
        states = fold(branch.events).parties
        held = {one.public: one for one in (side.key, branch.key)}
        key = states[side.party].key
        shared = len(branch.events)
        if key in held:
            branch.key = held[key]
            for number in range(chance.randint(1, 3)):
                branch.define(f"Of another branch {number}.")
        if chance.random() < 0.4:
            (branch if chance.random() < 0.5 else side).rotate(
                f"{side.party} back", "key.revoked", by=side.recovery
            )
            branch.define("Behind the recovery.")
        events = [*events, *branch.events[shared:], *side.events]
    events = list({event.hash: event for event in events}.values())
    if chance.random() < 0.5:
        events = [event for event in events if chance.random() < 0.9]
    return events


def grouped(events: Sequence[Event], chance: random.Random) -> State:
    """The state of events that arrive in groups, some of them twice, or one by one."""
    state = State()
    left = list(events)
    while left:
        size = chance.choice((1, 1, 2, 5, len(left)))
        some, left = left[:size], left[size:]
        if chance.random() < 0.5:
            state.extend([*some, *events[:2]])
        else:
            for event in some:
                state.apply(event)
                assert state.apply(event) is None
    return state


@settings(deadline=None, max_examples=100)
@given(talks(), SEEDS)
def test_any_order_and_grouping_of_arrival_gives_the_same_state(talk: Talk, seed: int) -> None:
    chance = random.Random(seed)
    events = stirred(talk, chance)
    expected = dumped(fold(events))
    assert dumped(grouped(events, chance)) == expected
    shuffled = events[:]
    chance.shuffle(shuffled)
    assert dumped(fold(shuffled)) == expected
    assert dumped(grouped(shuffled, chance)) == expected


@settings(deadline=None, max_examples=40)
@given(talks(), SEEDS)
def test_every_event_counts_waits_or_is_refused_with_a_reason(talk: Talk, seed: int) -> None:
    events = stirred(talk, random.Random(seed))
    state = fold(events)
    waiting = {event.hash for event in state.waiting}
    refused = {fault.event: fault.message() for fault in state.refused}
    assert waiting == {event.hash for event in in_order(events)[1]}
    assert len(refused) == len(state.refused)
    assert all(refused.values())
    assert not waiting & refused.keys()
    counted = [
        name
        for glossary in state.glossaries.values()
        for history in (
            *(one.history for one in glossary.entries.values()),
            *(one.history for one in glossary.rounds.values()),
        )
        for name in history
    ]
    assert len(set(counted)) == len(counted)
    assert not set(counted) & (waiting | refused.keys())
    of_entries = {event.hash for event in events if subject_of(event).startswith(("entry/", "round/"))}
    assert of_entries == set(counted) | ((waiting | refused.keys()) & of_entries)


@settings(deadline=None, max_examples=40)
@given(talks(), SEEDS)
def test_nothing_is_refused_without_changing_what_a_later_copy_shows(talk: Talk, seed: int) -> None:
    """An event that is refused changes nothing: without it, and what follows it, the state is the same."""
    chance = random.Random(seed)
    events = talk.events
    state = fold(events)
    followed = {name for event in events for name in event.follows}
    last = [fault.event for fault in state.refused if fault.event not in followed]
    if last:
        gone = chance.choice(last)
        without = dumped(fold(event for event in events if event.hash != gone))
        before = dumped(state)
        for name in ("parties", "glossaries", "order", "rounds", "documents"):
            assert without[name] == before[name]


@settings(deadline=None, max_examples=40)
@given(talks())
def test_the_events_of_a_subject_make_it(talk: Talk) -> None:
    """An entry, a round: from its own events and its glossary's, without all others."""
    state = fold(talk.events)
    glossary = state.glossaries.get(GLOSSARY)
    if glossary is None:
        return
    done = sort_out(talk.events)
    for name, entry in glossary.entries.items():
        alone = Glossaries()
        for event in done.held:
            if subject_of(event) in (of_glossary(GLOSSARY), of_entry(GLOSSARY, name)):
                alone.apply(event)
        assert alone[GLOSSARY].entries == {name: entry}
        assert alone[GLOSSARY].parties == glossary.parties
    for name, one in glossary.rounds.items():
        alone = Glossaries()
        for event in done.held:
            if subject_of(event) in (of_glossary(GLOSSARY), of_round(GLOSSARY, name)):
                alone.apply(event)
        assert alone[GLOSSARY].rounds == {name: one}


def test_subjects() -> None:
    side, chain = Negotiator("lake"), Chain()
    assert subject_of(chain.document("a1")) == ""
    assert subject_of(side.events[0]) == of_party(side.party) == f"party/{side.party}"
    assert subject_of(side.found()) == f"glossary/{GLOSSARY}"
    assert subject_of(side.define()) == f"entry/{GLOSSARY}/{ENTRY}"
    assert subject_of(side.open()) == subject_of(side.put()) == f"round/{GLOSSARY}/{ROUND}"


# What is found


def spoken() -> list[Event]:
    """A talk of three parties, and what a workspace notes, in an order in which it could be stored."""
    chain = Chain()
    chain.document("a1")
    every = (Talk(random.Random(seed), 3, 20) for seed in range(100))
    events = next(talk.events for talk in every if verify(in_order(talk.events)[0]) == [])
    return in_order([*events, *chain.events])[0]


STORED = spoken()
HEADS = {event.party: event.hash for event in STORED}
LINES = [f"{event.to_json()}\n".encode() for event in STORED]


def found(lines: Sequence[bytes]) -> int:
    """How many faults are found of which the heads were noted elsewhere."""
    events, unreadable = read(lines)
    return len(unreadable) + len(verify(events, HEADS))


def test_the_talk_is_whole() -> None:
    assert found(LINES) == 0
    assert len(STORED) > 25
    done = sort_out(STORED)
    assert (done.astray, signature_faults(done)) == ({}, [])


@settings(deadline=None, max_examples=60)
@given(st.data())
def test_a_byte_altered_in_any_line_is_found(data: st.DataObject) -> None:
    number = data.draw(st.integers(0, len(LINES) - 1))
    line = LINES[number]
    at = data.draw(st.integers(0, len(line) - 2))
    byte = data.draw(st.integers(0, 255).filter(lambda byte: byte != line[at]))
    changed = line[:at] + bytes([byte]) + line[at + 1 :]
    assert found([*LINES[:number], changed, *LINES[number + 1 :]])


def test_every_digit_of_a_signature_is_found() -> None:
    """The hash does not cover the signature: the key does."""
    event = STORED[-1]
    line = event.to_json()
    start = line.index(event.signature)
    for at in range(start, start + len(event.signature), 7):
        if line[at] != ":":
            changed = line[:at] + ("0" if line[at] != "0" else "1") + line[at + 1 :]
            assert found([*LINES[:-1], changed.encode()])
    (without,) = [line.replace(f',"signature":"{event.signature}"', "")]
    assert without != line
    assert found([*LINES[:-1], without.encode()])


@pytest.mark.parametrize("signature", ["null", '""', "0", "[]", "false", '"0"'])
def test_a_signature_is_written_in_one_way(signature: str) -> None:
    line = STORED[-1].to_json().replace(f'"{STORED[-1].signature}"', signature)
    with pytest.raises(RecordError):
        Event.from_json(line)


@pytest.mark.parametrize("party", sorted(HEADS))
def test_a_chain_cut_anywhere_is_found(party: str) -> None:
    """By the noted head, or by what others have seen of it."""
    own = [event for event in STORED if event.party == party]
    for event in own:
        kept = [other for other in STORED if other.party != party or other.sequence < event.sequence]
        faults = verify(kept, HEADS)
        assert faults
        assert party in {fault.party for fault in faults} | {
            str(fault.values.get("party")) for fault in faults
        }


@settings(deadline=None, max_examples=60)
@given(st.data())
def test_a_line_dropped_doubled_or_swapped_is_found(data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(LINES) - 1))
    other = data.draw(st.integers(0, len(LINES) - 1))
    assert found(LINES[:at] + LINES[at + 1 :])
    assert found([*LINES[: at + 1], *LINES[at:]])
    first, second = sorted((at, other))
    swapped = LINES[:]
    swapped[first], swapped[second] = LINES[second], LINES[first]
    placed = [Event.from_json(line.decode()[:-1]) for line in swapped]
    seen: set[str] = set()
    stands = True
    for event in placed:
        stands = stands and event.follows <= seen
        seen.add(event.hash)
    assert (found(swapped) == 0) == stands


@settings(deadline=None, max_examples=30)
@given(st.data())
def test_any_fork_is_found(data: st.DataObject) -> None:
    """A second event in the place of one, rightly signed: with the chain, or in the place of its end."""
    party = data.draw(st.sampled_from(sorted(party for party in HEADS if "@" in party)))
    own = [event for event in STORED if event.party == party]
    event = data.draw(st.sampled_from(own))
    before = [other for other in own if other.sequence < event.sequence]
    name = party.partition("@")[0]
    side = Negotiator(name, founded=False)
    key = fold(STORED).parties[party].keys[0].key
    assert side.key.public == key
    other = Event(**{**event.fields(), "author": "B. Author"}).signed(side.key)
    assert other.hash != event.hash
    assert found([*LINES, f"{other.to_json()}\n".encode()])
    instead = [one for one in STORED if one.party != party or one in before]
    assert verify([*instead, other], HEADS)


# Clocks


def talked(times: Sequence[str]) -> tuple[State, dict[str, str]]:
    """The state after a talk in which everybody has heard all, and the places of its events."""
    one, other = Negotiator("lake"), Negotiator("steppe")
    said: list[Event] = []
    clock = iter(times)

    def turn(side: Negotiator) -> Negotiator:
        rival = other if side is one else one
        side.saw(rival)
        side.time = next(clock)
        return side

    turn(one).found(other)
    name = one.propose(content("equivalent", [one.party, other.party]))
    turn(other).refuse(name, "Not yet.")
    turn(one).define("First.")
    turn(one).define("Second.")
    turn(other).accept(name)
    turn(one).take_back(name)
    turn(one).accept(name)
    turn(other).open(one)
    turn(one).put()
    said = in_order([*one.events, *other.events])[0]
    return fold(said), {event.hash: f"#{event.sequence} of {event.party}" for event in said}


def timeless(value: Any, names: dict[str, str]) -> Any:
    """What a state says, without times, and with events named by their places."""
    text = repr(value)
    for name, place in names.items():
        text = text.replace(name, place)
    return text


def test_a_clock_that_is_set_back_changes_nothing_but_the_times_that_are_shown() -> None:
    same = ["2026-11-22T05:40:25Z"] * 20
    falling = [f"2026-11-{30 - day:02}T00:00:00Z" for day in range(20)]
    wild = [f"{1990 + (day * 7) % 40}-01-01T00:00:00Z" for day in range(20)]
    states = []
    for times in (same, falling, wild):
        state, names = talked(times)
        assert state.refused == []
        text = timeless((dict(state.glossaries), {k: v.keys for k, v in state.parties.items()}), names)
        for stamp in set(times):
            text = text.replace(stamp, "then")
        states.append(text.replace("2026-11-22T05:40:25Z", "then"))
        definitions = state.glossaries[GLOSSARY].entries[ENTRY].definitions
        assert [[one.text for one in given] for given in definitions.values()] == [["First.", "Second."]]
    assert states[0] == states[1] == states[2]
