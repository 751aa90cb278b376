"""Runs the command line as a person does: in a process of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Outcome:
    """What a run left behind."""

    code: int
    out: str
    err: str


def run(
    *arguments: str | Path, stdin: bytes = b"", language: str = "en", folder: Path | None = None
) -> Outcome:
    """Run `python -m dragoman` with these arguments, in this interface language."""
    done = subprocess.run(
        [sys.executable, "-m", "dragoman", *map(str, arguments)],
        input=stdin,
        capture_output=True,
        env={**os.environ, "DRAGOMAN_LANG": language, "PYTHONWARNINGS": "error"},
        cwd=folder,
        check=False,
    )
    return Outcome(done.returncode, done.stdout.decode("utf-8"), done.stderr.decode("utf-8"))
