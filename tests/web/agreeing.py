"""A glossary of two invented parties for tests of pages: entries at several levels."""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient

from dragoman.glossary.content import blank, filled
from dragoman.web.app import create_app
from dragoman.workspace import Workspace
from dragoman.workspace.agreedmodel import Signer
from tests.web.browser import Browser

PASSPHRASE = "seven reeds bend in the wind"
LAKE = {"en": "Lake Republic", "ru": "Озёрная Республика", "zh": "湖泽共和国"}
STEPPE = {"en": "Steppe Republic", "ru": "Степная Республика", "zh": "草原共和国"}
TITLES = {"en": "Words for the river", "ru": "Слова о реке", "zh": "河流用语"}
GLOSSARY = "river"
RESERVED = "Only for <surface> waters."


@dataclass(frozen=True, slots=True)
class Made:
    """The identifiers of the two parties, and the proposals by the entry that they stand in."""

    lake: str
    steppe: str
    proposals: Mapping[str, Sequence[str]]


def content(parties: Sequence[str], aim: str, heads: Mapping[str, str], **more: Any) -> dict[str, Any]:
    """The content of a proposal with a term in each language."""
    made = blank(parties, tuple(heads))
    for term in made["terms"]:
        term |= {"text": heads[term["language"]], "part_of_speech": "noun"}
    return filled({**made, "aim": aim, **more})


def agreed(workspace: Workspace, lake_chair: str = "Анна Озёрная") -> Made:
    """Found both parties and their glossary, and agree on some entries."""
    lake = workspace.parties.found("lake", LAKE, passphrase=PASSPHRASE, chair=lake_chair).party
    steppe = workspace.parties.found("steppe", STEPPE, passphrase=PASSPHRASE, chair="Boris Steppe").party
    both = tuple(sorted((lake, steppe)))
    one = workspace.parties.unlocked(lake, PASSPHRASE, author=lake_chair)
    other = workspace.parties.unlocked(steppe, PASSPHRASE, author="Boris Steppe")
    glossaries = workspace.glossaries
    glossaries.found(one, GLOSSARY, TITLES, tuple(TITLES), both)
    done: dict[str, Sequence[str]] = {}
    done["basin"] = _joint(workspace, one, other, both)
    done["tributary"] = _contested(workspace, one, other, both)
    done["ferry"] = _open(workspace, one, both)
    return Made(lake, steppe, done)


def _joint(workspace: Workspace, one: Signer, other: Signer, both: Sequence[str]) -> list[str]:
    """Proposed as equivalent, then agreed as joint with a reservation."""
    glossaries = workspace.glossaries
    heads = {"en": "river basin", "ru": "бассейн реки", "zh": "流域"}
    first = glossaries.propose(
        one,
        GLOSSARY,
        "basin",
        content(both, "equivalent", heads, subject="Hydrology", dimension="ecological"),
    )
    glossaries.accept(other, GLOSSARY, first)
    defined = {
        "en": "The land from which all water flows into one river.",
        "ru": "Территория, с которой вся вода стекает в одну реку.",
        "zh": "全部水流汇入同一条河流的地区。",
    }
    scope = {"en": "In this glossary.", "ru": "В этом глоссарии.", "zh": "在本词汇表中。"}
    second = glossaries.propose(
        other,
        GLOSSARY,
        "basin",
        content(
            both, "joint", heads, subject="Hydrology", dimension="ecological", definition=defined, scope=scope
        ),
    )
    glossaries.accept(one, GLOSSARY, second, reservation={"en": RESERVED, "ru": "Только поверхностные воды."})
    return [first, second]


def _contested(workspace: Workspace, one: Signer, other: Signer, both: Sequence[str]) -> list[str]:
    """Each party has its definition; they agree on how the concepts differ. One defines anew afterwards."""
    glossaries = workspace.glossaries
    mine = glossaries.define(
        one, GLOSSARY, "tributary", "ru", "Река, впадающая в другую реку.", source="Водный кодекс, ст. 5",
        date="2006-06-03", translations={"en": "A river that flows into another river."},
    )  # fmt: skip
    theirs = glossaries.define(
        other, GLOSSARY, "tributary", "zh", "汇入另一条河流或湖泊的河流。", source="水法", date="2016"
    )
    made = glossaries.propose(
        one,
        GLOSSARY,
        "tributary",
        content(
            both,
            "contested",
            {"en": "tributary", "ru": "приток", "zh": "支流"},
            definitions={one.party: mine, other.party: theirs},
            relations=[{"of": one.party, "to": other.party, "relation": "narrower"}],
        ),
        reservation={"ru": "Озеро — не река."},
    )
    glossaries.accept(other, GLOSSARY, made, reservation={"zh": "湖泊也算。"})
    glossaries.define(other, GLOSSARY, "tributary", "zh", "汇入另一条河流、湖泊或海洋的河流。")
    glossaries.note(one, GLOSSARY, "tributary", "ru", "Для карт — условный знак 12.")
    return [made]


def _open(workspace: Workspace, one: Signer, both: Sequence[str]) -> list[str]:
    heads = {"en": "ferry", "ru": "паром", "zh": "渡轮"}
    return [workspace.glossaries.propose(one, GLOSSARY, "ferry", content(both, "equivalent", heads))]


@pytest.fixture(scope="session")
def river(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Made]:
    """The folder of a workspace with the glossary; not to be changed."""
    folder = tmp_path_factory.mktemp("river") / "workspace"
    with Workspace.create(folder, title="River", author="A. Reader") as workspace:
        return folder, agreed(workspace)


@dataclass(frozen=True, slots=True)
class Site:
    """A site with the glossary, and what is in it."""

    browser: Browser
    made: Made

    def proposal(self, entry: str, number: int = 0) -> str:
        """The address of a proposal, after the language."""
        return f"/glossary/{GLOSSARY}/proposals/{self.made.proposals[entry][number].removeprefix('sha256:')}"

    def workspace(self) -> Workspace:
        """The workspace, to look into."""
        return Workspace.open(self.browser.folder)


@pytest.fixture(scope="session")
def riverside(river: tuple[Path, Made]) -> Iterator[Site]:
    """The glossary's site, shared by tests that write nothing."""
    folder, made = river
    with TestClient(create_app(folder, working=False), base_url="http://localhost") as client:
        yield Site(Browser(client, folder), made)


@pytest.fixture
def own_riverside(river: tuple[Path, Made], tmp_path: Path) -> Iterator[Site]:
    """A copy of it, which a test may write in."""
    folder, made = river
    copy = Path(shutil.copytree(folder, tmp_path / "workspace"))
    with TestClient(create_app(copy, working=False), base_url="http://localhost") as client:
        yield Site(Browser(client, copy), made)
