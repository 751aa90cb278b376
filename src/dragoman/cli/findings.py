"""`dragoman findings`."""

from __future__ import annotations

from gettext import gettext as _
from gettext import ngettext
from pathlib import Path

import click

from dragoman.cli.answers import answer
from dragoman.cli.cells import clean
from dragoman.cli.options import by_author, in_workspace, json_too
from dragoman.cli.screen import say
from dragoman.versions.model import KINDS
from dragoman.workspace import Workspace
from dragoman.workspace.findingmodel import Decision


@click.group(
    help=_(
        "Say of a FINDING, by its name, whether the language versions differ there in substance. "
        "`dragoman compare DOCUMENT` lists the findings of a document with their names."
    )
)
def command() -> None:
    """See the help above: a docstring would not be translated."""


@command.command(help=_("Record that the versions do differ in substance at a FINDING."))
@click.argument("finding")
@by_author
@in_workspace
def accept(finding: str, author: str, folder: Path) -> None:
    """See the help above: a docstring would not be translated."""
    with Workspace.open(folder) as workspace:
        event = workspace.versions.accept(finding, author=author)
    click.echo(event)
    say(_("Accepted. `dragoman findings reopen` with the same name takes it back."))


@command.command(help=_("Record that the versions do not differ in substance at a FINDING, and why."))
@click.argument("finding")
@click.option("--reason", required=True, metavar="TEXT", help=_("Why they do not."))
@by_author
@in_workspace
def dismiss(finding: str, reason: str, author: str, folder: Path) -> None:
    """See the help above: a docstring would not be translated."""
    with Workspace.open(folder) as workspace:
        event = workspace.versions.dismiss(finding, reason, author=author)
    click.echo(event)
    say(_("Dismissed. `dragoman findings reopen` with the same name takes it back."))


@command.command(help=_("Take back what was decided of a FINDING; the record keeps both."))
@click.argument("finding")
@by_author
@in_workspace
def reopen(finding: str, author: str, folder: Path) -> None:
    """See the help above: a docstring would not be translated."""
    with Workspace.open(folder) as workspace:
        event = workspace.versions.reopen(finding, author=author)
    click.echo(event)
    say(_("Taken back."))


@command.command("decisions", help=_("List what was decided, the latest first, of one DOCUMENT or all."))
@click.argument("document", default="")
@json_too
@in_workspace
def decisions(document: str, as_json: bool, folder: Path) -> None:
    """See the help above: a docstring would not be translated."""
    with Workspace.open(folder) as workspace:
        found = workspace.versions.decisions(document)
    if as_json:
        answer(found)
        return
    for one in found:
        click.echo(_line(one))
    say(ngettext("{count} decision", "{count} decisions", len(found)).format(count=len(found)))


def _line(one: Decision) -> str:
    state = _("accepted") if one.accepted else _("dismissed")
    words = " · ".join(word for passage in one.passages for word in passage.words)
    said = f"{state}: {clean(one.reason)}" if one.reason else state
    lost = "" if one.found else "  " + _("not found any more")
    return f"{one.time[:10]}  {one.finding}  {_(KINDS[one.kind])}  {clean(words)}  {said}{lost}"
