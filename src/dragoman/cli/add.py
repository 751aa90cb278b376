"""`dragoman add`."""

from __future__ import annotations

from dataclasses import replace as changed
from gettext import gettext as _
from gettext import ngettext
from itertools import combinations
from pathlib import Path
from typing import Any

import click

from dragoman.cli.cells import clean
from dragoman.cli.jobs import work
from dragoman.cli.options import by_author, described, in_workspace
from dragoman.cli.reading import whole
from dragoman.cli.screen import say
from dragoman.workspace import About, Added, File, Workspace

# How a language was told -> the sentence for it.
_TOLD = {
    "given": lambda: _("{language}: {name} (as you said)"),
    "name": lambda: _("{language}: {name} (told by the name)"),
    "file": lambda: _("{language}: {name} (told by the file)"),
    "text": lambda: _("{language}: {name} (told by the words)"),
}


@click.command(
    help=_(
        "Add a document: one FILE for each of its languages (plain text, Markdown, HTML, DOCX, PDF), or one "
        "TMX. They are kept as they are, read, and aligned with each other. Where no language is given it is "
        "told by the name (statement.ru.docx), by the file, or by its words."
    )
)
@click.argument(
    "files",
    nargs=-1,
    required=True,
    metavar="FILE...",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
)
@click.option(
    "--lang",
    "languages",
    multiple=True,
    metavar="CODE",
    help=_("Language of a FILE; once for each, in their order."),
)
@described
@click.option(
    "--to", "document", default="", metavar="DOCUMENT", help=_("Add to this document of the workspace.")
)
@click.option(
    "--replace", is_flag=True, help=_("Take the place of a text in the same language; it is kept, too.")
)
@by_author
@in_workspace
@click.pass_context
def command(
    ctx: click.Context,
    /,
    files: tuple[Path, ...],
    languages: tuple[str, ...],
    document: str,
    replace: bool,
    author: str,
    folder: Path,
    **about: Any,
) -> None:
    """See the help above: a docstring would not be translated."""
    if languages and len(languages) != len(files):
        raise click.UsageError(_("Give --lang once for each file, in their order, or not at all."))
    given = [
        File(file, language=code) for file, code in zip(files, languages or [""] * len(files), strict=True)
    ]
    with Workspace.open(folder) as workspace:
        added = workspace.add(given, described_as(about), document=document, replace=replace, author=author)
        click.echo(added.document)
        _tell(workspace, added)
        if added.job:
            work(ctx, workspace, added.document)
            _count(workspace, added.document)


def described_as(options: dict[str, Any]) -> About:
    """What the options of `dragoman.cli.options.described` say."""
    parties = options.pop("party")
    said = {name: value for name, value in options.items() if value is not None}
    return changed(About(), **said, parties=parties)


def _tell(workspace: Workspace, added: Added) -> None:
    """Say which languages were taken and how they were told, and which files were here before."""
    for name in dict.fromkeys(added.already):
        say(
            _("{name} is in the workspace already, in the document {document}.").format(
                name=clean(name), document=added.document
            )
        )
    if not added.job:
        return
    for version in workspace.document(added.document).versions:
        told = added.languages.get(version.language)
        if told and version.name not in added.already:
            say(_TOLD[told]().format(language=version.language, name=clean(version.name)))


def _count(workspace: Workspace, document: str) -> None:
    """Say how many rows each pair of languages has, and how many of them stand alone."""
    for pair in combinations(workspace.document(document).languages, 2):
        rows = whole(workspace, document, pair).rows
        alone = sum(1 for row in rows if not all(cell.sentences for cell in row.cells))
        said = ngettext("{count} row", "{count} rows", len(rows)).format(count=len(rows))
        without = ngettext("{count} without a counterpart", "{count} without a counterpart", alone)
        say(f"{pair[0]}–{pair[1]}: {said}, {without.format(count=alone)}.")
