from __future__ import annotations

import re
from importlib import import_module
from pathlib import Path

import click
import pytest

import dragoman
from dragoman.cli import main
from dragoman.settings import SETTINGS, Setting
from scripts import reference, refresh, regions, sizes
from tests.conftest import ROOT

DOCS = ROOT / "docs"
PAGES = regions.pages()


def text_of(name: str) -> str:
    """A page of the documentation."""
    return (DOCS / name).read_text(encoding="utf-8")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_what_a_page_takes_from_the_code_is_up_to_date(page: Path, tmp_path: Path) -> None:
    assert page.read_text(encoding="utf-8") == refresh.refreshed(page), "Run scripts/docs --refresh."


@pytest.mark.parametrize("name", list(main.commands()))
def test_every_command_and_option_is_documented(name: str) -> None:
    page = text_of("command-line.md")
    assert f"## `dragoman {name}`" in page
    section = page.partition(f"## `dragoman {name}`")[2].partition("\n## ")[0]
    for parameter in import_module(main.commands()[name][0]).command.params:
        wanted = parameter.opts if isinstance(parameter, click.Option) else [parameter.human_readable_name]
        assert all(option in section for option in wanted), parameter.opts


def test_every_option_of_the_group_is_documented() -> None:
    page = text_of("command-line.md").partition("## `dragoman align`")[0]
    group = main.group()
    for parameter in group.get_params(click.Context(group, **group.context_settings)):
        assert all(option in page for option in parameter.opts), parameter.opts


@pytest.mark.parametrize("name", dragoman.__all__)
def test_every_public_name_is_documented(name: str) -> None:
    assert f"## `{name}`" in text_of("python.md")


@pytest.mark.parametrize("error", reference.exceptions(), ids=lambda error: error.__name__)
def test_every_exception_is_documented_and_drawn(error: type[Exception]) -> None:
    page = text_of("errors.md")
    assert f"| `{error.__name__}` |" in page
    assert re.search(rf"^[│├└─ ]*{error.__name__}\b", page, re.MULTILINE)


@pytest.mark.parametrize("setting", SETTINGS, ids=lambda setting: setting.name)
def test_every_setting_is_documented(setting: Setting) -> None:
    assert f"| `{setting.name}` |" in text_of("installing.md")


def test_every_setting_that_is_read_is_in_the_table() -> None:
    read = set()
    for file in (ROOT / "src").rglob("*.py"):
        read |= set(re.findall(r"\bDRAGOMAN_[A-Z_]+\b", file.read_text(encoding="utf-8")))
    assert read == {setting.name for setting in SETTINGS}


def test_every_dependency_has_its_reason() -> None:
    headings = set(re.findall(r"^### `([\w-]+)`$", text_of("dependencies.md"), re.MULTILINE))
    assert headings == set(sizes.runtime_dependencies())


def test_every_script_is_documented() -> None:
    page = text_of("development.md")
    scripts = [file for file in (ROOT / "scripts").iterdir() if file.is_file() and not file.suffix]
    for file in scripts:
        assert f"`scripts/{file.name}`" in page, file.name
        assert file.stat().st_mode & 0o111, f"{file.name} cannot be executed"


def test_every_page_is_in_the_contents() -> None:
    contents = text_of("index.md").partition("{toctree}")[2]
    for page in DOCS.glob("*.md"):
        if page.stem != "index":
            assert f"\n{page.stem}\n" in contents, page.name


def test_every_fragment_of_the_changelog_has_a_known_kind() -> None:
    for file in (ROOT / "changes").iterdir():
        assert re.fullmatch(r"[a-z0-9-]+\.(added|changed|fixed|removed)\.md", file.name), file.name
