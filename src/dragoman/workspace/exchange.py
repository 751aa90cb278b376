"""Bundles: what this copy of the record hands to others, and takes from them."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from sqlalchemy import select

from dragoman.record.exchange import check_length, opened
from dragoman.workspace import stock, tables
from dragoman.workspace.agreedmodel import Signer
from dragoman.workspace.core import Core
from dragoman.workspace.database import explained
from dragoman.workspace.exchangemodel import BundleLine, Contents, Report, Sent
from dragoman.workspace.parties import resolved
from dragoman.workspace.sending import send
from dragoman.workspace.taking import new_events, take


class Exchange:
    """Handing events over as files, by whatever means: neither side has to reach the other's machine."""

    def __init__(self, core: Core) -> None:
        self._core = core

    def export(self, signer: Signer, *, to: str = "", originals: bool = True) -> Sent:
        """A bundle of all signed chains that are here, signed by one of the parties.

        Args:
            signer: The party that hands it over, with its key.
            to: The party that it is for, by its identifier or short name: then it holds only what that party
                has not shown to have, as far as its events that are here tell. "" for everything.
            originals: Whether documents that attestations cite go with it, with their files.

        Raises:
            NoSuchParty. TooLarge: it would be over a limit.
            WorkspaceError: a cited original is missing or damaged.
        """
        if to:
            with self._core.database.reading() as connection:
                to = resolved(connection, to)
        return send(self._core, signer, to, with_originals=originals)

    def take(self, data: bytes) -> Report:
        """Take a bundle: all of it or, if anything is wrong with it, nothing.

        Taking it a second time changes nothing.

        Raises:
            BadBundle: it is damaged, forged, from a stranger, or no bundle.
            TooLarge: it is over a limit.
            WorkspaceError
        """
        return take(self._core, opened(data), data)

    def take_file(self, file: Path) -> Report:
        """Take the bundle in a file, see `take`; its size is looked at before it is read."""
        return self.take(read(file))

    def show(self, data: bytes) -> Contents:
        """What is in a bundle, without taking it. Whether its signatures are right, only `take` says.

        Raises:
            BadBundle: it is damaged, or no bundle. TooLarge
        """
        bundle = opened(data)
        with self._core.database.reading() as connection:
            known = stock.trusted(self._core, connection)
            new = new_events(connection, bundle)
        return Contents(
            hash=bundle.hash,
            size=bundle.size,
            sender=bundle.sender,
            recipient=bundle.manifest.recipient,
            time=bundle.manifest.time,
            events=dict(sorted(Counter(event.party for event in bundle.events).items())),
            new=dict(sorted(Counter(event.party for event in new).items())),
            documents=tuple(document.id for document in bundle.manifest.documents),
            originals=len(bundle.originals),
            strangers=tuple(party for party in bundle.parties if party not in known),
        )

    def log(self) -> list[BundleLine]:
        """The bundles that were sent and taken here, the oldest first."""
        c = tables.bundle.c
        columns = (c.hash, c.direction, c.sender, c.recipient, c.made, c.time, c.size, c.events)
        with self._core.database.reading() as connection:
            rows = connection.execute(select(*columns).order_by(c.number)).all()
        return [BundleLine(*row) for row in rows]


def read(file: Path) -> bytes:
    """The bytes of a bundle's file; its size is looked at before it is read.

    Raises:
        TooLarge. WorkspaceError: it cannot be read.
    """
    with explained(str(file)):
        check_length(file.stat().st_size, str(file))
        return file.read_bytes()
