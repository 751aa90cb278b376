"""How far parties agree: every level by acceptances of every party, and by nothing else."""

from __future__ import annotations

from collections.abc import Callable
from itertools import combinations, permutations

import pytest

from dragoman.record.agreement import agreed, awaited, level, levels, rank, standing
from dragoman.record.content import AIMS, LEVELS, OUTCOMES
from dragoman.record.fold import fold
from tests.record.events import ORIGINALS
from tests.record.signing import (
    ENTRY,
    GLOSSARY,
    NAMES,
    RESERVATION,
    Negotiator,
    Table,
    attestation,
    content,
    dumped,
    term,
)


def proposal(table: Table, aim: str, *numbers: int, **said: object) -> dict[str, object]:
    """A content for these parties of a table; for parallel ones they give their definitions first."""
    parties = [table.parties[number] for number in numbers]
    if aim == "parallel":
        given = {table.parties[k]: table.by(k).define(f"Of {NAMES[k]}.").hash for k in numbers}
        said = {"definitions": given, **said}
    return content(aim, parties, **said)


def at(table: Table, *numbers: int, entry: str = ENTRY) -> tuple[str, str]:
    """The level among these parties of a table, all without any, with the proposal that it is reached by."""
    return level(table.entry(entry), [table.parties[k] for k in numbers or range(len(table.sides))])


# Levels, by acceptances of all


@pytest.mark.parametrize("aim", AIMS)
@pytest.mark.parametrize("order", list(permutations(range(3))))
def test_a_level_is_reached_with_the_last_acceptance(aim: str, order: tuple[int, ...]) -> None:
    table = Table(3)
    said = proposal(table, aim, 0, 1, 2)
    reservation = RESERVATION if aim == "contested" else {}
    name = table.by(order[0]).propose(said, accept=False)
    for number in order:
        assert at(table) == (LEVELS[0], "")
        assert standing(table.entry(), table.entry().proposals[name]) == "open"
        assert agreed(table.entry()) == []
        table.by(number).accept(name, reservation=reservation)
    assert table.refusals == []
    assert at(table) == (aim, name)
    assert levels(table.entry()) == [(tuple(sorted(table.parties)), aim, name)]
    assert table.entry().proposals[name].reached == table.sides[order[2]].head
    assert awaited(table.entry()) == []


def test_nothing_was_put_forward() -> None:
    table = Table()
    table.by(0).note("N", ENTRY)
    assert at(table) == ("", "")
    table.by(0).define()
    assert at(table) == ("proposed", "")
    assert at(table, 1) == ("", "")


@pytest.mark.parametrize("missing", range(7))
def test_seven_parties_and_one_that_does_not_accept(missing: int) -> None:
    table = Table(7)
    others = [k for k in range(7) if k != missing]
    name = table.agree(proposal(table, "joint", *range(7)), *others)
    assert at(table) == ("proposed", "")
    for size in range(1, 7):
        for some in combinations(range(7), size):
            assert at(table, *some) == ("proposed", "")
    assert awaited(table.entry()) == [(table.entry().proposals[name], (table.parties[missing],))]
    table.by(missing).accept(name)
    assert at(table) == ("joint", name)


def test_what_is_agreed_among_more_is_agreed_among_these_and_not_the_other_way_round() -> None:
    table = Table(4)
    name = table.agree(proposal(table, "equivalent", 0, 1, 2), 0, 1, 2)
    for some in ((0,), (1, 2), (0, 1), (0, 1, 2)):
        assert at(table, *some) == ("equivalent", name)
    assert [at(table, *some)[1] for some in ((3,), (0, 3), (0, 1, 2, 3))] == [""] * 3
    assert at(table, 3) == ("", "")


def test_each_set_of_parties_has_its_own_level() -> None:
    table = Table(7)
    two = table.agree(proposal(table, "instrument", 0, 1), 0, 1)
    three = table.agree(proposal(table, "joint", 1, 2, 3), 1, 2, 3)
    seven = table.agree(proposal(table, "parallel", *range(7)), *range(7))
    assert at(table) == ("parallel", seven)
    assert at(table, 0, 1) == ("instrument", two)
    assert at(table, 1, 2) == ("joint", three)
    assert at(table, 0, 2) == ("parallel", seven)
    assert {one[1:] for one in levels(table.entry())} == {
        ("parallel", seven), ("instrument", two), ("joint", three)
    }  # fmt: skip


