from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.agreeing import content
from tests.cli.inside import dragoman, read


def proposed(said: dict[str, Any], *more: str, by: str = "lake", entry: str = "pass") -> str:
    """Propose a content out of a file; returns the proposal's hash."""
    Path("said.json").write_text(json.dumps(said), encoding="utf-8")
    outcome = dragoman(f"glossary propose common {entry} said.json --as {by}", *more)
    assert outcome.code == 0, outcome.err
    return outcome.out.strip()


def test_a_glossary_is_founded_and_extended(common: Path) -> None:
    outcome = dragoman(
        "glossary found water --title en=Water --title ru=Вода --language ru --language en --party lake "
        "--as steppe"
    )
    assert outcome.code == 0, outcome.err
    shown = read("glossary show water")
    assert (shown["languages"], len(shown["parties"])) == (["en", "ru"], 2)
    assert dragoman("glossary extend water --language zh --as lake").code == 0
    assert read("glossary show water")["languages"] == ["en", "ru", "zh"]
    assert [each["id"] for each in read("glossary list")] == ["common", "water"]
    assert (
        "There is a glossary water already."
        in dragoman("glossary found water --title en=W --language en --as lake").err
    )


def test_a_proposal_is_agreed_when_both_accept(common: Path) -> None:
    name = proposed(content("equivalent"))
    assert name.startswith("sha256:")
    short = name.removeprefix("sha256:")[:8]
    waiting = read("glossary waiting steppe")
    assert [(each["wanted"], each["entry"], each["proposal"]) for each in waiting] == [
        ("answer", "pass", name)
    ]
    assert short in dragoman("glossary waiting").out
    assert "Proposed" in dragoman("glossary entries common").out
    outcome = dragoman(
        f"glossary accept common {short} --as steppe --reservation 'en=Not in winter.' --author Boris"
    )
    assert (outcome.code, outcome.err) == (0, "Accepted by every party of it.\n")
    entry = read("glossary entry common pass")
    assert (entry["line"]["level"], entry["holding"]) == ("equivalent", name)
    shown = dragoman("glossary entry common pass").out
    assert "shānkǒu" in shown
    assert "Not in winter." in shown
    assert dragoman("glossary waiting").err == "Nothing waits.\n"
    assert [each["id"] for each in read("glossary entries common --level equivalent")] == ["pass"]
    assert read("glossary entries common --level joint") == []
    assert [each["id"] for each in read("glossary entries common перевалов")] == ["pass"]
    told = dragoman("glossary history common pass").out
    assert "Every party has accepted: the level is now “Equivalent”." in told
    assert [step["kind"] for step in read("glossary history common pass")] == [
        "proposal.made",
        "proposal.accepted",
        "proposal.accepted",
    ]


def test_a_proposal_shows_what_it_changes(common: Path) -> None:
    first = proposed(content("joint", definition={"en": "A gap.", "ru": "Проход.", "zh": "通道。"}))
    assert dragoman(f"glossary refuse common {first[7:20]} --as steppe --reason 'Too short.'").code == 0
    second = proposed(content("joint", definition={"en": "A low gap.", "ru": "Проход.", "zh": "通道。"}))
    shown = dragoman(f"glossary proposal common {second}").out
    assert "definition en: A gap. → A low gap." in shown
    assert "Too short." in dragoman(f"glossary proposal common {first}").out
    assert read(f"glossary proposal common {first}")["state"] == "withdrawn"
    assert dragoman(f"glossary withdraw common {second} --as lake --reason Why").code == 0
    assert read(f"glossary proposal common {second}")["state"] == "withdrawn"


