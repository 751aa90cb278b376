"""`dragoman record`: the log of what people decided."""

from __future__ import annotations

from collections.abc import Sequence
from gettext import gettext as _
from gettext import ngettext
from pathlib import Path
from typing import Any

import click

from dragoman.cli.answers import answer, table
from dragoman.cli.options import in_workspace, json_too
from dragoman.errors import RecordError
from dragoman.record.events import Event
from dragoman.workspace import Workspace

# Fields that tell what an event is about.
_TOLD = (
    "document", "glossary", "entry", "round", "field", "title", "language", "name", "topic", "words",
)  # fmt: skip


@click.group(
    help=_("The record: what people decided, event by event, each chained to the one before by its hash.")
)
def command() -> None:
    """See the help above: a docstring would not be translated."""


@command.command(help=_("List the events, of one DOCUMENT or all, in the order in which they count."))
@click.argument("document", default="")
@json_too
@in_workspace
def log(document: str, as_json: bool, folder: Path) -> None:
    """See the help above: a docstring would not be translated."""
    with Workspace.open(folder) as workspace:
        events = workspace.history(workspace.document(document).id if document else "")
    if as_json:
        answer([_full(event) for event in events])
        return
    rows = [
        (event.time, event.author or event.party, _short(event.hash), event.kind, _said(event))
        for event in events
    ]
    click.echo(table(rows), nl=False)


@command.command(
    help=_("Check that no event was altered, left out or put in; ends with exit code 5 where one was.")
)
@json_too
@in_workspace
@click.pass_context
def verify(ctx: click.Context, as_json: bool, folder: Path) -> None:
    """See the help above: a docstring would not be translated."""
    with Workspace.open(folder) as workspace:
        faults = workspace.verify()
        count = len(workspace.history()) if not faults else 0
    if as_json:
        answer(faults)
    elif not faults:
        said = ngettext(
            "{count} event, all as they were written.", "{count} events, all as they were written.", count
        )
        click.echo(said.format(count=count))
    else:
        for fault in faults:
            click.echo(f"{fault.party} {fault.sequence}: {_(fault.what).format(**fault.values)}")
    if faults:
        ctx.exit(RecordError.exit_code)


def _full(event: Event) -> dict[str, Any]:
    """An event with its hash, as a line of the record has it."""
    names = ("party", "author", "sequence", "previous", "heads", "time", "kind", "body", "hash")
    return {name: getattr(event, name) for name in names}


def _short(name: str) -> str:
    """As much of a hash as tells events apart."""
    return name.removeprefix("sha256:")[:12]


def _said(event: Event) -> str:
    """What an event is about, in a few words that are the same in every language."""
    body = event.body
    parts = [str(body[name]) for name in _TOLD if body.get(name)]
    languages = body.get("languages")
    if isinstance(languages, Sequence):
        parts.append("–".join(map(str, languages)))
    parts += [_short(str(body[name])) for name in ("correction", "judgement") if name in body]
    return " ".join(parts)
