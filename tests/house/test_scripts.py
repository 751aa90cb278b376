from __future__ import annotations

import json
from pathlib import Path

import pytest

from dragoman import __version__
from scripts import changelog, lengths, regions, tables
from scripts.console import Page

COUNTING = "```console\n$ dragoman --version\nsomething else\n```\n\n```pycon\n>>> n = 2\n>>> n + 1\n4\n```\n"


def test_samples_come_out_as_they_are_now(tmp_path: Path) -> None:
    page = Page(tmp_path).executed(COUNTING)
    assert page == COUNTING.replace("something else", f"dragoman {__version__}").replace("4", "3")


def test_python_sessions_of_a_page_share_names_and_folder(tmp_path: Path) -> None:
    text = (
        "```pycon\n>>> from pathlib import Path\n```\n```pycon\n>>> Path('statement.ru.txt').exists()\n```\n"
    )
    assert Page(tmp_path).executed(text).endswith(">>> Path('statement.ru.txt').exists()\nTrue\n```\n")


def test_a_session_that_fails_is_not_shown(tmp_path: Path) -> None:
    with pytest.raises(RuntimeError, match="A Python session failed"):
        Page(tmp_path).executed("```pycon\n>>> 1 / 0\n```\n")


def test_three_dots_stand_for_the_rest_of_an_output(tmp_path: Path) -> None:
    block = "```console\n$ dragoman --help\none line\n...\n```\n"
    shown = Page(tmp_path).executed(block).splitlines()
    assert shown == [
        "```console",
        "$ dragoman --help",
        "Usage: dragoman [OPTIONS] COMMAND [ARGS]...",
        "...",
        "```",
    ]


def test_only_dragoman_is_run(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="not 'echo'"):
        Page(tmp_path).run("echo text")


def test_what_a_person_ends_is_shown_and_not_run(tmp_path: Path) -> None:
    block = "```console\n$ dragoman serve -o\n```\n"
    assert Page(tmp_path).executed(block) == block


def test_a_region_is_made_anew(tmp_path: Path) -> None:
    page = tmp_path / "PAGE.ru.md"
    page.write_text("A\n<!-- made: x -->\nold\n<!-- end: x -->\nB\n", encoding="utf-8")
    made = regions.remade(page, lambda name, file: f"{name} {regions.language_of(file)}")
    assert made == "A\n<!-- made: x -->\n\nx ru\n\n<!-- end: x -->\nB\n"


@pytest.mark.parametrize("result", sorted(tables.RESULTS.glob("*.json")), ids=lambda file: file.stem)
@pytest.mark.parametrize("language", ["ru", "zh"])
def test_every_heading_of_a_table_is_translated(result: Path, language: str) -> None:
    for column in json.loads(result.read_text(encoding="utf-8"))["columns"]:
        assert tables.said(column, language) != column


def test_figures_stand_to_the_right() -> None:
    made = tables.table(["method", "F1 strict"], [["a", 0.5], ["b", 1]], "zh")
    assert made == "| 方法 | F1（严格） |\n|---|---:|\n| a | 0.5 |\n| b | 1 |"


def test_what_was_not_measured_is_not_claimed() -> None:
    assert tables.measured("no-such-benchmark", Path("README.ru.md")) == "*Ещё не измерено.*"


def test_a_long_function_and_a_long_module_are_named(tmp_path: Path) -> None:
    file = tmp_path / "long.py"
    body = "    pass\n"
    file.write_text(
        "def short() -> None:\n" + body * 59 + "def long() -> None:\n" + body * 60, encoding="utf-8"
    )
    assert list(lengths.complaints(file)) == [f"{file}:61: long has 61 lines, more than 60."]
    file.write_text("x = 1\n" * 501, encoding="utf-8")
    assert [line.partition(": ")[2] for line in lengths.complaints(file)] == [
        "501 lines, more than 500: look for the second noun in it."
    ]


def test_a_release_takes_up_the_fragments(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(changelog, "FRAGMENTS", tmp_path)
    monkeypatch.setattr(changelog, "CHANGELOG", tmp_path / "CHANGELOG.md")
    head = "# Changelog\n\n## Unreleased\n\n<!-- made: unreleased -->\n"
    changelog.CHANGELOG.write_text(
        f"{head}<!-- end: unreleased -->\n\n## 0.1.0 (2026-01-01)\n", encoding="utf-8"
    )
    (tmp_path / "thing.fixed.md").write_text("A thing\nworks.\n", encoding="utf-8")
    (tmp_path / "other.added.md").write_text("Another.", encoding="utf-8")
    changelog.release("0.2.0")
    text = changelog.CHANGELOG.read_text(encoding="utf-8")
    assert (
        text.index("## 0.2.0 (")
        < text.index("### Added\n\n- Another.")
        < text.index("### Fixed\n\n- A thing works.")
    )
    assert text.index("- A thing works.") < text.index("## 0.1.0")
    assert list(tmp_path.glob("*.fixed.md")) == []