def test_a_level_says_more_than_an_outcome() -> None:
    order = [*reversed(OUTCOMES), *LEVELS]
    assert sorted(order, key=rank) == order
    assert rank("") == rank("drafted") == -1
    for outcome in OUTCOMES:
        table = Table()
        table.agree(proposal(table, outcome, 0, 1), 0, 1)
        name = table.agree(proposal(table, "parallel", 0, 1), 0, 1)
        assert at(table) == ("parallel", name)


# What ends an agreement


@pytest.mark.parametrize("number", range(3))
def test_who_takes_an_acceptance_back_ends_what_was_agreed(number: int) -> None:
    table = Table(3)
    name = table.agree(proposal(table, "joint", 0, 1, 2), 0, 1, 2)
    table.by(number).take_back(name)
    found = table.entry().proposals[name]
    assert (standing(table.entry(), found), found.missing) == ("ended", (table.parties[number],))
    assert found.refusals[table.parties[number]].text == "The law was changed."
    assert at(table) == ("proposed", "")
    assert awaited(table.entry()) == []
    table.by(number).accept(name)
    assert at(table) == ("joint", name)
    assert table.refusals == []


def test_a_proposal_takes_the_place_of_another_once_it_is_agreed() -> None:
    table = Table()
    first = table.agree(proposal(table, "joint", 0, 1), 0, 1)
    said = proposal(table, "equivalent", 0, 1, replaces=[first], reason="The definition was too narrow.")
    second = table.by(0).propose(said)
    assert at(table) == ("joint", first)
    table.by(1).accept(second)
    assert at(table) == ("equivalent", second)
    entry = table.entry()
    assert [standing(entry, entry.proposals[name]) for name in (first, second)] == ["replaced", "agreed"]
    # What was in force before is so again, when what took its place ends: nobody took that back.
    table.by(0).take_back(second)
    assert at(table) == ("joint", first)


def test_a_chain_of_replacements() -> None:
    table = Table()
    names: list[str] = []
    for subject in "abc":
        said = proposal(table, "equivalent", 0, 1, replaces=names[-1:], subject=subject)
        names.append(table.agree(said, 0, 1))
    assert [one.hash for one in agreed(table.entry())] == names[2:]


@pytest.mark.parametrize("aim", [name for name in AIMS if name not in ("instrument", "superseded")])
def test_nothing_regresses_without_a_reason(aim: str) -> None:
    table = Table()
    first = table.agree(proposal(table, "instrument", 0, 1), 0, 1)
    said = proposal(table, aim, 0, 1, replaces=[first])
    table.by(0).propose({**said, "reason": " "}, accept=False)
    assert len(table.refusals) == 1
    assert at(table) == ("instrument", first)
    name = table.agree({**said, "reason": "The agreement ended."}, 0, 1)
    assert len(table.refusals) == 1
    assert at(table) == (aim, name)


@pytest.mark.parametrize("aim", ["joint", "instrument", "superseded"])
def test_what_says_no_less_needs_no_reason(aim: str) -> None:
    table = Table()
    first = table.agree(proposal(table, "joint", 0, 1), 0, 1)
    name = table.agree(proposal(table, aim, 0, 1, replaces=[first], subject="ports"), 0, 1)
    assert (at(table), table.refusals) == ((aim, name), [])


def test_some_parties_do_not_end_what_all_agreed_on() -> None:
    """Two of three cannot put something in the place of what the third accepts too."""
    table = Table(3)
    first = table.agree(proposal(table, "joint", 0, 1, 2), 0, 1, 2)
    said = proposal(table, "withdrawn", 0, 1, replaces=[first])
    table.agree(said, 0, 1)
    assert at(table) == ("joint", first)
    assert at(table, 0, 1) == ("joint", first)
    assert "is for other parties too" in table.refusals[0]


def test_all_may_put_something_in_the_place_of_what_some_agreed_on() -> None:
    table = Table(3)
    first = table.agree(proposal(table, "equivalent", 0, 1), 0, 1)
    second = table.agree(proposal(table, "equivalent", 0, 1, 2, replaces=[first]), 0, 1, 2)
    assert at(table, 0, 1) == at(table) == ("equivalent", second)


def test_two_that_are_agreed_hold_beside_each_other_unless_one_names_the_other() -> None:
    table = Table()
    first = table.agree(proposal(table, "equivalent", 0, 1, subject="a"), 0, 1)
    second = table.agree(proposal(table, "withdrawn", 0, 1), 0, 1)
    assert {one.hash for one in agreed(table.entry())} == {first, second}
    assert at(table) == ("equivalent", first)


