"""Workspaces that are served to tests on a free port of this machine."""

from __future__ import annotations

import shutil
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
import uvicorn

from dragoman import demo
from dragoman.web.app import create_app
from dragoman.workspace import Workspace
from tests.places import stage

_PATIENCE = 30.0  # seconds


@dataclass(frozen=True)
class Served:
    """A workspace that is served: its folder, and the address without a slash at its end."""

    folder: Path
    address: str


@contextmanager
def serving(folder: Path, *, working: bool = True) -> Iterator[Served]:
    """Serve a workspace from a thread of this process, until the end of the block.

    With `working` a process beside it does the workspace's jobs; else they wait.
    """
    with socket.create_server(("127.0.0.1", 0)) as listening:
        server = uvicorn.Server(uvicorn.Config(create_app(folder, working=working), log_level="warning"))
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]})
        thread.start()
        try:
            limit = time.monotonic() + _PATIENCE
            while not server.started:
                assert thread.is_alive(), "The server has ended."
                assert time.monotonic() < limit, "The server does not start."
                time.sleep(0.01)
            yield Served(folder, f"http://127.0.0.1:{listening.getsockname()[1]}")
        finally:
            server.should_exit = True
            thread.join(_PATIENCE)
            assert not thread.is_alive(), "The server does not end."


@pytest.fixture(scope="session")
def demo_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demo's workspace, built once; not to be changed."""
    folder = tmp_path_factory.mktemp("demo") / "workspace"
    demo.build(folder).close()
    return folder


@pytest.fixture(scope="session")
def served(demo_folder: Path) -> Iterator[Served]:
    """The demo, served once for tests that only read."""
    with serving(demo_folder) as it:
        yield it


@pytest.fixture(scope="session")
def staged(demo_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """The demo with documents that wait or failed (`tests.places`), served once; its jobs stand still."""
    folder = tmp_path_factory.mktemp("staged") / "workspace"
    stage(Path(shutil.copytree(demo_folder, folder)))
    with serving(folder, working=False) as it:
        yield it


@pytest.fixture(scope="session")
def bare(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A workspace without documents, served once for tests that only read."""
    folder = tmp_path_factory.mktemp("bare") / "workspace"
    Workspace.create(folder).close()
    with serving(folder, working=False) as it:
        yield it


@pytest.fixture
def served_copy(demo_folder: Path, tmp_path: Path) -> Iterator[Served]:
    """A copy of the demo of one's own, served: for tests that add and correct."""
    folder = Path(shutil.copytree(demo_folder, tmp_path / "workspace"))
    with serving(folder) as it:
        yield it
