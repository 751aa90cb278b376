"""All rows of a document, and as an alignment where there are two languages."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dragoman.bitext.model import Alignment, Bead
from dragoman.workspace import Parallel, Workspace


def whole(workspace: Workspace, document: str, languages: Sequence[str] = ()) -> Parallel:
    """The parallel text with the rows of all its pages."""
    first = workspace.parallel(document, languages)
    rows = list(first.rows)
    for page in range(2, first.pages + 1):
        rows += workspace.parallel(document, languages, page=page).rows
    return replace(first, rows=tuple(rows), pages=1)


def as_alignment(parallel: Parallel) -> Alignment:
    """A parallel text in two languages, all of its rows, as an alignment with a bead a row."""
    left, right = (
        sorted(
            (sentence for row in parallel.rows for sentence in row.cells[side].sentences),
            key=lambda sentence: sentence.start,
        )
        for side in (0, 1)
    )
    places = [{sentence.start: k for k, sentence in enumerate(side)} for side in (left, right)]
    beads = []
    for row in parallel.rows:
        source, target = (
            tuple(places[side][sentence.start] for sentence in row.cells[side].sentences) for side in (0, 1)
        )
        beads.append(Bead(source, target, row.probability, row.moved))
    return Alignment(
        tuple(left),
        tuple(right),
        tuple(beads),
        parallel.languages[0],
        parallel.languages[1],
        ", ".join(parallel.methods),
        parallel.notes,
    )
