"""Parties, glossaries and rounds in the database: the tables say what the events say, and nothing is half done."""

from __future__ import annotations

import json
import random
import shutil
import stat
import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path
from threading import Barrier
from typing import Any

import pytest
from sqlalchemy import select, update

from dragoman.errors import AlreadyThere, DragomanError, InputError, NoSuchEntry, NoSuchParty, WrongPassphrase
from dragoman.record import agreement
from dragoman.record.events import Event
from dragoman.record.fold import State, fold
from dragoman.record.order import in_order
from dragoman.record.subjects import subject_of
from dragoman.workspace import Workspace, doctor, log, tables
from dragoman.workspace.agreed import project_subjects
from dragoman.workspace.agreedmodel import Answer, Signer
from dragoman.workspace.agreedviews import entry_line, entry_view, entry_waits, round_line, round_waits
from tests.record.events import ORIGINALS
from tests.record.signing import ENTRY, GLOSSARY, RESERVATION, ROUND, Talk, attestation, content, term
from tests.record.trading import key_of
from tests.workspace.hall import Hall, count, stored

PASSPHRASE = "a long passphrase"


# The tables and the fold


def as_folded(made: Workspace) -> State:
    """The state of all events; what the facade shows must be the same."""
    state = fold(made.history())
    assert [one.id for one in made.glossaries.list()] == sorted(state.glossaries)
    waits = []
    for name, glossary in state.glossaries.items():
        view = made.glossaries.glossary(name)
        assert (set(view.parties), set(view.languages)) == (glossary.parties, glossary.languages)
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
    # The round waits for river, which has not joined, accepted the minutes, or closed it; steppe has not either.
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
    glossaries, rounds, parties = hall.made.glossaries, hall.made.rounds, hall.made.parties
    lake, steppe, river = hall.signers
    stranger = Signer(f"hill@{key_of('hill').fingerprint}", key_of("hill"))
    thief = replace(lake, secret=key_of("thief"))
    whole = content("joint", hall.parties)
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
        lambda: glossaries.propose(lake, GLOSSARY, ENTRY, {**whole, "terms": [term("en", "a"), term("fr", "b")]}),
        lambda: glossaries.propose(lake, GLOSSARY, ENTRY, content("deferred", hall.parties, reason="")),
        lambda: glossaries.propose(lake, GLOSSARY, ENTRY, content("parallel", hall.parties)),
        # It takes the place of what is agreed, and says less, without a reason.
        lambda: glossaries.propose(lake, GLOSSARY, ENTRY, content("contested", hall.parties),
                                   reservation=RESERVATION),
        lambda: glossaries.propose(lake, GLOSSARY, ENTRY, content("joint", hall.parties[:2], replaces=[agreed])),
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


def test_a_party_that_cannot_be_founded_leaves_no_key(tmp_path: Path) -> None:
    made = Workspace.create(tmp_path / "w")
    for names in ({"in English": "Lake"}, {"en": " "}):
        with pytest.raises(InputError):
            made.parties.found("lake", names, passphrase=PASSPHRASE)
    with pytest.raises(InputError, match="too short"):
        made.parties.found("lake", {"en": "Lake"}, passphrase="short")
    assert (count(made), made.parties.list()) == (0, [])
    assert list((made.folder / "keys").glob("*")) == []


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


# At once


