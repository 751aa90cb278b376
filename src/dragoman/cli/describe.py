"""`dragoman describe`."""

from __future__ import annotations

from dataclasses import fields
from gettext import gettext as _
from gettext import ngettext
from pathlib import Path
from typing import Any

import click

from dragoman.cli.answers import answer, table
from dragoman.cli.documents import titled
from dragoman.cli.options import by_author, described, in_workspace, json_too
from dragoman.cli.screen import say
from dragoman.workspace import About, Document, Workspace


@click.command(
    help=_(
        "Say what is known of a DOCUMENT, or correct it by options; an empty value takes it away. Every "
        "correction is an event of the record, which keeps what was said before."
    )
)
@click.argument("document")
@described
@by_author
@json_too
@in_workspace
def command(document: str, author: str, as_json: bool, folder: Path, **about: Any) -> None:
    """See the help above: a docstring would not be translated."""
    wanted = _wanted(about)
    with Workspace.open(folder) as workspace:
        name = workspace.document(document).id
        for field, value in wanted.items():
            workspace.describe(name, field, value, author=author)
        found = workspace.document(name)
    if as_json:
        answer(found)
    else:
        click.echo(_page(found), nl=False)
    if wanted:
        say(_("Corrected."))


def _wanted(options: dict[str, Any]) -> dict[str, Any]:
    """The fields that options of `dragoman.cli.options.described` name, in the order of `About`."""
    parties = options.pop("party")
    said = {**options, "parties": tuple(filter(None, parties)) if parties else None}
    return {field.name: said[field.name] for field in fields(About) if said[field.name] is not None}


def _page(document: Document) -> str:
    """All that is known of a document."""
    about = document.about
    known = [
        (_("title"), titled(document)),
        (_("kind"), about.kind),
        (_("issued by"), about.body),
        (_("parties"), "; ".join(about.parties)),
        (_("date"), about.date),
        (_("place"), about.place),
        (_("source"), about.source),
        (_("licence"), about.licence),
        (_("added"), document.added),
    ]
    versions = [
        (
            version.language,
            version.name,
            ngettext("{count} sentence", "{count} sentences", version.sentences).format(
                count=version.sentences
            ),
            version.original,
        )
        for version in document.versions
    ]
    said = table([(name, value) for name, value in known if value])
    return f"{document.id}\n{said}{table(versions)}"
