"""What every part of the workspace needs: its place, its database, its originals."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection

from dragoman.record.events import Event
from dragoman.workspace import log
from dragoman.workspace.database import Database
from dragoman.workspace.originals import Originals
from dragoman.workspace.place import Place


@dataclass(frozen=True, slots=True)
class Core:
    """An open workspace."""

    place: Place
    database: Database
    originals: Originals

    def say(self, connection: Connection, author: str, kind: str, body: Mapping[str, Any]) -> Event:
        """Write an event in the name of the workspace's party."""
        return log.append(connection, self.place.party, author or self.place.author, kind, body)
