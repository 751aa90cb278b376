"""What grammar tells of each version, kept, so that finding terms reads no text twice."""

from __future__ import annotations

import json
from itertools import starmap

from sqlalchemy import Connection, delete, insert, select

from dragoman.terms.texts import Analysis, Found
from dragoman.workspace import tables
from dragoman.workspace.compact import compact

METHOD = "analysis.v1"

_c = tables.analysis.c


def keep_analysis(connection: Connection, original: str, code: str, found: Analysis) -> None:
    """Put the analysis of a version in the place of what was there before."""
    connection.execute(delete(tables.analysis).where(_c.original == original, _c.language == code))
    connection.execute(
        insert(tables.analysis).values(
            original=original,
            language=code,
            method=METHOD,
            words=compact(found.words),
            phrases=compact(
                [[one.sentence, one.start, one.end, one.key, one.kind, one.words] for one in found.phrases]
            ),
        )
    )


def kept_analysis(connection: Connection, original: str, code: str) -> Analysis | None:
    """The analysis of a version, None if it has not been made."""
    row = connection.execute(
        select(_c.words, _c.phrases).where(_c.original == original, _c.language == code)
    ).first()
    if row is None:
        return None
    words = tuple(tuple(map(tuple, sentence)) for sentence in json.loads(row.words))
    return Analysis(words, tuple(starmap(Found, json.loads(row.phrases))))
