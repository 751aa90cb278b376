"""A small workspace as a site: one that is only read, and a copy for each test that writes."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from dragoman.web.app import create_app
from dragoman.workspace import About, File, Workspace
from tests.web.agreeing import own_riverside as own_riverside
from tests.web.agreeing import river as river
from tests.web.agreeing import riverside as riverside
from tests.web.browser import Browser

ABOUT = About(
    title="Joint statement on the river",
    kind="Joint statement",
    body="Two delegations",
    parties=("Lake Republic", "Steppe Republic"),
    date="2025-09-18",
    place="Каменный Брод",
    source="Written for the tests",
    licence="Apache-2.0",
    invented=True,
)


@pytest.fixture(scope="session")
def room(tmp_path_factory: pytest.TempPathFactory, samples: Path) -> Path:
    """The folder of a workspace: the sample in three languages with a correction, and a text in one."""
    folder = tmp_path_factory.mktemp("room") / "workspace"
    with Workspace.create(folder, title="Reading room", author="A. Reader") as workspace:
        files = [File(samples / f"statement.{code}.txt") for code in ("ru", "zh", "en")]
        document = workspace.add(files, ABOUT).document
        workspace.add([File("=Одно предложение. Второе предложение о реке.".encode(), "=note.ru.txt")])
        workspace.work()
        row = workspace.parallel(document, ("ru", "zh")).rows[6]
        left, right = ([(one.start, one.end) for one in cell.sentences] for cell in row.cells)
        workspace.correct(document, ("ru", left), ("zh", right), author="Б. Читатель")
        workspace.work()
    return folder


@pytest.fixture(scope="session")
def browser(room: Path) -> Iterator[Browser]:
    """Reads the site; its workspace is shared by all tests, so it writes nothing."""
    with TestClient(create_app(room, working=False), base_url="http://localhost") as client:
        yield Browser(client, room)


@pytest.fixture
def writer(room: Path, tmp_path: Path) -> Iterator[Browser]:
    """Reads and writes a site of its own."""
    folder = tmp_path / "workspace"
    shutil.copytree(room, folder)
    with TestClient(create_app(folder, working=False), base_url="http://localhost") as client:
        yield Browser(client, folder)
