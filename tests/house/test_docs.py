from __future__ import annotations

import re
from dataclasses import Field, fields
from importlib import import_module
from pathlib import Path

import click
import pytest

import dragoman
from dragoman.cli import main
from dragoman.record.events import Event
from dragoman.record.kind import Kind
from dragoman.record.kinds import KINDS
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
    section = page.partition(f"\n## `dragoman {name}`")[2].partition("\n## ")[0]
    command = import_module(main.commands()[name][0]).command
    below = reference.below_of(command)
    assert all(f"### `dragoman {name} {part}`" in section for part, _command in below)
    for parameter in [*command.params, *(it for _part, each in below for it in each.params)]:
        wanted = parameter.opts if isinstance(parameter, click.Option) else [parameter.human_readable_name]
        assert all(option in section for option in wanted), parameter.opts


def test_every_option_of_the_group_is_documented() -> None:
    page = text_of("command-line.md").partition("\n## `dragoman demo`")[0]
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


@pytest.mark.parametrize("kind", KINDS.values(), ids=lambda kind: kind.name)
def test_every_kind_of_event_is_documented(kind: Kind) -> None:
    page = text_of("record.md")
    assert f"### `{kind.name}`" in page
    section = page.partition(f"### `{kind.name}`")[2].partition("\n## ")[0].partition("\n### ")[0]
    assert kind.meaning in section
    assert all(f"| `{name}` |" in section for name in kind.fields)


@pytest.mark.parametrize("field", fields(Event), ids=lambda field: field.name)
def test_every_field_of_an_event_is_documented(field: Field[object]) -> None:
    section = text_of("record.md").partition("## What an event holds")[2].partition("\n## ")[0]
    assert f"| `{field.name}` |" in section


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
    assert headings == {*sizes.runtime_dependencies(), *sizes.extra_dependencies()}


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