def test_of_two_that_say_the_same_the_one_among_more_parties_is_shown() -> None:
    table = Table(3)
    first = table.agree(proposal(table, "joint", 0, 1, 2), 0, 1, 2)
    second = table.agree(proposal(table, "joint", 0, 1), 0, 1)
    assert [one.hash for one in agreed(table.entry())] == [first, second]
    third = table.agree(proposal(table, "joint", 0, 1, 2, subject="ports"), 0, 1, 2)
    assert [one.hash for one in agreed(table.entry())] == [third, first, second]


def test_an_entry_that_was_withdrawn_and_came_back() -> None:
    table = Table()
    first = table.agree(proposal(table, "withdrawn", 0, 1), 0, 1)
    assert at(table) == ("withdrawn", first)
    second = table.agree(proposal(table, "joint", 0, 1, replaces=[first]), 0, 1)
    assert at(table) == ("joint", second)


# Proposals


def test_the_same_content_by_two_parties_is_one_proposal() -> None:
    table = Table()
    said = proposal(table, "equivalent", 0, 1)
    # At once: neither has seen the other's.
    for side in table.sides:
        side.saw(*(other for other in table.sides if other is not side and len(other.events) > 1))
    first, second = (side.propose(said) for side in table.sides)
    assert first == second
    entry = table.entry()
    assert list(entry.proposals) == [first]
    assert set(entry.proposals[first].made) == set(table.parties)
    assert at(table) == ("equivalent", first)
    table.by(0).on("proposal.made", content=said)
    assert table.refusals == ["The party has proposed this already."]


def test_an_edited_proposal_is_another_that_nobody_has_accepted() -> None:
    table = Table()
    said = proposal(table, "equivalent", 0, 1)
    table.agree(said, 0, 1)
    terms = [dict(one) for one in content("equivalent", table.parties)["terms"]]
    terms[0]["note"] = "Of the sea."
    other = table.by(0).propose({**said, "terms": terms}, accept=False)
    found = table.entry().proposals[other]
    assert (dict(found.acceptances), found.number) == ({}, 2)
    assert len(found.missing) == 2


def test_the_same_content_in_another_entry_is_another_proposal() -> None:
    table = Table()
    name = table.agree(proposal(table, "equivalent", 0, 1), 0, 1)
    table.by(0).propose(proposal(table, "equivalent", 0, 1), "port")
    table.by(1).accept(name, "port")
    assert at(table, entry="port") == ("proposed", "")
    assert table.refusals == [f"There is no proposal {name} in this entry."]


def test_who_refused_may_accept_and_who_accepted_takes_it_back_first() -> None:
    table = Table()
    name = table.by(0).propose(proposal(table, "equivalent", 0, 1))
    table.by(1).refuse(name)
    assert awaited(table.entry()) == []
    assert standing(table.entry(), table.entry().proposals[name]) == "open"
    assert table.entry().proposals[name].refusals[table.parties[1]].text == "It says too much."
    table.by(1).accept(name)
    assert at(table) == ("equivalent", name)
    assert table.entry().proposals[name].refusals == {}
    table.by(1).refuse(name)
    assert table.refusals == ["The party has accepted this; it has to take that back first."]
    assert at(table) == ("equivalent", name)


def test_a_proposal_is_withdrawn_by_all_that_made_it() -> None:
    table = Table(3)
    said = proposal(table, "equivalent", 0, 1, 2)
    name = table.by(0).propose(said)
    table.by(1).propose(said)
    table.by(0).withdraw(name)
    assert standing(table.entry(), table.entry().proposals[name]) == "open"
    # Who withdraws what it proposed does not accept it any more.
    assert set(table.entry().proposals[name].acceptances) == {table.parties[1]}
    table.by(1).withdraw(name)
    assert standing(table.entry(), table.entry().proposals[name]) == "withdrawn"
    assert at(table) == ("withdrawn", "")
    table.by(2).accept(name)
    table.by(2).refuse(name)
    assert table.refusals == ["The proposal was withdrawn."] * 2
    table.agree(said, 2, 0, 1)
    assert at(table) == ("equivalent", name)


def test_what_is_agreed_is_not_withdrawn() -> None:
    table = Table()
    name = table.agree(proposal(table, "joint", 0, 1), 0, 1)
    table.by(0).withdraw(name)
    assert table.refusals == ["What is agreed is not withdrawn; a party may take its acceptance back."]
    assert at(table) == ("joint", name)


