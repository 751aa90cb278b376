"""`dragoman terms`."""

from __future__ import annotations

from gettext import gettext as _
from gettext import ngettext
from pathlib import Path
from typing import get_args

import click

from dragoman.cli.answers import answer, table
from dragoman.cli.options import in_workspace, json_too, some
from dragoman.cli.progress import progress
from dragoman.cli.screen import say
from dragoman.cli.speech import language_for, say_stale, wording
from dragoman.terms.model import TermKind, TermOrder
from dragoman.workspace import Workspace


@click.command(
    help=_(
        "List the terms of one language, from the most to the least term-like; QUERY picks those that "
        "hold its words."
    )
)
@click.argument("query", default="")
@click.option("--in", "language", default="", metavar="CODE", help=_("The language of the terms."))
@click.option(
    "--kind", type=click.Choice(get_args(TermKind)), default=None, help=_("Only terms of this kind.")
)
@click.option(
    "--sort",
    "order",
    type=click.Choice(get_args(TermOrder)),
    default="termhood",
    show_default=True,
    help=_("What stands first."),
)
@click.option(
    "--find",
    "finding",
    is_flag=True,
    help=_(
        "Look through all documents first. That is done by itself whenever documents change; in a large "
        "collection only when a hundredth of its sentences have."
    ),
)
@some()
@json_too
@in_workspace
def command(
    query: str,
    language: str,
    kind: TermKind | None,
    order: TermOrder,
    finding: bool,
    limit: int,
    offset: int,
    as_json: bool,
    folder: Path,
) -> None:
    """See the help above: a docstring would not be translated."""
    with Workspace.open(folder) as workspace:
        if finding:
            with progress() as show:
                workspace.find_terms(progress=show)
        code = language_for(workspace, language, query)
        found = workspace.usage.terms(
            code, query=query, kind=kind or "", order=order, limit=limit, offset=offset
        )
    if as_json:
        answer(found)
        return
    words = wording()
    rows = [
        [
            each.form,
            each.kind,
            words.count(each.count),
            words.count(each.documents),
            words.span((each.first[:4], each.last[:4])),
            words.decimal(each.termhood),
        ]
        for each in found.terms
    ]
    if rows:
        head = [_("term"), _("kind"), _("uses"), _("documents"), _("years"), _("termhood")]
        click.echo(table([head, *rows], right=(2, 3, 5)), nl=False)
    if found.stale:
        say_stale()
    say(ngettext("{count} term", "{count} terms", found.total).format(count=words.count(found.total)))
