"""What stands for a sentence in the other languages of its document: the row of the alignment it is in."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, select, text

from dragoman.workspace import tables
from dragoman.workspace.catalogue import Catalogue, Extent
from dragoman.workspace.rowwise import packed, rows_of

_BEADS = """
WITH given AS MATERIALIZED (SELECT * FROM {given})
SELECT given.at, bead.left_language, bead.right_language, bead.{mine}, bead.{other}, bead.probability
FROM given
CROSS JOIN alignment
CROSS JOIN bead
WHERE alignment.document = given.document
AND alignment.left_language = given.left_language AND alignment.right_language = given.right_language
AND alignment.left_original = given.left_original AND alignment.right_original = given.right_original
AND bead.document = given.document
AND bead.left_language = given.left_language AND bead.right_language = given.right_language
AND bead.{found}
"""
# Most sentences begin the row that they are in; others are in the last one that begins before them.
_BEGINS = "{mine}_first = given.place"
_HOLDS = """position = (
    SELECT inside.position FROM bead AS inside
    WHERE inside.document = given.document
    AND inside.left_language = given.left_language AND inside.right_language = given.right_language
    AND inside.{mine}_first BETWEEN 0 AND given.place
    ORDER BY inside.{mine}_first DESC, inside.position LIMIT 1
)"""


@dataclass(frozen=True, slots=True)
class Place:
    """A sentence of a present version: which version, counted in the catalogue, and its position there."""

    version: int
    position: int


@dataclass(frozen=True, slots=True)
class Answer:
    """The row of the alignment with one other language: that version, and the positions of its sentences."""

    version: int
    positions: tuple[int, ...]
    probability: float


def answers(
    connection: Connection, catalogue: Catalogue, places: Sequence[Place], other: str = ""
) -> list[tuple[Answer, ...]]:
    """For each sentence the rows that it is in, one for each other language, or for one of them.

    Languages with which the document has not been aligned are left out.
    """
    asked = [
        (number, place, version)
        for number, place in enumerate(places)
        for version in _others(catalogue, place.version, other)
    ]
    found: dict[tuple[int, int], Answer] = {}
    for side in ("left", "right"):
        mine = [one for one in asked if _is_left(catalogue, one[1].version, one[2]) == (side == "left")]
        begun = _beads(connection, catalogue, mine, side, _BEGINS)
        left = [one for one in mine if (one[0], one[2]) not in begun]
        found |= begun
        found |= _beads(connection, catalogue, left, side, _HOLDS)
    return [
        tuple(
            found[number, version]
            for version in _others(catalogue, place.version, other)
            if (number, version) in found
        )
        for number, place in enumerate(places)
    ]


def _others(catalogue: Catalogue, version: int, other: str) -> Iterable[int]:
    """The versions of the same document in other languages, or in one."""
    document = int(catalogue.document[version])
    return [
        at
        for at in range(int(catalogue.start[document]), int(catalogue.start[document + 1]))
        if at != version and other in ("", catalogue.extents[at].language)
    ]


def _is_left(catalogue: Catalogue, version: int, other: int) -> bool:
    return catalogue.extents[version].language < catalogue.extents[other].language


def _beads(
    connection: Connection,
    catalogue: Catalogue,
    asked: Sequence[tuple[int, Place, int]],
    side: str,
    condition: str,
) -> Mapping[tuple[int, int], Answer]:
    """The rows of sentences that stand on one side of their alignments."""
    if not asked:
        return {}
    given = rows_of(
        connection,
        "given",
        at=int,
        document=str,
        left_language=str,
        right_language=str,
        left_original=str,
        right_original=str,
        place=int,
    )
    names = {"mine": side, "other": "right" if side == "left" else "left", "given": given}
    names["found"] = condition.format(mine=side)
    rows = []
    for at, (_number, place, version) in enumerate(asked):
        left, right = _pair(catalogue, place.version, version)
        document = catalogue.documents[int(catalogue.document[version])].id
        rows.append(
            (at, document, left.language, right.language, left.original, right.original, place.position)
        )
    found = {}
    for row in connection.execute(text(_BEADS.format(**names)), {"rows": packed(rows)}).all():
        number, place, version = asked[row[0]]
        mine, others, probability = _positions(row[3]), _positions(row[4]), row[5]
        if place.position not in mine:
            others, probability = _searched(connection, catalogue, place, version, side)
        found[number, version] = Answer(version, tuple(others), probability)
    return found


def _positions(stored: str) -> list[int]:
    """The sentences of one side of a row; most are one."""
    single = stored[1:-1]
    found: list[int] = [int(single)] if single.isdecimal() else json.loads(stored)
    return found


def _pair(catalogue: Catalogue, version: int, other: int) -> tuple[Extent, Extent]:
    pair = catalogue.extents[version], catalogue.extents[other]
    return pair if pair[0].language < pair[1].language else (pair[1], pair[0])


def _searched(
    connection: Connection, catalogue: Catalogue, place: Place, version: int, side: str
) -> tuple[list[int], float]:
    """The row of a sentence among all: one that does not hold its sentences without gaps hides others."""
    left, right = _pair(catalogue, place.version, version)
    c = tables.bead.c
    asked = select(c.left, c.right, c.probability).where(
        c.document == catalogue.documents[int(catalogue.document[version])].id,
        c.left_language == left.language,
        c.right_language == right.language,
    )
    for row in connection.execute(asked):
        sides = json.loads(row.left), json.loads(row.right)
        mine, others = sides if side == "left" else sides[::-1]
        if place.position in mine:
            return others, row.probability
    return [], 0.0
