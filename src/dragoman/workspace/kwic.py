"""Lines of a concordance, from the numbers of their sentences."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
from sqlalchemy import Connection, text

from dragoman.bitext.model import Sentence
from dragoman.concordance.lines import left_key, right_key, spans_of
from dragoman.concordance.model import Counterpart, Line, Span
from dragoman.concordance.streams import Streams, places
from dragoman.concordance.wanted import Range, Wanted, found_in
from dragoman.workspace.catalogue import Catalogue, Ints
from dragoman.workspace.counterparts import Answer, Place, answers
from dragoman.workspace.finding import streams_of
from dragoman.workspace.identity import anchor
from dragoman.workspace.rowwise import packed, rows_of


def lines_of(
    connection: Connection, catalogue: Catalogue, numbers: Ints, asked: Mapping[str, Wanted], other: str = ""
) -> tuple[Line, ...]:
    """The lines of sentences in the order given, each with its counterparts.

    `asked` says by language what the marked words answer; `other` keeps the counterparts to one language.
    """
    versions = catalogue.version_of(numbers)
    places_of = [
        Place(version, number - int(catalogue.first[version]))
        for number, version in zip(numbers.tolist(), versions.tolist(), strict=True)
    ]
    rows = answers(connection, catalogue, places_of, other)
    firsts = catalogue.first
    wanted_numbers = set(numbers.tolist()) | {
        int(firsts[answer.version]) + position
        for row in rows
        for answer in row
        for position in answer.positions
    }
    texts = _sentences(connection, wanted_numbers)
    words = streams_of(connection, numbers.tolist())
    return tuple(
        _line(catalogue, place, number, row, texts, words.get(number), asked)
        for place, number, row in zip(places_of, numbers.tolist(), rows, strict=True)
        if number in texts
    )


def by_context(
    connection: Connection, catalogue: Catalogue, numbers: Ints, asked: Mapping[str, Wanted], *, left: bool
) -> Ints:
    """Sentences in the order of what stands beside their hits; those alike stay in the order given."""
    words = streams_of(connection, numbers.tolist())
    versions = catalogue.version_of(numbers).tolist()
    key = left_key if left else right_key
    beside = []
    for number, version in zip(numbers.tolist(), versions, strict=True):
        made = words[number]
        beside.append(key(made, _found(asked, catalogue.extents[version].language, made)))
    order = sorted(range(len(beside)), key=beside.__getitem__)
    return numbers[np.array(order, dtype=np.int64)]


def _line(
    catalogue: Catalogue,
    place: Place,
    number: int,
    row: Sequence[Answer],
    texts: Mapping[int, Sentence],
    words: Streams | None,
    asked: Mapping[str, Wanted],
) -> Line:
    facts = catalogue.documents[int(catalogue.document[place.version])]
    language = catalogue.extents[place.version].language
    sentence = texts[number]
    spans: tuple[Span, ...] = ()
    if words is not None:
        found = _found(asked, language, words)
        last = max((end for _, end in found), default=0)
        spans = spans_of(found, places(sentence.text, language, words, last))
    return Line(
        facts.id,
        facts.title,
        facts.date,
        facts.body,
        facts.parties,
        facts.kind,
        facts.invented,
        language,
        sentence,
        anchor(language, sentence.start),
        spans,
        tuple(_counterpart(catalogue, answer, texts) for answer in row),
    )


def _found(asked: Mapping[str, Wanted], code: str, words: Streams) -> Sequence[Range]:
    return found_in(asked[code], words) or ()


def _counterpart(catalogue: Catalogue, answer: Answer, texts: Mapping[int, Sentence]) -> Counterpart:
    extent = catalogue.extents[answer.version]
    sentences = tuple(
        texts[extent.first + position] for position in answer.positions if extent.first + position in texts
    )
    place = anchor(extent.language, sentences[0].start) if sentences else ""
    return Counterpart(extent.language, sentences, place, answer.probability)


def _sentences(connection: Connection, numbers: set[int]) -> dict[int, Sentence]:
    given = rows_of(connection, "given", number=int)
    statement = (
        'SELECT id, text, start, "end", block, label, kind, level FROM sentence '
        f"WHERE id IN (SELECT number FROM {given})"
    )
    rows = connection.execute(text(statement), {"rows": packed((number,) for number in sorted(numbers))})
    return {row[0]: Sentence(*row[1:]) for row in rows.all()}
