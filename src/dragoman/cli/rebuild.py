"""`dragoman rebuild`."""

from __future__ import annotations

from gettext import gettext as _
from pathlib import Path

import click

from dragoman.cli.answers import answer, table
from dragoman.cli.options import in_workspace, json_too
from dragoman.cli.progress import progress
from dragoman.cli.screen import say
from dragoman.workspace import Workspace


@click.command(
    help=_(
        "Throw away what was computed (sentences, alignments, what is searched) and compute it anew from "
        "originals and record, for one DOCUMENT or all. Gives a digest of each table: the same texts give "
        "the same digests."
    )
)
@click.argument("document", default="")
@json_too
@in_workspace
def command(document: str, as_json: bool, folder: Path) -> None:
    """See the help above: a docstring would not be translated."""
    with Workspace.open(folder) as workspace, progress() as show:
        name = workspace.document(document).id if document else ""
        digests = workspace.rebuild(name, progress=show)
    if as_json:
        answer(digests)
        return
    click.echo(table(sorted(digests.items())), nl=False)
    say(_("Rebuilt."))
