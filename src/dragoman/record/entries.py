"""What events say of an entry of a glossary: the parties' own words, proposals, and what is said to them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from dragoman.marking import _
from dragoman.record.content import proposal_hash, says_less
from dragoman.record.events import Event
from dragoman.record.refusal import CannotApply


@dataclass(frozen=True, slots=True)
class Said:
    """That a party said something, by the event; `text` is its reason, where it gave one."""

    event: str
    party: str
    author: str
    time: str
    text: str = ""


@dataclass(frozen=True, slots=True)
class DefinitionState:
    """A party's own definition."""

    said: Said
    language: str
    text: str
    source: str
    date: str
    translations: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class NoteState:
    """A party's own note in one language."""

    said: Said
    language: str
    text: str


@dataclass(frozen=True, slots=True)
class AttestationState:
    """A passage that a party cites; `body` is as the event has it."""

    said: Said
    body: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class AcceptanceState:
    """A party's acceptance of a proposal, with its reservation by language."""

    said: Said
    reservation: Mapping[str, str]


@dataclass(slots=True)
class ProposalState:
    """A proposal by the hash of its content.

    `made` are the parties that propose it, in order; none is left where all took it back. `reached` is the
    event by which every party had accepted it for the first time, "" if that never was.
    """

    hash: str
    number: int
    content: Mapping[str, Any]
    time: str
    made: dict[str, Said] = field(default_factory=dict)
    acceptances: dict[str, AcceptanceState] = field(default_factory=dict)
    refusals: dict[str, Said] = field(default_factory=dict)
    withdrawal: Said | None = None
    reached: str = ""

    @property
    def parties(self) -> tuple[str, ...]:
        """The parties that it is for."""
        return tuple(self.content["parties"])

    @property
    def missing(self) -> tuple[str, ...]:
        """The parties that do not accept it, or not any more."""
        return tuple(party for party in self.parties if party not in self.acceptances)

    @property
    def is_agreed(self) -> bool:
        """Whether every party that it is for accepts it."""
        return not self.missing


@dataclass(slots=True)
class EntryState:
    """What the events say of an entry; `history` are the hashes of those that did, in order.

    `definitions` holds all that each party gave, the present one last; `proposals` are by their hash, in
    order; `notes` by party and language.
    """

    id: str
    glossary: str
    changed: str = ""
    definitions: dict[str, list[DefinitionState]] = field(default_factory=dict)
    notes: dict[tuple[str, str], NoteState] = field(default_factory=dict)
    attestations: dict[str, AttestationState] = field(default_factory=dict)
    proposals: dict[str, ProposalState] = field(default_factory=dict)
    history: list[str] = field(default_factory=list)

    def apply(self, event: Event, parties: frozenset[str], languages: frozenset[str]) -> None:
        """Take in one more event of a party of the glossary, whose parties and languages these are.

        Raises:
            CannotApply
        """
        _MEANINGS[event.kind](self, event, parties, languages)
        self.history.append(event.hash)
        self.changed = event.time


def _said(event: Event) -> Said:
    return Said(event.hash, event.party, event.author, event.time, str(event.body.get("reason", "")))


def _must_know(language: str, languages: frozenset[str]) -> None:
    if language not in languages:
        raise CannotApply(
            _("The glossary has no language {language}; it has {languages}."),
            language=language,
            languages=", ".join(sorted(languages)),
        )


def _defined(entry: EntryState, event: Event, _parties: frozenset[str], languages: frozenset[str]) -> None:
    body: Mapping[str, Any] = event.body
    for language in (body["language"], *body["translations"]):
        _must_know(language, languages)
    if body["language"] in body["translations"]:
        raise CannotApply(_("A definition is no translation of itself."))
    entry.definitions.setdefault(event.party, []).append(
        DefinitionState(
            _said(event), body["language"], body["text"], body["source"], body["date"], body["translations"]
        )
    )


def _noted(entry: EntryState, event: Event, _parties: frozenset[str], languages: frozenset[str]) -> None:
    body: Mapping[str, Any] = event.body
    _must_know(body["language"], languages)
    place = event.party, body["language"]
    if body["text"].strip():
        entry.notes[place] = NoteState(_said(event), body["language"], body["text"])
    elif entry.notes.pop(place, None) is None:
        raise CannotApply(_("There is no note to take back."))


def _attested(entry: EntryState, event: Event, _parties: frozenset[str], _languages: frozenset[str]) -> None:
    body: Mapping[str, Any] = event.body
    if any(one.body == body["attestation"] for one in entry.attestations.values()):
        raise CannotApply(_("This passage is attested already."))
    entry.attestations[event.hash] = AttestationState(_said(event), body["attestation"])


def _unattested(
    entry: EntryState, event: Event, _parties: frozenset[str], _languages: frozenset[str]
) -> None:
    wanted = str(event.body["attestation"])
    found = entry.attestations.get(wanted)
    if found is None or found.said.party != event.party:
        raise CannotApply(_("There is no attestation {attestation} of this party."), attestation=wanted)
    del entry.attestations[wanted]


