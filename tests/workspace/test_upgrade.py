"""A workspace that an older Dragoman made is brought to the present form."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from alembic import command
from alembic.config import Config
from sqlalchemy import MetaData, insert, select

from dragoman.record.order import in_order
from dragoman.workspace import Workspace, doctor, schema, tables
from tests.record.events import Chain
from tests.workspace.material import add, workspace

_OLD = ("event", "document", "version", "correction", "reading", "sentence", "alignment", "bead")


def old_workspace(
    folder: Path, database: str, monkeypatch: pytest.MonkeyPatch, form: str = "0001"
) -> Workspace:
    """A new workspace in an older form."""
    upgrade = command.upgrade

    def to_that(config: Config, _revision: str) -> None:
        upgrade(config, form)

    with monkeypatch.context() as patched:
        patched.setattr(command, "upgrade", to_that)
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


def test_events_are_given_their_places_in_the_order(
    tmp_path: Path, database: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Before the fourth form, events had no depth; those of several chains follow each other's."""
    north, south = Chain("north"), Chain("south")
    said = [north.document("a1"), south.document("b2"), north.described("a1", "A")]
    said.append(south.described("b2", "B", {"north": north.events[1].hash}))
    said.append(south.described("b2", "C", {"north": north.events[0].hash}))
    said.append(north.described("a1", "D", {"south": south.events[-1].hash}))
    old = old_workspace(tmp_path / "old", database, monkeypatch, "0003")
    metadata = MetaData()
    metadata.reflect(old._core.database.engine, only=("event",))
    table = metadata.tables["event"]
    assert "depth" not in table.c
    rows = [
        {
            "hash": event.hash,
            "party": event.party,
            "sequence": event.sequence,
            "kind": event.kind,
            "document": event.body["document"],
            "line": event.to_json(),
        }
        for event in said
    ]
    with old._core.database.writing() as writing:
        writing.execute(insert(table), rows)
    old.close()
    with Workspace.open(tmp_path / "old") as opened:
        c = tables.event.c
        with opened._core.database.reading() as connection:
            depths = {row.hash: row.depth for row in connection.execute(select(c.hash, c.depth))}
            subjects = set(connection.scalars(select(c.subject)))
            assert schema.form_of(connection) == schema.HEAD
        assert depths == in_order(said)[2]
        assert [depths[event.hash] for event in said] == [1, 1, 2, 3, 4, 5]
        assert subjects == {""}
        assert opened.history() == said
        assert opened.verify() == []
        assert (list(opened.parties.list()), list(opened.glossaries.list())) == ([], [])
        # What is written now stands behind all that was.
        opened.parties.trust(f"lake@{'1' * 32}")
        with opened._core.database.reading() as connection:
            last = connection.execute(select(c.party, c.depth).order_by(c.position.desc())).first()
        assert last is not None
        assert tuple(last) == ("editors", 6)
