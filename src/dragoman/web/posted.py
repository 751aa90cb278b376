"""What a form sends: its fields and files, within limits that hold while it is still arriving.

A form that is too large is read to its end all the same, and its files are dropped as they come: a browser
shows an answer only when it has sent everything, and the fields are needed to show the form again. Beyond
`PATIENCE` the connection is given up instead.

Reference: RFC 7578; HTML, 4.10.21.8 (application/x-www-form-urlencoded).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from tempfile import SpooledTemporaryFile
from typing import IO

from fastapi import Request
from fastapi.datastructures import QueryParams
from python_multipart import MultipartParser
from python_multipart.exceptions import FormParserError
from python_multipart.multipart import parse_options_header

from dragoman.errors import DragomanError, InputError, TooLarge
from dragoman.writers.characters import possible

MB = 1_000_000
FILE_LIMIT = 64 * MB
"""Bytes that one file may have."""
REQUEST_LIMIT = 200 * MB
"""Bytes that a form with files may have."""
FILES_LIMIT = 20
"""Files in one form."""
FIELD_LIMIT = 64_000
"""Bytes of all fields of a form that are no files, unless the page takes whole texts."""
PATIENCE = 1_000 * MB
"""Bytes after which a form that is too large is no longer read to its end."""

# Larger files wait on disk, without a name, until they are stored.
_IN_MEMORY = 1 * MB


@dataclass(frozen=True, slots=True)
class Upload:
    """A file of a form: its name as it was sent, and its bytes (b"" where they were dropped)."""

    field: str
    name: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Posted:
    """Fields and files of a form in the order in which they came; `problem` says why it cannot be used."""

    fields: Sequence[tuple[str, str]]
    files: Sequence[Upload] = ()
    problem: DragomanError | None = None

    def one(self, name: str, default: str = "") -> str:
        """The first value of a field, without white space around it."""
        return next((value.strip() for key, value in self.fields if key == name), default)

    def exactly(self, name: str) -> str:
        """The first value of a field as it was typed, white space too; "" without one."""
        return next((value for key, value in self.fields if key == name), "")

    def all(self, name: str) -> list[str]:
        """All values of a field."""
        return [value for key, value in self.fields if key == name]

    def has(self, name: str) -> bool:
        """Whether the field was sent."""
        return any(key == name for key, _value in self.fields)


async def posted(request: Request, fields: int = FIELD_LIMIT) -> Posted:
    """The form that a request sends; `fields` is how many bytes its fields that are no files may have.

    Limits that are exceeded are reported in `Posted.problem`, so that the page can show the form again.

    Raises:
        InputError: it is no form. TooLarge: it is larger than can be read to its end.
    """
    kind, options = parse_options_header(request.headers.get("content-type"))
    if kind == b"multipart/form-data" and options.get(b"boundary"):
        return await _multipart(request, options[b"boundary"], fields)
    if kind == b"application/x-www-form-urlencoded":
        return await _urlencoded(request, fields)
    raise InputError("What was sent is not a form.", remedy="Send it as multipart/form-data.")


async def _urlencoded(request: Request, limit: int) -> Posted:
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > limit:
            raise _fields_too_large()
    sent = QueryParams(bytes(body).decode("utf-8", "replace")).multi_items()
    return Posted([(name, possible(value)) for name, value in sent])


async def _multipart(request: Request, boundary: bytes, limit: int) -> Posted:
    declared = request.headers.get("content-length", "")
    if declared.isdecimal() and int(declared) > PATIENCE:
        raise _request_too_large()
    reader = _Multipart(limit)
    try:
        parser = MultipartParser(
            boundary,
            {
                "on_part_begin": reader.part_begins,
                "on_part_data": reader.part_data,
                "on_part_end": reader.part_ends,
                "on_header_field": reader.header_name,
                "on_header_value": reader.header_value,
                "on_header_end": reader.header_ends,
                "on_headers_finished": reader.headers_end,
                "on_end": reader.form_ends,
            },
        )
        received = 0
        async for chunk in request.stream():
            received += len(chunk)
            if received > PATIENCE:
                raise _request_too_large()
            if received > REQUEST_LIMIT:
                reader.refuse(_request_too_large())
            parser.write(chunk)
        return reader.result()
    except FormParserError as error:
        raise InputError(
            "The form did not arrive as forms are written: {reason}.", reason=str(error).rstrip(".")
        ) from error
    finally:
        reader.close()


class _Multipart:
    """Takes what the parser finds."""

    def __init__(self, limit: int) -> None:
        self._limit = limit
        self._fields: list[tuple[str, str]] = []
        self._files: list[tuple[str, str, IO[bytes]]] = []
        self._problem: DragomanError | None = None
        self._whole = False
        self._of_fields = 0
        self.part_begins()

    def part_begins(self) -> None:
        """Forget the part before."""
        self._header, self._value = bytearray(), bytearray()
        self._disposition = ""
        self._name, self._filename = "", ""
        self._field = bytearray()
        self._file: IO[bytes] | None = None
        self._size = 0

    def header_name(self, data: bytes, start: int, end: int) -> None:
        """A piece of a header's name."""
        self._header += data[start:end]

    def header_value(self, data: bytes, start: int, end: int) -> None:
        """A piece of a header's value."""
        self._value += data[start:end]

    def header_ends(self) -> None:
        """A header is whole."""
        if self._header.lower() == b"content-disposition":
            self._disposition = bytes(self._value).decode("latin-1")
        self._header, self._value = bytearray(), bytearray()

    def headers_end(self) -> None:
        """All headers of a part are there: it is a field, or a file."""
        _kind, options = parse_options_header(self._disposition)
        self._name = options.get(b"name", b"").decode("utf-8", "replace")
        if b"filename" in options:
            self._filename = options[b"filename"].decode("utf-8", "replace")
            self._file = SpooledTemporaryFile(_IN_MEMORY)  # noqa: SIM115 -- closed with the form
            self._files.append((self._name, self._filename, self._file))
            if sum(bool(name) for _field, name, _file in self._files) > FILES_LIMIT:
                self.refuse(
                    TooLarge(
                        "These are more than {limit} files.",
                        remedy="Send them in several goes.",
                        limit=FILES_LIMIT,
                    )
                )

    def part_data(self, data: bytes, start: int, end: int) -> None:
        """A piece of a part; nothing of a file is kept once there is a problem."""
        self._size += end - start
        if self._file is None:
            if self._of_fields + self._size > self._limit:
                # Other fields may still be shown again.
                self.refuse(_fields_too_large())
                self._field.clear()
            else:
                self._field += data[start:end]
            return
        if self._size > FILE_LIMIT:
            self.refuse(
                TooLarge(
                    "The file is larger than {limit} MB.",
                    where=self._filename,
                    remedy="Divide it, or add it without its pictures.",
                    limit=FILE_LIMIT // MB,
                )
            )
        if self._problem is None:
            self._file.write(data[start:end])

    def part_ends(self) -> None:
        """A part is whole."""
        if self._file is None:
            self._of_fields += len(self._field)
            self._fields.append((self._name, possible(bytes(self._field).decode("utf-8", "replace"))))

    def form_ends(self) -> None:
        """The form is whole."""
        self._whole = True

    def refuse(self, problem: DragomanError) -> None:
        """Keep the first problem, and no file any more."""
        if self._problem is None:
            self._problem = problem
            self.close()

    def result(self) -> Posted:
        """The form; of files without a name (fields left empty) nothing."""
        if not self._whole:
            raise InputError("The form broke off before its end.", remedy="Send it once more.")
        files = []
        for field, name, file in self._files:
            if self._problem is None:
                file.seek(0)
            files.append(Upload(field, name, b"" if self._problem else file.read()))
        return Posted(self._fields, files, self._problem)

    def close(self) -> None:
        """Let go of all files."""
        for _field, _name, file in self._files:
            file.close()


def _request_too_large() -> TooLarge:
    return TooLarge(
        "These files have more than {limit} MB together.",
        remedy="Send them in several goes; nothing has been stored.",
        limit=REQUEST_LIMIT // MB,
    )


def _fields_too_large() -> TooLarge:
    return TooLarge("The fields of this form hold too much text.", remedy="Nothing has been stored.")
