"""`dragoman glossary`: what parties agree on, entry by entry."""

from __future__ import annotations

from gettext import gettext as _
from gettext import ngettext
from pathlib import Path

import click

from dragoman.cli import glossary_answers, glossary_drafts, glossary_passages, glossary_words
from dragoman.cli.answers import answer, table
from dragoman.cli.cells import clean
from dragoman.cli.glossary_view import (
    entry_text,
    leveled,
    proposal_text,
    reader,
    remarks,
    short,
    steps_text,
    wait_text,
)
from dragoman.cli.options import in_workspace, json_too
from dragoman.cli.screen import say
from dragoman.glossary.entry import AIMS, DIMENSIONS, LEVELS, level_order
from dragoman.workspace import Workspace


@click.group(
    help=_(
        "What parties agree on: entries with terms, definitions and levels of agreement. GLOSSARY and ENTRY "
        "are short names; a PROPOSAL is named by its hash, or by the first eight digits of it or more."
    )
)
def command() -> None:
    """See the help above: a docstring would not be translated."""


for _some in (glossary_words, glossary_drafts, glossary_answers, glossary_passages):
    for _part in _some.COMMANDS:
        command.add_command(_part)


@command.command(
    "list", help=_("List the glossaries: name, parties, languages, how many entries stand where.")
)
@json_too
@in_workspace
def everything(as_json: bool, folder: Path) -> None:
    """See the help above: a docstring would not be translated."""
    with Workspace.open(folder) as workspace:
        found = workspace.glossaries.list()
        telling = reader(workspace)
    if as_json:
        answer(found)
        return
    rows = [
        (it.id, telling.text(it.titles), ", ".join(map(short, it.parties)), leveled(it.counts))
        for it in found
    ]
    click.echo(table(rows), nl=False)
    if not found:
        say(_("There is no glossary yet. Found one: {command}").format(command="dragoman glossary found"))


@command.command(help=_("Show a GLOSSARY: its titles, its parties, its languages, and its counts."))
@click.argument("glossary")
@json_too
@in_workspace
def show(glossary: str, as_json: bool, folder: Path) -> None:
    """See the help above: a docstring would not be translated."""
    with Workspace.open(folder) as workspace:
        found = workspace.glossaries.glossary(glossary)
        telling = reader(workspace)
    if as_json:
        answer(found)
        return
    rows = [(code, title) for code, title in found.titles.items()]
    rows += [(_("parties"), ", ".join(f"{telling.party(it)} ({it})" for it in found.parties))]
    rows += [(_("languages"), " ".join(found.languages)), (_("entries"), str(found.counts.entries))]
    rows += [(_("levels"), leveled(found.counts) or "–")]
    rows += [
        (_("proposed by {party}").format(party=short(party)), str(count))
        for party, count in sorted(found.counts.proposed_by.items())
    ]
    click.echo(table(rows), nl=False)


@command.command(
    help=_("List the entries of a GLOSSARY, the firmest agreement first; QUERY picks some by their terms.")
)
@click.argument("glossary")
@click.argument("query", default="")
@click.option(
    "--level",
    default="",
    type=click.Choice(["", *LEVELS, *(aim for aim in AIMS if aim not in LEVELS)]),
    help=_("Only this level or outcome."),
)
@click.option("--language", default="", metavar="CODE", help=_("Only entries with a term in this language."))
@click.option("--dimension", default="", type=click.Choice(["", *DIMENSIONS]), help=_("Only this dimension."))
@click.option("--waiting", default="", metavar="PARTY", help=_("Only what waits for this party's answer."))
@json_too
@in_workspace
def entries(
    glossary: str,
    query: str,
    level: str,
    language: str,
    dimension: str,
    waiting: str,
    as_json: bool,
    folder: Path,
) -> None:
    """See the help above: a docstring would not be translated."""
    with Workspace.open(folder) as workspace:
        found = workspace.glossaries.entries(
            glossary, query=query, level=level, language=language, dimension=dimension, party=waiting
        )
        languages = workspace.glossaries.glossary(glossary).languages
    found = sorted(found, key=lambda it: (level_order(it.level), it.id))
    if as_json:
        answer(found)
        return
    titles = {**LEVELS, **AIMS}
    rows = [
        (
            _(titles[it.level].title) if it.level in titles else "–",
            it.id,
            *(it.heads.get(code, "–") for code in languages),
            remarks(it),
        )
        for it in found
    ]
    click.echo(table(rows), nl=False)
    say(ngettext("{count} entry", "{count} entries", len(found)).format(count=len(found)))


@command.command(help=_("Show an ENTRY of a GLOSSARY: terms, definitions, what was proposed and accepted."))
@click.argument("glossary")
@click.argument("entry")
@json_too
@in_workspace
def entry(glossary: str, entry: str, as_json: bool, folder: Path) -> None:
    """See the help above: a docstring would not be translated."""
    with Workspace.open(folder) as workspace:
        found = workspace.glossaries.entry(glossary, entry)
        telling = reader(workspace)
    if as_json:
        answer(found)
        return
    click.echo(entry_text(found, telling), nl=False)


@command.command(help=_("Show a PROPOSAL of a GLOSSARY, and what it changes of the one before it."))
@click.argument("glossary")
@click.argument("proposal")
@json_too
@in_workspace
def proposal(glossary: str, proposal: str, as_json: bool, folder: Path) -> None:
    """See the help above: a docstring would not be translated."""
    with Workspace.open(folder) as workspace:
        found = workspace.glossaries.proposal(glossary, proposal)
        before = workspace.glossaries.proposal(glossary, found.last) if found.last else None
        telling = reader(workspace)
    if as_json:
        answer(found)
        return
    click.echo(proposal_text(found, before, telling), nl=False)


@command.command(help=_("Tell the history of an ENTRY, step by step, with the levels it had."))
@click.argument("glossary")
@click.argument("entry")
@json_too
@in_workspace
def history(glossary: str, entry: str, as_json: bool, folder: Path) -> None:
    """See the help above: a docstring would not be translated."""
    with Workspace.open(folder) as workspace:
        found = workspace.glossaries.story(glossary, entry)
        telling = reader(workspace)
    if as_json:
        answer(found)
        return
    click.echo(steps_text(found, telling), nl=False)


@command.command(help=_("List what waits for a PARTY, or for all, in glossaries and rounds."))
@click.argument("party", default="")
@json_too
@in_workspace
def waiting(party: str, as_json: bool, folder: Path) -> None:
    """See the help above: a docstring would not be translated."""
    with Workspace.open(folder) as workspace:
        found = workspace.glossaries.waiting(party)
        telling = reader(workspace)
    if as_json:
        answer(found)
        return
    for each in found:
        click.echo(clean(wait_text(each, telling)))
    if not found:
        say(_("Nothing waits."))
