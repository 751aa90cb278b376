"""The glossaries that parties agree on: what each says of an entry, and how far they agree."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import func, select

from dragoman.errors import AlreadyThere, InputError
from dragoman.record import agreement
from dragoman.record.content import proposal_hash
from dragoman.record.entries import EntryState
from dragoman.record.glossaries import Glossaries as Folded
from dragoman.record.subjects import of_entry, of_glossary
from dragoman.terms.termbase import Termbase
from dragoman.workspace import log, tables
from dragoman.workspace.agreed import check_slug, glossary_of, say, state_digest
from dragoman.workspace.agreedmodel import (
    Answer,
    EntryLine,
    EntryView,
    GlossaryView,
    ProposalView,
    Signer,
    Step,
    Wait,
)
from dragoman.workspace.agreedreading import (
    complete,
    entry_view_of,
    glossary_view,
    line_of,
    located,
    matcher,
    state_of,
)
from dragoman.workspace.agreedterms import agreed_termbase
from dragoman.workspace.core import Core
from dragoman.workspace.parties import resolved

_entry = tables.entry.c
# What stands where an address names a glossary.
_TAKEN = frozenset({"found"})
# Aims whose proposals name each party's definition.
_NAMING_DEFINITIONS = frozenset({"parallel", "contested"})

Texts = Mapping[str, str]


class Glossaries:
    """The glossaries of a workspace. What changes one is signed, and is kept whole or not at all.

    Raises of all that changes something: NoSuchEntry; InputError: it cannot be said as things are.
    """

    def __init__(self, core: Core) -> None:
        self._core = core

    # Reading

    def list(self) -> Sequence[GlossaryView]:
        """All glossaries, by identifier."""
        with self._core.database.reading() as connection:
            names = connection.scalars(select(tables.glossary.c.id).order_by(tables.glossary.c.id)).all()
            return [glossary_view(connection, name) for name in names]

    def glossary(self, glossary: str) -> GlossaryView:
        """One glossary, with counts of its entries.

        Raises:
            NoSuchEntry
        """
        with self._core.database.reading() as connection:
            return glossary_view(connection, glossary)

    def entries(
        self,
        glossary: str,
        *,
        query: str = "",
        level: str = "",
        language: str = "",
        dimension: str = "",
        party: str = "",
    ) -> Sequence[EntryLine]:
        """Entries by identifier.

        Args:
            query: Words that a term of the entry has, compared by lemma, in Chinese by character.
            level: Only of this level or outcome. dimension: Only of this dimension.
            language: Only with a term in this language. party: Only those that wait for this party.

        Raises:
            NoSuchEntry: there is no such glossary. NoSuchParty
        """
        with self._core.database.reading() as connection:
            glossary_of(connection, glossary)
            awaited = resolved(connection, party) if party else ""
            asked = select(_entry.facts, _entry.words).where(_entry.glossary == glossary)
            if level:
                asked = asked.where(_entry.level == level)
            if dimension:
                asked = asked.where(_entry.dimension == dimension)
            matches = matcher(query)
            rows = connection.execute(asked.order_by(_entry.id)).all()
            lines = [line_of(json.loads(row.facts)) for row in rows if matches(row.words)]
        return [
            line
            for line in lines
            if (not language or language in line.heads) and (not awaited or awaited in line.waits)
        ]

    def entry(self, glossary: str, entry: str) -> EntryView:
        """One entry with all that is said of it.

        Raises:
            NoSuchEntry
        """
        with self._core.database.reading() as connection:
            return entry_view_of(connection, glossary, entry)

    def proposal(self, glossary: str, proposal: str) -> ProposalView:
        """One proposal, by its hash or a beginning of it.

        Raises:
            NoSuchEntry
        """
        with self._core.database.reading() as connection:
            entry, name = located(connection, glossary, proposal)
            found = entry_view_of(connection, glossary, entry)
        return next(one for one in found.proposals if one.hash == name)

    def story(self, glossary: str, entry: str) -> Sequence[Step]:
        """What happened to an entry, in the order of the record, with the level that it had afterwards.

        Raises:
            NoSuchEntry
        """
        with self._core.database.reading() as connection:
            state_of(connection, glossary, entry)
            events = log.of_subjects(connection, [of_glossary(glossary), of_entry(glossary, entry)])
        told, steps = Folded(), []
        for event in events:
            fault = told.apply(event)
            if event.body.get("entry") != entry:
                continue
            known = told[glossary].entries.get(entry) if glossary in told else None
            level = agreement.level(known, told[glossary].parties)[0] if known else ""
            if known and agreement.agreed(known) and level == "proposed":
                level = str(agreement.agreed(known)[0].content["aim"])
            steps.append(
                Step(
                    event.hash, event.party, event.author, event.time, event.kind, event.body, level,
                    fault,
                )
            )  # fmt: skip
        return steps

    def awaited(self, parties: Collection[str]) -> int:
        """How much waits for these parties, given by their identifiers, in all glossaries and rounds."""
        c = tables.wait.c
        with self._core.database.reading() as connection:
            asked = select(func.count()).select_from(tables.wait).where(c.party.in_(parties))
            return connection.scalar(asked) or 0

    def waiting(self, party: str = "") -> Sequence[Wait]:
        """What waits for a party, or for all, in all glossaries and their rounds.

        Raises:
            NoSuchParty
        """
        with self._core.database.reading() as connection:
            c = tables.wait.c
            asked = select(c.facts).order_by(c.party, c.subject, c.id)
            if party:
                asked = asked.where(c.party == resolved(connection, party))
            found = [json.loads(facts) for facts in connection.scalars(asked)]
        return [Wait(**{**one, "proposers": tuple(one["proposers"])}) for one in found]

    def termbase(self, glossary: str, parties: Sequence[str] = (), *, source: str = "") -> Termbase:
        """The terms that parties accept as renderings of each other, as entries that are "agreed".

        Args:
            parties: Among whom; without any, what each entry shows.
            source: What entries name as where they come from; the glossary's name without it.

        Raises:
            NoSuchEntry: there is no such glossary. NoSuchParty
        """
        with self._core.database.reading() as connection:
            among = [resolved(connection, party) for party in parties]
            return agreed_termbase(connection, glossary, among, source=source)

    def digest(self) -> str:
        """SHA-256 of what the record says of parties, glossaries, entries and rounds: the same in two copies
        that hold the same events."""
        with self._core.database.reading() as connection:
            return state_digest(connection)

    # A party's own words

    def found(
        self, signer: Signer, glossary: str, titles: Texts, languages: Sequence[str], parties: Sequence[str]
    ) -> None:
        """Found a glossary of these parties, in these languages.

        Raises:
            AlreadyThere. NoSuchParty
        """
        if check_slug(glossary) in _TAKEN:
            raise InputError("No glossary may have the name {name}.", name=glossary)
        with self._core.database.writing() as connection:
            if connection.scalar(select(tables.glossary.c.id).where(tables.glossary.c.id == glossary)):
                raise AlreadyThere("There is a glossary {glossary} already.", glossary=glossary)
            everybody = sorted({signer.party, *(resolved(connection, one) for one in parties)})
            body = {
                "glossary": glossary,
                "titles": titles,
                "languages": sorted(set(languages)),
                "parties": everybody,
            }
            say(self._core, connection, signer, [("glossary.founded", body)])
        self._copied()

    def extend(
        self, signer: Signer, glossary: str, *, parties: Sequence[str] = (), languages: Sequence[str] = ()
    ) -> None:
        """Add parties and languages to a glossary; what was agreed before stays among those who agreed."""
        with self._core.database.writing() as connection:
            added = sorted({resolved(connection, one) for one in parties})
            body = {"glossary": glossary, "parties": added, "languages": sorted(set(languages))}
            say(self._core, connection, signer, [("glossary.extended", body)])
        self._copied()

    def define(
        self,
        signer: Signer,
        glossary: str,
        entry: str,
        language: str,
        text: str,
        *,
        source: str = "",
        date: str = "",
        translations: Texts | None = None,
    ) -> str:
        """Give the party's own definition; returns the hash of the event, which proposals name.

        Args:
            language: Of the definition. source, date: What it is taken from.
            translations: The party's own, by language.
        """
        body = {
            "language": language,
            "text": text,
            "source": source,
            "date": date,
            "translations": translations or {},
        }
        return self._say(signer, glossary, entry, "definition.given", body)

    def note(self, signer: Signer, glossary: str, entry: str, language: str, text: str) -> str:
        """Give the party's own note in a language; "" takes it back. Returns the hash of the event."""
        return self._say(signer, glossary, entry, "note.given", {"language": language, "text": text})

    def attest(self, signer: Signer, glossary: str, entry: str, attestation: Mapping[str, Any]) -> str:
        """Cite a dated passage of an official text; returns the hash of the event.

        `attestation` has document, title, body, date, source and passages, each of these with language,
        original, ranges and words.
        """
        return self._say(signer, glossary, entry, "attestation.given", {"attestation": attestation})

    def unattest(
        self, signer: Signer, glossary: str, entry: str, attestation: str, *, reason: str = ""
    ) -> str:
        """Take back an attestation that the party gave, by its event; returns the hash of the event."""
        body = {"attestation": attestation, "reason": reason}
        return self._say(signer, glossary, entry, "attestation.withdrawn", body)

    # Agreement

    def propose(
        self,
        signer: Signer,
        glossary: str,
        entry: str,
        content: Mapping[str, Any],
        *,
        accept: bool = True,
        reservation: Texts | None = None,
        definition: Mapping[str, Any] | None = None,
        note: Texts | None = None,
    ) -> str:
        """Propose a content for an entry, and accept it; returns the proposal's hash.

        Parties may be given by their short names. What the parties of the proposal agreed on and what it
        does not name is named as replaced, so that nothing that holds is left beside it. An open proposal
        for the same parties that this party alone made is withdrawn.

        Args:
            content: As `dragoman.glossary.content` makes it.
            accept: Whether the party accepts it at once. reservation: With that, by language.
            definition: The party's own (see `define`), given together with the proposal, which names it
                where it names the parties' definitions. note: The party's own (see `note`).
        """
        check_slug(entry)
        where = {"glossary": glossary, "entry": entry}
        with self._core.database.writing() as connection:
            found = state_of(connection, glossary, entry, new=True)[1]
            own: list[tuple[str, Mapping[str, Any]]] = []
            if definition:
                rest = {"source": "", "date": "", "translations": {}}
                own.append(("definition.given", {**where, **rest, **definition}))
            if note:
                own.append(("note.given", {**where, **note}))
            made = say(self._core, connection, signer, own)
            if definition and content["aim"] in _NAMING_DEFINITIONS:
                named = {**content["definitions"], signer.party: made[0].hash}
                content = {**content, "definitions": named}
            content = complete(connection, content, found)
            name = proposal_hash(glossary, entry, content)
            said: list[tuple[str, Mapping[str, Any]]] = [("proposal.made", {**where, "content": content})]
            said += [
                ("proposal.withdrawn", {**where, "proposal": one, "reason": ""})
                for one in _overtaken(found, signer.party, content["parties"])
                if one != name
            ]
            if accept:
                body = {**where, "proposal": name, "reservation": reservation or {}}
                said.append(("proposal.accepted", body))
            say(self._core, connection, signer, said)
        self._copied()
        return name

    def accept(
        self, signer: Signer, glossary: str, proposal: str, *, reservation: Texts | None = None
    ) -> None:
        """Accept a proposal, by its hash, with a reservation by language if there is one."""
        self.answer(signer, glossary, [Answer(proposal, "accept", reservation or {})])

    def refuse(self, signer: Signer, glossary: str, proposal: str, reason: str) -> None:
        """Say that the party does not accept a proposal, and why."""
        self.answer(signer, glossary, [Answer(proposal, "refuse", reason=reason)])

    def answer(self, signer: Signer, glossary: str, answers: Iterable[Answer]) -> int:
        """Answer several proposals at once: all is kept or nothing. Returns how many."""
        with self._core.database.writing() as connection:
            said: list[tuple[str, Mapping[str, Any]]] = []
            for one in answers:
                entry, name = located(connection, glossary, one.proposal)
                where = {"glossary": glossary, "entry": entry, "proposal": name}
                if one.answer == "accept":
                    said.append(("proposal.accepted", {**where, "reservation": one.reservation}))
                else:
                    if not one.reason.strip():
                        raise InputError(
                            "A refusal needs a reason.",
                            where=entry,
                            remedy="Say what the party does not accept.",
                        )
                    said.append(("proposal.refused", {**where, "reason": one.reason}))
            say(self._core, connection, signer, said)
        self._copied()
        return len(said)

    def withdraw(self, signer: Signer, glossary: str, proposal: str, *, reason: str = "") -> None:
        """Take back a proposal of the party's own that is not agreed."""
        self._of_proposal(signer, glossary, proposal, "proposal.withdrawn", reason)

    def take_back(self, signer: Signer, glossary: str, proposal: str, reason: str) -> None:
        """Take back the party's acceptance: what was agreed by it ends, and its story says so and why."""
        self._of_proposal(signer, glossary, proposal, "acceptance.withdrawn", reason)

    def _of_proposal(self, signer: Signer, glossary: str, proposal: str, kind: str, reason: str) -> None:
        with self._core.database.writing() as connection:
            entry, name = located(connection, glossary, proposal)
            body = {"glossary": glossary, "entry": entry, "proposal": name, "reason": reason}
            say(self._core, connection, signer, [(kind, body)])
        self._copied()

    def _say(self, signer: Signer, glossary: str, entry: str, kind: str, body: Mapping[str, Any]) -> str:
        check_slug(entry)
        with self._core.database.writing() as connection:
            glossary_of(connection, glossary)
            whole = {"glossary": glossary, "entry": entry, **body}
            (event,) = say(self._core, connection, signer, [(kind, whole)])
        self._copied()
        return event.hash

    def _copied(self) -> None:
        log.copied(self._core.database, self._core.place.record)


def _overtaken(entry: EntryState | None, party: str, parties: Sequence[str]) -> Iterator[str]:
    """The open proposals for these parties that this party alone has made and at most itself accepts."""
    for one in entry.proposals.values() if entry else ():
        alone = set(one.made) == {party} and set(one.acceptances) <= {party}
        if alone and not one.is_agreed and one.parties == tuple(parties):
            yield one.hash
