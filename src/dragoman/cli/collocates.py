"""`dragoman collocates`."""

from __future__ import annotations

from gettext import gettext as _
from pathlib import Path

import click

from dragoman.cli.answers import answer, table
from dragoman.cli.options import filtered, in_workspace, json_too
from dragoman.cli.screen import say
from dragoman.cli.speech import wording
from dragoman.concordance.model import Filters
from dragoman.workspace import Workspace


@click.command(
    help=_(
        "List the words that stand near QUERY more often than by chance, the strongest first (logDice, 14 at "
        "most); G² says how sure it is that this is not chance."
    )
)
@click.argument("query")
@filtered
@click.option(
    "--window",
    default=5,
    show_default=True,
    type=click.IntRange(1, 20),
    help=_("How many words before and after count as near."),
)
@click.option(
    "--limit", default=50, show_default=True, type=click.IntRange(1, 1000), help=_("How many at most.")
)
@json_too
@in_workspace
def command(query: str, filters: Filters, window: int, limit: int, as_json: bool, folder: Path) -> None:
    """See the help above: a docstring would not be translated."""
    with Workspace.open(folder) as workspace:
        found = workspace.usage.collocates(query, filters, window=window, limit=limit)
    if as_json:
        answer(found)
        return
    words = wording()
    rows = [
        [
            each.language,
            each.lemma,
            words.count(each.count),
            words.decimal(each.expected),
            words.decimal(each.log_dice),
            words.decimal(each.g2),
        ]
        for each in found
    ]
    if not rows:
        say(_("Nothing was found."))
        return
    head = [_("language"), _("word"), _("near it"), _("by chance"), "logDice", "G²"]
    click.echo(table([head, *rows], right=range(2, 6)), nl=False)
