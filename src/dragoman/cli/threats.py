"""`dragoman threats`."""

from __future__ import annotations

from gettext import gettext as _
from gettext import ngettext
from pathlib import Path

import click

from dragoman.cli.answers import answer, table
from dragoman.cli.cells import clean, clipped
from dragoman.cli.options import by_author, in_workspace, json_too
from dragoman.cli.screen import say
from dragoman.threats import DIMENSIONS, STANCES, STRENGTHS, TOPICS
from dragoman.workspace import Workspace
from dragoman.workspace.threatmodel import Figure, Quotation, SideBySide

# Cells that the title of a topic, or the name of a party, has at most.
_TITLE, _NAME = 44, 24


@click.group(
    invoke_without_command=True,
    help=_(
        "What each state names as a threat in its own official texts: topics by parties, counted in "
        "documents. With --topic, --dimension, --state or --quotations the sentences themselves."
    ),
)
@click.option(
    "--party",
    "parties",
    multiple=True,
    metavar="NAME",
    help=_("Only this party; may be repeated. * stands for documents of several."),
)
@click.option(
    "--dimension", default="", type=click.Choice(["", *DIMENSIONS]), help=_("A dimension of security.")
)
@click.option("--topic", default="", metavar="TOPIC", help=_("A topic by its name, such as water."))
@click.option("--since", default="", metavar="DATE", help=_("Documents of this date and later ones."))
@click.option("--until", default="", metavar="DATE", help=_("Documents of this date and earlier ones."))
@click.option(
    "--strength",
    default="",
    type=click.Choice(["", *STRENGTHS]),
    help=_("Only what is named so: as a threat, as something fought, or with concern."),
)
@click.option(
    "--state",
    default="",
    type=click.Choice(["", "counted", "open", "confirmed", "rejected"]),
    help=_("Only sentences that are counted, undecided, confirmed or rejected."),
)
@click.option("--quotations", is_flag=True, help=_("Show the sentences."))
@click.option(
    "--limit",
    default=50,
    show_default=True,
    type=click.IntRange(1, 1000),
    help=_("How many sentences at most."),
)
@json_too
@in_workspace
@click.pass_context
def command(
    context: click.Context,
    parties: tuple[str, ...],
    dimension: str,
    topic: str,
    since: str,
    until: str,
    strength: str,
    state: str,
    quotations: bool,
    limit: int,
    as_json: bool,
    folder: Path,
) -> None:
    """See the help above: a docstring would not be translated."""
    context.obj = folder
    if context.invoked_subcommand is not None:
        return
    with Workspace.open(folder) as workspace:
        if not (quotations or dimension or topic or state):
            sides = workspace.threats.side_by_side(parties, since, until, strength)
            if as_json:
                answer(sides)
            else:
                _show_sides(sides)
            return
        party = parties[0] if parties else ""
        found = workspace.threats.mentions(
            party, dimension, topic, since, until, state, strength, limit=limit
        )
    if as_json:
        answer(found)
        return
    for each in found.quotations:
        _show_quotation(each)
    if not found.total:
        say(_("Nothing was found."))
    else:
        say(ngettext("{count} quotation", "{count} quotations", found.total).format(count=found.total))


def _show_sides(sides: SideBySide) -> None:
    if not sides.rows:
        say(_("No document names anything as a threat."))
        return
    names = [clipped(clean(name), _NAME) for name in sides.parties]
    head = [_("topic"), *names, _("together"), _("named by")]
    rows = [head]
    for row in sides.rows:
        title = clipped(f"{_(TOPICS[row.topic].title)} ({row.topic})", _TITLE)
        figures = [_figure(each) for each in (*row.figures, row.joint)]
        rows.append([title, *figures, str(row.named_by)])
    click.echo(table(rows), nl=False)
    if sides.open:
        say(
            ngettext(
                "{count} sentence names what the lexicon does not know: `dragoman threats --topic other`.",
                "{count} sentences name what the lexicon does not know: `dragoman threats --topic other`.",
                sides.open,
            ).format(count=sides.open)
        )


def _figure(figure: Figure) -> str:
    if not figure.documents:
        return "–"
    years = "–".join(dict.fromkeys((figure.first[:4], figure.last[:4])))
    return f"{figure.documents}/{figure.of} {years}".rstrip()


def _show_quotation(each: Quotation) -> None:
    parties = ", ".join(each.parties) or _("party not stated")
    head = f"{click.style(each.id, dim=True)}  {each.date}  {click.style(clean(parties), bold=True)}"
    click.echo(f"{head}  {_(TOPICS[each.mention.topic].title)}: {_(STRENGTHS[each.strength])}")
    text, start, end = each.sentence.text, each.mention.start, each.mention.end
    words = clean(text[start:end])
    click.echo(f"  {clean(text[:start])}{click.style(words, reverse=True)}{clean(text[end:])}")
    remarks = [each.document, each.anchor]
    if each.mention.stance != "asserted":
        remarks.append(_(STANCES[each.mention.stance]))
    if each.judgement is not None:
        said = _("confirmed") if each.judgement.confirmed else _("rejected")
        remarks.append(": ".join(filter(None, (said, clean(each.judgement.reason)))))
    click.echo(f"  {click.style('  '.join(remarks), dim=True)}")


def _here(context: click.Context, _parameter: click.Parameter, value: Path | None) -> Path:
    """The folder named behind the part of the command, else the one named before it."""
    folder: Path = value or context.obj
    return folder


_in_this_workspace = click.option(
    "-w",
    "--workspace",
    "folder",
    type=click.Path(file_okay=False, path_type=Path),
    default=None,
    callback=_here,
    metavar="FOLDER",
    help=_("Folder of the workspace."),
)


@command.command(help=_("Record that the words of a MENTION, by its name, do name this threat."))
@click.argument("mention")
@by_author
@_in_this_workspace
def confirm(mention: str, author: str, folder: Path) -> None:
    """See the help above: a docstring would not be translated."""
    with Workspace.open(folder) as workspace:
        event = workspace.threats.confirm(mention, author=author)
    click.echo(event)
    say(_("Confirmed. `dragoman threats reopen` with the same name takes it back."))


@command.command(help=_("Record that the words of a MENTION, by its name, do not name this threat, and why."))
@click.argument("mention")
@click.option("--reason", required=True, metavar="TEXT", help=_("Why they do not."))
@by_author
@_in_this_workspace
def reject(mention: str, reason: str, author: str, folder: Path) -> None:
    """See the help above: a docstring would not be translated."""
    with Workspace.open(folder) as workspace:
        event = workspace.threats.reject(mention, reason, author=author)
    click.echo(event)
    say(_("Rejected. `dragoman threats reopen` with the same name takes it back."))


@command.command(help=_("Take back what was decided of a MENTION; the record keeps both."))
@click.argument("mention")
@by_author
@_in_this_workspace
def reopen(mention: str, author: str, folder: Path) -> None:
    """See the help above: a docstring would not be translated."""
    with Workspace.open(folder) as workspace:
        event = workspace.threats.reopen(mention, author=author)
    click.echo(event)
    say(_("Taken back."))
