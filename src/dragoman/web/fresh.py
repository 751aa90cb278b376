"""A passphrase that a form lets somebody choose."""

from __future__ import annotations

from dragoman.errors import InputError
from dragoman.web.posted import Posted


def fresh_passphrase(sent: Posted) -> str:
    """The passphrase that is typed twice.

    Raises:
        InputError: it is missing, or the two differ.
    """
    fresh = sent.exactly("fresh")
    if not fresh:
        raise InputError("The passphrase for the new key is missing.", remedy="Type it twice.")
    if fresh != sent.exactly("again"):
        raise InputError("The two passphrases differ.", remedy="Type the same one twice.")
    return fresh
