"""`dragoman serve`."""

from __future__ import annotations

import gc
import os
import socket
import sys
import webbrowser
from contextlib import suppress
from gettext import gettext as _
from ipaddress import ip_address
from pathlib import Path

import click
import uvicorn

from dragoman.cli.options import in_workspace
from dragoman.cli.screen import say
from dragoman.errors import InputError
from dragoman.web.app import create_app
from dragoman.workspace import Workspace

# Seconds that answers under way may take when the server is told to end.
_FAREWELL = 3


@click.command(help=_("Show the workspace in a browser, until Ctrl-C."))
@click.option("-o", "--open", "open_", is_flag=True, help=_("Open it in the browser at once."))
@click.option(
    "--host",
    default="127.0.0.1",
    show_default=True,
    metavar="ADDRESS",
    help=_("Address to listen at; 0.0.0.0 is every address of this machine."),
)
@click.option(
    "--port",
    default=8013,
    show_default=True,
    type=click.IntRange(0, 65535),
    help=_("Port to listen at; 0 is any that is free."),
)
@click.option(
    "--root-path",
    default="",
    metavar="PATH",
    help=_("Path below which a server in front of this one shows it."),
)
@click.option(
    "--allow-host",
    "hosts",
    multiple=True,
    metavar="NAME",
    help=_("Name under which a server in front of this one is asked; may be repeated."),
)
@in_workspace
def command(open_: bool, host: str, port: int, root_path: str, hosts: tuple[str, ...], folder: Path) -> None:
    """See the help above: a docstring would not be translated."""
    with Workspace.open(folder) as workspace:
        is_open = workspace.people.open
    if is_open and not _stays_here(host):
        say(
            _(
                "Warning: there are no accounts yet. Whoever reaches {host} may read, add and correct "
                "everything in this workspace. `dragoman people add NAME --administrator` makes the first "
                "account."
            ).format(host=host)
        )
    with _listening(host, port) as listening:
        name = f"[{host}]" if ":" in host else host
        address = f"http://{name}:{listening.getsockname()[1]}{root_path.rstrip('/')}/"
        config = uvicorn.Config(
            create_app(folder, hosts=hosts),
            log_level="warning",
            access_log=False,
            root_path=root_path.rstrip("/"),
            timeout_graceful_shutdown=_FAREWELL,
        )
        click.echo(_("The workspace is at {address} until Ctrl-C.").format(address=address))
        if open_ and _has_screen():
            webbrowser.open(address)
        # What has been loaded stays: to look through it for garbage would hold up every tenth long page.
        gc.collect()
        gc.freeze()
        # The server ends in good order at Ctrl-C, and passes it on when it has.
        with suppress(KeyboardInterrupt):
            uvicorn.Server(config).run(sockets=[listening])
        say(_("Ended."))


def _has_screen() -> bool:
    """Whether a browser has somewhere to open; without a screen one in text would take the terminal."""
    return sys.platform in ("win32", "darwin") or any(map(os.environ.get, ("DISPLAY", "WAYLAND_DISPLAY")))


def _stays_here(host: str) -> bool:
    """Whether only this machine reaches an address."""
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def _listening(host: str, port: int) -> socket.socket:
    """A socket that listens; browsers may come from now on.

    Raises:
        InputError: the port is taken, or the address is none of this machine's.
    """
    # `socket.create_server` leaves the protocol unsaid, and then asyncio leaves Nagle's algorithm on: each
    # answer would wait 40 ms for the other side's acknowledgement.
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listening = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    try:
        if os.name == "posix":
            # A port that was left a moment ago is free.
            listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listening.bind((host, port))
        listening.listen()
        return listening
    except OSError as error:
        listening.close()
        raise InputError(
            "Nothing can listen at this address: {reason}.",
            where=f"{host}:{port}",
            remedy="Name another port with --port, or any free one with --port 0.",
            reason=os.strerror(error.errno) if error.errno else error,
        ) from error
