"""How often each word stands in all sentences that can be found: the table `word`.

Counts are whole numbers that are added and taken away, so that they do not depend on the order in which
documents came.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from sqlalchemy import Connection, text

from dragoman.concordance.streams import Streams
from dragoman.workspace.rowwise import Value, packed, rows_of

# Rows of one statement.
_AT_ONCE = 20_000


def add_words(connection: Connection, language: str, made: Iterable[Streams]) -> None:
    """Count the words of sentences of one language."""
    _change(connection, language, _counted(made), 1)


def take_words(connection: Connection, language: str, made: Iterable[Streams]) -> None:
    """Take the words of sentences out of the count; those that are left nowhere go."""
    counted = _counted(made)
    _change(connection, language, counted, -1)
    given = rows_of(connection, "given", form=str, lemma=str)
    statement = text(
        "DELETE FROM word WHERE language = :language AND count <= 0 "
        f"AND (form, lemma) IN (SELECT form, lemma FROM {given})"
    )
    for rows in _batches((form, lemma) for form, lemma in counted):
        connection.execute(statement, {"language": language, "rows": packed(rows)})


def _counted(made: Iterable[Streams]) -> Counter[tuple[str, str]]:
    return Counter(chain.from_iterable(one.counted() for one in made))


def _change(connection: Connection, language: str, counted: Counter[tuple[str, str]], sign: int) -> None:
    add = "ON CONFLICT (language, form, lemma) DO UPDATE SET count = word.count + excluded.count"
    if connection.dialect.name == "sqlite":
        # One statement a row is twice as fast here as rows out of JSON.
        rows = [(language, form, lemma, sign * times) for (form, lemma), times in counted.items()]
        if rows:
            connection.exec_driver_sql(
                f"INSERT INTO word (language, form, lemma, count) VALUES (?, ?, ?, ?) {add}", rows
            )
        return
    given = rows_of(connection, "given", form=str, lemma=str, times=int)
    statement = text(
        "INSERT INTO word (language, form, lemma, count) "
        f"SELECT CAST(:language AS text), form, lemma, times FROM {given} {add}"
    )
    for batch in _batches((form, lemma, sign * times) for (form, lemma), times in counted.items()):
        connection.execute(statement, {"language": language, "rows": packed(batch)})


def _batches(rows: Iterable[Sequence[Value]]) -> Iterator[list[Sequence[Value]]]:
    whole = list(rows)
    for start in range(0, len(whole), _AT_ONCE):
        yield whole[start : start + _AT_ONCE]
