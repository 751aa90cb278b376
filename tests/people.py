"""People for tests: parties that have no chains yet, cheap passwords, and a clock that can be set."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from argon2 import PasswordHasher
from sqlalchemy import insert

from dragoman.access import passwords
from dragoman.workspace import Workspace, tables

LAKE, STEPPE = "lake@" + "0a" * 16, "steppe@" + "1b" * 16
PASSWORD = "the long river bends"


class Clock:
    """A clock that stands until it is set."""

    def __init__(self, time: float = 1_800_000_000.0) -> None:
        self.time = time

    def __call__(self) -> float:
        return self.time

    def goes(self, seconds: float) -> None:
        """Let time pass, or set the clock back."""
        self.time += seconds


@contextmanager
def cheap_passwords() -> Iterator[None]:
    """Passwords that take no time to hash: for tests of what is around them."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(passwords, "_HASHER", PasswordHasher(time_cost=1, memory_cost=64, parallelism=1))
        patch.setattr(passwords, "_NOBODYS", passwords.rehashed("nobody's"))
        yield


def with_parties(workspace: Workspace, *parties: str) -> None:
    """Let the workspace know parties, as the record would tell of them."""
    with workspace._core.database.writing() as connection:
        connection.execute(
            insert(tables.party),
            [
                {"id": party, "name": party.partition("@")[0], "facts": "{}", "trusted": True, "forked": 0}
                for party in parties
            ],
        )
