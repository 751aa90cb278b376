"""The terms of a workspace that a command checks texts against."""

from __future__ import annotations

import os
from collections.abc import Sequence
from gettext import gettext as _
from pathlib import Path
from typing import TYPE_CHECKING

import click

from dragoman.cli.interface_language import interface_language
from dragoman.cli.options import Command
from dragoman.terms.termbase import Termbase

if TYPE_CHECKING:
    # The database is only loaded where it is asked.
    from dragoman.workspace import Workspace
    from dragoman.workspace.agreedmodel import GlossaryView


def of_glossaries(command: Command) -> Command:
    """The option that names glossaries of the workspace, given to the command as `glossaries`."""
    return click.option(
        "--glossary",
        "glossaries",
        multiple=True,
        metavar="NAME",
        help=_("What parties agreed on in this glossary of the workspace; may be given several times."),
    )(command)


def agreed(folder: Path, glossaries: Sequence[str]) -> list[Termbase]:
    """What parties agreed on in these glossaries of a workspace.

    Raises:
        NoSuchEntry: there is no such glossary. NotAWorkspace
    """
    if not glossaries:
        return []
    from dragoman.workspace import Workspace  # as above

    with Workspace.open(folder) as workspace:
        views = [workspace.glossaries.glossary(name) for name in dict.fromkeys(glossaries)]
        return [_agreed(workspace, view) for view in views]


def known(folder: Path, language: str, other: str) -> list[Termbase]:
    """What parties agreed on in all glossaries of a workspace, and what renderings are usual in it.

    Args:
        folder: Of the workspace.
        language: What terms are rendered in.
        other: The language of the terms; empty: all others.
    """
    from dragoman.workspace import Workspace  # as above

    with Workspace.open(folder) as workspace:
        usual = workspace.usage.termbase(language, other, source=workspace.title)
        return [*(_agreed(workspace, view) for view in workspace.glossaries.list()), usual]


def _agreed(workspace: Workspace, view: GlossaryView) -> Termbase:
    """What is agreed in a glossary, which is called by its title in the reader's language if it has one."""
    code = interface_language(os.environ).partition("_")[0]
    title = view.titles.get(code) or next((view.titles[one] for one in sorted(view.titles)), "")
    return workspace.glossaries.termbase(view.id, source=title)