CANNOT: list[tuple[str, Callable[[Table, str], object]]] = [
    ("The party has not proposed this.", lambda table, name: table.by(1).withdraw(name)),
    ("The party has not accepted this.", lambda table, name: table.by(1).take_back(name)),
    ("The party has accepted this already.", lambda table, name: table.by(0).accept(name)),
    ("The proposal is not for this party.", lambda table, name: table.by(2).accept(name)),
    ("The proposal is not for this party.", lambda table, name: table.by(2).refuse(name)),
    ("The proposal is not for this party.", lambda table, name: table.by(2).withdraw(name)),
    ("The proposal is not for this party.", lambda table, name: table.by(2).take_back(name)),
    (
        f"There is no proposal {ORIGINALS[0]} in this entry.",
        lambda table, _: table.by(0).accept(ORIGINALS[0]),
    ),
    (
        "A party proposes only what is for itself too.",
        lambda table, _: table.by(2).propose(proposal(table, "joint", 0, 1), accept=False),
    ),
    (
        "The glossary has no language fr; it has en, ru, zh.",
        lambda table, name: table.by(1).accept(name, reservation={"fr": "Non."}),
    ),
    *(
        (
            "The glossary has no language fr; it has en, ru, zh.",
            lambda table, _, field=field: table.by(0).propose(
                proposal(table, "equivalent", 0, 1, **{field: {"fr": "Port"}}), accept=False
            ),
        )
        for field in ("scope", "usage", "definition")
    ),
    (
        "The glossary has no language fr; it has en, ru, zh.",
        lambda table, _: table.by(0).propose(
            proposal(table, "equivalent", 0, 1, terms=[term("en", "a"), term("fr", "b")]), accept=False
        ),
    ),
    (
        f"There is no proposal {ORIGINALS[1]} in this entry.",
        lambda table, _: table.by(0).propose(
            proposal(table, "equivalent", 0, 1, replaces=[ORIGINALS[1]]), accept=False
        ),
    ),
]


@pytest.mark.parametrize(("why", "deed"), CANNOT)
def test_what_cannot_be_changes_nothing(why: str, deed: Callable[[Table, str], object]) -> None:
    table = Table(3)
    name = table.by(0).propose(proposal(table, "equivalent", 0, 1))
    before = dumped(table.state)["glossaries"]
    deed(table, name)
    assert table.refusals == [why]
    assert dumped(table.state)["glossaries"] == before


def test_what_is_contested_is_accepted_with_reservations() -> None:
    table = Table()
    name = table.by(0).propose(proposal(table, "contested", 0, 1))
    table.by(1).accept(name)
    assert table.refusals == ["What is contested is accepted with a reservation that says in what."]
    assert at(table) == ("proposed", "")
    table.by(1).accept(name, reservation={"ru": "Не всякая гавань."})
    assert at(table) == ("contested", name)
    said = {party: dict(one.reservation) for party, one in table.entry().proposals[name].acceptances.items()}
    assert said == {table.parties[0]: RESERVATION, table.parties[1]: {"ru": "Не всякая гавань."}}


def test_a_reservation_goes_with_its_acceptance() -> None:
    table = Table()
    name = table.by(0).propose(proposal(table, "joint", 0, 1))
    table.by(1).accept(name, reservation=RESERVATION)
    assert table.entry().proposals[name].acceptances[table.parties[1]].reservation == RESERVATION
    table.by(1).take_back(name)
    table.by(1).accept(name)
    assert table.entry().proposals[name].acceptances[table.parties[1]].reservation == {}


# What each party owns


def test_definitions_are_each_partys_own() -> None:
    table = Table()
    mine, theirs = table.by(0).define("Mine."), table.by(1).define("Theirs.")
    later = table.by(0).define("Mine, later.")
    given = table.entry().definitions
    assert [one.text for one in given[table.parties[0]]] == ["Mine.", "Mine, later."]
    assert [one.text for one in given[table.parties[1]]] == ["Theirs."]
    one, other = table.parties
    for wrong in ({one: theirs.hash, other: mine.hash}, {one: mine.hash, other: ORIGINALS[0]},
                  {one: mine.hash, other: later.hash}):  # fmt: skip
        table.by(0).propose(content("parallel", [one, other], definitions=wrong), accept=False)
    assert len(table.refusals) == 3
    assert all("a party's definition is its own" in why for why in table.refusals)
    name = table.agree(
        content("parallel", [one, other], definitions={one: mine.hash, other: theirs.hash}), 0, 1
    )
    assert at(table) == ("parallel", name)


