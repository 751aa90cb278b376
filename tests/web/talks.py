"""Two invented delegations with a round of talks, for tests of the pages."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dragoman.workspace import Workspace
from dragoman.workspace.agreedmodel import Signer

PASSPHRASE = "reed and sedge"
NAMES = {
    "lake": {"en": "Lake Republic", "ru": "Озёрная Республика", "zh": "湖泽共和国"},
    "steppe": {"en": "Steppe Republic", "ru": "Степная Республика", "zh": "草原共和国"},
}
TERMS = {
    "water-security": {"ru": "водная безопасность", "zh": "水安全", "en": "water security"},
    "fish-stock": {"ru": "рыбные запасы", "zh": "鱼类资源", "en": "fish stock"},
    "flood-warning": {"ru": "оповещение о паводке", "zh": "洪水预警", "en": "flood warning"},
    "threat": {"ru": "угроза", "zh": "威胁", "en": "threat"},
    "upper-reaches": {"ru": "верховья", "zh": "上游", "en": "upper reaches"},
}


@dataclass(frozen=True, slots=True)
class Talks:
    """A workspace with a round: its folder, the two parties, and each proposal's hash by its entry."""

    folder: Path
    lake: str
    steppe: str
    proposals: Mapping[str, str]

    def digits(self, entry: str) -> str:
        """What the fields of an entry's answer are named by."""
        return self.proposals[entry].removeprefix("sha256:")


def content(aim: str, parties: list[str], entry: str, **more: Any) -> dict[str, Any]:
    """The content of a proposal with the terms of an entry."""
    terms = [
        {
            "language": code,
            "text": text,
            "status": "preferred",
            "part_of_speech": "noun",
            "transliterations": {},
            "source": "",
            "note": "",
        }
        for code, text in TERMS[entry].items()
    ]
    texts: dict[str, Any] = dict.fromkeys(("subject", "dimension", "successor", "reason"), "")
    texts |= {name: {} for name in ("scope", "usage", "definition", "definitions", "instrument")}
    return {**texts, "aim": aim, "parties": parties, "terms": terms, "relations": [], "replaces": [], **more}


def signer(workspace: Workspace, name: str) -> Signer:
    """The open key of a party, by its short name."""
    return workspace.parties.unlocked(name, PASSPHRASE, author=f"Chair of {name}")


def hold_talks(folder: Path) -> Talks:
    """Make the workspace: one entry agreed, one with a reservation, one that waits for Steppe, two for Lake
    (one of them contested), one on the agenda without a proposal."""
    with Workspace.create(folder, title="Talks", author="A. Reader") as workspace:
        for name, names in NAMES.items():
            workspace.parties.found(name, names, passphrase=PASSPHRASE, chair=f"Chair of {name}")
        lake, steppe = signer(workspace, "lake"), signer(workspace, "steppe")
        parties = sorted((lake.party, steppe.party))
        glossaries, rounds = workspace.glossaries, workspace.rounds
        titles = {"en": "River talks", "ru": "Речные переговоры", "zh": "河流会谈"}
        glossaries.found(lake, "river", titles, ["ru", "zh", "en"], ["lake", "steppe"])
        topics = {"en": "Water and fish", "ru": "Вода и рыба", "zh": "水与鱼"}
        rounds.open(
            lake, "river", "first", topics, start="2026-05-11", end="2026-05-13", chair="Ann Brook",
            experts=["C. Heron", "D. Pike"],
        )  # fmt: skip
        rounds.join(steppe, "river", "first", "Борис Ковыль")
        made = {
            entry: glossaries.propose(lake, "river", entry, content("equivalent", parties, entry))
            for entry in ("water-security", "fish-stock", "flood-warning")
        }
        glossaries.accept(steppe, "river", made["water-security"])
        glossaries.accept(steppe, "river", made["fish-stock"], reservation={"ru": "Только промысловые."})
        relation = {"of": parties[0], "to": parties[1], "relation": "overlapping"}
        contested = content("contested", parties, "threat", relations=[relation])
        made["threat"] = glossaries.propose(
            steppe, "river", "threat", contested, reservation={"ru": "Включая стихийные бедствия."}
        )
        upper = content("equivalent", parties, "upper-reaches")
        made["upper-reaches"] = glossaries.propose(steppe, "river", "upper-reaches", upper)
        rounds.add(lake, "river", "first", [*TERMS, "ice-jam"])
        return Talks(folder, lake.party, steppe.party, made)
