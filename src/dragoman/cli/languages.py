"""`dragoman languages`."""

from __future__ import annotations

import json
from gettext import gettext as _

import click

from dragoman.languages import known, language


@click.command(
    help=_(
        "List the languages that Dragoman knows: code, how well, and name. Those known in depth have rules, "
        "dictionaries, numbers and dates of their own; the others are read by general rules."
    )
)
@click.option("--json", "as_json", is_flag=True, help=_("Write JSON."))
def command(as_json: bool) -> None:
    """See the help above: a docstring would not be translated."""
    found = [language(code) for code in known()]
    if as_json:
        rows = [
            {"code": it.code, "name": it.name, "direction": it.direction, "in_depth": it.in_depth}
            for it in found
        ]
        click.echo(json.dumps(rows, ensure_ascii=False, indent=1))
        return
    for it in found:
        depth = _("in depth") if it.in_depth else _("in general")
        click.echo(f"{it.code:<4} {depth}  {it.name}")
