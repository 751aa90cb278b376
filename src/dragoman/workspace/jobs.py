"""Background work: a table of jobs, each claimed by one process, carried on by another if that one dies."""

from __future__ import annotations

import json
import os
import platform
import threading
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import Connection, Row, insert, or_, select, update

from dragoman.errors import DragomanError, InputError
from dragoman.workspace import tables
from dragoman.workspace.clock import now
from dragoman.workspace.database import Database
from dragoman.workspace.identity import job_id
from dragoman.workspace.model import Job, Problem

# A claim is renewed every so many seconds, and taken over after so many without renewal.
_BEAT, _STALE = 5.0, 30.0
# What a problem's values may be in storage.
_PLAIN = (str, int, float, bool)

_c = tables.job.c


def enqueue(connection: Connection, kind: str, document: str, cause: str, *, fresh: bool = False) -> str:
    """Put a job into the table and return its identifier; the same cause makes one job only."""
    name = job_id(kind, document, cause)
    if connection.scalar(select(_c.id).where(_c.id == name)) is None:
        time_now = now()
        connection.execute(
            insert(tables.job).values(
                id=name,
                kind=kind,
                document=document,
                fresh=fresh,
                state="waiting",
                done=0,
                total=0,
                step="",
                problem="",
                owner="",
                heartbeat=0.0,
                created=time_now,
                changed=time_now,
            )
        )
    return name


def jobs(
    connection: Connection, *, active: bool = False, documents: Sequence[str] | None = None
) -> list[Job]:
    """Jobs, the latest first; those of some documents if they are named."""
    asked = select(tables.job).order_by(_c.number.desc())
    if active:
        asked = asked.where(_c.state.in_(("waiting", "running")))
    if documents is not None:
        asked = asked.where(_c.document.in_(documents))
    return [_job(row) for row in connection.execute(asked)]


def latest(connection: Connection, documents: Sequence[str] | None = None) -> dict[str, Job]:
    """The last job of each document that has had one, of some documents if they are named."""
    return {one.document: one for one in reversed(jobs(connection, documents=documents))}


def job(connection: Connection, name: str) -> Job:
    """One job.

    Raises:
        InputError: there is none of this name.
    """
    asked = select(tables.job).where(_c.id == name)
    row = connection.execute(asked).first() if name.isascii() and name.isalnum() else None
    if row is None:
        raise InputError("There is no such job.", where=name, remedy="`dragoman jobs` lists those there are.")
    return _job(row)


@dataclass(frozen=True, slots=True)
class Claim:
    """A job that this process works on."""

    database: Database
    job: Job
    fresh: bool
    owner: str
    progress: Callable[[Job], None] | None = None

    def step(self, done: int, total: int, step: str) -> None:
        """Say how far the work has come."""
        self._change(done=done, total=total, step=step)
        if self.progress is not None:
            self.progress(replace(self.job, done=done, total=total, step=step))

    def finish(self) -> None:
        """The work is done."""
        self._change(state="done", step="", owner="")

    def fail(self, error: DragomanError) -> None:
        """The work cannot be done, and why."""
        self._change(state="failed", step="", owner="", problem=_stored(error))

    def held(self, connection: Connection) -> bool:
        """Whether the job is still this process's, asked in a transaction that is about to keep results."""
        return connection.scalar(select(_c.owner).where(_c.id == self.job.id)) == self.owner

    def beat(self) -> None:
        """Say that this process is alive."""
        self._change()

    def _change(self, **values: object) -> None:
        with self.database.writing() as connection:
            connection.execute(
                update(tables.job)
                .where(_c.id == self.job.id, _c.owner == self.owner)
                .values(heartbeat=time.time(), changed=now(), **values)
            )


@contextmanager
def claimed(
    database: Database, document: str = "", progress: Callable[[Job], None] | None = None
) -> Iterator[Claim | None]:
    """The job that waits longest, or whose process died, of one document if named; None if there is none.

    While the block runs the claim is renewed in a thread of its own.
    """
    claim = _claim(database, document, progress)
    if claim is None:
        yield None
        return
    stop = threading.Event()
    beats = threading.Thread(target=_keep_beating, args=(claim, stop), daemon=True)
    beats.start()
    try:
        yield claim
    finally:
        stop.set()
        beats.join()


def _claim(database: Database, document: str, progress: Callable[[Job], None] | None) -> Claim | None:
    owner = f"{platform.node()}:{os.getpid()}:{threading.get_ident()}"
    with database.reading() as connection:
        dead = [
            name
            for name in connection.scalars(select(_c.owner).where(_c.state == "running").distinct())
            # What this thread left unfinished, as after an interruption, it may take up again.
            if name == owner or not _alive(name)
        ]
        stale = time.time() - _STALE
        left = (_c.state == "running") & (_c.owner.in_(dead) | (_c.heartbeat < stale))
        # Two jobs of one document would do the same work.
        busy = select(_c.document).where(_c.state == "running", _c.owner.not_in(dead), _c.heartbeat >= stale)
        free = or_(_c.state == "waiting", left) & _c.document.not_in(busy)
        # Terms are those of the whole collection: they wait until every document is ready.
        other = tables.job.alias()
        unready = select(other.c.id).where(other.c.kind != "terms", other.c.state.in_(("waiting", "running")))
        free &= (_c.kind != "terms") | ~unready.exists()
        if document:
            free &= _c.document.in_((document, ""))
        if connection.scalar(select(_c.id).where(free).limit(1)) is None:
            return None
    with database.writing() as connection:
        first = select(_c.id).where(free).order_by(_c.number).limit(1)
        row = connection.execute(
            update(tables.job)
            .where(_c.id == first.with_for_update(skip_locked=True).scalar_subquery())
            .values(state="running", owner=owner, heartbeat=time.time(), changed=now())
            .returning(tables.job)
        ).first()
    return None if row is None else Claim(database, _job(row), row.fresh, owner, progress)


def _alive(owner: str) -> bool:
    """Whether the process of an owner may be at work; of other machines only the heartbeat tells."""
    host, _, rest = owner.partition(":")
    number = rest.partition(":")[0]
    if os.name != "posix" or host != platform.node() or not number.isdecimal():
        return True
    try:
        os.kill(int(number), 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True
    return True


def _keep_beating(claim: Claim, stop: threading.Event) -> None:
    while not stop.wait(_BEAT):
        try:
            claim.beat()
        except DragomanError:
            # The work itself will meet what is wrong with the database, and say it.
            continue


def _job(row: Row[Any]) -> Job:
    return Job(
        row.id,
        row.kind,
        row.document,
        row.state,
        row.done,
        row.total,
        row.step,
        _problem(row.problem),
        row.created,
        row.changed,
    )


def _stored(error: DragomanError) -> str:
    values: Mapping[str, object] = {
        name: value if isinstance(value, _PLAIN) else str(value) for name, value in error.values.items()
    }
    return json.dumps(
        {
            "what": error.what,
            "where": error.where,
            "remedy": error.remedy,
            "values": values,
            "exit_code": error.exit_code,
        },
        ensure_ascii=False,
    )


def _problem(stored: str) -> Problem | None:
    return Problem(**json.loads(stored)) if stored else None
