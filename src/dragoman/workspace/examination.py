"""Examining a workspace, damaged or not, and making it again from originals and the copy of the record."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from shutil import rmtree
from tempfile import mkdtemp

from sqlalchemy import Connection, select, text

from dragoman.errors import DragomanError, RecordError, WorkspaceError
from dragoman.record.chain import verify
from dragoman.record.events import Event
from dragoman.record.sorting import sort_out
from dragoman.workspace import jobs, log, tables
from dragoman.workspace.agreed import state_digest
from dragoman.workspace.completeness import evidence_findings, record_findings
from dragoman.workspace.database import Database, explained, sqlite
from dragoman.workspace.deriving import KIND
from dragoman.workspace.digests import digests
from dragoman.workspace.model import Finding
from dragoman.workspace.opening import opened
from dragoman.workspace.originals import Originals, hash_of
from dragoman.workspace.place import DATABASE, Place, found
from dragoman.workspace.projection import project_all
from dragoman.workspace.retaking import taken_again, taken_before
from dragoman.workspace.schema import bring_up_to_date, check_tables


def examine(folder: Path) -> list[Finding]:
    """See `dragoman.workspace.doctor`."""
    try:
        place = found(folder)
    except DragomanError as error:
        return [_of(error)]
    originals = Originals(place.originals)
    try:
        database = opened(place)
    except DragomanError as error:
        return [_of(error), *_copy_alone(place), *_originals(originals)]
    try:
        with database.reading() as connection:
            check_tables(connection, database.where)
        return list(_database(place, database, originals))
    except DragomanError as error:
        return [_of(error), *_copy_alone(place), *_originals(originals)]
    finally:
        database.close()


def recover(folder: Path) -> list[Path]:
    """Make the database anew from the copy of the record; the old one's files are kept under other names.

    Returns those names. Evidence is made by the jobs that this leaves to do.

    Raises:
        RecordError: the copy is damaged too; nothing was changed.
        WorkspaceError: the database is in PostgreSQL, which has its own means for this.
    """
    place = found(folder)
    if place.database:
        raise WorkspaceError(
            "The database is in PostgreSQL.",
            where=str(folder),
            remedy="Restore it with PostgreSQL's own means, from its backup.",
        )
    events = _copied_events(place)
    bundles = taken_before(place)
    aside = {event.hash: event for bundle in bundles for event in bundle.events}
    done = sort_out([*events, *aside.values()])
    # That a chain forks is its party's matter, and no damage.
    faults = [
        fault
        for fault in verify(events, aside=aside.values())
        if fault.party not in done.forks or fault.event not in done.astray
    ]
    if faults:
        raise RecordError(
            "The copy of the record is damaged: {fault}",
            where=str(place.record),
            remedy="Restore the folder from a copy of it.",
            fault=faults[0].message(),
        )
    with explained(str(place.folder)):
        draft = Path(mkdtemp(dir=place.folder, prefix=".recover-"))
    try:
        # Made beside the damaged one, whose place it takes only when it is whole.
        database = sqlite(draft / DATABASE, new=True)
        try:
            bring_up_to_date(database)
            with database.writing() as connection:
                log.stored(connection, events, done.depths)
                for document in project_all(connection, Originals(place.originals)):
                    jobs.enqueue(connection, KIND, document, "recovered", fresh=True)
                taken_again(connection, bundles)
        finally:
            # The last connection that closes moves the log into the file.
            database.close()
        moved = list(_moved_aside(place))
        with explained(str(place.folder)):
            (draft / DATABASE).replace(place.database_file)
    finally:
        rmtree(draft, ignore_errors=True)
    return moved


def _copied_events(place: Place) -> list[Event]:
    """The events of the copy, each checked.

    Raises:
        RecordError
    """
    try:
        lines = place.record.read_text(encoding="utf-8").split("\n")
    except (OSError, UnicodeDecodeError) as error:
        raise RecordError(
            "The copy of the record cannot be read: {reason}.",
            where=str(place.record),
            remedy="Restore the folder from a copy of it.",
            reason=str(error),
        ) from error
    # A last line without an end was cut off while it was written: the event never was in the copy.
    whole = lines[:-1]
    return [
        Event.from_json(line, where=f"{place.record}:{number}") for number, line in enumerate(whole, start=1)
    ]


def _moved_aside(place: Place) -> Iterator[Path]:
    file = place.database_file
    number = 1
    while (aside := file.with_name(f"{file.name}.damaged-{number}")).exists():
        number += 1
    with explained(str(place.folder)):
        for suffix in ("", "-wal", "-shm"):
            old = file.with_name(file.name + suffix)
            if old.exists():
                yield old.rename(aside.with_name(aside.name + suffix))


def _copy_alone(place: Place) -> Iterator[Finding]:
    """What the copy of the record is worth, where the database is not."""
    if place.database:
        return
    try:
        count = len(_copied_events(place))
    except DragomanError as error:
        yield _of(error)
        return
    except OSError as error:
        yield Finding(
            "The copy of the record cannot be read: {reason}.",
            "Restore the folder from a copy of it.",
            {"reason": error.strerror},
            True,
        )
        return
    yield Finding(
        "The copy of the record holds {count} events, and each is whole.",
        "`dragoman doctor --recover` makes the database again from it and from the originals.",
        {"count": count},
        False,
    )


def _database(place: Place, database: Database, originals: Originals) -> Iterator[Finding]:
    with database.reading() as connection:
        if database.is_sqlite:
            said = [str(row[0]) for row in connection.execute(text("PRAGMA integrity_check(5)"))]
            if said != ["ok"]:
                yield Finding(
                    "The database is damaged: {reason}.",
                    "Stop all that writes, copy the folder, then run `dragoman doctor --recover`.",
                    {"reason": said[0]},
                    True,
                )
                yield from _copy_alone(place)
                yield from _originals(originals)
                return
        lines, aside = log.lines(connection), log.aside_lines(connection)
    faults = log.faults(lines, aside)
    for fault in faults:
        yield Finding(
            "The record is damaged at event {event}: {fault}",
            "Compare the record with its copy {copy}, and with copies that others hold.",
            {"event": fault.event or fault.sequence, "fault": fault.message(), "copy": place.record.name},
            True,
        )
    yield from record_findings(database)
    yield from _copy(place, lines)
    yield from _originals(originals)
    yield from _missing(database, originals)
    if not database.read_only and not faults:
        yield from _projected(database, originals)
    yield from evidence_findings(database)
    yield from _work(database)


def _copy(place: Place, lines: list[str]) -> Iterator[Finding]:
    try:
        held = place.record.read_text(encoding="utf-8").split("\n")
    except (OSError, UnicodeDecodeError):
        held = []
    # What stands behind the last line feed was cut off while it was written: the next change mends it.
    whole = held[:-1]
    if whole != lines[: len(whole)]:
        yield Finding(
            "The copy of the record says something else than the database.",
            "One of the two was edited. Keep both, and compare them with copies that others hold.",
            {},
            True,
        )
    elif len(whole) < len(lines):
        yield Finding(
            "The copy of the record lacks {count} events.",
            "The next change writes them; nothing is lost.",
            {"count": len(lines) - len(whole)},
            False,
        )


def _originals(originals: Originals) -> Iterator[Finding]:
    for name in originals.names():
        try:
            changed = hash_of(originals.path(name).read_bytes()) != name
        except OSError:
            changed = True
        if changed:
            yield Finding(
                "The original {name} is damaged: its bytes no longer fit its name.",
                "Put it back from a copy of the folder, or add the same file again.",
                {"name": name},
                True,
            )
    for path in originals.leftovers():
        yield Finding(
            "{file} is the beginning of a file that was never finished.",
            "It may be deleted.",
            {"file": str(path)},
            False,
        )


def _missing(database: Database, originals: Originals) -> Iterator[Finding]:
    c = tables.version.c
    with database.reading() as connection:
        named = connection.execute(select(c.original, c.document, c.name).order_by(c.document)).all()
    for row in named:
        if not originals.path(row.original).exists():
            yield Finding(
                "The original of {file} (document {document}) is missing: {name}.",
                "Put it back from a copy of the folder, or add the same file again.",
                {"file": row.name, "document": row.document, "name": row.original},
                True,
            )
    unknown = sorted(set(originals.names()) - {row.original for row in named})
    if unknown:
        yield Finding(
            "{count} originals belong to no document, the first is {name}.",
            "A process may have been stopped before it had recorded them. They do no harm.",
            {"count": len(unknown), "name": unknown[0]},
            False,
        )


def _projected(database: Database, originals: Originals) -> Iterator[Finding]:
    """Whether the tables say what the record says: they are made anew, compared, and left as they were."""
    with database.writing() as connection:
        before = _said(connection)
        with connection.begin_nested() as attempt:
            project_all(connection, originals)
            after = _said(connection)
            attempt.rollback()
    if before != after:
        yield Finding(
            "The tables do not say what the record says.",
            "`dragoman rebuild` makes them anew; nothing is lost.",
            {},
            True,
        )


def _said(connection: Connection) -> dict[str, str]:
    names = {table.name for table in tables.PROJECTED}
    said = {name: value for name, value in digests(connection).items() if name in names}
    return {**said, "agreed": state_digest(connection)}


def _work(database: Database) -> Iterator[Finding]:
    with database.reading() as connection:
        latest = jobs.latest(connection)
    for job in latest.values():
        if job.state == "failed" and job.problem is not None and not job.document:
            yield Finding(
                "The terms of the collection could not be found: {problem}",
                "Mend what it says, then run `dragoman rebuild`.",
                {"problem": str(job.problem)},
                False,
            )
        elif job.state == "failed" and job.problem is not None:
            yield Finding(
                "The document {document} could not be aligned: {problem}",
                "Mend what it says, then run `dragoman rebuild {document}`.",
                {"document": job.document, "problem": str(job.problem)},
                False,
            )
    # That the terms are to be found again is no flaw: their pages say so.
    waiting = sum(bool(job.document) and job.state in ("waiting", "running") for job in latest.values())
    if waiting:
        yield Finding(
            "{count} jobs wait or are at work.",
            "`dragoman jobs --work` does those that wait.",
            {"count": waiting},
            False,
        )


def _of(error: DragomanError) -> Finding:
    where = {"where": error.where} if error.where else {}
    what = "{where}: " + error.what if error.where else error.what
    return Finding(what, error.remedy, {**error.values, **where}, True)
