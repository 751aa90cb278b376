"""Pages of a long list: which one is shown, and where the others are."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from dragoman.web.visit import Query, Visit

Entry = TypeVar("Entry")

# Entries that the workspace gives at once, at most.
_AT_ONCE = 1_000


@dataclass(frozen=True, slots=True)
class Pages:
    """The pages of a list of `total` entries, `size` a page, from 1."""

    visit: Visit
    path: str
    query: Query
    page: int
    size: int
    total: int

    @property
    def count(self) -> int:
        """How many pages there are, at least one."""
        return max(1, -(-self.total // self.size))

    @property
    def before(self) -> str:
        """The address of the page before, "" on the first."""
        return self._link(self.page - 1) if self.page > 1 else ""

    @property
    def after(self) -> str:
        """The address of the next page, "" on the last."""
        return self._link(self.page + 1) if self.page < self.count else ""

    def _link(self, page: int) -> str:
        return self.visit.link(self.path, {**self.query, "page": page if page > 1 else ""})


def whole(ask: Callable[[int, int], Sequence[Entry]], most: int) -> tuple[Entry, ...]:
    """The entries of a list, up to `most`; `ask` is given how many it may give, and how many to leave out."""
    found: list[Entry] = []
    while len(found) < most:
        some = ask(_AT_ONCE, len(found))
        found += some
        if len(some) < _AT_ONCE:
            break
    return tuple(found[:most])
