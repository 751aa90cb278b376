"""`dragoman doctor`."""

from __future__ import annotations

from gettext import gettext as _
from pathlib import Path

import click

from dragoman.cli.answers import answer
from dragoman.cli.options import in_workspace, json_too
from dragoman.cli.progress import progress
from dragoman.cli.screen import say
from dragoman.workspace import Workspace, doctor, recover


@click.command(
    help=_(
        "Examine the workspace: its originals against their hashes, the record and its copy, the database. "
        "Changes nothing and says what to do. Ends with exit code 1 where data are in danger."
    )
)
@click.option(
    "--recover",
    "recovering",
    is_flag=True,
    help=_(
        "First make the database anew from the originals and the copy of the record; the damaged one is kept."
    ),
)
@json_too
@in_workspace
@click.pass_context
def command(ctx: click.Context, recovering: bool, as_json: bool, folder: Path) -> None:
    """See the help above: a docstring would not be translated."""
    if recovering:
        _recover(folder)
    findings = doctor(folder)
    if as_json:
        answer(findings)
    else:
        for finding in findings:
            kind = _("Grave: {finding}") if finding.grave else _("Note: {finding}")
            click.echo(kind.format(finding=finding.message(_)))
        if not findings:
            click.echo(_("All is well."))
    if any(finding.grave for finding in findings):
        ctx.exit(1)


def _recover(folder: Path) -> None:
    for file in recover(folder):
        say(_("The damaged file is kept as {file}").format(file=file))
    with Workspace.open(folder) as workspace, progress() as show:
        workspace.work(progress=show)
    say(_("The database was made anew."))
