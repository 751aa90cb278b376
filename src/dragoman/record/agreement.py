"""How far parties agree on an entry: which proposals hold, and the level among any set of parties.

A level is reached only where every party that a proposal is for accepts the same content, named by its hash.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from dragoman.record.content import LEVELS, OUTCOMES
from dragoman.record.entries import EntryState, ProposalState

ProposalStanding = Literal["open", "agreed", "replaced", "ended", "withdrawn"]
# The higher the more it says: a level says more than any outcome.
_RANK = {name: rank for rank, name in enumerate((*reversed(OUTCOMES), *LEVELS))}


def rank(level: str) -> int:
    """How much a level or outcome says, to compare two; -1 for none."""
    return _RANK.get(level, -1)


def agreed(entry: EntryState) -> list[ProposalState]:
    """The proposals that every party of theirs accepts, and that no other of these takes the place of; those
    that say most first, and of several the latest."""
    accepted = [one for one in entry.proposals.values() if one.is_agreed]
    replaced = {name for one in accepted for name in one.content["replaces"] if name != one.hash}
    holding = [one for one in accepted if one.hash not in replaced]
    return sorted(holding, key=lambda one: (-rank(one.content["aim"]), -len(one.parties), -one.number))


def standing(entry: EntryState, proposal: ProposalState) -> ProposalStanding:
    """How a proposal stands: open, agreed, agreed once and replaced or ended since, or withdrawn."""
    if proposal.is_agreed:
        return "agreed" if proposal in agreed(entry) else "replaced"
    if proposal.withdrawal is not None:
        return "withdrawn"
    return "ended" if proposal.reached else "open"


def level(entry: EntryState, parties: Iterable[str]) -> tuple[str, str]:
    """The level or outcome among these parties, and the hash of the proposal that it is reached by.

    What is agreed among more parties is agreed among these. Without an agreed proposal it is "proposed" and
    "" where one of the parties put something forward; "withdrawn" and "" where all that was proposed was
    taken back; "" and "" where nothing was.
    """
    wanted = frozenset(parties)
    for one in agreed(entry):
        if wanted <= set(one.parties):
            return str(one.content["aim"]), one.hash
    theirs = [one for one in entry.proposals.values() if wanted & set(one.parties)]
    if any(one.withdrawal is None for one in theirs) or wanted & entry.definitions.keys():
        return LEVELS[0], ""
    return (OUTCOMES[2], "") if theirs else ("", "")


def levels(entry: EntryState) -> list[tuple[tuple[str, ...], str, str]]:
    """The sets of parties that agreed something that holds, each with its level and the proposal's hash."""
    found: dict[tuple[str, ...], tuple[str, str]] = {}
    for one in agreed(entry):
        found.setdefault(one.parties, (str(one.content["aim"]), one.hash))
    return [(parties, name, proposal) for parties, (name, proposal) in found.items()]


def awaited(entry: EntryState) -> list[tuple[ProposalState, tuple[str, ...]]]:
    """The open proposals, each with the parties that have not answered it."""
    return [
        (one, waiting)
        for one in entry.proposals.values()
        if standing(entry, one) == "open"
        and (waiting := tuple(party for party in one.missing if party not in one.refusals))
    ]
