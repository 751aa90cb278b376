from __future__ import annotations

import json
from pathlib import Path

import pytest

from dragoman.workspace import Workspace
from tests.cli.agreeing import PASSPHRASE, agree, content
from tests.cli.inside import dragoman, read


def test_a_round_from_its_opening_to_its_close(common: Path) -> None:
    assert "There is no round yet." in dragoman("rounds list common").err
    Path("topic.txt").write_text("Дороги в горах\n", encoding="utf-8")
    opened = dragoman(
        "rounds open common first --topic en=Roads --topic ru=@topic.txt --from 2026-09-08 --to 2026-09-10 "
        "--chair Anna --expert Boris --as lake"
    )
    assert opened.code == 0, opened.err
    assert [each["wanted"] for each in read("glossary waiting steppe")] == ["join"]
    assert dragoman("rounds join common first Dora --expert Emma --as steppe").code == 0
    added = dragoman("rounds add common first pass ford --note 'From the joint statement' --as lake")
    assert added.err == "2 entries are on the agenda now.\n"
    assert dragoman("rounds remove common first ford --reason Later --as steppe").code == 0

    Path("said.json").write_text(json.dumps(content("equivalent")), encoding="utf-8")
    name = dragoman("glossary propose common pass said.json --as lake").out.strip()
    dragoman(f"glossary accept common {name} --as steppe")
    minutes = dragoman("rounds minutes common first --text 'en=One term.' --as steppe")
    assert minutes.out.startswith("sha256:")
    assert dragoman("rounds accept-minutes common first --as lake").code == 0

    half = dragoman("rounds close common first --as lake")
    assert half.err == "Closed by this party. Missing: Steppe Republic\n"
    whole = dragoman("rounds close common first --as steppe")
    assert whole.err == "The round is closed. Equivalent: 1\n"
    shown = read("rounds show common first")
    assert shown["line"]["topics"] == {"en": "Roads", "ru": "Дороги в горах"}
    assert [(item["entry"], item["outcome"]) for item in shown["agenda"]] == [("pass", "equivalent")]
    assert shown["counts"]["levels"] == {"equivalent": 1}
    text = dragoman("rounds show common first", width=200).out
    for words in ("Lake Republic: Anna; Boris", "Steppe Republic: Dora; Emma", "One term.", "Equivalent"):
        assert words in text
    assert "closed" in dragoman("rounds list common").out


def test_mistakes_are_told_and_change_nothing(common: Path) -> None:
    dragoman("rounds open common first --topic en=Roads --chair Anna --as lake")
    before = read("rounds show common first")
    for line, said in (
        (
            "rounds open common first --topic en=Roads --chair Anna --as lake",
            "There is a round first already.",
        ),
        ("rounds open common second --topic en=Roads --chair Anna --from tomorrow --as lake", "from"),
        ("rounds add common first 'Not a slug' --as lake", "cannot be the name"),
        ("rounds add common second pass --as lake", "has no round second"),
        ("rounds remove common first pass --reason No --as lake", "is not on the agenda"),
        ("rounds accept-minutes common first --as lake", "There are no such minutes"),
        ("rounds show nothing first", "There is no glossary nothing."),
    ):
        outcome = dragoman(line)
        assert outcome.code == 2, line
        assert said in outcome.err, line
    assert read("rounds show common first") == before


def test_candidates_and_passages_come_from_the_documents(
    workspace: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DRAGOMAN_PASSPHRASE", PASSPHRASE)
    with Workspace.open(workspace) as opened:
        agree(opened)
    found = read("rounds candidates common")
    assert found
    assert all(len(each["terms"]) > 1 for each in found)
    assert found[0]["both"]
    assert str(found[0]["count"]) in dragoman("rounds candidates common", width=200).out
    assert "Nothing was found." in dragoman("rounds candidates common nonsense").err

    terms = [{"language": code, "text": text} for code, text in (("ru", "паводок"), ("zh", "洪水"))]
    Path("said.json").write_text(json.dumps({**content("equivalent"), "terms": terms}), encoding="utf-8")
    assert dragoman("glossary propose common flood said.json --as lake").code == 0
    suggested = read("glossary passages common flood")
    assert {passage["language"] for passage in suggested[0]["body"]["passages"]} >= {"ru", "zh"}
    assert "паводк" in dragoman("glossary passages common flood").out
    assert dragoman("glossary cite common flood 1 --as steppe").code == 0
    [cited] = read("glossary entry common flood")["attestations"]
    assert cited["here"]
    assert "Shown by Steppe Republic" in dragoman("glossary entry common flood").out
    assert "attested already" in dragoman("glossary cite common flood 1 --as lake").err
    assert "There is no passage 20" in dragoman("glossary cite common flood 20 --as lake").err
    assert dragoman("record verify").code == 0
