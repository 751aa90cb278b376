"""`dragoman jobs`, and the work that other commands leave to it."""

from __future__ import annotations

from gettext import gettext as _
from pathlib import Path

import click

from dragoman.cli.answers import answer, table
from dragoman.cli.options import in_workspace, json_too
from dragoman.cli.progress import progress, words
from dragoman.cli.screen import say
from dragoman.workspace import Job, Workspace

# The exit code of a program that Ctrl-C ended (128 and the number of the signal), as shells have it.
_INTERRUPTED = 130


@click.command(
    help=_(
        "List the work in the background, the latest first: reading files and aligning them. Work whose "
        "process was ended waits here and loses nothing."
    )
)
@click.option("--active", is_flag=True, help=_("Only what waits or is being worked on."))
@click.option("--work", "working", is_flag=True, help=_("Work until nothing waits, then list."))
@json_too
@in_workspace
@click.pass_context
def command(ctx: click.Context, active: bool, working: bool, as_json: bool, folder: Path) -> None:
    """See the help above: a docstring would not be translated."""
    with Workspace.open(folder) as workspace:
        if working:
            _until_done(ctx, workspace)
        found = workspace.jobs(active=active)
    if as_json:
        answer(found)
        return
    click.echo(
        table([(job.id, job.document or _("terms"), _state(job), job.changed) for job in found]), nl=False
    )
    for job in found:
        if job.problem:
            say(f"{job.id}: {job.problem.message(_)}")
    if not found:
        say(_("There is no work."))


def work(ctx: click.Context, workspace: Workspace, document: str) -> None:
    """Do the work of one document; ends the command with a message where it cannot be done."""
    _until_done(ctx, workspace, document)
    problem = workspace.document(document).problem
    if problem:
        click.echo(_("Error: {message}").format(message=problem.message(_)), err=True)
        ctx.exit(problem.exit_code)


def _until_done(ctx: click.Context, workspace: Workspace, document: str = "") -> None:
    try:
        with progress() as show:
            workspace.work(progress=show, document=document)
    except KeyboardInterrupt:
        say(_("Stopped. `dragoman jobs --work` goes on from here."))
        ctx.exit(_INTERRUPTED)


def _state(job: Job) -> str:
    if job.state == "waiting":
        return _("waiting")
    if job.state == "done":
        return _("done")
    return _("failed") if job.state == "failed" else words(job)
