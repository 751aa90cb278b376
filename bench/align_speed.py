"""Time and memory of Dragoman, each time from the start of a fresh process to its end.

The texts lie in files, as a user has them. CPU seconds hold everything: starting Python, loading Dragoman and
the model, reading, aligning. One BLAS thread.
"""

from __future__ import annotations

import json
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

import dragoman
from bench.apart import ROOT, apart, cpu_seconds
from bench.corpora import united_nations
from bench.long_documents import long_document
from bench.stopwatch import Stopwatch
from dragoman.bitext.document import sentences_as_given
from dragoman.bitext.encoder import encoder
from dragoman.bitext.engine import align_sentences
from dragoman.bitext.gold import Gold
from dragoman.bitext.score import score

Row = list[str | float]

_PAIRS = 2000
_SIZES = (2_000, 10_000, 50_000)
_HELP_CALLS = 15
# How often aligning without encoding is timed: the first time has more to load, the middle one counts.
_REPEATS = 7
_LOADING = "starting, loading"
# What is timed, in the order of the table -> its stage.
_STAGES = {
    "dragoman.bitext.align.read_text": "reading, checking the language",
    "dragoman.bitext.align.detect": "reading, checking the language",
    "dragoman.bitext.align.sentences_of": "sentences",
    "dragoman.bitext.engine.wording": "wording for the encoder",
    "dragoman.bitext.usem3.model.Usem3.encode": "encoding",
    "dragoman.bitext.engine.profile": "lengths, marks, numbers, names",
    "dragoman.bitext.engine.prepare": "rough path and corridor",
    "dragoman.bitext.engine.scored": "features and scores",
    "dragoman.bitext.engine.read_off": "lattice",
}
_OTHER = "other"


def plain_text(code: str) -> str:
    """The first lines of the United Nations' corpus as a text, each a paragraph of one sentence or more."""
    return "\n\n".join(united_nations().units[code][:_PAIRS])


def by_stage(folder: str) -> dict[str, Any]:
    """Align two plain texts; gives how many sentences they have, and seconds by stage."""
    watch = Stopwatch()
    encoder().encode(["Load the model."])
    watch.seconds[_LOADING] = cpu_seconds()
    with watch.on(_STAGES):
        files = [Path(folder) / f"text.{code}" for code in ("ru", "zh")]
        alignment = dragoman.align(files[0], files[1], from_="ru", to="zh")
    watch.seconds[_OTHER] = cpu_seconds() - sum(watch.seconds.values())
    return {"sentences": [len(alignment.source), len(alignment.target)], "stages": watch.seconds}


def whole(folder: str) -> list[tuple[Sequence[int], Sequence[int]]]:
    """Align two files of one sentence a line; gives the beads."""
    files = [Path(folder) / f"lines.{code}" for code in ("ru", "zh")]
    alignment = dragoman.align(files[0], files[1], from_="ru", to="zh", sentences=True)
    return [(bead.source, bead.target) for bead in alignment]


class _Remembering:
    """The default encoder; what it was asked before costs nothing."""

    name = encoder().name
    dimension = encoder().dimension
    languages = encoder().languages

    def __init__(self) -> None:
        self._known: dict[tuple[str, ...], NDArray[np.float32]] = {}

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Vectors, (n, 512)."""
        key = tuple(texts)
        if key not in self._known:
            self._known[key] = encoder().encode(texts)
        return self._known[key]


def without_encoding() -> list[float]:
    """CPU seconds of aligning the first lines of the corpus, the encoder's left out, time after time."""
    sides = [sentences_as_given(united_nations().units[code][:_PAIRS]) for code in ("ru", "zh")]
    remembering = _Remembering()
    seconds = []
    for _ in range(_REPEATS):
        watch = Stopwatch()
        with watch.on({"dragoman.bitext.usem3.model.Usem3.encode": "encoding"}):
            begun = cpu_seconds()
            align_sentences(sides[0], sides[1], "ru", "zh", remembering)
            seconds.append(cpu_seconds() - begun - watch.seconds["encoding"])
    return seconds


def help_page() -> float:
    """Seconds on the clock of `dragoman --help`."""
    begun = time.perf_counter()
    subprocess.run(
        [sys.executable, "-m", "dragoman", "--help"], cwd=ROOT, check=True, stdout=subprocess.DEVNULL
    )
    return time.perf_counter() - begun


def measure() -> dict[str, Any]:
    """Rows of what was done, CPU seconds, peak memory, and the strict F1 where the truth is known."""
    rows: list[Row] = []
    with tempfile.TemporaryDirectory() as room:
        rows += _plain(Path(room))
        seconds = apart("align_speed", "without_encoding").result
        speeds = [f"{_PAIRS / one:.0f}" for one in (statistics.median(seconds[1:]), seconds[0])]
        name = f"{_PAIRS} pairs without encoding: pairs a CPU second, usual (first time)"
        rows.append([name, f"{speeds[0]} ({speeds[1]})", "", ""])
        rows += [_long(long_document(size), Path(room)) for size in _SIZES]
    wall = statistics.median(help_page() for _ in range(_HELP_CALLS))
    rows.append(["`dragoman --help`, seconds on the clock", f"{wall:.2f}", "", ""])
    data = (
        f"plain text: the first {_PAIRS} lines of the United Nations' texts, fingerprint "
        f"{united_nations().fingerprint()}; sentences given: documents of `bench/long_documents.py`"
    )
    return {"columns": ["what", "CPU s", "memory, MB", "F1 strict"], "rows": rows, "data": data}


def _plain(room: Path) -> list[Row]:
    for code in ("ru", "zh"):
        (room / f"text.{code}").write_text(plain_text(code), encoding="utf-8")
    done = apart("align_speed", "by_stage", str(room))
    sides = " × ".join(f"{count:,}" for count in done.result["sentences"])
    total: Row = [f"{sides} sentences, from plain text", f"{done.seconds:.1f}", round(done.memory), ""]
    stages: list[Row] = [
        [f"– {stage}", f"{seconds:.2f}", "", ""] for stage, seconds in done.result["stages"].items()
    ]
    return [total, *stages]


def _long(gold: Gold, room: Path) -> Row:
    for code, side in (("ru", gold.source), ("zh", gold.target)):
        (room / f"lines.{code}").write_text("\n".join(one.text for one in side), encoding="utf-8")
    done = apart("align_speed", "whole", str(room))
    f1 = score([(done.result, gold.beads)]).strict.f1
    name = f"{len(gold.source):,} × {len(gold.target):,} sentences, given"
    return [name, f"{done.seconds:.1f}", round(done.memory), f"{f1:.3f}"]


if __name__ == "__main__":
    print(json.dumps(measure(), ensure_ascii=False, indent=1))
