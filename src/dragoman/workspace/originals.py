"""Files exactly as they came, each under the SHA-256 of its bytes; never changed, never written twice."""

from __future__ import annotations

import hashlib
import os
import re
import tempfile
from collections.abc import Iterator
from pathlib import Path

from dragoman.errors import InputError, WorkspaceError
from dragoman.record.canonical import is_digest
from dragoman.workspace.database import explained

PREFIX = "sha256:"
_PART = ".part"
_DIGITS = re.compile("[0-9a-f]{64}")


def hash_of(data: bytes) -> str:
    """The name of an original: "sha256:" and 64 hexadecimal digits."""
    return PREFIX + hashlib.sha256(data).hexdigest()


class Originals:
    """The folder of originals."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def path(self, name: str) -> Path:
        """Where the original of this name lies, whether or not it is there."""
        digits = name.removeprefix(PREFIX)
        return self.folder / digits[:2] / digits

    def keep(self, data: bytes) -> str:
        """Keep a file and return its name; when this returns, it survives a power cut.

        Raises:
            DiskFull, ReadOnly
        """
        name = hash_of(data)
        path = self.path(name)
        with explained(str(self.folder)):
            if path.exists() and hash_of(path.read_bytes()) == name:
                return name
            path.parent.mkdir(parents=True, exist_ok=True)
            # Written under another name first: under its own it is there whole, or not at all.
            handle, draft = tempfile.mkstemp(dir=path.parent, suffix=_PART)
            try:
                with os.fdopen(handle, "wb") as file:
                    file.write(data)
                    file.flush()
                    os.fsync(file.fileno())
                Path(draft).chmod(0o444)
                Path(draft).replace(path)
            except BaseException:
                Path(draft).unlink(missing_ok=True)
                raise
            _settle(path.parent)
            _settle(self.folder)
        return name

    def bytes_of(self, name: str) -> bytes:
        """The original's bytes, compared with their hash.

        Raises:
            WorkspaceError: it is gone, or no longer what it was.
        """
        if not is_digest(name):
            raise InputError(
                "There is no original {name!r}.", remedy="The list of sources has them.", name=name
            )
        path = self.path(name)
        try:
            data = path.read_bytes()
        except OSError as error:
            raise WorkspaceError(
                "The original {name} is missing.",
                where=str(path),
                remedy="Put it back from a copy of the folder; `dragoman doctor` lists what is missing.",
                name=name,
            ) from error
        if hash_of(data) != name:
            raise WorkspaceError(
                "The original {name} has been changed: its bytes no longer fit its name.",
                where=str(path),
                remedy="Put it back from a copy of the folder; `dragoman doctor` lists what is damaged.",
                name=name,
            )
        return data

    def names(self) -> Iterator[str]:
        """The names of all originals that lie in the folder, sorted."""
        for path in sorted(self.folder.glob("??/*")):
            if _DIGITS.fullmatch(path.name) and path.is_file():
                yield PREFIX + path.name

    def leftovers(self) -> list[Path]:
        """Drafts of files that were never finished, as a killed process leaves them."""
        return sorted(self.folder.glob(f"??/*{_PART}"))


def _settle(folder: Path) -> None:
    """Make a new name in a folder survive a power cut; not every system lets a folder be opened."""
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
