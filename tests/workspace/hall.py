"""A workspace with parties that sign, for tests: their keys are at hand, so that none has to be opened."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from sqlalchemy import func, select

from dragoman.record import agreement
from dragoman.record.events import Event
from dragoman.record.fold import State, fold
from dragoman.record.order import in_order
from dragoman.workspace import Workspace, log, tables
from dragoman.workspace.agreed import project_agreed
from dragoman.workspace.agreedmodel import Signer
from dragoman.workspace.agreedviews import entry_line, entry_view, entry_waits, round_line, round_waits
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


def as_folded(made: Workspace) -> State:
    """The state of all events; what the facade shows must be the same."""
    state = fold(made.history())
    assert [one.id for one in made.glossaries.list()] == sorted(state.glossaries)
    waits = []
    for name, glossary in state.glossaries.items():
        view = made.glossaries.glossary(name)
        assert set(view.parties) == set(glossary.parties)
        assert set(view.languages) == set(glossary.languages)
        assert (view.titles, view.founder, view.founded) == (
            glossary.titles, glossary.founder, glossary.founded
        )  # fmt: skip
        lines = [entry_line(entry, glossary) for _name, entry in sorted(glossary.entries.items())]
        assert made.glossaries.entries(name) == lines
        for one, entry in glossary.entries.items():
            agenda = [key for key, found in glossary.rounds.items() if one in found.agenda]
            expected = entry_view(entry, glossary, (), {one: agenda})
            assert made.glossaries.entry(name, one) == expected
            assert expected.levels == tuple(agreement.levels(entry))
            told = [step.event for step in made.glossaries.story(name, one) if not step.refused]
            assert told == entry.history
            waits += list(entry_waits(entry, glossary))
        for one, found in glossary.rounds.items():
            shown = made.rounds.round(name, one)
            assert shown.line == round_line(found)
            assert [item.entry for item in shown.agenda] == list(found.agenda)
            assert (shown.chairs, shown.experts, list(shown.removed)) == (
                found.chairs, found.experts, found.removed
            )  # fmt: skip
            assert set(shown.closed_by) == set(found.closings)
            waits += list(round_waits(found))
    assert sorted(map(repr, made.glossaries.waiting())) == sorted(map(repr, waits))
    for name, party in state.parties.items():
        told_of = made.parties.party(name)
        assert [(key.key, key.chair, key.since, key.until, key.reason) for key in told_of.keys] == [
            (key.key, key.chair, key.since, key.until, key.reason) for key in party.keys
        ]
        assert (told_of.names, told_of.key, told_of.head) == (party.names, party.key, state.heads[name].hash)
    return state


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
