"""Differences between language versions, on SQLite and on PostgreSQL alike."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import delete

from dragoman.errors import InputError
from dragoman.workspace import About, File, Workspace, doctor, tables
from dragoman.workspace.findingmodel import DocumentFinding
from tests.versions.harbours import EN, OMITTED, RU, ZH


def made(folder: Path, database: str = "", *, chinese: bool = False) -> tuple[Workspace, str]:
    """A workspace with one document whose English version has a sentence more than the others."""
    workspace = Workspace.create(folder / "w", author="tester", database=database)
    files = [File(EN.encode(), "x.en.txt"), File(RU.encode(), "x.ru.txt")]
    if chinese:
        files.append(File(ZH.encode(), "x.zh.txt"))
    document = workspace.add(files, About(title="Harbours", invented=True)).document
    workspace.work()
    return workspace, document


def only(workspace: Workspace, document: str) -> DocumentFinding:
    """The one finding of a document at the default line."""
    (found,) = workspace.versions.findings(document).findings
    return found


def test_what_a_version_leaves_out_is_found(tmp_path: Path, database: str) -> None:
    workspace, document = made(tmp_path, database)
    found = only(workspace, document)
    assert (found.kind, found.state, found.alone) == ("omitted", "open", "")
    assert [told.language for told in found.told] == ["en", "ru"]
    assert [told.words for told in found.told] == [(OMITTED,), ()]
    assert found.told[0].anchors == (f"en{EN.index(OMITTED)}",) == (found.anchor,)
    assert 0.5 <= found.probability <= 1
    assert workspace.versions.finding(found.id) == found
    every = workspace.versions.findings(document)
    assert (every.languages, every.left_out, every.rows) == (("en", "ru"), (), 5)
    assert every.ready
    assert dict(every.counts) == {"open": 1, "accepted": 0, "dismissed": 0}


def test_of_three_versions_the_one_that_differs_is_named(tmp_path: Path, database: str) -> None:
    workspace, document = made(tmp_path, database, chinese=True)
    found = only(workspace, document)
    assert (found.kind, found.alone) == ("omitted", "en")
    assert [told.words for told in found.told] == [(OMITTED,), (), ()]


def test_decisions_are_kept_and_taken_back(tmp_path: Path, database: str) -> None:
    workspace, document = made(tmp_path, database)
    name = only(workspace, document).id
    workspace.versions.accept(name)
    assert only(workspace, document).state == "accepted"
    event = workspace.versions.dismiss(name, "  The agreement \n says so. ", author="editor")
    decision = only(workspace, document).decision
    assert decision is not None
    assert (decision.event, decision.reason, decision.author) == (event, "The agreement says so.", "editor")
    assert [passage.words for passage in decision.passages] == [(OMITTED,), ()]
    assert dict(workspace.versions.findings(document).counts)["dismissed"] == 1
    assert workspace.versions.findings(document, state="open").total == 0
    assert workspace.versions.decisions() == workspace.versions.decisions(document) == (decision,)
    workspace.versions.reopen(name)
    assert only(workspace, document).state == "open"
    assert [each.kind for each in workspace.history(document)][-3:] == [
        "finding.accepted",
        "finding.dismissed",
        "finding.reopened",
    ]
    assert workspace.verify() == []
    assert doctor(workspace.folder) == []


def test_what_is_decided_survives_a_rebuild_and_a_new_method(tmp_path: Path, database: str) -> None:
    workspace, document = made(tmp_path, database)
    found = only(workspace, document)
    workspace.versions.dismiss(found.id, "It stands in the annex.")
    kept = workspace.digests()
    assert workspace.rebuild() == kept
    assert only(workspace, document).state == "dismissed"
    with workspace._core.database.writing() as connection:
        connection.execute(delete(tables.finding))
    assert workspace.versions.findings(document).total == 0
    (decision,) = workspace.versions.decisions(lost=True)
    assert (decision.finding, decision.found) == (found.id, False)
    workspace.versions.reopen(found.id)
    assert workspace.versions.decisions() == ()


def test_a_correction_is_compared_anew(tmp_path: Path, database: str) -> None:
    """A person says that the bell of one version is not that of the other: both have no counterpart then."""
    workspace, document = made(tmp_path, database)
    before = {one.id for one in workspace.versions.findings(document).findings}
    rows = workspace.parallel(document, ("en", "ru")).rows
    bell = next(row for row in rows if any("bell" in one.text for one in row.cells[0].sentences))
    ranges = [(one.start, one.end) for one in bell.cells[0].sentences]
    event = workspace.correct(document, ("en", ranges), ("ru", []))
    assert not workspace.versions.findings(document).ready
    workspace.work()
    told = [
        told.words
        for one in workspace.versions.findings(document).findings
        if one.kind == "omitted"
        for told in one.told
    ]
    assert any("A bell is rung when the fog is thick." in words for words in told)
    assert ("В густой туман звонят в колокол.",) in told
    workspace.restore(document, event)
    workspace.work()
    assert {one.id for one in workspace.versions.findings(document).findings} == before
    assert doctor(workspace.folder) == []


def test_a_document_in_one_language_has_nothing_to_compare(tmp_path: Path) -> None:
    workspace = Workspace.create(tmp_path / "w")
    document = workspace.add([File(EN.encode(), "x.en.txt")]).document
    workspace.work()
    found = workspace.versions.findings(document)
    assert (found.languages, found.total, found.ready) == (("en",), 0, True)


def test_what_was_not_compared_is_told_by_the_doctor(tmp_path: Path, database: str) -> None:
    workspace, document = made(tmp_path, database)
    with workspace._core.database.writing() as connection:
        connection.execute(delete(tables.comparison))
    (complaint,) = doctor(workspace.folder)
    assert document in complaint.message()
    workspace.rebuild(document)
    assert doctor(workspace.folder) == []


@pytest.mark.parametrize(
    ("asked", "message"),
    [
        ({"kind": "colour"}, "There is no kind of finding 'colour'. There are: omitted,"),
        ({"state": "new"}, "There is no state 'new'. There are: open, accepted, dismissed."),
        ({"line": 2}, "The line is a probability from 0 to 1, not 2."),
        ({"line": float("nan")}, "The line is a probability"),
    ],
)
def test_what_cannot_be_asked_for_is_said(tmp_path: Path, asked: dict[str, object], message: str) -> None:
    workspace, document = made(tmp_path)
    with pytest.raises(InputError) as caught:
        workspace.versions.findings(document, **asked)  # type: ignore[arg-type]  # some are wrong on purpose
    assert message in str(caught.value)


def test_bad_decisions_change_nothing(tmp_path: Path, database: str) -> None:
    workspace, document = made(tmp_path, database)
    name = only(workspace, document).id
    before = len(workspace.history())
    versions = workspace.versions
    with pytest.raises(InputError, match="no such finding"):
        versions.accept("nosuchname")
    with pytest.raises(InputError, match="no such finding"):
        versions.accept("' OR 1=1")
    with pytest.raises(InputError, match="needs a reason"):
        versions.dismiss(name, " \n")
    with pytest.raises(InputError, match="Nothing is decided"):
        versions.reopen(name)
    workspace.versions.accept(name)
    with pytest.raises(InputError, match="decided already"):
        workspace.versions.accept(name)
    assert len(workspace.history()) == before + 1
