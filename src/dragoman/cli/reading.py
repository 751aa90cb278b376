"""All rows of a document."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dragoman.workspace import Parallel, Workspace


def whole(workspace: Workspace, document: str, languages: Sequence[str] = ()) -> Parallel:
    """The parallel text with the rows of all its pages."""
    first = workspace.parallel(document, languages)
    rows = list(first.rows)
    for page in range(2, first.pages + 1):
        rows += workspace.parallel(document, languages, page=page).rows
    return replace(first, rows=tuple(rows), pages=1)
