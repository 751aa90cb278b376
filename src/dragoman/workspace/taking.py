"""Taking a bundle: whether to believe it, and what becomes of what it holds."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, select

from dragoman.errors import BadBundle
from dragoman.plain import plain
from dragoman.record.arrivals import Arrivals, Keys, arrived
from dragoman.record.events import Event
from dragoman.record.exchange import Bundle
from dragoman.record.fault import Fault
from dragoman.record.keys import in_groups
from dragoman.record.names import founding_fingerprint, short_name
from dragoman.record.subjects import subject_of
from dragoman.workspace import log, stock, tables
from dragoman.workspace.agreed import project_agreed, project_subjects
from dragoman.workspace.citing import Prepared, added, prepared
from dragoman.workspace.core import Core
from dragoman.workspace.database import explained
from dragoman.workspace.exchangemodel import LevelChange, Report
from dragoman.workspace.sending import note

FOLDER = "bundles"
"""Where in the workspace's folder the bundles lie that were taken."""


@dataclass(frozen=True, slots=True)
class _Judged:
    """A bundle that is to be believed: its new events, what becomes of them and of those that waited."""

    new: tuple[Event, ...]
    known: int
    found: Arrivals
    dropped: tuple[Fault, ...]


def take(core: Core, bundle: Bundle, data: bytes) -> Report:
    """See `Exchange.take`; `data` are the bytes that the bundle was opened from."""
    with core.database.reading() as connection:
        check_parties(core, connection, bundle)
        wanted = bool(bundle.manifest.documents)
        if wanted:
            # Nothing is read of what a bundle holds before it is known to be the sender's.
            _judged(connection, bundle)
        documents = (
            prepared(connection, bundle.manifest.documents, bundle.originals) if wanted else Prepared()
        )
    for original in bundle.originals.values():
        core.originals.keep(original)
    with core.database.writing() as connection:
        check_parties(core, connection, bundle)
        judged = _judged(connection, bundle)
        # Before the database: what it says was taken, lies here.
        _keep_file(core.place.folder / FOLDER, bundle, data)
        report = _taken(core, connection, bundle, judged, documents)
        note(
            connection,
            bundle.hash,
            "taken",
            (bundle.sender, bundle.manifest.recipient),
            bundle.manifest.time,
            (bundle.size, len(bundle.events)),
            plain(report),
        )
    log.copied(core.database, core.place.record)
    return report


def check_parties(core: Core, connection: Connection, bundle: Bundle) -> None:
    """Refuse a bundle with a party of which nobody here has said that it is who it says it is.

    Raises:
        BadBundle
    """
    known = stock.trusted(core, connection)
    for party in (bundle.sender, *bundle.parties):
        if party not in known:
            raise BadBundle(
                "The bundle is from {party}, or passes its events on, and this workspace does not know it. "
                "Its fingerprint is {fingerprint}.",
                remedy="Compare the fingerprint with the party over another channel, by telephone for "
                "example. If it is the same: `dragoman parties trust {party}`. Nothing was taken.",
                party=party,
                name=short_name(party),
                fingerprint=in_groups(founding_fingerprint(party)),
            )


def new_events(connection: Connection, bundle: Bundle) -> tuple[Event, ...]:
    """The events of a bundle that are not here."""
    here = stock.known(connection, [event.hash for event in bundle.events])
    return tuple(event for event in bundle.events if event.hash not in here)


def _judged(connection: Connection, bundle: Bundle) -> _Judged:
    """What becomes of a bundle's events, once it is certain whose they are.

    Raises:
        BadBundle
    """
    new = new_events(connection, bundle)
    beside = stock.beside(connection)
    head = bundle.manifest.heads[bundle.sender]
    held = stock.stock(connection, [*beside, *new], [head], bundle.sender)
    found, keys = arrived(held, [*beside, *new])
    names = {event.hash for event in new}
    wrong = [fault for fault in found.refused if fault.event in names]
    if wrong:
        values: Mapping[str, Any] = wrong[0].values
        raise BadBundle(
            wrong[0].what,
            remedy="Ask for a bundle with everything in it, made without --to. If that is refused as well, "
            "somebody has forged it. Nothing was taken.",
            **values,
        )
    placed = {event.hash for event in (*found.held, *found.forked)}
    _check_signature(bundle, keys, {*placed, *held.before})
    dropped = tuple(fault for fault in found.refused if fault.event not in names)
    return _Judged(new, len(bundle.events) - len(new), found, dropped)