def test_a_definition_of_another_entry_is_none_of_this() -> None:
    table = Table()
    given = {table.parties[k]: table.by(k).define(entry="port").hash for k in (0, 1)}
    table.by(0).propose(content("parallel", table.parties, definitions=given), accept=False)
    assert "gave no definition" in table.refusals[0]


def test_definitions_and_notes_in_languages_that_the_glossary_has() -> None:
    table = Table()
    table.by(0).define("Un abri.", "fr")
    said = {"language": "en", "text": "A", "source": "", "date": ""}
    table.by(0).on("definition.given", **said, translations={"fr": "Un"})
    table.by(0).on("definition.given", **said, translations={"en": "B"})
    table.by(0).on("note.given", language="fr", text="Une note.")
    languages = "The glossary has no language fr; it has en, ru, zh."
    assert table.refusals == [languages, languages, "A definition is no translation of itself.", languages]
    assert GLOSSARY in table.state.glossaries
    assert table.state.glossaries[GLOSSARY].entries == {}


def test_notes_are_each_partys_own() -> None:
    table = Table()
    table.by(0).note("Mine.", ENTRY)
    table.by(1).note("Theirs.", ENTRY)
    table.by(1).note("", ENTRY)
    table.by(1).note(" ", ENTRY)
    assert table.refusals == ["There is no note to take back."]
    assert [(party, note.text) for (party, _code), note in table.entry().notes.items()] == [
        (table.parties[0], "Mine.")
    ]


def test_attestations_are_taken_back_by_who_gave_them() -> None:
    table = Table()
    given = table.by(0).on("attestation.given", attestation=attestation())
    table.by(1).on("attestation.given", attestation=attestation())
    table.by(1).on("attestation.withdrawn", attestation=given.hash, reason="")
    assert table.refusals == [
        "This passage is attested already.",
        f"There is no attestation {given.hash} of this party.",
    ]
    assert list(table.entry().attestations) == [given.hash]
    table.by(0).on("attestation.withdrawn", attestation=given.hash, reason="")
    assert table.entry().attestations == {}


# The glossary


def test_who_is_no_party_of_a_glossary_says_nothing_in_it() -> None:
    table = Table(3, members=2)
    stranger = table.by(2)
    stranger.define()
    stranger.note("N", ENTRY)
    stranger.propose(content("joint", table.parties), accept=False)
    stranger.extend(stranger)
    stranger.open()
    assert table.refusals == [f"{stranger.party} is no party of the glossary {GLOSSARY}."] * 5
    table.by(0).propose(content("joint", table.parties), accept=False)
    assert table.refusals[-1] == f"{stranger.party} is no party of the glossary."
    assert table.state.glossaries[GLOSSARY].entries == {}


def test_a_glossary_is_founded_once_and_by_a_party_of_it() -> None:
    one, other = Negotiator("lake"), Negotiator("steppe")
    parties = [other.party]
    one.say("glossary.founded", {"glossary": GLOSSARY, "titles": {}, "languages": ["en"], "parties": parties})
    state = fold([*one.events, *other.events])
    assert [fault.message() for fault in state.refused] == ["A party founds only a glossary of its own."]
    assert state.glossaries == {}
    table = Table()
    table.by(1).found(languages=["fr"])
    assert table.refusals == [f"There is a glossary {GLOSSARY} already."]
    assert table.state.glossaries[GLOSSARY].founder == table.parties[0]


def test_an_extension_leaves_what_was_agreed_among_those_who_agreed() -> None:
    table = Table(3, members=2)
    name = table.agree(proposal(table, "joint", 0, 1), 0, 1)
    assert at(table, 0, 1) == ("joint", name)
    table.by(0).extend(table.sides[2], languages=["fr"])
    table.by(2).define("Un abri.", "fr")
    assert table.refusals == []
    glossary = table.state.glossaries[GLOSSARY]
    assert glossary.parties == frozenset(table.parties)
    assert glossary.languages == frozenset(("en", "ru", "zh", "fr"))
    assert at(table, 0, 1) == ("joint", name)
    assert at(table) == ("proposed", "")
    assert at(table, 1, 2) == ("proposed", "")
    second = table.agree(proposal(table, "joint", 0, 1, 2, replaces=[name]), 2, 0, 1)
    assert at(table) == at(table, 0, 1) == ("joint", second)
