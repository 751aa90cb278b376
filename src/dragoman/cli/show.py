"""`dragoman show`."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable
from gettext import gettext as _
from pathlib import Path

import click

from dragoman.bitext.formats import FORMATS, render
from dragoman.cli.answers import answer
from dragoman.cli.cells import clean
from dragoman.cli.documents import titled
from dragoman.cli.interface_language import interface_language
from dragoman.cli.options import in_workspace, json_too
from dragoman.cli.reading import whole
from dragoman.cli.screen import deliver, say
from dragoman.cli.side_by_side import side_by_side
from dragoman.workspace import Workspace

_WIDEST = 160


@click.command(
    help=_(
        "Show a DOCUMENT, its languages side by side. Before each row stand its name, which `dragoman "
        "correct` understands, and the probability that exactly these sentences belong together."
    )
)
@click.argument("document")
@click.option("--in", "first", default="", metavar="CODE", help=_("Language of the first column."))
@click.option(
    "--with", "others", multiple=True, metavar="CODE", help=_("Language of another column; may be repeated.")
)
@click.option(
    "--ranges", is_flag=True, help=_("Before each sentence, its place in its text, as `correct` takes it.")
)
@click.option(
    "--format",
    "form",
    type=click.Choice(("rows", *FORMATS)),
    default="rows",
    show_default=True,
    help=_("What to write; all but rows and json need two languages."),
)
@json_too
@in_workspace
def command(
    document: str, first: str, others: tuple[str, ...], ranges: bool, form: str, as_json: bool, folder: Path
) -> None:
    """See the help above: a docstring would not be translated."""
    with Workspace.open(folder) as workspace:
        languages = wanted(workspace, document, first, others)
        if form not in ("rows", "json") and not as_json:
            _write(workspace, document, languages, form)
            return
        parallel = whole(workspace, document, languages)
    if as_json or form == "json":
        answer(parallel)
        return
    size = min(shutil.get_terminal_size().columns, _WIDEST)
    click.echo(click.style(clean(titled(parallel.document)), bold=True))
    click.echo(side_by_side(parallel, size, ranges=ranges), nl=False)
    _remark(parallel.notes)


def _write(workspace: Workspace, document: str, languages: tuple[str, ...], form: str) -> None:
    """Write two versions in one of the forms of an alignment."""
    languages = languages or workspace.document(document).languages
    if len(languages) != 2:
        raise click.UsageError(
            _("The form {form} needs two languages: name them with --in and --with.").format(form=form)
        )
    alignment = workspace.alignment(document, *languages)
    deliver(render(alignment, form, interface=interface_language(os.environ)), "-")
    _remark(alignment.notes)


def _remark(notes: Iterable[str]) -> None:
    for note in notes:
        say(_("Note: {note}").format(note=_(note)))


def wanted(workspace: Workspace, document: str, first: str, others: tuple[str, ...]) -> tuple[str, ...]:
    """The languages that --in and --with name; the others of the document follow a lone --in or --with."""
    if first and others:
        return (first, *others)
    if not first and not others:
        return ()
    known = workspace.document(document).languages
    rest = [code for code in known if code not in (first, *others)]
    return (first,) if first else (*rest[:1], *others)
