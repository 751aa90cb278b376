from __future__ import annotations

import gettext
import os
import subprocess
import sys
from importlib import import_module
from pathlib import Path

import click
import pytest

from dragoman.cli import main
from dragoman.cli.interface_language import CATALOGUES, LOCALE, interface_language, speak
from scripts.reference import below_of
from tests.cli.commands import run
from tests.cli.inside import document, dragoman
from tests.conftest import ROOT


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({}, "en"),
        ({"LANG": "C.UTF-8"}, "en"),
        ({"LANG": "POSIX"}, "en"),
        ({"LANG": "ru_RU.UTF-8"}, "ru"),
        ({"LANG": "zh_CN.UTF-8"}, "zh_Hans"),
        ({"LANG": "zh_TW.UTF-8"}, "zh_Hans"),
        ({"LANG": "de_DE.UTF-8"}, "en"),
        ({"LANG": "ru_RU.UTF-8", "LC_ALL": "zh_CN"}, "zh_Hans"),
        ({"LANG": "ru_RU.UTF-8", "LC_ALL": ""}, "ru"),
        ({"LC_ALL": "ru_RU", "LANGUAGE": "de:zh_CN:ru"}, "zh_Hans"),
        ({"LANGUAGE": "ru", "DRAGOMAN_LANG": "zh"}, "zh_Hans"),
        ({"LANGUAGE": "ru", "DRAGOMAN_LANG": "en"}, "en"),
        ({"DRAGOMAN_LANG": "zh-Hans"}, "zh_Hans"),
        ({"DRAGOMAN_LANG": "RU"}, "ru"),
    ],
)
def test_the_first_variable_that_is_set_decides(environment: dict[str, str], language: str) -> None:
    assert interface_language(environment) == language


@pytest.mark.parametrize("language", sorted(set(CATALOGUES.values()) - {"en"}))
def test_every_catalogue_is_compiled(language: str) -> None:
    assert (LOCALE / language / "LC_MESSAGES" / "dragoman.mo").is_file()


@pytest.mark.parametrize(
    ("language", "usage", "options", "line"),
    [
        ("en", "Usage:", "Options:", "Align two versions"),
        ("ru", "Использование:", "Параметры:", "Сопоставить две версии"),
        ("zh", "用法:", "选项:", "逐句对齐"),
    ],
)
def test_the_help_page_is_in_one_language(language: str, usage: str, options: str, line: str) -> None:
    page = run("--help", language=language).out
    assert usage in page
    assert options in page
    assert line in page
    if language != "en":
        assert "Show" not in page
        assert "Align" not in page


def test_a_mistake_is_explained_in_the_language() -> None:
    outcome = run("nothing", language="ru")
    assert outcome.code == 2
    assert "Нет такой команды: 'nothing'." in outcome.err
    assert outcome.out == ""


HELP_OF_ALL = """
from importlib import import_module
from click import Context
from dragoman.cli.interface_language import speak
speak()
from dragoman.cli import main
from scripts.reference import below_of
for home, _line in main.commands().values():
    command = import_module(home).command
    for each in [command, *(below for _name, below in below_of(command))]:
        print(each.get_help(Context(each, terminal_width=10_000, max_content_width=10_000)))
"""


def sentences() -> set[str]:
    """All help of all commands and their options, in English."""
    found = set()
    for home, _line in main.commands().values():
        command = import_module(home).command
        for each in [command, *(below for _name, below in below_of(command))]:
            options = [it for it in each.params if isinstance(it, click.Option)]
            found |= {text for text in (each.help, *(it.help for it in options)) if text}
    return found


@pytest.mark.parametrize("language", ["ru", "zh"])
def test_every_help_page_is_in_one_language(language: str) -> None:
    done = subprocess.run(
        [sys.executable, "-c", HELP_OF_ALL],
        capture_output=True,
        check=True,
        cwd=ROOT,
        env={**os.environ, "DRAGOMAN_LANG": language},
    )
    pages = done.stdout.decode()
    assert {sentence for sentence in sentences() if sentence in pages} == set()


@pytest.mark.parametrize(
    ("language", "shown", "corrected", "well"),
    [
        ("en", "(invented)", "Corrected.\n", "All is well.\n"),
        ("ru", "(вымышлен)", "Исправлено.\n", "Всё в порядке.\n"),
        ("zh", "(虚构)", "已更正。\n", "一切正常。\n"),
    ],
)
def test_commands_of_a_workspace_speak_the_language(
    workspace: Path, monkeypatch: pytest.MonkeyPatch, language: str, shown: str, corrected: str, well: str
) -> None:
    name = document()
    monkeypatch.setenv("LANGUAGE", "")
    monkeypatch.setenv("DRAGOMAN_LANG", language)
    speak()
    try:
        assert shown in dragoman("documents").out
        assert dragoman(f"describe {name} --place A").err == corrected
        assert dragoman("doctor").out == well
    finally:
        gettext.textdomain("messages")  # nobody's: as it was
