"""`dragoman demo`."""

from __future__ import annotations

from gettext import gettext as _
from pathlib import Path
from shlex import quote

import click

from dragoman import demo
from dragoman.cli.progress import progress
from dragoman.cli.screen import say
from dragoman.errors import NotAWorkspace
from dragoman.workspace import Workspace


@click.command(
    help=_(
        "Make a workspace to try Dragoman with in FOLDER: texts of two invented delegations in Russian, "
        "Chinese and English, aligned, with a correction, and a glossary that they agree on in a round of "
        "talks. Nothing is fetched."
    )
)
@click.argument("folder", default="dragoman-demo", type=click.Path(file_okay=False, path_type=Path))
def command(folder: Path) -> None:
    """See the help above: a docstring would not be translated."""
    if _is_workspace(folder):
        say(_("There is a workspace in {folder} already; it is left as it is.").format(folder=folder))
    else:
        with progress() as show:
            demo.build(folder, progress=show).close()
        say(_("The demo is in {folder}. Its texts are invented.").format(folder=folder))
    say(_("Read it in the browser: {command}").format(command=f"dragoman serve -o -w {quote(str(folder))}"))


def _is_workspace(folder: Path) -> bool:
    try:
        Workspace.open(folder).close()
    except NotAWorkspace:
        return False
    return True
