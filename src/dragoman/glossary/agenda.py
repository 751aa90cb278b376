"""What parties could agree on: terms of their texts that render each other, as concepts ("agenda.v1").

What all parties use comes first: earlier projects that began with the intersection came to an end of their
work, and those that began with what divides did not.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

METHOD = "agenda.v1"

Term = tuple[str, str]
"""A language's code, and the key of a term in it (`dragoman.terms.keys.key_of`)."""


@dataclass(frozen=True, slots=True)
class Rendering:
    """Two terms that render each other: how often in how many documents, and with what probability.

    `mutual` says that neither has a more probable partner in the other's language.
    """

    left: Term
    right: Term
    count: int
    documents: int
    probability: float
    mutual: bool = True


@dataclass(frozen=True, slots=True)
class Concept:
    """Terms of several languages, one each, that render each other.

    `terms` map a language to a key. `count` and `documents` are those of its most used pair, `probability`
    that of its least probable one. `parties` use one of the terms in documents of their own or in joint ones;
    `both` says that all do. `entry` has the terms already, "" for none. `evidence` is what concepts of equal
    use are ordered by: probability times the mean weight of the terms times their number.
    """

    terms: Mapping[str, str]
    count: int
    documents: int
    probability: float
    parties: tuple[str, ...]
    both: bool
    entry: str
    evidence: float


@dataclass(slots=True)
class _Group:
    terms: dict[str, str]
    pairs: list[Rendering] = field(default_factory=list)


def concepts(
    renderings: Iterable[Rendering],
    used_by: Mapping[Term, Collection[str]],
    parties: Sequence[str],
    *,
    entries: Mapping[Term, str] | None = None,
    weights: Mapping[Term, float] | None = None,
    names: Collection[Term] = (),
) -> list[Concept]:
    """Concepts to agree on, what all parties use first, then by evidence.

    Pairs of terms are joined where they share a term; none is joined to a concept with one of whose terms it
    is known not to go together, so that two concepts are not mixed: a term of a third language has to render
    both others, or nothing may speak against it.

    Args:
        renderings: Pairs of terms that are probable enough; those that are not mutual only tell whether two
            terms go together.
        used_by: The parties in whose own or joint documents each term stands.
        parties: Those who want to agree.
        entries: The entries of the glossary that have a term already.
        weights: How much of a term each is (termhood); 1 without.
        names: Terms that name one thing, a place or a body. What is half names or more is no concept to
            agree on, and is left out.
    """
    wanted = tuple(dict.fromkeys(parties))
    found = [
        _concept(group, used_by, wanted, entries or {}, weights or {})
        for group in _Joining(renderings).groups
        if 2 * sum(term in names for term in group.terms.items()) < len(group.terms)
    ]
    return sorted(
        found,
        key=lambda one: (
            not one.both,
            -len(one.parties),
            -one.evidence,
            -one.count,
            sorted(one.terms.items()),
        ),
    )


class _Joining:
    """Puts pairs of terms together, the firmest first."""

    def __init__(self, renderings: Iterable[Rendering]) -> None:
        self._pairs: dict[frozenset[Term], Rendering] = {}
        self._partners: dict[Term, dict[str, Term]] = {}
        group_of: dict[Term, _Group] = {}
        self.groups: list[_Group] = []
        firmest = sorted(renderings, key=lambda one: (-one.probability * one.count, one.left, one.right))
        for one in firmest:
            self._pairs[frozenset((one.left, one.right))] = one
            for term, other in ((one.left, one.right), (one.right, one.left)):
                if one.mutual:
                    self._partners.setdefault(term, {}).setdefault(other[0], other)
        for one in firmest:
            if not one.mutual:
                continue
            here, there = group_of.get(one.left), group_of.get(one.right)
            if here is None and there is None:
                group = _Group(dict((one.left, one.right)), [one])
                self.groups.append(group)
                group_of[one.left] = group_of[one.right] = group
            elif here is None or there is None:
                joined, term = (here, one.right) if there is None else (there, one.left)
                if joined is not None and self._fits(term, joined):
                    joined.terms[term[0]] = term[1]
                    joined.pairs += self._between(term, joined)
                    group_of[term] = joined

    def _fits(self, term: Term, group: _Group) -> bool:
        """Whether a term of another language may join a concept: it renders each of its terms, or neither it
        nor that term is the mutual partner of anything else there."""
        if term[0] in group.terms:
            return False
        for member in group.terms.items():
            if frozenset((term, member)) in self._pairs:
                continue
            if member[0] in self._partners.get(term, {}) or term[0] in self._partners.get(member, {}):
                return False
        return True

    def _between(self, term: Term, group: _Group) -> Iterator[Rendering]:
        for member in group.terms.items():
            pair = self._pairs.get(frozenset((term, member)))
            if pair is not None and member != term:
                yield pair


def _concept(
    group: _Group,
    used_by: Mapping[Term, Collection[str]],
    parties: Sequence[str],
    entries: Mapping[Term, str],
    weights: Mapping[Term, float],
) -> Concept:
    terms = dict(sorted(group.terms.items()))
    probability = min(one.probability for one in group.pairs)
    users = {party for term in terms.items() for party in used_by.get(term, ())}
    using = tuple(party for party in parties if party in users)
    return Concept(
        terms,
        max(one.count for one in group.pairs),
        max(one.documents for one in group.pairs),
        probability,
        using,
        bool(parties) and len(using) == len(parties),
        next((entries[term] for term in terms.items() if term in entries), ""),
        probability * sum(weights.get(term, 1.0) for term in terms.items()),
    )
