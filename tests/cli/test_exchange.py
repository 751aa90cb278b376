from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.inside import dragoman, read
from tests.workspace.copies import GLOSSARY, PASSPHRASE, Copy


@pytest.fixture
def folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[Path, Path]:
    """Two workspaces, each with its party; the second does not know the first yet."""
    lake, steppe = Copy.made(tmp_path, "lake"), Copy.made(tmp_path, "steppe")
    lake.trusts(steppe)
    lake.take(steppe.bundle())
    lake.found(steppe)
    lake.propose("quay", "quay", steppe)
    lake.workspace.close()
    steppe.workspace.close()
    monkeypatch.setenv("DRAGOMAN_PASSPHRASE", PASSPHRASE)
    return lake.workspace.folder, steppe.workspace.folder


def test_from_one_copy_to_another(folders: tuple[Path, Path], tmp_path: Path) -> None:
    lake, steppe = folders
    file = tmp_path / "post.zip"
    made = dragoman("exchange export", file, "--to", "steppe", "-w", lake)
    assert (made.code, made.out[:7]) == (0, "sha256:")
    assert "Written" in made.err
    shown = read("exchange show", file, "-w", steppe)
    assert shown["strangers"] == [shown["sender"]]
    assert "not trusted here" in dragoman("exchange show", file, "-w", steppe).out
    refused = dragoman("exchange import", file, "-w", steppe)
    assert refused.code == 2
    assert f"dragoman parties trust {shown['sender']}" in refused.err
    assert dragoman("parties trust", shown["sender"], "-w", steppe).code == 0
    taken = dragoman("exchange import", file, "-w", steppe)
    assert (taken.code, f"{GLOSSARY}/quay" in taken.out) == (0, True)
    assert "– → proposed" in taken.out
    again = read("exchange import", file, "-w", steppe)
    assert (again["new"], again["known"]) == ({}, 4)
    assert "nothing new" in dragoman("exchange import", file, "-w", steppe).err
    line = read("exchange log", "-w", steppe)[-1]
    assert (line["hash"], line["direction"]) == (made.out.strip(), "taken")
    assert len(dragoman("exchange log", "-w", lake).out.splitlines()) == 2


def test_what_is_no_bundle(folders: tuple[Path, Path], tmp_path: Path) -> None:
    file = tmp_path / "post.zip"
    file.write_bytes(b"%PDF-1.7")
    for verb in ("import", "show"):
        outcome = dragoman(f"exchange {verb}", file, "-w", folders[0])
        assert (outcome.code, "no bundle of Dragoman" in outcome.err) == (2, True)


def test_a_wrong_passphrase(
    folders: tuple[Path, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DRAGOMAN_PASSPHRASE", "something else")
    file = tmp_path / "post.zip"
    outcome = dragoman("exchange export", file, "-w", folders[0])
    assert (outcome.code, file.exists()) == (2, False)
    assert "does not open the key" in outcome.err
