"""Many values in one statement: as JSON, which both databases take apart into rows."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sqlalchemy import Connection

from dragoman.workspace.compact import compact

Value = str | int


def packed(rows: Iterable[Sequence[Value]]) -> str:
    """Rows as the parameter `:rows` of a statement that reads them by `rows_of`."""
    return compact(list(rows))


def rows_of(connection: Connection, name: str, **columns: type[Value]) -> str:
    """What stands after FROM to read the parameter `:rows`, as a table of this name with these columns."""
    if connection.dialect.name == "sqlite":
        parts = [f"json_extract(value, '$[{at}]') AS {column}" for at, column in enumerate(columns)]
        return f"(SELECT {', '.join(parts)} FROM json_each(:rows)) AS {name}"
    parts = [
        f"CAST(value ->> {at} AS {'integer' if kind is int else 'text'}) AS {column}"
        for at, (column, kind) in enumerate(columns.items())
    ]
    source = "json_array_elements(CAST(:rows AS json)) AS given(value)"
    return f"(SELECT {', '.join(parts)} FROM {source}) AS {name}"
