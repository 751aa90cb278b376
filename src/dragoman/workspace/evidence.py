"""What is computed from originals, in tables: readings, sentences, alignments, beads, the words to search.

All of it may be thrown away and made again with the same canonical rows.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, fields
from itertools import starmap

from sqlalchemy import Connection, Table, delete, func, insert, select

from dragoman.bitext.corrections import Correction, corrected
from dragoman.bitext.document import sentences_of
from dragoman.bitext.model import Alignment, Bead, Sentence
from dragoman.concordance.streams import Streams, streams
from dragoman.errors import EmptyInput
from dragoman.languages import language
from dragoman.readers.reading import Part, Reading
from dragoman.terms.texts import Analysis, analysis
from dragoman.workspace import tables
from dragoman.workspace.analyses import keep_analysis
from dragoman.workspace.changes import touch
from dragoman.workspace.compact import compact
from dragoman.workspace.finding import index, unindex
from dragoman.workspace.mentions import Placed, keep_mentions, placed

# Digits of a probability that are kept: fewer than computing differs by from machine to machine.
_DIGITS = 4
# Where a title is looked for, and what it is not longer than or does not end with.
_FIRST_LINES, _LONGEST_TITLE = 5, 240
_SENTENCE = tuple(field.name for field in fields(Sentence))
_PART = tuple(field.name for field in fields(Part))
_SENTENCE_ENDS = (".", "!", "?", ";", ":", "。", "！", "？", "；", "：", "…")


@dataclass(frozen=True, slots=True)
class Read:
    """A version as it was read, in sentences; their words are there only where it was read just now."""

    original: str
    language: str
    reading: Reading
    sentences: tuple[Sentence, ...]
    words: tuple[Streams, ...] = ()
    analysis: Analysis | None = None
    threats: tuple[Placed, ...] = ()

    @property
    def title(self) -> str:
        """What the file calls its text, else its first heading, or a first line that is no sentence."""
        first = self.sentences[: _FIRST_LINES + 1]
        blocks = Counter(one.block for one in first)
        lines = [
            one for one in first[:_FIRST_LINES] if blocks[one.block] == 1 and len(one.text) <= _LONGEST_TITLE
        ]
        heading = next((one.text for one in lines if one.kind == "heading" and one.level), "")
        line = next((one.text for one in lines if not one.text.endswith(_SENTENCE_ENDS)), "")
        return self.reading.title or heading or line


def read_version(original: str, code: str, reading: Reading, name: str) -> Read:
    """The sentences of a reading.

    Raises:
        EmptyInput: there is no sentence in it. UnknownLanguage
    """
    found = sentences_of(reading.text, language(code), reading.parts)
    if not found:
        raise EmptyInput(
            "There is no sentence in it.", where=name, remedy="Check that the right file was given."
        )
    # Lemmas take most of the time, and so are found before anything is locked.
    speech = language(code)
    words = [speech.words(one.text) for one in found]
    return Read(
        original,
        code,
        reading,
        found,
        tuple(streams(one.text, code, own) for one, own in zip(found, words, strict=True)),
        analysis([one.text for one in found], words, code),
        placed(reading, found, code),
    )


def keep_reading(connection: Connection, read: Read) -> None:
    """Put a version's sentences in the place of those that were there before."""
    _unindex(connection, read.original, read.language)
    c = tables.sentence.c
    connection.execute(
        delete(tables.sentence).where(c.original == read.original, c.language == read.language)
    )
    connection.execute(
        delete(tables.reading).where(
            tables.reading.c.original == read.original, tables.reading.c.language == read.language
        )
    )
    connection.execute(
        insert(tables.reading).values(
            original=read.original,
            language=read.language,
            method=read.reading.method,
            encoding=read.reading.encoding,
            title=read.title,
            text=read.reading.text,
            parts=compact([[getattr(part, name) for name in _PART] for part in read.reading.parts]),
            notes=compact(read.reading.notes),
        )
    )
    first = _keep_sentences(connection, read)
    index(connection, read.language, dict(enumerate(read.words, start=first)))
    touch(connection, _documents_with(connection, read.original))
    if read.analysis is not None:
        keep_analysis(connection, read.original, read.language, read.analysis)
    keep_mentions(connection, read.original, read.language, read.threats)


def _keep_sentences(connection: Connection, read: Read) -> int:
    """Insert a version's sentences with numbers that follow one another; returns the first of them.

    Only one transaction writes at a time, so nobody else takes these numbers.
    """
    first = (connection.scalar(select(func.max(tables.sentence.c.id))) or 0) + 1
    connection.execute(
        insert(tables.sentence),
        [
            {
                "id": first + position,
                "original": read.original,
                "language": read.language,
                "position": position,
                **{name: getattr(one, name) for name in _SENTENCE},
            }
            for position, one in enumerate(read.sentences)
        ],
    )
    row = {"original": read.original, "language": read.language}
    connection.execute(insert(tables.extent).values(**row, first=first, sentences=len(read.sentences)))
    return first


def _unindex(connection: Connection, original: str, code: str) -> None:
    """Make a version unfindable; its sentences may stay."""
    c = tables.extent.c
    here = (c.original == original) & (c.language == code)
    row = connection.execute(select(c.first, c.sentences).where(here)).first()
    if row is not None:
        unindex(connection, code, row.first, row.sentences)
        connection.execute(delete(tables.extent).where(here))


def is_found(connection: Connection, original: str, code: str) -> bool:
    """Whether a version's sentences can be found."""
    c = tables.extent.c
    return connection.scalar(select(c.first).where(c.original == original, c.language == code)) is not None


