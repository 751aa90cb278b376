"""Chairs at work at once, keys, forks, forged lines, and what never leaves a workspace."""

from __future__ import annotations

import json
import shutil
import stat
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path
from threading import Barrier

import pytest
from sqlalchemy import select, update

from dragoman.errors import AlreadyThere, DragomanError, InputError, WrongPassphrase
from dragoman.record.events import Event
from dragoman.record.exchange import opened
from dragoman.workspace import Workspace, doctor, log, tables
from dragoman.workspace.agreedmodel import Signer
from tests.record.signing import ENTRY, GLOSSARY
from tests.record.trading import Delegation, key_of
from tests.workspace.hall import Hall, as_folded, count, stored

PASSPHRASE = "a long passphrase"

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
        "    for k in range(6):\n"
        f"        made.glossaries.define(signer, '{GLOSSARY}', '{ENTRY}', 'en', f'{{mark}} {{k}}')\n"
    )
    running = []
    for number, mark in ((0, "a"), (0, "b")):
        signer = hall.signers[number]
        seed = signer.secret.words().replace(" ", "")
        command = [sys.executable, "-c", program, str(hall.made.folder), signer.party, seed, mark]
        running.append(subprocess.Popen(command))
    assert [process.wait(60) for process in running] == [0, 0]
    entry = hall.made.glossaries.entry(GLOSSARY, ENTRY)
    given = [*entry.definitions.values(), *entry.earlier]
    assert {one.text for one in given} == {f"{mark} {k}" for mark in "ab" for k in range(6)}
    assert hall.made.verify() == []
    as_folded(hall.made)


# Keys


def test_a_party_that_cannot_be_founded_leaves_no_key(tmp_path: Path) -> None:
    made = Workspace.create(tmp_path / "w")
    for names in ({"in English": "Lake"}, {"en": " "}):
        with pytest.raises(InputError):
            made.parties.found("lake", names, passphrase=PASSPHRASE)
    with pytest.raises(InputError, match="too short"):
        made.parties.found("lake", {"en": "Lake"}, passphrase="short")
    assert (count(made), made.parties.list()) == (0, [])
    assert list((made.folder / "keys").glob("*")) == []


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


def forked(hall: Hall, folder: Path) -> tuple[Workspace, Workspace, str]:
    """Two copies of a workspace in both of which a party wrote, and the proposal that was agreed before."""
    for party in hall.parties:
        hall.made.parties.trust(party)
    name = hall.agree()
    hall.made.close()
    shutil.copytree(hall.made.folder, folder / "far")
    near, far = Workspace.open(hall.made.folder), Workspace.open(folder / "far")
    near.glossaries.define(hall.signers[0], GLOSSARY, ENTRY, "en", "Near.")
    far.glossaries.take_back(hall.signers[0], GLOSSARY, name, "Far.")
    return near, far, name


def test_a_party_whose_chain_forks(tmp_path: Path) -> None:
    """The folder was copied, and the chair wrote in both. The recovery key says which of them holds."""
    hall = Hall(tmp_path / "near")
    lake, steppe = hall.signers
    near, far, _name = forked(hall, tmp_path)
    assert far.glossaries.entry(GLOSSARY, ENTRY).line.level == "proposed"
    assert lake.party in near.glossaries.entry(GLOSSARY, ENTRY).definitions
    there, here = far.exchange.export(steppe).data, near.exchange.export(steppe).data
    near.exchange.take(there)
    far.exchange.take(here)
    # Neither what was said here counts, nor what was said there.
    assert near.glossaries.digest() == far.glossaries.digest()
    for one in (near, far):
        entry = one.glossaries.entry(GLOSSARY, ENTRY)
        assert (entry.definitions, entry.line.level) == ({}, "equivalent")
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
    assert {fault.party for fault in near.verify()} == {lake.party}
    assert all("forks at event" in fault.message() for fault in near.verify())
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


def test_a_party_of_which_two_branches_were_recovered(tmp_path: Path) -> None:
    """Nothing says any more which of them holds, and a third revocation would not say so either."""
    hall = Hall(tmp_path / "near")
    lake, steppe = hall.signers
    near, far, _name = forked(hall, tmp_path)
    recovering = replace(lake, secret=hall.sides[0].recovery)
    for one in (near, far):
        one.parties.revoke(recovering, "Copied by mistake.")
    near.exchange.take(far.exchange.export(steppe).data)
    before = count(near), near.glossaries.digest()
    with pytest.raises(InputError, match="forks at event") as caught:
        near.parties.revoke(recovering, "Copied by mistake.", passphrase=PASSPHRASE)
    assert "unless another one holds a revocation too" in str(caught.value)
    assert (count(near), near.glossaries.digest()) == before
    assert not list((near.folder / "keys").glob("*"))


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


@pytest.mark.parametrize("name", list(forged(Delegation("lake").events[0])))
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


# What never leaves the workspace


def test_what_a_workspace_notes_for_itself_is_in_no_bundle(tmp_path: Path) -> None:
    """Whatever it is called: its notes are neither in a bundle nor named in one."""
    made = Workspace.create(tmp_path / "w", party="editors@lake")
    side = Delegation("lake")
    stored(made, side.events)
    made.parties.trust(f"steppe@{'2' * 32}", "Compared by telephone.")
    made.glossaries.found(Signer(side.party, side.key), GLOSSARY, {}, ["en"], [])
    assert made.history()[-1].heads == {}
    data = made.exchange.export(Signer(side.party, side.key)).data
    sent = opened(data)
    assert {event.party for event in sent.events} == set(sent.manifest.heads) == {side.party}
    assert len(sent.events) == 2


def test_no_workspace_is_kept_in_the_name_of_a_party_that_signs(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="a party that signs"):
        Workspace.create(tmp_path / "w", party=f"lake@{'1' * 32}")
    assert not (tmp_path / "w").exists()
