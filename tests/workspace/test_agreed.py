"""Parties, glossaries and rounds in the database: the tables say what the events say, nothing less."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from dragoman.errors import InputError, NoSuchEntry, NoSuchParty
from dragoman.record.order import in_order
from dragoman.record.subjects import subject_of
from dragoman.workspace import Workspace, log
from dragoman.workspace.agreed import project_subjects
from dragoman.workspace.agreedmodel import Answer, Signer
from tests.record.events import ORIGINALS
from tests.record.signing import ENTRY, GLOSSARY, RESERVATION, ROUND, Talk, attestation, content, term
from tests.record.trading import key_of
from tests.workspace.hall import Hall, as_folded, count, stored

# The tables and the fold


@pytest.mark.parametrize("seed", range(4))
def test_the_tables_say_what_all_events_together_say(tmp_path: Path, database: str, seed: int) -> None:
    """Whether the events came at once, or one after the other; on one database as on the other."""
    talk = Talk(random.Random(seed), 2 + seed, 40, seen=0.8)
    made = Workspace.create(tmp_path / "made", database=database)
    with made._core.database.writing() as connection:
        for event in in_order(talk.events)[0]:
            log.stored(connection, [event])
            project_subjects(connection, [subject_of(event)])
    state = as_folded(made)
    assert state.glossaries
    assert state.refused
    one_by_one = made.glossaries.digest()
    made.rebuild()
    assert made.glossaries.digest() == one_by_one
    as_folded(made)
    other = Workspace.create(tmp_path / "other")
    stored(other, talk.events)
    assert other.glossaries.digest() == one_by_one


def test_what_is_done_through_the_facade_is_what_its_events_say(tmp_path: Path, database: str) -> None:
    hall = Hall(tmp_path / "w", database, 3)
    made, (lake, steppe, river) = hall.made, hall.signers
    glossaries = made.glossaries
    given = {
        signer.party: glossaries.define(signer, GLOSSARY, ENTRY, "en", f"Of {signer.party}.", date="2024")
        for signer in hall.signers
    }
    glossaries.note(steppe, GLOSSARY, ENTRY, "ru", "О себе.")
    cited = glossaries.attest(river, GLOSSARY, ENTRY, attestation())
    first = hall.agree("parallel", definitions=given)
    second = hall.propose(1, "joint")
    glossaries.refuse(lake, GLOSSARY, second, "Not yet.")
    hall.accept(second[7:20], [0, 2])
    bilateral = content("contested", hall.parties[:2])
    other = glossaries.propose(lake, GLOSSARY, "port", bilateral, reservation=RESERVATION)
    glossaries.accept(steppe, GLOSSARY, other, reservation={"ru": "Не всякий порт."})
    made.rounds.open(lake, GLOSSARY, ROUND, {"en": "Shipping"}, start="2026-03-02", chair="A. Chair")
    made.rounds.join(steppe, GLOSSARY, ROUND, "B. Chair")
    made.rounds.add(lake, GLOSSARY, ROUND, [ENTRY, "port"])
    minutes = made.rounds.propose_minutes(lake, GLOSSARY, ROUND, {"en": "They met."})
    made.rounds.accept_minutes(steppe, GLOSSARY, ROUND, minutes)
    made.rounds.close(lake, GLOSSARY, ROUND)
    glossaries.unattest(river, GLOSSARY, ENTRY, cited)
    state = as_folded(made)
    assert state.refused == []
    assert made.verify() == []
    entry = glossaries.entry(GLOSSARY, ENTRY)
    assert (entry.holding, entry.line.level, entry.line.place) == (second, "joint", "all")
    assert [one.state for one in entry.proposals] == ["replaced", "agreed"]
    assert glossaries.proposal(GLOSSARY, first[7:20]).hash == first
    port = glossaries.entry(GLOSSARY, "port")
    assert (port.line.level, port.line.place, port.line.reservations) == ("contested", "some", 2)
    assert port.line.parties == tuple(sorted(hall.parties[:2]))
    levels = [step.level for step in glossaries.story(GLOSSARY, ENTRY)]
    assert levels[0] == "proposed"
    assert levels[-1] == "joint"
    assert levels.index("parallel") < levels.index("joint")
    waits = {(one.party, one.wanted) for one in glossaries.waiting()}
    # River has not joined, accepted the minutes or closed the round; steppe has not closed it.
    assert {("join", river.party), ("minutes", river.party), ("closing", river.party),
            ("closing", steppe.party)} == {(wanted, party) for party, wanted in waits}  # fmt: skip
    for signer in (steppe, river):
        made.rounds.close(signer, GLOSSARY, ROUND)
    shown = made.rounds.round(GLOSSARY, ROUND)
    assert (shown.line.state, shown.differing) == ("closed", ())
    assert shown.closings[lake.party] == {ENTRY: ("joint", second), "port": ("proposed", "")}
    as_folded(made)


# What cannot be


def deeds(hall: Hall, agreed: str, open_: str) -> list[Callable[[], object]]:
    """Each is refused."""
    glossaries = hall.made.glossaries
    lake, steppe, _river = hall.signers
    stranger = Signer(f"hill@{key_of('hill').fingerprint}", key_of("hill"))
    thief = replace(lake, secret=key_of("thief"))
    whole, some = content("joint", hall.parties), content("joint", hall.parties[:2])
    return [
        lambda: glossaries.found(lake, GLOSSARY, {}, ["en"], []),
        lambda: glossaries.found(lake, "New Glossary", {}, ["en"], []),
        lambda: glossaries.found(lake, "new", {"": "a"}, ["en"], []),
        lambda: glossaries.found(lake, "new", {}, [], []),
        lambda: glossaries.found(lake, "new", {}, ["en"], ["marsh"]),
        lambda: glossaries.found(stranger, "new", {}, ["en"], []),
        lambda: glossaries.extend(lake, GLOSSARY, languages=["русский"]),
        lambda: glossaries.define(lake, GLOSSARY, ENTRY, "fr", "Un abri."),
        lambda: glossaries.define(lake, GLOSSARY, ENTRY, "en", " "),
        lambda: glossaries.define(lake, GLOSSARY, "rounds", "en", "A"),
        lambda: glossaries.define(lake, GLOSSARY, "A/b", "en", "A"),
        lambda: glossaries.define(lake, "wells", ENTRY, "en", "A"),
        lambda: glossaries.define(stranger, GLOSSARY, ENTRY, "en", "A"),
        lambda: glossaries.define(thief, GLOSSARY, ENTRY, "en", "A"),
        lambda: glossaries.define(replace(lake, secret=hall.sides[0].recovery), GLOSSARY, ENTRY, "en", "A"),
        lambda: glossaries.note(lake, GLOSSARY, ENTRY, "en", ""),
        lambda: glossaries.attest(lake, GLOSSARY, ENTRY, {**attestation(), "passages": []}),
        lambda: glossaries.unattest(lake, GLOSSARY, ENTRY, ORIGINALS[0]),
        lambda: glossaries.propose(lake, GLOSSARY, ENTRY, {**whole, "terms": []}),
        lambda: glossaries.propose(lake, GLOSSARY, ENTRY, {**whole, "parties": hall.parties[1:]}),
        lambda: glossaries.propose(lake, GLOSSARY, ENTRY, {**whole, "scope": {"fr": "Un port."}}),
        lambda: glossaries.propose(lake, GLOSSARY, ENTRY, content("deferred", hall.parties, reason="")),
        lambda: glossaries.propose(lake, GLOSSARY, ENTRY, content("parallel", hall.parties)),
        # It takes the place of what is agreed, and says less, without a reason.
        lambda: glossaries.propose(lake, GLOSSARY, ENTRY, content("contested", hall.parties),
                                   reservation=RESERVATION),
        lambda: glossaries.propose(lake, GLOSSARY, ENTRY, {**some, "replaces": [agreed]}),
        # Proposed, but without the reservation that its acceptance needs: neither is kept.
        lambda: glossaries.propose(lake, GLOSSARY, "port", content("contested", hall.parties)),
        lambda: glossaries.accept(lake, GLOSSARY, open_),
        lambda: glossaries.accept(steppe, GLOSSARY, open_[:10]),
        lambda: glossaries.accept(steppe, GLOSSARY, open_, reservation={"fr": "Non."}),
        lambda: glossaries.refuse(steppe, GLOSSARY, open_, " "),
        lambda: glossaries.refuse(lake, GLOSSARY, agreed, "No."),
        lambda: glossaries.withdraw(lake, GLOSSARY, agreed),
        lambda: glossaries.withdraw(steppe, GLOSSARY, open_),
        lambda: glossaries.take_back(steppe, GLOSSARY, open_, "No."),
        lambda: glossaries.take_back(steppe, GLOSSARY, agreed, ""),
        # The second of two answers cannot be: the first is not kept either.
        lambda: glossaries.answer(steppe, GLOSSARY, [Answer(open_, "accept"), Answer(agreed, "accept")]),
        *deeds_of_rounds_and_parties(hall),
    ]  # fmt: skip


def deeds_of_rounds_and_parties(hall: Hall) -> list[Callable[[], object]]:
    """Each is refused."""
    rounds, parties = hall.made.rounds, hall.made.parties
    lake, steppe, river = hall.signers
    stranger = Signer(f"hill@{key_of('hill').fingerprint}", key_of("hill"))
    thief = replace(lake, secret=key_of("thief"))
    return [
        lambda: rounds.open(lake, GLOSSARY, "Spring", {}),
        lambda: rounds.open(lake, GLOSSARY, ROUND, {}),
        lambda: rounds.open(lake, GLOSSARY, "autumn", {}, start="soon"),
        lambda: rounds.join(river, GLOSSARY, ROUND, "C. Chair"),
        lambda: rounds.join(steppe, GLOSSARY, ROUND, " "),
        lambda: rounds.add(lake, GLOSSARY, ROUND, ["port", ENTRY]),
        lambda: rounds.remove(lake, GLOSSARY, ROUND, "port", "No time."),
        lambda: rounds.propose_minutes(lake, GLOSSARY, ROUND, {}),
        lambda: rounds.accept_minutes(lake, GLOSSARY, ROUND, ORIGINALS[0]),
        lambda: rounds.close(river, GLOSSARY, ROUND),
        lambda: rounds.close(lake, GLOSSARY, "autumn"),
        lambda: parties.rename(lake, {}),
        lambda: parties.rename(lake, {"in English": "Lake"}),
        lambda: parties.rename(stranger, {"en": "Hill"}),
        lambda: parties.revoke(lake, ""),
        lambda: parties.revoke(thief, "Mine now."),
        lambda: parties.revoke(replace(steppe, secret=hall.sides[0].recovery), "Mine now."),
        lambda: parties.trust("lake"),
    ]  # fmt: skip


def test_what_cannot_be_is_refused_and_nothing_is_written(tmp_path: Path, database: str) -> None:
    hall = Hall(tmp_path / "w", database, 3)
    made = hall.made
    agreed, open_ = hall.agree("joint"), hall.propose(0, entry="quay")
    made.rounds.open(hall.signers[0], GLOSSARY, ROUND, {"en": "A"}, parties=hall.parties[:2])
    made.rounds.add(hall.signers[0], GLOSSARY, ROUND, [ENTRY])
    before = count(made), made.glossaries.digest(), made.history()
    for number, deed in enumerate(deeds(hall, agreed, open_)):
        with pytest.raises(InputError) as caught:
            deed()
        assert str(caught.value), number
        assert (count(made), made.glossaries.digest()) == before[:2], number
    assert made.history() == before[2]
    assert made.verify() == []
    assert as_folded(made).refused == []


def test_a_name_that_two_parties_have(tmp_path: Path) -> None:
    hall = Hall(tmp_path / "w")
    other = f"lake@{'1' * 32}"
    hall.made.parties.trust(other)
    assert hall.made.parties.party(other).trusted
    with pytest.raises(NoSuchParty, match="Several parties are called lake"):
        hall.made.parties.party("lake")
    assert hall.made.parties.party(hall.parties[0][:12]).id == hall.parties[0]
    with pytest.raises(NoSuchParty):
        hall.made.glossaries.waiting("marsh")


# Finding entries


def test_entries_are_found_by_what_is_asked_for(tmp_path: Path, database: str) -> None:
    hall = Hall(tmp_path / "w", database, 3)
    glossaries, signers = hall.made.glossaries, hall.signers

    def terms(**texts: str) -> list[dict[str, Any]]:
        return [term(code, text) for code, text in texts.items()]

    hall.agree(entry="sea", terms=terms(en="safe harbours", ru="безопасная гавань", zh="安全港口"))
    hall.propose(1, entry="security", terms=terms(en="security", ru="безопасность", zh="可持续安全"))
    hall.propose(2, entry="yolki", terms=terms(ru="ёлка", zh="枞树"), dimension="ecological")
    for signer in signers:
        glossaries.define(signer, GLOSSARY, "later", "en", "To come.")

    def found(**asked: str) -> list[str]:
        return [line.id for line in glossaries.entries(GLOSSARY, **asked)]

    assert found() == ["later", "sea", "security", "yolki"]
    assert found(query=" ") == found()
    for query, expected in {
        "безопасной гавани": ["sea"],
        "гавани": ["sea"],
        "безопасности": ["security"],
        "harbour": ["sea"],
        "Safe Harbours": ["sea"],
        "安全": ["sea", "security"],
        "港口": ["sea"],
        "елка": ["yolki"],
        "ЁЛКИ": ["yolki"],
        "harb": [],
        "сосна": [],
        "湖": [],
        "—": [],
        "%": [],
    }.items():
        assert found(query=query) == expected, query
    assert found(level="equivalent") == ["sea"]
    assert found(level="proposed") == ["later", "security", "yolki"]
    assert found(language="en") == ["sea", "security"]
    assert found(dimension="ecological") == ["yolki"]
    assert found(party=signers[1].party) == ["yolki"]
    assert found(party="lake", query="安全") == ["security"]
    with pytest.raises(NoSuchEntry):
        glossaries.entries("wells")
    counts = glossaries.glossary(GLOSSARY).counts
    assert (counts.entries, counts.levels) == (4, {"equivalent": 1, "proposed": 3})
    assert counts.proposed_by == {hall.parties[0]: 2, hall.parties[1]: 2, hall.parties[2]: 2}
    assert counts.waiting == {hall.parties[0]: 2, hall.parties[1]: 1, hall.parties[2]: 1}


def test_a_party_that_proposes_again_takes_back_what_only_it_said(tmp_path: Path) -> None:
    hall = Hall(tmp_path / "w")
    first = hall.propose(0, subject="a")
    second = hall.propose(0, subject="b")
    states = {one.hash: one.state for one in hall.made.glossaries.entry(GLOSSARY, ENTRY).proposals}
    assert states == {first: "withdrawn", second: "open"}
    with pytest.raises(InputError, match="was withdrawn"):
        hall.accept(first, [1])
    hall.accept(second, [1])
    third = hall.agree("joint")
    entry = hall.made.glossaries.entry(GLOSSARY, ENTRY)
    assert (entry.holding, entry.conflict) == (third, ())
    assert entry.proposals[-1].content["replaces"] == (second,)


def test_an_extension_leaves_the_agreements_of_before(tmp_path: Path, database: str) -> None:
    hall = Hall(tmp_path / "w", database)
    name = hall.agree("joint")
    river = f"river@{key_of('river').fingerprint}"
    hall.made.parties.trust(river)
    hall.made.glossaries.extend(hall.signers[0], GLOSSARY, parties=["river"], languages=["fr"])
    line = hall.made.glossaries.entry(GLOSSARY, ENTRY).line
    assert (line.level, line.place, line.parties) == ("joint", "some", tuple(sorted(hall.parties)))
    assert hall.made.glossaries.entry(GLOSSARY, ENTRY).holding == name
    assert set(hall.made.glossaries.glossary(GLOSSARY).parties) == {*hall.parties, river}
    as_folded(hall.made)
