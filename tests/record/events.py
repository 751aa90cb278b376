"""Events for tests: chains made by hand and by chance."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from hypothesis import strategies as st

from dragoman.record.events import Event

ORIGINALS = tuple(f"sha256:{digit * 64}" for digit in "0123456789abcdef")
TIME = "2026-11-22T05:40:25Z"
METADATA: Mapping[str, Any] = {
    "title": "Совместное заявление о речном судоходстве",
    "kind": "statement",
    "body": "",
    "parties": ["Northern Delegation", "Southern Delegation"],
    "date": "2024-05",
    "place": "",
    "source": "",
    "licence": "",
    "invented": True,
}


class Chain:
    """The events of one party, each behind the one before."""

    def __init__(self, party: str = "north") -> None:
        self.party = party
        self.events: list[Event] = []

    def add(self, kind: str, body: Mapping[str, Any], heads: Mapping[str, str] | None = None) -> Event:
        """One more event."""
        last = self.events[-1] if self.events else None
        event = Event(
            party=self.party,
            author="A. Author",
            sequence=len(self.events) + 1,
            previous=last.hash if last else "",
            heads=heads or {},
            time=TIME,
            kind=kind,
            body=body,
        )
        self.events.append(event)
        return event

    def document(self, name: str, heads: Mapping[str, str] | None = None) -> Event:
        return self.add("document.added", {"document": name, **METADATA}, heads)

    def described(self, name: str, place: str, heads: Mapping[str, str] | None = None) -> Event:
        return self.add(
            "document.described", {"document": name, "field": "place", "value": place, "was": ""}, heads
        )

    def version(self, name: str, language: str, original: str) -> Event:
        return self.add(
            "version.added",
            {"document": name, "language": language, "original": original, "name": "a.txt", "form": "plain"},
        )

    def corrected(self, name: str, left: str, right: str) -> Event:
        sides = {
            side: {"original": original, "ranges": [[0, 8], [9, 12]], "words": ["Статья 1", "Да."]}
            for side, original in (("left", left), ("right", right))
        }
        return self.add("alignment.corrected", {"document": name, "languages": ["ru", "zh"], **sides})

    def restored(self, name: str, correction: str) -> Event:
        return self.add("alignment.restored", {"document": name, "correction": correction})

    def judged(self, name: str, original: str, reason: str = "") -> Event:
        body = {
            "document": name,
            "language": "ru",
            "original": original,
            "range": [12, 21],
            "words": "паводками",
            "topic": "disasters",
        }
        if reason:
            return self.add("threat.rejected", {**body, "reason": reason})
        return self.add("threat.confirmed", body)

    def reopened(self, name: str, judgement: str) -> Event:
        return self.add("threat.reopened", {"document": name, "judgement": judgement})

    def decided(self, name: str, reason: str = "") -> Event:
        """Say that a difference between two versions is one; a reason says that it is none."""
        passages = [
            {"language": "ru", "original": ORIGINALS[0], "ranges": [[8, 12]], "words": ["1000"]},
            {"language": "zh", "original": ORIGINALS[1], "ranges": [], "words": []},
        ]
        body = {"document": name, "kind": "number", "passages": passages}
        if reason:
            return self.add("finding.dismissed", {**body, "reason": reason})
        return self.add("finding.accepted", body)

    def undecided(self, name: str, decision: str) -> Event:
        return self.add("finding.reopened", {"document": name, "decision": decision})


def small() -> Chain:
    """A chain with every kind of event that documents and alignments have."""
    chain = Chain()
    chain.document("a1")
    chain.version("a1", "ru", ORIGINALS[0])
    chain.version("a1", "zh", ORIGINALS[1])
    first = chain.corrected("a1", ORIGINALS[0], ORIGINALS[1])
    chain.described("a1", "Речной порт")
    chain.restored("a1", first.hash)
    return chain


def judging() -> Chain:
    """A chain in which what a text names is confirmed, rejected, and opened again."""
    chain = Chain()
    chain.document("a1")
    chain.version("a1", "ru", ORIGINALS[0])
    chain.judged("a1", ORIGINALS[0])
    last = chain.judged("a1", ORIGINALS[0], "It is the name of a service.")
    chain.reopened("a1", last.hash)
    return chain


@st.composite
def records(draw: st.DrawFn, parties: int = 3, most: int = 12) -> list[Event]:
    """The events of several parties, who have seen each other's now and then, as they could be stored.

    Some cannot apply: they describe unknown documents, or add one a second time.
    """
    chains = {name: Chain(name) for name in ("north", "south", "west")[:parties]}
    made = []
    for _step in range(draw(st.integers(0, most))):
        chain = draw(st.sampled_from(sorted(chains.items())))[1]
        seen = {
            other.party: other.events[-1].hash
            for other in chains.values()
            if other is not chain and other.events and draw(st.booleans())
        }
        name = draw(st.sampled_from(["a1", "b2"]))
        if draw(st.booleans()):
            made.append(chain.document(name, seen))
        else:
            made.append(chain.described(name, draw(st.text("абв", max_size=3)), seen))
    return made
