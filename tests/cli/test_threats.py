from __future__ import annotations

import re
from pathlib import Path

import pytest

from dragoman.workspace import About, File, Workspace
from tests.cli.inside import dragoman, read

TEXTS = {
    "Lake Republic": "Floods threaten the lower town. Rabbits pose a threat to the cabbage.",
    "Steppe Republic": "Floods threaten the herds of the country. Migration is not a threat to us.",
}


@pytest.fixture
def named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A workspace with a document of each of two states; the current folder."""
    folder = tmp_path / "workspace"
    with Workspace.create(folder, author="Anna") as workspace:
        for party, text in TEXTS.items():
            about = About(title=party, parties=(party,), date="2024", invented=True)
            workspace.add([File(text.encode(), "a.en.txt", "en")], about)
        workspace.work()
    monkeypatch.chdir(folder)
    monkeypatch.delenv("DRAGOMAN_WORKSPACE", raising=False)
    return folder


def test_states_side_by_side(named: Path) -> None:
    outcome = dragoman("threats", width=120)
    head, floods = outcome.out.splitlines()
    assert re.split("  +", head) == ["topic", "Lake Republic", "Steppe Republic", "together", "named by"]
    assert re.split("  +", floods)[1:] == ["1/1 2024", "1/1 2024", "–", "2"]
    assert "lexicon does not know" in outcome.err
    sides = read("threats")
    assert sides["parties"] == ["Lake Republic", "Steppe Republic"]
    assert [row["topic"] for row in sides["rows"]] == ["disasters"]
    assert [row["topic"] for row in read("threats --party 'Lake Republic' --since 2024")["rows"]] == [
        "disasters"
    ]
    assert dragoman("threats --since 2030").err == "No document names anything as a threat.\n"


def test_quotations_and_decisions(named: Path) -> None:
    found = read("threats --topic other")
    assert [each["decision"] for each in found["quotations"]] == ["open"]
    mention = found["quotations"][0]["id"]
    shown = dragoman("threats --quotations").out
    assert mention in shown
    assert "Rabbits pose a threat to the cabbage." in shown
    assert "says that it is none" in shown

    confirmed = dragoman(f"threats confirm {mention}")
    assert (confirmed.code, confirmed.out[:7]) == (0, "sha256:")
    assert [row["topic"] for row in read("threats")["rows"]] == ["disasters", "other"]
    rejected = dragoman(f"threats -w {named} reject {mention} --author Boris", "--reason", "A joke.")
    assert rejected.code == 0, rejected.err
    assert "rejected: A joke." in dragoman("threats --state rejected").out
    assert dragoman(f"threats reopen {mention} -w", named).err == "Taken back.\n"
    assert dragoman("threats --state rejected").err == "Nothing was found.\n"
    log = dragoman("record log", width=200).out
    assert len(re.findall(r"threat\.(?:confirmed|rejected) .* other Rabbits", re.sub(" +", " ", log))) == 2
    assert dragoman("record verify").code == 0


def test_what_cannot_be_done_is_said(named: Path) -> None:
    unknown = dragoman("threats confirm abcdefgh")
    assert unknown.code == 2
    assert "There is no such mention." in unknown.err
    assert dragoman("threats reject abcdefgh").code == 2  # without a reason
    wrong = dragoman("threats --topic nonsense")
    assert wrong.code == 2
    assert "There is no topic 'nonsense'." in wrong.err
    assert dragoman("threats --party nobody --quotations").err == "Nothing was found.\n"
