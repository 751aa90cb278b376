"""The renderings that a collection makes probable, as a termbase."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count

from sqlalchemy import Connection

from dragoman.terms.model import Pair
from dragoman.terms.termbase import Designation, Entry, Termbase
from dragoman.workspace import termpages

# As many pairs as one question is answered with.
_AT_ONCE = 1_000


def known_terms(
    connection: Connection,
    language: str,
    others: tuple[str, ...],
    source: str,
    probability: float,
    times: int,
) -> Termbase:
    """One entry for each term of the other languages, with the terms that render it in one language.

    Args:
        language: What terms are rendered in. others: The languages of the terms.
        source: What entries name as theirs.
        probability: The least probability of a pair. times: In how many passages it stands at least.
    """
    entries = []
    for other in others:
        renderings: dict[str, list[Pair]] = {}
        for pair in _pairs(connection, other, language, probability):
            if pair.count >= times:
                renderings.setdefault(pair.left, []).append(pair)
        entries += [_entry(other, key, pairs, source) for key, pairs in renderings.items()]
    return Termbase(tuple(entries))


def _entry(other: str, key: str, pairs: list[Pair], source: str) -> Entry:
    """A term and what renders it; the most used is preferred, the others are as good."""
    ordered = sorted(pairs, key=lambda pair: (-pair.count, -pair.probability, pair.right))
    designations = [Designation(other, ordered[0].left_form)]
    for number, pair in enumerate(ordered):
        designations.append(
            Designation(pair.right_language, pair.right_form, "admitted" if number else "preferred")
        )
    unique = {(one.language, one.text): one for one in reversed(designations)}
    return Entry(
        f"{other}:{key}",
        tuple(reversed(unique.values())),
        source,
        "known",
        max(pair.probability for pair in pairs),
    )


def _pairs(connection: Connection, left: str, right: str, probability: float) -> Iterator[Pair]:
    """The pairs of two languages that are probable enough, the most probable first."""
    for offset in count(0, _AT_ONCE):
        found = termpages.pairs(connection, left, right, "", "probability", _AT_ONCE, offset).pairs
        for pair in found:
            if pair.probability < probability:
                return
            yield pair
        if len(found) < _AT_ONCE:
            return
