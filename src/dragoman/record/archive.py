"""A ZIP archive that can be written in one way only, so that what was altered in it is found anywhere.

Its members stand one behind the other from the first byte to the directory, each as it is: nothing is
compressed, encrypted, dated or commented. Every program that knows ZIP opens it; what such programs write is
refused here. What a member says of its size is compared with what there is before anything of it is read, so
an archive can ask for no more memory than it has bytes.

Reference:
    PKWARE, "APPNOTE.TXT: .ZIP File Format Specification", version 6.3.10, 2022, 4.3.7, 4.3.12, 4.3.16.
"""

from __future__ import annotations

import re
import struct
import zlib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from dragoman.errors import BadBundle
from dragoman.marking import _

MOST_MEMBERS = 60_000
"""Members that one archive may have; the form itself can count 65,535."""

_LOCAL = struct.Struct("<4s5H3I2H")
_CENTRAL = struct.Struct("<4s6H3I5H2I")
_END = struct.Struct("<4s4H2IH")
_LOCAL_SIGN, _CENTRAL_SIGN, _END_SIGN = b"PK\x03\x04", b"PK\x01\x02", b"PK\x05\x06"
# Version 1.0 of the form has all that is used; the first day that the form can write stands for no date.
_VERSION, _STORED, _NO_TIME, _NO_DATE = 10, 0, 0, 33
_ENCRYPTED = 1
_NAME = re.compile(r"[a-z0-9][a-z0-9./-]{0,99}")


@dataclass(frozen=True, slots=True)
class _Entry:
    """What an archive says of a member."""

    name: str
    crc: int
    size: int
    offset: int = 0

    def local(self) -> bytes:
        """What stands before the member's bytes."""
        name = self.name.encode("ascii")
        facts = (_VERSION, 0, _STORED, _NO_TIME, _NO_DATE, self.crc, self.size, self.size, len(name), 0)
        return _LOCAL.pack(_LOCAL_SIGN, *facts) + name

    def central(self) -> bytes:
        """What the directory says of it."""
        name = self.name.encode("ascii")
        facts = (_VERSION, 0, _STORED, _NO_TIME, _NO_DATE, self.crc, self.size, self.size, len(name))
        return _CENTRAL.pack(_CENTRAL_SIGN, _VERSION, *facts, 0, 0, 0, 0, 0, self.offset) + name


def packed(members: Iterable[tuple[str, bytes]]) -> bytes:
    """The archive with these members in this order; the caller sees to it that each has a name of its own."""
    parts: list[bytes] = []
    entries: list[_Entry] = []
    offset = 0
    for name, data in members:
        entry = _Entry(name, zlib.crc32(data), len(data), offset)
        local = entry.local()
        parts += [local, data]
        entries.append(entry)
        offset += len(local) + len(data)
    return b"".join([*parts, _directory(entries, offset)])


def unpacked(data: bytes, most: Callable[[str], int]) -> Mapping[str, memoryview]:
    """The members of an archive that `packed` wrote, in their order.

    `most` says how many bytes a member of a name may have.

    Raises:
        BadBundle: `packed` does not write it like this.
    """
    view = memoryview(data)
    members: dict[str, memoryview] = {}
    entries: list[_Entry] = []
    offset = 0
    while view[offset : offset + 4] == _LOCAL_SIGN:
        entry, start = _member(view, offset, most)
        if entry.name in members:
            raise refused(_("The member {member} is there twice."), member=entry.name)
        if len(entries) == MOST_MEMBERS:
            raise refused(_("It has more than {limit} members."), limit=MOST_MEMBERS)
        entries.append(entry)
        members[entry.name] = view[start : start + entry.size]
        offset = start + entry.size
    if not entries:
        raise BadBundle(
            "This is no bundle of Dragoman: it does not begin like one.",
            remedy="Choose the file that `dragoman exchange export` has written, as it is.",
        )
    _check_end(view[offset:], _directory(entries, offset))
    return members


def _member(view: memoryview, offset: int, most: Callable[[str], int]) -> tuple[_Entry, int]:
    """The member that begins here, and where its bytes do."""
    start = offset + _LOCAL.size
    if len(view) < start:
        raise _cut()
    _sign, _version, flags, method, _time, _date, crc, stored, size, length, extra = _LOCAL.unpack(
        view[offset:start]
    )
    written = bytes(view[start : start + length]).decode("latin-1")
    if not _NAME.fullmatch(written):
        raise refused(
            _("A member has the name {member!r}, which no member of a bundle has."), member=written[:100]
        )
    if flags & _ENCRYPTED:
        raise refused(_("The member {member} is encrypted."), member=written)
    if method != _STORED:
        raise refused(
            _("The member {member} is compressed; the members of a bundle are not."), member=written
        )
    if size > most(written):
        raise refused(
            _("The member {member} has {size} bytes; the limit is {limit}."),
            member=written,
            size=size,
            limit=most(written),
        )
    start += length + extra
    if len(view) < start + size:
        raise _cut()
    entry = _Entry(written, crc, size, offset)
    if stored != size or extra or view[offset:start] != entry.local():
        raise refused(_("The member {member} is not written as Dragoman writes members."), member=written)
    if zlib.crc32(view[start : start + size]) != crc:
        raise refused(_("The bytes of the member {member} were altered on the way."), member=written)
    return entry, start


def _directory(entries: Iterable[_Entry], offset: int) -> bytes:
    central = [entry.central() for entry in entries]
    size, count = sum(map(len, central)), len(central)
    return b"".join([*central, _END.pack(_END_SIGN, 0, 0, count, count, size, offset, 0)])


def _check_end(found: memoryview, expected: bytes) -> None:
    """Refuse whatever else than the directory stands behind the members."""
    if found == expected:
        return
    if len(found) < len(expected) and found == expected[: len(found)]:
        raise _cut()
    if found[: len(expected)] == expected:
        raise refused(_("There is something behind its end."))
    raise refused(_("Its directory does not say what it holds."))


def _cut() -> BadBundle:
    return BadBundle(
        "The bundle breaks off before its end.",
        remedy="A part was lost on the way: nothing of it was taken. Have it sent again.",
    )


def refused(what: str, **values: Any) -> BadBundle:
    """The error of a bundle that is not as Dragoman wrote it; `what` is a marked template."""
    return BadBundle(
        what,
        remedy="It is not as Dragoman wrote it: nothing of it was taken. Have it sent again, as it is.",
        **values,
    )
