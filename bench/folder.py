"""How fast a folder of pairs is aligned, in how much memory, and how long a run takes that finds all done.

The pairs are the bundled sample (29 sentences a side), each with a number of its own. `python -m bench.folder
50` does it with 50 pairs instead of 200.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from dragoman.bitext.folder.job import Job
from dragoman.bitext.folder.journal import Journal
from dragoman.bitext.folder.stamp import stamp

SAMPLES = Path(__file__).parent.parent / "src" / "dragoman" / "samples"
PAIRS = 200
MANY = 100_000


@dataclass(frozen=True, slots=True)
class Cost:
    """Seconds on the clock and of all cores, and the most memory that one process took, in MB."""

    seconds: float
    cpu: float
    memory: int


def texts(folder: Path, code: str, count: int) -> None:
    """So many versions of the sample in one language."""
    folder.mkdir()
    text = (SAMPLES / f"statement.{code}.txt").read_text(encoding="utf-8")
    for number in range(count):
        (folder / f"{number:06}.txt").write_text(f"{number}\n\n{text}", encoding="utf-8")


def run(folder: Path, jobs: int) -> Cost:
    """Align the folder in a process of its own."""
    command = [sys.executable, "-m", "dragoman", "align-folder", str(folder / "ru"), str(folder / "zh")]
    options = ["--from", "ru", "--to", "zh", "-o", str(folder / "out"), "--jobs", str(jobs)]
    begun = time.perf_counter()
    process = subprocess.Popen([*command, *options], stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise RuntimeError(f"align-folder ended with exit code {process.returncode}.")
    seconds = time.perf_counter() - begun
    return Cost(seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss // 1024)


def fresh(count: int, jobs: int) -> Cost:
    """What so many pairs cost that nobody has done yet."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        for code in ("ru", "zh"):
            texts(folder / code, code, count)
        return run(folder, jobs)


def done(count: int) -> Cost:
    """What a run costs that finds so many pairs done."""
    job = Job("ru", "zh", False, "tsv", "usem3", "en").fingerprint()
    with TemporaryDirectory() as name:
        folder = Path(name)
        for side in ("ru", "zh", "out"):
            (folder / side).mkdir()
        with Journal(folder / "out") as journal:
            for number in range(count):
                files = (folder / "ru" / f"{number:06}.txt", folder / "zh" / f"{number:06}.txt")
                for file in files:
                    file.write_text(str(number), encoding="ascii")
                output = f"{number:06}.tsv"
                (folder / "out" / output).touch()
                journal.add(output, job, stamp(files[0]), stamp(files[1]))
        return run(folder, 2)


def measure(count: int = PAIRS, many: int = MANY) -> dict[str, Any]:
    # Four times the pairs must take no more memory.
    runs = [
        (f"{jobs} at a time", pairs, fresh(pairs, jobs))
        for pairs, jobs in ((count, 1), (count, 2), (4 * count, 2))
    ]
    runs.append(("all done before", many, done(many)))
    rows = [
        [name, pairs, round(cost.seconds, 1), round(cost.cpu, 1), round(pairs / cost.seconds, 1), cost.memory]
        for name, pairs, cost in runs
    ]
    return {
        "columns": ["run", "pairs", "seconds", "CPU s", "pairs/s", "memory, MB"],
        "rows": rows,
        "data": "the bundled sample, 29 sentences a side; memory of the largest process",
    }


if __name__ == "__main__":
    found = measure(*map(int, sys.argv[1:]))
    for row in (found["columns"], *found["rows"]):
        print(*row, sep="\t")
