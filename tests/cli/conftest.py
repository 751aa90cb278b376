"""A workspace for the commands: the bundled sample in three languages, made once and copied for each test."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from dragoman.workspace import About, File, Workspace
from tests.cli.agreeing import PASSPHRASE, found

ABOUT = About(
    title="Joint statement", parties=("Lake Republic", "Steppe Republic"), date="2025-09-18", invented=True
)


@pytest.fixture(scope="session")
def made_once(tmp_path_factory: pytest.TempPathFactory, samples: Path) -> Path:
    """The workspace that is copied; not to be changed."""
    folder = tmp_path_factory.mktemp("cli") / "workspace"
    with Workspace.create(folder, title="Sample") as workspace:
        workspace.add([File(samples / f"statement.{code}.txt") for code in ("en", "ru", "zh")], ABOUT)
        workspace.work()
    return folder


@pytest.fixture
def workspace(made_once: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A workspace that holds the sample; the current folder."""
    folder = Path(shutil.copytree(made_once, tmp_path / "workspace"))
    monkeypatch.chdir(folder)
    monkeypatch.delenv("DRAGOMAN_WORKSPACE", raising=False)
    return folder


@pytest.fixture(scope="session")
def founded_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The workspace of two parties that is copied; not to be changed."""
    folder = tmp_path_factory.mktemp("agreeing") / "workspace"
    found(folder)
    return folder


@pytest.fixture
def common(founded_once: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A workspace of two parties with a glossary; the current folder. The environment has the passphrase."""
    folder = Path(shutil.copytree(founded_once, tmp_path / "common"))
    monkeypatch.chdir(folder)
    monkeypatch.delenv("DRAGOMAN_WORKSPACE", raising=False)
    monkeypatch.setenv("DRAGOMAN_PASSPHRASE", PASSPHRASE)
    return folder
