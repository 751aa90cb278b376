"""Runs commands within the process of the test, in English: most of a run of its own would be its start."""

from __future__ import annotations

import json
import shlex
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from click.testing import CliRunner

from dragoman.cli.main import group
from tests.cli.commands import Outcome


def dragoman(line: str, *more: str | Path, width: int = 80) -> Outcome:
    """Run a command line (and further arguments as they are) on a terminal of this width."""
    arguments = [*shlex.split(line), *map(str, more)]
    result = CliRunner(env={"COLUMNS": str(width)}).invoke(group(), arguments, prog_name="dragoman")
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        raise result.exception
    return Outcome(result.exit_code, result.stdout, result.stderr)


def read(line: str, *more: str | Path) -> Any:
    """What a command answers with --json."""
    outcome = dragoman(line, *more, "--json")
    assert outcome.code == 0, outcome.err
    return json.loads(outcome.out)


def document() -> str:
    """The identifier of the first document of the workspace."""
    [first, *_] = read("documents")
    return str(first["id"])


def anchors(languages: Sequence[str]) -> list[str]:
    """Names of the rows in these languages."""
    return [str(row["anchor"]) for row in rows(languages)]


def rows(languages: Sequence[str]) -> list[Any]:
    """The rows in these languages."""
    first, *others = languages
    options = [part for code in others for part in ("--with", code)]
    return list(read("show", document(), "--in", first, *options)["rows"])
