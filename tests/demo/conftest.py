"""The demo's workspace, built once for all its tests."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from dragoman.demo import build
from dragoman.workspace import Job, Workspace


@pytest.fixture(scope="session")
def steps() -> list[Job]:
    """What the fixture `demo` was told while it was built."""
    return []


@pytest.fixture(scope="session")
def demo(tmp_path_factory: pytest.TempPathFactory, steps: list[Job]) -> Iterator[Workspace]:
    """The demo's workspace; not to be changed."""
    with build(tmp_path_factory.mktemp("demo"), progress=steps.append) as workspace:
        yield workspace
