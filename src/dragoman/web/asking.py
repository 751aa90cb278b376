"""What a visitor asks the concordance: words, filters, an order; and the same again as an address."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Annotated, Literal, TypeAlias

from fastapi import Depends
from fastapi import Query as Asks

from dragoman.concordance.model import Filters, Order
from dragoman.web.visit import Query

View = Literal["rows", "lines"]

FILTERS = {
    "in": "language",
    "with": "other",
    "body": "body",
    "party": "party",
    "kind": "kind",
    "document": "document",
    "since": "since",
    "until": "until",
}
"""What an address calls each filter -> the field of `Filters`."""

EVERYWHERE = Filters()
"""Filters that let everything through."""

_PAGES = 100_000
_SEEDS = 2**31 - 1


@dataclass(frozen=True, slots=True)
class Asked:
    """A question to the concordance.

    `view` is "rows" (whole sentences beside their counterparts) or "lines" (the words found below each other,
    between what stands before and after).
    """

    words: str
    filters: Filters = EVERYWHERE
    order: Order = "newest"
    page: int = 1
    seed: int = 0
    view: View = "rows"

    def query(self, changed: Mapping[str, str | int] | None = None) -> Query:
        """The question as the query of an address, with other values for some names.

        A change of anything but the page leads to the first page.
        """
        found: dict[str, str | int] = {"q": self.words}
        found.update({name: getattr(self.filters, field) for name, field in FILTERS.items()})
        found["sort"] = "" if self.order == "newest" else self.order
        found["seed"] = self.seed or ""
        found["view"] = "" if self.view == "rows" else self.view
        if not changed:
            found["page"] = self.page if self.page > 1 else ""
        return {**found, **(changed or {})}

    def within(self, language: str, other: str) -> Asked:
        """The same question about other languages."""
        return replace(self, filters=replace(self.filters, language=language, other=other))


def _filters(
    language: Annotated[str, Asks(alias="in")] = "",
    other: Annotated[str, Asks(alias="with")] = "",
    body: str = "",
    party: str = "",
    kind: str = "",
    document: str = "",
    since: str = "",
    until: str = "",
) -> Filters:
    return Filters(language, other, body, party, kind, document, since.strip(), until.strip())


Filtering: TypeAlias = Annotated[Filters, Depends(_filters)]
"""A parameter of this type holds the filters of the address."""


def _asked(
    filters: Filtering,
    q: str = "",
    sort: Order = "newest",
    page: Annotated[int, Asks(ge=1, le=_PAGES)] = 1,
    seed: Annotated[int, Asks(ge=0, le=_SEEDS)] = 0,
    view: View = "rows",
) -> Asked:
    return Asked(q.strip(), filters, sort, page, seed, view)


Asking: TypeAlias = Annotated[Asked, Depends(_asked)]
"""A parameter of this type is the question that the address puts."""
