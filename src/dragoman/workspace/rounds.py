"""Rounds of talks on a glossary: agenda, answers, minutes, and how each was closed."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import Connection, select

from dragoman.errors import AlreadyThere, NoSuchEntry
from dragoman.record import agreement
from dragoman.record.glossaries import GlossaryState
from dragoman.record.rounds import RoundState
from dragoman.record.subjects import of_entry, of_glossary, of_round
from dragoman.workspace import log, tables
from dragoman.workspace.agreed import check_slug, folded, glossary_of, say
from dragoman.workspace.agreedmodel import (
    AgendaItem,
    Candidate,
    Counts,
    EntryLine,
    ProposalView,
    RoundLine,
    RoundView,
    Signer,
)
from dragoman.workspace.agreedreading import lines_of, rounds_by_entry
from dragoman.workspace.agreedviews import counted, minutes_of, proposal_view, round_line
from dragoman.workspace.candidates import candidates
from dragoman.workspace.core import Core
from dragoman.workspace.parties import resolved

_round = tables.round_.c


class Rounds:
    """The rounds of a workspace's glossaries. What changes one is signed, and kept whole or not at all.

    Raises of all that changes something: NoSuchEntry; InputError: it cannot be said as things are.
    """

    def __init__(self, core: Core) -> None:
        self._core = core

    def list(self, glossary: str) -> Sequence[RoundLine]:
        """The rounds of a glossary, the latest first.

        Raises:
            NoSuchEntry: there is no such glossary.
        """
        with self._core.database.reading() as connection:
            glossary_of(connection, glossary)
            asked = select(_round.facts).where(_round.glossary == glossary)
            rows = connection.scalars(asked.order_by(_round.start.desc(), _round.id.desc())).all()
        return [_line(json.loads(facts)) for facts in rows]

    def round(self, glossary: str, name: str) -> RoundView:
        """One round with its agenda, and how the entries on it stand.

        Raises:
            NoSuchEntry
        """
        with self._core.database.reading() as connection:
            found = self._state(connection, glossary, name)
            subjects = [of_entry(glossary, entry) for entry in found.agenda]
            state = folded(connection, of_glossary(glossary), *subjects)[0][glossary]
            lines = lines_of(connection, glossary)
            rounds = rounds_by_entry(connection, glossary)
            outcomes = {entry: (said[0], said[1]) for entry, said in _outcomes(state, found).items()}
            agenda = tuple(
                AgendaItem(
                    item.entry,
                    item.party,
                    item.note,
                    lines.get(item.entry),
                    _proposals(state, item.entry, rounds),
                    _closed_as(found, item.entry),
                )
                for item in found.agenda.values()
            )
        return RoundView(
            glossary=glossary,
            line=round_line(found),
            chairs=dict(found.chairs),
            experts=dict(found.experts),
            agenda=agenda,
            removed=tuple(found.removed),
            minutes=minutes_of(found),
            closed_by=tuple(found.closings),
            differing=_differing(found),
            counts=_counts(agenda),
            outcomes=outcomes,
            closings={party: dict(said) for party, (_event, said) in found.closings.items()},
        )

    def candidates(
        self,
        glossary: str,
        *,
        query: str = "",
        limit: int = 100,
        parties: Sequence[str] = (),
        names: bool = False,
    ) -> Sequence[Candidate]:
        """Terms of the documents here that could go on an agenda: first those that every party uses, the most
        used before.

        Args:
            query: Words that one of the terms has, compared by lemma, in Chinese by character.
            limit: How many at most.
            parties: Those of the glossary who want to agree; all without them.
            names: Whether names of places, bodies and treaties are among them.

        Raises:
            NoSuchEntry: there is no such glossary.
        """
        with self._core.database.reading() as connection:
            return candidates(connection, glossary, query=query, limit=limit, parties=parties, names=names)

    def open(
        self,
        signer: Signer,
        glossary: str,
        name: str,
        topics: Mapping[str, str],
        *,
        start: str = "",
        end: str = "",
        parties: Sequence[str] = (),
        chair: str = "",
        experts: Sequence[str] = (),
    ) -> None:
        """Open a round: its topic by language, its dates, its parties (all of the glossary without any).

        `chair` and `experts` are the party's own; each other party names its own with `join`.
        """
        check_slug(name)
        with self._core.database.writing() as connection:
            state = glossary_of(connection, glossary)
            if connection.scalar(select(_round.id).where(_round.glossary == glossary, _round.id == name)):
                raise AlreadyThere("There is a round {round} already.", round=name)
            wanted = {resolved(connection, one) for one in parties} | {signer.party}
            body = {
                "glossary": glossary,
                "round": name,
                "topics": topics,
                "from": start,
                "to": end,
                "parties": sorted(wanted if parties else state.parties),
                "chair": chair,
                "experts": list(experts),
            }
            say(self._core, connection, signer, [("round.opened", body)])
        self._copied()

    def join(
        self, signer: Signer, glossary: str, name: str, chair: str, *, experts: Sequence[str] = ()
    ) -> None:
        """Name the party's own chair and experts of a round; again when they change."""
        self._say(signer, glossary, name, [("round.joined", {"chair": chair, "experts": list(experts)})])

    def add(
        self,
        signer: Signer,
        glossary: str,
        name: str,
        entries: Sequence[str],
        *,
        note: str = "",
        notes: Mapping[str, str] | None = None,
    ) -> None:
        """Put entries on the agenda, with a note for all of them, or by entry with `notes`."""
        own = notes or {}
        said = [
            ("agenda.added", {"entry": check_slug(entry), "note": own.get(entry, note)}) for entry in entries
        ]
        self._say(signer, glossary, name, said)

    def remove(self, signer: Signer, glossary: str, name: str, entry: str, reason: str) -> None:
        """Take an entry from the agenda."""
        self._say(signer, glossary, name, [("agenda.removed", {"entry": entry, "reason": reason})])

    def propose_minutes(self, signer: Signer, glossary: str, name: str, texts: Mapping[str, str]) -> str:
        """Propose minutes, by language; returns the event that they are accepted by."""
        return self._say(signer, glossary, name, [("minutes.proposed", {"texts": texts})])

    def accept_minutes(self, signer: Signer, glossary: str, name: str, minutes: str) -> None:
        """Accept minutes, by the event that proposed them."""
        self._say(signer, glossary, name, [("minutes.accepted", {"minutes": minutes})])

    def close(self, signer: Signer, glossary: str, name: str) -> None:
        """Close a round with the outcomes that its entries have now; it is closed when every party has done
        so with the same ones."""
        with self._core.database.writing() as connection:
            found = self._state(connection, glossary, name)
            subjects = [of_entry(glossary, entry) for entry in found.agenda]
            state = folded(connection, of_glossary(glossary), *subjects)[0][glossary]
            body = {"glossary": glossary, "round": name, "outcomes": _outcomes(state, found)}
            say(self._core, connection, signer, [("round.closed", body)])
        self._copied()

    def _state(self, connection: Connection, glossary: str, name: str) -> RoundState:
        glossary_of(connection, glossary)
        state = folded(connection, of_glossary(glossary), of_round(glossary, name))[0][glossary]
        if name not in state.rounds:
            raise NoSuchEntry(
                "The glossary {glossary} has no round {round}.",
                remedy="`dragoman rounds list` lists them.",
                glossary=glossary,
                round=name,
            )
        return state.rounds[name]

    def _say(
        self, signer: Signer, glossary: str, name: str, said: Sequence[tuple[str, Mapping[str, Any]]]
    ) -> str:
        """Write events of a round; returns the hash of the last."""
        with self._core.database.writing() as connection:
            self._state(connection, glossary, name)
            where = {"glossary": glossary, "round": name}
            made = say(self._core, connection, signer, [(kind, {**where, **body}) for kind, body in said])
        self._copied()
        return made[-1].hash

    def _copied(self) -> None:
        log.copied(self._core.database, self._core.place.record)


