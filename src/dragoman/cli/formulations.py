"""`dragoman formulations`."""

from __future__ import annotations

from gettext import gettext as _
from pathlib import Path

import click

from dragoman.cli.answers import answer, table
from dragoman.cli.cells import clean
from dragoman.cli.options import in_workspace, json_too
from dragoman.cli.screen import say
from dragoman.cli.speech import language_for, locale, wording
from dragoman.concordance.heat import NAMES
from dragoman.concordance.trends import History, Shift
from dragoman.web import notices
from dragoman.web.headline import of_history, period_name
from dragoman.workspace import Workspace


@click.command(
    help=_(
        "Show set phrases over time: without PHRASE those that were found, the hottest first, one line each; "
        "with one or more, the history of each: in how many documents, by year, and when that changed."
    )
)
@click.argument("phrases", metavar="[PHRASE]...", nargs=-1)
@click.option("--in", "language", default="", metavar="CODE", help=_("The language of the phrases."))
@click.option(
    "--limit", default=50, show_default=True, type=click.IntRange(1, 1000), help=_("How many at most.")
)
@json_too
@in_workspace
def command(phrases: tuple[str, ...], language: str, limit: int, as_json: bool, folder: Path) -> None:
    """See the help above: a docstring would not be translated."""
    with Workspace.open(folder) as workspace:
        code = language_for(workspace, language, " ".join(phrases))
        found = workspace.usage.formulations(code, phrases=phrases, limit=limit) if code else ()
    if as_json:
        answer(found)
        return
    if phrases:
        for number, each in enumerate(found):
            if number:
                click.echo()
            _show(each)
    elif found:
        head = [_("formulation"), _("heat"), _("documents"), _("first use"), _("last use"), _("changes")]
        click.echo(table([head, *map(_row, found)], right=(2,)), nl=False)
    if not found:
        say(_("Nothing was found."))


def _row(each: History) -> list[str]:
    return [
        each.phrase,
        _(NAMES[each.heat]),
        f"{each.documents}/{each.of_documents}",
        each.first.date if each.first else "",
        each.last.date if each.last else "",
        ", ".join(map(_change, each.changes)),
    ]


def _change(shift: Shift) -> str:
    return f"{shift.year} {'↑' if shift.after.rate > shift.before.rate else '↓'}"


def _show(each: History) -> None:
    words = wording()
    click.echo(f"{click.style(clean(each.phrase), bold=True)}: {of_history(each, locale())}")
    for sentence in notices.of_history(each, locale()):
        click.echo(clean(sentence))
    rows = [
        [
            period_name(period),
            f"{period.documents}/{period.of}",
            words.percentage(period.share),
            f"{words.percentage(period.low)}–{words.percentage(period.high)}",
            words.count(period.verbatim),
            words.count(period.varied),
            _(NAMES[period.heat]),
        ]
        for period in each.periods
        if period.of
    ]
    if rows:
        head = [
            _("period"), _("documents"), _("share"), _("95% interval"), _("word for word"), _("varied"),
            _("heat"),
        ]  # fmt: skip
        click.echo(table([head, *rows], right=range(1, 6)), nl=False)
