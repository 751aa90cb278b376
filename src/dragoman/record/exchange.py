"""Bundles: what one copy of the record hands to another, as one file, by whatever means.

A bundle is a ZIP archive (`dragoman.record.archive`) of these members, in this order:

    manifest.json        who sends it, when, and what is in it (`dragoman.record.manifest`)
    manifest.signature   the sender's signature of the manifest's hash
    events.jsonl         events of signed chains, a line each
    originals/<digits>   the files that attestations among them cite, by the digits of their hash

There is one way only to write a bundle of given content, and reading compares it byte by byte. The manifest
holds the hash of every other member, and the signature stands for the manifest; so a bundle that was altered
anywhere is refused as a whole.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from dragoman.errors import BadBundle, DragomanError, TooLarge
from dragoman.marking import _
from dragoman.record.archive import MOST_MEMBERS, packed, refused, unpacked
from dragoman.record.canonical import digest_of
from dragoman.record.events import Event
from dragoman.record.keys import SecretKey, is_signature, signs
from dragoman.record.kinds import KINDS, kind_fault
from dragoman.record.manifest import CitedDocument, Manifest
from dragoman.record.names import is_signed_party

MB = 1_000_000
LARGEST_BUNDLE = 256 * MB
"""Bytes of a bundle."""
LARGEST_ORIGINAL = 64 * MB
"""Bytes of an original: as many as a workspace takes."""
LARGEST_EVENT = 8 * MB
"""Bytes of an event's line."""
MOST_EVENTS = 1_000_000
"""Events of a bundle."""

_LARGEST_MANIFEST, _LARGEST_SIGNATURE = 16 * MB, 1_000
_MANIFEST, _SIGNATURE, _EVENTS, _ORIGINALS = (
    "manifest.json",
    "manifest.signature",
    "events.jsonl",
    "originals/",
)
# More bytes than the archive adds to a member: its name twice, and what else is said of it.
_FRAME = 300
# What is signed begins like this, so that a signature of something else is none of a bundle.
_SIGNED = "dragoman bundle\n"
_PREFIX = "sha256:"


@dataclass(frozen=True, slots=True)
class Bundle:
    """A bundle that is whole in itself; whether to believe it, only the parties' keys tell.

    `hash` names the file by its content, `size` is its length in bytes. `events` stand in their order, each
    behind those that it follows; `originals` are the bytes of cited files by their hash.
    """

    hash: str
    size: int
    manifest: Manifest
    signature: str
    events: tuple[Event, ...]
    originals: Mapping[str, bytes]

    @property
    def sender(self) -> str:
        """The party that made it."""
        return self.manifest.sender

    @property
    def parties(self) -> tuple[str, ...]:
        """The sender, and all others of whose chains there are events in it, sorted."""
        return tuple(sorted({self.sender, *(event.party for event in self.events)}))

    def is_signed_by(self, key: str) -> bool:
        """Whether the manifest was signed with the secret half of this public key."""
        return signs(key, self.signature, _message(self.manifest.to_json()))


