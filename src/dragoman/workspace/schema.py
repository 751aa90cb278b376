"""Which form the tables are in, and bringing older ones to the present form."""

from __future__ import annotations

from pathlib import Path
from threading import Lock

from sqlalchemy import Connection, inspect, text

from dragoman.errors import DamagedDatabase, NotAWorkspace
from dragoman.workspace.database import Database

# The last migration in `migrations/versions`.
HEAD = "0004"

_MIGRATIONS = Path(__file__).parent / "migrations"
# Alembic keeps what it works on in globals.
_ONE_AT_A_TIME = Lock()


def form_of(connection: Connection) -> str:
    """The form that the tables are in, "" if there are none."""
    if not inspect(connection).has_table("alembic_version"):
        return ""
    return str(connection.scalar(text("SELECT version_num FROM alembic_version")) or "")


def check_tables(connection: Connection, where: str) -> None:
    """Refuse a database that has lost its tables: made anew, it would be a workspace without documents.

    Raises:
        DamagedDatabase
    """
    if not form_of(connection):
        raise DamagedDatabase(
            "The database is empty.",
            where=where,
            remedy="Put it back from a copy of the folder. `dragoman doctor` says what else can be done.",
        )


def bring_up_to_date(database: Database) -> None:
    """Make the tables, or bring those of an older Dragoman to the present form: all in one transaction.

    Raises:
        NotAWorkspace: a newer Dragoman made them. WorkspaceError
    """
    with database.reading() as connection:
        form = form_of(connection)
    if form == HEAD:
        return
    if form > HEAD:
        raise NotAWorkspace(
            "The database was made by a newer Dragoman (form {form}; this one knows {known}).",
            where=database.where,
            remedy="Install the newer version.",
            form=form,
            known=HEAD,
        )
    # Only loaded where it is needed: most commands find the tables as they should be.
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(_MIGRATIONS).replace("%", "%%"))
    with _ONE_AT_A_TIME, database.writing() as connection:
        if form_of(connection) != HEAD:
            config.attributes["connection"] = connection
            command.upgrade(config, "head")
