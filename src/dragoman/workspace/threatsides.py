"""States side by side: how many documents of each name which threat."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from sqlalchemy import Connection, func, select

from dragoman.signals.intervals import wilson
from dragoman.threats import DIMENSIONS, OTHER, TOPICS
from dragoman.workspace import tables
from dragoman.workspace.dates import within
from dragoman.workspace.threatlines import (
    COUNTED,
    Speaker,
    conditions,
    parties,
    source,
    speakers,
    speaks_for,
)
from dragoman.workspace.threatmodel import Asked, Figure, SideBySide, TopicRow

# How many passages of a document name a topic, in the language that has most.
_Passages = Mapping[tuple[str, str], int]


def side_by_side(connection: Connection, names: Sequence[str], asked: Asked) -> SideBySide:
    """The parties' own documents and their joint ones, topic by topic.

    Raises:
        InputError: there is no such strength.
    """
    present = [each for each in speakers(connection) if within(each.date, asked.since, asked.until)]
    columns: dict[str, list[Speaker]] = {name: [] for name in names or parties(present)}
    joint: list[Speaker] = []
    for each in present:
        if len(each.parties) > 1:
            joint.append(each)
        for name, own in columns.items():
            if speaks_for(each, name):
                own.append(each)
    passages = _passages(connection, asked)
    rows = []
    for topic in _in_order():
        figures = tuple(_figure(own, topic, passages) for own in columns.values())
        together = _figure(joint, topic, passages)
        named_by = sum(figure.documents > 0 for figure in figures)
        if named_by or together.documents:
            rows.append(TopicRow(topic, TOPICS[topic].dimension, figures, together, named_by))
    return SideBySide(
        tuple(columns),
        tuple(len(own) for own in columns.values()),
        len(joint),
        sum(not each.parties for each in present),
        _undecided(connection, asked, {each.id for each in present}),
        tuple(rows),
    )


def _in_order() -> list[str]:
    """Topics by dimension; inside one they stay as they stand in the table."""
    places = {name: place for place, name in enumerate(DIMENSIONS)}
    return sorted(TOPICS, key=lambda name: places[TOPICS[name].dimension])


def _passages(connection: Connection, asked: Asked) -> _Passages:
    version, mention = tables.version.c, tables.mention.c
    counted = (
        select(version.document, mention.topic, mention.language, func.count())
        .select_from(source())
        .where(*conditions(replace(asked, state="")), COUNTED)
        .group_by(version.document, mention.topic, mention.language)
    )
    found: dict[tuple[str, str], int] = defaultdict(int)
    for document, topic, _language, count in connection.execute(counted):
        found[document, topic] = max(count, found[document, topic])
    return found


def _undecided(connection: Connection, asked: Asked, documents: set[str]) -> int:
    """Mentions of what the lexicon does not know, on which nobody has decided."""
    version, mention = tables.version.c, tables.mention.c
    counted = (
        select(version.document, func.count())
        .select_from(source())
        .where(
            *conditions(replace(asked, state="open")), mention.topic == OTHER, mention.stance == "asserted"
        )
        .group_by(version.document)
    )
    return sum(count for document, count in connection.execute(counted) if document in documents)


def _figure(documents: Iterable[Speaker], topic: str, passages: _Passages) -> Figure:
    own = list(documents)
    naming = [each for each in own if (each.id, topic) in passages]
    dates = sorted(each.date for each in naming if each.date)
    count, of = len(naming), len(own)
    low, high = wilson(count, of)
    return Figure(
        count,
        of,
        sum(passages[each.id, topic] for each in naming),
        dates[0] if dates else "",
        dates[-1] if dates else "",
        count / of if of else 0.0,
        low,
        high,
    )
