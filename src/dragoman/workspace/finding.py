"""Sentences by their words, in SQLite's FTS5 and in PostgreSQL's text search, which answer alike.

Tokens come from `wordsearch`; the databases only compare them. FTS5's trigram index and LIKE find nothing
for Chinese words of two characters, hence a token a character and phrases.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Row,
    cast,
    column,
    func,
    literal_column,
    select,
    table,
    text,
    union_all,
)
from sqlalchemy.types import UserDefinedType

from dragoman.bitext.model import Sentence
from dragoman.workspace import tables
from dragoman.workspace.identity import anchor
from dragoman.workspace.model import Found, Hit
from dragoman.workspace.tables import Condition
from dragoman.workspace.wordsearch import Streams, Term, fitting, spans, terms

SEARCH = table("search", column("id"), column("forms"), column("lemmas"))
# The highest position that PostgreSQL counts.
_FURTHEST = 16_383
# Before a lemma, so that it is not taken for a form; no token holds it.
_LEMMA = "="
_MOST_TERMS = 1_000


class _Query(UserDefinedType[str]):
    """PostgreSQL's type of queries; its whole dialect need not be loaded for one name."""

    cache_ok = True

    def get_col_spec(self, **_options: object) -> str:
        """Its name in SQL."""
        return "tsquery"


def index(connection: Connection, words: Mapping[int, Streams]) -> None:
    """Make sentences findable, given the words of each by its number."""
    rows: list[dict[str, object]] = []
    for number, found in words.items():
        rows.append({"id": number, "forms": " ".join(found.forms), "lemmas": " ".join(found.lemmas)})
        if connection.dialect.name != "sqlite":
            rows[-1]["words"] = _vector(found.forms, found.lemmas)
    if not rows:
        return
    if connection.dialect.name == "sqlite":
        statement = "INSERT INTO search (rowid, forms, lemmas) VALUES (:id, :forms, :lemmas)"
    else:
        statement = (
            "INSERT INTO search (id, forms, lemmas, words) "
            "VALUES (:id, :forms, :lemmas, CAST(:words AS tsvector))"
        )
    connection.execute(text(statement), rows)


def unindex(connection: Connection, which: Condition) -> None:
    """Make the sentences of this condition unfindable, before they go."""
    numbers = [{"id": number} for number in connection.scalars(select(tables.sentence.c.id).where(which))]
    if numbers:
        key = "rowid" if connection.dialect.name == "sqlite" else "id"
        connection.execute(text(f"DELETE FROM search WHERE {key} = :id"), numbers)


def search(connection: Connection, query: str, languages: Sequence[str], limit: int, offset: int) -> Found:
    """Sentences of present versions that hold all terms of a query.

    Newest documents first; within one, by language and in the order of the text.
    """
    wanted = {code: found for code in languages if fitting(query, code) and (found := terms(query, code))}
    if not wanted or sum(map(len, wanted.values())) > _MOST_TERMS:
        return Found(0, ())
    limit, offset = max(0, min(limit, _FURTHEST)), max(0, min(offset, 2**31))
    sentence, version, document = tables.sentence.c, tables.version.c, tables.document.c
    matching = [
        select(sentence.id, SEARCH.c.forms, SEARCH.c.lemmas)
        .select_from(tables.sentence)
        .join(SEARCH, number_of(connection) == sentence.id)
        .where(sentence.language == code, _match(connection, found))
        for code, found in wanted.items()
    ]
    hits = union_all(*matching).subquery()
    same = (version.original == sentence.original) & (version.language == sentence.language)
    chosen = (
        select(
            tables.sentence,
            hits.c.forms,
            hits.c.lemmas,
            document.id.label("document"),
            document.title,
            document.invented,
        )
        .select_from(tables.sentence)
        .join(hits, hits.c.id == sentence.id)
        .join(tables.version, same)
        .join(tables.document, document.id == version.document)
        .where(version.current)
    )
    total = connection.scalar(select(func.count()).select_from(chosen.subquery())) or 0
    ordered = chosen.order_by(document.date.desc(), document.id, sentence.language, sentence.position)
    return Found(
        total,
        tuple(
            Hit(
                row.document,
                row.title,
                row.invented,
                row.language,
                Sentence(row.text, row.start, row.end, row.block, row.label, row.kind, row.level),
                anchor(row.language, row.start),
                spans(row.text, row.language, _streams(row), wanted[row.language]),
            )
            for row in connection.execute(ordered.limit(limit).offset(offset))
        ),
    )


def _streams(row: Row[Any]) -> Streams:
    return Streams(tuple(row.forms.split()), tuple(row.lemmas.split()))


def number_of(connection: Connection) -> ColumnElement[int]:
    """The column of `SEARCH` that holds the number of its sentence."""
    return literal_column("search.rowid" if connection.dialect.name == "sqlite" else "search.id")


def _match(connection: Connection, wanted: Sequence[Term]) -> Condition:
    if connection.dialect.name == "sqlite":
        return literal_column("search").op("MATCH")(" AND ".join(map(_fts5, wanted)))
    asked = " & ".join(map(_tsquery, wanted))
    return literal_column("search.words").op("@@")(cast(asked, _Query()))


def _fts5(term: Term) -> str:
    """A term as FTS5 asks: tokens hold letters and figures alone, so nothing needs escaping."""
    forms = f'forms : "{" ".join(term.forms)}"'
    return f'({forms} OR lemmas : "{" ".join(term.lemmas)}")' if term.lemmas else forms


def _tsquery(term: Term) -> str:
    either = [
        " <-> ".join(f"'{mark}{token}'" for token in tokens)
        for mark, tokens in (("", term.forms), (_LEMMA, term.lemmas))
        if tokens
    ]
    return "(" + " | ".join(f"({one})" for one in either) + ")"


def _vector(forms: Sequence[str], lemmas: Sequence[str]) -> str:
    """A tsvector as PostgreSQL reads one; a form and its lemma stand at one place."""
    places: dict[str, set[int]] = {}
    for mark, tokens in (("", forms), (_LEMMA, lemmas)):
        for place, token in enumerate(tokens, start=1):
            places.setdefault(mark + token, set()).add(min(place, _FURTHEST))
    return " ".join(f"'{token}':{','.join(map(str, sorted(found)))}" for token, found in places.items())