def test_chairs_that_accept_in_the_same_second(tmp_path: Path, database: str) -> None:
    """Two parties, each of which has two chairs at work: all that they say is kept, and no chain forks."""
    hall = Hall(tmp_path / "w", database)
    names = [hall.propose(k % 2, entry=f"entry-{k}") for k in range(16)]
    barrier = Barrier(4)

    def accepts(place: tuple[int, int]) -> None:
        number, desk = place
        mine = [name for k, name in enumerate(names) if k % 2 != number and (k // 2) % 2 == desk]
        with Workspace.open(hall.made.folder) as opened:
            barrier.wait()
            for name in mine:
                opened.glossaries.accept(hall.signers[number], GLOSSARY, name)

    with ThreadPoolExecutor(4) as pool:
        list(pool.map(accepts, [(number, desk) for number in (0, 1) for desk in (0, 1)]))
    assert {line.level for line in hall.made.glossaries.entries(GLOSSARY)} == {"equivalent"}
    assert hall.made.verify() == []
    state = as_folded(hall.made)
    assert (state.refused, state.forks) == ([], {})
    assert hall.made.glossaries.glossary(GLOSSARY).counts.levels == {"equivalent": 16}


def test_two_that_say_the_same_at_once_say_it_once(tmp_path: Path, database: str) -> None:
    hall = Hall(tmp_path / "w", database)
    name = hall.propose()
    before = count(hall.made)
    barrier = Barrier(2)

    def accepts(_desk: int) -> str:
        with Workspace.open(hall.made.folder) as opened:
            barrier.wait()
            try:
                opened.glossaries.accept(hall.signers[1], GLOSSARY, name)
            except DragomanError as error:
                return error.what
        return ""

    with ThreadPoolExecutor(2) as pool:
        said = sorted(pool.map(accepts, range(2)))
    assert said == ["", "The party has accepted this already."]
    assert count(hall.made) == before + 1


def test_processes_at_once(tmp_path: Path) -> None:
    hall = Hall(tmp_path / "w")
    program = (
        "import sys\n"
        "from pathlib import Path\n"
        "from dragoman.record.keys import SecretKey\n"
        "from dragoman.workspace import Workspace\n"
        "from dragoman.workspace.agreedmodel import Signer\n"
        "folder, party, seed, mark = sys.argv[1:]\n"
        "signer = Signer(party, SecretKey(bytes.fromhex(seed)))\n"
        "with Workspace.open(Path(folder)) as made:\n"
        "    for k in range(10):\n"
        f"        made.glossaries.define(signer, '{GLOSSARY}', '{ENTRY}', 'en', f'{{mark}} {{k}}')\n"
    )
    running = []
    for number, mark in ((0, "a"), (0, "b"), (1, "c")):
        signer = hall.signers[number]
        seed = signer.secret.words().replace(" ", "")
        command = [sys.executable, "-c", program, str(hall.made.folder), signer.party, seed, mark]
        running.append(subprocess.Popen(command))
    assert [process.wait(60) for process in running] == [0, 0, 0]
    entry = hall.made.glossaries.entry(GLOSSARY, ENTRY)
    given = [*entry.definitions.values(), *entry.earlier]
    assert {one.text for one in given} == {f"{mark} {k}" for mark in "abc" for k in range(10)}
    assert hall.made.verify() == []
    as_folded(hall.made)


# Keys


def test_keys_that_lie_in_the_folder(tmp_path: Path, database: str) -> None:
    made = Workspace.create(tmp_path / "w", database=database)
    founded = made.parties.found("lake", {"en": "Lake"}, passphrase=PASSPHRASE, chair="A. Chair")
    (file,) = (made.folder / "keys").iterdir()
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert stat.S_IMODE(file.parent.stat().st_mode) == 0o700
    secret = made.parties.unlocked("lake", PASSPHRASE).secret.words().replace(" ", "")
    everything = b"".join(path.read_bytes() for path in made.folder.rglob("*") if path.is_file())
    for hidden in (secret, founded.recovery.replace(" ", ""), PASSPHRASE):
        assert hidden.encode() not in everything
        assert bytes.fromhex(hidden) not in everything if hidden != PASSPHRASE else True
    before = count(made)
    for wrong in ("", PASSPHRASE.upper()):
        with pytest.raises(WrongPassphrase):
            made.parties.unlocked("lake", wrong)
    assert count(made) == before
    facts = file.read_text()
    for damaged in ("", "{", "[]", facts[:-20], json.dumps({**json.loads(facts), "salt": 1})):
        file.write_text(damaged)
        with pytest.raises(InputError, match=r"This is no sealed key\.") as caught:
            made.parties.unlocked("lake", PASSPHRASE)
        assert str(file) in str(caught.value)
    file.write_bytes(b"\xff\xfe")
    with pytest.raises(InputError):
        made.parties.unlocked("lake", PASSPHRASE)
    file.unlink()
    assert (made.parties.held(), made.parties.party("lake").held) == ((), False)
    with pytest.raises(InputError, match="does not lie in this workspace") as missing:
        made.parties.unlocked("lake", PASSPHRASE)
    assert "keys" in str(missing.value)
    file.write_text(facts)
    signer = made.parties.unlocked("lake", PASSPHRASE, author="A. Author")
    made.parties.rename(signer, {"en": "The Lake"})
    last = made.history()[-1]
    assert (last.author, last.is_signed_by(founded_key(made))) == ("A. Author", True)
    with pytest.raises(AlreadyThere):
        made.parties.found("lake", {"en": "Another"}, passphrase=PASSPHRASE)


def founded_key(made: Workspace) -> str:
    return made.parties.party("lake").key


def test_another_key_takes_the_place_of_a_lost_one(tmp_path: Path) -> None:
    made = Workspace.create(tmp_path / "w")
    founded = made.parties.found("lake", {"en": "Lake"}, passphrase=PASSPHRASE, chair="A. Chair")
    first = made.parties.unlocked("lake", PASSPHRASE)
    with pytest.raises(InputError, match="This key is not the one in force"):
        made.parties.rotate(replace(first, secret=key_of("thief")), PASSPHRASE)
    assert len(list((made.folder / "keys").iterdir())) == 1
    with pytest.raises(InputError, match="not the recovery key"):
        made.parties.recovering("lake", key_of("thief").words())
    recovering = made.parties.recovering("lake", founded.recovery)
    with pytest.raises(InputError, match="This key is not the one in force"):
        made.parties.rename(recovering, {"en": "L"})
    print_ = made.parties.succeed(recovering, "B. Chair", "another passphrase")
    party = made.parties.party("lake")
    assert (party.chair, party.keys[-1].fingerprint) == ("B. Chair", print_)
    with pytest.raises(InputError, match="This key is not the one in force"):
        made.parties.rename(first, {"en": "L"})
    made.parties.revoke(made.parties.unlocked("lake", "another passphrase"), "Stolen.")
    with pytest.raises(InputError, match="No key of lake@"):
        made.parties.unlocked("lake", "another passphrase")
    assert made.verify() == []
    as_folded(made)


def test_a_party_whose_chain_forks(tmp_path: Path) -> None:
    """The folder was copied, and the chair wrote in both. The recovery key says in one which of them holds."""
    hall = Hall(tmp_path / "near")
    for party in hall.parties:
        hall.made.parties.trust(party)
    lake, steppe = hall.signers
    name = hall.agree()
    hall.made.close()
    shutil.copytree(tmp_path / "near", tmp_path / "far")
    near, far = Workspace.open(tmp_path / "near"), Workspace.open(tmp_path / "far")
    near.glossaries.define(lake, GLOSSARY, ENTRY, "en", "Near.")
    far.glossaries.take_back(lake, GLOSSARY, name, "Far.")
    near.exchange.take(far.exchange.export(steppe).data)
    assert near.parties.party(lake.party).forked
    before = count(near)
    for deed in (
        lambda: near.glossaries.define(lake, GLOSSARY, ENTRY, "en", "More."),
        lambda: near.parties.rename(lake, {"en": "L"}),
        # With the key that may be a thief's, nothing is decided.
        lambda: near.parties.revoke(lake, "Stolen."),
        lambda: near.parties.succeed(lake, "B. Chair", PASSPHRASE),
    ):
        with pytest.raises(InputError, match="forks at event") as caught:
            deed()
        assert "recovery key" in str(caught.value)
        assert count(near) == before
    assert {finding.what for finding in doctor(near.folder) if finding.grave} == set()
    # Others go on.
    near.glossaries.note(steppe, GLOSSARY, ENTRY, "en", "Of steppe.")
    near.parties.revoke(
        replace(lake, secret=hall.sides[0].recovery), "Copied by mistake.", passphrase=PASSPHRASE
    )
    assert near.parties.party(lake.party).forked == 0
    again = near.parties.unlocked(lake.party, PASSPHRASE)
    near.glossaries.define(again, GLOSSARY, ENTRY, "en", "Later.")
    assert near.verify() == []
    far.exchange.take(near.exchange.export(steppe).data)
    assert far.glossaries.digest() == near.glossaries.digest()
    assert far.parties.party(lake.party).forked == 0
    assert far.glossaries.entry(GLOSSARY, ENTRY).line.level == "equivalent"


# Forged lines


def forged(event: Event) -> dict[str, Event]:
    """An event that somebody writes anew who can compute hashes and has no key."""
    fields = event.fields()
    body = {**fields["body"], "text": "Forged."}
    thief = key_of("thief")
    other = Event(**{**fields, "body": body})
    claimed = other.signed(thief).signature.replace(thief.fingerprint, event.signature[:32])
    return {
        "unsigned": other,
        "by another key": other.signed(thief),
        "claiming the key": replace(other, signature=claimed),
        "the old signature": replace(other, signature=event.signature),
        "no signature any more": replace(event, signature=""),
        "another signature": replace(event, signature=claimed),
    }


@pytest.mark.parametrize("name", list(forged(Hall.__new__(Hall) and Talk(random.Random(0), 2, 0).events[0])))
def test_a_forged_line_in_the_database_is_found(tmp_path: Path, name: str) -> None:
    hall = Hall(tmp_path / "w")
    hall.made.glossaries.define(hall.signers[0], GLOSSARY, ENTRY, "en", "True.")
    assert (hall.made.verify(), [one for one in doctor(hall.made.folder) if one.grave]) == ([], [])
    last = hall.made.history()[-1]
    other = forged(last)[name]
    c = tables.event.c
    with hall.made._core.database.writing() as connection:
        row = {**log.row_of(other)}
        connection.execute(update(tables.event).where(c.hash == last.hash).values(**row))
        assert connection.scalar(select(c.line).where(c.hash == other.hash)) == other.to_json()
    assert hall.made.verify()
    hall.made.close()
    assert [one for one in doctor(tmp_path / "w") if one.grave]


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
