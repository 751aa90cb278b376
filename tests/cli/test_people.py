from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner

from dragoman.cli.main import group
from dragoman.errors import NotAllowed
from dragoman.workspace import Workspace
from tests.cli.commands import Outcome
from tests.cli.inside import dragoman, read
from tests.people import LAKE, PASSWORD, cheap_passwords, with_parties

OTHER = "clouds over the steppe"


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A workspace without accounts that knows a party; the current folder."""
    folder = tmp_path / "workspace"
    with Workspace.create(folder) as workspace:
        with_parties(workspace, LAKE)
    monkeypatch.chdir(folder)
    monkeypatch.delenv("DRAGOMAN_WORKSPACE", raising=False)
    with cheap_passwords():
        yield folder


def typed(line: str, text: str) -> Outcome:
    """Run a command line that reads this text."""
    result = CliRunner().invoke(group(), line.split(), input=text, prog_name="dragoman")
    return Outcome(result.exit_code, result.stdout, result.stderr)


def made(place: Path) -> None:
    """Make the first account."""
    outcome = typed("people add olga --administrator", f"{PASSWORD}\n")
    assert outcome.code == 0, outcome.err
    assert outcome.err == "There is an account called olga now.\n"


def accept(place: Path, link: str) -> None:
    """Follow a link, and choose a password."""
    with Workspace.open(place) as workspace:
        workspace.people.accept_invitation(link.rpartition("/")[2], "", OTHER)


def can_sign_in(place: Path, name: str, password: str) -> bool:
    with Workspace.open(place) as workspace:
        try:
            return bool(workspace.people.sign_in(name, password))
        except NotAllowed:
            return False


def test_the_first_account_is_an_administrator_s(place: Path) -> None:
    assert "whoever reaches the pages" in dragoman("people list").err
    refused = typed("people add boris", f"{PASSWORD}\n")
    assert (refused.code, refused.out) == (2, "")
    assert "people add NAME --administrator" in refused.err
    short = typed("people add olga --administrator", "short\n")
    assert short.code == 2
    assert "10 characters" in short.err
    made(place)
    assert dragoman("people list").out == "olga  olga  administrator  may sign in\n"
    assert can_sign_in(place, "olga", PASSWORD)


def test_a_link_instead_of_a_password(place: Path) -> None:
    outcome = dragoman(
        "people add olga --administrator --invite --address https://archive.example/dragoman/ --hours 5"
    )
    link = outcome.out.strip()
    assert link.startswith("https://archive.example/dragoman/en/invitations/")
    assert read("people list")[0]["waiting"] is True
    [held] = read("people invitations")
    assert (held["name"], held["state"]) == ("olga", "open")
    assert link.rpartition("/")[2] not in str(read("people invitations"))
    accept(place, link)
    assert can_sign_in(place, "olga", OTHER)
    [person] = read("people list")
    assert (person["administrator"], person["waiting"]) == (True, False)


def test_invitations_and_roles(place: Path) -> None:
    made(place)
    assert dragoman("people invite boris --party lake").code == 2
    unknown = dragoman("people invite boris --party lake --role king")
    assert "The roles are observer, expert, drafter, chair." in unknown.err
    link = dragoman("people invite boris --party lake --role drafter").out.strip()
    assert "open" in dragoman("people invitations boris").out
    accept(place, link)
    assert dragoman("people grant boris --party lake --role chair").err == f"{LAKE}: chair\n"
    assert read("people list")[0]["roles"] == {LAKE: "chair"}
    assert dragoman("people take boris --party lake").err == "no role\n"
    assert dragoman("people take boris").code == dragoman("people grant boris").code == 2
    assert dragoman("people grant boris --administrator").err == "administrator\n"
    assert dragoman("people take boris --administrator").err == "no role\n"
    assert "last administrator" in dragoman("people take olga --administrator").err
    dragoman("people invite carl")
    assert dragoman("people invitations carl --revoke").err == "Taken back.\n"
    assert [it["state"] for it in read("people invitations carl")] == ["revoked"]


def test_sessions_passwords_and_disabled_accounts(place: Path) -> None:
    made(place)
    typed("people add boris", f"{OTHER}\n")
    assert dragoman("people sessions boris").err == "The person is signed in nowhere.\n"
    assert can_sign_in(place, "boris", OTHER)
    assert len(read("people sessions boris")) == 1
    assert dragoman("people sessions boris").out.count("Z") == 3
    assert dragoman("people sessions boris --revoke").err == "1 session has ended.\n"
    assert typed("people password boris", f"{PASSWORD}\n").code == 0
    assert can_sign_in(place, "boris", PASSWORD)
    assert dragoman("people disable boris").code == 0
    assert not can_sign_in(place, "boris", PASSWORD)
    assert "disabled" in dragoman("people list").out
    assert dragoman("people enable boris").code == 0
    link = dragoman("people password boris --invite").out.strip()
    assert not can_sign_in(place, "boris", PASSWORD)
    accept(place, link)
    assert can_sign_in(place, "boris", OTHER)
    assert dragoman("people disable nobody").code == 2


def test_who_may_read(place: Path) -> None:
    assert "no accounts yet" in dragoman("people members-only on").err
    made(place)
    assert "Only people" in dragoman("people list").err
    assert dragoman("people members-only off").err == "Everybody may read who reaches the pages.\n"
    assert dragoman("people members-only on").err == "Only people with an account may read.\n"


def test_serving_to_others_warns_only_without_accounts(place: Path) -> None:
    assert "`dragoman people add NAME --administrator`" in dragoman("serve --host 192.0.2.1").err
    made(place)
    assert "Warning" not in dragoman("serve --host 192.0.2.1").err
