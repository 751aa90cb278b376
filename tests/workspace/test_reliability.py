"""Nothing half-written and nothing lost, whatever happens."""

from __future__ import annotations

import random
import shutil
import sqlite3
import tempfile
import time
from collections.abc import Sequence
from multiprocessing.context import ForkServerContext
from pathlib import Path

import pytest

from dragoman.errors import DamagedDatabase, RecordError
from dragoman.workspace import File, Finding, Workspace, doctor, recover
from dragoman.workspace.originals import hash_of
from tests import postgres as postgresql
from tests.workspace.hardship import (
    Deed,
    adds,
    adds_many,
    corrects,
    processes,
    rebuilds,
    tries_without_right,
    tries_without_room,
)
from tests.workspace.material import RU, add, words, workspace

DEEDS: Sequence[Deed] = (adds, rebuilds, corrects)
KILLS = 200
SEED = 20_261_122


@pytest.fixture(scope="module")
def context() -> ForkServerContext:
    return processes()


@pytest.fixture
def whole(tmp_path: Path) -> Path:
    """The folder of a workspace with one document, one correction of which is recorded."""
    made, name = workspace(tmp_path)
    made.describe(name, "body", "Delegations")
    made.work()
    made.close()
    return made.folder


def _grave(folder: Path) -> list[str]:
    return [finding.message() for finding in doctor(folder) if finding.grave]


def _killed(context: ForkServerContext, deed: Deed, folder: Path, moment: float) -> bool:
    """Let a process do something, kill it after some seconds; whether it was still at it."""
    process = context.Process(target=deed, args=(folder,))
    process.start()
    process.join(moment)
    alive = process.is_alive()
    process.kill()
    process.join()
    return alive


def _took(context: ForkServerContext, deed: Deed, folder: Path) -> float:
    """How many seconds a process needs for something, from its start to its end."""
    started = time.perf_counter()
    process = context.Process(target=deed, args=(folder,))
    process.start()
    process.join()
    assert process.exitcode == 0
    return time.perf_counter() - started


def _check(folder: Path, lines: Sequence[str]) -> None:
    """A workspace whose writer was killed: all that was recorded is there, and the next start carries on."""
    for path in (folder / "originals").rglob("*"):
        if path.is_file() and path.suffix != ".part":
            assert hash_of(path.read_bytes()) == f"sha256:{path.name}"
    assert _grave(folder) == []
    with Workspace.open(folder) as opened:
        assert opened.verify() == []
        assert [event.to_json() for event in opened.history()][: len(lines)] == lines
        opened.work()
        documents = opened.documents()
        assert [document.state for document in documents] == ["ready"] * len(documents)
        digests = opened.digests()
        assert opened.rebuild() == digests
        # The copy of the record is made up at the next change.
        opened.describe(documents[0].id, "kind", "declaration")
        copy = (folder / "record.jsonl").read_text(encoding="utf-8")
        assert copy == "".join(event.to_json() + "\n" for event in opened.history())
    assert [
        finding for finding in doctor(folder) if "never finished" not in finding.what and finding.grave
    ] == []


def test_killed_at_any_moment(context: ForkServerContext, whole: Path, tmp_path: Path) -> None:
    """kill -9 at 200 random moments while a process adds, rebuilds and corrects."""
    chance = random.Random(SEED)
    with Workspace.open(whole) as opened:
        lines = [event.to_json() for event in opened.history()]
    durations = {}
    for deed in DEEDS:
        for _ in range(2):  # the first also starts the server of processes
            shutil.copytree(whole, tmp_path / "trial")
            durations[deed] = _took(context, deed, tmp_path / "trial")
            shutil.rmtree(tmp_path / "trial")
    caught = 0
    for number in range(KILLS):
        deed = DEEDS[number % len(DEEDS)]
        trial = tmp_path / "trial"
        shutil.copytree(whole, trial)
        caught += _killed(context, deed, trial, chance.uniform(0.0, durations[deed]))
        _check(trial, lines)
        shutil.rmtree(trial)
    assert caught > KILLS // 2, f"Only {caught} of {KILLS} were killed while at work."


def test_killed_on_postgresql(
    context: ForkServerContext, tmp_path: Path, postgres: postgresql.Server
) -> None:
    """The same with a server's transactions: one workspace that is killed again and again."""
    chance = random.Random(SEED)
    with postgres.database() as address:
        made, _name = workspace(tmp_path, address)
        made.close()
        longest = max(_took(context, deed, made.folder) for deed in DEEDS)
        for number in range(15):
            _killed(context, DEEDS[number % len(DEEDS)], made.folder, chance.uniform(0.0, longest))
            with Workspace.open(made.folder) as opened:
                assert opened.verify() == []
                opened.work()
                assert {document.state for document in opened.documents()} == {"ready"}
        with Workspace.open(made.folder) as opened:
            digests = opened.digests()
            assert opened.rebuild() == digests
        assert _grave(made.folder) == []


@pytest.mark.parametrize("where", ["sqlite", "postgresql"])
def test_writers_at_once(
    context: ForkServerContext, tmp_path: Path, postgres: postgresql.Server, where: str
) -> None:
    with postgres.database() as address:
        made, name = workspace(tmp_path, address if where == "postgresql" else "")
        made.describe(name, "body", "Delegations")
        made.close()
        _write_at_once(context, made.folder)