def _documents_with(connection: Connection, original: str) -> Sequence[str]:
    c = tables.version.c
    return connection.scalars(select(c.document).where(c.original == original).distinct()).all()


def sentences(connection: Connection, original: str, code: str) -> tuple[Sentence, ...]:
    """The sentences of a version, () if it has not been read."""
    c = tables.sentence.c
    asked = (
        select(c.text, c.start, c.end, c.block, c.label, c.kind, c.level)
        .where(c.original == original, c.language == code)
        .order_by(c.position)
    )
    return tuple(starmap(Sentence, connection.execute(asked).all()))


def kept_reading(connection: Connection, original: str, code: str, form: str) -> Reading | None:
    """A reading as it was kept, None if there is none."""
    c = tables.reading.c
    row = connection.execute(select(tables.reading).where(c.original == original, c.language == code)).first()
    if row is None:
        return None
    parts = tuple(starmap(Part, json.loads(row.parts)))
    notes = tuple(json.loads(row.notes))
    return Reading(row.text, parts, form, row.method, row.encoding, row.title, notes=notes)


@dataclass(frozen=True, slots=True)
class Pair:
    """Two language versions of a document, by code in alphabetical order, and their originals."""

    document: str
    languages: tuple[str, str]
    originals: tuple[str, str]


def keep_alignment(connection: Connection, pair: Pair, alignment: Alignment) -> None:
    """Put an alignment as it was computed in its place, then what the corrections make of it."""
    connection.execute(delete(tables.alignment).where(*of(tables.alignment, pair)))
    beads = [
        [list(bead.source), list(bead.target), round(bead.probability, _DIGITS), bead.moved]
        for bead in alignment
    ]
    connection.execute(
        insert(tables.alignment).values(
            document=pair.document,
            left_language=pair.languages[0],
            right_language=pair.languages[1],
            left_original=pair.originals[0],
            right_original=pair.originals[1],
            method=alignment.method,
            notes=compact(alignment.notes),
            computed=compact(beads),
        )
    )
    apply_corrections(connection, pair)


def computed(connection: Connection, pair: Pair) -> Alignment | None:
    """An alignment as it was computed, None if there is none of these originals."""
    row = connection.execute(select(tables.alignment).where(*of_originals(pair))).first()
    if row is None:
        return None
    beads = (
        Bead(tuple(source), tuple(target), sure, moved)
        for source, target, sure, moved in json.loads(row.computed)
    )
    left, right = (
        sentences(connection, original, code)
        for original, code in zip(pair.originals, pair.languages, strict=True)
    )
    return Alignment(left, right, tuple(beads), *pair.languages, row.method, tuple(json.loads(row.notes)))


def corrections(connection: Connection, pair: Pair) -> list[Correction]:
    """The corrections that hold of a pair, in the order in which they were made."""
    c = tables.correction.c
    asked = (
        select(c.event, c.left_ranges, c.right_ranges)
        .where(
            c.document == pair.document,
            c.left_language == pair.languages[0],
            c.right_language == pair.languages[1],
            c.left_original == pair.originals[0],
            c.right_original == pair.originals[1],
            ~c.withdrawn,
        )
        .order_by(c.number)
    )
    return [
        Correction(_ranges(row.left_ranges), _ranges(row.right_ranges), row.event)
        for row in connection.execute(asked)
    ]


def apply_corrections(connection: Connection, pair: Pair) -> None:
    """Write a pair's beads: those computed, with the corrections that hold."""
    alignment = computed(connection, pair)
    connection.execute(delete(tables.bead).where(*of(tables.bead, pair)))
    if alignment is None:
        return
    result = corrected(alignment, corrections(connection, pair))
    rows = [
        {
            "document": pair.document,
            "left_language": pair.languages[0],
            "right_language": pair.languages[1],
            "position": position,
            "left": compact(bead.source),
            "right": compact(bead.target),
            "probability": bead.probability,
            "moved": bead.moved,
            "correction": result.by_bead.get(position, ""),
            "left_first": min(bead.source, default=-1),
            "right_first": min(bead.target, default=-1),
        }
        for position, bead in enumerate(result.alignment)
    ]
    connection.execute(insert(tables.bead), rows)


def forget(connection: Connection, document: str, kept: Sequence[Pair]) -> None:
    """Drop a document's alignments of other versions than these pairs, and find its former texts no more."""
    c = tables.alignment.c
    asked = select(c.left_language, c.right_language, c.left_original, c.right_original)
    for row in connection.execute(asked.where(c.document == document)).all():
        pair = Pair(document, (row[0], row[1]), (row[2], row[3]))
        if pair not in kept:
            for table in (tables.alignment, tables.bead):
                connection.execute(delete(table).where(*of(table, pair)))
    version, other = tables.version.c, tables.version.alias("other").c
    present = (other.original == version.original) & (other.language == version.language) & other.current
    former = select(version.original, version.language).where(
        version.document == document, ~version.current, ~select(other.document).where(present).exists()
    )
    for original, code in connection.execute(former).all():
        _unindex(connection, original, code)


def of(table: Table, pair: Pair) -> tuple[tables.Condition, ...]:
    """The condition for the rows of a pair, whichever originals they are of."""
    return (
        table.c.document == pair.document,
        table.c.left_language == pair.languages[0],
        table.c.right_language == pair.languages[1],
    )


def of_originals(pair: Pair) -> tuple[tables.Condition, ...]:
    """The condition for the alignment of exactly these originals."""
    c = tables.alignment.c
    return (
        *of(tables.alignment, pair),
        c.left_original == pair.originals[0],
        c.right_original == pair.originals[1],
    )


def _ranges(stored: str) -> tuple[tuple[int, int], ...]:
    return tuple((start, end) for start, end in json.loads(stored))
