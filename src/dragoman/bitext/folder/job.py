"""What is done to every pair of a folder, and what comes of one."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256

from dragoman.bitext.engine import METHOD

PARTIAL = ".partial"
"""How the names of results end while they are being written."""


@dataclass(frozen=True, slots=True)
class Job:
    """How the pairs are aligned and written; see `dragoman.align` and `dragoman.bitext.formats.render`."""

    from_: str
    to: str
    sentences: bool
    form: str
    encoder: str
    interface: str

    def fingerprint(self) -> str:
        """Stands for all that decides what comes of two files besides their content, the method among it."""
        parts = (METHOD, self.from_, self.to, str(self.sentences), self.form, self.encoder, self.interface)
        return sha256("\0".join(parts).encode()).hexdigest()[:16]


@dataclass(frozen=True, slots=True)
class Mistake:
    """Why nothing came of a pair: the kind of error, and its message in English."""

    kind: str
    message: str

    @classmethod
    def of(cls, error: Exception) -> Mistake:
        """What an error was."""
        message = str(error)
        if isinstance(error, OSError) and error.filename:
            message = f"{error.filename}: {error.strerror}."
        return cls(type(error).__name__, message)
