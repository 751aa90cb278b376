"""The database of a workspace, as its settings name it."""

from __future__ import annotations

from dragoman.workspace.database import Database, explained, postgresql, sqlite
from dragoman.workspace.place import Place


def opened(place: Place) -> Database:
    """The database, without looking into it.

    Raises:
        WorkspaceError
    """
    if place.database:
        return postgresql(place.database)
    with explained(str(place.database_file)):
        return sqlite(place.database_file)
