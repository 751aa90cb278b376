"""Files on their way in: their bytes, their names made harmless, and which language each is in."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from dragoman.bitext.declared import check_language
from dragoman.errors import InputError, WrongLanguage
from dragoman.languages import detect, known, language
from dragoman.languages.generic import UNDETERMINED
from dragoman.readers import read
from dragoman.readers.plain import contents
from dragoman.readers.reading import Reading
from dragoman.workspace.evidence import Read, read_version
from dragoman.workspace.model import File
from dragoman.workspace.originals import hash_of

_LONGEST_NAME = 200
# What a file's name may say of its language: "statement.ru.docx", "statement_zh.pdf", "ru.txt".
_IN_NAME = re.compile(r"(?:^|[._\-\s])([A-Za-z]{2,3})(?:-[A-Za-z]+)?$")
_UNSEEN = re.compile(r"[\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ud800-\udfff]+")
# A language that a name or a file claims is believed unless this little of the text looks like it.
_BELIEVED = 0.3


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
    code, told = _language(readings[0], name, where, declared)
    return [_incoming(data, name, where, readings[0], code, told)]


def _incoming(data: bytes, name: str, where: str, reading: Reading, code: str, told: str) -> Incoming:
    return Incoming(data, name, code, told, read_version(hash_of(data), code, reading, where))


def _language(reading: Reading, name: str, where: str, declared: str) -> tuple[str, str]:
    """The language of a reading, and how it was told."""
    if declared:
        check_language(reading.text, language(declared), where)
        return declared, "given"
    shares = {code: share for code, share in detect(reading.text) if code != UNDETERMINED}
    for claim, told in ((_named(name), "name"), (reading.language, "file")):
        code = claim.partition("-")[0].lower()
        if code in known() and (not shares or shares.get(code, 0.0) >= _BELIEVED):
            return code, told
    if not shares:
        raise WrongLanguage(
            "The language of this text cannot be told.",
            where=where,
            remedy="Say which it is, or put it into the file's name: statement.ru.docx.",
        )
    code = max(shares, key=lambda one: shares[one])
    check_language(reading.text, language(code), where)
    return code, "text"


def _named(name: str) -> str:
    """The language code at the end of a file's name, "" if there is none."""
    found = _IN_NAME.search(Path(name).stem)
    return found[1] if found else ""
