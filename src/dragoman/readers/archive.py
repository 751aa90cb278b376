"""A ZIP archive from strangers: what it says of itself is checked before and while it is read."""

from __future__ import annotations

import zlib
from io import BytesIO
from zipfile import BadZipFile, ZipFile, ZipInfo

from dragoman.errors import InputError, Protected, Unsafe

# A book with its pictures stays far below these; bombs are far beyond. Text in XML compresses some 10 to 40
# times, whole documents of repeated tables up to 100.
LARGEST_TOTAL = 512_000_000
LARGEST_PART = 128_000_000
MOST_PARTS = 20_000
HIGHEST_RATIO = 250
_SMALL = 20_000_000
_ENCRYPTED = 0x1
_CHUNK = 1 << 16


class Archive:
    """The parts of an archive by name, read one at a time and never onto a disk."""

    def __init__(self, data: bytes, where: str) -> None:
        """Open an archive; `where` names it in messages.

        Raises:
            InputError: it is damaged.
            Unsafe: it would expand beyond any document.
        """
        self._where = where
        try:
            self._zip = ZipFile(BytesIO(data))
        except (BadZipFile, ValueError, NotImplementedError, OSError, EOFError) as error:
            raise self._damaged() from error
        self._parts = {info.filename.replace("\\", "/").lstrip("/"): info for info in self._zip.infolist()}
        self._check(self._zip.infolist(), len(data))

    def __contains__(self, name: object) -> bool:
        return name in self._parts

    def names(self) -> tuple[str, ...]:
        """The names of the parts, in the order of the archive."""
        return tuple(self._parts)

    def entry(self, name: str) -> ZipInfo:
        """What a copy of the archive has to say of a part: its name as it stands, moment and compression."""
        info = self._parts[name]
        entry = ZipInfo(info.filename, info.date_time)
        entry.compress_type = info.compress_type
        entry.comment = info.comment
        entry.create_system = info.create_system
        entry.internal_attr = info.internal_attr
        entry.external_attr = info.external_attr
        return entry

    def read(self, name: str) -> bytes | None:
        """A part, or None where there is none of this name.

        Raises:
            InputError: it is damaged, Protected or Unsafe.
        """
        info = self._parts.get(name)
        if info is None:
            return None
        if info.flag_bits & _ENCRYPTED:
            raise Protected(
                "It is protected with a password.", where=self._where, remedy="Save it without one first."
            )
        pieces, size = [], 0
        try:
            with self._zip.open(info) as part:
                # A header may state any size: what counts is what comes out.
                while piece := part.read(_CHUNK):
                    size += len(piece)
                    if size > min(LARGEST_PART, info.file_size):
                        raise self._unsafe()
                    pieces.append(piece)
        except (BadZipFile, zlib.error, NotImplementedError, ValueError, OSError, EOFError) as error:
            raise self._damaged() from error
        return b"".join(pieces)

    def _check(self, parts: list[ZipInfo], size: int) -> None:
        total = sum(part.file_size for part in parts)
        packed = sum(part.compress_size for part in parts)
        too_dense = total > _SMALL and total > HIGHEST_RATIO * size
        # Parts that share their bytes take more room together than the whole archive has.
        overlapping = packed > size
        if len(parts) > MOST_PARTS or total > LARGEST_TOTAL or too_dense or overlapping:
            raise self._unsafe()

    def _unsafe(self) -> Unsafe:
        return Unsafe(
            "It would expand beyond what a document holds, as files do that are made to fill a memory.",
            where=self._where,
            remedy="Open it where you trust it, and save its text anew.",
        )

    def _damaged(self) -> InputError:
        return InputError(
            "The archive in it is damaged.",
            where=self._where,
            remedy="Fetch the file again, or open it with the program it comes from and save it anew.",
        )
