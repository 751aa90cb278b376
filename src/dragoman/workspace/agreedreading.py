"""Reading glossaries from the tables and from the events of their entries."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from typing import Any

from sqlalchemy import Connection, select

from dragoman.errors import NoSuchEntry
from dragoman.record import agreement
from dragoman.record.entries import EntryState
from dragoman.record.glossaries import GlossaryState
from dragoman.record.subjects import of_entry, of_glossary
from dragoman.terms.keys import BY_CHARACTER, key_of
from dragoman.workspace import tables
from dragoman.workspace.agreed import folded, glossary_of, no_glossary
from dragoman.workspace.agreedmodel import (
    EntryLine,
    EntryView,
    GlossaryView,
)
from dragoman.workspace.agreedviews import counted, entry_view
from dragoman.workspace.parties import resolved

_entry, _round = tables.entry.c, tables.round_.c
_SHORTEST = len("sha256:") + 8


def line_of(facts: Mapping[str, Any]) -> EntryLine:
    """An entry's line as the table holds it."""
    lists = {name: tuple(facts[name]) for name in ("parties", "waits", "proposers")}
    return EntryLine(**{**facts, **lists})


def lines_of(connection: Connection, glossary: str) -> dict[str, EntryLine]:
    """All entries of a glossary, by identifier."""
    asked = select(_entry.id, _entry.facts).where(_entry.glossary == glossary).order_by(_entry.id)
    return {row.id: line_of(json.loads(row.facts)) for row in connection.execute(asked)}


def glossary_view(connection: Connection, glossary: str) -> GlossaryView:
    """A glossary with counts of its entries.

    Raises:
        NoSuchEntry
    """
    table = tables.glossary
    facts = connection.scalar(select(table.c.facts).where(table.c.id == glossary))
    if facts is None:
        raise no_glossary(connection, glossary)
    said = json.loads(facts)
    asked = select(_entry.facts).where(_entry.glossary == glossary)
    read = [json.loads(one) for one in connection.scalars(asked)]
    lines = [line_of(one) for one in read]
    return GlossaryView(
        glossary,
        said["titles"],
        tuple(said["languages"]),
        tuple(said["parties"]),
        said["founder"],
        said["founded"],
        counted(lines, (party for line in lines for party in line.proposers)),
    )


def state_of(
    connection: Connection, glossary: str, entry: str, *, new: bool = False
) -> tuple[GlossaryState, EntryState | None]:
    """A glossary with one of its entries, and that entry; None for a `new` one that is not there.

    Raises:
        NoSuchEntry: there is no such glossary, or no such entry and it is not a new one.
    """
    found, _refused, _events = folded(connection, of_glossary(glossary), of_entry(glossary, entry))
    state = found.get(glossary) or glossary_of(connection, glossary)
    if entry not in state.entries and not new:
        raise NoSuchEntry(
            "The glossary {glossary} has no entry {entry}.",
            remedy="`dragoman glossary entries` lists them.",
            glossary=glossary,
            entry=entry,
        )
    return state, state.entries.get(entry)


def entry_view_of(connection: Connection, glossary: str, entry: str) -> EntryView:
    """An entry with all that is said of it.

    Raises:
        NoSuchEntry
    """
    state, found = state_of(connection, glossary, entry)
    if found is None:
        raise AssertionError(entry)  # `_read` says that there is none
    cited = {str(one.body["document"]) for one in found.attestations.values()}
    c = tables.document.c
    here = set(connection.scalars(select(c.id).where(c.id.in_(cited)))) if cited else set()
    return entry_view(found, state, here, rounds_by_entry(connection, glossary))


def rounds_by_entry(connection: Connection, glossary: str) -> dict[str, list[str]]:
    """The rounds, the oldest first, that have an entry on their agenda, by the entry."""
    asked = select(_round.id, _round.facts).where(_round.glossary == glossary)
    found: dict[str, list[str]] = {}
    for row in connection.execute(asked.order_by(_round.start, _round.id)):
        for entry in json.loads(row.facts)["agenda"]:
            found.setdefault(entry, []).append(row.id)
    return found


def located(connection: Connection, glossary: str, proposal: str) -> tuple[str, str]:
    """The entry and the whole hash of a proposal, given by a beginning of it."""
    c = tables.proposal.c
    name = proposal if proposal.startswith("sha256:") else f"sha256:{proposal}"
    asked = select(c.entry, c.hash).where(c.glossary == glossary, c.hash.startswith(name, autoescape=True))
    rows = connection.execute(asked.limit(2)).all() if len(name) >= _SHORTEST else []
    if len(rows) != 1:
        raise NoSuchEntry(
            "There is no proposal {proposal} in the glossary {glossary}, or several begin so.",
            remedy="Give at least eight digits of its hash, as the entry's page shows it.",
            proposal=proposal,
            glossary=glossary,
        )
    return rows[0].entry, rows[0].hash


def complete(connection: Connection, content: Mapping[str, Any], entry: EntryState | None) -> dict[str, Any]:
    """A content with whole names of parties, and with all that it takes the place of."""
    said = dict(content)
    said["parties"] = sorted({resolved(connection, party) for party in said.get("parties", ())})
    said["definitions"] = {
        resolved(connection, party): event for party, event in said.get("definitions", {}).items()
    }
    said["relations"] = [
        {**one, "of": resolved(connection, one["of"]), "to": resolved(connection, one["to"])}
        for one in said.get("relations", ())
    ]
    holding = agreement.agreed(entry) if entry else []
    replaced = {one.hash for one in holding if set(one.parties) <= set(said["parties"])}
    said["replaces"] = sorted(replaced | set(said.get("replaces", ())))
    return said


def matcher(query: str) -> Callable[[str], bool]:
    """Whether the words of an entry's terms hold those of a query, in whatever language it is."""
    if not query.strip():
        return lambda _words: True
    characters = key_of(query, next(iter(BY_CHARACTER)))
    wanted = [f" {key_of(query, code)} " for code in ("ru", "en")]
    if any("\u3400" <= sign <= "\u9fff" for sign in query):
        return lambda words: characters in words
    return lambda words: any(one in words for one in wanted)
