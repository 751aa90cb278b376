"""Passphrases of keys: from the environment, from a person, or a line of what a program sends."""

from __future__ import annotations

import os
import sys
from gettext import gettext as _

import click

from dragoman.errors import InputError
from dragoman.workspace import Workspace
from dragoman.workspace.agreedmodel import Signer

_VARIABLE = "DRAGOMAN_PASSPHRASE"


def unlocked(workspace: Workspace, party: str, author: str) -> Signer:
    """The key of a party, opened; with "" of the only one whose key lies in the workspace."""
    name = workspace.parties.party(party or _only(workspace)).id
    return workspace.parties.unlocked(name, passphrase(name), author=author)


def passphrase(party: str) -> str:
    """What opens the key of a party.

    Raises:
        InputError: there is none.
    """
    return os.environ.get(_VARIABLE) or hidden(_("Passphrase of {party}").format(party=party))


def new_passphrase() -> str:
    """What a new key is to lie under, typed twice by a person.

    Raises:
        InputError: there is none.
    """
    return os.environ.get(_VARIABLE) or hidden(_("Passphrase of the new key"), twice=True)


def hidden(prompt: str, *, twice: bool = False) -> str:
    """Something secret, typed without being shown, or a line of what a program sends.

    Raises:
        InputError: there is nothing.
    """
    if sys.stdin.isatty():
        typed: str = click.prompt(prompt, hide_input=True, confirmation_prompt=twice, err=True)
        return typed
    line = sys.stdin.readline().rstrip("\r\n")
    if not line:
        raise InputError(
            "Nothing was given for: {prompt}.",
            remedy="Type it at a terminal, send it to standard input, or set {variable}.",
            prompt=prompt,
            variable=_VARIABLE,
        )
    return line


def _only(workspace: Workspace) -> str:
    held = workspace.parties.held()
    if len(held) == 1:
        return held[0]
    raise InputError(
        "It is not said which party signs.",
        remedy="Name it with --as: {parties}." if held else "`dragoman parties found` founds one.",
        parties=", ".join(held),
    )
