from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from dragoman.web.app import create_app
from dragoman.web.worker import Worker
from dragoman.workspace import File, Workspace

TEXT = b"The Parties met in May. They agreed on a plan of work.\n\nThe meeting was held in Lakeside."
# Python starts, and loads what aligns texts.
PATIENCE = 30.0


def until(holds: Callable[[], bool]) -> None:
    """Wait until something holds."""
    end = time.monotonic() + PATIENCE
    while not holds():
        assert time.monotonic() < end, "It never came."
        time.sleep(0.05)


@pytest.fixture
def folder(room: Path, tmp_path: Path) -> Path:
    """A workspace with a job that waits."""
    copy = tmp_path / "workspace"
    shutil.copytree(room, copy)
    with Workspace.open(copy) as workspace:
        workspace.add([File(TEXT, "met.en.txt")])
        assert workspace.jobs(active=True)
    return copy


def test_the_application_has_jobs_done_beside_it(folder: Path) -> None:
    with (
        TestClient(create_app(folder), base_url="http://localhost") as client,
        Workspace.open(folder) as workspace,
    ):
        until(lambda: not workspace.jobs(active=True))
        facts = client.get("/en/documents.json").json()["documents"]
        assert {document["state"] for document in facts} == {"ready"}


def test_a_worker_that_dies_is_started_again(folder: Path) -> None:
    worker = Worker(folder)
    worker.start()
    try:
        until(lambda: worker.process is not None)
        first = worker.process
        assert first is not None
        os.kill(first, 9)
        until(lambda: worker.process not in (None, first))
        with Workspace.open(folder) as workspace:
            until(lambda: not workspace.jobs(active=True))
    finally:
        worker.stop()
    assert worker.process is None


def test_a_worker_ends_with_whoever_started_it(folder: Path) -> None:
    command = [sys.executable, "-m", "dragoman.web.worker", str(folder)]
    with subprocess.Popen(command, stdin=subprocess.PIPE) as process:
        with Workspace.open(folder) as workspace:
            until(lambda: not workspace.jobs(active=True))
        assert process.stdin is not None
        process.stdin.close()
        assert process.wait(PATIENCE) == 0
