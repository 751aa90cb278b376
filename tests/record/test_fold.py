from __future__ import annotations

import random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.record.documents import Documents
from dragoman.record.events import Event
from dragoman.record.fold import State, fold
from dragoman.record.order import in_order
from tests.record.events import METADATA, ORIGINALS, TIME, Chain, judging, records, small


def shown(state: State) -> tuple[object, ...]:
    """All that a state says."""
    heads = {party: event.hash for party, event in state.heads.items()}
    return dict(state.documents), heads, state.refused, [event.hash for event in state.waiting]


def one_by_one(events: list[Event]) -> State:
    state = State()
    for event in events:
        state.apply(event)
    return state


def test_a_document_with_its_versions_and_corrections() -> None:
    chain = small()
    state = fold(chain.events)
    assert not state.refused
    assert not state.waiting
    assert state.heads == {"north": chain.events[-1]}
    document = state.documents["a1"]
    assert (document.id, document.added) == ("a1", TIME)
    assert document.metadata == {**METADATA, "parties": tuple(METADATA["parties"]), "place": "Речной порт"}
    assert {code: version.original for code, version in document.versions.items()} == {
        "ru": ORIGINALS[0],
        "zh": ORIGINALS[1],
    }
    (correction,) = document.corrections
    assert correction.withdrawn
    assert correction.event == chain.events[3].hash
    assert correction.languages == ("ru", "zh")
    assert correction.left.original == ORIGINALS[0]
    assert correction.left.ranges == ((0, 8), (9, 12))
    assert correction.right.words == ("Статья 1", "Да.")
    assert document.history == [event.hash for event in chain.events]


def test_a_later_version_takes_the_place_and_the_earlier_ones_are_kept() -> None:
    chain = Chain()
    chain.document("a1")
    added = [chain.version("a1", "ru", original) for original in ORIGINALS[:3]]
    version = fold(chain.events).documents["a1"].versions["ru"]
    assert (version.original, version.event) == (ORIGINALS[2], added[2].hash)
    assert [it.original for it in version.earlier] == list(ORIGINALS[:2])
    assert not any(it.earlier for it in version.earlier)


def test_a_correction_of_an_earlier_version_is_kept() -> None:
    chain = Chain()
    chain.document("a1")
    for language, original in (("ru", 0), ("zh", 1), ("ru", 2)):
        chain.version("a1", language, ORIGINALS[original])
    chain.corrected("a1", ORIGINALS[0], ORIGINALS[1])
    chain.corrected("a1", ORIGINALS[2], ORIGINALS[1])
    corrections = fold(chain.events).documents["a1"].corrections
    assert [it.left.original for it in corrections] == [ORIGINALS[0], ORIGINALS[2]]


def cannot_apply() -> dict[str, tuple[Chain, str]]:
    """Chains whose last event cannot apply, and what is said of it."""
    found = {}
    chain = small()
    chain.described("b2", "x")
    found["described unknown"] = chain, "There is no document b2."
    chain = small()
    chain.document("a1")
    found["added twice"] = chain, "There is a document a1 already."
    chain = small()
    chain.version("b2", "ru", ORIGINALS[0])
    found["version of unknown"] = chain, "There is no document b2."
    chain = small()
    chain.corrected("a1", ORIGINALS[2], ORIGINALS[1])
    found["unknown original"] = (
        chain,
        f"Document a1 has no version in ru with the original {ORIGINALS[2]}.",
    )
    chain = Chain()
    chain.document("a1")
    chain.version("a1", "ru", ORIGINALS[0])
    chain.corrected("a1", ORIGINALS[0], ORIGINALS[1])
    found["no such language"] = (
        chain,
        f"Document a1 has no version in zh with the original {ORIGINALS[1]}.",
    )
    chain = small()
    chain.restored("a1", ORIGINALS[3])
    found["restored unknown"] = chain, f"There is no correction {ORIGINALS[3]}."
    chain = small()
    chain.restored("a1", chain.events[3].hash)
    found["restored twice"] = chain, f"The correction {chain.events[3].hash} was taken back before."
    chain = small()
    chain.add("document.removed", {"document": "a1"})
    found["unknown kind"] = (
        chain,
        "There is no kind of event 'document.removed'; a newer Dragoman may know it.",
    )
    chain = small()
    chain.add("document.described", {"document": "a1", "field": "date", "value": "soon", "was": ""})
    found["wrong body"] = chain, "The value is not what this field may hold."
    chain = small()
    side = {"original": ORIGINALS[0], "ranges": [], "words": []}
    chain.add(
        "alignment.corrected", {"document": "a1", "languages": ["ru", "zh"], "left": side, "right": side}
    )
    found["empty correction"] = chain, "Both sides are empty."
    return found


