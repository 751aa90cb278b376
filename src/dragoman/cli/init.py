"""`dragoman init`."""

from __future__ import annotations

from gettext import gettext as _
from pathlib import Path
from shlex import quote

import click

from dragoman.cli.screen import say
from dragoman.workspace import Workspace


@click.command(
    help=_(
        "Make a workspace in FOLDER: the place where documents, their originals, what is computed from them "
        "and what people decide lie together."
    )
)
@click.argument("folder", default=".", type=click.Path(file_okay=False, path_type=Path))
@click.option("--title", default="", metavar="TEXT", help=_("Title that its pages bear."))
@click.option(
    "--party", default="", metavar="NAME", help=_("In whose name its record is written; fixed from then on.")
)
@click.option("--author", default="", metavar="NAME", help=_("Who writes where no other name is given."))
@click.option(
    "--database",
    default="",
    metavar="ADDRESS",
    help=_("A PostgreSQL database, postgresql://…; else SQLite in the folder."),
)
def command(folder: Path, title: str, party: str, author: str, database: str) -> None:
    """See the help above: a docstring would not be translated."""
    Workspace.create(folder, title=title, party=party, author=author, database=database).close()
    if folder.absolute() == Path.cwd():
        say(_("There is a workspace in this folder now."))
        say(_("Next: {command}").format(command="dragoman add FILE FILE"))
    else:
        say(_("There is a workspace in {folder} now.").format(folder=folder))
        say(_("Next: {command}").format(command=f"dragoman add -w {quote(str(folder))} FILE FILE"))
