"""What the fold says to an event that says what cannot be."""

from __future__ import annotations


class CannotApply(Exception):
    """The event says what cannot be; nothing was changed."""

    def __init__(self, what: str, **values: object) -> None:
        self.what = what
        self.values = values
        super().__init__(what)
