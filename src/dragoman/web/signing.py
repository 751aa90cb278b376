"""What a form that a party signs with sends: who signs, with which passphrase; and what was wrong with it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from dragoman.errors import DragomanError, InputError, WrongPassphrase
from dragoman.web import problems
from dragoman.web.posted import Posted
from dragoman.web.visit import Visit
from dragoman.workspace import Workspace
from dragoman.workspace.agreedmodel import Signer

TEXT_LIMIT = 400_000
"""Bytes that all texts of such a form may have."""


@dataclass(frozen=True, slots=True)
class Refused:
    """A form that was refused: which one, what it held, what is wrong, and the field that it is about."""

    form: str
    sent: Posted
    problem: str
    status: int
    field: str = ""

    def one(self, form: str, name: str) -> str:
        """What was written into a field of a form, if it is this one."""
        return self.sent.exactly(name) if form == self.form else ""


def refused(visit: Visit, form: str, sent: Posted, error: DragomanError) -> Refused:
    """What to say of a form that was refused."""
    field = "passphrase" if isinstance(error, WrongPassphrase) else error.where
    # The message stands with the form, whose fields have other names for readers.
    error.where = ""
    return Refused(form, sent, problems.message_of(error, visit), problems.status_of(error), field)


def author_of(visit: Visit, sent: Posted) -> str:
    """Who writes: the person who is signed in, else the name in the form."""
    return visit.author or sent.one("author")


def signer_of(visit: Visit, workspace: Workspace, sent: Posted, party: str = "") -> Signer:
    """The key of a party, or of the one that the form names, opened with the passphrase in it.

    Raises:
        NotAllowed: the visitor may not sign for it. InputError, WrongPassphrase
    """
    if sent.problem is not None:
        raise sent.problem
    party = party or sent.one("party")
    if not party:
        raise InputError("It is not said which party signs.", remedy="Choose the party.")
    visit.must("sign", party)
    if not sent.exactly("passphrase"):
        raise WrongPassphrase("The passphrase is missing.", remedy="Write the passphrase of the party's key.")
    return workspace.parties.unlocked(party, sent.exactly("passphrase"), author=author_of(visit, sent))


def by_language(sent: Posted, name: str, codes: Iterable[str]) -> dict[str, str]:
    """A text of a form in several languages, from the fields "name-ru", "name-zh" and so on."""
    found = {code: _text(sent, f"{name}-{code}") for code in codes}
    return {code: text for code, text in found.items() if text}


def _text(sent: Posted, name: str) -> str:
    """A text with the line ends of a text, not of a form."""
    return sent.one(name).replace("\r\n", "\n")
