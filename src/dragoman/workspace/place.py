"""The folder of a workspace: what lies in it, and the few words of its `dragoman.toml`."""

from __future__ import annotations

import json
import tomllib
from dataclasses import dataclass
from pathlib import Path

from dragoman.errors import AlreadyThere, InputError, NotAWorkspace
from dragoman.workspace.database import explained

SETTINGS = "dragoman.toml"
DATABASE = "dragoman.db"
ORIGINALS = "originals"
RECORD = "record.jsonl"

_FORM = 1


@dataclass(frozen=True, slots=True)
class Place:
    """A workspace's folder and what its settings say.

    `party` is in whose name events are written, `author` who writes them unless another name is given;
    `database` is the address of a PostgreSQL database, or "" for SQLite in the folder.
    """

    folder: Path
    title: str
    party: str
    author: str
    database: str

    @property
    def database_file(self) -> Path:
        """The SQLite database."""
        return self.folder / DATABASE

    @property
    def originals(self) -> Path:
        """The folder of originals."""
        return self.folder / ORIGINALS

    @property
    def record(self) -> Path:
        """The copy of the record, an event a line."""
        return self.folder / RECORD


def found(folder: Path) -> Place:
    """The workspace in a folder.

    Raises:
        NotAWorkspace: there is none. InputError: its settings cannot be read.
    """
    file = folder / SETTINGS
    try:
        text = file.read_text(encoding="utf-8")
    except (FileNotFoundError, NotADirectoryError) as error:
        raise NotAWorkspace(
            "There is no workspace in this folder.",
            where=str(folder),
            remedy="Make one with `dragoman init`, or name another folder with --workspace.",
        ) from error
    except (OSError, UnicodeDecodeError) as error:
        raise _unreadable(file, str(error)) from error
    try:
        said = tomllib.loads(text)["workspace"]
        form = said["form"]
        words = {name: said.get(name, "") for name in ("title", "party", "author", "database")}
    except (tomllib.TOMLDecodeError, KeyError, TypeError, AttributeError) as error:
        raise _unreadable(file, str(error)) from error
    if form != _FORM:
        raise NotAWorkspace(
            "This workspace was made by a newer Dragoman (form {form}; this one knows {known}).",
            where=str(file),
            remedy="Install the newer version.",
            form=form,
            known=_FORM,
        )
    for name, value in words.items():
        if not isinstance(value, str):
            raise _unreadable(file, name)
    if not words["party"]:
        raise _unreadable(file, "party")
    return Place(folder, **words)


def founded(place: Place) -> None:
    """Make the folder and its settings; the settings come last, so that half a workspace is none.

    Raises:
        AlreadyThere: there is a workspace in it. ReadOnly, DiskFull
    """
    if (place.folder / SETTINGS).exists():
        raise AlreadyThere(
            "There is a workspace in this folder already.",
            where=str(place.folder),
            remedy="Use it as it is, or choose another folder.",
        )
    with explained(str(place.folder)):
        place.originals.mkdir(parents=True, exist_ok=True)


def settled(place: Place) -> None:
    """Write the settings: from now on the folder is a workspace."""
    words = {"title": place.title, "party": place.party, "author": place.author, "database": place.database}
    lines = [
        "# A workspace of Dragoman. Title and author may be edited; the party is the one in whose name the",
        "# record is written.",
        "[workspace]",
        f"form = {_FORM}",
        # JSON's strings are TOML's basic strings.
        *(f"{name} = {json.dumps(value, ensure_ascii=False)}" for name, value in words.items()),
    ]
    file = place.folder / SETTINGS
    with explained(str(file)):
        draft = file.with_suffix(".part")
        draft.write_text("\n".join(lines) + "\n", encoding="utf-8")
        draft.replace(file)


def _unreadable(file: Path, reason: str) -> InputError:
    return NotAWorkspace(
        "The settings of this workspace cannot be read: {reason}.",
        where=str(file),
        remedy="Mend the file, or restore it from a copy.",
        reason=reason,
    )
