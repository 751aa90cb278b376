"""The record in the database, and its copy beside it.

Events are appended in the transaction that also brings what is derived from them up to date. The copy, one
event a line, is brought up to date afterwards: with the originals it is enough to make the workspace again.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, func, insert, select

from dragoman.errors import WorkspaceError
from dragoman.record.chain import read, verify
from dragoman.record.events import Event
from dragoman.record.fault import Fault
from dragoman.workspace.clock import now
from dragoman.workspace.database import Database, explained
from dragoman.workspace.tables import event as events

# Bytes read from the end of the copy to find its last line; an event is rarely longer.
_TAIL = 65_536


def append(connection: Connection, party: str, author: str, kind: str, body: Mapping[str, Any]) -> Event:
    """Write one more event of a party; the caller's transaction makes it last."""
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
    connection.execute(insert(events).values(**row_of(made)))
    return made


def stored(connection: Connection, made: Iterable[Event]) -> None:
    """Write events that were made before, as a restored copy holds them."""
    rows = [row_of(one) for one in made]
    if rows:
        connection.execute(insert(events), rows)


def history(connection: Connection, document: str = "") -> list[Event]:
    """All events in the order in which they were written, or those of one document."""
    asked = select(events.c.line, events.c.party, events.c.sequence).order_by(events.c.position)
    if document:
        asked = asked.where(events.c.document == document)
    return [
        Event.from_json(row.line, where=f"{row.party} {row.sequence}") for row in connection.execute(asked)
    ]


def faults(stored_lines: Sequence[str]) -> list[Fault]:
    """What is wrong with a record as it is stored: events that were altered, else their chains."""
    events, altered = read(stored_lines)
    return altered or verify(events)


def lines(connection: Connection) -> list[str]:
    """All events as they are stored."""
    return list(connection.scalars(select(events.c.line).order_by(events.c.position)))


def row_of(made: Event) -> dict[str, object]:
    """The columns of an event."""
    return {
        "hash": made.hash,
        "party": made.party,
        "sequence": made.sequence,
        "kind": made.kind,
        "document": str(made.body.get("document", "")),
        "line": made.to_json(),
    }


def _heads(connection: Connection, party: str) -> dict[str, str]:
    """The last event of each other party that this workspace has seen."""
    last = (
        select(events.c.party, func.max(events.c.sequence).label("sequence"))
        .where(events.c.party != party)
        .group_by(events.c.party)
        .subquery()
    )
    asked = select(events.c.party, events.c.hash).join(
        last, (events.c.party == last.c.party) & (events.c.sequence == last.c.sequence)
    )
    return {row.party: row.hash for row in connection.execute(asked)}


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
