"""The demo's round of talks: two delegations walk eight terms to their ends, each signing what it says."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from dragoman.demo import words
from dragoman.demo.delegations import LAKE, PASSPHRASE, STEPPE, Delegation
from dragoman.demo.entries import (
    AGENDA,
    ARMS,
    CONNECTIVITY,
    CRIME,
    FALSE_INFORMATION,
    FIRE,
    GLOSSARY,
    LANGUAGES,
    NEIGHBOURHOOD,
    POLLUTION,
    PREVENTION,
    PREVENTION_BEFORE,
    SECURITY,
    SHORTAGE,
    TEAM,
    TITLES,
    UNEMPLOYMENT,
    Concept,
)
from dragoman.record.keys import SecretKey
from dragoman.workspace import Workspace
from dragoman.workspace.agreedmodel import Signer


@dataclass(frozen=True, slots=True)
class Talks:
    """Who talks where: the workspace with the demo's documents, by how the names of their texts begin, and
    the key of each delegation, open."""

    workspace: Workspace
    documents: Mapping[str, str]
    signers: Mapping[Delegation, Signer]

    @property
    def parties(self) -> list[str]:
        """The identifiers of the two parties."""
        return sorted(signer.party for signer in self.signers.values())

    def propose(self, who: Delegation, concept: Concept, aim: str, **more: Any) -> str:
        """Have a delegation propose a term; returns the proposal's hash."""
        reservation = more.pop("reservation", None)
        content = concept.content(aim, self.parties, **more)
        return self.workspace.glossaries.propose(
            self.signers[who], GLOSSARY, concept.id, content, reservation=reservation
        )

    def accept(self, who: Delegation, proposal: str, reservation: Mapping[str, str] | None = None) -> None:
        """Have a delegation accept a proposal."""
        self.workspace.glossaries.accept(self.signers[who], GLOSSARY, proposal, reservation=reservation)


def hold(workspace: Workspace, documents: Mapping[str, str]) -> None:
    """Found both parties and their glossary, hold the round, and leave some things for the next one.

    `documents` has the identifiers of the demo's documents by how the names of their texts begin.
    """
    talks = Talks(workspace, documents, {who: _founded(workspace, who) for who in (LAKE, STEPPE)})
    _open(talks)
    _give(talks)
    _cite(talks)
    _first_day(talks)
    _second_day(talks)
    _third_day(talks)
    _close(talks)
    _go_on(talks)


def _founded(workspace: Workspace, who: Delegation) -> Signer:
    """A party whose keys are the same in every demo."""
    secret, recovery = (
        SecretKey(hashlib.sha256(f"Dragoman's demo: {purpose} of {who.name}".encode()).digest())
        for purpose in ("key", "recovery key")
    )
    founded = workspace.parties.found(
        who.name,
        who.names,
        passphrase=PASSPHRASE,
        chair=who.chair,
        author=who.author,
        secret=secret,
        recovery=recovery,
    )
    return Signer(founded.party, secret, who.author)


def _open(talks: Talks) -> None:
    """Steppe founds the glossary, Lake opens the round, and each puts four entries on the agenda."""
    glossaries, rounds = talks.workspace.glossaries, talks.workspace.rounds
    lake, steppe = talks.signers[LAKE], talks.signers[STEPPE]
    glossaries.found(steppe, GLOSSARY, TITLES, LANGUAGES, talks.parties)
    start, end = words.DATES
    rounds.open(
        lake,
        GLOSSARY,
        words.ROUND,
        words.TOPICS,
        start=start,
        end=end,
        chair=LAKE.chair,
        experts=LAKE.experts,
    )
    rounds.join(steppe, GLOSSARY, words.ROUND, STEPPE.chair, experts=STEPPE.experts)
    for who, concepts in AGENDA.items():
        rounds.add(talks.signers[who], GLOSSARY, words.ROUND, [concept.id for concept in concepts])


def _give(talks: Talks) -> None:
    """Each gives its own definitions and notes."""
    for meaning in words.MEANINGS:
        talks.workspace.glossaries.define(
            talks.signers[meaning.party],
            GLOSSARY,
            meaning.concept.id,
            meaning.party.language,
            meaning.text,
            source=meaning.source,
            date=meaning.date,
            translations={"en": meaning.english},
        )
    for who, concept, text in words.NOTES:
        talks.workspace.glossaries.note(talks.signers[who], GLOSSARY, concept.id, who.language, text)