def bundle(
    sender: str,
    key: SecretKey,
    events: Iterable[Event],
    *,
    time: str,
    heads: Mapping[str, str],
    recipient: str = "",
    documents: Sequence[CitedDocument] = (),
    originals: Mapping[str, bytes] | None = None,
) -> bytes:
    """The file that hands these events over, signed with the sender's key in force.

    Args:
        sender: The party that makes it.
        key: Its secret key.
        events: Of signed chains, in any order, each once.
        time: When it is made, in UTC, such as "2026-11-22T05:40:25Z".
        heads: Of each party whose chain the sender holds, the hash of the last event.
        recipient: The party that it is made for, "" for whoever may have it.
        documents: What is known of the cited documents, by identifier in rising order.
        originals: The bytes of all their versions, by hash.

    Raises:
        TooLarge: it would be over a limit.
    """
    ordered = [event for event, _depth in in_order(events)]
    lines = [f"{event.to_json()}\n".encode() for event in ordered]
    files = {_EVENTS: b"".join(lines)}
    for name, data in sorted((originals or {}).items()):
        files[f"{_ORIGINALS}{name.removeprefix(_PREFIX)}"] = data
    manifest = Manifest(
        sender,
        recipient,
        time,
        heads,
        len(lines),
        {name: (digest_of(data), len(data)) for name, data in files.items()},
        tuple(documents),
    ).to_json()
    size = sum(map(len, files.values())) + len(manifest) + _FRAME * (len(files) + 2)
    within = (
        len(lines) <= MOST_EVENTS and len(files) <= MOST_MEMBERS - 2 and len(manifest) <= _LARGEST_MANIFEST
    )
    if size > LARGEST_BUNDLE or not within:
        raise TooLarge(
            "The bundle would have {size:.0f} MB, {events} events and {files} originals; the limits are "
            "{limit:.0f} MB, {most_events} and {most_files}.",
            remedy="Leave out what the recipient has seen (on the command line: --to), or the originals "
            "(--without-originals).",
            size=size / MB,
            events=len(lines),
            files=len(files) - 1,
            limit=LARGEST_BUNDLE / MB,
            most_events=MOST_EVENTS,
            most_files=MOST_MEMBERS - 3,
        )
    signature = key.sign(_message(manifest)).encode()
    return packed([(_MANIFEST, manifest), (_SIGNATURE, signature), *files.items()])


def in_order(events: Iterable[Event]) -> list[tuple[Event, int]]:
    """Events with their depth among each other, in the order of depth, then of their hashes.

    An event's depth is one more than the greatest of those that it follows and that are given, 1 if none is.
    """
    known = {event.hash: event for event in events}
    depths: dict[str, int] = {}
    # Chains are long: what an event follows is looked up on a stack of our own.
    for name in known:
        stack = [name]
        while stack:
            event = known[stack[-1]]
            lacking = [one for one in event.follows if one in known and one not in depths]
            if lacking:
                stack += lacking
                continue
            depths[stack.pop()] = 1 + max((depths.get(one, 0) for one in event.follows), default=0)
    ordered = sorted(known.values(), key=lambda event: (depths[event.hash], event.hash))
    return [(event, depths[event.hash]) for event in ordered]


def check_length(size: int, where: str = "") -> None:
    """Refuse a file by its size in bytes, before anything of it is read.

    Raises:
        TooLarge
    """
    if size > LARGEST_BUNDLE:
        raise TooLarge(
            "The file has {size:.0f} MB; a bundle may have {limit:.0f} MB.",
            where=where,
            remedy="Check that it is the right file. Whoever sends so much can leave out what you have seen: "
            "`dragoman exchange export --to`.",
            size=size / MB,
            limit=LARGEST_BUNDLE / MB,
        )


def opened(data: bytes) -> Bundle:
    """What a file holds that `bundle` wrote.

    All is checked that needs no knowledge of the parties' keys: that the file is written as `bundle` writes
    it, that each member is what the manifest says, and that each event is whole, of a signed chain, of a
    known kind, in its place in the order, and there once.

    Raises:
        BadBundle, TooLarge
    """
    check_length(len(data))
    members = unpacked(data, _most)
    names = list(members)
    if names[:3] != [_MANIFEST, _SIGNATURE, _EVENTS] or not all(map(_is_original, names[3:])):
        raise refused(_("Its members are not those of a bundle, or stand in another order."))
    manifest = Manifest.from_json(bytes(members[_MANIFEST]))
    signature = bytes(members[_SIGNATURE]).decode("latin-1")
    if not is_signature(signature):
        raise refused(_("Its signature is none."))
    originals = _originals(members, manifest)
    events = _events(members[_EVENTS], manifest)
    return Bundle(digest_of(data), len(data), manifest, signature, events, originals)


def _most(name: str) -> int:
    """How many bytes a member may have."""
    if name.startswith(_ORIGINALS):
        return LARGEST_ORIGINAL
    return {_MANIFEST: _LARGEST_MANIFEST, _SIGNATURE: _LARGEST_SIGNATURE}.get(name, LARGEST_BUNDLE)


def _is_original(name: str) -> bool:
    digits = name.removeprefix(_ORIGINALS)
    return name.startswith(_ORIGINALS) and len(digits) == 64 and set(digits) <= set("0123456789abcdef")


