"""`dragoman pairs`."""

from __future__ import annotations

from gettext import gettext as _
from gettext import ngettext
from pathlib import Path
from typing import get_args

import click

from dragoman.cli.answers import answer, table
from dragoman.cli.options import in_workspace, json_too, some
from dragoman.cli.screen import say
from dragoman.cli.speech import say_stale, wording
from dragoman.terms.model import PairOrder
from dragoman.workspace import Workspace


@click.command(
    help=_(
        "List the terms of the languages LEFT and RIGHT that render each other; QUERY picks those that hold "
        "its words on a side. Figures in brackets say that a term has a more "
        "probable partner: [2] stands beside its second choice."
    )
)
@click.argument("left", metavar="LEFT")
@click.argument("right", metavar="RIGHT")
@click.argument("query", default="")
@click.option(
    "--sort",
    "order",
    type=click.Choice(get_args(PairOrder)),
    default="probability",
    show_default=True,
    help=_("What stands first."),
)
@some()
@json_too
@in_workspace
def command(
    left: str,
    right: str,
    query: str,
    order: PairOrder,
    limit: int,
    offset: int,
    as_json: bool,
    folder: Path,
) -> None:
    """See the help above: a docstring would not be translated."""
    with Workspace.open(folder) as workspace:
        found = workspace.usage.pairs(left, right, query=query, order=order, limit=limit, offset=offset)
    if as_json:
        answer(found)
        return
    words = wording()
    rows = [
        [
            each.left_form + (f" [{each.right_rank}]" if each.right_rank > 1 else ""),
            each.right_form + (f" [{each.left_rank}]" if each.left_rank > 1 else ""),
            words.percentage(each.probability),
            words.count(each.count),
            words.count(each.documents),
            words.span((each.first[:4], each.last[:4])),
        ]
        for each in found.pairs
    ]
    if rows:
        head = [left, right, _("probability"), _("together"), _("documents"), _("years")]
        click.echo(table([head, *rows], right=(2, 3, 4)), nl=False)
    if found.stale:
        say_stale()
    say(ngettext("{count} pair", "{count} pairs", found.total).format(count=words.count(found.total)))
