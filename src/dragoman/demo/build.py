"""The demo's workspace: documents written for it, read and aligned, and a round of talks on their terms."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from dragoman.demo.round import hold
from dragoman.demo.story import AUTHOR, BEFORE, PARTY, PLACE, PROTOCOL, STATEMENT, TITLE, TOGETHER
from dragoman.errors import InputError
from dragoman.workspace import Job, Workspace


def build(folder: Path, *, progress: Callable[[Job], None] | None = None) -> Workspace:
    """Make the demo's workspace in a new or empty folder, and open it.

    Two of them are alike in all but the times of their events. `progress` is told of every step of a job.

    Raises:
        InputError: there is something in the folder, or it is none; nothing is changed. WorkspaceError: it
        cannot be written.
    """
    _refuse_what_is_used(folder)
    workspace = Workspace.create(folder, title=TITLE, party=PARTY, author=AUTHOR)
    try:
        documents = {
            piece.name: workspace.add(piece.files(), piece.about).document
            for piece in (*BEFORE, STATEMENT, PROTOCOL)
        }
        workspace.work(progress=progress)
        statement = documents[STATEMENT.name]
        left, right = ((code, _places(workspace, statement, code)) for code in sorted(TOGETHER))
        workspace.correct(statement, left, right)
        workspace.describe(statement, "place", PLACE)
        workspace.work(progress=progress)
        hold(workspace, documents)
    except BaseException:
        workspace.close()
        raise
    return workspace


def _refuse_what_is_used(folder: Path) -> None:
    """Raise InputError unless the folder is empty or still to be made."""
    try:
        used = any(folder.iterdir())
    except FileNotFoundError:
        return
    except OSError as error:
        raise InputError(
            "The demo cannot be made here: {reason}.",
            where=str(folder),
            remedy="Name a new folder.",
            reason=error.strerror,
        ) from error
    if used:
        raise InputError(
            "This folder is not empty.",
            where=str(folder),
            remedy="Name a new folder for the demo, or one that is empty.",
        )


def _places(workspace: Workspace, document: str, code: str) -> list[tuple[int, int]]:
    """Where the sentences of `TOGETHER` stand in one of the languages."""
    rows = workspace.parallel(document, (code,)).rows
    sentences = [sentence for row in rows for cell in row.cells for sentence in cell.sentences]
    return [(found.start, found.end) for found in sentences if found.text.startswith(TOGETHER[code])]
