"""What holds for every test: no network, one language, and where the shared data lie."""

from __future__ import annotations

import os
import socket
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


@pytest.fixture(autouse=True)
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing that Dragoman does may ask the network."""

    def refuse(*_args: object, **_kwargs: object) -> None:
        raise AssertionError("A test tried to reach the network.")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)


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
