"""An event: what somebody decided, in the chain of the party that decided it.

Each party writes its own chain. An event names the event before it by hash, and the last events of the other
chains that its author had seen; so nothing that stands before an event can be altered without altering it.

A party that signs is named "name@fingerprint", after the key that it was founded with, so nobody else can
begin a chain under its name. Each of its events carries a signature of the event's hash. Chains of other
names are not signed: they are a workspace's own notes and never leave it.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from types import MappingProxyType
from typing import Any

from dragoman.errors import InputError, RecordError
from dragoman.record.canonical import JSON, canonical_of_plain, digest_of, is_digest, plain
from dragoman.record.keys import SecretKey, is_signature, signs

_FIELDS = ("party", "author", "sequence", "previous", "heads", "time", "kind", "body")
_TIME = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z")
# What is signed begins like this, so that a signature of something else is none of an event.
_SIGNED = "dragoman event\n"
# How much of a line a message shows.
_SHOWN = 60


@dataclass(frozen=True, slots=True, eq=False)
class Event:
    """One event, never changed once it is made; equal to another of the same hash.

    `sequence` counts the party's events from 1; `previous` is the hash of the party's event before this one,
    "" for the first. `heads` maps other parties to the hash of the last event of theirs that the author had
    seen. `time` is in UTC, to the second, such as "2026-11-22T05:40:25Z"; it is what the author's clock said
    and orders nothing. `body` holds what the kind asks for (`dragoman.record.kinds`), without fractions: of
    numbers only whole ones read back the same everywhere. `hash` is the digest of all the other fields but
    the signature, which signs it: "" where the party signs nothing. Whether it is the party's, only the
    party's keys tell (`dragoman.record.parties`).

    Raises:
        InputError: a field is not as said here.
    """

    party: str
    author: str
    sequence: int
    previous: str
    heads: Mapping[str, str]
    time: str
    kind: str
    body: Mapping[str, JSON]
    signature: str = ""
    hash: str = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "heads", _frozen(self.heads))
        object.__setattr__(self, "body", _frozen(self.body))
        # One at a time: what a later field may be depends on the earlier ones.
        wrong = next((name for name in _FIELDS if not _RIGHT[name](self)), None)
        if wrong:
            raise InputError(
                "An event cannot have {value!r} as its {field}.",
                field=wrong,
                value=getattr(self, wrong),
            )
        if self.signature != "" and not is_signature(self.signature):
            raise InputError("An event cannot have {value!r} as its signature.", value=self.signature)
        object.__setattr__(self, "hash", digest_of(canonical_of_plain(self.fields())))

    def __eq__(self, other: object) -> bool:
        return self.hash == other.hash if isinstance(other, Event) else NotImplemented

    def __hash__(self) -> int:
        return hash(self.hash)

    def __reduce__(self) -> tuple[Any, ...]:
        """Copies and pickles are made from the line, as a read-only mapping has neither."""
        return Event.from_json, (self.to_json(),)

    def fields(self) -> dict[str, Any]:
        """All fields but the hash and the signature, in dicts and lists of their own."""
        return {name: plain(getattr(self, name)) for name in _FIELDS}

    @property
    def follows(self) -> frozenset[str]:
        """The hashes of the events that it names as before it: its chain's and the other heads."""
        return frozenset([*self.heads.values(), *([self.previous] if self.previous else [])])

    def signed(self, key: SecretKey) -> Event:
        """The same event with the signature of a key."""
        return replace(self, signature=key.sign(_SIGNED + self.hash))

    def is_signed_by(self, key: str) -> bool:
        """Whether its signature was made with the secret half of this public key."""
        return signs(key, self.signature, _SIGNED + self.hash)

    def to_json(self) -> str:
        """The event with its hash and signature as one line of canonical JSON, without a line feed.

        It may hold other characters that `str.splitlines` takes for the end of a line: split at "\\n" only.
        """
        written = {**self.fields(), "hash": self.hash}
        if self.signature:
            written["signature"] = self.signature
        return canonical_of_plain(written).decode()

    @classmethod
    def from_json(cls, line: str, *, where: str = "") -> Event:
        """The event that was written as this line, without its line feed; `where` names it in messages.

        Raises:
            RecordError: it is no event, it is not written as `to_json` writes it, or its hash does not fit.
        """
        where = where or (line if len(line) <= _SHOWN else f"{line[:_SHOWN]}…")
        try:
            read = json.loads(line)
        except (ValueError, RecursionError) as error:
            raise RecordError("This is not JSON ({why}).", where=where, why=error) from error
        if not isinstance(read, dict) or set(read) - {"signature"} != {*_FIELDS, "hash"}:
            raise RecordError("This is no event: its fields are others.", where=where)
        hashed = read.pop("hash")
        try:
            event = cls(**read)
            as_written = canonical_of_plain({**read, "hash": event.hash}).decode()
        except InputError as error:
            values: dict[str, Any] = error.values
            raise RecordError(error.what, where=where, **values) from error
        except RecursionError as error:
            raise RecordError("This is no event: it is nested too deeply.", where=where) from error
        if event.hash != hashed:
            raise RecordError(
                "The event was altered: its hash is {hash}, and it says {said}.",
                where=where,
                hash=event.hash,
                said=hashed,
            )
        if as_written != line or read.get("signature") == "":
            raise RecordError("The event is not written in the canonical form.", where=where)
        return event


def _frozen(value: JSON) -> Any:
    """The value, copied so that nobody can change it; InputError for what is no JSON or a fraction."""
    kind = type(value)
    if kind is str or kind is int or kind is bool or value is None:
        return value
    if isinstance(value, Mapping) and all(isinstance(key, str) for key in value):
        return MappingProxyType({key: _frozen(item) for key, item in value.items()})
    if isinstance(value, Sequence) and not isinstance(value, str | bytes):
        return tuple(_frozen(item) for item in value)
    if isinstance(value, bool | int | str):
        return value
    raise InputError("An event cannot hold {value!r}.", value=value)


def _is_mapping(value: object) -> bool:
    return isinstance(value, Mapping)


def _is_name(text: object) -> bool:
    """Whether it is one line that says something; it may hold spaces that do not break."""
    return isinstance(text, str) and bool(text.strip()) and text.replace("\u00a0", " ").isprintable()


def _is_time(text: object) -> bool:
    if not isinstance(text, str) or not _TIME.fullmatch(text):
        return False
    try:
        datetime.fromisoformat(text)
    except ValueError:
        return False
    return True


def _are_heads(event: Event) -> bool:
    heads: object = event.heads
    return isinstance(heads, Mapping) and all(
        _is_name(party) and party != event.party and is_digest(head) for party, head in heads.items()
    )


_RIGHT: Mapping[str, Callable[[Event], bool]] = {
    "party": lambda event: _is_name(event.party),
    "author": lambda event: isinstance(event.author, str),
    "sequence": lambda event: type(event.sequence) is int and event.sequence >= 1,
    "previous": lambda event: is_digest(event.previous) if event.sequence > 1 else event.previous == "",
    "heads": _are_heads,
    "time": lambda event: _is_time(event.time),
    "kind": lambda event: _is_name(event.kind),
    "body": lambda event: _is_mapping(event.body),
}
