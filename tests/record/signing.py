"""Talks of parties that sign, for tests: what they say of entries and rounds, by hand and by chance."""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from typing import Any

from hypothesis import strategies as st

from dragoman.record.content import AIMS, proposal_hash
from dragoman.record.entries import EntryState
from dragoman.record.events import Event
from dragoman.record.fold import State, fold
from tests.record.events import ORIGINALS
from tests.record.trading import Delegation

GLOSSARY, ENTRY, ROUND = "harbours", "water", "spring"
LANGUAGES = ("en", "ru", "zh")
NAMES = ("lake", "steppe", "river", "hill", "marsh", "cape", "dune")
TERMS = {"en": "harbour", "ru": "гавань", "zh": "港口"}
DEFINITION = {
    "en": "A sheltered place for ships.",
    "ru": "Укрытое место для судов.",
    "zh": "船舶停靠的地方。",
}
RESERVATION = {"en": "Not for river harbours."}


def term(language: str, text: str, status: str = "preferred") -> dict[str, Any]:
    """A term with nothing said of it."""
    said = {"language": language, "text": text, "status": status, "part_of_speech": "noun"}
    return {**said, "transliterations": {}, "source": "", "note": ""}


def content(aim: str, parties: Sequence[str], **said: Any) -> dict[str, Any]:
    """A content that has what its aim asks for; of parallel ones the definitions have to be given."""
    parties = sorted(parties)
    other = parties[1] if len(parties) > 1 else parties[0]
    asked: dict[str, dict[str, Any]] = {
        "joint": {"definition": DEFINITION},
        "instrument": {
            "definition": DEFINITION,
            "scope": {"en": "For the purposes of this agreement."},
            "instrument": {"title": "Agreement on harbours", "date": "2026-05-16", "source": ""},
        },
        "contested": {"relations": [{"of": parties[0], "to": other, "relation": "broader"}]},
        "deferred": {"reason": "The experts have to be heard."},
        "withdrawn": {"reason": "It is not needed."},
        "superseded": {"successor": "port"},
    }
    whole = {
        "aim": aim,
        "parties": parties,
        "terms": [term(code, text) for code, text in TERMS.items()],
        "subject": "shipping",
        "dimension": "economic",
        **{name: {} for name in ("scope", "usage", "definition", "definitions", "instrument")},
        **{name: [] for name in ("relations", "replaces")},
        "successor": "",
        "reason": "",
    }
    return {**whole, **asked.get(aim, {}), **said}


def attestation(document: str = "a1") -> dict[str, Any]:
    """A passage of a text that a party cites."""
    passage = {"language": "ru", "original": ORIGINALS[0], "ranges": [[0, 6]], "words": ["гавань"]}
    said = {"title": "Заявление", "body": "", "date": "2024-05", "source": ""}
    return {"document": document, **said, "passages": [passage]}


class Negotiator(Delegation):
    """A party that speaks of the glossary's entries and rounds."""

    def on(self, kind: str, entry: str = ENTRY, **body: Any) -> Event:
        """Say something of an entry."""
        return self.say(kind, {"glossary": GLOSSARY, "entry": entry, **body})

    def found(self, *others: Delegation, languages: Sequence[str] = LANGUAGES, name: str = GLOSSARY) -> Event:
        """Found a glossary of this party and others."""
        parties = sorted([self.party, *(other.party for other in others)])
        body = {"glossary": name, "titles": {"en": "Harbours"}, "languages": sorted(languages)}
        return self.say("glossary.founded", {**body, "parties": parties})

    def extend(self, *others: Delegation, languages: Sequence[str] = ()) -> Event:
        parties = sorted(other.party for other in others)
        body = {"glossary": GLOSSARY, "parties": parties, "languages": sorted(languages)}
        return self.say("glossary.extended", body)

    def define(self, text: str = "A place for ships.", language: str = "en", entry: str = ENTRY) -> Event:
        said = {"language": language, "text": text, "source": "Harbour code", "date": "2024"}
        return self.on("definition.given", entry, **said, translations={})

    def propose(self, said: Mapping[str, Any], entry: str = ENTRY, *, accept: bool = True) -> str:
        """Propose a content and accept it; returns its hash."""
        self.on("proposal.made", entry, content=said)
        name = proposal_hash(GLOSSARY, entry, said)
        if accept:
            self.accept(name, entry, RESERVATION if said["aim"] == "contested" else {})
        return name

    def accept(
        self, proposal: str, entry: str = ENTRY, reservation: Mapping[str, str] | None = None
    ) -> Event:
        return self.on("proposal.accepted", entry, proposal=proposal, reservation=reservation or {})

    def refuse(self, proposal: str, reason: str = "It says too much.", entry: str = ENTRY) -> Event:
        return self.on("proposal.refused", entry, proposal=proposal, reason=reason)

    def withdraw(self, proposal: str, entry: str = ENTRY) -> Event:
        return self.on("proposal.withdrawn", entry, proposal=proposal, reason="")

    def take_back(self, proposal: str, reason: str = "The law was changed.", entry: str = ENTRY) -> Event:
        return self.on("acceptance.withdrawn", entry, proposal=proposal, reason=reason)

    def of(self, kind: str, name: str = ROUND, **body: Any) -> Event:
        """Say something of a round."""
        return self.say(kind, {"glossary": GLOSSARY, "round": name, **body})

    def open(self, *others: Delegation, chair: str = "A. Chair", name: str = ROUND) -> Event:
        parties = sorted([self.party, *(other.party for other in others)])
        dates = {"from": "2026-03-02", "to": "2026-03-05"}
        said = {"topics": {"en": "Shipping"}, **dates, "parties": parties}
        return self.of("round.opened", name, **said, chair=chair, experts=["E. Expert"])

    def put(self, entry: str = ENTRY, name: str = ROUND) -> Event:
        """Put an entry on the agenda."""
        return self.of("agenda.added", name, entry=entry, note="")

    def close(self, outcomes: Mapping[str, Sequence[str]], name: str = ROUND) -> Event:
        return self.of("round.closed", name, outcomes=outcomes)


