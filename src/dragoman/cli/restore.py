"""`dragoman restore`."""

from __future__ import annotations

from gettext import gettext as _
from pathlib import Path

import click

from dragoman.cli.options import by_author, in_workspace
from dragoman.cli.screen import say
from dragoman.workspace import Workspace

_HASH = "sha256:"


@click.command(
    help=_(
        "Take back a CORRECTION of a DOCUMENT's rows, named by its hash or the beginning of it, as `dragoman "
        "correct` printed it and `dragoman record log` lists it. The record keeps both."
    )
)
@click.argument("document")
@click.argument("correction")
@by_author
@in_workspace
def command(document: str, correction: str, author: str, folder: Path) -> None:
    """See the help above: a docstring would not be translated."""
    with Workspace.open(folder) as workspace:
        name = workspace.document(document).id
        begun = correction if correction.startswith(_HASH) else _HASH + correction
        known = [event.hash for event in workspace.history(name) if event.hash.startswith(begun)]
        event = workspace.restore(name, known[0] if len(known) == 1 else begun, author=author)
    click.echo(event)
    say(_("Taken back."))
