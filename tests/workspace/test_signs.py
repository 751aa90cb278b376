"""Signs of differences for readers of a text, on SQLite and on PostgreSQL alike."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import delete

from dragoman.errors import InputError, NoSuchDocument
from dragoman.workspace import Workspace, tables
from tests.versions.harbours import EN, OMITTED
from tests.workspace.test_findings import made


def prepared(folder: Path, database: str) -> tuple[Workspace, str, str]:
    """A workspace with one document, whose only finding is a sentence that is left out; and its name."""
    workspace, document = made(folder, database)
    with workspace._core.database.writing() as connection:
        connection.execute(delete(tables.finding).where(tables.finding.c.kind != "omitted"))
    (found,) = workspace.versions.findings(document).findings
    return workspace, document, found.id


def test_signs_say_where_findings_stand(tmp_path: Path, database: str) -> None:
    workspace, document, name = prepared(tmp_path, database)
    (sign,) = workspace.versions.signs(document)
    assert (sign.id, sign.kind) == (name, "omitted")
    assert sign.places == {"en": (EN.index(OMITTED),), "ru": ()}
    assert workspace.versions.counts() == {document: 1}
    assert workspace.versions.signs(document, line=1.0) == ()
    assert workspace.versions.counts(line=1.0) == {}


def test_decisions_count(tmp_path: Path, database: str) -> None:
    workspace, document, name = prepared(tmp_path, database)
    workspace.versions.accept(name)
    assert [sign.id for sign in workspace.versions.signs(document, line=1.0)] == [name]
    assert workspace.versions.counts(line=1.0) == {document: 1}
    workspace.versions.dismiss(name, "It stands in the annex.")
    assert workspace.versions.signs(document, line=0.0) == ()
    assert workspace.versions.counts(line=0.0) == {}
    workspace.versions.reopen(name)
    assert [sign.id for sign in workspace.versions.signs(document)] == [name]


def test_nothing_is_told_while_a_text_is_compared_anew(tmp_path: Path, database: str) -> None:
    """The text itself can be read on: it is aligned, and corrections hold at once."""
    workspace, document, _name = prepared(tmp_path, database)
    row = workspace.parallel(document, ("en", "ru")).rows[0]
    sides = [[(one.start, one.end) for one in cell.sentences] for cell in row.cells]
    workspace.correct(document, ("en", sides[0]), ("ru", sides[1]))
    assert workspace.document(document).state == "ready"
    assert not workspace.versions.findings(document).ready
    assert workspace.versions.signs(document) == ()
    assert workspace.versions.counts() == {}
    workspace.work()
    assert workspace.versions.findings(document).ready
    assert workspace.versions.signs(document)


def test_what_is_not_there_cannot_be_asked_for(tmp_path: Path) -> None:
    workspace, document, _name = prepared(tmp_path, "")
    with pytest.raises(InputError):
        workspace.versions.signs(document, line=2)
    with pytest.raises(InputError):
        workspace.versions.counts(line=-1)
    with pytest.raises(NoSuchDocument):
        workspace.versions.signs("nothing")