def _originals(members: Mapping[str, memoryview], manifest: Manifest) -> dict[str, bytes]:
    """The cited files, after each member but the first two has been compared with what the manifest says."""
    listed = list(members)[2:]
    if listed != sorted(listed) or set(listed) != set(manifest.files):
        raise refused(_("Its members are not those that its manifest lists."))
    for name in listed:
        if manifest.files[name] != (digest_of(bytes(members[name])), len(members[name])):
            raise refused(_("The member {member} is not the one that its manifest lists."), member=name)
    found = {}
    for name in listed[1:]:
        hash_, _size = manifest.files[name]
        if hash_ != _PREFIX + name.removeprefix(_ORIGINALS):
            raise refused(_("The bytes of the member {member} do not fit its name."), member=name)
        found[hash_] = bytes(members[name])
    if found.keys() != {version.original for one in manifest.documents for version in one.versions}:
        raise refused(_("Its originals are not those of the documents that its manifest lists."))
    return found


def _events(member: memoryview, manifest: Manifest) -> tuple[Event, ...]:
    """The events, each whole, allowed in a bundle, and where it must stand."""
    data = bytes(member)
    count = data.count(b"\n")
    if count > MOST_EVENTS:
        raise TooLarge(
            "The bundle has {count} events; the limit is {limit}.",
            remedy="Whoever sends so many can leave out what you have seen: `dragoman exchange export --to`.",
            count=count,
            limit=MOST_EVENTS,
        )
    if count != manifest.events or (data and not data.endswith(b"\n")):
        raise refused(_("It does not hold as many events as its manifest says."))
    events = []
    for number, line in enumerate(data.split(b"\n")[:-1], start=1):
        if len(line) > LARGEST_EVENT:
            raise refused(
                _("Line {line} of its events has {size} bytes; the limit is {limit}."),
                line=number,
                size=len(line),
                limit=LARGEST_EVENT,
            )
        try:
            event = Event.from_json(line.decode())
        except UnicodeDecodeError as error:
            raise refused(_("Line {line} of its events is not UTF-8."), line=number) from error
        except DragomanError as error:
            raise refused(
                _("Line {line} of its events cannot be read: {why}"), line=number, why=_sentence(error)
            ) from error
        _check_kind(event, number)
        events.append(event)
    if not {event.party for event in events} <= manifest.heads.keys():
        raise refused(_("Its heads do not name every chain that it has events of."))
    _check_order(events)
    return tuple(events)


def _check_kind(event: Event, number: int) -> None:
    if not is_signed_party(event.party) or not event.signature:
        raise refused(
            _("Line {line} of its events belongs to no signed chain ({party})."),
            line=number,
            party=event.party,
        )
    unfit = kind_fault(event.kind, event.body)
    if not unfit and not KINDS[event.kind].signed:
        unfit = _("Events of the kind {kind} never leave the workspace that they were written in."), {}
    if unfit:
        raise BadBundle(
            "Line {line} of its events cannot be used: {why}",
            remedy="It may have been made by a newer Dragoman: install that. Nothing was taken.",
            line=number,
            why=unfit[0].format(**{"kind": event.kind, **unfit[1]}),
        )


def _check_order(events: Sequence[Event]) -> None:
    """Refuse events that are there twice or not where `in_order` has them."""
    everything = {event.hash for event in events}
    depths: dict[str, int] = {}
    last = (0, "")
    for number, event in enumerate(events, start=1):
        if event.hash in depths:
            raise refused(_("Line {line} of its events is there twice."), line=number)
        early = any(one in everything and one not in depths for one in event.follows)
        place = 1 + max((depths.get(one, 0) for one in event.follows), default=0), event.hash
        if early or place < last:
            raise refused(_("Line {line} of its events does not stand where it belongs."), line=number)
        depths[event.hash], last = place[0], place


def _sentence(error: DragomanError) -> str:
    """What is wrong, without where and what to do."""
    return error.what.format(**error.values)


def _message(manifest: bytes) -> str:
    return _SIGNED + digest_of(manifest)