def test_what_is_agreed_ends_only_in_sight_of_all(common: Path) -> None:
    name = proposed(content("equivalent"))
    dragoman(f"glossary accept common {name} --as steppe")
    assert "is not withdrawn" in dragoman(f"glossary withdraw common {name} --as lake").err
    lower = content("deferred")
    Path("said.json").write_text(json.dumps(lower), encoding="utf-8")
    refused = dragoman("glossary propose common pass said.json --as lake")
    assert (refused.code, "reason" in refused.err) == (2, True)
    outcome = dragoman(f"glossary take-back common {name} --as steppe --reason 'A new law.'")
    assert outcome.code == 0, outcome.err
    told = dragoman("glossary history common pass").out
    assert "A new law." in told
    assert "It is no longer “Equivalent”." in told


def test_each_party_writes_its_own_words(common: Path) -> None:
    for party, code, text in (("lake", "ru", "Низкое место хребта."), ("steppe", "zh", "山脊低处。")):
        outcome = dragoman(
            f"glossary define common pass '{text}' --language {code} --source Atlas --date 2026 --as {party} "
            "--translation 'en=A low place.'"
        )
        assert outcome.code == 0, outcome.err
    assert dragoman("glossary note common pass 'Не тропа.' --language ru --as lake").code == 0
    name = proposed(content("parallel"))
    assert dragoman(f"glossary accept common {name} --as steppe").code == 0
    entry = read("glossary entry common pass")
    assert entry["line"]["level"] == "parallel"
    assert sorted(one["text"] for one in entry["definitions"].values()) == [
        "Низкое место хребта.",
        "山脊低处。",
    ]
    shown = dragoman("glossary entry common pass").out
    assert "Definition of Lake Republic:" in shown
    assert "its own translation" in shown
    assert "Не тропа." in shown


def test_a_draft_is_kept_and_proposed_with_its_definition(common: Path) -> None:
    draft = {
        "content": content("equivalent"),
        "definition": {"language": "ru", "text": "Проход.", "source": "", "date": "", "translations": {}},
        "note": {},
    }
    Path("draft.json").write_text(json.dumps(draft), encoding="utf-8")
    kept = dragoman("glossary draft common pass draft.json --as lake")
    assert kept.code == 0, kept.err
    assert read("glossary entries common") == []
    assert [each["entry"] for each in read("glossary drafts lake")] == ["pass"]
    assert read("glossary drafts steppe") == []
    assert dragoman("glossary propose common pass --as lake").code == 0
    entry = read("glossary entry common pass")
    assert [one["text"] for one in entry["definitions"].values()] == ["Проход."]
    assert [each["state"] for each in read("glossary drafts lake")] == ["proposed"]
    assert "has no draft" in dragoman("glossary propose common pass --as steppe").err


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"aim": "friendly"}, "aim"),
        ({"parties": ["lake"]}, "parties"),
        ({"terms": []}, "terms"),
        ({"dimension": "fifth"}, "dimension"),
        ({"aim": "joint"}, "definition"),
        ({"aim": "contested"}, "relations"),
        ({"aim": "parallel"}, "definitions"),
        ({"unknown": ""}, "unknown"),
    ],
)
def test_what_cannot_be_proposed_names_its_field(common: Path, change: dict[str, Any], field: str) -> None:
    Path("said.json").write_text(json.dumps({**content("equivalent"), **change}), encoding="utf-8")
    outcome = dragoman("glossary propose common pass said.json --as lake")
    assert outcome.code == 2
    assert field in outcome.err
    assert read("glossary entries common") == []


def test_other_mistakes_are_told(common: Path) -> None:
    assert "There is no glossary nothing." in dragoman("glossary show nothing").err
    assert "has no entry nothing" in dragoman("glossary entry common nothing").err
    assert "There is no proposal abc" in dragoman("glossary accept common abc --as lake").err
    assert "Name it with --as: lake@" in dragoman("glossary note common pass X --language ru").err
    assert "There is no party" in dragoman("glossary waiting nobody").err
    Path("bad.json").write_text("[]")
    assert "This is no draft." in dragoman("glossary propose common pass bad.json --as lake").err
    Path("bad.json").write_text("{")
    assert "This is no JSON" in dragoman("glossary propose common pass bad.json --as lake").err
    assert "cannot be read" in dragoman("glossary propose common pass nowhere.json --as lake").err
