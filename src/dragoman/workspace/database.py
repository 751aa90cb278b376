"""The database: SQLite in the folder, or PostgreSQL at an address; transactions, and what may go wrong.

SQLite: the driver's own transactions lose concurrent updates silently, so they are off and each one begins
here, a writing one with BEGIN IMMEDIATE. PostgreSQL: writers take turns by an advisory lock, so that both
databases serve writers in the same order.
"""

from __future__ import annotations

import errno
import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from json import JSONDecodeError
from pathlib import Path
from weakref import WeakSet

from sqlalchemy import Connection, Engine, create_engine, event, text
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, OperationalError
from sqlalchemy.exc import TimeoutError as PoolTimeout
from sqlalchemy.pool import ConnectionPoolEntry, QueuePool

from dragoman.errors import (
    Busy,
    DamagedDatabase,
    DiskFull,
    DragomanError,
    InputError,
    MissingExtra,
    ReadOnly,
    WorkspaceError,
)

# How long a writer waits for another, in seconds.
PATIENCE = 30
# Any number will do, as long as it is always the same.
_LOCK = 0x_D4A6_03A7
_WRITING = "dragoman_writing"
# Those in use, which a forked process must not share with its parent.
_ENGINES: WeakSet[Engine] = WeakSet()
_DAMAGE = ("malformed", "not a database", "file is encrypted", "disk image")


class Database:
    """Transactions on one database; safe to use from several threads."""

    def __init__(self, engine: Engine, where: str, *, read_only: bool = False) -> None:
        self.engine = engine
        self.where = where
        self.read_only = read_only

    @property
    def is_sqlite(self) -> bool:
        """Whether this is SQLite, else it is PostgreSQL."""
        return self.engine.dialect.name == "sqlite"

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A transaction that sees one state from beginning to end.

        Raises:
            WorkspaceError
        """
        with explained(self.where), self.engine.connect() as connection:
            if not self.is_sqlite:
                connection.execution_options(isolation_level="REPEATABLE READ")
            with connection.begin():
                yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A transaction that nobody else writes beside; all of it is kept, or nothing.

        Raises:
            WorkspaceError
        """
        if self.read_only:
            raise _read_only(self.where)
        with explained(self.where), self.engine.connect() as connection:
            connection.execution_options(**{_WRITING: True})
            with connection.begin():
                if not self.is_sqlite:
                    patience = "SELECT set_config('lock_timeout', :wait, true)"
                    connection.execute(text(patience), {"wait": f"{PATIENCE}s"})
                    connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": _LOCK})
                yield connection

    def close(self) -> None:
        """Let go of all connections."""
        self.engine.dispose()


def sqlite(file: Path, *, new: bool = False) -> Database:
    """The database in a file; where the file may not be written, it is only read; a `new` one is made."""
    writable = os.access(file if file.exists() else file.parent, os.W_OK) and os.access(file.parent, os.W_OK)
    # Without the right to write, SQLite can make no file for its locks: nobody writes, so none are needed.
    address = f"file:{_quoted(file)}{_mode(file, writable=writable, new=new)}"

    def connect() -> sqlite3.Connection:
        return sqlite3.connect(
            address, uri=True, timeout=PATIENCE, isolation_level=None, check_same_thread=False
        )

    engine = create_engine("sqlite://", creator=connect, pool_size=5, max_overflow=20, poolclass=QueuePool)
    event.listen(engine, "connect", _settle if writable else _settle_reader)
    event.listen(engine, "begin", _begin)
    _ENGINES.add(engine)
    return Database(engine, str(file), read_only=not writable)


def postgresql(address: str) -> Database:
    """The database at an address such as postgresql://user@host/name.

    Raises:
        InputError: this is no such address. MissingExtra: the driver is not installed.
    """
    try:
        url = make_url(address)
    except (ArgumentError, ValueError) as error:
        raise _no_address() from error
    if url.get_backend_name() != "postgresql":
        raise _no_address()
    try:
        engine = create_engine(url.set(drivername="postgresql+psycopg"), pool_pre_ping=True, pool_size=5)
    except ModuleNotFoundError as error:
        raise MissingExtra(
            "The driver of PostgreSQL is not installed.",
            where=url.render_as_string(),
            remedy="Install it: pip install 'dragoman[postgresql]'.",
        ) from error
    _ENGINES.add(engine)
    return Database(engine, url.render_as_string())


