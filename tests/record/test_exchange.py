from __future__ import annotations

import io
import json
import random
import zipfile
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.errors import BadBundle, TooLarge
from dragoman.record import exchange
from dragoman.record.archive import packed
from dragoman.record.canonical import canonical, digest_of
from dragoman.record.exchange import Bundle, bundle, in_order, opened
from dragoman.record.keys import signs
from dragoman.record.order import in_order as order_of_all
from tests.record.events import METADATA, TIME, Chain
from tests.record.forging import (
    FORGERIES,
    lines_of,
    manifest,
    members,
    relisted,
    resigned,
    with_lines,
)
from tests.record.trading import Delegation, cited

SEED = 20_261_122


@pytest.fixture(scope="module")
def lake() -> Delegation:
    return Delegation("lake")


@pytest.fixture(scope="module")
def whole(lake: Delegation) -> bytes:
    """A small bundle with everything in it: two chains, a document with its originals."""
    steppe = Delegation("steppe")
    steppe.note("One's own.")
    lake.saw(steppe)
    document, originals = cited("a1", "Вода.".encode(), "水。".encode())
    lake.attest(document)
    steppe.saw(lake)
    steppe.note("Another one.")
    return lake.bundle(None, steppe, documents=[document], originals=originals)


def test_what_a_bundle_holds(lake: Delegation, whole: bytes) -> None:
    found = opened(whole)
    assert found.sender == lake.party
    assert found.hash == digest_of(whole)
    assert found.manifest.time == TIME
    assert found.manifest.heads[lake.party] == lake.head
    assert {event.hash for event in lake.events} < {event.hash for event in found.events}
    assert [one.id for one in found.manifest.documents] == ["a1"]
    assert found.manifest.documents[0].metadata == METADATA
    assert sorted(found.originals.values()) == sorted(["Вода.".encode(), "水。".encode()])
    assert found.is_signed_by(lake.key.public)
    assert not found.is_signed_by(lake.recovery.public)
    assert found.parties == tuple(sorted({event.party for event in found.events}))


def test_its_members(whole: bytes) -> None:
    names = [name for name, _data in members(whole)]
    assert names[:3] == ["manifest.json", "manifest.signature", "events.jsonl"]
    assert all(name.startswith("originals/") for name in names[3:])
    assert len(names) == 5
    said = dict(members(whole))
    assert canonical(json.loads(said["manifest.json"])) == said["manifest.json"]


def test_an_empty_bundle(lake: Delegation) -> None:
    """Nothing is new, and the heads tell what the sender has."""
    found = opened(lake.bundle([]))
    assert (found.events, found.originals, found.parties) == ((), {}, (lake.party,))


@given(st.permutations(range(9)))
def test_one_way_to_write_a_bundle(order: list[int]) -> None:
    lake, steppe = Delegation("lake"), Delegation("steppe")
    for number in range(3):
        lake.note(f"{number}")
        steppe.saw(lake)
        steppe.note(f"{number}")
        lake.saw(steppe)
    events = [*lake.events, *steppe.events, steppe.events[0]]
    assert lake.bundle([events[at] for at in order], steppe) == lake.bundle(events, steppe)


def test_the_order_is_that_of_the_record() -> None:
    lake, steppe = Delegation("lake"), Delegation("steppe")
    for _number in range(20):
        steppe.saw(lake)
        steppe.note("a")
        lake.note("b")
    events = [*lake.events, *steppe.events]
    ordered, waiting, depths = order_of_all(events)
    assert not waiting
    assert in_order(reversed(events)) == [(event, depths[event.hash]) for event in ordered]
    assert next(depth for _event, depth in in_order(ordered[10:])) == 1


def test_a_signature_of_a_bundle_is_none_of_an_event(lake: Delegation, whole: bytes) -> None:
    found = opened(whole)
    assert not any(
        signs(lake.key.public, found.signature, message)
        for message in (
            digest_of(found.manifest.to_json()),
            f"dragoman event\n{digest_of(found.manifest.to_json())}",
        )
    )


def _accepted(data: bytes, lake: Delegation) -> Bundle | None:
    """The bundle if nothing says that it was forged: neither itself, nor the sender's key."""
    try:
        found = opened(data)
    except (BadBundle, TooLarge):
        return None
    return found if found.is_signed_by(lake.key.public) else None


def test_ten_thousand_forgeries(lake: Delegation, whole: bytes) -> None:
    chance = random.Random(SEED)
    counts: Counter[str] = Counter()
    for number in range(10_000):
        forgery = FORGERIES[number % len(FORGERIES)]
        forged = forgery(whole, chance)
        assert forged != whole, forgery.__name__
        assert _accepted(forged, lake) is None, forgery.__name__
        counts[forgery.__name__] += 1
    assert min(counts.values()) > 700


def test_an_accepted_one_after_all(lake: Delegation, whole: bytes) -> None:
    """The test above can fail: the bundle itself is accepted."""
    assert _accepted(whole, lake) is not None
    assert _accepted(resigned(whole, lake.key), lake) is not None


def test_an_event_that_was_altered(whole: bytes) -> None:
    lines = lines_of(whole)
    lines[1] = lines[1].replace(b"A. Author", b"B. Author")
    with pytest.raises(BadBundle, match="Line 2 of its events cannot be read: The event was altered"):
        opened(with_lines(whole, lines))


def test_an_event_of_a_kind_that_is_not_known(lake: Delegation) -> None:
    other = Delegation("lake")
    other.say("treaty.signed", {})
    with pytest.raises(BadBundle, match=r"Line 2 .*'treaty.signed'.*newer Dragoman: install that"):
        opened(other.bundle())


