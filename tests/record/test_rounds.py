"""Rounds: who takes part, what is on the agenda, minutes, and that only all parties together close one."""

from __future__ import annotations

from collections.abc import Callable
from itertools import permutations
from typing import Any

import pytest

from dragoman.record.rounds import RoundState
from tests.record.events import ORIGINALS
from tests.record.signing import ENTRY, GLOSSARY, ROUND, Table, content, dumped

NOTHING = {ENTRY: ["proposed", ""]}


def opened(count: int = 2, parties: int = 0) -> Table:
    """A table whose first parties hold a round, with an entry on its agenda."""
    table = Table(count)
    table.by(0).open(*table.sides[1 : parties or count])
    table.by(0).put()
    return table


def held(table: Table, name: str = ROUND) -> RoundState:
    return table.state.glossaries[GLOSSARY].rounds[name]


def test_a_round_as_it_is_opened() -> None:
    table = opened(3, 2)
    found = held(table)
    assert (found.id, found.glossary, found.opener) == (ROUND, GLOSSARY, table.parties[0])
    assert (found.start, found.end, dict(found.topics)) == ("2026-03-02", "2026-03-05", {"en": "Shipping"})
    assert found.parties == tuple(sorted(table.parties[:2]))
    assert found.chairs == {table.parties[0]: "A. Chair"}
    assert found.experts == {table.parties[0]: ("E. Expert",)}
    assert not found.is_closed
    assert [(item.entry, item.party) for item in found.agenda.values()] == [(ENTRY, table.parties[0])]


def test_each_party_names_its_own_chair_and_experts() -> None:
    table = opened()
    table.by(1).of("round.joined", chair="B. Chair", experts=["F. Expert"])
    table.by(0).of("round.joined", chair="C. Chair", experts=[])
    found = held(table)
    assert found.chairs == dict(zip(table.parties, ("C. Chair", "B. Chair"), strict=True))
    assert found.experts == dict(zip(table.parties, ((), ("F. Expert",)), strict=True))


def test_who_opens_a_round_without_a_chair_has_still_to_join() -> None:
    table = Table()
    table.by(0).open(table.sides[1], chair="")
    assert held(table).chairs == {}


def test_a_round_is_opened_once_by_a_party_of_it_for_parties_of_the_glossary() -> None:
    table = Table(3, members=2)
    body: dict[str, Any] = {"topics": {}, "from": "", "to": "", "chair": "", "experts": []}
    table.by(0).of("round.opened", **body, parties=[table.parties[1]])
    table.by(0).open(table.sides[1], table.sides[2])
    assert table.refusals == [
        "A party opens only a round in which it takes part.",
        f"{table.parties[2]} is no party of the glossary.",
    ]
    assert table.state.glossaries[GLOSSARY].rounds == {}
    table.by(0).open(table.sides[1])
    table.by(1).open(table.sides[0])
    assert table.refusals[2:] == [f"There is a round {ROUND} already."]
    assert held(table).opener == table.parties[0]


def test_two_parties_open_the_same_round_at_once() -> None:
    """The first in the order opens it, the other one is told; nothing depends on who heard whom first."""
    table = Table()
    for side, other in permutations(table.sides):
        side.saw(other)
    openings = [side.open(other) for side, other in permutations(table.sides)]
    first = min(openings, key=lambda event: event.hash)
    assert held(table).opener == first.party
    assert table.refusals == [f"There is a round {ROUND} already."]


CANNOT: list[tuple[str, Callable[[Table], object]]] = [
    ("There is no round autumn.", lambda table: table.by(0).put(name="autumn")),
    ("water is on the agenda already.", lambda table: table.by(1).put()),
    ("port is not on the agenda.", lambda table: table.by(1).of("agenda.removed", entry="port", reason="a")),
    ("The minutes are empty.", lambda table: table.by(0).of("minutes.proposed", texts={})),
    (
        f"There are no minutes {ORIGINALS[0]}.",
        lambda table: table.by(1).of("minutes.accepted", minutes=ORIGINALS[0]),
    ),
    ("The outcomes are not those of the entries on the agenda.", lambda table: table.by(0).close({})),
    (
        "The outcomes are not those of the entries on the agenda.",
        lambda table: table.by(0).close({**NOTHING, "port": ["", ""]}),
    ),
    (
        "The outcomes are not those of the entries on the agenda.",
        lambda table: table.by(0).close({"port": ["", ""]}),
    ),
]


@pytest.mark.parametrize(("why", "deed"), CANNOT)
def test_what_cannot_be_changes_nothing(why: str, deed: Callable[[Table], object]) -> None:
    table = opened()
    before = dumped(table.state)["glossaries"]
    deed(table)
    assert table.refusals == [why]
    assert dumped(table.state)["glossaries"] == before


