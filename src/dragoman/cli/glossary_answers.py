"""What a party proposes for an entry, and what it says to what others propose."""

from __future__ import annotations

from collections.abc import Callable
from gettext import gettext as _
from pathlib import Path

import click

from dragoman.cli.options import Command
from dragoman.cli.passphrase import unlocked
from dragoman.cli.screen import say
from dragoman.cli.signing import signing, texts
from dragoman.workspace import Workspace
from dragoman.workspace.agreedmodel import Signer


def _on_proposal(command: Command) -> Command:
    """A command on a proposal: `glossary`, `proposal`, and the options of `signing`."""
    return click.argument("glossary")(click.argument("proposal")(signing(command)))


def _reason(*, required: bool) -> Callable[[Command], Command]:
    return click.option("--reason", default="", required=required, metavar="TEXT", help=_("Why."))


def _say_to(
    folder: Path, party: str, author: str, words: Callable[[Workspace, Signer], None], answer: str
) -> None:
    with Workspace.open(folder) as workspace:
        words(workspace, unlocked(workspace, party, author))
    say(answer)


@click.command(
    help=_(
        "Accept a PROPOSAL in the name of a party. Where every party of it accepts, it is agreed; nobody is "
        "committed to anything by that."
    )
)
@_on_proposal
@texts("--reservation", "reservation", _("A reservation, once for each language."))
def accept(
    glossary: str, proposal: str, reservation: dict[str, str], party: str, author: str, folder: Path
) -> None:
    """See the help above: a docstring would not be translated."""
    with Workspace.open(folder) as workspace:
        signer = unlocked(workspace, party, author)
        workspace.glossaries.accept(signer, glossary, proposal, reservation=reservation)
        found = workspace.glossaries.proposal(glossary, proposal)
    if found.missing:
        say(_("Accepted. Missing: {parties}").format(parties=", ".join(found.missing)))
    else:
        say(_("Accepted by every party of it."))


@click.command(help=_("Say that the party does not accept a PROPOSAL, and why."))
@_on_proposal
@_reason(required=True)
def refuse(glossary: str, proposal: str, reason: str, party: str, author: str, folder: Path) -> None:
    """See the help above: a docstring would not be translated."""
    _say_to(
        folder,
        party,
        author,
        lambda workspace, signer: workspace.glossaries.refuse(signer, glossary, proposal, reason),
        _("Refused. An edited proposal may follow; `dragoman glossary accept` still can."),
    )


@click.command(help=_("Take back a PROPOSAL of the party's own that is not agreed."))
@_on_proposal
@_reason(required=False)
def withdraw(glossary: str, proposal: str, reason: str, party: str, author: str, folder: Path) -> None:
    """See the help above: a docstring would not be translated."""
    _say_to(
        folder,
        party,
        author,
        lambda workspace, signer: workspace.glossaries.withdraw(signer, glossary, proposal, reason=reason),
        _("Taken back; the record keeps both."),
    )


@click.command("take-back", help=_("Take back the party's acceptance of a PROPOSAL: what was agreed ends."))
@_on_proposal
@_reason(required=True)
def take_back(glossary: str, proposal: str, reason: str, party: str, author: str, folder: Path) -> None:
    """See the help above: a docstring would not be translated."""
    _say_to(
        folder,
        party,
        author,
        lambda workspace, signer: workspace.glossaries.take_back(signer, glossary, proposal, reason),
        _("The acceptance is taken back; the history of the entry says so, and why."),
    )


COMMANDS = (accept, refuse, withdraw, take_back)
"""The commands, in the order in which a person meets them."""
