"""Files on their way in: their bytes, their names made harmless, and which language each is in."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from dragoman.bitext.told import language_told
from dragoman.errors import InputError
from dragoman.languages import language
from dragoman.readers import read
from dragoman.readers.plain import contents
from dragoman.readers.reading import Reading
from dragoman.workspace.evidence import Read, read_version
from dragoman.workspace.model import File
from dragoman.workspace.originals import hash_of

_LONGEST_NAME = 200
_UNSEEN = re.compile(r"[\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ud800-\udfff]+")


@dataclass(frozen=True, slots=True)
class Incoming:
    """A file in one language, read and ready to be kept; `told` says how its language was told."""

    data: bytes
    name: str
    language: str
    told: str
    read: Read

    @property
    def original(self) -> str:
        """The name of its bytes."""
        return self.read.original

    @property
    def title(self) -> str:
        """What the file or its text calls itself, else the file's name."""
        return self.read.title or Path(self.name).stem


def incoming(files: Sequence[File]) -> list[Incoming]:
    """Read files; one that holds several languages (a translation memory) gives one for each.

    Raises:
        InputError and its kinds: a file cannot be read, its language cannot be told or is not the one
        declared, or two files are in one language.
    """
    found: list[Incoming] = []
    for file in files:
        found.extend(_read(file))
    taken: dict[str, str] = {}
    for one in found:
        if one.language in taken:
            raise InputError(
                "Two files are in the language {language}: {first} and {second}.",
                remedy="Say which languages they are in, or add them as two documents.",
                language=one.language,
                first=taken[one.language],
                second=one.name,
            )
        taken[one.language] = one.name
    return found


def harmless(name: str) -> str:
    """A file's name without folders, line ends and unseen characters, and not too long."""
    last = re.split(r"[/\\]", name)[-1]
    clean = " ".join(_UNSEEN.sub(" ", last).split()).strip(". ")
    if len(clean) > _LONGEST_NAME:
        suffix = Path(clean).suffix[:10]
        clean = clean[: _LONGEST_NAME - len(suffix)] + suffix
    return clean or "unnamed"


def _read(file: File) -> list[Incoming]:
    declared = language(file.language).code if file.language else ""
    if isinstance(file.source, Path):
        name, where = harmless(file.name or file.source.name), str(file.source)
        data = contents(file.source)
    else:
        name = where = harmless(file.name)
        data = file.source
    readings = read(data, name=where)
    if len(readings) > 1:
        if declared:
            raise InputError(
                "The file holds {count} languages ({languages}), so none can be named for it.",
                where=where,
                remedy="Add it without a language.",
                count=len(readings),
                languages=", ".join(reading.language for reading in readings),
            )
        return [_incoming(data, name, where, reading, reading.language, "file") for reading in readings]
    code, told = language_told(readings[0], name, where, declared)
    return [_incoming(data, name, where, readings[0], code, told)]


def _incoming(data: bytes, name: str, where: str, reading: Reading, code: str, told: str) -> Incoming:
    return Incoming(data, name, code, told, read_version(hash_of(data), code, reading, where))
