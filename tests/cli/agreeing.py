"""Two parties with a glossary, for the tests of the commands that agree on one."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from dragoman.glossary.content import blank, filled
from dragoman.workspace import Workspace

PASSPHRASE = "a good passphrase"


def content(aim: str, **more: Any) -> dict[str, Any]:
    """What a proposal holds; its parties are given by their short names."""
    words = {"en": "pass", "ru": "перевал", "zh": "山口"}
    terms = [{"language": code, "text": text, "status": "preferred"} for code, text in words.items()]
    made = filled({**blank((), ()), "aim": aim, "terms": terms, **more})
    return {**made, "parties": ["lake", "steppe"]}


def found(folder: Path) -> None:
    """Make a workspace of two parties, both held in it, with a glossary."""
    with Workspace.create(folder, author="Anna") as workspace:
        agree(workspace)


def agree(workspace: Workspace) -> None:
    """Found two parties in a workspace, and their glossary."""
    for name, title in (("lake", "Lake Republic"), ("steppe", "Steppe Republic")):
        workspace.parties.found(name, {"en": title}, passphrase=PASSPHRASE, chair=f"Chair of {name}")
    lake = workspace.parties.unlocked("lake", PASSPHRASE)
    workspace.glossaries.found(lake, "common", {"en": "Common"}, ("en", "ru", "zh"), ("lake", "steppe"))
