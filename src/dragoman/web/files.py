"""Files that a page gives away."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Saved:
    """What is in a file, and the name that it is saved as."""

    name: str
    data: bytes
