"""What the command line writes: results to standard output, everything else to standard error."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from gettext import gettext as _
from pathlib import Path

import click


@contextmanager
def working(message: str) -> Iterator[None]:
    """Show on standard error that work goes on; nothing is shown where no person looks."""
    if not sys.stderr.isatty():
        yield
        return
    from rich.console import Console  # only loaded where it is seen

    with Console(stderr=True).status(message):
        yield


def say(message: str) -> None:
    """A remark for the person, on standard error."""
    click.echo(message, err=True)


def deliver(text: str, output: str) -> None:
    """Write a result, always as UTF-8, to a file or to standard output ("-")."""
    if output == "-":
        sys.stdout.buffer.write(text.encode("utf-8"))
        sys.stdout.buffer.flush()
        return
    Path(output).write_bytes(text.encode("utf-8"))
    say(_("Written: {file}").format(file=output))