def _forget_connections() -> None:
    """Let a forked process make connections of its own, and leave its parent's alone."""
    for engine in _ENGINES:
        engine.dispose(close=False)


if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_forget_connections)


def _mode(file: Path, *, writable: bool, new: bool) -> str:
    """How SQLite opens the file. It never makes one by itself: an empty one would hide that it is gone."""
    if writable:
        return "?mode=rwc" if new else "?mode=rw"
    # What others have written and not yet moved into the file itself stands in this one beside it.
    log = file.with_name(f"{file.name}-wal")
    return "?mode=ro" if log.exists() and log.stat().st_size else "?mode=ro&immutable=1"


def _quoted(file: Path) -> str:
    """A path as the path of a URI, as SQLite reads it."""
    return file.resolve().as_uri().removeprefix("file://")


def _settle(connection: sqlite3.Connection, _entry: ConnectionPoolEntry) -> None:
    # Readers go on while one writes; what is committed survives a power cut.
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = FULL")


def _settle_reader(connection: sqlite3.Connection, _entry: ConnectionPoolEntry) -> None:
    connection.execute("PRAGMA query_only = ON")


def _begin(connection: Connection) -> None:
    writing = connection.get_execution_options().get(_WRITING)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writing else "BEGIN")


@contextmanager
def explained(where: str) -> Iterator[None]:
    """What the database or the disk says, as an error that says what to do.

    Raises:
        ReadOnly, DiskFull, DamagedDatabase, Busy, WorkspaceError
    """
    try:
        yield
    except DragomanError:
        raise
    except DBAPIError as error:
        raise _explanation(str(error.orig), where, operational=isinstance(error, OperationalError)) from error
    except sqlite3.Error as error:
        raise _explanation(
            str(error), where, operational=isinstance(error, sqlite3.OperationalError)
        ) from error
    except OSError as error:
        if error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
            raise _full(where) from error
        if error.errno in (errno.EROFS, errno.EACCES, errno.EPERM):
            raise _read_only(where) from error
        raise WorkspaceError(
            "The folder cannot be used: {reason}.",
            where=where,
            remedy="Check the disk, and that nothing else has taken the place of the workspace's files.",
            reason=error.strerror or type(error).__name__,
        ) from error
    except JSONDecodeError as error:
        # Nothing but what the tables hold is read as JSON in a transaction.
        raise DamagedDatabase(
            "The database is damaged: {reason}.",
            where=where,
            remedy="Copy the folder, then run `dragoman doctor`: it says what is left and how to restore it.",
            reason=str(error),
        ) from error
    except PoolTimeout as error:
        raise Busy(
            "Too many ask the database at once.", where=where, remedy="Try again in a moment."
        ) from error


def _explanation(said: str, where: str, *, operational: bool) -> WorkspaceError:
    if "readonly" in said or "read-only" in said:
        return _read_only(where)
    if "is full" in said or "No space left" in said or "disk I/O error" in said:
        return _full(where)
    if any(sign in said for sign in _DAMAGE):
        return DamagedDatabase(
            "The database is damaged: {reason}.",
            where=where,
            remedy="Nothing is written any more. `dragoman doctor` says what is left and how to restore it.",
            reason=said,
        )
    if "locked" in said or "lock timeout" in said:
        return Busy(
            "Another process has been writing for {seconds} seconds.",
            where=where,
            remedy="Wait until it has ended and try again; nothing was changed.",
            seconds=PATIENCE,
        )
    if operational:
        return WorkspaceError(
            "The database cannot be used: {reason}.",
            where=where,
            remedy="Check that it is there, that its server runs, and that you may use it.",
            reason=said.strip().partition("\n")[0],
        )
    return WorkspaceError(
        "The database refused: {reason}.",
        where=where,
        remedy="Nothing was changed. `dragoman doctor` examines the workspace.",
        reason=said.strip().partition("\n")[0],
    )


def _full(where: str) -> DiskFull:
    return DiskFull(
        "The disk is full, or the file cannot grow.",
        where=where,
        remedy="Make room and do it again; nothing was left half-written.",
    )


def _read_only(where: str) -> ReadOnly:
    return ReadOnly(
        "This workspace can only be read.",
        where=where,
        remedy="Check the permissions of its folder, or copy it to a place where you may write.",
    )


def _no_address() -> InputError:
    """The address is not shown: there may be a password in it."""
    return InputError(
        "This is not the address of a PostgreSQL database.",
        remedy="Write it as postgresql://user@host/name.",
    )
