"""Parties that sign: whose an event is, which key is in force, and what holds where a chain forks."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from dragoman.record.arrivals import Stock, arrived
from dragoman.record.chain import verify
from dragoman.record.events import Event
from dragoman.record.fold import fold
from dragoman.record.keys import SecretKey
from dragoman.record.parties import proof
from tests.record.events import METADATA, ORIGINALS, TIME, Chain
from tests.record.signing import DEFINITION, GLOSSARY, Negotiator, counted, in_any_order
from tests.record.trading import key_of


def lake(*, glossary: bool = True) -> Negotiator:
    """A party with a glossary of its own, so that what it says can count."""
    side = Negotiator("lake")
    if glossary:
        side.found()
    return side


def said(side: Negotiator) -> list[str]:
    """Why something of what a party said cannot count."""
    return [fault.message() for fault in fold(side.events).refused]


# Whose an event is


def test_a_party_as_it_founds_itself() -> None:
    side = lake(glossary=False)
    state = fold(side.events)
    party = state.parties[side.party]
    assert (party.id, party.founded, party.recovery) == (side.party, side.time, side.recovery.public)
    assert (dict(party.names), party.key, party.chair) == ({"en": "Lake"}, side.key.public, "A")
    assert state.refused == []
    assert verify(side.events) == []


def founding(name: str, signer: SecretKey, key: SecretKey | None = None) -> Event:
    """The first event of a party of this name, signed with a key; it may speak of another one."""
    said: dict[str, Any] = {"names": {"en": "Lake"}, "key": (key or signer).public}
    body = {**said, "chair": "", "recovery": ""}
    event = Event(name, "", 1, "", {}, TIME, "party.founded", body)
    return event.signed(signer)


def test_nobody_founds_a_party_under_anothers_name() -> None:
    """The name holds the fingerprint of the founding key: with another key there is none of that name."""
    true, thief = key_of("lake"), key_of("thief")
    name = f"lake@{true.fingerprint}"
    forged = [
        founding(name, thief),
        founding(name, thief, true),
        replace(founding(name, true), signature=thief.sign("dragoman event\n")),
        replace(founding(name, true), signature=""),
    ]
    for event in forged:
        assert fold([event]).parties == {}
        assert [fault.event for fault in verify([event])] == [event.hash]
    taken = founding(name, thief, true)
    claimed = replace(taken, signature=taken.signature.replace(thief.fingerprint, true.fingerprint))
    assert [fault.event for fault in verify([claimed])] == [claimed.hash]
    assert fold([founding(name, true)]).parties.keys() == {name}


def test_a_chain_begins_with_its_founding() -> None:
    side = Negotiator("lake", founded=False)
    side.found()
    assert said(side) == [f"The chain of {side.party} does not begin with its founding."]
    assert verify(side.events)


def test_a_party_is_founded_once() -> None:
    side = lake()
    side.say("party.founded", dict(side.events[0].body))
    assert said(side) == ["The party was founded before."]


def test_its_names() -> None:
    side = lake()
    side.say("party.named", {"names": {"en": "The Lake", "ru": "Озеро"}})
    assert fold(side.events).parties[side.party].names == {"en": "The Lake", "ru": "Озеро"}


def unsigned(side: Negotiator) -> None:
    side.events[-1] = replace(side.events[-1], signature="")


def by_a_stranger(side: Negotiator) -> None:
    side.events[-1] = side.events[-1].signed(key_of("stranger"))


def by_a_former_key(side: Negotiator) -> None:
    old = side.key
    last = side.events.pop()
    side.rotate("lake 2")
    side.say(last.kind, last.body, key=old)


def by_the_recovery_key(side: Negotiator) -> None:
    side.events[-1] = side.events[-1].signed(side.recovery)


def by_the_key_to_come(side: Negotiator) -> None:
    side.events[-1] = side.events[-1].signed(key_of("lake 2"))
    side.rotate("lake 2", by=side.key)


def without_a_key(side: Negotiator) -> None:
    last = side.events.pop()
    side.say("key.revoked", {"key": "", "proof": "", "reason": "Stolen."})
    side.say(last.kind, last.body)


@pytest.mark.parametrize(
    "wrong",
    [unsigned, by_a_stranger, by_a_former_key, by_the_recovery_key, by_the_key_to_come, without_a_key],
    ids=lambda wrong: wrong.__name__,
)
def test_every_event_is_signed_with_the_key_in_force(wrong: Callable[[Negotiator], None]) -> None:
    side = lake()
    kept = side.define("First.")
    lost = side.define("Second.")
    body = lost.body
    wrong(side)
    state = in_any_order(side.events)
    assert counted(state) == {kept.hash}
    (astray,) = [event for event in side.events if event.body == body]
    faults = {fault.event: fault.message() for fault in state.refused}
    what = f"Event {astray.sequence} of {side.party} is not signed with the key that is in force there."
    assert faults[astray.hash] == what
    assert astray.hash in {fault.event for fault in verify(side.events)}


def test_a_signature_that_claims_to_be_of_the_key_is_found() -> None:
    side = lake()
    forged = side.define().signed(key_of("stranger"))
    signature = forged.signature.replace(key_of("stranger").fingerprint, side.key.fingerprint)
    side.events[-1] = replace(forged, signature=signature)
    (fault,) = verify(side.events)
    assert fault.message() == f"The signature of event 3 of {side.party} does not fit: the event is forged."


def test_a_signature_of_another_event_is_none() -> None:
    side = lake()
    first, second = side.define("First."), side.define("Second.")
    side.events[-1] = replace(second, signature=first.signature)
    assert [fault.event for fault in verify(side.events)] == [second.hash]


def test_who_is_no_party_of_the_chain_makes_it_not_fork() -> None:
    """An event of somebody else in a party's place is refused, and the party's own count."""
    side, river = lake(), Negotiator("river")
    kept = side.define("First.")
    last = side.define("Second.")
    other = Negotiator("lake", founded=False)
    other.events, other.key = side.events[:-1], key_of("stranger")
    forged = [other.define("Forged."), replace(other.events[-1], signature="")]
    # River signs for itself in the name of lake, behind an event of its own.
    fields = {**last.fields(), "previous": river.head, "sequence": 2}
    forged += [Event(**{**fields, "author": name}).signed(river.key) for name in "AB"]
    forged.append(Event(**{**last.fields(), "author": "A"}).signed(river.recovery))
    forged.append(Event(**{**fields, "kind": "key.revoked", "body": {"key": "", "proof": "", "reason": "a"}}))
    forged[-1] = forged[-1].signed(river.recovery)
    for event in forged:
        state = in_any_order([*side.events, *river.events, event])
        assert state.forks == {}
        assert [fault.event for fault in state.refused] == [event.hash]
        assert counted(state) == {kept.hash, last.hash}
    state = fold([*side.events, *river.events, *forged])
    assert state.forks == {}
    assert counted(state) == {kept.hash, last.hash}


# Keys


def test_a_rotated_key() -> None:
    side = lake()
    old, first = side.key, side.define("First.")
    rotation = side.rotate("lake 2")
    second = side.define("Second.")
    state = in_any_order(side.events)
    assert counted(state) == {first.hash, second.hash}
    keys = state.parties[side.party].keys
    assert [(key.key, key.until) for key in keys] == [(old.public, rotation.hash), (side.key.public, "")]
    assert keys[1].since == rotation.hash
    assert keys[0].reason == "Lost."
    assert verify(side.events) == []


@pytest.mark.parametrize("kind", ["key.rotated", "key.revoked", "chair.succeeded"])
def test_another_key_needs_a_proof_by_it(kind: str) -> None:
    side, thief, new = lake(), key_of("thief"), key_of("lake 2")
    more = {"chair": "B"} if kind == "chair.succeeded" else {}
    proofs = [
        proof(side.party, thief),
        proof(f"steppe@{'1' * 32}", new),
        new.sign("whatever"),
        proof(side.party, thief).replace(thief.fingerprint, new.fingerprint),
    ]
    for wrong in proofs:
        side.say(kind, {"key": new.public, "proof": wrong, "reason": "a", **more})
    assert said(side) == ["The proof is not signed with the new key."] * len(proofs)
    side.say(kind, {"key": new.public, "proof": "", "reason": "a", **more})
    assert said(side)[-1] == "A new key needs its proof, no key none."
    assert fold(side.events).parties[side.party].key == side.key.public
    last = side.define()
    assert counted(fold(side.events)) == {last.hash}


def test_a_key_does_not_come_back() -> None:
    side = lake()
    first = side.key
    side.rotate("lake 2")
    second = side.key
    for back in (first, second, side.recovery):
        body = {"key": back.public, "proof": proof(side.party, back), "reason": ""}
        side.say("key.rotated", body)
    assert said(side) == ["The party has or had this key already."] * 3
    assert fold(side.events).parties[side.party].key == second.public


def test_a_revoked_key_ends_the_chain_until_it_is_recovered() -> None:
    side = lake()
    first = side.define("First.")
    side.say("key.revoked", {"key": "", "proof": "", "reason": "Stolen."})
    assert fold(side.events).parties[side.party].key == ""
    # The recovery key itself says nothing of entries, and names no other key but in the ways that it may.
    for kind, body in (
        ("note.given", {"glossary": GLOSSARY, "entry": "water", "language": "en", "text": "N"}),
        ("party.named", {"names": {"en": "L"}}),
        ("key.rotated", {"key": key_of("b").public, "proof": proof(side.party, key_of("b")), "reason": ""}),
        ("glossary.extended", {"glossary": GLOSSARY, "parties": [], "languages": ["fr"]}),
    ):
        tried = [*side.events, side.say(kind, body, key=side.recovery)]
        side.events.pop()
        assert [fault.event for fault in fold(tried).refused] == [tried[-1].hash]
    body = {"key": key_of("lake 2").public, "proof": proof(side.party, key_of("lake 2")), "reason": "Back."}
    side.say("key.revoked", body, key=side.recovery)
    side.key = key_of("lake 2")
    last = side.define("Second.")
    state = in_any_order(side.events)
    assert state.refused == []
    assert counted(state) == {first.hash, last.hash}
    assert state.parties[side.party].keys[0].reason == "Stolen."
    assert verify(side.events) == []


@pytest.mark.parametrize("recovering", [False, True])
def test_another_chair(recovering: bool) -> None:
    side, new = lake(), key_of("the next chair")
    old = side.key
    body = {"chair": "B. Chair", "key": new.public, "proof": proof(side.party, new), "reason": "Elected."}
    side.say("chair.succeeded", body, key=side.recovery if recovering else None)
    side.key = new
    last = side.define()
    state = in_any_order(side.events)
    party = state.parties[side.party]
    assert (party.chair, party.key, counted(state)) == ("B. Chair", new.public, {last.hash})
    assert [key.chair for key in party.keys] == ["A", "B. Chair"]
    side.rotate("lake 3")
    assert fold(side.events).parties[side.party].chair == "B. Chair"
    side.say("party.named", {"names": {"en": "L"}}, key=old)
    assert len(said(side)) == 1


# Chains of their own sort


def test_a_chain_that_nobody_signs_has_no_events_of_parties_that_sign() -> None:
    chain = Chain()
    chain.document("a1")
    chain.add("note.given", {"glossary": GLOSSARY, "entry": "water", "language": "en", "text": "N"})
    chain.described("a1", "x")
    state = fold(chain.events)
    assert [fault.message() for fault in state.refused] == [
        "Events of the kind 'note.given' stand in the chain of a party that signs.",
        "The event before it has no place in the chain.",
    ]
    assert verify(chain.events)


@pytest.mark.parametrize(
    ("kind", "body"),
    [
        ("document.added", {"document": "a1", **METADATA}),
        ("alignment.restored", {"document": "a1", "correction": ORIGINALS[0]}),
        ("party.trusted", {"party": f"lake@{'1' * 32}", "reason": ""}),
    ],
)
def test_a_chain_that_is_signed_has_no_events_of_a_workspace(kind: str, body: dict[str, Any]) -> None:
    side = lake()
    side.say(kind, body)
    state = fold(side.events)
    assert [fault.message() for fault in state.refused] == [
        f"The chain of a party that signs has no events of the kind {kind!r}."
    ]
    assert (dict(state.documents), state.trusted) == ({}, set())
    assert verify(side.events)


def test_a_workspaces_own_chain_has_no_signature() -> None:
    chain = Chain()
    chain.document("a1")
    chain.events[0] = chain.events[0].signed(key_of("north"))
    state = fold(chain.events)
    assert [fault.message() for fault in state.refused] == ["A chain that nobody signs has a signature."]
    assert verify(chain.events)


def test_the_heads_of_a_signed_chain_are_of_signed_chains() -> None:
    """What a workspace notes for itself never leaves it, so nobody could ever check such a head."""
    side, chain = lake(), Chain("north")
    side.seen = {"north": chain.document("a1").hash}
    last = side.define()
    state = fold([*chain.events, *side.events])
    assert [fault.message() for fault in state.refused] == [
        f"Event 3 of {side.party} names a head of north, which signs nothing."
    ]
    assert counted(state) == set()
    assert [fault.event for fault in verify([*chain.events, *side.events])] == [last.hash]


@pytest.mark.parametrize(
    ("kind", "body"),
    [
        ("entry.painted", {}),
        ("entry.painted", {"glossary": GLOSSARY}),
        ("party.named", {"names": {}}),
        ("party.named", {}),
        ("key.rotated", {"key": 1, "proof": None, "reason": []}),
        ("note.given", {"glossary": "a/b", "entry": "", "language": "en", "text": ""}),
        ("definition.given", {"text": DEFINITION}),
    ],
)
def test_what_is_unknown_or_unfit_changes_nothing_and_the_chain_goes_on(
    kind: str, body: dict[str, Any]
) -> None:
    side = lake()
    wrong = side.say(kind, body)
    last = side.define()
    state = in_any_order(side.events)
    assert [fault.event for fault in state.refused] == [wrong.hash]
    assert counted(state) == {last.hash}
    assert state.parties[side.party].names == {"en": "Lake"}
    assert [fault.event for fault in verify(side.events)] == [wrong.hash]


def test_an_event_that_arrives_in_a_chain_that_has_no_such_events_is_refused() -> None:
    side = lake()
    wrong = side.say("document.added", {"document": "a1", **METADATA})
    found, _keys = arrived(Stock({}, {}, {}, {}, frozenset(), lambda: ()), side.events)
    assert [fault.event for fault in found.refused] == [wrong.hash]
    assert found.held == side.events[:-1]
