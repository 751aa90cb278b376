"""`dragoman people`."""

from __future__ import annotations

import os
import sys
from gettext import gettext as _
from gettext import ngettext
from pathlib import Path

import click

from dragoman.access.permissions import ROLES
from dragoman.access.tokens import INVITATION_HOURS
from dragoman.cli.answers import answer, table
from dragoman.cli.options import Command, in_workspace, json_too
from dragoman.cli.screen import say
from dragoman.errors import InputError
from dragoman.workspace import Workspace
from dragoman.workspace.peoplemodel import Person, Session

# Where `dragoman serve` shows the pages, unless it is told otherwise.
_ADDRESS = "http://127.0.0.1:8013"


@click.group(
    help=_(
        "Say who may sign in to the pages, and what each may do there. Without accounts whoever reaches the "
        "pages may do everything."
    )
)
def command() -> None:
    """See the help above: a docstring would not be translated."""


def _linked(command: Command) -> Command:
    """The options of commands that print a link: under which `address`, and for how many `hours`."""
    command = click.option(
        "--hours",
        default=INVITATION_HOURS,
        show_default=True,
        type=click.IntRange(1),
        help=_("For how long the link works."),
    )(command)
    return click.option(
        "--address",
        default=_ADDRESS,
        show_default=True,
        metavar="URL",
        help=_("Address under which the person reaches the pages."),
    )(command)


@command.command(
    help=_(
        "Make an account called NAME, and ask for its password, or read it from standard input. The first "
        "account is an administrator's; from then on people have to sign in."
    )
)
@click.argument("name")
@click.option("--administrator", is_flag=True, help=_("It looks after the accounts of the workspace."))
@click.option("--shown", default="", metavar="TEXT", help=_("What others see as the person's name."))
@click.option(
    "--invite", is_flag=True, help=_("Print a link under which the person chooses the password, instead.")
)
@_linked
@in_workspace
def add(
    name: str, administrator: bool, shown: str, invite: bool, address: str, hours: int, folder: Path
) -> None:
    """See the help above: a docstring would not be translated."""
    with Workspace.open(folder) as workspace:
        password = "" if invite else _asked()
        made = workspace.people.add(name, shown, password=password, administrator=administrator)
        if invite:
            _show_link(workspace.people.reset(made.name, hours=hours), address)
    say(_("There is an account called {name} now.").format(name=made.name))


@command.command("list", help=_("List everybody with an account: name, roles, state."))
@json_too
@in_workspace
def everybody(as_json: bool, folder: Path) -> None:
    """See the help above: a docstring would not be translated."""
    with Workspace.open(folder) as workspace:
        found, members_only = workspace.people.list(), workspace.people.is_members_only
    if as_json:
        answer(found)
        return
    click.echo(table([(it.name, it.shown, _roles(it), _state(it)) for it in found]), nl=False)
    if not found:
        say(_("There are no accounts: whoever reaches the pages may do everything."))
        return
    say(ngettext("{count} account", "{count} accounts", len(found)).format(count=len(found)))
    if members_only:
        say(_("Only people with an account may read."))


@command.command(
    help=_(
        "Print a link that lets one person make the account NAME, once, and gives it a role for a party. The "
        "link is shown only now."
    )
)
@click.argument("name")
@click.option("--party", default="", metavar="PARTY", help=_("The party; else no role is given yet."))
@click.option(
    "--role",
    default="",
    metavar="ROLE",
    help=_("The role: observer, expert, drafter or chair."),
)
@_linked
@in_workspace
def invite(name: str, party: str, role: str, address: str, hours: int, folder: Path) -> None:
    """See the help above: a docstring would not be translated."""
    if bool(party) != bool(role):
        raise InputError("A role is for a party.", remedy="Give both --party and --role, or neither.")
    with Workspace.open(folder) as workspace:
        _show_link(workspace.people.invite(name, party, role, hours=hours), address)


@command.command(help=_("List the invitations, the latest first, or take the open one of NAME back."))
@click.argument("name", default="")
@click.option("--revoke", is_flag=True, help=_("Take it back."))
@json_too
@in_workspace
def invitations(name: str, revoke: bool, as_json: bool, folder: Path) -> None:
    """See the help above: a docstring would not be translated."""
    with Workspace.open(folder) as workspace:
        if revoke:
            workspace.people.revoke_invitation(name)
            say(_("Taken back."))
            return
        found = [it for it in workspace.people.invitations() if name in ("", it.name)]
    if as_json:
        answer(found)
        return
    rows = [(it.name, it.state, it.expires, f"{it.party} {it.role}".strip()) for it in found]
    click.echo(table(rows), nl=False)


