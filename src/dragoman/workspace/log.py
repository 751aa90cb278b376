"""The record in the database, and its copy beside it.

Events are appended in the transaction that also brings what is derived from them up to date. The copy, one
event a line, is brought up to date afterwards: with the originals it is enough to make the workspace again.
"""

from __future__ import annotations

import json
import os
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from types import MappingProxyType
from typing import Any

from sqlalchemy import Connection, func, insert, select

from dragoman.errors import WorkspaceError
from dragoman.record.chain import read, verify
from dragoman.record.events import Event
from dragoman.record.fault import Fault
from dragoman.record.keys import SecretKey
from dragoman.record.names import is_signed_party
from dragoman.record.subjects import subject_of
from dragoman.workspace import tables
from dragoman.workspace.clock import now
from dragoman.workspace.database import Database, explained
from dragoman.workspace.tables import event as events

# Bytes read from the end of the copy to find its last line; an event is rarely longer.
_TAIL = 65_536
_NOTHING: Mapping[str, int] = MappingProxyType({})


def append(
    connection: Connection,
    party: str,
    author: str,
    kind: str,
    body: Mapping[str, Any],
    key: SecretKey | None = None,
) -> Event:
    """Write one more event of a party, signed if it signs; the caller's transaction makes it last."""
    last = connection.execute(
        select(events.c.sequence, events.c.hash)
        .where(events.c.party == party)
        .order_by(events.c.sequence.desc())
        .limit(1)
    ).first()
    made = Event(
        party=party,
        author=author,
        sequence=last.sequence + 1 if last else 1,
        previous=last.hash if last else "",
        heads=_heads(connection, party),
        time=now(),
        kind=kind,
        body=body,
    )
    if key is not None:
        made = made.signed(key)
    stored(connection, [made])
    return made


def stored(connection: Connection, made: Sequence[Event], aside: Mapping[str, int] = _NOTHING) -> None:
    """Write events that were made before, as a restored copy holds them: each behind all that it follows,
    which are here already, come before it, or are kept `aside`, with these depths by hash."""
    depths = dict(aside)
    rows = []
    for one in made:
        wanted = [before for before in one.follows if before not in depths]
        asked = select(events.c.hash, events.c.depth).where(events.c.hash.in_(wanted))
        if wanted:
            depths.update((row.hash, row.depth) for row in connection.execute(asked))
        depths[one.hash] = 1 + max((depths[before] for before in one.follows), default=0)
        rows.append({**row_of(one), "depth": depths[one.hash]})
    if rows:
        connection.execute(insert(events), rows)


def of_subjects(connection: Connection, subjects: Sequence[str]) -> list[Event]:
    """The events about any of these subjects that count, in the order of the record."""
    party = tables.party.c
    asked = (
        select(events.c.line, events.c.party, events.c.sequence)
        .outerjoin(tables.party, (party.id == events.c.party) & (party.forked > 0))
        .where(events.c.subject.in_(subjects))
        .where(party.forked.is_(None) | (events.c.sequence < party.forked))
        .order_by(events.c.depth, events.c.hash)
    )
    return [
        Event.from_json(row.line, where=f"{row.party} {row.sequence}") for row in connection.execute(asked)
    ]


def history(connection: Connection, document: str = "") -> list[Event]:
    """All events in the order in which they were written, or those of one document."""
    asked = select(events.c.line, events.c.party, events.c.sequence).order_by(events.c.position)
    if document:
        asked = asked.where(events.c.document == document)
    return [
        Event.from_json(row.line, where=f"{row.party} {row.sequence}") for row in connection.execute(asked)
    ]


def faults(stored_lines: Sequence[str], aside: Sequence[str] = ()) -> list[Fault]:
    """What is wrong with a record as it is stored: events that were altered, else their chains.

    `aside` are the events that are kept beside it, see `aside_lines`.
    """
    events, altered = read(stored_lines)
    return altered or verify(events, aside=read(aside)[0])


