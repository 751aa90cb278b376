"""The tests' own tools: a network that is closed, a database that is new each time and sure to end."""

from __future__ import annotations

import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

import psycopg
import pytest

from tests import postgres
from tests.conftest import ROOT


def test_the_network_is_closed_and_this_machine_is_not() -> None:
    with pytest.raises(AssertionError, match="reach the network"):
        socket.create_connection(("192.0.2.1", 80), timeout=1)
    with pytest.raises(AssertionError, match="reach the network"):
        socket.getaddrinfo("example.org", 80)
    with socket.create_server(("127.0.0.1", 0)) as server:
        socket.create_connection(server.getsockname()).close()


@pytest.mark.parametrize("attempt", [1, 2])
def test_each_test_has_a_database_of_its_own(database: str, attempt: int) -> None:
    if not database:
        return
    with psycopg.connect(database) as connection:
        found = connection.execute("SELECT count(*) FROM pg_tables WHERE schemaname = 'public'").fetchone()
        assert found == (0,)
        connection.execute("CREATE TABLE left_behind (attempt integer)")


def test_the_server_ends_with_the_run_that_began_it_even_a_killed_one() -> None:
    code = (
        "import time\n"
        "from tests.postgres import running\n"
        "with running() as server: print(server.folder, flush=True); time.sleep(60)"
    )
    with subprocess.Popen(
        [sys.executable, "-c", code], stdout=subprocess.PIPE, text=True, cwd=ROOT
    ) as process:
        assert process.stdout is not None
        folder = Path(process.stdout.readline().strip())
        server = int((folder / "data" / "postmaster.pid").read_text(encoding="utf-8").split()[0])
        os.kill(server, 0)  # it is there
        process.send_signal(signal.SIGKILL)
    limit = time.monotonic() + 30
    while (folder / "data" / "postmaster.pid").exists():
        assert time.monotonic() < limit, "PostgreSQL outlives the test run."
        time.sleep(0.02)
    shutil.rmtree(folder)


def test_a_server_that_cannot_start_is_a_failure(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(postgres._FAST, "wal_level", "nonsense")
    with pytest.raises(AssertionError, match=r"(?s)has not started.*wal_level"), postgres.running():
        pass
