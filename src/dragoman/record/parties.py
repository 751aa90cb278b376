"""Parties that sign, as their own events make them: their names, and which key is in force."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from dragoman.marking import _
from dragoman.record.events import Event
from dragoman.record.fault import Fault, fault_of
from dragoman.record.keys import SecretKey, fingerprint, is_public_key, signer_of, signs
from dragoman.record.kinds import kind_fault
from dragoman.record.names import founding_fingerprint

# What is signed to prove that one has a new key begins like this.
_PROOF = "dragoman key\n"
BY_RECOVERY = frozenset(("key.revoked", "chair.succeeded"))
"""The kinds that a recovery key may sign: they say which other key is in force."""


@dataclass(frozen=True, slots=True)
class KeyState:
    """A key of a party: by which event it came, and by which it ceased to be in force ("" while it is)."""

    key: str
    chair: str
    since: str
    until: str = ""
    reason: str = ""


@dataclass(slots=True)
class PartyState:
    """What a party's events say of it. `keys` are all that it had, the latest last."""

    id: str
    founded: str
    recovery: str
    names: Mapping[str, str] = field(default_factory=dict)
    keys: list[KeyState] = field(default_factory=list)

    @property
    def key(self) -> str:
        """The public key in force; "" for none."""
        return "" if not self.keys or self.keys[-1].until else self.keys[-1].key

    @property
    def chair(self) -> str:
        """Who holds the key in force, or held the last."""
        return self.keys[-1].chair if self.keys else ""


def proof(party: str, key: SecretKey) -> str:
    """A signature that shows that the party has this key."""
    return key.sign(f"{_PROOF}{party}\n{key.public}")


def is_recovering(event: Event, recovery: str) -> bool:
    """Whether an event is signed with a recovery key, for which it may be."""
    return (
        is_public_key(recovery)
        and event.kind in BY_RECOVERY
        and signer_of(event.signature) == fingerprint(recovery)
    )


def signing_key(event: Event, party: PartyState | None) -> str:
    """The public key that must have signed an event of a party, as the events before it say; "" for none.

    The signature itself is not examined here, only whose it says that it is: see `Event.is_signed_by`.
    """
    signer = signer_of(event.signature)
    if party is None:
        key = str(event.body.get("key", "")) if event.kind == "party.founded" else ""
        fits = is_public_key(key) and signer == fingerprint(key) == founding_fingerprint(event.party)
        return key if fits else ""
    if is_recovering(event, party.recovery):
        return party.recovery
    return party.key if party.key and signer == fingerprint(party.key) else ""


class Parties(dict[str, PartyState]):
    """Parties by identifier. Events are given in the order of each chain, signed by whom they must be."""

    def apply(self, event: Event) -> Fault | None:
        """Take in one more event; a fault says why it cannot be, and then nothing has changed."""
        unfit = kind_fault(event.kind, event.body)
        if unfit:
            return fault_of(event, unfit[0], **unfit[1])
        meaning = MEANINGS.get(event.kind)
        wrong = meaning(self, event) if meaning else _("The event says nothing of a party.")
        return fault_of(event, wrong) if wrong else None


def after(state: PartyState | None, event: Event) -> PartyState | None:
    """What is known of a party behind one more event of it, `state` being what was known before.

    The state given stays as it is, so that branches of a chain that forks can be followed side by side.
    """
    if event.kind not in MEANINGS:
        return state
    parties = Parties()
    if state is not None:
        parties[event.party] = replace(state, keys=list(state.keys))
    # What cannot be done changes nothing; the fold says so.
    parties.apply(event)
    return parties.get(event.party)


def _founded(parties: Parties, event: Event) -> str | None:
    if event.party in parties:
        return _("The party was founded before.")
    body: Mapping[str, Any] = event.body
    first = KeyState(body["key"], body["chair"], event.hash)
    parties[event.party] = PartyState(event.party, event.time, body["recovery"], body["names"], [first])
    return None


def _named(parties: Parties, event: Event) -> str | None:
    body: Mapping[str, Any] = event.body
    parties[event.party].names = body["names"]
    return None


def _changed(parties: Parties, event: Event) -> str | None:
    """Another key, or none, and perhaps another chair."""
    party = parties[event.party]
    body: Mapping[str, Any] = event.body
    key = body["key"]
    if key and not signs(key, body["proof"], f"{_PROOF}{event.party}\n{key}"):
        return _("The proof is not signed with the new key.")
    if key and key in {one.key for one in party.keys} | {party.recovery}:
        return _("The party has or had this key already.")
    last = party.keys[-1]
    if not last.until:
        party.keys[-1] = replace(last, until=event.hash, reason=body["reason"])
    if key:
        party.keys.append(KeyState(key, body.get("chair", last.chair), event.hash))
    return None


MEANINGS: Mapping[str, Callable[[Parties, Event], str | None]] = {
    "party.founded": _founded,
    "party.named": _named,
    "key.rotated": _changed,
    "key.revoked": _changed,
    "chair.succeeded": _changed,
}
"""What each kind of event does."""
