"""The trade in bundles as a story, and what is refused."""

from __future__ import annotations

import random
import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from itertools import pairwise
from pathlib import Path

import pytest

from dragoman.errors import BadBundle, InputError, TooLarge
from dragoman.record.events import Event
from dragoman.workspace import Workspace, doctor, recover
from tests import postgres as postgresql
from tests.record.forging import FORGERIES
from tests.record.trading import Delegation, key_of
from tests.workspace.copies import GLOSSARY, Copy
from tests.workspace.material import ABOUT, files

SEED = 20_261_122
MakeCopies = Callable[..., list[Copy]]


@pytest.fixture(params=["sqlite", "postgresql"])
def copies(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[MakeCopies]:
    """Makes copies that trust each other, in either database."""
    with ExitStack() as stack:

        def made(*names: str) -> list[Copy]:
            found = []
            for name in names:
                address = ""
                if request.param == "postgresql":
                    server: postgresql.Server = request.getfixturevalue("postgres")
                    address = stack.enter_context(server.database())
                found.append(Copy.made(tmp_path, name, address))
                stack.callback(found[-1].workspace.close)
            for one in found:
                one.trusts(*found)
            return found

        yield made


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of two workspaces that trust each other and have a glossary; nobody writes there."""
    folder = tmp_path_factory.mktemp("template")
    lake, steppe = Copy.made(folder, "lake"), Copy.made(folder, "steppe")
    lake.trusts(steppe)
    steppe.trusts(lake)
    lake.take(steppe.bundle())
    lake.found(steppe)
    steppe.take(lake.bundle())
    lake.workspace.close()
    steppe.workspace.close()
    return folder


@pytest.fixture
def pair(template: Path, tmp_path: Path) -> tuple[Copy, Copy]:
    """Two copies that trust each other and have a glossary in common."""
    shutil.copytree(template, tmp_path, dirs_exist_ok=True)
    return Copy.opened(tmp_path, "lake"), Copy.opened(tmp_path, "steppe")


def test_the_story(copies: MakeCopies) -> None:
    """Two capitals trade by mail: letters out of order, one conflict, one lost; both carry on."""
    lake, steppe = copies("lake", "steppe")
    lake.take(steppe.bundle())
    lake.found(steppe)
    # Three letters, which arrive out of order.
    lake.note("First.")
    first = lake.bundle(steppe)
    wind = lake.propose("wind", "wind", steppe)
    second = lake.bundle(steppe)
    lake.propose("tide", "tide", steppe)
    third = lake.bundle(steppe)
    report = steppe.take(third)
    assert report.new == {lake.party: 7}
    assert {change.entry: (change.before, change.after) for change in report.entries} == {
        "tide": ("", "proposed"),
        "water": ("", "proposed"),
        "wind": ("", "proposed"),
    }
    for late in (first, second):
        report = steppe.take(late)
        assert not report.is_new
        assert report.entries == ()
    assert steppe.digest == lake.digest
    # A conflict: both propose something else for one entry, and neither has seen the other's.
    ours = lake.propose("quay", "quay", steppe)
    theirs = steppe.propose("quay", "wharf", lake)
    crossing = lake.bundle(steppe), steppe.bundle(lake)
    steppe.take(crossing[0])
    lake.take(crossing[1])
    assert steppe.digest == lake.digest
    assert {one.hash for one in lake.workspace.glossaries.entry(GLOSSARY, "quay").proposals} == {ours, theirs}
    assert lake.level("quay") == steppe.level("quay") == "proposed"
    lake.accept(theirs)
    steppe.accept(wind)
    # The letter with that is lost. Both carry on, and the next one brings it.
    steppe.bundle(lake)
    steppe.note("After the lost letter.")
    report = lake.take(steppe.bundle(lake))
    assert {change.entry: change.after for change in report.entries} == {"wind": "equivalent"}
    steppe.take(lake.bundle(steppe))
    assert lake.level("quay") == steppe.level("quay") == "equivalent"
    assert steppe.digest == lake.digest
    assert steppe.lines() == lake.lines()
    assert steppe.workspace.verify() == lake.workspace.verify() == []
    directions = [line.direction for line in steppe.workspace.exchange.log()]
    assert directions.count("taken") == 5


def test_seven_parties_pass_on_what_they_have(tmp_path: Path) -> None:
    """Each meets only its neighbours in a ring; after some rounds all have the same."""
    names = ("lake", "steppe", "river", "island", "forest", "coast", "valley")
    ring = [Copy.made(tmp_path, name) for name in names]
    for one in ring:
        one.trusts(*ring)
    for one, other in pairwise(ring):
        other.take(one.bundle())
    for other in ring[:-1]:
        other.take(ring[-1].bundle())
    ring[0].found(*ring[1:])
    proposal = ring[0].propose("quay", "quay", *ring[1:])
    for _turn in range(2):
        for at, one in enumerate(ring):
            after = ring[(at + 1) % len(ring)]
            after.take(one.bundle(after))
            if after.level("quay") == "proposed" and after is not ring[0]:
                after.accept(proposal) if not _accepts(after, proposal) else after.note(f"{after.name}")
    assert {one.level("quay") for one in ring} == {"equivalent"}
    for at, one in enumerate(ring[:-1]):
        ring[at + 1].take(one.bundle())
    for one in ring[:-1]:
        one.take(ring[-1].bundle(one))
    assert len({one.digest for one in ring}) == 1
    assert all(one.lines() == ring[0].lines() for one in ring)


def _accepts(copy: Copy, proposal: str) -> bool:
    found = copy.workspace.glossaries.proposal(GLOSSARY, proposal)
    return any(acceptance.party == copy.party for acceptance in found.acceptances)


def test_a_bundle_for_somebody_holds_what_he_has_not_shown_to_have(pair: tuple[Copy, Copy]) -> None:
    lake, steppe = pair
    assert steppe.workspace.exchange.show(steppe.bundle(lake)).events == {}
    lake.note("One more.")
    whole, short = lake.bundle(), lake.bundle(steppe)
    assert lake.workspace.exchange.show(whole).events == {lake.party: 3, steppe.party: 1}
    # Steppe has taken the glossary, and has not shown it yet.
    assert lake.workspace.exchange.show(short).events == {lake.party: 3}
    steppe.note("Seen.")
    lake.take(steppe.bundle())
    assert lake.workspace.exchange.show(lake.bundle(steppe)).events == {lake.party: 1}


def test_taken_twice(pair: tuple[Copy, Copy]) -> None:
    lake, steppe = pair
    lake.note("One.")
    data = lake.bundle()
    first = steppe.take(data)
    assert first.is_new
    state = steppe.state
    second = steppe.take(data)
    assert (second.is_new, second.new, second.known) == (False, {}, 4)
    assert steppe.state == state


def test_what_is_shown_is_not_taken(pair: tuple[Copy, Copy]) -> None:
    lake, steppe = pair
    lake.note("One.")
    state = steppe.state
    shown = steppe.workspace.exchange.show(lake.bundle())
    assert (shown.sender, shown.new, shown.strangers) == (lake.party, {lake.party: 1}, ())
    assert steppe.state == state


def test_a_stranger(tmp_path: Path, pair: tuple[Copy, Copy]) -> None:
    lake, steppe = pair
    thief = Copy.made(tmp_path, "thief")
    state = steppe.state
    with pytest.raises(BadBundle, match="parties trust") as caught:
        steppe.take(thief.bundle())
    print_ = thief.party.partition("@")[2]
    assert " ".join(print_[at : at + 4] for at in range(0, 32, 4)) in str(caught.value)
    assert f"dragoman parties trust {thief.party}" in str(caught.value)
    assert steppe.state == state
    assert steppe.workspace.exchange.show(thief.bundle()).strangers == (thief.party,)
    # One who is known passes on a stranger's chain.
    lake.trusts(thief)
    lake.take(thief.bundle())
    with pytest.raises(BadBundle, match=thief.party):
        steppe.take(lake.bundle())
    assert steppe.state == state
    steppe.trusts(thief)
    assert steppe.take(lake.bundle()).new[thief.party] == 1


def test_a_known_party_that_forges_anothers_chain(pair: tuple[Copy, Copy]) -> None:
    """The forger's own signature of the bundle is right; the events in it are not the other's."""
    lake, steppe = pair
    forger, victim = Delegation("lake"), Delegation("steppe")
    victim.events = [event for event in steppe.workspace.history() if event.party == victim.party]
    victim.key = forger.key
    forged = victim.note("I never said so.")
    state = steppe.state
    heads = {lake.party: lake.workspace.parties.party("lake").head, victim.party: forged.hash}
    with pytest.raises(BadBundle, match="not signed with the key that is in force"):
        steppe.take(forger.bundle([forged], heads=heads))
    assert steppe.state == state


def test_a_bundle_by_an_old_key(pair: tuple[Copy, Copy]) -> None:
    lake, steppe = pair
    old = lake.signer
    lake.workspace.parties.rotate(old, "another passphrase")
    with pytest.raises(BadBundle, match="not signed with the key of lake@"):
        steppe.take(lake.workspace.exchange.export(old).data)
    lake.signer = lake.workspace.parties.unlocked("lake", "another passphrase")
    assert steppe.take(lake.bundle()).new == {lake.party: 1}
    assert steppe.workspace.parties.party("lake").key == lake.signer.secret.public


def test_forgeries_leave_everything_as_it_was(pair: tuple[Copy, Copy]) -> None:
    """Those that the reader alone finds, 10,000 of them, are in tests/record; these go the whole way."""
    lake, steppe = pair
    for number in range(3):
        lake.note(f"{number}", f"e{number}")
    data = lake.bundle()
    chance = random.Random(SEED)
    state = steppe.state
    for number in range(300):
        forgery = FORGERIES[number % len(FORGERIES)]
        forged = forgery(data, chance)
        with pytest.raises((BadBundle, TooLarge)):
            steppe.take(forged)
    assert steppe.state == state
    assert steppe.take(data).new == {lake.party: 3}


def test_documents_that_attestations_cite(tmp_path: Path, pair: tuple[Copy, Copy]) -> None:
    lake, steppe = pair
    document = lake.workspace.add(files("ru", "zh"), ABOUT).document
    lake.workspace.work()
    cell = lake.workspace.parallel(document).rows[1].cells[0]
    version = next(one for one in lake.workspace.document(document).versions if one.language == cell.language)
    sentence = cell.sentences[0]
    passage = {
        "language": cell.language,
        "original": version.original,
        "ranges": [[sentence.start, sentence.end]],
        "words": [sentence.text],
    }
    said = {"document": document, "title": ABOUT.title, "body": "", "date": ABOUT.date, "source": ""}
    lake.workspace.glossaries.attest(lake.signer, GLOSSARY, "quay", {**said, "passages": [passage]})
    report = steppe.take(lake.bundle())
    assert report.documents == (document,)
    steppe.workspace.work()
    assert steppe.workspace.parallel(document).rows == lake.workspace.parallel(document).rows
    here = steppe.workspace.document(document)
    assert (here.about.title, here.about.parties) == (ABOUT.title, ABOUT.parties)
    (attested,) = steppe.workspace.glossaries.entry(GLOSSARY, "quay").attestations
    assert attested.here
    assert steppe.workspace.rebuild() == steppe.workspace.digests()
    assert steppe.take(lake.bundle()).documents == ()
    # Who wants them not, leaves them out.
    bare = lake.workspace.exchange.export(lake.signer, originals=False)
    assert bare.originals == 0
    assert len(bare.data) < len(lake.bundle())


def test_a_copy_that_lost_its_end_gets_it_back(tmp_path: Path, pair: tuple[Copy, Copy]) -> None:
    lake, steppe = pair
    backup = tmp_path / "backup.db"
    lake.workspace.close()
    backup.write_bytes((lake.workspace.folder / "dragoman.db").read_bytes())
    lake.note("Said after the backup.")
    steppe.take(lake.bundle())
    lake.workspace.close()
    (lake.workspace.folder / "dragoman.db").write_bytes(backup.read_bytes())
    lake.workspace = Workspace.open(lake.workspace.folder)
    report = lake.take(steppe.bundle(lake))
    # What Steppe thinks that Lake has is not sent to it, but named.
    assert (set(report.missing), report.cut) == ({lake.party}, (lake.party,))
    report = lake.take(steppe.bundle())
    assert (report.returned, report.missing, report.cut) == ({lake.party: 1}, {}, ())
    assert lake.digest == steppe.digest


def test_a_copy_that_lost_its_end_does_not_write_beside_it(tmp_path: Path, pair: tuple[Copy, Copy]) -> None:
    lake, steppe = pair
    lake.workspace.close()
    backup = (lake.workspace.folder / "dragoman.db").read_bytes()
    lake.note("Said after the backup.")
    steppe.take(lake.bundle())
    steppe.note("Seen.")
    lake.workspace.close()
    (lake.workspace.folder / "dragoman.db").write_bytes(backup)
    lake.workspace = Workspace.open(lake.workspace.folder)
    lake.take(steppe.bundle(lake))
    before = lake.lines()
    with pytest.raises(InputError, match="which this copy lacks"):
        lake.note("This would fork the chain.")
    assert lake.lines() == before
    lake.take(steppe.bundle())
    lake.note("This goes on behind it.")
    assert lake.workspace.verify() == []


def test_a_chain_that_forks_and_is_mended(tmp_path: Path, pair: tuple[Copy, Copy]) -> None:
    lake, steppe = pair
    lake.workspace.close()
    backup = (lake.workspace.folder / "dragoman.db").read_bytes()
    lake.note("Said, sent, and then forgotten.")
    steppe.take(lake.bundle())
    lake.workspace.close()
    (lake.workspace.folder / "dragoman.db").write_bytes(backup)
    lake.workspace = Workspace.open(lake.workspace.folder)
    lake.note("Said instead.")
    lake.note("And one more.")
    report = steppe.take(lake.bundle())
    assert report.forked == {lake.party: 3}
    lake.take(steppe.bundle())
    assert lake.digest == steppe.digest
    assert steppe.level("water") == ""
    with pytest.raises(InputError, match="forks at event 3"):
        lake.note("Nothing would count.")
    # A party that others had seen goes on meanwhile.
    steppe.note("Steppe carries on.", "wind")
    lake.take(steppe.bundle())
    assert lake.digest == steppe.digest
    recovery = lake.workspace.parties.recovering("lake", key_of("lake recovery").words())
    lake.workspace.parties.revoke(recovery, "The copy was restored.", passphrase="another passphrase")
    lake.signer = lake.workspace.parties.unlocked("lake", "another passphrase")
    report = steppe.take(lake.bundle())
    assert (report.forked, report.mended) == ({}, (lake.party,))
    assert lake.digest == steppe.digest
    assert steppe.lines() == lake.lines()
    lake.note("Counts again.")
    steppe.take(lake.bundle(steppe))
    assert lake.digest == steppe.digest
    assert lake.workspace.verify() == steppe.workspace.verify() == []
    for copy in pair:
        copy.workspace.close()
        assert doctor(copy.workspace.folder) == []


def test_a_database_that_is_made_anew(pair: tuple[Copy, Copy]) -> None:
    """What waited or was astray is not in the copy of the record; the kept bundles have it."""
    lake, steppe = pair
    stem = [event for event in lake.workspace.history() if event.party == lake.party]
    lake.note("One.")
    fork = Delegation("lake", founded=False)
    fork.events = stem[:]
    fork.note("Another one.")
    steppe.take(lake.bundle())
    steppe.take(fork.bundle(fork.events))
    steppe.note("Seen.")
    digest, lines, taken = steppe.digest, steppe.lines(), steppe.workspace.exchange.log()
    assert any("forks at event 3" in fault.message() for fault in steppe.workspace.verify())
    steppe.workspace.close()
    (steppe.workspace.folder / "dragoman.db").write_bytes(b"This was a database.")
    recover(steppe.workspace.folder)
    again = Copy.opened(steppe.workspace.folder.parent, "steppe")
    assert (again.digest, again.lines()) == (digest, lines)
    assert {line.hash for line in again.workspace.exchange.log()} == {
        line.hash for line in taken if line.direction == "taken"
    }
    assert again.take(lake.bundle()).forked == {lake.party: 3}


def test_any_letters_in_any_order(template: Path, tmp_path: Path, pair: tuple[Copy, Copy]) -> None:
    """However events are put into bundles, and in whatever order these come, copies end with the same."""
    lake, steppe = pair
    for number in range(3):
        proposal = lake.propose(f"e{number}", f"word {number}", steppe)
        steppe.take(lake.bundle(steppe))
        steppe.accept(proposal) if number else steppe.propose("e0", "another", lake)
        lake.take(steppe.bundle(lake))
        lake.note(f"Note {number}.", f"e{number}")
    events = [event for event in lake.workspace.history() if event.signature]
    sender = Delegation("lake", founded=False)
    sender.events = [event for event in events if event.party == lake.party]
    heads = {event.party: event.hash for event in events}
    chance = random.Random(SEED)
    for trial in range(12):
        reader = tmp_path / f"reader{trial}"
        shutil.copytree(template / "steppe", reader / "steppe")
        copy = Copy.opened(reader, "steppe")
        letters = chance.randint(1, 6)
        parts: list[list[Event]] = [[] for _letter in range(letters)]
        for event in events:
            for part in chance.sample(parts, chance.randint(1, letters)):
                part.append(event)
        for part in parts:
            copy.take(sender.bundle(part, heads=heads))
        assert copy.digest == lake.digest
        assert copy.lines() == lake.lines()
        assert copy.workspace.verify() == []
        copy.workspace.close()


def test_events_wait_for_those_before_them(pair: tuple[Copy, Copy]) -> None:
    lake, steppe = pair
    lake.note("One.")
    lake.note("Two.")
    party = Delegation("lake", founded=False)
    party.events = [event for event in lake.workspace.history() if event.party == lake.party]
    report = steppe.take(party.bundle(party.events[-1:]))
    assert (report.new, report.waiting) == ({}, {lake.party: 1})
    assert steppe.level("water") == ""
    report = steppe.take(party.bundle(party.events[-2:]))
    assert (report.new, report.waiting) == ({lake.party: 2}, {})
    assert steppe.digest == lake.digest


def test_an_accepted_bundle_is_kept(pair: tuple[Copy, Copy]) -> None:
    lake, steppe = pair
    lake.note("One.")
    data = lake.bundle()
    report = steppe.take(data)
    file = steppe.workspace.folder / "bundles" / f"{report.hash.removeprefix('sha256:')}.zip"
    assert file.read_bytes() == data
    line = steppe.workspace.exchange.log()[-1]
    assert (line.hash, line.direction, line.sender) == (report.hash, "taken", lake.party)
    assert (line.size, line.events) == (len(data), 4)


def test_a_file_that_is_too_large_is_not_read(tmp_path: Path, pair: tuple[Copy, Copy]) -> None:
    file = tmp_path / "large.zip"
    with file.open("wb") as stream:
        stream.truncate(300_000_000)
    with pytest.raises(TooLarge, match="The file has 300 MB; a bundle may have 256 MB"):
        pair[1].workspace.exchange.take_file(file)