@pytest.mark.parametrize("name", cannot_apply())
def test_an_event_that_cannot_apply_is_refused_and_changes_nothing(name: str) -> None:
    chain, why = cannot_apply()[name]
    state = fold(chain.events)
    (refused,) = state.refused
    assert refused.message() == why
    assert (refused.event, refused.party, refused.sequence) == (
        chain.events[-1].hash,
        "north",
        len(chain.events),
    )
    before = fold(chain.events[:-1])
    assert state.documents == before.documents
    assert before.apply(chain.events[-1]) == refused
    assert shown(before) == shown(state)


def test_what_comes_after_a_refused_event_counts() -> None:
    chain = small()
    chain.described("b2", "x")
    chain.described("a1", "Устье")
    state = fold(chain.events)
    assert len(state.refused) == 1
    assert state.documents["a1"].metadata["place"] == "Устье"


@settings(deadline=None)
@given(records(), st.randoms(use_true_random=False))
def test_any_order_of_arrival_gives_the_same_state(events: list[Event], dice: random.Random) -> None:
    expected = shown(fold(events))
    shuffled = [*events, *events[:3]]
    dice.shuffle(shuffled)
    assert shown(fold(shuffled)) == expected
    assert shown(one_by_one(events)) == expected
    assert shown(one_by_one(shuffled)) == expected
    state = fold(shuffled[: len(shuffled) // 2])
    state.extend(shuffled[len(shuffled) // 2 :])
    assert shown(state) == expected


@settings(deadline=None)
@given(records(), st.data())
def test_any_events_at_all_give_the_same_state_in_any_order(events: list[Event], data: st.DataObject) -> None:
    """Some have not arrived, and some chains fork."""
    kept = [event for event in events if data.draw(st.integers(0, 5))]
    forks = [
        Event(**{**event.fields(), "author": "B. Author"})
        for event in kept
        if not data.draw(st.integers(0, 5))
    ]
    arrived = data.draw(st.permutations([*kept, *forks]))
    state = one_by_one(arrived)
    assert shown(state) == shown(fold([*kept, *forks]))
    waiting = {event.hash for event in in_order(arrived)[1]}
    assert {event.hash for event in state.waiting} == waiting
    counted = {name for document in state.documents.values() for name in document.history}
    refused = {fault.event for fault in state.refused}
    assert len(counted) + len(refused) + len(waiting) == len({event.hash for event in arrived})
    again = shown(state)
    for event in arrived:
        assert state.apply(event) is None
    assert shown(state) == again


def test_an_event_waits_for_those_before_it() -> None:
    chain = small()
    state = fold([*chain.events[:1], *chain.events[2:]])
    assert {event.hash for event in state.waiting} == {event.hash for event in chain.events[2:]}
    assert state.documents["a1"].history == [chain.events[0].hash]
    assert state.apply(chain.events[1]) is None
    assert shown(state) == shown(fold(chain.events))


def test_events_of_two_parties_that_had_not_seen_each_other_come_by_their_hashes() -> None:
    north, south = Chain("north"), Chain("south")
    added = north.document("a1")
    first = north.described("a1", "N")
    second = south.described("a1", "S", {"north": added.hash})
    last = max((first, second), key=lambda event: event.hash)
    for arrived in ([added, first, second], [added, second, first]):
        assert one_by_one(arrived).documents["a1"].metadata["place"] == last.body["value"]


def test_from_a_fork_on_nothing_of_the_chain_counts() -> None:
    chain, other = small(), Chain()
    other.events = chain.events[:4]
    other.described("a1", "Other")
    state = fold([*chain.events, *other.events])
    assert {fault.event for fault in state.refused} == {
        event.hash for event in [*chain.events[4:], other.events[4]]
    }
    assert {fault.message() for fault in state.refused} == {
        "The chain of north forks at event 5, and nothing counts from there on."
    }
    assert state.heads == {"north": chain.events[3]}
    assert shown(one_by_one([*chain.events, *other.events])) == shown(state)


def test_other_parties_go_on_when_a_chain_forks() -> None:
    chain, other, south = small(), Chain(), Chain("south")
    other.events = chain.events[:4]
    other.described("a1", "Other")
    last = south.described("a1", "S", {"north": chain.events[-1].hash})
    state = fold([*chain.events, *other.events, *south.events])
    assert state.documents["a1"].history[-1] == last.hash


def wrong_place(chain: Chain, **changes: Any) -> Event:
    fields = {**chain.events[-1].fields(), "sequence": 7, "previous": chain.events[-1].hash, **changes}
    return Event(**fields)


def test_an_event_with_a_wrong_place_and_those_behind_it_are_refused() -> None:
    chain = small()
    astray = wrong_place(chain, sequence=8)
    behind = wrong_place(chain, sequence=9, previous=astray.hash)
    state = fold([*chain.events, astray, behind])
    assert [fault.message() for fault in state.refused] == [
        "Event 8 of north follows event 6 of north, which is another place.",
        "The event before it has no place in the chain.",
    ]
    assert state.heads == {"north": chain.events[-1]}


def test_an_event_whose_head_is_another_partys_is_refused() -> None:
    chain = small()
    astray = wrong_place(chain, heads={"west": chain.events[0].hash})
    assert [fault.event for fault in fold([*chain.events, astray]).refused] == [astray.hash]


def test_the_events_of_one_document_make_that_document() -> None:
    chain = Chain()
    for name in ("a1", "b2"):
        chain.document(name)
        chain.version(name, "ru", ORIGINALS[0])
        chain.described(name, "Порт")
    documents = Documents()
    for event in chain.events:
        if event.body["document"] == "b2":
            assert documents.apply(event) is None
    assert documents == {"b2": fold(chain.events).documents["b2"]}


def test_one_more_event_costs_the_same_however_many_there_are(monkeypatch: pytest.MonkeyPatch) -> None:
    chain = Chain()
    chain.document("a1")
    state = fold(chain.events)
    monkeypatch.setattr(State, "_make", lambda _self: pytest.fail("All was made anew."))
    for number in range(200):
        state.apply(chain.described("a1", str(number)))
    assert state.documents["a1"].metadata["place"] == "199"


def test_the_last_word_on_what_a_text_names_holds() -> None:
    events = judging().events
    place = ("ru", ORIGINALS[0], (12, 21), "disasters")
    first = fold(events[:3]).documents["a1"].judgements[place]
    assert (first.confirmed, first.reason, first.words) == (True, "", "паводками")
    assert (first.party, first.author, first.time) == ("north", "A. Author", TIME)
    second = fold(events[:4]).documents["a1"].judgements[place]
    assert (second.confirmed, second.reason) == (False, "It is the name of a service.")
    state = fold(events)
    assert not state.refused
    assert state.documents["a1"].judgements == {}


def test_a_word_that_no_longer_holds_cannot_be_taken_back() -> None:
    chain = judging()
    replaced = chain.reopened("a1", chain.events[2].hash)
    unknown = chain.judged("a1", ORIGINALS[1])
    assert [fault.message() for fault in fold(chain.events).refused] == [
        f"There is no judgement {chain.events[2].hash} that holds.",
        f"Document a1 has no version in ru with the original {ORIGINALS[1]}.",
    ]
    assert {replaced.hash, unknown.hash} == {fault.event for fault in fold(chain.events).refused}


def deciding() -> Chain:
    """A chain in which a difference between two versions is accepted, dismissed, and opened again."""
    chain = Chain()
    chain.document("a1")
    chain.version("a1", "ru", ORIGINALS[0])
    chain.version("a1", "zh", ORIGINALS[1])
    chain.decided("a1")
    last = chain.decided("a1", "The other text says it in the next sentence.")
    chain.undecided("a1", last.hash)
    return chain


def test_the_last_word_on_a_difference_holds() -> None:
    events = deciding().events
    place = ("number", (("ru", ORIGINALS[0], ((8, 12),)), ("zh", ORIGINALS[1], ())))
    first = fold(events[:4]).documents["a1"].decisions[place]
    assert (first.accepted, first.reason, first.passages["ru"].words) == (True, "", ("1000",))
    assert (first.party, first.author, first.time) == ("north", "A. Author", TIME)
    second = fold(events[:5]).documents["a1"].decisions[place]
    assert (second.accepted, second.reason) == (False, "The other text says it in the next sentence.")
    state = fold(events)
    assert not state.refused
    assert state.documents["a1"].decisions == {}


def test_a_difference_is_decided_of_versions_that_there_are() -> None:
    chain = Chain()
    chain.document("a1")
    chain.version("a1", "ru", ORIGINALS[0])
    chain.decided("a1")
    chain.undecided("a1", ORIGINALS[0])
    assert [fault.message() for fault in fold(chain.events).refused] == [
        f"Document a1 has no version in zh with the original {ORIGINALS[1]}.",
        f"There is no decision {ORIGINALS[0]} that holds.",
    ]
