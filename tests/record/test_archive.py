from __future__ import annotations

import io
import random
import zipfile
from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.errors import BadBundle
from dragoman.record.archive import packed, unpacked

_NAMES = st.from_regex(r"[a-z0-9][a-z0-9./-]{0,20}", fullmatch=True)
_MEMBERS = st.dictionaries(_NAMES, st.binary(max_size=200), min_size=1, max_size=5)


def _any(_name: str) -> int:
    return 1_000


def read(data: bytes) -> dict[str, bytes]:
    return {name: bytes(member) for name, member in unpacked(data, _any).items()}


@given(_MEMBERS)
def test_what_was_packed_is_unpacked(members: Mapping[str, bytes]) -> None:
    data = packed(members.items())
    assert list(read(data).items()) == list(members.items())
    assert packed(read(data).items()) == data


@given(_MEMBERS)
def test_other_programs_read_it(members: Mapping[str, bytes]) -> None:
    with zipfile.ZipFile(io.BytesIO(packed(members.items()))) as archive:
        assert archive.testzip() is None
        assert {name: archive.read(name) for name in archive.namelist()} == members


@given(_MEMBERS, st.data())
def test_whatever_is_altered_is_found(members: Mapping[str, bytes], data: st.DataObject) -> None:
    """One bit, anywhere: in names, sizes, sums, bytes, or the directory."""
    whole = bytearray(packed(members.items()))
    at = data.draw(st.integers(0, len(whole) - 1))
    whole[at] ^= 1 << data.draw(st.integers(0, 7))
    with pytest.raises(BadBundle):
        read(bytes(whole))


@given(_MEMBERS, st.data())
def test_whatever_is_cut_off_is_found(members: Mapping[str, bytes], data: st.DataObject) -> None:
    whole = packed(members.items())
    with pytest.raises(BadBundle):
        read(whole[: data.draw(st.integers(0, len(whole) - 1))])


@pytest.mark.parametrize("before", [b"", b"x", b"PK"])
@pytest.mark.parametrize("after", [b"", b"\0", b"PK\5\6"])
def test_what_stands_before_or_behind_is_found(before: bytes, after: bytes) -> None:
    whole = packed([("a", b"one"), ("b", b"two")])
    if before or after:
        with pytest.raises(BadBundle):
            read(before + whole + after)
    with pytest.raises(BadBundle, match="behind its end"):
        read(whole + whole)


def _by_others(compression: int, *names: str) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", compression) as archive:
        for name in names:
            archive.writestr(zipfile.ZipInfo(name), b"0" * 900, compression)
    return stream.getvalue()


def test_a_compressed_member() -> None:
    with pytest.raises(BadBundle, match="The member a is compressed"):
        read(_by_others(zipfile.ZIP_DEFLATED, "a"))


def test_what_another_program_wrote() -> None:
    with pytest.raises(BadBundle, match="not written as Dragoman writes"):
        read(_by_others(zipfile.ZIP_STORED, "a"))


@pytest.mark.parametrize("name", ["../a", "/a", "A", "a b", "ä", ""])
def test_a_name_that_no_member_has(name: str) -> None:
    with pytest.raises(BadBundle, match="which no member of a bundle has"):
        read(_by_others(zipfile.ZIP_STORED, name))


def test_a_member_that_is_there_twice() -> None:
    with pytest.raises(BadBundle, match="The member a is there twice"):
        read(packed([("a", b"one"), ("a", b"one")]))


def test_a_member_over_its_limit_is_not_read() -> None:
    with pytest.raises(BadBundle, match="has 1001 bytes; the limit is 1000"):
        read(packed([("a", bytes(1_001))]))


def test_a_member_that_says_it_is_larger_than_the_file() -> None:
    """The bytes 18 to 26 of the first header are its sizes: no memory is asked for on their word."""
    whole = bytearray(packed([("a", b"one")]))
    whole[18:22] = whole[22:26] = (900).to_bytes(4, "little")
    with pytest.raises(BadBundle, match="breaks off"):
        read(bytes(whole))
    whole[18:22] = whole[22:26] = (0xFFFF_FFFF).to_bytes(4, "little")
    with pytest.raises(BadBundle, match="the limit is"):
        read(bytes(whole))


@pytest.mark.parametrize("junk", [b"", b"PK", b"%PDF-1.7", b"\x00" * 100])
def test_what_is_no_archive(junk: bytes) -> None:
    with pytest.raises(BadBundle, match="no bundle of Dragoman"):
        read(junk)


def test_members_in_another_order_are_another_archive() -> None:
    members = [("a", b"one"), ("b", b"two"), ("c", b"three")]
    shuffled = members[:]
    random.Random(1).shuffle(shuffled)
    assert shuffled != members
    assert list(read(packed(shuffled))) == [name for name, _data in shuffled]
