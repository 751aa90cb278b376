"""What is wanted of a sentence, as the databases ask it: FTS5's expressions and PostgreSQL's tsquery.

Both see the same tokens (`concordance.streams`) and answer alike. What neither can say exactly, such as a
free place inside a phrase, is asked more widely, and `exact` says that each answer has to be looked at.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby, product
from math import prod
from typing import Protocol

from dragoman.concordance.streams import Streams
from dragoman.concordance.wanted import All, Any, Close, Everything, Leaf, Slot, Wanted, alike
from dragoman.errors import InputError

MOST_PHRASES = 500
"""Phrases that one may stand for, where several words fit its places."""

# The highest position that PostgreSQL counts.
_FURTHEST = 16_383
# Before a lemma, so that it is not taken for a form; no token holds it.
_LEMMA = "="

Tokens = tuple[str, ...]


class _Writer(Protocol):
    """One way of writing what is asked."""

    def row(self, tokens: Tokens, *, lemmas: bool, prefix: bool) -> str:
        """Tokens in a row, of the last only the beginning if `prefix`."""

    def near(self, left: Leaf, right: Leaf, distance: int, *, lemmas: bool) -> str:
        """Two rows close together."""

    def join(self, parts: Sequence[str], *, every: bool) -> str:
        """All or any of these."""

    def without(self, asked: str, left_out: str) -> str:
        """One and not the other."""


def fts5(asked: Wanted) -> str:
    """What is wanted, or more, as FTS5 asks; no token holds anything that needs escaping."""
    return _written(asked, _Fts5())


def tsquery(asked: Wanted) -> str:
    """What is wanted, or more, as PostgreSQL asks."""
    return _written(asked, _TsQuery())


def exact(asked: Wanted) -> bool:
    """Whether a database answers exactly what is wanted."""
    match asked:
        case Leaf():
            return not any(slot.free for slot in asked.slots)
        case Close():
            whole = exact(asked.left) and exact(asked.right)
            return whole and alike(asked) and not _overlapping(asked)
        case All():
            return all(map(exact, (*asked.parts, *asked.without)))
        case Any():
            return all(map(exact, asked.parts))
        case Everything():
            return True


def vector(made: Streams) -> str:
    """A tsvector as PostgreSQL reads one; a form and its lemma stand at one place."""
    places: dict[str, set[int]] = {}
    for mark, tokens in (("", made.forms), (_LEMMA, made.lemmas)):
        for place, token in enumerate(tokens, start=1):
            places.setdefault(mark + token, set()).add(min(place, _FURTHEST))
    return " ".join(f"'{token}':{','.join(map(str, sorted(found)))}" for token, found in places.items())


class _Fts5:
    def row(self, tokens: Tokens, *, lemmas: bool, prefix: bool) -> str:
        return f'{"lemmas" if lemmas else "forms"} : "{" ".join(tokens)}"{" *" if prefix else ""}'

    def near(self, left: Leaf, right: Leaf, distance: int, *, lemmas: bool) -> str:
        column = "lemmas" if lemmas else "forms"
        pairs = []
        for one, other in product(_rows(left.slots, lemmas), _rows(right.slots, lemmas)):
            both = " ".join(
                f'"{" ".join(tokens)}"{" *" if prefix else ""}' for tokens, prefix in (one, other)
            )
            pairs.append(f"{column} : NEAR({both}, {distance})")
        return self.join(pairs, every=False)

    def join(self, parts: Sequence[str], *, every: bool) -> str:
        return parts[0] if len(parts) == 1 else f"({(' AND ' if every else ' OR ').join(parts)})"

    def without(self, asked: str, left_out: str) -> str:
        return f"({asked} NOT {left_out})"


class _TsQuery:
    def row(self, tokens: Tokens, *, lemmas: bool, prefix: bool) -> str:
        mark = _LEMMA if lemmas else ""
        return "(" + " <-> ".join(f"'{mark}{token}'" for token in tokens) + (":*" if prefix else "") + ")"

    def near(self, left: Leaf, right: Leaf, distance: int, *, lemmas: bool) -> str:
        pairs = []
        for one, other in product(_rows(left.slots, lemmas), _rows(right.slots, lemmas)):
            first, second = (
                self.row(tokens, lemmas=lemmas, prefix=prefix) for tokens, prefix in (one, other)
            )
            for apart in range(1, distance + 2):
                pairs += [f"({first} <{apart}> {second})", f"({second} <{apart}> {first})"]
        return self.join(pairs, every=False)

    def join(self, parts: Sequence[str], *, every: bool) -> str:
        return parts[0] if len(parts) == 1 else f"({(' & ' if every else ' | ').join(parts)})"

    def without(self, asked: str, left_out: str) -> str:
        return f"({asked} & !{left_out})" if left_out.startswith("(") else f"({asked} & !({left_out}))"


def _written(asked: Wanted, writer: _Writer) -> str:
    match asked:
        case Leaf():
            return writer.join(list(_leaf(asked, writer)), every=False)
        case Close():
            if exact(asked):
                streams = [lemmas for lemmas in (False, True) if asked.left.has(lemmas)]
                _check(prod(len(slot.forms) for slot in (*asked.left.slots, *asked.right.slots)))
                return writer.join(
                    [
                        writer.near(asked.left, asked.right, asked.distance, lemmas=lemmas)
                        for lemmas in streams
                    ],
                    every=False,
                )
            return writer.join([_written(asked.left, writer), _written(asked.right, writer)], every=True)
        case Any():
            return writer.join([_written(part, writer) for part in asked.parts], every=False)
        case All():
            said = writer.join([_written(part, writer) for part in asked.parts], every=True)
            for part in asked.without:
                if exact(part):
                    said = writer.without(said, _written(part, writer))
            return said
        case Everything():
            raise AssertionError("Every sentence is not asked for by its words.")


def _leaf(leaf: Leaf, writer: _Writer) -> Iterator[str]:
    """A phrase among the forms, and among the lemmas; where places are free, its parts."""
    for lemmas in (False, True):
        if not leaf.has(lemmas):
            continue
        parts = []
        for free, run in groupby(leaf.slots, key=lambda slot: slot.free):
            if not free:
                rows = [
                    writer.row(tokens, lemmas=lemmas, prefix=prefix)
                    for tokens, prefix in _rows(tuple(run), lemmas)
                ]
                parts.append(writer.join(rows, every=False))
        yield writer.join(parts, every=True)


def _rows(slots: Sequence[Slot], lemmas: bool) -> list[tuple[Tokens, bool]]:
    """Each row of tokens that fits a phrase, and whether its last token is only a beginning."""
    places = [slot.lemmas if lemmas else slot.forms for slot in slots]
    _check(prod(map(len, places)))
    return [(tokens, slots[-1].prefix) for tokens in product(*places)]


def _check(phrases: int) -> None:
    if phrases > MOST_PHRASES:
        raise InputError(
            "The query stands for {count} phrases; {limit} can be asked at once.",
            remedy="Write more letters of the words with a star.",
            count=phrases,
            limit=MOST_PHRASES,
        )


def _overlapping(asked: Close) -> bool:
    """Whether one token may be part of both, so that it would be taken for two."""
    return any(
        _same(token, other, first, second)
        for first, second in product(asked.left.slots, asked.right.slots)
        for mine, theirs in ((first.forms, second.forms), (first.lemmas, second.lemmas))
        for token, other in product(mine, theirs)
    )


def _same(token: str, other: str, first: Slot, second: Slot) -> bool:
    """Whether a word may fit both, of which either may be a beginning only."""
    begins = (second.prefix and token.startswith(other)) or (first.prefix and other.startswith(token))
    return token == other or begins
