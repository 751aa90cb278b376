"""The signed events of the workspace, as far as those that arrive or are handed over need them."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import islice

from sqlalchemy import Connection, delete, insert, select, update

from dragoman.record.arrivals import Arrivals, Stock
from dragoman.record.events import Event
from dragoman.record.names import is_signed_party
from dragoman.record.parties import MEANINGS
from dragoman.record.sorting import sort_out
from dragoman.workspace import keyring, log, tables
from dragoman.workspace.core import Core

# How many values a question to the database names.
_SOME = 500
_events, _pending = tables.event.c, tables.pending.c
# A first sieve: the name of a workspace's own chain, which never leaves it, may have an "@" too.
_SIGNED = _events.party.contains("@")


def trusted(core: Core, connection: Connection) -> frozenset[str]:
    """The parties whose events this workspace takes: those that it trusts, and those whose key it has."""
    c = tables.party.c
    rows = connection.execute(select(c.id, c.trusted, c.facts)).all()
    return frozenset(row.id for row in rows if row.trusted or _has_key(core, row.facts))


def held(core: Core, connection: Connection) -> frozenset[str]:
    """The parties of which a secret key lies in this workspace."""
    c = tables.party.c
    rows = connection.execute(select(c.id, c.facts)).all()
    return frozenset(row.id for row in rows if _has_key(core, row.facts))


def known(connection: Connection, names: Collection[str]) -> set[str]:
    """Those of these hashes whose events are here, in their place or beside it."""
    found: set[str] = set()
    for some in pieces(names):
        for column in (_events.hash, _pending.hash):
            found |= set(connection.scalars(select(column).where(column.in_(some))))
    return found


def placed(connection: Connection, names: Collection[str]) -> dict[str, tuple[Event, int]]:
    """Those of these hashes whose events have their place here, with their depth."""
    found = {}
    for some in pieces(names):
        asked = select(_events.line, _events.depth, _events.party).where(_events.hash.in_(some))
        for row in connection.execute(asked):
            event = Event.from_json(row.line, where=row.party)
            found[event.hash] = event, row.depth
    return found


def beside(connection: Connection) -> list[Event]:
    """The events that have no place: they wait, or their chain forks."""
    asked = select(_pending.line, _pending.party).order_by(_pending.hash)
    return [Event.from_json(row.line, where=row.party) for row in connection.execute(asked)]


def signed(connection: Connection) -> list[Event]:
    """All events of parties that sign and that have their place, in the order of the record."""
    asked = select(_events.line, _events.party).where(_SIGNED).order_by(_events.depth, _events.hash)
    rows = connection.execute(asked)
    return [Event.from_json(row.line, where=row.party) for row in rows if is_signed_party(row.party)]


def heads(connection: Connection) -> dict[str, str]:
    """The last event of each party that signs."""
    asked = select(_events.party, _events.hash).where(_SIGNED).order_by(_events.party, _events.sequence)
    return {row.party: row.hash for row in connection.execute(asked) if is_signed_party(row.party)}


def stock(
    connection: Connection, arriving: Sequence[Event], named: Iterable[str] = (), party: str = ""
) -> Stock:
    """What is here already that arriving events touch.

    Asked for besides: the events with the hashes `named`, and the keys of a `party`.
    """
    own = {event.hash for event in arriving}
    follows = {name for event in arriving for name in event.follows} | set(named)
    before = placed(connection, follows - own)
    parties = {party, *(event.party for event in (*arriving, *(one for one, _depth in before.values())))}
    first: dict[str, int] = {}
    for event in arriving:
        first[event.party] = min(event.sequence, first.get(event.party, event.sequence))
    places: dict[tuple[str, int], str] = {}
    for one, sequence in first.items():
        asked = select(_events.sequence, _events.hash)
        here = asked.where(_events.party == one, _events.sequence >= sequence)
        places |= {(one, row.sequence): row.hash for row in connection.execute(here)}
    forked = select(tables.party.c.id).where(tables.party.c.forked > 0)
    return Stock(
        places,
        {name: event for name, (event, _depth) in before.items()},
        {name: depth for name, (_event, depth) in before.items()},
        {one: _keyed(connection, one) for one in sorted(parties - {""})},
        frozenset(connection.scalars(forked)),
        lambda: signed(connection),
    )


def kept(connection: Connection, found: Arrivals) -> None:
    """Write what became of arriving events; the tables of parties and entries are left to the caller."""
    gone = [event.hash for event in found.displaced]
    for some in pieces(gone):
        connection.execute(delete(tables.event).where(_events.hash.in_(some)))
    rows = [{**log.row_of(event), "depth": found.depths[event.hash]} for event in found.held]
    if rows:
        connection.execute(insert(tables.event), rows)
    if gone:
        _in_order(connection)
    connection.execute(delete(tables.pending))
    aside = [
        *((event, "waiting") for event in found.waiting),
        *((event, "fork") for event in (*found.forked, *found.displaced)),
    ]
    if aside:
        connection.execute(insert(tables.pending), [_row(event, reason) for event, reason in aside])


def _in_order(connection: Connection) -> None:
    """Store the signed events anew, in their order: some stand before those that took a place just now."""
    columns = [column for column in tables.event.c if column.name != "position"]
    asked = select(*columns).where(_SIGNED).order_by(_events.depth, _events.hash)
    rows = [dict(row) for row in connection.execute(asked).mappings()]
    connection.execute(delete(tables.event).where(_SIGNED))
    connection.execute(insert(tables.event), rows)


def mark_forks(connection: Connection, forks: Iterable[tuple[str, int]]) -> None:
    """Note from which event on chains count no more; 0 for whole ones."""
    for party, number in forks:
        connection.execute(update(tables.party).where(tables.party.c.id == party).values(forked=number))


def forks(connection: Connection) -> dict[str, int]:
    """Parties whose chain forks, with the number of the first event that does not count."""
    c = tables.party.c
    rows = connection.execute(select(c.id, c.forked).where(c.forked > 0).order_by(c.id))
    return {row.id: row.forked for row in rows}


def settle_forks(connection: Connection) -> bool:
    """Ask anew which branches of forked chains hold, as recovery keys say; whether any is another now."""
    before = forks(connection)
    if before:
        done = sort_out([*signed(connection), *beside(connection)])
        mark_forks(connection, [(party, done.forks.get(party, 0)) for party in before])
    return forks(connection) != before


def _row(event: Event, reason: str) -> dict[str, object]:
    return {
        "hash": event.hash,
        "party": event.party,
        "sequence": event.sequence,
        "reason": reason,
        "line": event.to_json(),
    }


def _keyed(connection: Connection, party: str) -> list[Event]:
    """What a party said of its keys, in order."""
    asked = (
        select(_events.line)
        .where(_events.party == party, _events.kind.in_(sorted(MEANINGS)))
        .order_by(_events.sequence)
    )
    return [Event.from_json(line, where=party) for line in connection.scalars(asked)]


def _has_key(core: Core, facts: str) -> bool:
    keys = json.loads(facts).get("keys", [])
    return any(keyring.has(core.place.folder, key["key"]) for key in keys)


def pieces(names: Collection[str]) -> Iterator[list[str]]:
    """Names by as many as one question to the database can hold."""
    left = iter(sorted(names))
    while some := list(islice(left, _SOME)):
        yield some
