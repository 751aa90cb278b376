"""`dragoman renderings`."""

from __future__ import annotations

from dataclasses import replace
from gettext import gettext as _
from pathlib import Path

import click

from dragoman.cli.answers import answer, table
from dragoman.cli.cells import clean
from dragoman.cli.options import filtered, in_workspace, json_too
from dragoman.cli.screen import say
from dragoman.cli.speech import language_for, locale, wording
from dragoman.concordance.model import Filters
from dragoman.concordance.renderings import BodyRendering, Renderings
from dragoman.web import notices
from dragoman.workspace import Workspace


@click.command(
    help=_(
        "Show how TERM is rendered in another language (--with), or in each: how often, by which bodies, "
        "from when to when; and whether a body changed its rendering or two bodies differ."
    )
)
@click.argument("term")
@filtered
@json_too
@in_workspace
def command(term: str, filters: Filters, as_json: bool, folder: Path) -> None:
    """See the help above: a docstring would not be translated."""
    with Workspace.open(folder) as workspace:
        code = language_for(workspace, filters.language, term)
        others = [filters.other] if filters.other else [it for it in workspace.languages() if it != code]
        chosen = replace(filters, language="", other="")
        found = [workspace.usage.renderings(term, code, other, chosen) for other in others]
    if as_json:
        answer(found)
        return
    for number, each in enumerate(found):
        if number:
            click.echo()
        _show(each)
    if not found:
        say(_("Nothing was found."))


def _show(found: Renderings) -> None:
    words = wording()
    title = f"{found.term} ({found.language} → {found.other})"
    click.echo(click.style(clean(title), bold=True))
    rows = [
        [
            each.rendering,
            words.count(each.count),
            words.percentage(each.share),
            f"{words.percentage(each.low)}–{words.percentage(each.high)}",
            words.count(each.documents),
            words.span((each.first[:4], each.last[:4])),
            "; ".join(map(_body, words.sorted_by(each.bodies, "body"))),
        ]
        for each in found.renderings
    ]
    if rows:
        head = [
            _("rendering"),
            _("uses"),
            _("share"),
            _("95% interval"),
            _("documents"),
            _("years"),
            _("bodies"),
        ]
        click.echo(table([head, *rows], right=(1, 2, 3, 4)), nl=False)
    for sentence in notices.of_renderings(found, locale()):
        click.echo(clean(sentence))
    for sentence in notices.silences(found, locale()):
        say(clean(sentence))
    named = words.count(found.total - found.without)
    say(_("{total} uses, a rendering found for {named}.").format(total=words.count(found.total), named=named))


def _body(each: BodyRendering) -> str:
    words = wording()
    name = words.for_reader(each.body) if each.body else _("body not stated")
    return f"{name} {words.count(each.count)}"
