"""Making a bundle: which events go into it, and what they cite."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from sqlalchemy import Connection, insert, select

from dragoman.record.canonical import digest_of
from dragoman.record.events import Event
from dragoman.record.exchange import bundle
from dragoman.workspace import stock, tables
from dragoman.workspace.agreedmodel import Signer
from dragoman.workspace.citing import cited
from dragoman.workspace.clock import now
from dragoman.workspace.compact import compact
from dragoman.workspace.core import Core
from dragoman.workspace.exchangemodel import Direction, Sent


def send(core: Core, signer: Signer, recipient: str, *, with_originals: bool) -> Sent:
    """See `Exchange.export`; `recipient` is a whole identifier or ""."""
    with core.database.reading() as connection:
        heads = stock.heads(connection)
        events = [*stock.signed(connection), *stock.beside(connection)]
        if recipient:
            seen = seen_by(recipient, events)
            events = [event for event in events if event.hash not in seen]
        events = [event for event in events if event.party in heads]
        documents = cited(connection, events) if with_originals else ()
    names = sorted({version.original for one in documents for version in one.versions})
    made = now()
    data = bundle(
        signer.party,
        signer.secret,
        events,
        time=made,
        heads=heads,
        recipient=recipient,
        documents=documents,
        originals={name: core.originals.bytes_of(name) for name in names},
    )
    sent = Sent(data, digest_of(data), len(events), len(names))
    if not core.database.read_only:
        with core.database.writing() as connection:
            note(
                connection,
                sent.hash,
                "sent",
                (signer.party, recipient),
                made,
                (len(data), len(events)),
                {"heads": heads},
            )
    return sent


def seen_by(party: str, events: Sequence[Event]) -> set[str]:
    """The hashes of the events that a party has, as its own events show: these, and all that they follow."""
    known = {event.hash: event for event in events}
    seen: set[str] = set()
    left = [event.hash for event in events if event.party == party]
    while left:
        name = left.pop()
        if name not in seen and name in known:
            seen.add(name)
            left += known[name].follows
    return seen


def note(
    connection: Connection,
    name: str,
    direction: Direction,
    parties: tuple[str, str],
    made: str,
    size: tuple[int, int],
    facts: Mapping[str, object],
) -> None:
    """Note that a bundle was sent or taken, once; `size` is in bytes and in events."""
    c = tables.bundle.c
    if connection.scalar(select(c.number).where(c.hash == name, c.direction == direction)) is None:
        connection.execute(
            insert(tables.bundle).values(
                hash=name,
                direction=direction,
                sender=parties[0],
                recipient=parties[1],
                made=made,
                time=now(),
                size=size[0],
                events=size[1],
                facts=compact(facts),
            )
        )
