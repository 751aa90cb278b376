"""Taking the kept bundles again when the database is made anew: what waits or is astray is only in them."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import Connection

from dragoman.errors import DragomanError
from dragoman.record.arrivals import arrived
from dragoman.record.exchange import Bundle, opened
from dragoman.record.subjects import subject_of
from dragoman.workspace import stock
from dragoman.workspace.agreed import project_agreed, project_subjects
from dragoman.workspace.place import Place
from dragoman.workspace.sending import note
from dragoman.workspace.taking import FOLDER


def taken_before(place: Place) -> list[Bundle]:
    """The bundles that were taken, in the order in which they were made; damaged files are left out."""
    found = []
    for file in sorted((place.folder / FOLDER).glob("*.zip")):
        try:
            bundle = opened(file.read_bytes())
        except (DragomanError, OSError):
            continue
        if bundle.hash == f"sha256:{file.stem}":
            found.append(bundle)
    return sorted(found, key=lambda bundle: (bundle.manifest.time, bundle.hash))


def taken_again(connection: Connection, bundles: Iterable[Bundle]) -> None:
    """Give events of bundles that were taken before their place again, or keep them beside the record."""
    events = {event.hash: event for bundle in bundles for event in bundle.events}
    here = stock.known(connection, events.keys())
    new = [event for name, event in events.items() if name not in here]
    found, _keys = arrived(stock.stock(connection, new), new)
    stock.kept(connection, found)
    project_subjects(connection, {subject_of(event) for event in found.held})
    stock.mark_forks(connection, found.forks.items())
    if found.forks:
        project_agreed(connection)
    for bundle in bundles:
        note(
            connection,
            bundle.hash,
            "taken",
            (bundle.sender, bundle.manifest.recipient),
            bundle.manifest.time,
            (bundle.size, len(bundle.events)),
            {},
        )
