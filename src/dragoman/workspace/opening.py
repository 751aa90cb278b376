"""The database of a workspace, as its settings name it."""

from __future__ import annotations

from dragoman.errors import DamagedDatabase
from dragoman.workspace.database import Database, postgresql, sqlite
from dragoman.workspace.place import Place


def opened(place: Place, *, new: bool = False) -> Database:
    """The database, without looking into it; a `new` one need not be there yet.

    Raises:
        DamagedDatabase: its file is missing. InputError, MissingExtra: see `postgresql`.
    """
    if place.database:
        return postgresql(place.database)
    file = place.database_file
    if not new and not file.exists():
        # SQLite would make an empty one, and everything would seem to be lost.
        raise DamagedDatabase(
            "The database is missing.",
            where=str(file),
            remedy="Put it back from a copy of the folder. `dragoman doctor` says what else can be done.",
        )
    return sqlite(file, new=new)