@pytest.mark.parametrize(
    "deed",
    [
        lambda table: table.by(2).put("port"),
        lambda table: table.by(2).of("round.joined", chair="C", experts=[]),
        lambda table: table.by(2).of("agenda.removed", entry=ENTRY, reason="a"),
        lambda table: table.by(2).of("minutes.proposed", texts={"en": "M"}),
        lambda table: table.by(2).close(NOTHING),
    ],
)
def test_who_takes_no_part_says_nothing(deed: Callable[[Table], object]) -> None:
    """A party of the glossary, but not of the round."""
    table = opened(3, 2)
    deed(table)
    assert table.refusals == [f"{table.parties[2]} takes no part in round {ROUND}."]


def test_an_entry_that_was_taken_off_the_agenda() -> None:
    table = opened()
    table.by(1).of("agenda.removed", entry=ENTRY, reason="No time.")
    assert held(table).agenda == {}
    assert held(table).removed == [(ENTRY, table.parties[1], "No time.")]
    table.by(1).put()
    assert held(table).agenda[ENTRY].party == table.parties[1]


def test_minutes_are_agreed_when_every_party_accepts_them() -> None:
    table = opened(3)
    minutes = table.by(1).of("minutes.proposed", texts={"en": "They met."}).hash
    assert held(table).minutes[minutes].accepted == [table.parties[1]]
    table.by(0).of("minutes.accepted", minutes=minutes)
    table.by(2).of("minutes.accepted", minutes=minutes)
    assert sorted(held(table).minutes[minutes].accepted) == sorted(table.parties)
    table.by(2).of("minutes.accepted", minutes=minutes)
    assert table.refusals == ["The party has accepted this already."]
    other = table.by(1).of("minutes.proposed", texts={"en": "They met twice."}).hash
    assert held(table).minutes[other].accepted == [table.parties[1]]


@pytest.mark.parametrize("order", list(permutations(range(3))))
def test_all_parties_together_close_a_round(order: tuple[int, ...]) -> None:
    table = opened(3)
    name = table.agree(content("joint", table.parties), 0, 1, 2)
    for number in order:
        assert not held(table).is_closed
        table.by(number).close({ENTRY: ["joint", name]})
    found = held(table)
    assert found.is_closed
    assert found.closings.keys() == set(table.parties)
    assert [dict(said) for _event, said in found.closings.values()] == [{ENTRY: ("joint", name)}] * 3
    assert table.refusals == []


def test_a_round_is_not_closed_while_its_parties_say_different_things() -> None:
    table = opened()
    table.by(0).close(NOTHING)
    table.by(1).close({ENTRY: ["deferred", ""]})
    assert not held(table).is_closed
    table.by(0).close({ENTRY: ["deferred", ""]})
    assert held(table).is_closed
    assert table.refusals == []


def test_another_agenda_asks_for_another_closing() -> None:
    table = opened()
    table.by(0).close(NOTHING)
    table.by(1).put("port")
    assert held(table).closings == {}
    table.by(1).close({**NOTHING, "port": ["", ""]})
    assert not held(table).is_closed
    table.by(1).of("agenda.removed", entry="port", reason="No time.")
    assert held(table).closings == {}
    for number in (0, 1):
        table.by(number).close(NOTHING)
    assert held(table).is_closed


def test_in_a_closed_round_only_minutes_change() -> None:
    table = opened()
    minutes = table.by(0).of("minutes.proposed", texts={"en": "They met."}).hash
    for number in (0, 1):
        table.by(number).close(NOTHING)
    before = dumped(table.state)["glossaries"]
    table.by(0).put("port")
    table.by(0).of("agenda.removed", entry=ENTRY, reason="a")
    table.by(1).of("round.joined", chair="B", experts=[])
    table.by(1).close(NOTHING)
    assert table.refusals == [f"Round {ROUND} is closed."] * 4
    assert dumped(table.state)["glossaries"] == before
    table.by(1).of("minutes.accepted", minutes=minutes)
    later = table.by(1).of("minutes.proposed", texts={"en": "They met again."}).hash
    assert len(table.refusals) == 4
    assert set(held(table).minutes) == {minutes, later}
    assert held(table).is_closed


def test_what_is_agreed_later_does_not_change_how_a_round_was_closed() -> None:
    table = opened()
    for number in (0, 1):
        table.by(number).close(NOTHING)
    table.agree(content("joint", table.parties), 0, 1)
    closings = held(table).closings.values()
    assert [dict(said) for _event, said in closings] == [{ENTRY: ("proposed", "")}] * 2


def test_a_party_that_joins_the_glossary_takes_no_part_in_a_round_before() -> None:
    table = Table(3, members=2)
    table.by(0).open(table.sides[1])
    table.by(0).extend(table.sides[2])
    table.by(2).put()
    assert table.refusals == [f"{table.parties[2]} takes no part in round {ROUND}."]
    for number in (0, 1):
        table.by(number).close({})
    assert held(table).is_closed