class Table:
    """Parties around one glossary, each of which has heard all that was said before it speaks."""

    def __init__(self, count: int = 2, *, members: int = 0) -> None:
        self.sides = [Negotiator(name) for name in NAMES[:count]]
        self.events: list[Event] = []
        self.by(0).found(*self.sides[1 : members or count])

    @property
    def parties(self) -> list[str]:
        """The identifiers, in the order in which the parties sit."""
        return [side.party for side in self.sides]

    def by(self, number: int) -> Negotiator:
        """A party that has heard the others up to now."""
        side = self.sides[number]
        side.saw(*(other for other in self.sides if other is not side))
        return side

    def agree(self, said: Mapping[str, Any], *numbers: int, entry: str = ENTRY) -> str:
        """The first of these proposes, and they all accept."""
        name = self.by(numbers[0]).propose(said, entry)
        for number in numbers[1:]:
            reservation = RESERVATION if said["aim"] == "contested" else {}
            self.by(number).accept(name, entry, reservation)
        return name

    @property
    def all(self) -> list[Event]:
        return [event for side in self.sides for event in side.events]

    @property
    def state(self) -> State:
        return fold(self.all)

    def entry(self, name: str = ENTRY) -> EntryState:
        return self.state.glossaries[GLOSSARY].entries[name]

    @property
    def refusals(self) -> list[str]:
        """Why something of what was said cannot count."""
        return [fault.message() for fault in self.state.refused]


def dumped(state: State) -> dict[str, Any]:
    """All that a state says, lists where the order of things is a part of it."""
    return {
        "documents": dict(state.documents),
        "parties": dict(state.parties),
        "glossaries": dict(state.glossaries),
        "order": [
            (name, list(entry.proposals), list(entry.notes), list(entry.attestations), entry.history)
            for glossary in state.glossaries.values()
            for name, entry in sorted(glossary.entries.items())
        ],
        "rounds": [
            (name, list(one.agenda), list(one.minutes), list(one.closings), one.removed)
            for glossary in state.glossaries.values()
            for name, one in sorted(glossary.rounds.items())
        ],
        "trusted": state.trusted,
        "heads": {party: event.hash for party, event in state.heads.items()},
        "refused": state.refused,
        "waiting": [event.hash for event in state.waiting],
        "forks": state.forks,
    }


def counted(state: State) -> set[str]:
    """The events that made entries what they are."""
    return {
        name for one in state.glossaries.values() for entry in one.entries.values() for name in entry.history
    }


def in_any_order(events: Sequence[Event]) -> State:
    """The state that events make, arriving one by one from the first, and from the last."""
    expected = fold(events)
    for arrived in (events, list(reversed(events))):
        state = State()
        for event in arrived:
            state.apply(event)
        assert dumped(state) == dumped(expected)
    return expected


