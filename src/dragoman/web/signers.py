"""The parties in whose name a visitor may sign on a page."""

from __future__ import annotations

from collections.abc import Collection

from dragoman.web.agreed import Named, Names
from dragoman.web.visit import Visit


def signers(visit: Visit, names: Names, among: Collection[str]) -> list[Named]:
    """The parties, of some, for which the visitor may sign, in the order of the interface."""
    return names.in_order(party for party in visit.parties_with("sign") if party in among)