def _first_day(talks: Talks) -> None:
    """What both say alike: one term at once, one as a rendering first, one when its proposal was mended."""
    crime = talks.propose(LAKE, CRIME, "equivalent", usage=words.CRIME_USAGE)
    talks.accept(STEPPE, crime)
    team = talks.propose(STEPPE, TEAM, "equivalent")
    talks.accept(LAKE, team)
    first = talks.propose(LAKE, PREVENTION_BEFORE, "joint", definition=words.PREVENTION_FIRST)
    glossaries = talks.workspace.glossaries
    glossaries.refuse(talks.signers[STEPPE], GLOSSARY, first, words.PREVENTION_REFUSED)
    second = talks.propose(
        LAKE, PREVENTION, "joint", definition=words.PREVENTION_AGREED, scope=words.PREVENTION_SCOPE
    )
    talks.accept(STEPPE, second)


def _second_day(talks: Talks) -> None:
    """A rendering becomes a joint definition, another is taken with a reservation; two stay apart."""
    team = talks.propose(LAKE, TEAM, "joint", definition=words.TEAM_AGREED, scope=words.TEAM_SCOPE)
    talks.accept(STEPPE, team)
    connectivity = talks.propose(STEPPE, CONNECTIVITY, "equivalent")
    talks.accept(LAKE, connectivity, words.CONNECTIVITY_RESERVATION)
    for who, other, concept in ((STEPPE, LAKE, SECURITY), (LAKE, STEPPE, NEIGHBOURHOOD)):
        overlapping = _related(talks, "overlapping")
        proposal = talks.propose(
            who, concept, "parallel", definitions=_definitions(talks, concept), relations=overlapping
        )
        talks.accept(other, proposal)


def _third_day(talks: Talks) -> None:
    """In one term both see how they differ, another is left for later."""
    arms = talks.propose(
        STEPPE,
        ARMS,
        "contested",
        definitions=_definitions(talks, ARMS),
        relations=_related(talks, "broader"),
        reservation=words.ARMS_RESERVATIONS[STEPPE],
    )
    talks.accept(LAKE, arms, words.ARMS_RESERVATIONS[LAKE])
    deferred = talks.propose(STEPPE, FALSE_INFORMATION, "deferred", reason=words.DEFERRED)
    talks.accept(LAKE, deferred)


def _close(talks: Talks) -> None:
    """Minutes that both accept, and the closing by both."""
    rounds = talks.workspace.rounds
    lake, steppe = talks.signers[LAKE], talks.signers[STEPPE]
    minutes = rounds.propose_minutes(steppe, GLOSSARY, words.ROUND, words.MINUTES)
    rounds.accept_minutes(lake, GLOSSARY, words.ROUND, minutes)
    rounds.close(lake, GLOSSARY, words.ROUND)
    rounds.close(steppe, GLOSSARY, words.ROUND)


def _go_on(talks: Talks) -> None:
    """Each leaves a proposal that waits for the other, and a draft that nobody else sees."""
    talks.propose(LAKE, SHORTAGE, "equivalent")
    talks.propose(STEPPE, UNEMPLOYMENT, "equivalent")
    for who, concept in ((LAKE, POLLUTION), (STEPPE, FIRE)):
        content = concept.content("equivalent", talks.parties)
        talks.workspace.drafts.save(
            talks.signers[who].party, GLOSSARY, concept.id, {"content": content}, author=who.author
        )


def _definitions(talks: Talks, concept: Concept) -> dict[str, str]:
    """By party the event that gave its definition."""
    given = talks.workspace.glossaries.entry(GLOSSARY, concept.id).definitions
    return {party: one.event for party, one in given.items()}


def _related(talks: Talks, relation: str) -> list[dict[str, str]]:
    """How Lake's concept is related to Steppe's."""
    lake, steppe = talks.signers[LAKE].party, talks.signers[STEPPE].party
    return [{"of": lake, "to": steppe, "relation": relation}]


def _cite(talks: Talks) -> None:
    """Each cites a sentence of the demo's documents for each entry, with what stands beside it."""
    for citation in words.CITATIONS:
        talks.workspace.glossaries.attest(
            talks.signers[citation.party], GLOSSARY, citation.concept.id, _attestation(talks, citation)
        )


def _attestation(talks: Talks, citation: words.Citation) -> dict[str, Any]:
    """The row of a document that holds the sentence."""
    document = talks.workspace.document(talks.documents[citation.document])
    own = citation.party.language
    others = [code for code in document.languages if code != own]
    (row,) = (
        row
        for row in talks.workspace.parallel(document.id, (own, *others)).rows
        if any(sentence.text.startswith(citation.opening) for sentence in row.cells[0].sentences)
    )
    originals = {version.language: version.original for version in document.versions}
    about = document.about
    return {
        "document": document.id,
        "title": about.title,
        "body": about.body,
        "date": about.date,
        "source": about.source,
        "passages": [
            {
                "language": cell.language,
                "original": originals[cell.language],
                "ranges": [[sentence.start, sentence.end] for sentence in cell.sentences],
                "words": [sentence.text for sentence in cell.sentences],
            }
            for cell in row.cells
            if cell.sentences
        ],
    }
