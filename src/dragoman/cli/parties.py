"""`dragoman parties`: the parties that sign, and their keys."""

from __future__ import annotations

from gettext import gettext as _
from gettext import ngettext
from pathlib import Path

import click

from dragoman.cli.answers import answer, table
from dragoman.cli.cells import clean
from dragoman.cli.options import by_author, in_workspace, json_too
from dragoman.cli.passphrase import hidden, new_passphrase, passphrase
from dragoman.cli.screen import say
from dragoman.cli.signing import texts
from dragoman.record.keys import in_groups
from dragoman.workspace import Workspace
from dragoman.workspace.agreedmodel import Key, Party, Signer


@click.group(
    help=_(
        "The parties that sign what they say: their names, keys and chains. A party is named as in "
        "lake@3f9a…, after the fingerprint of its first key, or just lake where only one is called so."
    )
)
def command() -> None:
    """See the help above: a docstring would not be translated."""


@command.command("list", help=_("List the parties: name, chair, fingerprint, and how they stand here."))
@json_too
@in_workspace
def everybody(as_json: bool, folder: Path) -> None:
    """See the help above: a docstring would not be translated."""
    with Workspace.open(folder) as workspace:
        found = workspace.parties.list()
    if as_json:
        answer(found)
        return
    click.echo(table([(it.name, _called(it), it.fingerprint, _standing(it)) for it in found]), nl=False)
    if not found:
        say(_("There is no party yet. Found one: {command}").format(command="dragoman parties found NAME"))


@command.command(help=_("Show a PARTY: its names, all its keys, its chain."))
@click.argument("party")
@json_too
@in_workspace
def show(party: str, as_json: bool, folder: Path) -> None:
    """See the help above: a docstring would not be translated."""
    with Workspace.open(folder) as workspace:
        found = workspace.parties.party(party)
    if as_json:
        answer(found)
        return
    rows = [(code, name) for code, name in found.names.items()]
    rows += [(_("identifier"), found.id), (_("fingerprint"), found.fingerprint)]
    rows += [(_("stands here"), _standing(found))]
    rows += [
        (_("events"), str(found.events)),
        (_("last event"), found.head or "–"),
        (_("founded"), found.founded or "–"),
    ]
    rows += [(_("key"), _key(each)) for each in found.keys]
    click.echo(table(rows), nl=False)


@command.command(
    help=_(
        "Found a party with the short name NAME. Its key is made here and kept under a passphrase, which is "
        "asked for. The recovery key is shown once and stored nowhere: write it down."
    )
)
@click.argument("name")
@texts("--name", "names", _("What the party is called, once for each language."), required=True)
@click.option("--chair", default="", metavar="TEXT", help=_("Who holds the key."))
@by_author
@in_workspace
def found(name: str, names: dict[str, str], chair: str, author: str, folder: Path) -> None:
    """See the help above: a docstring would not be translated."""
    with Workspace.open(folder) as workspace:
        made = workspace.parties.found(name, names, passphrase=new_passphrase(), chair=chair, author=author)
    click.echo(made.party)
    say(
        _("Fingerprint, for others to compare: {fingerprint}").format(fingerprint=in_groups(made.fingerprint))
    )
    say(_("Recovery key, shown only now; keep it on paper, away from this machine:"))
    say(f"  {made.recovery}")


@command.command(help=_("Change what a PARTY is called: all its names, by language."))
@click.argument("party")
@texts("--name", "names", _("What the party is called, once for each language."), required=True)
@by_author
@in_workspace
def rename(party: str, names: dict[str, str], author: str, folder: Path) -> None:
    """See the help above: a docstring would not be translated."""
    with Workspace.open(folder) as workspace:
        workspace.parties.rename(_signer(workspace, party, author), names)
    say(_("The names are changed; former ones stay in the record."))


