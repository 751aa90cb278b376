"""Shows on a terminal how far background work has come."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from gettext import gettext as _

from dragoman.workspace import Job


@contextmanager
def progress() -> Iterator[Callable[[Job], None]]:
    """Something to call with a job after each of its steps; a bar on standard error where a person looks."""
    if not sys.stderr.isatty():
        yield lambda _job: None
        return
    from rich.console import Console  # only loaded where it is seen
    from rich.progress import BarColumn, Progress, TextColumn

    columns = (BarColumn(), TextColumn("{task.description}", markup=False))
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(_("Working …"), total=None)
        yield lambda job: bar.update(
            task, total=job.total or None, completed=job.done, description=words(job)
        )


def words(job: Job) -> str:
    """How far a job has come, in words."""
    if not job.total:
        return _("Working …")
    return _("{done} of {total} steps").format(done=job.done, total=job.total) + (
        f" ({job.step})" if job.step else ""
    )
