"""Samples in the documentation: command lines and Python sessions that are executed.

A block marked `console` holds commands behind `$ ` and what they print; a line `...` stands for the rest of
an output. `dragoman serve`, which a person ends, is shown and not run. A block marked `pycon` is a Python
session. All blocks of a page run in order, in one folder that holds the bundled sample; its Python sessions
share their names.
"""

from __future__ import annotations

import doctest
import os
import re
import shlex
import shutil
import subprocess
import sys
from contextlib import chdir
from pathlib import Path

from scripts.regions import ROOT

SAMPLES = ROOT / "src" / "dragoman" / "samples"

_BLOCK = re.compile(r"^```(?P<kind>console|pycon)\n(?P<body>.*?)^```$", re.DOTALL | re.MULTILINE)


class _Collector(doctest.DocTestRunner):
    """Keeps what each example of a session gives."""

    def __init__(self) -> None:
        super().__init__(verbose=False)
        self.given: list[str] = []

    def report_success(self, out: object, test: doctest.DocTest, example: doctest.Example, got: str) -> None:
        """Keep it."""
        self.given.append(got)

    def report_failure(self, out: object, test: doctest.DocTest, example: doctest.Example, got: str) -> None:
        """Keep it: whether it is what the page shows is for the caller to see."""
        self.given.append(got)


class Page:
    """A page under execution."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.names: dict[str, object] = {}
        shutil.copytree(SAMPLES, folder, dirs_exist_ok=True)

    def executed(self, text: str) -> str:
        """The page with every sample as it comes out now."""

        def replace(match: re.Match[str]) -> str:
            make = self.console if match["kind"] == "console" else self.python
            return f"```{match['kind']}\n{make(match['body'])}```"

        return _BLOCK.sub(replace, text)

    def console(self, body: str) -> str:
        """A console block with what its commands print now."""
        made: list[str] = []
        for part in re.split(r"^(?=\$ )", body, flags=re.MULTILINE):
            command, _, shown = part.partition("\n")
            if command:
                lines = self.run(command.removeprefix("$ ")).splitlines()
                if shown.rstrip().endswith("..."):
                    lines = [*lines[: len(shown.rstrip().splitlines()) - 1], "..."]
                made += [command, *lines]
        return "".join(f"{line}\n" for line in made)

    def run(self, command: str) -> str:
        """Run a `dragoman` command line; gives what a terminal shows of it, both streams."""
        program, *arguments = shlex.split(command)
        if program != "dragoman":
            raise ValueError(f"Only dragoman is run from the documentation, not {program!r}.")
        if arguments[:1] == ["serve"]:
            return ""
        done = subprocess.run(
            [sys.executable, "-m", "dragoman", *arguments],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            env={
                **os.environ,
                "COLUMNS": "88",
                "DRAGOMAN_LANG": "en",
                # That of the demo's parties, see docs/demo.md.
                "DRAGOMAN_PASSPHRASE": "dragoman",
                "DRAGOMAN_WORKSPACE": "",
                "OPENBLAS_NUM_THREADS": "1",
            },
            cwd=self.folder,
            check=False,
        )
        return done.stdout.decode("utf-8")

    def python(self, body: str) -> str:
        """A Python session with what it gives now."""
        session = doctest.DocTestParser().get_doctest(body, self.names, "session", None, None)
        collector = _Collector()
        with chdir(self.folder):
            collector.run(session, clear_globs=False)
        self.names.update(session.globs)
        if len(collector.given) != len(session.examples):
            raise RuntimeError(f"A Python session failed:\n{body}")
        return "".join(
            _prompted(example.source) + given
            for example, given in zip(session.examples, collector.given, strict=True)
        )


def _prompted(source: str) -> str:
    """The source of an example as a terminal shows it."""
    first, *rest = source.splitlines()
    return "".join(f"{line}\n" for line in [f">>> {first}", *(f"... {line}" for line in rest)])
