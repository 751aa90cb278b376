"""Threads, jobs and processes at once."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy.pool import QueuePool

from dragoman.bitext.engine import align_sentences
from dragoman.bitext.model import Alignment
from dragoman.workspace import (
    File,
    Parallel,
    Workspace,
    jobs,
    schema,
    tables,
)
from dragoman.workspace import workspace as whole_workspace
from dragoman.workspace.database import postgresql, sqlite
from tests.workspace.material import EN, RU, add, files, words, workspace

LONGER = "Новое вступление о погоде.\n\n" + RU
Units = Sequence[Sequence[str]]


def joined(page: Parallel) -> list[tuple[str, ...]]:
    """The rows that put languages together."""
    return [row for row in words(page) if sum(map(bool, row)) > 1]


def test_migrations_make_the_tables(tmp_path: Path, database: str) -> None:
    file = tmp_path / "some.db"
    file.touch()
    made = postgresql(database) if database else sqlite(file)
    schema.bring_up_to_date(made)
    with made.reading() as connection:
        options = {
            "compare_type": True,
            "include_name": lambda name, kind, _parents: kind != "table" or not name.startswith("search"),
        }
        context = MigrationContext.configure(connection, opts=options)
        assert compare_metadata(context, tables.metadata) == []
    made.close()


def test_the_last_migration_is_the_head() -> None:
    config = Config()
    folder = Path(schema.__file__).parent / "migrations"
    config.set_main_option("script_location", str(folder).replace("%", "%%"))
    assert ScriptDirectory.from_config(config).get_heads() == [schema.HEAD]


def test_threads_may_make_workspaces_at_once(tmp_path: Path) -> None:
    """In a process of its own, which must not crash."""
    program = (
        "import sys, threading\n"
        "from pathlib import Path\n"
        "from dragoman.workspace import Workspace\n"
        "make = lambda k: Workspace.create(Path(sys.argv[1]) / str(k)).close()\n"
        "for start in range(0, 24, 6):\n"
        "    threads = [threading.Thread(target=make, args=(start + k,)) for k in range(6)]\n"
        "    [one.start() for one in threads]\n"
        "    [one.join() for one in threads]\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, str(tmp_path)], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")


# Races of jobs


def meanwhile(monkeypatch: pytest.MonkeyPatch, deed: Callable[[], object]) -> None:
    """Do something, once, while a job aligns."""
    done: list[bool] = []

    def aligned(*arguments: object) -> Alignment:
        if not done:
            done.append(True)
            deed()
        return align_sentences(*arguments)  # type: ignore[arg-type]  # handed through as they came

    monkeypatch.setattr("dragoman.workspace.deriving.align_sentences", aligned)


def test_a_language_added_while_a_job_runs(
    tmp_path: Path, database: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    made, _none = workspace(tmp_path, database, added=False)
    name = add(made, "ru", "zh").document

    def adds_and_works() -> None:
        with Workspace.open(made.folder) as other:
            other.add(files("en"), document=name)
            other.work()

    meanwhile(monkeypatch, adds_and_works)
    made.work()
    made.work()
    assert made.document(name).state == "ready"
    assert len(made.parallel(name, ("en", "ru")).methods) == 1
    assert made.digests() == made.rebuild()


def test_a_version_replaced_while_a_job_runs(
    tmp_path: Path, database: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    made, _none = workspace(tmp_path, database, added=False)
    name = add(made, "ru", "zh").document

    def replaces_and_works() -> None:
        with Workspace.open(made.folder) as other:
            other.add([File(LONGER.encode(), "longer.ru.txt")], document=name, replace=True)
            other.work()

    meanwhile(monkeypatch, replaces_and_works)
    made.work()
    made.work()
    assert made.document(name).state == "ready"
    assert ("Новое вступление о погоде.", "联合声明") not in words(made.parallel(name))
    assert made.digests() == made.rebuild()


def test_a_replaced_version_is_not_shown_with_the_former_alignment(tmp_path: Path, database: str) -> None:
    made, name = workspace(tmp_path, database)
    made.add([File(LONGER.encode(), "longer.ru.txt")], document=name, replace=True)
    assert joined(made.parallel(name)) == []
    assert {row.probability for row in made.parallel(name).rows} == {0.0}


def test_a_correction_before_a_replaced_version_is_aligned(tmp_path: Path, database: str) -> None:
    made, name = workspace(tmp_path, database)
    made.add([File(LONGER.encode(), "longer.ru.txt")], document=name, replace=True)
    first = next(row.cells[0].sentences[0] for row in made.parallel(name, ("ru",)).rows)
    made.correct(name, ("ru", [(first.start, first.end)]), ("zh", []))
    assert {row.probability for row in made.parallel(name).rows} == {0.0}
    made.work()
    assert made.digests() == made.rebuild()


def test_two_rebuilds_in_one_second(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(whole_workspace, "now", lambda: "2026-11-22T05:40:25Z")
    made, _name = workspace(tmp_path)
    made.rebuild()
    count = sum(bool(job.document) for job in made.jobs())
    made.rebuild()
    assert sum(bool(job.document) for job in made.jobs()) == count + 1


def test_the_state_is_that_of_the_last_job(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(jobs, "now", lambda: "2026-11-22T05:40:25Z")
    made, _none = workspace(tmp_path, added=False)
    for number in range(8):
        text = f"{RU} Заявление {number}."
        name = made.add([File(text.encode(), "a.ru.txt")]).document
        made.work()
        made.add([File(f"{EN} Statement {number}.".encode(), "a.en.txt")], document=name)
        assert made.document(name).state == "working"
        made.work()


@pytest.mark.skipif(not hasattr(os, "fork"), reason="This system has no fork.")
def test_a_forked_process_uses_connections_of_its_own(tmp_path: Path, database: str) -> None:
    made, _name = workspace(tmp_path, database)
    child = os.fork()
    if child == 0:
        pool = made._core.database.engine.pool
        os._exit(pool.checkedin() if isinstance(pool, QueuePool) else 0)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0


# Adding