def _made(entry: EntryState, event: Event, parties: frozenset[str], languages: frozenset[str]) -> None:
    content: Any = event.body["content"]
    _check_parties(entry, event.party, content, parties)
    for term in content["terms"]:
        _must_know(term["language"], languages)
    for code in (*content["scope"], *content["usage"], *content["definition"]):
        _must_know(code, languages)
    _check_replaced(entry, content)
    name = proposal_hash(entry.glossary, entry.id, content)
    found = entry.proposals.get(name)
    if found is None:
        number = len(entry.proposals) + 1
        found = entry.proposals[name] = ProposalState(name, number, content, event.time)
    elif event.party in found.made:
        raise CannotApply(_("The party has proposed this already."))
    found.made[event.party] = _said(event)
    found.withdrawal = None


def _check_parties(
    entry: EntryState, proposer: str, content: Mapping[str, Any], parties: frozenset[str]
) -> None:
    for party in content["parties"]:
        if party not in parties:
            raise CannotApply(_("{party} is no party of the glossary."), party=party)
    if proposer not in content["parties"]:
        raise CannotApply(_("A party proposes only what is for itself too."))
    for party, event in content["definitions"].items():
        if event not in {one.said.event for one in entry.definitions.get(party, ())}:
            raise CannotApply(
                _("{party} gave no definition {definition}: a party's definition is its own."),
                party=party,
                definition=event,
            )


def _check_replaced(entry: EntryState, content: Mapping[str, Any]) -> None:
    for name in content["replaces"]:
        replaced = entry.proposals.get(name)
        if replaced is None:
            raise CannotApply(_("There is no proposal {proposal} in this entry."), proposal=name)
        if not set(replaced.parties) <= set(content["parties"]):
            raise CannotApply(
                _("The proposal {proposal} is for other parties too, and only with them is it replaced."),
                proposal=name,
            )
        if says_less(content["aim"], replaced.content["aim"]) and not content["reason"].strip():
            raise CannotApply(
                _("It agrees on less than the proposal {proposal} that it replaces, and does not say why."),
                proposal=name,
            )


def _proposal(entry: EntryState, event: Event) -> ProposalState:
    name = str(event.body["proposal"])
    found = entry.proposals.get(name)
    if found is None:
        raise CannotApply(_("There is no proposal {proposal} in this entry."), proposal=name)
    if event.party not in found.parties:
        raise CannotApply(_("The proposal is not for this party."))
    return found


def _accepted(entry: EntryState, event: Event, _parties: frozenset[str], languages: frozenset[str]) -> None:
    found = _proposal(entry, event)
    reservation: Any = event.body["reservation"]
    for code in reservation:
        _must_know(code, languages)
    if found.withdrawal is not None:
        raise CannotApply(_("The proposal was withdrawn."))
    if event.party in found.acceptances:
        raise CannotApply(_("The party has accepted this already."))
    if found.content["aim"] == "contested" and not reservation:
        raise CannotApply(_("What is contested is accepted with a reservation that says in what."))
    found.refusals.pop(event.party, None)
    found.acceptances[event.party] = AcceptanceState(_said(event), reservation)
    if found.is_agreed and not found.reached:
        found.reached = event.hash


def _refused(entry: EntryState, event: Event, _parties: frozenset[str], _languages: frozenset[str]) -> None:
    found = _proposal(entry, event)
    if event.party in found.acceptances:
        raise CannotApply(_("The party has accepted this; it has to take that back first."))
    if found.withdrawal is not None:
        raise CannotApply(_("The proposal was withdrawn."))
    found.refusals[event.party] = _said(event)


def _withdrawn(entry: EntryState, event: Event, _parties: frozenset[str], _languages: frozenset[str]) -> None:
    found = _proposal(entry, event)
    if event.party not in found.made:
        raise CannotApply(_("The party has not proposed this."))
    if found.is_agreed:
        raise CannotApply(_("What is agreed is not withdrawn; a party may take its acceptance back."))
    del found.made[event.party]
    found.acceptances.pop(event.party, None)
    if not found.made:
        found.withdrawal = _said(event)


def _taken_back(
    entry: EntryState, event: Event, _parties: frozenset[str], _languages: frozenset[str]
) -> None:
    found = _proposal(entry, event)
    if event.party not in found.acceptances:
        raise CannotApply(_("The party has not accepted this."))
    del found.acceptances[event.party]
    found.refusals[event.party] = _said(event)


Meaning = Callable[[EntryState, Event, frozenset[str], frozenset[str]], None]
_MEANINGS: Mapping[str, Meaning] = {
    "definition.given": _defined,
    "note.given": _noted,
    "attestation.given": _attested,
    "attestation.withdrawn": _unattested,
    "proposal.made": _made,
    "proposal.accepted": _accepted,
    "proposal.refused": _refused,
    "proposal.withdrawn": _withdrawn,
    "acceptance.withdrawn": _taken_back,
}
ENTRY_KINDS = frozenset(_MEANINGS)
"""The kinds of events that are about an entry."""
