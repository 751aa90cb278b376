from __future__ import annotations

import os
import re
import stat
from pathlib import Path

import pytest
from click.testing import CliRunner

from dragoman.cli.main import group
from dragoman.workspace import Workspace
from tests.cli.agreeing import PASSPHRASE
from tests.cli.commands import Outcome
from tests.cli.inside import dragoman, read


def typed(arguments: list[str], lines: str) -> Outcome:
    """Run a command to which a program sends these lines."""
    result = CliRunner().invoke(group(), arguments, input=lines, prog_name="dragoman")
    return Outcome(result.exit_code, result.stdout, result.stderr)


def test_founding_shows_the_recovery_key_once_and_keeps_the_secret_sealed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("DRAGOMAN_PASSPHRASE", PASSPHRASE)
    dragoman("init")
    assert "There is no party yet." in dragoman("parties list").err
    outcome = dragoman("parties found hill --name en=Hill --name ru=Холм --chair Clara")
    assert outcome.code == 0, outcome.err
    party = outcome.out.strip()
    assert re.fullmatch(r"hill@[0-9a-f]{32}", party)
    [words] = re.findall(r"(?:[0-9a-f]{4} ){15}[0-9a-f]{4}", outcome.err)
    [file] = (tmp_path / "keys").iterdir()
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert words.replace(" ", "") not in file.read_text()
    shown = read("parties show hill")
    assert (shown["id"], shown["names"], shown["held"]) == (party, {"en": "Hill", "ru": "Холм"}, True)
    assert "key lies here" in dragoman("parties list").out
    again = dragoman("parties found hill --name en=Hill")
    assert again.code == 2
    assert "is held here already" in again.err


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("parties found 'two words' --name en=X", "cannot be the short name"),
        ("parties found hill --name nothing", "CODE=TEXT"),
        ("parties found hill --name en=A --name en=B", "given twice"),
        ("parties found hill --name ru=@nowhere.txt", "cannot be read"),
        ("parties found hill", "--name"),
        ("parties show nobody", "There is no party nobody."),
        ("parties trust lake", "no identifier of a party"),
    ],
)
def test_what_cannot_be_done_names_the_field_and_changes_nothing(common: Path, line: str, said: str) -> None:
    before = read("parties list")
    outcome = dragoman(line)
    assert outcome.code == 2
    assert said in outcome.err
    assert read("parties list") == before


def test_a_short_passphrase_is_refused(common: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DRAGOMAN_PASSPHRASE", "short")
    outcome = dragoman("parties found hill --name en=Hill")
    assert outcome.code == 2
    assert "too short" in outcome.err
    assert len(read("parties list")) == 2


def test_the_key_is_exchanged_for_another(common: Path) -> None:
    before = read("parties show lake")
    outcome = dragoman("parties rotate lake --reason Yearly")
    assert outcome.code == 0, outcome.err
    after = read("parties show lake")
    assert (after["id"], len(after["keys"])) == (before["id"], 2)
    assert after["keys"][0]["until"]
    assert dragoman("parties rename lake --name en=Lakes").code == 0
    assert read("parties show lake")["names"] == {"en": "Lakes"}
    assert dragoman("parties succeed lake 'Dora'").code == 0
    assert read("parties show lake")["chair"] == "Dora"
    assert dragoman("record verify").code == 0


def test_the_recovery_key_names_another(common: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made = dragoman("parties found hill --name en=Hill")
    [words] = re.findall(r"(?:[0-9a-f]{4} ){15}[0-9a-f]{4}", made.err)
    wrong = typed(["parties", "revoke", "hill", "--reason", "Stolen", "--recovery"], "0" * 64 + "\n")
    assert wrong.code == 2
    assert "not the recovery key" in wrong.err
    outcome = typed(["parties", "revoke", "hill", "--reason", "Stolen", "--recovery"], f"{words}\n")
    assert outcome.code == 0, outcome.err
    shown = read("parties show hill")
    assert [key["reason"] for key in shown["keys"]] == ["Stolen", ""]
    assert dragoman("parties revoke hill --reason Over --no-key").code == 0
    assert "no key in force" in dragoman("parties list").out
    refused = dragoman("parties rename hill --name en=Hills")
    assert refused.code == 2
    assert "No key" in refused.err


def test_the_passphrase_may_come_by_standard_input(common: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("DRAGOMAN_PASSPHRASE")
    line = ["parties", "rename", "lake", "--name", "en=Lakes"]
    nothing = typed(line, "")
    assert nothing.code == 2
    assert "DRAGOMAN_PASSPHRASE" in nothing.err
    wrong = typed(line, "another passphrase\n")
    assert wrong.code == 2
    assert "does not open the key" in wrong.err
    assert typed(line, f"{PASSPHRASE}\n").code == 0
    assert PASSPHRASE not in os.environ.values()


def test_another_party_is_trusted_by_its_whole_name(common: Path, tmp_path: Path) -> None:
    with Workspace.create(tmp_path / "elsewhere") as elsewhere:
        other = elsewhere.parties.found("hill", {"en": "Hill"}, passphrase=PASSPHRASE).party
    outcome = dragoman(f"parties trust {other} --reason 'By telephone'")
    assert outcome.code == 0, outcome.err
    [shown] = [each for each in read("parties list") if each["id"] == other]
    assert (shown["trusted"], shown["held"]) == (True, False)
