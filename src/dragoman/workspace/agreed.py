"""What the record says of parties, glossaries, entries and rounds, in tables.

One way leads there, whether an event was just written, came in a bundle, or all is made anew: the events of a
subject are folded and its rows written.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from typing import Any

from sqlalchemy import Connection, delete, insert, select

from dragoman.errors import InputError, NoSuchEntry
from dragoman.plain import plain
from dragoman.record.entries import EntryState
from dragoman.record.events import Event
from dragoman.record.fault import Fault
from dragoman.record.fields import is_slug
from dragoman.record.glossaries import Glossaries, GlossaryState
from dragoman.record.names import founding_fingerprint
from dragoman.record.parties import BY_RECOVERY, Parties, PartyState
from dragoman.record.rounds import RoundState
from dragoman.record.subjects import of_entry, of_glossary, of_party, of_round, subject_of
from dragoman.terms.keys import BY_CHARACTER, key_of
from dragoman.workspace import log, stock, tables
from dragoman.workspace.agreedmodel import Signer
from dragoman.workspace.agreedviews import entry_line, entry_waits, round_line, round_waits
from dragoman.workspace.compact import compact
from dragoman.workspace.core import Core

_events = tables.event.c


def say(
    core: Core, connection: Connection, signer: Signer, said: Iterable[tuple[str, Mapping[str, Any]]]
) -> list[Event]:
    """Write signed events of a party, if they can be; the tables say afterwards what they mean.

    Raises:
        InputError: an event says what cannot be, the key is not in force, or the party's chain forks;
            nothing was written.
    """
    made = []
    for kind, body in said:
        _check_signer(connection, signer, kind)
        event = log.append(connection, signer.party, signer.author, kind, body, signer.secret)
        if kind in BY_RECOVERY:
            if stock.settle_forks(connection):
                project_agreed(connection)
            _check_fork(signer.party, stock.forks(connection).get(signer.party, 0))
        fault = project_subjects(connection, [subject_of(event)]).get(event.hash)
        if fault is not None:
            # The transaction that this error ends takes the event with it.
            values: Mapping[str, Any] = fault.values
            raise InputError(fault.what, remedy="Nothing was written.", **values)
        made.append(event)
    return made


def _check_signer(connection: Connection, signer: Signer, kind: str) -> None:
    row = connection.execute(select(tables.party).where(tables.party.c.id == signer.party)).first()
    facts = json.loads(row.facts) if row is not None else {}
    if not facts and kind != "party.founded":
        raise InputError(
            "The party {party} is not founded here.",
            remedy="`dragoman parties found` founds one.",
            party=signer.party,
        )
    forked = row.forked if row is not None else 0
    recovering = kind in BY_RECOVERY and signer.secret.public == facts.get("recovery")
    if not recovering:
        _check_fork(signer.party, forked)
        _check_whole(connection, signer.party)
    if not (recovering or signer.secret.public == _in_force(facts, signer)):
        raise InputError(
            "This key is not the one in force of {party}.",
            remedy="Sign with the present key; `dragoman parties show` tells its fingerprint.",
            party=signer.party,
        )


def _check_whole(connection: Connection, party: str) -> None:
    """Refuse to write where others have seen events of the party that this copy lacks: it would fork."""
    waiting = select(tables.pending.c.line).where(tables.pending.c.reason == "waiting")
    heads = {Event.from_json(line).heads.get(party, "") for line in connection.scalars(waiting)} - {""}
    lacking = heads - set(connection.scalars(select(_events.hash).where(_events.hash.in_(heads))))
    if lacking:
        raise InputError(
            "Another party has seen {event} of {party}, which this copy lacks: it was cut, or is an old one.",
            remedy="Import a full bundle first, from whoever has it: now the chain would fork.",
            party=party,
            event=min(lacking),
        )


def _in_force(facts: Mapping[str, Any], signer: Signer) -> str:
    """The public key that signs for a party, "" for none; before its founding the one it is called after."""
    if not facts:
        founds = signer.secret.fingerprint == founding_fingerprint(signer.party)
        return signer.secret.public if founds else ""
    last = facts["keys"][-1]
    return "" if last["until"] else str(last["key"])


def _check_fork(party: str, fork: int) -> None:
    if fork:
        raise InputError(
            "The chain of {party} forks at event {fork}: nothing that is written to it now would count.",
            remedy="Revoke the key with the recovery key: the branch that the revocation stands in holds, "
            "unless another one holds a revocation too.",
            party=party,
            fork=fork,
        )


def folded(connection: Connection, *subjects: str) -> tuple[Glossaries, dict[str, Fault], list[Event]]:
    """Subjects of one glossary folded from their events, why some count for nothing, and the events."""
    found, refused = Glossaries(), {}
    events = log.of_subjects(connection, subjects)
    for event in events:
        fault = found.apply(event)
        if fault is not None:
            refused[event.hash] = fault
    return found, refused, events


def glossary_of(connection: Connection, glossary: str) -> GlossaryState:
    """A glossary without its entries and rounds.

    Raises:
        NoSuchEntry
    """
    found = folded(connection, of_glossary(glossary))[0].get(glossary)
    if found is None:
        raise no_glossary(connection, glossary)
    return found


def no_glossary(connection: Connection, glossary: str) -> NoSuchEntry:
    """That there is no glossary of this name, and which there are."""
    names = connection.scalars(select(tables.glossary.c.id).order_by(tables.glossary.c.id)).all()
    return NoSuchEntry(
        "There is no glossary {glossary}.",
        remedy="There are: {names}." if names else "`dragoman glossary found` makes one.",
        glossary=glossary,
        names=", ".join(names),
    )


def party_state(connection: Connection, party: str) -> tuple[PartyState | None, dict[str, Fault]]:
    """A party as its own events make it, and why some of them count for nothing."""
    found, refused = Parties(), {}
    for event in sorted(log.of_subjects(connection, [of_party(party)]), key=lambda one: one.sequence):
        wrong = found.apply(event)
        if wrong is not None:
            refused[event.hash] = wrong
    return found.get(party), refused


def project_subjects(connection: Connection, subjects: Iterable[str]) -> dict[str, Fault]:
    """Write what the record says of these subjects; why some of their events count for nothing, by hash.

    With a glossary that has other parties or languages than before come all its entries and rounds.
    """
    refused: dict[str, Fault] = {}
    parts: set[str] = set()
    for subject in set(subjects):
        kind, _slash, name = subject.partition("/")
        if kind == "party":
            refused |= _project_party(connection, name)
        elif kind == "glossary":
            changed, wrong = _project_glossary(connection, name)
            refused |= wrong
            parts |= _parts(connection, name) if changed else set()
        else:
            parts.add(subject)
    for subject in sorted(parts):
        refused |= _project_part(connection, subject)
    return refused


def project_agreed(connection: Connection) -> None:
    """Write all of it anew. Which parties are trusted, and whose chains fork, is kept."""
    for table in (tables.glossary, tables.entry, tables.proposal, tables.wait, tables.round_):
        connection.execute(delete(table))
    asked = select(_events.subject).where(_events.subject != "").distinct().order_by(_events.subject)
    project_subjects(connection, connection.scalars(asked).all())
    trusted = select(_events.line).where(_events.kind == "party.trusted").order_by(_events.position)
    for line in connection.scalars(trusted):
        mark_trusted(connection, str(Event.from_json(line).body["party"]))


def mark_trusted(connection: Connection, party: str) -> None:
    """Note that this workspace takes what a party signs, whether anything of it is here or not."""
    known = connection.execute(select(tables.party.c.id).where(tables.party.c.id == party)).first()
    if known is None:
        _write_party(connection, party, None)
    connection.execute(tables.party.update().where(tables.party.c.id == party).values(trusted=True))


def state_digest(connection: Connection) -> str:
    """SHA-256 of what the record says of parties, glossaries, entries and rounds: the same in two copies that
    hold the same events."""
    total = hashlib.sha256()
    party = tables.party.c
    asked = (
        select(party.id, party.facts, party.forked).where(party.facts != "{}").order_by(party.id),
        select(tables.glossary).order_by(tables.glossary.c.id),
        select(tables.entry).order_by(tables.entry.c.glossary, tables.entry.c.id),
        select(tables.round_).order_by(tables.round_.c.glossary, tables.round_.c.id),
    )
    for one in asked:
        for row in connection.execute(one):
            total.update(compact(list(row)).encode())
            total.update(b"\n")
    return f"sha256:{total.hexdigest()}"


def _project_party(connection: Connection, name: str) -> dict[str, Fault]:
    found, refused = party_state(connection, name)
    _write_party(connection, name, found)
    return refused


def _project_glossary(connection: Connection, glossary: str) -> tuple[bool, dict[str, Fault]]:
    """Write a glossary itself; whether it is another than before, and what of it counts for nothing."""
    glossaries, refused, _read = folded(connection, of_glossary(glossary))
    table = tables.glossary
    before = connection.scalar(select(table.c.facts).where(table.c.id == glossary))
    state = glossaries.get(glossary)
    facts = compact(_glossary_facts(state)) if state else None
    if facts == before:
        return False, refused
    connection.execute(delete(table).where(table.c.id == glossary))
    if facts is not None:
        connection.execute(insert(table).values(id=glossary, facts=facts))
    return True, refused


def _parts(connection: Connection, glossary: str) -> set[str]:
    """The entries and rounds of a glossary, as subjects."""
    asked = select(_events.subject).where(
        _events.subject.startswith(f"entry/{glossary}/", autoescape=True)
        | _events.subject.startswith(f"round/{glossary}/", autoescape=True)
    )
    return set(connection.scalars(asked.distinct()))


def _project_part(connection: Connection, subject: str) -> dict[str, Fault]:
    """Write an entry or a round."""
    kind, glossary, name = subject.split("/")
    glossaries, refused, _read = folded(connection, of_glossary(glossary), subject)
    write = _write_entry if kind == "entry" else _write_round
    write(connection, glossary, name, glossaries.get(glossary))
    return refused


def _glossary_facts(state: GlossaryState) -> dict[str, Any]:
    return {
        "titles": dict(state.titles),
        "languages": sorted(state.languages),
        "parties": sorted(state.parties),
        "founder": state.founder,
        "founded": state.founded,
    }


def _write_party(connection: Connection, name: str, found: PartyState | None) -> None:
    table = tables.party
    facts = compact(_party_facts(found)) if found else "{}"
    row = {"name": name.partition("@")[0], "facts": facts}
    changed = connection.execute(table.update().where(table.c.id == name).values(**row))
    if not changed.rowcount:
        connection.execute(insert(table).values(id=name, trusted=False, forked=0, **row))


def _party_facts(found: PartyState) -> dict[str, Any]:
    return {
        "names": dict(found.names),
        "founded": found.founded,
        "recovery": found.recovery,
        "keys": [plain(key) for key in found.keys],
    }


def _write_entry(connection: Connection, glossary: str, name: str, state: GlossaryState | None) -> None:
    table, proposals, waits = tables.entry, tables.proposal, tables.wait
    connection.execute(delete(table).where(table.c.glossary == glossary, table.c.id == name))
    connection.execute(delete(proposals).where(proposals.c.glossary == glossary, proposals.c.entry == name))
    connection.execute(delete(waits).where(waits.c.subject == of_entry(glossary, name)))
    entry = state.entries.get(name) if state else None
    if state is None or entry is None:
        return
    line = entry_line(entry, state)
    connection.execute(
        insert(table).values(
            glossary=glossary,
            id=name,
            level=line.level,
            place=line.place,
            dimension=line.dimension,
            heads=compact(dict(line.heads)),
            words=_words(entry),
            facts=compact(plain(line)),
        )
    )
    if entry.proposals:
        rows = [{"hash": one, "glossary": glossary, "entry": name} for one in entry.proposals]
        connection.execute(insert(proposals), rows)
    _write_waits(connection, of_entry(glossary, name), entry_waits(entry, state))


def _write_round(connection: Connection, glossary: str, name: str, state: GlossaryState | None) -> None:
    table, waits = tables.round_, tables.wait
    connection.execute(delete(table).where(table.c.glossary == glossary, table.c.id == name))
    connection.execute(delete(waits).where(waits.c.subject == of_round(glossary, name)))
    found: RoundState | None = state.rounds.get(name) if state else None
    if found is None:
        return
    facts = {**plain(round_line(found)), "agenda": list(found.agenda)}
    connection.execute(
        insert(table).values(glossary=glossary, id=name, start=found.start, facts=compact(facts))
    )
    _write_waits(connection, of_round(glossary, name), round_waits(found))


def _write_waits(connection: Connection, subject: str, waits: Iterable[Any]) -> None:
    rows = [{"party": one.party, "subject": subject, "facts": compact(plain(one))} for one in waits]
    if rows:
        connection.execute(insert(tables.wait), rows)


def _words(entry: EntryState) -> str:
    """All terms of an entry for a search: keys of lemmas with spaces around, or characters, a line each."""
    keys = {
        (term["language"], key_of(term["text"], term["language"]))
        for proposal in entry.proposals.values()
        for term in proposal.content["terms"]
    }
    return "\n".join(key if code in BY_CHARACTER else f" {key} " for code, key in sorted(keys))


def check_slug(name: str) -> str:
    """The name of a glossary, entry or round, if it may be one.

    Raises:
        InputError
    """
    if not is_slug(name):
        raise InputError(
            "{name!r} cannot be the name of a glossary, an entry or a round.",
            remedy="Use small Latin letters, digits and hyphens, up to 80, such as water-security.",
            name=name,
        )
    return name
