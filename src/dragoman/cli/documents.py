"""`dragoman documents`."""

from __future__ import annotations

from gettext import gettext as _
from pathlib import Path

import click

from dragoman.cli.answers import answer, table
from dragoman.cli.options import in_workspace, json_too
from dragoman.cli.screen import say
from dragoman.workspace import Document, Workspace


@click.command(
    help=_(
        "List the documents: identifier, languages, date and title; QUERY picks some by what is said of them."
    )
)
@click.argument("query", default="")
@json_too
@in_workspace
def command(query: str, as_json: bool, folder: Path) -> None:
    """See the help above: a docstring would not be translated."""
    with Workspace.open(folder) as workspace:
        found = workspace.documents(query=query)
    if as_json:
        answer(found)
        return
    rows = [(it.id, " ".join(it.languages), it.about.date, titled(it)) for it in found]
    click.echo(table(rows), nl=False)
    if not found and query:
        say(_("Nothing was found."))
    elif not found:
        say(_("There is no document yet. Add one: {command}").format(command="dragoman add FILE FILE"))


def titled(document: Document) -> str:
    """The title with what a reader must know besides: that it is invented, that it is not ready."""
    remarks = []
    if document.about.invented:
        remarks.append(_("invented"))
    if document.state == "working":
        remarks.append(_("being worked on"))
    elif document.state == "failed":
        remarks.append(_("failed"))
    title = document.about.title or _("untitled")
    return f"{title} ({', '.join(remarks)})" if remarks else title