def test_an_event_with_another_body() -> None:
    other = Delegation("lake")
    other.say("note.given", {"glossary": "harbours"})
    with pytest.raises(BadBundle, match=r"Line 2 .*'entry' is missing"):
        opened(other.bundle())


def test_notes_of_a_workspace_are_no_matter_for_others() -> None:
    lake = Delegation("lake")
    chain = Chain("north")
    chain.document("a1")
    with pytest.raises(BadBundle, match="belongs to no signed chain"):
        opened(lake.bundle([*lake.events, *chain.events]))
    lake.say("document.added", {"document": "a1", **METADATA})
    with pytest.raises(BadBundle, match="never leave the workspace"):
        opened(lake.bundle())


def test_events_twice_or_out_of_place(whole: bytes) -> None:
    lines = lines_of(whole)
    with pytest.raises(BadBundle, match="Line 2 of its events is there twice"):
        opened(with_lines(whole, [lines[0], *lines]))
    with pytest.raises(BadBundle, match="does not stand where it belongs"):
        opened(with_lines(whole, lines[::-1]))
    with pytest.raises(BadBundle, match="not UTF-8"):
        opened(with_lines(whole, [b"\xff", *lines]))


def test_a_chain_that_the_heads_do_not_name(lake: Delegation) -> None:
    other = Delegation("steppe")
    with pytest.raises(BadBundle, match="heads"):
        opened(lake.bundle([*lake.events, *other.events]))
    with pytest.raises(BadBundle, match="'heads'"):
        opened(lake.bundle([], heads={other.party: other.head}))


def test_a_newer_form(whole: bytes) -> None:
    with pytest.raises(BadBundle, match=r"newer Dragoman \(form 2; this one knows 1\)"):
        opened(relisted(members(whole), form=2))


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("from", "lake"),
        ("to", "north"),
        ("time", "2026-11-22"),
        ("time", "2026-13-22T05:40:25Z"),
        ("heads", []),
        ("heads", {"north": "sha256:" + "0" * 64}),
        ("documents", {}),
        ("documents", [{"document": "a1"}]),
        ("documents", [{"document": "a1", "versions": [], **METADATA}]),
        ("documents", [{"document": "a1", "versions": [{"language": "ru"}], **METADATA}]),
    ],
)
def test_a_manifest_that_is_none(whole: bytes, field: str, value: object) -> None:
    with pytest.raises(BadBundle, match=f"'{field}'"):
        opened(relisted(members(whole), **{field: value}))


@pytest.mark.parametrize(
    "said", [b"", b"{}", b"[]", b"null", b"{", b"\xff", b'{"form":1}', b"[" * 100_000, b'{"form":1e999}']
)
def test_a_manifest_that_is_no_manifest(whole: bytes, said: bytes) -> None:
    parts = [(name, said if name == "manifest.json" else data) for name, data in members(whole)]
    with pytest.raises(BadBundle, match="manifest"):
        opened(packed(parts))


def test_a_manifest_in_another_form_of_json(whole: bytes) -> None:
    spaced = json.dumps(manifest(whole)).encode()
    parts = [(name, spaced if name == "manifest.json" else data) for name, data in members(whole)]
    with pytest.raises(BadBundle, match="canonical"):
        opened(packed(parts))


def test_an_original_under_another_name(whole: bytes) -> None:
    parts = members(whole)
    swapped = [*parts[:3], (parts[3][0], parts[4][1]), (parts[4][0], parts[3][1])]
    with pytest.raises(BadBundle, match="do not fit its name"):
        opened(relisted(swapped))


def test_an_original_that_no_document_has(lake: Delegation, whole: bytes) -> None:
    with pytest.raises(BadBundle, match="originals are not those"):
        opened(relisted(members(whole), documents=[]))


def test_a_bundle_over_its_limits(lake: Delegation, monkeypatch: pytest.MonkeyPatch) -> None:
    data = lake.bundle()
    monkeypatch.setattr(exchange, "LARGEST_BUNDLE", len(data) - 1)
    with pytest.raises(TooLarge, match="The file has"):
        opened(data)
    with pytest.raises(TooLarge, match="without-originals"):
        lake.bundle()
    monkeypatch.setattr(exchange, "LARGEST_BUNDLE", exchange.MB)
    monkeypatch.setattr(exchange, "MOST_EVENTS", 1)
    with pytest.raises(TooLarge, match="the limit is 1"):
        opened(data)


def test_lengths_are_refused_before_anything_is_read() -> None:
    exchange.check_length(exchange.LARGEST_BUNDLE)
    with pytest.raises(TooLarge, match=r"post\.zip: The file has 257 MB; a bundle may have 256 MB"):
        exchange.check_length(257 * exchange.MB, "post.zip")


def test_an_event_over_its_limit(lake: Delegation, monkeypatch: pytest.MonkeyPatch) -> None:
    data = lake.bundle()
    monkeypatch.setattr(exchange, "LARGEST_EVENT", 300)
    with pytest.raises(BadBundle, match="Line 1 of its events has"):
        opened(data)


def test_what_was_not_given_is_not_there(lake: Delegation) -> None:
    assert opened(bundle(lake.party, lake.key, [], time=TIME, heads={lake.party: lake.head})).events == ()


def test_a_zip_bomb(whole: bytes) -> None:
    """A small file that would unfold into 300 MB is not unfolded."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, _data in members(whole):
            with archive.open(name, "w") as member:
                for _megabyte in range(60):
                    member.write(bytes(exchange.MB))
    bomb = stream.getvalue()
    assert len(bomb) < 1_000_000
    with pytest.raises(BadBundle, match="compressed"):
        opened(bomb)
