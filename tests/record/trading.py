"""Parties that sign and hand bundles to each other, for tests: made by hand, from keys that never change."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from dragoman.record.canonical import digest_of
from dragoman.record.events import Event
from dragoman.record.exchange import bundle
from dragoman.record.keys import SecretKey
from dragoman.record.manifest import CitedDocument, CitedVersion
from dragoman.record.parties import proof
from tests.record.events import METADATA, TIME


def key_of(name: str) -> SecretKey:
    """A key that is the same in every run."""
    return SecretKey(hashlib.sha256(f"a key for tests: {name}".encode()).digest())


class Delegation:
    """A party with its key and its chain; what it writes, it has seen from others when it says so."""

    def __init__(self, name: str, *, founded: bool = True) -> None:
        self.key = key_of(name)
        self.recovery = key_of(f"{name} recovery")
        self.party = f"{name}@{self.key.fingerprint}"
        self.events: list[Event] = []
        self.seen: dict[str, str] = {}
        self.time = TIME
        if founded:
            names = {"en": name.title()}
            self.say(
                "party.founded",
                {"names": names, "key": self.key.public, "chair": "A", "recovery": self.recovery.public},
            )

    @property
    def head(self) -> str:
        """The hash of its last event."""
        return self.events[-1].hash

    def say(
        self, kind: str, body: Mapping[str, Any], *, after: Event | None = None, key: SecretKey | None = None
    ) -> Event:
        """One more event, behind the last one or, to make a fork, behind another."""
        last = after or (self.events[-1] if self.events else None)
        event = Event(
            party=self.party,
            author="A. Author",
            sequence=last.sequence + 1 if last else 1,
            previous=last.hash if last else "",
            heads=self.seen,
            time=self.time,
            kind=kind,
            body=body,
        ).signed(key or self.key)
        self.events.append(event)
        return event

    def note(self, text: str, entry: str = "water", *, after: Event | None = None) -> Event:
        """A note of its own."""
        body = {"glossary": "harbours", "entry": entry, "language": "en", "text": text}
        return self.say("note.given", body, after=after)

    def attest(self, document: CitedDocument) -> Event:
        """An attestation that cites every version of a document."""
        passages = [
            {"language": one.language, "original": one.original, "ranges": [[0, 4]], "words": ["text"]}
            for one in document.versions
        ]
        said = {"document": document.id, "title": "", "body": "", "date": "2024-05", "source": ""}
        body = {"glossary": "harbours", "entry": "water", "attestation": {**said, "passages": passages}}
        return self.say("attestation.given", body)

    def rotate(self, name: str, kind: str = "key.rotated", *, by: SecretKey | None = None) -> Event:
        """Another key in the place of the present one."""
        new = key_of(name)
        body = {"key": new.public, "proof": proof(self.party, new), "reason": "Lost."}
        event = self.say(kind, body, key=by)
        self.key = new
        return event

    def saw(self, *others: Delegation) -> None:
        """Know what others have said up to now."""
        self.seen |= {other.party: other.head for other in others}

    def bundle(
        self,
        events: Iterable[Event] | None = None,
        *others: Delegation,
        recipient: str = "",
        documents: Sequence[CitedDocument] = (),
        originals: Mapping[str, bytes] | None = None,
        heads: Mapping[str, str] | None = None,
    ) -> bytes:
        """A bundle with its own events, or with others that it passes on."""
        if events is None:
            events = [*self.events, *(event for other in others for event in other.events)]
        return bundle(
            self.party,
            self.key,
            events,
            time=TIME,
            heads=heads or {one.party: one.head for one in (self, *others)},
            recipient=recipient,
            documents=documents,
            originals=originals,
        )


def cited(name: str, *texts: bytes) -> tuple[CitedDocument, dict[str, bytes]]:
    """A document with these originals, in Russian, Chinese, English."""
    originals = {digest_of(text): text for text in texts}
    versions = [
        CitedVersion(code, digest_of(text), f"a.{code}.txt", "plain")
        for code, text in zip(("ru", "zh", "en"), texts, strict=False)
    ]
    return CitedDocument(name, METADATA, tuple(versions)), originals
