"""`dragoman sample`."""

from __future__ import annotations

from gettext import gettext as _
from importlib.resources import files
from pathlib import Path

import click

from dragoman.cli.screen import say
from dragoman.errors import InputError


@click.command(
    help=_(
        "Write the bundled sample, a short invented joint statement in Russian, Chinese and English, "
        "into FOLDER."
    )
)
@click.argument("folder", default=".", type=click.Path(file_okay=False))
def command(folder: str) -> None:
    """See the help above: a docstring would not be translated."""
    target = Path(folder)
    target.mkdir(parents=True, exist_ok=True)
    for resource in sorted(files("dragoman").joinpath("samples").iterdir(), key=lambda entry: entry.name):
        file = target / resource.name
        content = resource.read_bytes()
        if file.exists() and file.read_bytes() != content:
            raise InputError(
                "There is another file of this name.",
                where=str(file),
                remedy="Move it away or name another folder.",
            )
        file.write_bytes(content)
        say(_("Written: {file}").format(file=file))
