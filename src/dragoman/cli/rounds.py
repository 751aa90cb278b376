"""`dragoman rounds`: dated talks on a glossary, with an agenda, minutes and published counts."""

from __future__ import annotations

from gettext import gettext as _
from gettext import ngettext
from pathlib import Path

import click

from dragoman.cli import rounds_signed
from dragoman.cli.answers import answer, table
from dragoman.cli.cells import clean
from dragoman.cli.glossary_view import leveled, reader, remarks, short, title
from dragoman.cli.options import in_workspace, json_too
from dragoman.cli.screen import say
from dragoman.workspace import Workspace
from dragoman.workspace.agreedmodel import RoundView

_STATES = {"open": lambda: _("open"), "closing": lambda: _("being closed"), "closed": lambda: _("closed")}


@click.group(
    help=_(
        "Rounds of talks on a GLOSSARY: topic, dates, co-chairs and experts, an agenda of entries, minutes, "
        "and how many entries ended where. A ROUND has a short name."
    )
)
def command() -> None:
    """See the help above: a docstring would not be translated."""


for _part in rounds_signed.COMMANDS:
    command.add_command(_part)


@command.command("list", help=_("List the rounds of a GLOSSARY, the latest first."))
@click.argument("glossary")
@json_too
@in_workspace
def everything(glossary: str, as_json: bool, folder: Path) -> None:
    """See the help above: a docstring would not be translated."""
    with Workspace.open(folder) as workspace:
        found = workspace.rounds.list(glossary)
        telling = reader(workspace)
    if as_json:
        answer(found)
        return
    rows = [
        (
            it.id,
            f"{it.start}–{it.end}",
            _STATES[it.state](),
            ngettext("{count} entry", "{count} entries", it.items).format(count=it.items),
            telling.text(it.topics),
        )
        for it in found
    ]
    click.echo(table(rows), nl=False)
    if not found:
        say(_("There is no round yet. Open one: {command}").format(command="dragoman rounds open"))


@command.command(help=_("Show a ROUND: who takes part, its agenda with outcomes, its minutes, its counts."))
@click.argument("glossary")
@click.argument("round_name", metavar="ROUND")
@json_too
@in_workspace
def show(glossary: str, round_name: str, as_json: bool, folder: Path) -> None:
    """See the help above: a docstring would not be translated."""
    with Workspace.open(folder) as workspace:
        found = workspace.rounds.round(glossary, round_name)
        telling = reader(workspace)
    if as_json:
        answer(found)
        return
    line = found.line
    click.echo(clean(f"{line.id}: {telling.text(line.topics)}"))
    click.echo(f"{line.start}–{line.end}, {_STATES[line.state]()}")
    for party in line.parties:
        people = [found.chairs.get(party) or _("has not joined yet"), *found.experts.get(party, ())]
        click.echo(clean(f"{telling.party(party)}: {'; '.join(people)}"))
    click.echo(table(_agenda(found)), nl=False)
    for each in found.minutes:
        state = _("agreed") if each.agreed else _("not agreed by all")
        said = _("Minutes {event} ({state}): {text}")
        click.echo(clean(said.format(event=each.event, state=state, text=telling.text(each.texts))))
    click.echo(leveled(found.counts))
    for party, count in sorted(found.counts.proposed_by.items()):
        click.echo(_("Proposed by {party}: {count}.").format(party=telling.party(party), count=count))
    if found.differing:
        say(
            _("{parties} closed it with other outcomes: close it anew.").format(
                parties=telling.parties(found.differing)
            )
        )


def _agenda(found: RoundView) -> list[tuple[str, ...]]:
    rows: list[tuple[str, ...]] = []
    for item in found.agenda:
        level = item.outcome or (item.line.level if item.line else "")
        terms = " · ".join(item.line.heads.values()) if item.line else "–"
        said = remarks(item.line) if item.line else ""
        rows.append((title(level), item.entry, short(item.party), terms, said))
    return rows


@command.command(
    help=_(
        "List terms of the documents here that could go on an agenda of a GLOSSARY: first those that every "
        "party uses. QUERY picks some by their words."
    )
)
@click.argument("glossary")
@click.argument("query", default="")
@click.option(
    "--party",
    "parties",
    multiple=True,
    metavar="PARTY",
    help=_("Who wants to agree; else all of the glossary."),
)
@click.option(
    "--limit", default=40, show_default=True, type=click.IntRange(1, 1000), help=_("How many at most.")
)
@json_too
@in_workspace
def candidates(
    glossary: str, query: str, parties: tuple[str, ...], limit: int, as_json: bool, folder: Path
) -> None:
    """See the help above: a docstring would not be translated."""
    with Workspace.open(folder) as workspace:
        found = workspace.rounds.candidates(glossary, query=query, limit=limit, parties=parties)
        languages = workspace.glossaries.glossary(glossary).languages
    if as_json:
        answer(found)
        return
    rows = [
        (
            *(it.terms.get(code, "–") for code in languages),
            str(it.count),
            f"{it.probability:.0%}",
            ", ".join(map(short, it.parties)),
            it.entry,
        )
        for it in found
    ]
    count = len(languages)
    click.echo(table(rows, right=(count, count + 1)), nl=False)
    if not found:
        say(_("Nothing was found."))
