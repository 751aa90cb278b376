"""Mentions of threats read from the tables, with their sentences and what was decided of them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, and_, func, not_, or_, select, text

from dragoman.bitext.model import Sentence
from dragoman.errors import InputError
from dragoman.threats import CUES, DIMENSIONS, OTHER, STRENGTHS, TOPICS, Mention
from dragoman.workspace import tables
from dragoman.workspace.dates import check_dates, within
from dragoman.workspace.documents import AnyRow
from dragoman.workspace.identity import anchor
from dragoman.workspace.rowwise import packed, rows_of
from dragoman.workspace.threatmodel import JOINT, NOBODY, Asked, Judgement, Quotation, Quotations

_mention, _version, _document = tables.mention.c, tables.version.c, tables.document.c
_judgement, _sentence = tables.judgement.c, tables.sentence.c

_ABOUT = ("title", "date", "body", "kind", "source", "invented")
_STATES = ("open", "confirmed", "rejected", "counted")

COUNTED = or_(
    _judgement.confirmed,
    and_(_judgement.event.is_(None), _mention.stance == "asserted", _mention.topic != OTHER),
)
"""The mentions that figures count."""


@dataclass(frozen=True, slots=True)
class Speaker:
    """A document with whose it is, as stored, and when it is of."""

    id: str
    parties: tuple[str, ...]
    date: str


def speakers(connection: Connection) -> list[Speaker]:
    """All documents, in the order of their identifiers."""
    asked = select(_document.id, _document.parties, _document.date).order_by(_document.id)
    return [Speaker(row.id, tuple(json.loads(row.parties)), row.date) for row in connection.execute(asked)]


def parties(documents: Iterable[Speaker]) -> tuple[str, ...]:
    """The parties that speak alone in one of the documents, in the order of their names' characters."""
    return tuple(sorted({each.parties[0] for each in documents if len(each.parties) == 1}))


def speaks_for(speaker: Speaker, party: str) -> bool:
    """Whether a document is one of a party: it alone speaks there, under its whole name or a part of it that
    is said in one language ("Lake" of "Lake · Озеро")."""
    if party in (JOINT, NOBODY):
        return len(speaker.parties) > 1 if party == JOINT else not speaker.parties
    if len(speaker.parties) != 1:
        return False
    own = speaker.parties[0]
    names = [own, *(part.strip() for part in own.split("·"))]
    return party.strip().casefold() in {name.casefold() for name in names}


def source() -> Any:
    """Mentions of present versions, their documents, and what was decided of them."""
    return (
        tables.mention.join(
            tables.version,
            and_(
                _version.original == _mention.original,
                _version.language == _mention.language,
                _version.current,
            ),
        )
        .join(tables.document, _document.id == _version.document)
        .outerjoin(
            tables.judgement,
            and_(_judgement.mention == _mention.id, _judgement.document == _version.document),
        )
    )


def conditions(asked: Asked) -> list[ColumnElement[bool]]:
    """What a mention has to fulfil, as far as columns tell it.

    Raises:
        InputError: there is no such dimension, topic, state or strength, or a date is none.
    """
    check_dates(asked.since, asked.until)
    found: list[ColumnElement[bool]] = []
    for what, value, there in (
        ("dimension", asked.dimension, tuple(DIMENSIONS)),
        ("topic", asked.topic, tuple(TOPICS)),
        ("state", asked.state, _STATES),
        ("strength", asked.strength, tuple(STRENGTHS)),
    ):
        if value and value not in there:
            raise InputError(
                "There is no {field} {value!r}.",
                remedy="There are: {there}.",
                field=what,
                value=value,
                there=", ".join(there),
            )
    if asked.dimension:
        topics = [topic.name for topic in TOPICS.values() if topic.dimension == asked.dimension]
        found.append(_mention.topic.in_(topics))
    if asked.topic:
        found.append(_mention.topic == asked.topic)
    if asked.strength:
        found.append(_mention.cue.in_([cue.name for cue in CUES.values() if cue.strength == asked.strength]))
    if asked.language:
        found.append(_mention.language == asked.language)
    if asked.document:
        found.append(_version.document == asked.document)
    if asked.state:
        found.append(_in_state(asked.state))
    return found