def _write_at_once(context: ForkServerContext, whole: Path) -> None:
    writers = [context.Process(target=adds_many, args=(whole, number)) for number in range(3)]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    assert [writer.exitcode for writer in writers] == [0, 0, 0]
    assert _grave(whole) == []
    with Workspace.open(whole) as opened:
        opened.work()
        assert len(opened.documents()) == 16
        assert len(opened.history()) == 4 + 15 * 4
        assert opened.verify() == []
        assert opened.rebuild() == opened.digests()


def test_a_full_disk(context: ForkServerContext, whole: Path) -> None:
    with Workspace.open(whole) as opened:
        before = opened.digests()
    here, there = context.Pipe()
    process = context.Process(target=tries_without_room, args=(whole, there))
    process.start()
    said = [here.recv(), here.recv()]
    process.join()
    assert all("DiskFull" in one and "Make room" in one for one in said), said
    assert _grave(whole) == []
    with Workspace.open(whole) as opened:
        assert opened.digests() == before
        assert len(opened.history()) == 4
        add(opened, "en")  # with room again, it works


def test_a_folder_that_may_only_be_read(context: ForkServerContext, whole: Path) -> None:
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o755)
        copy = Path(folder) / "workspace"
        shutil.copytree(whole, copy)
        for path in (copy, *copy.rglob("*")):
            path.chmod(0o555 if path.is_dir() else 0o444)
        here, there = context.Pipe()
        process = context.Process(target=tries_without_right, args=(copy, there))
        process.start()
        total, added, described = here.recv(), here.recv(), here.recv()
        process.join()
        for path in (copy, *copy.rglob("*")):
            path.chmod(0o755)
    assert total == "4"
    for said in (added, described):
        assert said.startswith("ReadOnly")
        assert "permissions" in said


@pytest.mark.parametrize(
    ("damage", "said"),
    [
        ("first page", "damaged"),
        ("middle", "damaged"),
        ("truncated", "damaged"),
        ("not a database", "damaged"),
        ("gone", "missing"),
    ],
)
def test_a_damaged_database(whole: Path, damage: str, said: str) -> None:
    with Workspace.open(whole) as opened:
        name = opened.documents()[0].id
        texts = words(opened.parallel(name))
        lines = [event.to_json() for event in opened.history()]
    file = whole / "dragoman.db"
    data = bytearray(file.read_bytes())
    if damage == "first page":
        data[20:90] = bytes(70)
    elif damage == "middle":
        data[4096 : len(data) - 4096] = random.Random(1).randbytes(len(data) - 8192)
    elif damage == "truncated":
        del data[len(data) // 2 :]
    elif damage == "not a database":
        data[:] = b"This was a database.\n" * 100
    file.write_bytes(data)
    if damage == "gone":
        file.unlink()
    found = doctor(whole)
    assert any(finding.grave for finding in found), damage
    assert any("--recover" in finding.remedy for finding in found), [one.message() for one in found]
    assert any(said in finding.message() for finding in found)
    aside = recover(whole)
    assert [path.exists() for path in aside] == [True] * len(aside)
    with Workspace.open(whole) as opened:
        assert [event.to_json() for event in opened.history()] == lines
        opened.work()
        assert words(opened.parallel(name)) == texts
    assert doctor(whole) == []


def test_a_damaged_database_refuses_to_write(whole: Path) -> None:
    file = whole / "dragoman.db"
    file.write_bytes(b"This was a database.\n" * 100)
    with pytest.raises(DamagedDatabase, match="doctor"):
        Workspace.open(whole)


def _found(folder: Path, what: str) -> list[Finding]:
    return [finding for finding in doctor(folder) if what in finding.message()]


def test_damaged_and_missing_originals(whole: Path) -> None:
    paths = sorted(path for path in (whole / "originals").rglob("*") if path.is_file())
    kept = paths[0].read_bytes()
    paths[0].chmod(0o644)
    paths[0].write_bytes(kept + b".")
    paths[1].rename(whole / "elsewhere")
    assert _found(whole, f"sha256:{paths[0].name} is damaged")[0].grave
    assert _found(whole, f"is missing: sha256:{paths[1].name}")[0].grave
    (whole / "elsewhere").rename(paths[1])
    # Adding the same file again mends it.
    paths[0].unlink()
    with Workspace.open(whole) as opened:
        opened.add([_file(kept)])
    assert doctor(whole) == []


def _file(data: bytes) -> File:
    return File(data, "again.ru.txt" if data == RU.encode() else "again.zh.txt")


def test_an_edited_record_is_found(whole: Path) -> None:
    database = sqlite3.connect(whole / "dragoman.db")
    database.execute("UPDATE event SET line = replace(line, 'Delegations', 'Delegates') WHERE sequence = 4")
    database.commit()
    database.close()
    assert any(finding.grave for finding in doctor(whole))
    with Workspace.open(whole) as opened, pytest.raises(RecordError):
        opened.history()


def test_an_edited_copy_is_found_and_kept(whole: Path) -> None:
    copy = whole / "record.jsonl"
    edited = copy.read_text(encoding="utf-8").replace("Delegations", "Delegates")
    copy.write_text(edited, encoding="utf-8")
    assert _found(whole, "something else than the database")[0].grave
    with Workspace.open(whole) as opened:
        opened.describe(opened.documents()[0].id, "place", "elsewhere")
        opened.work()
    assert (whole / "record.1.jsonl").read_text(encoding="utf-8") == edited
    assert doctor(whole) == []
    copy.write_text(edited, encoding="utf-8")
    with pytest.raises(RecordError):
        recover(whole)
    assert (whole / "dragoman.db").exists()
