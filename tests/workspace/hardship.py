"""What processes do to a workspace while they are killed, lack room or may not write."""

from __future__ import annotations

import os
import resource
import signal
import tempfile
from collections.abc import Callable
from multiprocessing import get_context
from multiprocessing.connection import Connection
from multiprocessing.context import ForkServerContext
from pathlib import Path

from dragoman.errors import DragomanError
from dragoman.workspace import About, File, Workspace
from tests.workspace.material import EN, add, side, workspace

Deed = Callable[[Path], None]


def processes() -> ForkServerContext:
    """Processes that begin with everything loaded, the sentence encoder too."""
    context = get_context("forkserver")
    context.set_forkserver_preload(["tests.workspace.warm"])
    return context


def warm_up() -> None:
    """Load what is loaded at first use."""
    with tempfile.TemporaryDirectory() as folder:
        made, _name = workspace(Path(folder))
        made.usage.concordance("вода 水 water")
        made.close()


def adds(folder: Path) -> None:
    """Add a document in two languages and align it."""
    with Workspace.open(folder) as opened:
        opened.add(
            [
                File((EN + " It was signed on Monday.").encode(), "new.en.txt"),
                File(
                    "Совместное заявление. Оно подписано в понедельник. Воды хватит всем.".encode(),
                    "new.ru.txt",
                ),
            ],
            About(title="New"),
        )
        opened.work()


def rebuilds(folder: Path) -> None:
    """Make everything anew."""
    with Workspace.open(folder) as opened:
        opened.rebuild()


def corrects(folder: Path) -> None:
    """Correct an alignment, then a description."""
    with Workspace.open(folder) as opened:
        name = opened.documents()[0].id
        page = opened.parallel(name)
        language, ranges = side(page, 2, "ru")
        opened.correct(name, (language, ranges[:1]), ("zh", []))
        opened.describe(name, "place", "Озёрный")


def adds_many(folder: Path, number: int) -> None:
    """Add five documents of its own, and correct one of them."""
    with Workspace.open(folder) as opened:
        for k in range(5):
            text = f"Заявление {number} {k}. Стороны построят {number + 10} станций. Воды хватит {k} городам."
            other = f"声明{number} {k}。双方将建设{number + 10}座站。水足够{k}座城市使用。"
            added = opened.add(
                [File(text.encode(), "a.ru.txt"), File(other.encode(), "a.zh.txt")],
                About(title=f"{number}-{k}"),
            )
            opened.work()
            opened.describe(added.document, "place", f"place {number}")


def tries_without_room(folder: Path, answer: Connection) -> None:
    """Add a document where no file may grow; tells what was said."""
    with Workspace.open(folder) as opened:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (1_024, resource.RLIM_INFINITY))
        answer.send(_said(lambda: add(opened, "en")))
        answer.send(_said(lambda: opened.describe(opened.documents()[0].id, "place", "x" * 2000)))


def tries_without_right(folder: Path, answer: Connection) -> None:
    """Read, then write, where writing is not allowed; tells what was said."""
    if os.getuid() == 0:
        os.setgroups([])
        os.setgid(65534)
        os.setuid(65534)
    with Workspace.open(folder) as opened:
        name = opened.documents()[0].id
        answer.send(str(opened.parallel(name).total))
        answer.send(_said(lambda: add(opened, "en")))
        answer.send(_said(lambda: opened.describe(name, "place", "elsewhere")))


def _said(deed: Callable[[], object]) -> str:
    try:
        deed()
    except DragomanError as error:
        return f"{type(error).__name__}: {error}"
    return "done"
