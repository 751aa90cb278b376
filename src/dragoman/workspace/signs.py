"""Where findings stand in the versions: what a page of rows, or a list of documents, needs of them.

While the versions of a document are being compared anew, nothing is told of it.
"""

from __future__ import annotations

import json
from collections.abc import Mapping

from sqlalchemy import ColumnElement, Connection, and_, exists, func, not_, or_, select

from dragoman.workspace import tables
from dragoman.workspace.findingmodel import Sign

_finding, _decision = tables.finding.c, tables.decision.c


def signs(connection: Connection, document: str, line: float) -> tuple[Sign, ...]:
    """The findings of a document that are not dismissed, by one question to the database."""
    compared = tables.comparison.c
    asked = (
        select(_finding.id, _finding.kind, _finding.places, _finding.probability, compared.languages)
        .join(tables.comparison, compared.document == _finding.document)
        .outerjoin(tables.decision, _decision.finding == _finding.id)
        .where(_finding.document == document, _told(line))
        .order_by(_finding.row, _finding.source, _finding.number)
    )
    rows = {row.id: row for row in connection.execute(asked)}
    return tuple(
        Sign(
            row.id,
            row.kind,
            row.probability,
            {
                code: tuple(dict.fromkeys(first for *_at, first, _last in places))
                for code, places in zip(json.loads(row.languages), json.loads(row.places), strict=True)
            },
        )
        for row in rows.values()
    )


def counts(connection: Connection, line: float) -> Mapping[str, int]:
    """How many findings that are not dismissed the documents have that have any."""
    asked = (
        select(_finding.document, func.count(_finding.id.distinct()).label("found"))
        .outerjoin(tables.decision, _decision.finding == _finding.id)
        .where(_told(line))
        .group_by(_finding.document)
    )
    return {row.document: row.found for row in connection.execute(asked)}


def _told(line: float) -> ColumnElement[bool]:
    """Open findings that are probable enough, and all that were accepted."""
    job = tables.job.c
    undecided = and_(_decision.event.is_(None), _finding.probability >= line)
    busy = exists().where(job.document == _finding.document, job.state.in_(("waiting", "running")))
    return and_(or_(undecided, _decision.accepted), not_(busy))
