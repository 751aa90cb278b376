"""`dragoman search`."""

from __future__ import annotations

from gettext import gettext as _
from gettext import ngettext
from itertools import groupby
from pathlib import Path

import click

from dragoman.cli.answers import answer
from dragoman.cli.cells import clean
from dragoman.cli.options import in_workspace, json_too
from dragoman.cli.screen import say
from dragoman.workspace import Hit, Workspace


@click.command(
    help=_(
        "Find sentences in all documents: every word of QUERY, Russian and English in all their forms, "
        "Chinese as it is written."
    )
)
@click.argument("query")
@click.option("--in", "language", default="", metavar="CODE", help=_("Only in this language."))
@click.option(
    "--limit",
    default=50,
    show_default=True,
    type=click.IntRange(1, 1000),
    help=_("How many sentences at most."),
)
@click.option("--offset", default=0, type=click.IntRange(0), help=_("How many sentences to leave out first."))
@json_too
@in_workspace
def command(query: str, language: str, limit: int, offset: int, as_json: bool, folder: Path) -> None:
    """See the help above: a docstring would not be translated."""
    with Workspace.open(folder) as workspace:
        found = workspace.search(query, language=language, limit=limit, offset=offset)
    if as_json:
        answer(found)
        return
    for (document, title, invented), hits in groupby(
        found.hits, lambda it: (it.document, it.title, it.invented)
    ):
        name = f"{title} ({_('invented')})" if invented else title
        click.echo(f"{click.style(document, dim=True)}  {click.style(clean(name), bold=True)}")
        for hit in hits:
            click.echo(f"  {click.style(hit.anchor, dim=True)}  {_marked(hit)}")
    if not found.total:
        say(_("Nothing was found."))
    else:
        say(ngettext("{count} sentence", "{count} sentences", found.total).format(count=found.total))


def _marked(hit: Hit) -> str:
    """The sentence, what answers the query in reverse on a terminal."""
    text, done, parts = clean(hit.sentence.text), 0, []
    for start, end in hit.spans:
        parts += [text[done:start], click.style(text[start:end], reverse=True)]
        done = end
    return "".join([*parts, text[done:]])
