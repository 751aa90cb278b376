from __future__ import annotations

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from dragoman.bitext.model import Alignment
from dragoman.bitext.order import anchors, longest_rising, ordered, turned
from tests.bitext.sides_by_chance import aligned, bead, partitions


@given(partitions())
def test_an_alignment_is_in_the_order_that_its_omissions_give(alignment: Alignment) -> None:
    beads = list(alignment.beads)
    assert ordered(reversed(beads), anchors(beads)) == beads


@given(partitions())
def test_a_turned_alignment_says_the_same(alignment: Alignment) -> None:
    there = turned(alignment)
    assert (there.source, there.target_language) == (alignment.target, alignment.source_language)
    assert {(it.target, it.source, it.probability, it.moved) for it in there} == {
        (it.source, it.target, it.probability, it.moved) for it in alignment
    }
    back = turned(there)
    assert set(back.beads) == set(alignment.beads)
    assert [it for it in back if it.source] == [it for it in alignment if it.source]
    firsts = [it.source[0] for it in there if it.source]
    assert firsts == sorted(firsts)


def test_an_omission_stands_behind_the_sentence_before_it() -> None:
    """Not behind one that has moved from elsewhere."""
    there = turned(aligned((4, 3), bead([0], [0]), bead([1], [2], moved=True), bead([2], []), bead([3], [1])))
    assert [(it.source, it.target) for it in there] == [
        ((0,), (0,)),
        ((), (2,)),
        ((1,), (3,)),
        ((2,), (1,)),
    ]


def test_an_omission_at_the_beginning_comes_first() -> None:
    assert [it.source for it in turned(aligned((2, 1), bead([0], []), bead([1], [0])))] == [(), (0,)]


@given(st.lists(st.integers(0, 30), unique=True, max_size=9))
def test_the_longest_rising_series(values: list[int]) -> None:
    found = longest_rising(values)
    kept = [values[place] for place in sorted(found)]
    assert kept == sorted(kept)
    longest = next(
        size
        for size in range(len(values), -1, -1)
        if any(list(some) == sorted(some) for some in combinations(values, size))
    )
    assert len(kept) == longest
