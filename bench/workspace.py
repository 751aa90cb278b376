"""How long adding and aligning takes in a workspace, rebuilding it, and making the demo.

Texts are lines of the United Nations development set, each a paragraph. `dragoman.align` on the same texts
in the same process is the peer: what is over is what the workspace costs.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import dragoman
from bench.corpora import united_nations
from dragoman import demo
from dragoman.workspace import About, File, Workspace

SIZES = (500, 2_000)


def timed(work: Callable[[], object]) -> tuple[float, float]:
    """Seconds on the clock and of the processor."""
    clock, processor = time.perf_counter(), time.process_time()
    work()
    return time.perf_counter() - clock, time.process_time() - processor


@contextmanager
def workspace() -> Iterator[Workspace]:
    """A new workspace that goes away again."""
    with TemporaryDirectory() as folder, Workspace.create(Path(folder) / "workspace") as made:
        yield made


def texts(size: int) -> tuple[str, str]:
    """So many lines in Russian and in Chinese."""
    units = united_nations().units
    return "\n\n".join(units["ru"][:size]), "\n\n".join(units["zh"][:size])


def pair(size: int) -> list[list[str | float]]:
    """What it costs to add and align a pair of so many lines, to make it anew, and to align it alone."""
    ru, zh = texts(size)
    alone = timed(lambda: dragoman.align(ru, zh, from_="ru", to="zh"))
    with workspace() as made:
        files = [File(ru.encode(), "x.ru.txt"), File(zh.encode(), "x.zh.txt")]

        def add() -> None:
            made.add(files, About(title="x"))
            made.work()

        added, rebuilt = timed(add), timed(made.rebuild)
    rows = (("`dragoman.align` alone", alone), ("added and aligned", added), ("made anew", rebuilt))
    return [[what, size, round(clock, 2), round(processor, 2)] for what, (clock, processor) in rows]


def measure() -> dict[str, Any]:
    """The table of costs."""
    ru, zh = texts(20)
    dragoman.align(ru, zh, from_="ru", to="zh")  # loads what is loaded once
    rows = [row for size in SIZES for row in pair(size)]
    with TemporaryDirectory() as folder:
        clock, processor = timed(lambda: demo.build(Path(folder) / "demo").close())
    rows.append(["the demo, from nothing", 94, round(clock, 2), round(processor, 2)])
    return {
        "columns": ["what", "sentences a side", "s", "CPU s"],
        "rows": rows,
        "data": f"UN Parallel Corpus v1.0, development set, {united_nations().fingerprint()}",
    }
