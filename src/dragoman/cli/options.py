"""Options that several commands share: in which workspace, in whose name, in which form."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from gettext import gettext as _
from pathlib import Path
from typing import Any, TypeAlias

import click

from dragoman.concordance.model import Filters

Command: TypeAlias = Callable[..., Any]


def in_workspace(command: Command) -> Command:
    """The option that says in which workspace a command works, given to it as `folder`."""
    return click.option(
        "-w",
        "--workspace",
        "folder",
        type=click.Path(file_okay=False, path_type=Path),
        default=".",
        envvar="DRAGOMAN_WORKSPACE",
        show_default=_("DRAGOMAN_WORKSPACE, else the current folder"),
        metavar="FOLDER",
        help=_("Folder of the workspace."),
    )(command)


def by_author(command: Command) -> Command:
    """The option that says who writes into the record, given to the command as `author`."""
    return click.option(
        "--author",
        default="",
        metavar="NAME",
        help=_("Who writes this into the record; else the workspace's own author."),
    )(command)


def json_too(command: Command) -> Command:
    """The option of commands that read: JSON instead of text, given to the command as `as_json`."""
    return click.option("--json", "as_json", is_flag=True, help=_("Write JSON."))(command)


# Option for a field of a document's description -> its help, in the language of the person at that moment.
_FIELDS: dict[str, Callable[[], str]] = {
    "title": lambda: _("Title of the document."),
    "kind": lambda: _("Kind of document, such as joint statement."),
    "body": lambda: _("Body that issued it."),
    "party": lambda: _("A party whose document it is; once for each party."),
    "date": lambda: _("Its date: 2024, 2024-05 or 2024-05-16."),
    "place": lambda: _("Where it was signed or issued."),
    "source": lambda: _("Where the text was found, such as an address."),
    "licence": lambda: _("Under which licence the text may be used."),
}


def described(command: Command) -> Command:
    """The options that describe a document, each None (`party`: empty) where it is not given."""
    command = click.option(
        "--invented/--not-invented",
        default=None,
        help=_("Whether the text was invented, for an exercise or a demonstration."),
    )(command)
    for name, meaning in reversed(_FIELDS.items()):
        many = name == "party"
        command = click.option(f"--{name}", default=None, multiple=many, metavar="TEXT", help=meaning())(
            command
        )
    return command


# Option that narrows a question down -> the field of `Filters`, and its help at that moment.
_FILTERS: dict[str, tuple[str, str, Callable[[], str]]] = {
    "--in": ("language", "CODE", lambda: _("The language searched in.")),
    "--with": ("other", "CODE", lambda: _("The language of the counterparts; else all others.")),
    "--body": ("body", "TEXT", lambda: _("Only documents that this body issued.")),
    "--party": ("party", "TEXT", lambda: _("Only documents of this party.")),
    "--kind": ("kind", "TEXT", lambda: _("Only documents of this kind.")),
    "--document": ("document", "DOCUMENT", lambda: _("Only this document.")),
    "--since": ("since", "DATE", lambda: _("Only from this date on: 2014, 2014-05 or 2014-05-16.")),
    "--until": ("until", "DATE", lambda: _("Only up to this date, which counts.")),
}


def filtered(command: Command) -> Command:
    """The options that narrow a question about usage down, given to the command as `filters`."""

    @wraps(command)
    def narrowed(**given: Any) -> Any:
        filters = Filters(**{field: given.pop(field) for field, _meta, _help in _FILTERS.values()})
        return command(filters=filters, **given)

    made: Command = narrowed
    for name, (field, metavar, meaning) in reversed(_FILTERS.items()):
        made = click.option(name, field, default="", metavar=metavar, help=meaning())(made)
    return made


def some(most: int = 50) -> Callable[[Command], Command]:
    """The options that say how many to show, and how many to leave out first: `limit` and `offset`."""

    def with_both(command: Command) -> Command:
        command = click.option(
            "--offset", default=0, type=click.IntRange(0), help=_("How many to leave out first.")
        )(command)
        return click.option(
            "--limit",
            default=most,
            show_default=True,
            type=click.IntRange(1, 1000),
            help=_("How many at most."),
        )(command)

    return with_both
