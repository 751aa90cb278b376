"""What a party says in a round of talks: opening and joining it, its agenda, minutes, its close."""

from __future__ import annotations

from gettext import gettext as _
from gettext import ngettext
from pathlib import Path

import click

from dragoman.cli.glossary_view import leveled, reader
from dragoman.cli.passphrase import unlocked
from dragoman.cli.screen import say
from dragoman.cli.signing import signing, texts
from dragoman.errors import InputError
from dragoman.workspace import Workspace
from dragoman.workspace.agreedmodel import RoundView


@click.command("open", help=_("Open a ROUND in the name of a party, with its own chair and experts."))
@click.argument("glossary")
@click.argument("round_name", metavar="ROUND")
@texts("--topic", "topics", _("Its topic, once for each language."), required=True)
@click.option("--from", "start", default="", metavar="DATE", help=_("Its first day."))
@click.option("--to", "end", default="", metavar="DATE", help=_("Its last day."))
@click.option(
    "--party", "parties", multiple=True, metavar="PARTY", help=_("A party of it; else all of the glossary.")
)
@click.option("--chair", required=True, metavar="TEXT", help=_("The party's co-chair."))
@click.option("--expert", "experts", multiple=True, metavar="TEXT", help=_("One of the party's experts."))
@signing
def begin(
    glossary: str,
    round_name: str,
    topics: dict[str, str],
    start: str,
    end: str,
    parties: tuple[str, ...],
    chair: str,
    experts: tuple[str, ...],
    party: str,
    author: str,
    folder: Path,
) -> None:
    """See the help above: a docstring would not be translated."""
    with Workspace.open(folder) as workspace:
        workspace.rounds.open(
            unlocked(workspace, party, author),
            glossary,
            round_name,
            topics,
            start=start,
            end=end,
            parties=parties,
            chair=chair,
            experts=experts,
        )
    say(_("The round {round} is open.").format(round=round_name))


@click.command(help=_("Name the party's own CHAIR and experts of a ROUND; again when they change."))
@click.argument("glossary")
@click.argument("round_name", metavar="ROUND")
@click.argument("chair")
@click.option("--expert", "experts", multiple=True, metavar="TEXT", help=_("One of the party's experts."))
@signing
def join(
    glossary: str,
    round_name: str,
    chair: str,
    experts: tuple[str, ...],
    party: str,
    author: str,
    folder: Path,
) -> None:
    """See the help above: a docstring would not be translated."""
    with Workspace.open(folder) as workspace:
        signer = unlocked(workspace, party, author)
        workspace.rounds.join(signer, glossary, round_name, chair, experts=experts)
    say(_("Joined."))


@click.command(help=_("Put ENTRIES on the agenda of a ROUND."))
@click.argument("glossary")
@click.argument("round_name", metavar="ROUND")
@click.argument("entries", nargs=-1, required=True)
@click.option("--note", default="", metavar="TEXT", help=_("Why they are there."))
@signing
def add(
    glossary: str,
    round_name: str,
    entries: tuple[str, ...],
    note: str,
    party: str,
    author: str,
    folder: Path,
) -> None:
    """See the help above: a docstring would not be translated."""
    with Workspace.open(folder) as workspace:
        signer = unlocked(workspace, party, author)
        workspace.rounds.add(signer, glossary, round_name, entries, note=note)
    count = ngettext(
        "{count} entry is on the agenda now.", "{count} entries are on the agenda now.", len(entries)
    )
    say(count.format(count=len(entries)))


@click.command(help=_("Take an ENTRY from the agenda of a ROUND."))
@click.argument("glossary")
@click.argument("round_name", metavar="ROUND")
@click.argument("entry")
@click.option("--reason", required=True, metavar="TEXT", help=_("Why."))
@signing
def remove(
    glossary: str, round_name: str, entry: str, reason: str, party: str, author: str, folder: Path
) -> None:
    """See the help above: a docstring would not be translated."""
    with Workspace.open(folder) as workspace:
        signer = unlocked(workspace, party, author)
        workspace.rounds.remove(signer, glossary, round_name, entry, reason)
    say(_("Taken from the agenda."))


@click.command(help=_("Propose minutes of a ROUND; the hash that is written names them."))
@click.argument("glossary")
@click.argument("round_name", metavar="ROUND")
@texts(
    "--text", "minutes_texts", _("The minutes, once for each language; ru=@FILE reads a file."), required=True
)
@signing
def minutes(
    glossary: str, round_name: str, minutes_texts: dict[str, str], party: str, author: str, folder: Path
) -> None:
    """See the help above: a docstring would not be translated."""
    with Workspace.open(folder) as workspace:
        signer = unlocked(workspace, party, author)
        click.echo(workspace.rounds.propose_minutes(signer, glossary, round_name, minutes_texts))


@click.command("accept-minutes", help=_("Accept MINUTES of a ROUND by their hash, else the latest."))
@click.argument("glossary")
@click.argument("round_name", metavar="ROUND")
@click.argument("minutes_name", metavar="MINUTES", default="")
@signing
def accept_minutes(
    glossary: str, round_name: str, minutes_name: str, party: str, author: str, folder: Path
) -> None:
    """See the help above: a docstring would not be translated."""
    with Workspace.open(folder) as workspace:
        name = _minutes(workspace.rounds.round(glossary, round_name), minutes_name)
        workspace.rounds.accept_minutes(unlocked(workspace, party, author), glossary, round_name, name)
    say(_("The minutes are accepted."))


def _minutes(found: RoundView, name: str) -> str:
    """The minutes that a hash or a beginning of it names, without one the latest."""
    there = [one.event for one in found.minutes]
    wanted = [one for one in there if one.removeprefix("sha256:").startswith(name.removeprefix("sha256:"))]
    if wanted and (not name or len(wanted) == 1):
        return wanted[-1]
    raise InputError(
        "There are no such minutes of this round.",
        remedy="There are: {there}." if there else "`dragoman rounds minutes` proposes some.",
        there=", ".join(there),
    )


@click.command(
    help=_(
        "Close a ROUND with the outcomes that its entries have now. It is closed when every party has done "
        "so with the same ones."
    )
)
@click.argument("glossary")
@click.argument("round_name", metavar="ROUND")
@signing
def close(glossary: str, round_name: str, party: str, author: str, folder: Path) -> None:
    """See the help above: a docstring would not be translated."""
    with Workspace.open(folder) as workspace:
        workspace.rounds.close(unlocked(workspace, party, author), glossary, round_name)
        found = workspace.rounds.round(glossary, round_name)
        telling = reader(workspace)
    if found.line.state == "closed":
        say(_("The round is closed. {counts}").format(counts=leveled(found.counts)))
    else:
        missing = [one for one in found.line.parties if one not in found.closed_by]
        say(_("Closed by this party. Missing: {parties}").format(parties=telling.parties(missing)))


COMMANDS = (begin, join, add, remove, minutes, accept_minutes, close)
"""The commands, in the order of a round."""