@command.command(
    help=_("Give the person called NAME a role for a party, in the place of the one held, or make the "
    "person an administrator.")
)  # fmt: skip
@click.argument("name")
@click.option("--party", default="", metavar="PARTY", help=_("The party."))
@click.option(
    "--role",
    default="",
    metavar="ROLE",
    help=_("The role: observer, expert, drafter or chair."),
)
@click.option("--administrator", is_flag=True, help=_("Make the person an administrator."))
@in_workspace
def grant(name: str, party: str, role: str, administrator: bool, folder: Path) -> None:
    """See the help above: a docstring would not be translated."""
    _something(party, administrator)
    with Workspace.open(folder) as workspace:
        if party:
            workspace.people.grant(name, party, role)
        if administrator:
            workspace.people.appoint(name)
        say(_roles(workspace.people.person(name)))


@command.command(help=_("Take a role for a party away from the person called NAME, or the administrator's."))
@click.argument("name")
@click.option("--party", default="", metavar="PARTY", help=_("The party."))
@click.option("--administrator", is_flag=True, help=_("The person is to be no administrator any more."))
@in_workspace
def take(name: str, party: str, administrator: bool, folder: Path) -> None:
    """See the help above: a docstring would not be translated."""
    _something(party, administrator)
    with Workspace.open(folder) as workspace:
        if party:
            workspace.people.take(name, party)
        if administrator:
            workspace.people.dismiss(name)
        say(_roles(workspace.people.person(name)))


@command.command(help=_("Let nobody sign in to the account NAME any more; its sessions end at once."))
@click.argument("name")
@in_workspace
def disable(name: str, folder: Path) -> None:
    """See the help above: a docstring would not be translated."""
    with Workspace.open(folder) as workspace:
        workspace.people.disable(name)
    say(_("Disabled. `dragoman people enable` with the same name lets the person in again."))


@command.command(help=_("Let the person sign in to the account NAME again."))
@click.argument("name")
@in_workspace
def enable(name: str, folder: Path) -> None:
    """See the help above: a docstring would not be translated."""
    with Workspace.open(folder) as workspace:
        workspace.people.enable(name)
    say(_("Enabled."))


@command.command(help=_("Give the account NAME another password; its sessions end."))
@click.argument("name")
@click.option("--invite", is_flag=True, help=_("Print a link under which the person chooses it, instead."))
@_linked
@in_workspace
def password(name: str, invite: bool, address: str, hours: int, folder: Path) -> None:
    """See the help above: a docstring would not be translated."""
    with Workspace.open(folder) as workspace:
        if invite:
            _show_link(workspace.people.reset(name, hours=hours), address)
            return
        workspace.people.set_password(name, _asked())
    say(_("The password is changed."))


@command.command(help=_("List where the person called NAME is signed in, or end all these sessions."))
@click.argument("name")
@click.option("--revoke", is_flag=True, help=_("End them."))
@json_too
@in_workspace
def sessions(name: str, revoke: bool, as_json: bool, folder: Path) -> None:
    """See the help above: a docstring would not be translated."""
    with Workspace.open(folder) as workspace:
        if revoke:
            count = workspace.people.revoke_all(name)
            say(ngettext("{count} session has ended.", "{count} sessions have ended.", count)
                .format(count=count))  # fmt: skip
            return
        found = workspace.people.sessions(name)
    if as_json:
        answer(found)
        return
    click.echo(table([_line(it) for it in found]), nl=False)
    if not found:
        say(_("The person is signed in nowhere."))


@command.command(
    "members-only",
    help=_("Keep reading to people with an account, or let everybody read: STATE is on or off."),
)
@click.argument("state", type=click.Choice(["on", "off"]), metavar="STATE")
@in_workspace
def members_only(state: str, folder: Path) -> None:
    """See the help above: a docstring would not be translated."""
    with Workspace.open(folder) as workspace:
        workspace.people.members_only(state == "on")
        if workspace.people.open:
            say(_("There are no accounts yet: until there are, whoever reaches the pages may do everything."))
        elif state == "on":
            say(_("Only people with an account may read."))
        else:
            say(_("Everybody may read who reaches the pages."))


def _asked() -> str:
    """A new password: typed twice by a person, or a line of what a program sends."""
    if not sys.stdin.isatty():
        return sys.stdin.readline().rstrip("\r\n")
    typed: str = click.prompt(_("Password"), hide_input=True, confirmation_prompt=True, err=True)
    return typed


def _show_link(token: str, address: str) -> None:
    language = os.environ.get("LANGUAGE", "en").partition("_")[0]
    click.echo(f"{address.rstrip('/')}/{language}/invitations/{token}")
    say(_("Send this link to the person, and to nobody else. It works once, and is shown only now."))


def _something(party: str, administrator: bool) -> None:
    if not party and not administrator:
        raise InputError("It is not said which role.", remedy="Give --party, or --administrator.")


def _roles(person: Person) -> str:
    held = [_(ROLES["administrator"].title)] if person.administrator else []
    held += [f"{party}: {_(ROLES[role].title)}" for party, role in person.roles.items()]
    return ", ".join(held) or _("no role")


def _state(person: Person) -> str:
    if person.disabled:
        return _("disabled")
    return _("has no password yet") if person.waiting else _("may sign in")


def _line(session: Session) -> tuple[str, str, str, str]:
    return session.created, session.seen, session.expires, session.client
