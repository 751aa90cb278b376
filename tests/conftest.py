"""What holds for every test: no network, one language, where the shared data lie, and both databases."""

from __future__ import annotations

import os
import socket
from collections.abc import Iterator
from pathlib import Path
from typing import TypeAlias

import pytest

from tests import postgres as postgresql

ROOT = Path(__file__).parent.parent

_OWN_MACHINE = ("127.0.0.1", "::1", "localhost")
# As the standard library has it: host and port, or the path of a local socket.
_Address: TypeAlias = tuple[str, int] | str | bytes


@pytest.fixture(autouse=True)
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing that Dragoman does may ask the network; this machine itself is not the network."""
    connect, look_up = socket.socket.connect, socket.getaddrinfo

    def connect_here(used: socket.socket, address: _Address) -> None:
        if isinstance(address, tuple) and address[0] not in _OWN_MACHINE:
            raise AssertionError("A test tried to reach the network.")
        connect(used, address)

    def look_up_here(host: str | None, port: int | str | None, *options: int, **named: int) -> object:
        if host not in (None, *_OWN_MACHINE):
            raise AssertionError("A test tried to reach the network.")
        return look_up(host, port, *options, **named)

    monkeypatch.setattr(socket.socket, "connect", connect_here)
    monkeypatch.setattr(socket, "getaddrinfo", look_up_here)


@pytest.fixture(scope="session")
def postgres() -> Iterator[postgresql.Server]:
    """A PostgreSQL for all tests that need one; where it does not start, they fail."""
    with postgresql.running() as server:
        yield server


@pytest.fixture(params=["sqlite", "postgresql"])
def database(request: pytest.FixtureRequest) -> Iterator[str]:
    """The address of a new database: "" (SQLite in the workspace's folder), then one of PostgreSQL."""
    if request.param == "sqlite":
        yield ""
        return
    server: postgresql.Server = request.getfixturevalue("postgres")
    with server.database() as address:
        yield address


@pytest.fixture(scope="session")
def shared_data() -> Path:
    """The folder of corpora that are read in place; a test that needs it is skipped where it is absent."""
    folder = Path(os.environ.get("DRAGOMAN_SHARED_DATA") or ROOT.parent / "shared" / "data")
    if not folder.is_dir():
        pytest.skip(f"No shared data at {folder}: set DRAGOMAN_SHARED_DATA to run this test.")
    return folder


@pytest.fixture(scope="session")
def samples() -> Path:
    """The bundled sample texts."""
    return ROOT / "src" / "dragoman" / "samples"


@pytest.fixture(scope="session")
def statement() -> Path:
    """The sample's sentences, one a line, and which of them belong together."""
    return ROOT / "tests" / "fixtures" / "statement"
