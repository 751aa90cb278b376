from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.request import urlopen

import pytest

from dragoman.cli import serve
from tests.cli.inside import dragoman


@contextmanager
def begun(folder: Path) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """A server as a process of its own, and the address that it prints."""
    with subprocess.Popen(
        [sys.executable, "-m", "dragoman", "serve", "--workspace", folder, "--port", "0"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, "DRAGOMAN_LANG": "en", "PYTHONWARNINGS": "error", "PYTHONUNBUFFERED": "1"},
    ) as process:
        assert process.stdout is not None
        try:
            line = process.stdout.readline()
            assert line.startswith("The workspace is at http://127.0.0.1:"), process.communicate()
            yield process, line.split()[4]
        finally:
            process.kill()


def test_pages_are_shown_until_ctrl_c(workspace: Path) -> None:
    with begun(workspace) as (process, address):
        with urlopen(f"{address}en/documents") as answer:
            assert answer.status == 200
            assert "Joint statement" in answer.read().decode()
        process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=20)
    assert (process.returncode, out, err) == (0, "", "Ended.\n")


def test_a_port_that_is_taken(workspace: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        outcome = dragoman(f"serve --port {port}")
    assert outcome.code == 2
    assert outcome.err == (
        f"Error: 127.0.0.1:{port}: Nothing can listen at this address: Address already in use. Name another "
        "port with --port, or any free one with --port 0.\n"
    )


def test_other_machines_are_a_matter_for_a_warning(workspace: Path) -> None:
    outcome = dragoman("serve --host 192.0.2.1")
    assert outcome.code == 2
    assert outcome.err.startswith("Warning: there are no accounts yet. Whoever reaches 192.0.2.1 may read,")


@pytest.mark.parametrize(
    ("host", "stays"),
    [("127.0.0.1", True), ("::1", True), ("localhost", True), ("0.0.0.0", False), ("example.org", False)],
)
def test_which_addresses_are_this_machine_s_own(host: str, stays: bool) -> None:
    assert serve._stays_here(host) is stays


def test_it_may_stand_below_a_path_of_another_server(
    workspace: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    paths: list[str] = []
    monkeypatch.setattr("uvicorn.Server.run", lambda server, sockets: paths.append(server.config.root_path))
    outcome = dragoman("serve --port 0 --root-path /texts/")
    assert outcome.out.split()[4].endswith("/texts/")
    assert paths == ["/texts"]


def test_a_folder_without_a_workspace(tmp_path: Path) -> None:
    outcome = dragoman("serve -w", tmp_path)
    assert outcome.code == 2
    assert "There is no workspace in this folder." in outcome.err


@pytest.mark.parametrize(("screen", "opened"), [(":0", True), ("", False)])
def test_a_browser_opens_where_there_is_a_screen(
    workspace: Path, monkeypatch: pytest.MonkeyPatch, screen: str, opened: bool
) -> None:
    asked: list[str] = []
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setenv("DISPLAY", screen)
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    monkeypatch.setattr("webbrowser.open", asked.append)
    monkeypatch.setattr("uvicorn.Server.run", lambda _server, sockets: None)
    outcome = dragoman("serve --open --port 0")
    assert outcome.code == 0
    assert asked == ([outcome.out.split()[4]] if opened else [])