def _check_signature(bundle: Bundle, keys: Keys, known: set[str]) -> None:
    """The manifest is signed with the key that is in force behind the sender's last event in it.

    Raises:
        BadBundle
    """
    head = bundle.manifest.heads[bundle.sender]
    state = keys.after(bundle.sender, head) if head in known else None
    # Where the last event itself has not come, any key that the sender is known to have had.
    wanted = {state.key} if state is not None else keys.known(bundle.sender)
    if not any(bundle.is_signed_by(key) for key in wanted):
        raise BadBundle(
            "The bundle is not signed with the key of {party} that is in force.",
            remedy="Ask the party whether it made this bundle, and have it sent again. Nothing was taken.",
            party=bundle.sender,
        )


def _keep_file(folder: Path, bundle: Bundle, data: bytes) -> None:
    """Keep the file itself: with the originals it is enough to do all of this again."""
    file = folder / f"{bundle.hash.removeprefix('sha256:')}.zip"
    with explained(str(file)):
        if file.exists() and file.stat().st_size == len(data):
            return
        folder.mkdir(exist_ok=True)
        draft = file.with_suffix(".part")
        with draft.open("wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        draft.replace(file)


def _taken(
    core: Core, connection: Connection, bundle: Bundle, judged: _Judged, documents: Prepared
) -> Report:
    """Write all of it, and say what came of it."""
    found = judged.found
    own = stock.held(core, connection)
    before = _levels(connection)
    forked = stock.forks(connection)
    stock.kept(connection, found)
    if found.displaced:
        # The copy of the record only grows: one that holds the branch that counts is begun anew.
        log.set_aside(core.place.record)
    subjects = {subject_of(event) for event in found.held}
    project_subjects(connection, subjects)
    stock.mark_forks(connection, found.forks.items())
    if found.displaced or forked != stock.forks(connection):
        # What counts of everything else may be another now.
        project_agreed(connection)
    names = added(core, connection, documents)
    after = _levels(connection)
    now_forked = stock.forks(connection)
    here = stock.known(connection, list(bundle.manifest.heads.values()))
    missing = {party: head for party, head in sorted(bundle.manifest.heads.items()) if head not in here}
    counted = Counter(event.party for event in found.held)
    return Report(
        hash=bundle.hash,
        sender=bundle.sender,
        time=bundle.manifest.time,
        new=dict(sorted(counted.items())),
        known=judged.known,
        waiting=dict(sorted(Counter(event.party for event in found.waiting).items())),
        forked=now_forked,
        mended=tuple(sorted(forked.keys() - now_forked.keys())),
        refused=judged.dropped,
        returned={party: counted[party] for party in sorted(own & counted.keys())},
        missing=missing,
        cut=tuple(sorted(own & missing.keys())),
        documents=names,
        left=documents.left,
        entries=tuple(_changes(before, after)),
    )


def _levels(connection: Connection) -> dict[tuple[str, str], str]:
    c = tables.entry.c
    rows = connection.execute(select(c.glossary, c.id, c.level).order_by(c.glossary, c.id))
    return {(row.glossary, row.id): row.level for row in rows}


def _changes(
    before: Mapping[tuple[str, str], str], after: Mapping[tuple[str, str], str]
) -> Iterable[LevelChange]:
    for place in sorted(before.keys() | after.keys()):
        was, is_ = before.get(place, ""), after.get(place, "")
        if was != is_:
            yield LevelChange(*place, was, is_)