def _in_state(state: str) -> ColumnElement[bool]:
    match state:
        case "confirmed":
            return _judgement.confirmed
        case "rejected":
            return not_(_judgement.confirmed)
        case "counted":
            return COUNTED
    return _judgement.event.is_(None)


def quotations(connection: Connection, asked: Asked, limit: int, offset: int) -> Quotations:
    """The quotations that answer, the newest first.

    Raises:
        InputError: what is asked for cannot be.
    """
    wanted = conditions(asked)
    values: Mapping[str, object] = {}
    if asked.party or asked.since or asked.until:
        own = [
            (each.id,)
            for each in speakers(connection)
            if (not asked.party or speaks_for(each, asked.party))
            and within(each.date, asked.since, asked.until)
        ]
        given = rows_of(connection, "given", id=str)
        wanted.append(_document.id.in_(text(f"SELECT id FROM {given}")))
        values = {"rows": packed(own)}
    counting = select(func.count(), func.count(_document.id.distinct())).select_from(source()).where(*wanted)
    total, documents = connection.execute(counting, values).one()
    rows = connection.execute(_page(wanted, limit, offset), values).all()
    return Quotations(total, documents, tuple(map(_quotation, rows)))


def _page(wanted: Sequence[ColumnElement[bool]], limit: int, offset: int) -> Select[Any]:
    joined = source().join(
        tables.sentence,
        and_(
            _sentence.original == _mention.original,
            _sentence.language == _mention.language,
            _sentence.position == _mention.position,
        ),
    )
    columns = [
        *(_mention[name] for name in ("id", "original", "language", "start", "end", "cue_start", "cue_end")),
        *(_mention[name] for name in ("cue", "topic", "stance")),
        *(_document[name] for name in _ABOUT),
        _document.parties,
        _document.id.label("document"),
        *(
            _sentence[name].label(f"sentence_{name}")
            for name in ("text", "start", "end", "block", "label", "kind", "level")
        ),
        *(_judgement[name].label(f"judged_{name}") for name in _JUDGED),
        COUNTED.label("counted"),
    ]
    return (
        select(*columns)
        .select_from(joined)
        .where(*wanted)
        .order_by(
            _document.date.desc(),
            _document.id,
            _mention.language,
            _mention.position,
            _mention.start,
            _mention.id,
        )
        .limit(limit)
        .offset(offset)
    )


_JUDGED = tuple(column.name for column in tables.judgement.columns)


def _quotation(row: AnyRow) -> Quotation:
    sentence = Sentence(
        row.sentence_text,
        row.sentence_start,
        row.sentence_end,
        row.sentence_block,
        row.sentence_label,
        row.sentence_kind,
        row.sentence_level,
    )
    judgement = None
    if row.judged_event is not None:
        judgement = Judgement(**{name: getattr(row, f"judged_{name}") for name in _JUDGED})
    return Quotation(
        id=row.id,
        document=row.document,
        parties=tuple(json.loads(row.parties)),
        language=row.language,
        anchor=anchor(row.language, row.sentence_start),
        sentence=sentence,
        mention=Mention(row.start, row.end, row.cue_start, row.cue_end, row.cue, row.topic, row.stance),
        strength=CUES[row.cue].strength,
        dimension=TOPICS[row.topic].dimension,
        decision="open" if judgement is None else "confirmed" if judgement.confirmed else "rejected",
        counted=bool(row.counted),
        judgement=judgement,
        **{name: getattr(row, name) for name in _ABOUT},
    )


def judgements(connection: Connection) -> list[Judgement]:
    """All that was decided, the latest first, each with whether the words are still found."""
    asked = (
        select(tables.judgement, _mention.id.is_not(None).label("found"))
        .outerjoin(tables.mention, _mention.id == _judgement.mention)
        .order_by(_judgement.time.desc(), _judgement.event)
    )
    return [Judgement(*row) for row in connection.execute(asked)]
