"""Bundles as somebody writes them who knows the form and lacks the key, for tests."""

from __future__ import annotations

import json
import random
from collections.abc import Callable, Mapping, Sequence
from typing import Any, TypeAlias

from dragoman.record.archive import packed, unpacked
from dragoman.record.canonical import canonical, digest_of
from dragoman.record.events import Event
from dragoman.record.keys import SecretKey
from tests.record.trading import key_of

Members: TypeAlias = list[tuple[str, bytes]]
Forgery: TypeAlias = Callable[[bytes, random.Random], bytes]
_OWN = ("manifest.json", "manifest.signature")


def members(data: bytes) -> Members:
    """The members of a bundle, in their order."""
    return [(name, bytes(member)) for name, member in unpacked(data, lambda _name: len(data)).items()]


def manifest(data: bytes) -> dict[str, Any]:
    """What a bundle's manifest says."""
    found: dict[str, Any] = json.loads(dict(members(data))["manifest.json"])
    return found


def relisted(parts: Sequence[tuple[str, bytes]], **said: object) -> bytes:
    """The archive of these members, its manifest made to fit them; the signature stays as it was."""
    inside = dict(parts)
    facts: dict[str, Any] = json.loads(inside["manifest.json"])
    facts["files"] = {
        name: {"hash": digest_of(member), "size": len(member)} for name, member in parts if name not in _OWN
    }
    facts["events"] = inside["events.jsonl"].count(b"\n")
    facts |= said
    return packed([(name, canonical(facts) if name == _OWN[0] else member) for name, member in parts])


def resigned(data: bytes, key: SecretKey) -> bytes:
    """The same with the signature of another key."""
    parts = dict(members(data))
    message = f"dragoman bundle\n{digest_of(parts[_OWN[0]])}"
    return packed({**parts, _OWN[1]: key.sign(message).encode()}.items())


def with_lines(data: bytes, lines: Sequence[bytes]) -> bytes:
    """The same with other events."""
    inside = b"".join(line + b"\n" for line in lines)
    return relisted([(name, inside if name == "events.jsonl" else held) for name, held in members(data)])


def lines_of(data: bytes) -> list[bytes]:
    """A bundle's events, as they are written."""
    return dict(members(data))["events.jsonl"].split(b"\n")[:-1]


# Each makes of a bundle another one that must be refused.


def flipped(data: bytes, chance: random.Random) -> bytes:
    """One bit, anywhere."""
    made = bytearray(data)
    made[chance.randrange(len(made))] ^= 1 << chance.randrange(8)
    return bytes(made)


def overwritten(data: bytes, chance: random.Random) -> bytes:
    """Some bytes, anywhere."""
    made = bytearray(data)
    at = chance.randrange(len(made))
    wanted = chance.randbytes(chance.randint(1, 40))
    made[at : at + len(wanted)] = wanted[: len(made) - at]
    return bytes(made) if bytes(made) != data else flipped(data, chance)


def cut(data: bytes, chance: random.Random) -> bytes:
    """Its end is missing."""
    return data[: chance.randrange(len(data))]


def holed(data: bytes, chance: random.Random) -> bytes:
    """Bytes in its middle are missing."""
    at = chance.randrange(len(data) - 1)
    return data[:at] + data[at + chance.randint(1, len(data) - at) :]


def padded(data: bytes, chance: random.Random) -> bytes:
    """There is something before, inside or behind it."""
    at = chance.choice((0, len(data), chance.randrange(len(data))))
    return data[:at] + chance.randbytes(chance.randint(1, 30)) + data[at:]


def doubled(data: bytes, _chance: random.Random) -> bytes:
    """It stands there twice, one behind the other."""
    return data + data


def shuffled(data: bytes, chance: random.Random) -> bytes:
    """Its members stand in another order."""
    parts = members(data)
    order = parts[:]
    while order == parts:
        chance.shuffle(order)
    return packed(order)


def more_or_fewer(data: bytes, chance: random.Random) -> bytes:
    """A member is missing, is there twice, or is a stranger; or its bytes are another's."""
    parts = members(data)
    at = chance.randrange(len(parts))
    name, held = parts[at]
    other = chance.choice([part for part in parts if part[1] != held])[1]
    return packed(
        chance.choice(
            (
                [part for part in parts if part[0] != name],
                [*parts, ("notes.txt", b"hello")],
                [*parts, (f"originals/{'0' * 64}", b"hello")],
                [*parts, (name, held)],
                [*parts[:at], (name, other), *parts[at + 1 :]],
                [*parts[:at], (name, held + b"\n"), *parts[at + 1 :]],
            )
        )
    )


def relined(data: bytes, chance: random.Random) -> bytes:
    """Events are missing, doubled or swapped; the manifest is made to fit, and not signed anew."""
    lines = lines_of(data)
    at = chance.randrange(len(lines))
    other = chance.choice([k for k in range(len(lines)) if k != at])
    swapped = lines[:]
    swapped[at], swapped[other] = lines[other], lines[at]
    start = chance.randrange(len(lines))
    return with_lines(
        data,
        chance.choice(
            (
                lines[:-1],
                lines[:at] + lines[at + 1 :],
                lines[:start],
                lines[:at] + lines[at:][:1] + lines[at:],
                swapped,
                [*lines, chance.choice(lines)],
            )
        ),
    )


def reworded(data: bytes, chance: random.Random) -> bytes:
    """An event says something else, and its hash fits; the manifest does too."""
    lines = lines_of(data)
    at = chance.randrange(len(lines))
    event = Event.from_json(lines[at].decode())
    fields = event.fields()
    fields[chance.choice(("author", "time"))] = "2026-11-23T00:00:00Z"
    lines[at] = Event(**fields, signature=event.signature).to_json().encode()
    return with_lines(data, lines)


def claimed(data: bytes, chance: random.Random) -> bytes:
    """The manifest says something else, and is not signed anew."""
    said = manifest(data)
    others: Mapping[str, Any] = {
        "time": f"2026-11-22T05:40:{chance.randrange(26, 60)}Z",
        "to": f"river@{chance.randbytes(16).hex()}",
        "from": f"{said['from'].partition('@')[0]}@{chance.randbytes(16).hex()}",
        "form": chance.randrange(2, 9),
        "heads": {**said["heads"], said["from"]: f"sha256:{chance.randbytes(32).hex()}"},
        "documents": [],
        "events": said["events"] + 1,
        "files": {},
    }
    name = chance.choice(sorted(others))
    parts = members(data)
    if others[name] == said[name]:
        return flipped(data, chance)
    return packed(
        [(part, canonical({**said, name: others[name]}) if part == _OWN[0] else held) for part, held in parts]
    )


def signed_by_a_stranger(data: bytes, chance: random.Random) -> bytes:
    """The whole is right, but for whose signature it has."""
    return resigned(data, key_of(f"stranger {chance.randrange(1_000)}"))


def relined_by_a_stranger(data: bytes, chance: random.Random) -> bytes:
    """Events are missing, and a stranger has signed what is left."""
    return signed_by_a_stranger(relined(data, chance), chance)


FORGERIES: Sequence[Forgery] = (
    flipped, overwritten, cut, holed, padded, doubled, shuffled, more_or_fewer, relined, reworded, claimed,
    signed_by_a_stranger, relined_by_a_stranger,
)  # fmt: skip
