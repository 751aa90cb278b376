"""Runs a function of a benchmark in a fresh process, and says what that process took."""

from __future__ import annotations

import json
import os
import resource
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]


@dataclass(frozen=True, slots=True)
class Run:
    """What the function gave; CPU seconds of the process and its children; its peak memory in MB."""

    result: Any
    seconds: float
    memory: float


def apart(module: str, function: str, *arguments: str) -> Run:
    """Call a function of a module of `bench` with strings; it gives what JSON can hold.

    The process has one BLAS thread. `CalledProcessError` if it fails.
    """
    command = [sys.executable, "-m", "bench.apart", f"bench.{module}", function, *arguments]
    environment = {**os.environ, "OPENBLAS_NUM_THREADS": "1"}
    done = subprocess.run(command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, check=True)
    return Run(**json.loads(done.stdout.splitlines()[-1]))


def cpu_seconds() -> float:
    """CPU time of this process since its start and of its children that have ended."""
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.process_time() + children.ru_utime + children.ru_stime


def peak_memory() -> float:
    """Greatest resident memory of this process so far, in MB (10^6 bytes)."""
    status = Path("/proc/self/status")
    if status.exists():
        # Unlike `ru_maxrss`, this does not begin with what the parent process had.
        line = next(
            line for line in status.read_text(encoding="ascii").splitlines() if line.startswith("VmHWM:")
        )
        return int(line.split()[1]) * 1024 / 1e6
    scale = 1 if sys.platform == "darwin" else 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * scale / 1e6


def main(arguments: Sequence[str]) -> None:
    """What the fresh process does: call, and print the figures as the last line."""
    module, function, *rest = arguments
    result = getattr(import_module(module), function)(*rest)
    print(json.dumps({"result": result, "seconds": cpu_seconds(), "memory": peak_memory()}))


if __name__ == "__main__":
    main(sys.argv[1:])