def aside_lines(connection: Connection) -> list[str]:
    """The events that have no place in the record, as their chain forks; others may follow them."""
    c = tables.pending.c
    return list(connection.scalars(select(c.line).where(c.reason == "fork").order_by(c.hash)))


def lines(connection: Connection) -> list[str]:
    """All events as they are stored."""
    return list(connection.scalars(select(events.c.line).order_by(events.c.position)))


def row_of(made: Event) -> dict[str, object]:
    """The columns of an event that it tells by itself."""
    return {
        "hash": made.hash,
        "party": made.party,
        "sequence": made.sequence,
        "kind": made.kind,
        "document": str(made.body.get("document", "")),
        "line": made.to_json(),
        "subject": subject_of(made),
    }


def _heads(connection: Connection, party: str) -> dict[str, str]:
    """The last event of each other party that this workspace has seen; a party that signs names those of
    others that sign, as nothing else leaves the workspace."""
    last = (
        select(events.c.party, func.max(events.c.sequence).label("sequence"))
        .where(events.c.party != party)
        .group_by(events.c.party)
        .subquery()
    )
    asked = select(events.c.party, events.c.hash).join(
        last, (events.c.party == last.c.party) & (events.c.sequence == last.c.sequence)
    )
    found = {row.party: row.hash for row in connection.execute(asked)}
    signing = is_signed_party(party)
    return {other: head for other, head in found.items() if is_signed_party(other) == signing}


def copied(database: Database, file: Path) -> None:
    """Bring the copy up to date. A line that was cut off, as a killed process leaves it, is written anew.

    Where the copy cannot be written now, the next change writes it: what was recorded is in the database, and
    to say that it had failed would have it done twice.
    """
    # A writing transaction: processes that copy at once take turns.
    with suppress(WorkspaceError), database.writing() as connection, explained(str(file)):
        last, length = _end(file)
        asked = select(events.c.line).order_by(events.c.position)
        if length:
            asked_last = select(events.c.position, events.c.line).where(events.c.hash == _hash_in(last))
            known = connection.execute(asked_last).first()
            if known is None or known.line != last:
                # Another record's copy, or one that was edited: keep it under another name, begin anew.
                file.replace(_free(file))
                length = 0
            else:
                asked = asked.where(events.c.position > known.position)
        missing = "".join(line + "\n" for line in connection.scalars(asked)).encode()
        if not missing and file.exists() and file.stat().st_size == length:
            return
        with file.open("r+b" if file.exists() else "x+b") as copy:
            copy.truncate(length)
            copy.seek(length)
            copy.write(missing)
            copy.flush()
            os.fsync(copy.fileno())


def set_aside(file: Path) -> None:
    """Keep the copy under another name; the next change begins a new one.

    That is for a record whose events took other places: the copy only grows.
    """
    with suppress(WorkspaceError), explained(str(file)):
        if file.exists():
            file.replace(_free(file))


def _hash_in(line: str) -> str:
    """The hash that a line says it has, "" if it is no event; whether that is true, `examine` finds out."""
    try:
        return str(json.loads(line)["hash"])
    except (ValueError, KeyError, TypeError):
        return ""


def _end(file: Path) -> tuple[str, int]:
    """The last whole line of the copy, and the length in bytes of all whole lines."""
    try:
        size = file.stat().st_size
        with file.open("rb") as copy:
            start, tail = size, b""
            while start and tail.count(b"\n") < 2:
                step = min(_TAIL, start)
                start -= step
                copy.seek(start)
                tail = copy.read(step) + tail
    except FileNotFoundError:
        return "", 0
    whole = tail[: tail.rfind(b"\n") + 1]
    line = whole.removesuffix(b"\n").rpartition(b"\n")[2].decode("utf-8", errors="replace")
    return line, start + len(whole)


def _free(file: Path) -> Path:
    """A name beside a file that no other has."""
    number = 1
    while (path := file.with_suffix(f".{number}{file.suffix}")).exists():
        number += 1
    return path