@command.command(
    help=_(
        "Take what a PARTY signs from now on. Give its whole identifier, after comparing the fingerprint by "
        "telephone or face to face."
    )
)
@click.argument("party")
@click.option("--reason", default="", metavar="TEXT", help=_("How the fingerprint was compared."))
@by_author
@in_workspace
def trust(party: str, reason: str, author: str, folder: Path) -> None:
    """See the help above: a docstring would not be translated."""
    with Workspace.open(folder) as workspace:
        workspace.parties.trust(party, reason, author=author)
    say(_("This workspace takes what {party} signs.").format(party=party))


@command.command(help=_("Have a PARTY sign with a new key; the present one signs that."))
@click.argument("party")
@click.option("--reason", default="", metavar="TEXT", help=_("Why."))
@by_author
@in_workspace
def rotate(party: str, reason: str, author: str, folder: Path) -> None:
    """See the help above: a docstring would not be translated."""
    with Workspace.open(folder) as workspace:
        signer = _signer(workspace, party, author)
        fingerprint = workspace.parties.rotate(signer, new_passphrase(), reason=reason)
    _say_new(fingerprint)


_recovery = click.option(
    "--recovery",
    is_flag=True,
    help=_("Sign with the recovery key, which is asked for, not with the present."),
)


@command.command(
    help=_(
        "Take a PARTY's key out of force, as it was lost or stolen. Signed with the recovery key it also "
        "decides which branch of a forked chain holds: the one in this workspace."
    )
)
@click.argument("party")
@click.option("--reason", required=True, metavar="TEXT", help=_("Why."))
@click.option("--no-key", is_flag=True, help=_("Make no new key: the party signs nothing more."))
@_recovery
@by_author
@in_workspace
def revoke(party: str, reason: str, no_key: bool, recovery: bool, author: str, folder: Path) -> None:
    """See the help above: a docstring would not be translated."""
    with Workspace.open(folder) as workspace:
        signer = _signer(workspace, party, author, recovery=recovery)
        new = "" if no_key else new_passphrase()
        fingerprint = workspace.parties.revoke(signer, reason, passphrase=new)
    say(_("The key is revoked."))
    if fingerprint:
        _say_new(fingerprint)


@command.command(help=_("Have another person, the new CHAIR, hold a PARTY's key, with a new one."))
@click.argument("party")
@click.argument("chair")
@click.option("--reason", default="", metavar="TEXT", help=_("Why."))
@_recovery
@by_author
@in_workspace
def succeed(party: str, chair: str, reason: str, recovery: bool, author: str, folder: Path) -> None:
    """See the help above: a docstring would not be translated."""
    with Workspace.open(folder) as workspace:
        signer = _signer(workspace, party, author, recovery=recovery)
        fingerprint = workspace.parties.succeed(signer, chair, new_passphrase(), reason=reason)
    _say_new(fingerprint)


def _signer(workspace: Workspace, party: str, author: str, *, recovery: bool = False) -> Signer:
    """The party's present key, or its recovery key, which is asked for."""
    name = workspace.parties.party(party).id
    if recovery:
        words = hidden(_("Recovery key of {party}").format(party=name))
        return workspace.parties.recovering(name, words, author=author)
    return workspace.parties.unlocked(name, passphrase(name), author=author)


def _say_new(fingerprint: str) -> None:
    said = _("Signs with a new key from now on: {fingerprint}")
    say(said.format(fingerprint=in_groups(fingerprint)))


def _called(party: Party) -> str:
    """Its names in all languages, and its chair."""
    names = " · ".join(dict.fromkeys(party.names.values()))
    return f"{names} ({party.chair})" if party.chair else names


def _standing(party: Party) -> str:
    said = []
    if party.held:
        said.append(_("key lies here"))
    elif not party.key:
        said.append(_("no key in force"))
    said.append(_("trusted") if party.trusted else _("not trusted"))
    if party.forked:
        said.append(_("forked at event {number}").format(number=party.forked))
    count = ngettext("{count} event", "{count} events", party.events)
    return ", ".join((*said, count.format(count=party.events)))


def _key(key: Key) -> str:
    """The fingerprint, who holds or held it, and why it is in force no longer."""
    state = _("in force") if not key.until else _("until event {event}").format(event=key.until[7:19])
    return clean(" · ".join(filter(None, (in_groups(key.fingerprint), key.chair, state, key.reason))))
