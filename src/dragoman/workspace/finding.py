"""The index of words: SQLite's FTS5, or PostgreSQL's text search, which answer alike.

Tokens come from `concordance.streams`; the databases only compare them. FTS5's trigram index and LIKE find
nothing for Chinese words of two characters, hence a token a character and phrases.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import ColumnElement, Connection, column, literal_column, table, text

from dragoman.concordance.streams import Streams
from dragoman.concordance.wanted import Wanted
from dragoman.workspace.rowwise import packed, rows_of
from dragoman.workspace.wordcounts import add_words, take_words
from dragoman.workspace.wordsearch import fts5, tsquery, vector

Numbers = NDArray[np.int64]

SEARCH = table("search", column("id"), column("forms"), column("lemmas"), column("lengths"))


def index(connection: Connection, language: str, words: Mapping[int, Streams]) -> None:
    """Make sentences of one language findable, given the words of each by its number."""
    if not words:
        return
    if connection.dialect.name == "sqlite":
        # Straight to the driver: this is most of what making an index takes.
        connection.exec_driver_sql(
            "INSERT INTO search (rowid, forms, lemmas, lengths) VALUES (?, ?, ?, ?)",
            [(number, *_stored(found)) for number, found in words.items()],
        )
    else:
        statement = (
            "INSERT INTO search (id, forms, lemmas, lengths, words) "
            "VALUES (:id, :forms, :lemmas, :lengths, CAST(:words AS tsvector))"
        )
        names = ("forms", "lemmas", "lengths")
        rows = [
            {"id": number, "words": vector(found), **dict(zip(names, _stored(found), strict=True))}
            for number, found in words.items()
        ]
        connection.execute(text(statement), rows)
    add_words(connection, language, words.values())


def unindex(connection: Connection, language: str, first: int, sentences: int) -> None:
    """Make so many sentences of one language unfindable, from this number on."""
    key = _key(connection)
    here = f"{key} BETWEEN :first AND :last"
    values = {"first": first, "last": first + sentences - 1}
    rows = connection.execute(text(f"SELECT forms, lemmas, lengths FROM search WHERE {here}"), values)
    take_words(connection, language, [_streams(row[0], row[1], row[2]) for row in rows])
    connection.execute(text(f"DELETE FROM search WHERE {here}"), values)


def clear(connection: Connection) -> None:
    """Make all sentences unfindable, before everything is made anew."""
    for name in ("search", "word", "extent"):
        connection.execute(text(f"DELETE FROM {name}"))


def settle(connection: Connection) -> None:
    """Join the pieces in which the index was written: worth it after much was added, a third faster then.

    On PostgreSQL the server does so by itself.
    """
    if connection.dialect.name == "sqlite":
        connection.execute(text("INSERT INTO search (search) VALUES ('optimize')"))


def word_totals(connection: Connection) -> dict[str, tuple[int, int]]:
    """By language, how many words the sentences hold that can be found, and how many are counted."""
    words = "CASE WHEN {0} = '' THEN 0 ELSE length({0}) - length(replace({0}, ' ', '')) + 1 END"
    own = f"CASE WHEN lengths = '' THEN {words.format('forms')} ELSE {words.format('lengths')} END"
    key = _key(connection)
    held = connection.execute(
        text(
            f"SELECT extent.language, sum({own}) FROM extent CROSS JOIN search WHERE {key} "
            "BETWEEN extent.first AND extent.first + extent.sentences - 1 GROUP BY extent.language"
        )
    )
    found = {row[0]: int(row[1]) for row in held}
    counted = {
        row[0]: int(row[1])
        for row in connection.execute(text("SELECT language, sum(count) FROM word GROUP BY language"))
    }
    return {code: (found.get(code, 0), counted.get(code, 0)) for code in sorted({*found, *counted})}


def streams_of(connection: Connection, numbers: Iterable[int]) -> dict[int, Streams]:
    """The words of sentences, by number."""
    key = _key(connection)
    given = rows_of(connection, "given", number=int)
    statement = text(
        f"SELECT {key}, forms, lemmas, lengths FROM search WHERE {key} IN (SELECT number FROM {given})"
    )
    rows = connection.execute(statement, {"rows": packed((int(number),) for number in numbers)})
    return {row[0]: _streams(row[1], row[2], row[3]) for row in rows.all()}


def numbers(
    connection: Connection,
    asked: Wanted,
    limit: int,
    ranges: Sequence[tuple[int, int]] | None = None,
) -> Numbers:
    """The numbers of sentences that answer, in order, of all or of those inside ranges (ends included).

    Where there are more than `limit`, any so many of them. What the databases cannot say exactly they answer
    too widely: see `wordsearch.exact`.
    """
    sqlite = connection.dialect.name == "sqlite"
    matches, key = _matches(connection), _key(connection)
    values: dict[str, object] = {"asked": fts5(asked) if sqlite else tsquery(asked), "limit": limit}
    source, inside = "search", ""
    if ranges is not None:
        values["rows"] = packed(ranges)
        # SQLite keeps the order of a cross join: each range is looked up in the index.
        source = f"{rows_of(connection, 'given', low=int, high=int)} CROSS JOIN search"
        inside = f" AND {key} BETWEEN given.low AND given.high"
    found = f"SELECT {key} AS number FROM {source} WHERE {matches}{inside} LIMIT :limit"
    gather = "group_concat(number)" if sqlite else "string_agg(CAST(number AS text), ',')"
    said = connection.scalar(text(f"SELECT {gather} FROM ({found}) AS found"), values)
    return np.sort(np.fromstring(said, dtype=np.int64, sep=",")) if said else np.empty(0, dtype=np.int64)


def number_of(connection: Connection) -> ColumnElement[int]:
    """The column of `SEARCH` that holds the number of its sentence."""
    return literal_column(_key(connection))


def _key(connection: Connection) -> str:
    return "search.rowid" if connection.dialect.name == "sqlite" else "search.id"


def _matches(connection: Connection) -> str:
    if connection.dialect.name == "sqlite":
        return "search MATCH :asked"
    return "search.words @@ CAST(:asked AS tsquery)"


def _stored(made: Streams) -> tuple[str, str, str]:
    """Words as the columns of the table hold them."""
    return " ".join(made.forms), " ".join(made.lemmas), " ".join(map(str, made.lengths))


def _streams(forms: str, lemmas: str, lengths: str) -> Streams:
    return Streams(tuple(forms.split()), tuple(lemmas.split()), tuple(map(int, lengths.split())))
