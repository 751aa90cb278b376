from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.conftest import ROOT

READMES = [ROOT / name for name in ("README.md", "README.ru.md", "README.zh.md")]


def blocks(readme: Path, kind: str) -> list[str]:
    """The bodies of the fenced blocks of one kind."""
    text = readme.read_text(encoding="utf-8")
    return re.findall(rf"^```{kind}\n(.*?)^```$", text, re.DOTALL | re.MULTILINE)


def frame(readme: Path) -> list[str]:
    """Levels of headings, kinds of blocks and names of regions, in order: alike in all languages."""
    text = readme.read_text(encoding="utf-8")
    return re.findall(r"^(?:#+(?= )|```\w+|<!-- made: [\w.]+ -->)", text, re.MULTILINE)


@pytest.mark.parametrize("readme", READMES[1:], ids=lambda readme: readme.name)
def test_all_readmes_have_one_frame(readme: Path) -> None:
    assert frame(readme) == frame(READMES[0])


@pytest.mark.parametrize("kind", ["shell", "console", "pycon"])
@pytest.mark.parametrize("readme", READMES[1:], ids=lambda readme: readme.name)
def test_all_readmes_have_the_same_samples(readme: Path, kind: str) -> None:
    assert blocks(readme, kind) == blocks(READMES[0], kind)


@pytest.mark.parametrize("readme", READMES, ids=lambda readme: readme.name)
def test_set_up_is_two_commands_that_are_there(readme: Path) -> None:
    commands = [block.strip() for block in blocks(readme, "shell")]
    assert commands == ["scripts/try", "scripts/test"]
    for command in commands:
        file = ROOT / command
        assert file.stat().st_mode & 0o111, f"{command} cannot be executed"


def test_continuous_integration_runs_the_test_command_of_the_readme() -> None:
    command = blocks(READMES[0], "shell")[1].strip()
    lines = (ROOT / ".ci" / "run").read_text(encoding="utf-8").splitlines()
    assert lines[0] == "#!/usr/bin/env bash"
    assert "set -euo pipefail" in lines
    assert lines[-1] == f"{command} </dev/null"


@pytest.mark.parametrize("readme", READMES, ids=lambda readme: readme.name)
def test_every_link_inside_the_checkout_leads_somewhere(readme: Path) -> None:
    text = readme.read_text(encoding="utf-8")
    for target in re.findall(r"\]\(([^)#]+)", text):
        assert (ROOT / target).exists(), target
