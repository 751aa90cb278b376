"""Lists of terms in tables (CSV, TSV): one line an entry, or one line a term.

Wide: a column for each language, headed by its code (`ru`, `zh`), and for words of another status by code and
status (`zh deprecated`); several terms in a cell are parted by `|`, of which the first is preferred. Besides
`entry`, `source` and `note`. Long: the columns `entry`, `language`, `term`, and `status`, `note`, `source`.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from io import StringIO
from pathlib import Path
from typing import Literal, get_args

from dragoman.errors import EmptyInput, InputError, UnknownLanguage
from dragoman.languages import language
from dragoman.readers.plain import check_size, contents, decode
from dragoman.terms.termbase import IN_USE, Designation, Entry, Standing, Status, Termbase

Field = Literal["entry", "language", "term", "status", "note", "source"]

_DELIMITERS = "\t;,|"
_BETWEEN_TERMS = "|"
_MARKS = str.maketrans(":()[]_", "      ")
# How columns may be headed, in small letters.
_FIELDS: Mapping[Field, frozenset[str]] = {
    "entry": frozenset(
        {"entry", "id", "no", "no.", "№", "#", "concept", "статья", "понятие", "номер", "词条", "编号"}
    ),
    "language": frozenset({"language", "lang", "язык", "语言", "语种"}),
    "term": frozenset({"term", "designation", "термин", "术语"}),
    "status": frozenset({"status", "статус", "状态"}),
    "note": frozenset({"note", "notes", "comment", "примечание", "备注", "注释"}),
    "source": frozenset({"source", "источник", "来源", "出处"}),
}
_STATUSES: Mapping[Status, frozenset[str]] = {
    "preferred": frozenset({"preferred", "предпочтительный", "предпочтительно", "首选"}),
    "admitted": frozenset({"admitted", "allowed", "допустимый", "допускается", "допустимо", "许用", "可用"}),
    "deprecated": frozenset({"deprecated", "forbidden", "запрещено", "запрещённый", "нельзя", "禁用"}),
    "superseded": frozenset(
        {"superseded", "obsolete", "устарело", "устаревший", "заменён", "废弃", "被取代"}
    ),
}


@dataclass(frozen=True, slots=True)
class _Column:
    """What a column holds: a field, or the terms of a language with a status, "" where cells say it."""

    field: Field | Literal["terms", ""]
    language: str = ""
    status: Status | None = None


@dataclass(slots=True)
class _Gathered:
    designations: list[Designation] = field(default_factory=list)
    source: str = ""
    line: int = 0


def read_termbase(data: bytes | Path, name: str = "", *, standing: Standing = "given") -> Termbase:
    """The entries of a table of terms: a file (Path), or what is in one.

    The delimiter is told from the first line: a tab, a semicolon, a comma, or "|". The encoding is told as
    that of any plain text.

    Args:
        data: The file.
        name: What it is called in messages, and as the source of entries; else the file's own name.
        standing: What the entries are to be taken for.

    Raises:
        InputError and its kinds: it is no such table; the message names line and column.
    """
    where = name or (str(data) if isinstance(data, Path) else "")
    raw = contents(data) if isinstance(data, Path) else data
    check_size(len(raw), where)
    text = decode(raw, where).text
    source = name or (data.name if isinstance(data, Path) else "")
    delimiter = _delimiter(text)
    rows = _rows(text, delimiter, where)
    number, heading = next(rows)
    columns = _columns(heading, number, where)
    gathered: dict[str, _Gathered] = {}
    for line, cells in rows:
        if any(map(str.strip, cells)):
            _take(gathered, columns, cells, line, where)
    found = []
    for identifier, one in gathered.items():
        try:
            found.append(Entry(identifier, _once(one.designations), one.source or source, standing))
        except InputError as error:
            raise _at(error, where, one.line) from error
    if not found:
        raise EmptyInput(
            "The list has no terms.", where=where, remedy="Each line below the heading holds an entry."
        )
    return Termbase(tuple(found))


def _once(designations: Sequence[Designation]) -> tuple[Designation, ...]:
    """The designations without those that are there already, with the same status or as good a one."""
    found: dict[tuple[str, str, Status | bool], Designation] = {}
    for one in designations:
        found.setdefault((one.language, one.text, one.status in IN_USE or one.status), one)
    return tuple(found.values())


def _delimiter(text: str) -> str:
    """The sign that parts most cells of the first line; "sep=;" of a spreadsheet says it itself."""
    first = next((line for line in text.splitlines() if line.strip()), "")
    if first.lower().startswith("sep=") and len(first.strip()) == len("sep=;"):
        return first[4]
    return max(_DELIMITERS, key=lambda sign: (first.count(sign), -_DELIMITERS.index(sign)))


def _rows(text: str, delimiter: str, where: str) -> Iterator[tuple[int, Sequence[str]]]:
    """The lines with their numbers, from 1, that have a cell; a cell with line ends in it is one."""
    reader = csv.reader(StringIO(text, newline=""), delimiter=delimiter, strict=True)
    line = 1
    try:
        for cells in reader:
            if any(map(str.strip, cells)) and not (line == 1 and cells[0].lower().startswith("sep=")):
                yield line, cells
            line = reader.line_num + 1
    except csv.Error as error:
        at, column = _broken(text, delimiter, line)
        raise InputError(
            "Line {line}, column {column}: a quotation mark opens a cell and nothing closes it rightly.",
            where=where,
            remedy='A cell in quotation marks ends with one, and those inside it are doubled: "a ""b"" c".',
            line=at,
            column=column,
        ) from error


def _broken(text: str, delimiter: str, line: int) -> tuple[int, int]:
    """Line and column of the first cell, from a line on, whose quotation marks do not match."""
    lines = text.splitlines()
    column, quoted, opened = 1, False, (line, 1)
    fresh = True
    for number in range(line, len(lines) + 1):
        signs = lines[number - 1] + "\n"
        at = 0
        while at < len(signs):
            sign = signs[at]
            if quoted:
                if sign == '"' and signs[at + 1] == '"':
                    at += 1
                elif sign == '"':
                    quoted = False
                    if signs[at + 1] not in (delimiter, "\n"):
                        return number, column
            elif fresh and sign == '"':
                quoted, opened = True, (number, column)
            fresh = not quoted and sign in (delimiter, "\n")
            if not quoted and sign == delimiter:
                column += 1
            at += 1
        if not quoted:
            column = 1
    return opened


def _columns(heading: Sequence[str], line: int, where: str) -> list[_Column]:
    """What each column holds.

    Raises:
        InputError: there are no terms among them, or a status that is none.
    """
    found = []
    for place, cell in enumerate(heading, start=1):
        column = _column(cell)
        if column is None:
            raise InputError(
                "Line {line}, column {column}: the heading {cell} names no status of a term.",
                where=where,
                remedy="There are: {statuses}.",
                line=line,
                column=place,
                cell=cell.strip()[:60],
                statuses=", ".join(get_args(Status)),
            )
        found.append(column)
    fields = {column.field for column in found}
    if "terms" not in fields and not {"language", "term"} <= fields:
        raise InputError(
            "Line {line}: the heading names no language; it has {heading}.",
            where=where,
            remedy="Head columns by codes of languages (ru, zh, en), or have columns entry, language, term.",
            line=line,
            heading=", ".join(cell.strip() or "—" for cell in heading)[:200],
        )
    return found


def _column(cell: str) -> _Column | None:
    """What a column holds by its heading; None for one of a language with a status that there is not."""
    name = " ".join(cell.lower().split())
    for known, names in _FIELDS.items():
        if name in names:
            return _Column(known)
    first, _, rest = name.translate(_MARKS).strip().partition(" ")
    try:
        code = language(first).code
    except UnknownLanguage:
        return _Column("")
    status = _status(rest.strip())
    return None if rest.strip() and status is None else _Column("terms", code, status)


def _status(word: str) -> Status | None:
    return next((status for status, words in _STATUSES.items() if word.lower() in words), None)


def _take(
    gathered: dict[str, _Gathered],
    columns: Sequence[_Column],
    cells: Sequence[str],
    line: int,
    where: str,
) -> None:
    """Put what a line holds to the entry that it belongs to."""
    for place, cell in enumerate(cells[len(columns) :], start=len(columns) + 1):
        if cell.strip():
            raise InputError(
                "Line {line} has a column {column} ({cell}), the heading has {columns}.",
                where=where,
                remedy="Put a cell that holds the delimiter into quotation marks.",
                line=line,
                column=place,
                cell=cell.strip()[:40],
                columns=len(columns),
            )
    said: dict[str, str] = {
        column.field: cell.strip()
        for column, cell in zip(columns, cells, strict=False)
        if column.field not in ("", "terms")
    }
    one = gathered.setdefault(said.get("entry", "") or str(line), _Gathered(line=line))
    one.source = one.source or said.get("source", "")
    if "term" in said:
        one.designations.append(_of_line(said, columns, line, where))
        return
    for place, (column, cell) in enumerate(zip(columns, cells, strict=False), start=1):
        if column.field == "terms":
            try:
                one.designations += _of_cell(column, cell, said.get("note", ""))
            except InputError as error:
                raise _at(error, where, line, place) from error
    if not one.designations:
        raise EmptyInput("Line {line} has no term.", where=where, line=line)


def _of_line(said: Mapping[str, str], columns: Sequence[_Column], line: int, where: str) -> Designation:
    status = _status(said["status"]) if said.get("status") else "preferred"
    if status is None:
        raise InputError(
            "Line {line}, column {column}: {status} is no status of a term.",
            where=where,
            remedy="There are: {statuses}.",
            line=line,
            column=[column.field for column in columns].index("status") + 1,
            status=said["status"],
            statuses=", ".join(get_args(Status)),
        )
    try:
        return Designation(said.get("language", ""), said["term"], status, said.get("note", ""))
    except InputError as error:
        faulty: Field = "language" if isinstance(error, UnknownLanguage) else "term"
        raise _at(error, where, line, [column.field for column in columns].index(faulty) + 1) from error


def _of_cell(column: _Column, cell: str, note: str) -> Iterator[Designation]:
    """The terms in a cell: the first is preferred, the others are admitted, unless the heading says."""
    for number, text in enumerate(part.strip() for part in cell.split(_BETWEEN_TERMS) if part.strip()):
        status = column.status or ("admitted" if number else "preferred")
        # What is said of an entry explains what is not to be used, where there is such a word.
        yield Designation(column.language, " ".join(text.split()), status, note)


def _at(error: InputError, where: str, line: int, column: int = 0) -> InputError:
    """An error of a term or an entry, with the place where it stands."""
    place = "Line {line}, column {column}:" if column else "Line {line}:"
    values = {**error.values, "line": line, "column": column}
    return type(error)(place, where=where, remedy=error.what, **values)
