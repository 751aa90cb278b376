"""What a visitor had typed into a form that could not be used, so that it is there again; never a secret."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dragoman.errors import DragomanError, WrongPassphrase
from dragoman.web import problems
from dragoman.web.posted import Posted
from dragoman.web.visit import Visit

_SECRET = frozenset(("passphrase", "fresh", "again", "recovery"))


@dataclass(frozen=True, slots=True)
class Tried:
    """A form that could not be used: which one (`action`), its fields, what is wrong and the status of that.

    `field` names the one that is wrong, where that is known. Without an action it is no form at all: each
    field has what it has at first.
    """

    action: str = ""
    fields: Sequence[tuple[str, str]] = ()
    problem: str = ""
    status: int = 200
    field: str = ""

    def of(self, action: str) -> Tried:
        """Itself if it is this form, else none."""
        return self if self.action == action else NOTHING

    def said(self, name: str, otherwise: str = "") -> str:
        """What stood in a field; `otherwise` where no form was sent."""
        return next((value for key, value in self.fields if key == name), "" if self.action else otherwise)

    def chose(self, name: str, value: str, *, otherwise: bool = False) -> bool:
        """Whether a value was chosen in a field; `otherwise` where no form was sent."""
        return (name, value) in self.fields if self.action else otherwise


NOTHING = Tried()
"""No form was sent."""


def tried(visit: Visit, sent: Posted, error: DragomanError) -> Tried:
    """What was typed into a form that failed by an error."""
    return Tried(
        sent.one("action") or "form",
        tuple((name, value) for name, value in sent.fields if name not in _SECRET),
        problems.message_of(error, visit),
        problems.status_of(error),
        "passphrase" if isinstance(error, WrongPassphrase) else "",
    )
