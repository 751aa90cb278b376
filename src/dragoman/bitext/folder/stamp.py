"""What a file was when it was read."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import file_digest
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Stamp:
    """Size in bytes, time of the last change in nanoseconds, SHA-256 of the content in hexadecimal."""

    size: int
    changed: int
    digest: str

    def fits(self, file: Path) -> Stamp | None:
        """The stamp of a file that still has this content, None where it has another.

        A file of the same size and time is taken for unchanged and not read, as git does it.

        Raises:
            OSError: it cannot be read.
        """
        status = file.stat()
        if status.st_size != self.size:
            return None
        if status.st_mtime_ns == self.changed:
            return self
        now = stamp(file)
        return now if now.digest == self.digest else None


def stamp(file: Path) -> Stamp:
    """The stamp of a file. Its size and time are taken before it is read: a change meanwhile will show.

    Raises:
        OSError: it cannot be read.
    """
    status = file.stat()
    with file.open("rb") as opened:
        digest = file_digest(opened, "sha256").hexdigest()
    return Stamp(status.st_size, status.st_mtime_ns, digest)
