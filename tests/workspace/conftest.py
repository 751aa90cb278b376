"""Every workspace that a test opens is closed after it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from dragoman.workspace import Workspace
from dragoman.workspace.core import Core


@pytest.fixture(autouse=True)
def closed(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Databases are let go of, so that they can be removed."""
    opened: list[Workspace] = []
    make = Workspace.__init__

    def made(self: Workspace, core: Core) -> None:
        make(self, core)
        opened.append(self)

    monkeypatch.setattr(Workspace, "__init__", made)
    yield
    for workspace in opened:
        workspace.close()
