"""A workspace in which parties sit that sign, for tests: their keys are at hand, so that none has to be opened."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from sqlalchemy import func, select

from dragoman.record.events import Event
from dragoman.record.order import in_order
from dragoman.workspace import Workspace, log, tables
from dragoman.workspace.agreed import project_agreed
from dragoman.workspace.agreedmodel import Signer
from tests.record.signing import ENTRY, GLOSSARY, LANGUAGES, NAMES, content
from tests.record.trading import Delegation


def stored(made: Workspace, events: Iterable[Event]) -> None:
    """Write events as they are, and what they mean into the tables."""
    with made._core.database.writing() as connection:
        log.stored(connection, in_order(events)[0])
        project_agreed(connection)


def count(made: Workspace) -> int:
    """How many events there are."""
    with made._core.database.reading() as connection:
        return connection.scalar(select(func.count()).select_from(tables.event)) or 0


class Hall:
    """A workspace with some parties and their glossary."""

    def __init__(self, folder: Path, database: str = "", parties: int = 2) -> None:
        self.made = Workspace.create(folder, author="tester", database=database)
        self.sides = [Delegation(name) for name in NAMES[:parties]]
        stored(self.made, [event for side in self.sides for event in side.events])
        self.signers = [Signer(side.party, side.key, f"Chair of {side.party[:4]}") for side in self.sides]
        self.made.glossaries.found(
            self.signers[0], GLOSSARY, {"en": "Harbours"}, LANGUAGES, [side.party for side in self.sides]
        )

    @property
    def parties(self) -> list[str]:
        return [side.party for side in self.sides]

    def propose(self, number: int = 0, aim: str = "equivalent", entry: str = ENTRY, **said: object) -> str:
        """A party proposes something for all."""
        whole = content(aim, self.parties, **said)
        return self.made.glossaries.propose(self.signers[number], GLOSSARY, entry, whole)

    def agree(self, aim: str = "equivalent", entry: str = ENTRY, **said: object) -> str:
        """The first party proposes, and all others accept."""
        name = self.propose(0, aim, entry, **said)
        self.accept(name, range(1, len(self.signers)))
        return name

    def accept(self, name: str, numbers: Sequence[int]) -> None:
        for number in numbers:
            self.made.glossaries.accept(self.signers[number], GLOSSARY, name)
