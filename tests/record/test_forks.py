"""Chains that fork: nothing counts from there on, until the recovery key says which branch holds."""

from __future__ import annotations

import pytest

from dragoman.record.chain import verify
from dragoman.record.events import Event
from dragoman.record.fold import fold
from tests.record.signing import Negotiator, counted, in_any_order
from tests.record.trading import key_of


def forked() -> tuple[Negotiator, Negotiator, list[Event]]:
    """Two branches of a chain behind three events that they share; each has two of its own."""
    one = Negotiator("lake")
    one.found()
    one.define("Shared.")
    other = Negotiator("lake", founded=False)
    other.events = one.events[:]
    for branch, name in ((one, "One"), (other, "Other")):
        branch.define(f"{name} 1.")
        branch.define(f"{name} 2.")
    return one, other, [*one.events, *other.events[3:]]


def revoke(side: Negotiator, name: str = "") -> Event:
    """Take the key out of force with the recovery key; a name makes another."""
    if name:
        return side.rotate(name, "key.revoked", by=side.recovery)
    return side.say("key.revoked", {"key": "", "proof": "", "reason": "Stolen."}, key=side.recovery)


def test_nothing_counts_from_a_fork_on() -> None:
    one, other, events = forked()
    state = in_any_order(events)
    assert state.forks == {one.party: 4}
    assert counted(state) == {one.events[2].hash}
    assert state.heads[one.party] == one.events[2]
    assert [fault.event for fault in verify(events)]
    what = f"The chain of {one.party} forks at event 4, and nothing counts from there on."
    assert {fault.event: fault.message() for fault in state.refused} == {
        event.hash: what for event in (*one.events[3:], *other.events[3:])
    }


def test_a_fork_that_arrives_later_changes_the_state_and_says_so() -> None:
    one, other, _events = forked()
    state = fold(one.events)
    assert state.refused == []
    assert state.parties[one.party].id
    fault = state.apply(other.events[3])
    assert fault is not None
    assert "forks at event 4" in fault.message()
    assert {fault.event for fault in state.refused} == {
        other.events[3].hash, *(event.hash for event in one.events[3:])
    }  # fmt: skip
    assert counted(state) == {one.events[2].hash}


def test_a_fork_at_the_last_event_of_all() -> None:
    """Two events of which each would be the last in the order, if the other had not come."""
    side = Negotiator("lake")
    side.found()
    stem = side.events[:]
    rivals = [side.define("One."), side.note("Other.", after=stem[-1])]
    for behind in (rivals, rivals[::-1]):
        state = in_any_order([*stem, *behind])
        assert state.forks == {side.party: 3}
        assert counted(state) == set()


def test_the_key_in_force_ends_no_fork() -> None:
    one, _other, events = forked()
    events.append(one.say("key.revoked", {"key": "", "proof": "", "reason": "Stolen."}))
    assert in_any_order(events).forks == {one.party: 4}


@pytest.mark.parametrize("later", [0, 1, 3])
def test_the_branch_of_the_recovery_key_holds(later: int) -> None:
    """Wherever in the branch it signs: at once, at its end, or when the other has gone on for long."""
    one, other, events = forked()
    if later == 0:
        other.events = other.events[:3]
    mine = [revoke(other, "lake 2"), other.define("New.")]
    for number in range(later):
        one.define(f"One {number}, later.")
    state = in_any_order([*one.events, *other.events[3:]])
    assert state.forks == {}
    assert counted(state) == {event.hash for event in other.events if event.kind == "definition.given"}
    assert state.heads[one.party] == mine[1]
    assert state.parties[one.party].key == key_of("lake 2").public
    refused = [fault.message() for fault in state.refused]
    assert refused[0] == f"Another branch of the chain of {one.party} holds, as its recovery key says."
    assert {fault.event for fault in state.refused} == {event.hash for event in one.events[3:]}
    assert len(events) == 7


def test_where_both_branches_are_recovered_none_holds() -> None:
    one, other, _events = forked()
    revoke(one)
    revoke(other, "lake 2")
    other.define("New.")
    state = in_any_order([*one.events, *other.events[3:]])
    assert state.forks == {one.party: 4}
    assert state.parties[one.party].key == key_of("lake").public
    assert counted(state) == {one.events[2].hash}


def test_a_branch_that_is_recovered_late_is_found_in_any_order() -> None:
    """The second recovery stands behind events that had no place any more."""
    one, other, _events = forked()
    revoke(one)
    for number in range(4):
        other.define(f"Longer {number}.")
    revoke(other)
    state = in_any_order([*one.events, *other.events[3:]])
    assert state.forks == {one.party: 4}


def test_a_fork_within_a_branch_that_holds() -> None:
    one, other, _events = forked()
    third = Negotiator("lake", founded=False)
    third.events = other.events[:4]
    third.define("Third.")
    revoke(third, "lake 2")
    last = third.define("New.")
    state = in_any_order([*one.events, *other.events[3:], *third.events[4:]])
    assert state.forks == {}
    assert state.heads[one.party] == last
    assert {fault.event for fault in state.refused} == {
        one.events[3].hash, one.events[4].hash, other.events[4].hash
    }  # fmt: skip


def test_who_stole_the_first_key_cannot_put_a_recovery_key_of_his_own_in_the_place() -> None:
    """A second founding is a fork at the first event: of its branches the thief's own key recovers none."""
    side = Negotiator("lake")
    side.found()
    kept = side.define()
    revoke(side, "lake 2")
    last = side.define("New.")
    for number in range(8):  # whatever its hash is
        thief = Negotiator("lake", founded=False)
        body = {**side.events[0].body, "recovery": key_of(f"thief {number}").public}
        thief.say("party.founded", body)
        thief.recovery = key_of(f"thief {number}")
        state = in_any_order([*side.events, *thief.events])
        assert state.forks == {}
        assert counted(state) == {kept.hash, last.hash}
        revoke(thief, "thief's")
        state = in_any_order([*side.events, *thief.events])
        assert state.forks == {side.party: 1}
        assert counted(state) == set()


def test_other_parties_go_on_where_a_chain_forks() -> None:
    one, other, _events = forked()
    steppe = Negotiator("steppe")
    steppe.saw(one)
    steppe.found(name="wells")
    state = in_any_order([*one.events, *other.events[3:], *steppe.events])
    assert "wells" in state.glossaries
    assert state.heads[steppe.party] == steppe.events[-1]
