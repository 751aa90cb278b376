"""A workspace that an older Dragoman made is brought to the present form."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from alembic import command
from alembic.config import Config
from sqlalchemy import MetaData, insert, select

from dragoman.workspace import Workspace, doctor, schema
from tests.workspace.material import add, workspace

_OLD = ("event", "document", "version", "correction", "reading", "sentence", "alignment", "bead")


def old_workspace(folder: Path, database: str, monkeypatch: pytest.MonkeyPatch) -> Workspace:
    """A new workspace in the first form."""
    upgrade = command.upgrade

    def to_the_first(config: Config, _revision: str) -> None:
        upgrade(config, "0001")

    with monkeypatch.context() as patched:
        patched.setattr(command, "upgrade", to_the_first)
        return Workspace.create(folder, title="Tests", author="tester", database=database)


def copied(source: Workspace, target: Workspace) -> None:
    """Put the rows of one workspace into one of an older form, as far as it has their columns."""
    metadata = MetaData()
    new, old = source._core.database, target._core.database
    metadata.reflect(old.engine, only=_OLD)
    with new.reading() as reading, old.writing() as writing:
        for name in _OLD:
            table = metadata.tables[name]
            rows = [dict(row._mapping) for row in reading.execute(select(table))]
            writing.execute(insert(table), rows)
    shutil.copytree(source._core.place.originals, target._core.place.originals, dirs_exist_ok=True)
    shutil.copy(source._core.place.record, target._core.place.record)


def test_the_first_form(tmp_path: Path, database: str, monkeypatch: pytest.MonkeyPatch) -> None:
    made, name = workspace(tmp_path)
    other = add(made, "en").document
    made.work()
    made.correct(name, ("ru", [(0, 20)]), ("zh", []))
    made.work()
    old = old_workspace(tmp_path / "old", database, monkeypatch)
    with old._core.database.reading() as connection:
        assert schema.form_of(connection) == "0001"
    copied(made, old)
    old.close()
    with Workspace.open(tmp_path / "old") as opened:
        assert {(job.kind, job.document) for job in opened.jobs(active=True)} >= {
            ("derive", name),
            ("derive", other),
        }
        # Texts can be read at once, and found as soon as they have been prepared.
        assert opened.parallel(name).total == made.parallel(name).total
        assert opened.usage.concordance("сторона").total == 0
        opened.work()
        assert opened.usage.concordance("сторона") == made.usage.concordance("сторона")
        assert opened.digests() == made.digests()
    assert [finding for finding in doctor(tmp_path / "old") if finding.grave] == []
