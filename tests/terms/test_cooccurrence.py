"""Co-occurrence and nesting against counting by hand."""

from __future__ import annotations

from collections import Counter

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from dragoman.terms.cooccurrence import Cooccurrence, Side, cooccurrence, linked
from dragoman.terms.occurrences import Occurrences, nesting

PLACES = st.lists(
    st.tuples(st.integers(0, 4), st.integers(0, 5), st.integers(0, 8), st.integers(1, 4)), max_size=25
)


def _found(rows: list[tuple[int, int, int, int]]) -> Occurrences:
    """From rows of term, sentence, start, length."""
    table = np.array([(term, at, start, start + size) for term, at, start, size in rows], dtype=np.int64)
    return Occurrences.of(table.reshape(-1, 4))


def _side(rows: list[tuple[int, int, int, int]], units: int = 6) -> Side:
    return Side.of(_found(rows), 5, np.arange(units), units)


@given(PLACES, PLACES, st.integers(1, 3))
def test_pairs_are_counted_once_a_unit(
    left: list[tuple[int, int, int, int]], right: list[tuple[int, int, int, int]], least: int
) -> None:
    expected: Counter[tuple[int, int]] = Counter()
    for unit in range(6):
        for one in {row[0] for row in left if row[1] == unit}:
            expected.update((one, row) for row in {row[0] for row in right if row[1] == unit})
    found = cooccurrence(_side(left), _side(right), least=least)
    got = {
        (a, b): n
        for a, b, n in zip(found.left.tolist(), found.right.tolist(), found.count.tolist(), strict=True)
    }
    assert got == {pair: n for pair, n in expected.items() if n >= least}


@given(PLACES)
def test_nesting_is_that_of_the_places(rows: list[tuple[int, int, int, int]]) -> None:
    found = _found(rows)
    places = list(
        zip(*(each.tolist() for each in (found.term, found.sentence, found.start, found.end)), strict=True)
    )
    expected: Counter[tuple[int, int]] = Counter()
    nested: Counter[int] = Counter()
    for term, sentence, start, end in places:
        around = [
            other
            for other, at, first, last in places
            if at == sentence and first <= start and end <= last and end - start < last - first
        ]
        expected.update((term, other) for other in around)
        nested[term] += bool(around)
    inside = nesting(found, 5, 6)
    got = {
        (a, b): n
        for a, b, n in zip(inside.inner.tolist(), inside.outer.tolist(), inside.count.tolist(), strict=True)
    }
    assert got == dict(expected)
    assert inside.nested.tolist() == [nested[term] for term in range(5)]


@given(PLACES, PLACES, st.randoms(use_true_random=False))
def test_a_place_is_linked_once(
    left: list[tuple[int, int, int, int]], right: list[tuple[int, int, int, int]], chance: object
) -> None:
    sides = _side(left), _side(right)
    pairs = cooccurrence(*sides, least=1)
    score = np.arange(len(pairs.left), dtype=np.float64)
    links = linked(pairs, score, *sides)
    assert (links <= pairs.count).all()
    for term in range(5):
        assert links[pairs.left == term].sum() <= (sides[0].term == term).sum()
        assert links[pairs.right == term].sum() <= (sides[1].term == term).sum()


def test_the_better_pair_takes_the_place() -> None:
    # Both Russian terms stand with the one Chinese term: only the better scored is linked.
    sides = _side([(0, 0, 0, 3), (1, 0, 4, 3)]), _side([(2, 0, 0, 2)])
    pairs = Cooccurrence(np.array([0, 1]), np.array([2, 2]), np.array([1, 1]))
    assert linked(pairs, np.array([0.1, 0.9]), *sides).tolist() == [0, 1]


def test_sentences_without_a_unit_are_left_out() -> None:
    side = Side.of(_found([(0, 0, 0, 1), (0, 1, 0, 1)]), 5, np.array([-1, 0]), 1)
    assert side.units_of.tolist() == [1, 0, 0, 0, 0]