class Talk:
    """What parties say by chance, having seen each other now and then; some of it cannot be.

    `events` are in the order in which they were said.
    """

    def __init__(self, chance: random.Random, count: int, steps: int, *, seen: float = 0.5) -> None:
        self.chance = chance
        self.seen = seen
        self.sides = [Negotiator(name) for name in NAMES[:count]]
        # The last is no party of the glossary, where there are more than two.
        self.members = self.sides[: max(2, count - 1)]
        # Of each proposal its name, its entry, and the parties that it is for.
        self.made: list[tuple[str, str, list[Negotiator]]] = []
        self.minutes: list[str] = []
        self.attested: list[str] = []
        self.defined: dict[str, str] = {}
        founder = self.sides[0]
        founder.saw(*self.sides[1:])
        founder.found(*self.members[1:])
        for side in self.sides[1:]:
            side.saw(founder)
        founder.open(*self.members[1:])
        for step in range(steps):
            self._step(step)

    @property
    def events(self) -> list[Event]:
        return [event for side in self.sides for event in side.events]

    def _step(self, step: int) -> None:
        chance = self.chance
        side = chance.choice(self.members if chance.random() < 0.9 else self.sides)
        others = [other for other in self.sides if other is not side and chance.random() < self.seen]
        side.saw(*others)
        entry = chance.choice((ENTRY, "port"))
        # Those that are about proposals, more often.
        deeds = (self._propose, self._answer, self._answer, self._answer, self._own, self._meet, self._rule)
        deed = chance.choice(deeds)
        deed(side, entry, step)

    def _propose(self, side: Negotiator, entry: str, _step: int) -> None:
        chance = self.chance
        # Now and then with one that is no party of the glossary, or without oneself.
        around = self.sides if chance.random() < 0.1 else self.members
        some = chance.sample(around, chance.randint(2, min(3, len(around))))
        if side not in some and chance.random() < 0.9:
            some[0] = side
        parties = sorted(one.party for one in some)
        aim = chance.choice(AIMS)
        said: dict[str, Any] = {"subject": chance.choice("ab")}
        if aim == "parallel":
            said["definitions"] = {one: self.defined.get(one, ORIGINALS[0]) for one in parties}
        if chance.random() < 0.4 and self.made:
            said["replaces"] = sorted({name for name, _entry, _some in chance.choices(self.made, k=2)})
        if chance.random() < 0.1:
            said["terms"] = [term("en", "a"), term("fr", "b")]
        name = side.propose(content(aim, parties, **said), entry, accept=chance.random() < 0.8)
        self.made.append((name, entry, some))

    def _answer(self, side: Negotiator, entry: str, _step: int) -> None:
        chance = self.chance
        if not self.made:
            return
        proposal, where, some = chance.choice(self.made)
        if chance.random() < 0.9:
            entry = where
            speaker = chance.choice(some)
            speaker.saw(*(other for other in (side, *some) if other is not speaker))
            side = speaker
        match chance.randrange(10):
            case 0:
                side.refuse(proposal, entry=entry)
            case 1:
                side.withdraw(proposal, entry)
            case 2:
                side.take_back(proposal, entry=entry)
            case _:
                side.accept(proposal, entry, chance.choice(({}, RESERVATION)))

    def _own(self, side: Negotiator, entry: str, step: int) -> None:
        chance = self.chance
        match chance.randrange(6):
            case 0:
                side.on("attestation.given", entry, attestation=attestation(chance.choice(("a1", "b2"))))
                self.attested.append(side.head)
            case 1 if self.attested:
                side.on("attestation.withdrawn", entry, attestation=chance.choice(self.attested), reason="")
            case 2 | 3:
                side.on(
                    "note.given", entry, language=chance.choice(("en", "fr")), text=chance.choice(("", "N"))
                )
            case _:
                self.defined[side.party] = side.define(f"Text {step}.", entry=entry).hash

    def _meet(self, side: Negotiator, entry: str, _step: int) -> None:
        chance = self.chance
        match chance.randrange(9):
            case 0 | 1:
                side.open(*(other for other in self.members if other is not side))
            case 2:
                side.of("round.joined", chair="B. Chair", experts=[])
            case 3 | 4:
                side.put(entry)
            case 5:
                side.of("agenda.removed", entry=entry, reason="No time.")
            case 6:
                side.of("minutes.proposed", texts={"en": "Said."})
                self.minutes.append(side.head)
            case 7 if self.minutes:
                side.of("minutes.accepted", minutes=chance.choice(self.minutes))
            case _:
                side.close(
                    {chance.choice((ENTRY, "port")): ["proposed", ""]} if chance.random() < 0.7 else {}
                )

    def _rule(self, side: Negotiator, _entry: str, step: int) -> None:
        """What is said of parties and the glossary itself; now and then what nobody knows."""
        match self.chance.randrange(8):
            case 0 | 1:
                side.rotate(f"{side.party} {step}")
            case 2:
                side.extend(*self.chance.sample(self.sides, 2), languages=["fr"] if step % 2 else [])
            case 3:
                side.found(*self.sides[:2])
            case 4:
                side.say("party.named", {"names": self.chance.choice(({}, {"en": f"Name {step}"}))})
            case 5:
                side.say("entry.painted", self.chance.choice(({}, {"glossary": GLOSSARY, "colour": "blue"})))
            case 6:
                side.rotate(f"{side.party} {step}", "key.revoked", by=side.recovery)
            case _:
                side.say("key.rotated", {"key": side.key.public, "proof": "", "reason": ""})


def talks(least: int = 2, most: int = 7, steps: int = 14) -> st.SearchStrategy[Talk]:
    """Talks of so many parties, of up to so many deeds."""
    return st.builds(
        lambda seed, count, long: Talk(random.Random(seed), count, long),
        st.integers(0, 2**32),
        st.integers(least, most),
        st.integers(0, steps),
    )
