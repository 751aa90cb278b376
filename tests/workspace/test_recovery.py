"""The copy of the record, recovery, and damage inside the database."""

from __future__ import annotations

import os
import shutil
import sqlite3
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from dragoman.errors import DamagedDatabase, DragomanError, RecordError
from dragoman.workspace import (
    Workspace,
    doctor,
    recover,
)
from tests.workspace.material import RU, workspace

LONGER = "Новое вступление о погоде.\n\n" + RU
Units = Sequence[Sequence[str]]


def grave(folder: Path) -> list[str]:
    return [finding.message() for finding in doctor(folder) if finding.grave]


def test_a_copy_cut_anywhere_is_completed(tmp_path: Path) -> None:
    made, name = workspace(tmp_path)
    copy = made.folder / "record.jsonl"
    before = copy.read_bytes()
    for length in range(0, len(before), 61):
        copy.write_bytes(before[:length])
        assert grave(made.folder) == [], length
        made.describe(name, "place", str(length))
        assert grave(made.folder) == []
        assert copy.read_bytes().startswith(before)
    assert [path.name for path in made.folder.glob("record*")] == ["record.jsonl"]


def test_an_empty_line_at_the_end_of_the_copy(tmp_path: Path) -> None:
    made, name = workspace(tmp_path)
    copy = made.folder / "record.jsonl"
    copy.write_bytes(copy.read_bytes() + b"\n")
    made.describe(name, "place", "elsewhere")
    assert copy.read_text(encoding="utf-8").split("\n")[:-1] == [one.to_json() for one in made.history()]


def test_a_change_that_was_kept_is_not_said_to_have_failed(tmp_path: Path) -> None:
    """The copy follows with the next change; the change itself is in the database."""
    made, name = workspace(tmp_path)
    copy = made.folder / "record.jsonl"
    copy.unlink()
    copy.mkdir()
    event = made.describe(name, "place", "elsewhere")
    copy.rmdir()
    assert made.history()[-1].hash == event


def _first_missing(copy: Path) -> None:
    copy.write_bytes(b"".join(copy.read_bytes().splitlines(keepends=True)[1:]))


def _line_twice(copy: Path) -> None:
    copy.write_bytes(copy.read_bytes() + copy.read_bytes().splitlines(keepends=True)[-1])


def _no_utf8(copy: Path) -> None:
    copy.write_bytes(b"\xff" + copy.read_bytes())


def _gone(copy: Path) -> None:
    copy.unlink()


def _empty_line(copy: Path) -> None:
    copy.write_bytes(copy.read_bytes() + b"\n\n")


@pytest.mark.parametrize("damage", [_first_missing, _line_twice, _no_utf8, _gone, _empty_line])
def test_a_recovery_that_fails_changes_nothing(tmp_path: Path, damage: Callable[[Path], None]) -> None:
    made, _name = workspace(tmp_path)
    made.close()
    database = made.folder / "dragoman.db"
    database.write_bytes(b"damaged" * 1_000)
    damage(made.folder / "record.jsonl")
    before = {path.name: path.read_bytes() for path in made.folder.iterdir() if path.is_file()}
    assert grave(made.folder)
    with pytest.raises(RecordError):
        recover(made.folder)
    assert {path.name: path.read_bytes() for path in made.folder.iterdir() if path.is_file()} == before


# Damage


def test_an_emptied_database_is_no_new_workspace(tmp_path: Path) -> None:
    made, _name = workspace(tmp_path)
    made.close()
    (made.folder / "dragoman.db").write_bytes(b"")
    with pytest.raises(DamagedDatabase):
        Workspace.open(made.folder)
    assert grave(made.folder)


@pytest.mark.parametrize(
    "statement",
    [
        "DELETE FROM bead",
        "UPDATE bead SET \"left\" = '[99]' WHERE position = 1",
        "DELETE FROM sentence WHERE position = 2",
        "DELETE FROM search",
        "DELETE FROM word WHERE form = 'стороны'",
        "UPDATE word SET count = count + 1 WHERE form = '双方'",
        "UPDATE extent SET first = first + 1",
        "UPDATE bead SET left_first = 0",
        "DELETE FROM alignment",
        "UPDATE event SET hash = 'x' WHERE position = 2",
        "UPDATE job SET problem = '{', state = 'failed'",
        "UPDATE document SET parties = 'x'",
        "DROP TABLE alembic_version",
        "DROP TABLE bead",
    ],
)
def test_damage_inside_the_database_is_found_and_said(tmp_path: Path, statement: str) -> None:
    made, name = workspace(tmp_path)
    made.close()
    connection = sqlite3.connect(made.folder / "dragoman.db")
    connection.execute(statement)
    connection.commit()
    connection.close()
    assert doctor(made.folder)
    try:
        with Workspace.open(made.folder) as opened:
            opened.documents()
            opened.parallel(name)
            opened.history()
            opened.jobs()
    except DragomanError:
        return


def test_other_files_among_the_originals(tmp_path: Path) -> None:
    made, _name = workspace(tmp_path)
    folder = next((made.folder / "originals").glob("??"))
    (folder / ".DS_Store").write_text("x")
    (folder / "folder").mkdir()
    assert grave(made.folder) == []


@pytest.mark.skipif(not hasattr(os, "fork"), reason="This system has no fork.")
def test_who_may_only_read_sees_what_was_written_last(tmp_path: Path) -> None:
    """While another process holds the workspace, as a server does."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o755)
        made, document = workspace(folder)
        made.close()
        with Workspace.open(made.folder) as held:
            held.describe(document, "place", "elsewhere")
            made.folder.chmod(0o555)
            child = os.fork()
            if child == 0:
                os._exit(_reads(made.folder, document))
            code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
            made.folder.chmod(0o755)
        assert code == 0
        shutil.rmtree(made.folder)


def _reads(folder: Path, document: str) -> int:
    """0 if the last change is seen, 1 if an earlier state is, 2 if nothing is."""
    if os.getuid() == 0:
        os.setgroups([])
        os.setgid(65_534)
        os.setuid(65_534)
    try:
        with Workspace.open(folder) as opened:
            return 0 if opened.document(document).about.place == "elsewhere" else 1
    except BaseException:
        return 2
