"""`dragoman exchange`: bundles for other copies, and from them."""

from __future__ import annotations

from collections.abc import Mapping
from gettext import gettext as _
from gettext import ngettext
from pathlib import Path

import click

from dragoman.cli.answers import answer, table
from dragoman.cli.cells import clean
from dragoman.cli.options import in_workspace, json_too
from dragoman.cli.passphrase import unlocked
from dragoman.cli.screen import say
from dragoman.cli.signing import signing
from dragoman.workspace import Workspace
from dragoman.workspace.exchange import read
from dragoman.workspace.exchangemodel import Contents, Report

_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)
_NEW_FILE = click.Path(dir_okay=False, writable=True, path_type=Path)


@click.group(
    help=_(
        "Hand what parties have signed to other copies of the record, as files that go by any means, and "
        "take theirs. A bundle that is damaged, forged or from a stranger is refused as a whole."
    )
)
def command() -> None:
    """See the help above: a docstring would not be translated."""


@command.command(
    help=_(
        "Write a bundle into FILE. It holds all signed events that are here, and the documents that they "
        "cite; the passphrase of the party's key is asked for."
    )
)
@click.argument("file", type=_NEW_FILE)
@click.option(
    "--to",
    default="",
    metavar="PARTY",
    help=_("The party that it is for: what its own events show that it has is left out."),
)
@click.option("--without-originals", is_flag=True, help=_("Leave out the documents that are cited."))
@signing
def export(file: Path, to: str, without_originals: bool, party: str, author: str, folder: Path) -> None:
    """See the help above: a docstring would not be translated."""
    with Workspace.open(folder) as workspace:
        signer = unlocked(workspace, party, author)
        sent = workspace.exchange.export(signer, to=to, originals=not without_originals)
    file.write_bytes(sent.data)
    click.echo(sent.hash)
    say(_("Written: {file}").format(file=file))
    say(_events(sent.events))
    if sent.originals:
        say(ngettext("{count} original", "{count} originals", sent.originals).format(count=sent.originals))


@command.command("import", help=_("Take the bundle in FILE: all of it, or nothing."))
@click.argument("file", type=_FILE)
@json_too
@in_workspace
def take(file: Path, as_json: bool, folder: Path) -> None:
    """See the help above: a docstring would not be translated."""
    with Workspace.open(folder) as workspace:
        report = workspace.exchange.take_file(file)
    if as_json:
        answer(report)
        return
    click.echo(table(_report(report)), nl=False)
    for party in report.cut:
        say(
            _(
                "{party}: this copy was cut. Sign nothing for it before you have taken a bundle that was "
                "made without --to."
            ).format(party=party)
        )
    if not report.is_new:
        say(_("There was nothing new in it."))
    if report.documents:
        say(_("`dragoman jobs --work` aligns the new documents."))


@command.command(help=_("Show what is in the bundle in FILE, without taking it."))
@click.argument("file", type=_FILE)
@json_too
@in_workspace
def show(file: Path, as_json: bool, folder: Path) -> None:
    """See the help above: a docstring would not be translated."""
    with Workspace.open(folder) as workspace:
        found = workspace.exchange.show(read(file))
    if as_json:
        answer(found)
        return
    click.echo(table(_contents(found)), nl=False)


@command.command(help=_("List the bundles that were sent and taken, the oldest first."))
@json_too
@in_workspace
def log(as_json: bool, folder: Path) -> None:
    """See the help above: a docstring would not be translated."""
    with Workspace.open(folder) as workspace:
        found = workspace.exchange.log()
    if as_json:
        answer(found)
        return
    ways = {"sent": _("sent"), "taken": _("taken")}
    rows = [
        (
            one.time,
            ways[one.direction],
            f"{one.sender} → {one.recipient or '*'}",
            _events(one.events),
            one.hash.removeprefix("sha256:")[:12],
        )
        for one in found
    ]
    click.echo(table(rows), nl=False)
    if not found:
        say(_("Nothing was sent or taken so far."))


def _events(count: int) -> str:
    return ngettext("{count} event", "{count} events", count).format(count=count)


def _by_party(what: str, counts: Mapping[str, int]) -> list[tuple[str, str, str]]:
    return [(what, party, _events(count)) for party, count in counts.items()]


def _contents(found: Contents) -> list[tuple[str, str, str]]:
    """What is in a bundle, in rows."""
    rows = [
        (_("from"), found.sender, found.time),
        (_("to"), found.recipient or _("whoever has it"), ""),
        *_by_party(_("in it"), found.events),
        *_by_party(_("new here"), found.new),
    ]
    rows += [(_("document"), name, "") for name in found.documents]
    rows += [(_("not trusted here"), party, "") for party in found.strangers]
    return rows


def _report(report: Report) -> list[tuple[str, str, str]]:
    """What came of taking a bundle, in rows."""
    forks = {
        party: _("from event {number} on nothing counts").format(number=number)
        for party, number in report.forked.items()
    }
    rows = [
        (_("from"), report.sender, report.time),
        *_by_party(_("new"), report.new),
        *_by_party(_("back again, lost here"), report.returned),
        *_by_party(_("waiting for others before them"), report.waiting),
    ]
    rows += [(_("chain forks"), party, said) for party, said in forks.items()]
    rows += [(_("fork mended"), party, "") for party in report.mended]
    rows += [(_("missing even now"), party, head) for party, head in report.missing.items()]
    rows += [
        (_("entry"), f"{one.glossary}/{one.entry}", f"{one.before or '–'} → {one.after or '–'}")
        for one in report.entries
    ]
    rows += [(_("document added"), name, "") for name in report.documents]
    rows += [(_("document left out"), name, clean(why)) for name, why in report.left.items()]
    rows += [(_("refused"), "", clean(fault.message(_))) for fault in report.refused]
    return rows