def _line(facts: Mapping[str, Any]) -> RoundLine:
    said = {name: value for name, value in facts.items() if name != "agenda"}
    return RoundLine(**{**said, "parties": tuple(said["parties"])})


def _proposals(
    state: GlossaryState, entry: str, rounds: Mapping[str, Sequence[str]]
) -> tuple[ProposalView, ...]:
    found = state.entries.get(entry)
    if found is None:
        return ()
    return tuple(
        proposal_view(found, one, state.id, rounds.get(entry, ())) for one in found.proposals.values()
    )


def _outcomes(state: GlossaryState, found: RoundState) -> dict[str, list[str]]:
    """How the entries of the agenda stand among the parties of the round."""
    return {
        entry: list(agreement.level(state.entries[entry], found.parties))
        if entry in state.entries
        else ["", ""]
        for entry in found.agenda
    }


def _closed_as(found: RoundState, entry: str) -> str:
    """The outcome that a closed round was closed with, "" while it is open."""
    if not found.is_closed:
        return ""
    _event, outcomes = next(iter(found.closings.values()))
    return outcomes[entry][0]


def _differing(found: RoundState) -> tuple[str, ...]:
    closings = list(found.closings.items())
    return tuple(party for party, (_event, said) in closings if said != closings[0][1][1])


def _counts(agenda: Sequence[AgendaItem]) -> Counts:
    """Of the agenda, as frozen in the closing, else as of now."""
    lines: list[EntryLine] = []
    proposers: list[str] = []
    for item in agenda:
        if item.line is None:
            continue
        lines.append(replace(item.line, level=item.outcome) if item.outcome else item.line)
        proposers += item.line.proposers
    return counted(lines, proposers)
