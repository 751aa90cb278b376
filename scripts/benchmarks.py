"""Runs the benchmarks, each in a process of its own, and keeps their results.

A benchmark is a module of `bench` with a function `measure`, which gives `columns`, `rows` and `data`; the
other modules there are what benchmarks share.
"""

from __future__ import annotations

import json
import subprocess
import sys

from scripts.record import keep
from scripts.regions import ROOT


def names() -> list[str]:
    """The benchmarks there are."""
    files = sorted((ROOT / "bench").glob("*.py"))
    return [file.stem for file in files if "\ndef measure(" in file.read_text(encoding="utf-8")]


def main(wanted: list[str]) -> None:
    """Run the benchmarks that are named, or all of them."""
    for name in wanted or names():
        print(f"Running {name} ...", flush=True)
        code = f"import json; from bench.{name} import measure; print('\\n' + json.dumps(measure()))"
        done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, stdout=subprocess.PIPE, check=True)
        keep(name, json.loads(done.stdout.splitlines()[-1]))


if __name__ == "__main__":
    main(sys.argv[1:])
