"""ZIP archives that come out the same whenever the same is put into them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from dragoman.readers.archive import Archive

# What a ZIP archive says of files that a program of MS-DOS has written: no rights, no owner. So do those of
# Word, and it is the same on every system.
_MSDOS = 0


def packed(parts: Mapping[str, bytes], when: datetime) -> bytes:
    """An archive of parts, in their order, all of one moment."""
    held = BytesIO()
    with ZipFile(held, "w") as archive:
        for name, data in parts.items():
            archive.writestr(_entry(name, when), data)
    return held.getvalue()


def repacked(archive: Archive, changed: Mapping[str, bytes], when: datetime) -> bytes:
    """A copy of an archive in which parts are changed; new ones stand at its end, and are of the moment.

    What is in the other parts, their order, names and moments stay.

    Raises:
        InputError: the archive is damaged, Protected or Unsafe.
    """
    held = BytesIO()
    names = archive.names()
    with ZipFile(held, "w") as copy:
        for name in names:
            data = changed[name] if name in changed else archive.read(name)
            copy.writestr(archive.entry(name), data or b"")
        for name, data in changed.items():
            if name not in names:
                copy.writestr(_entry(name, when), data)
    return held.getvalue()


def _entry(name: str, when: datetime) -> ZipInfo:
    entry = ZipInfo(name, when.timetuple()[:6])
    entry.compress_type = ZIP_DEFLATED
    entry.create_system = _MSDOS
    return entry
