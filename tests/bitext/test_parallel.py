from __future__ import annotations

import time
from collections.abc import Mapping, Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.bitext.model import Alignment, Bead
from dragoman.bitext.order import turned
from dragoman.bitext.parallel import Columns, Row, RowBead, rows
from tests.bitext.sides_by_chance import aligned, bead, beads_of, numbered, partitions

CODES = ("ru", "zh", "en")
Cells = tuple[tuple[int, ...], ...]


def three(
    sizes: tuple[int, int, int], first: Sequence[Bead], second: Sequence[Bead], third: Sequence[Bead]
) -> tuple[Row, ...]:
    """Rows of three columns from the beads of (0, 1), (0, 2) and (1, 2)."""
    sides = [numbered(code, size) for code, size in zip(CODES, sizes, strict=True)]
    pairs = {(0, 1): first, (0, 2): second, (1, 2): third}
    return rows(
        sides,
        {
            (a, b): aligned((sizes[a], sizes[b]), *beads, languages=(CODES[a], CODES[b]))
            for (a, b), beads in pairs.items()
        },
    )


def cells(found: Sequence[Row]) -> list[Cells]:
    return [row.sentences for row in found]


def test_one_column_has_a_row_a_sentence() -> None:
    assert rows([numbered("ru", 2)], {}) == (Row(((0,),), 1.0, False, ()), Row(((1,),), 1.0, False, ()))
    assert rows([()], {}) == ()


@given(partitions())
def test_two_columns_have_the_beads_as_rows(alignment: Alignment) -> None:
    expected = [
        Row((it.source, it.target), it.probability, it.moved, (RowBead((0, 1), k),))
        for k, it in enumerate(alignment)
    ]
    assert list(rows([alignment.source, alignment.target], {(0, 1): alignment})) == expected


@given(partitions())
def test_an_alignment_may_be_given_from_its_other_side(alignment: Alignment) -> None:
    there = turned(alignment)
    found = rows([alignment.source, alignment.target], {(1, 0): there})
    expected = rows([alignment.source, alignment.target], {(0, 1): alignment})
    assert sorted(cells(found)) == sorted(cells(expected))
    assert [row.sentences for row in found if row.sentences[0]] == [
        row.sentences for row in expected if row.sentences[0]
    ]
    for row in found:
        (of_row,) = row.beads
        assert of_row.columns == (1, 0)
        assert there.beads[of_row.index].source == row.sentences[1]


def test_three_columns_that_agree() -> None:
    one = [bead([0], [0], 0.9), bead([1], [1], 0.8)]
    found = three((2, 2, 2), one, [bead([0], [0], 0.7), bead([1], [1], 0.95)], one)
    assert cells(found) == [((0,), (0,), (0,)), ((1,), (1,), (1,))]
    assert [row.probability for row in found] == [0.7, 0.8]
    assert found[0].beads == (RowBead((0, 1), 0), RowBead((0, 2), 0), RowBead((1, 2), 0))


def chain(probability: float, others: float = 0.6, moved: bool = False) -> list[Cells]:
    """ru0-zh0, zh0-en1, ru1-en1; en0 and zh1 are left over."""
    return cells(
        three(
            (2, 1, 1),
            [bead([0], [0]), bead([1], [], others)],
            [bead([0], [], others), bead([1], [0])],
            [bead([0], [0], probability, moved)],
        )
    )


def test_beads_that_chain_become_one_row() -> None:
    assert chain(0.6) == [((0, 1), (0,), (0,))]


def test_a_bead_that_is_less_sure_than_those_of_the_rows_joins_none() -> None:
    apart = [((0,), (0,), ()), ((1,), (), (0,))]
    assert chain(0.89, others=0.95) == apart
    assert chain(0.9, others=0.95) == [((0, 1), (0,), (0,))]


def test_an_improbable_or_moved_bead_joins_no_rows() -> None:
    apart = [((0,), (0,), ()), ((1,), (), (0,))]
    assert chain(0.4, others=0.3) == apart
    assert chain(0.9, moved=True) == apart


def test_beads_of_the_first_column_are_never_split() -> None:
    found = three(
        (4, 2, 3),
        [bead([0, 1], [0], 0.2), bead([2, 3], [1], 0.2)],
        [bead([0], [0], 0.2), bead([1, 2], [1], 0.2), bead([3], [2], 0.2)],
        [bead([0], [0, 1]), bead([1], [2])],
    )
    assert cells(found) == [((0, 1, 2, 3), (0, 1), (0, 1, 2))]


def test_what_the_first_column_lacks_goes_to_its_partners() -> None:
    """ru0-zh0; the engine found no partner of en0 in Russian, but one in Chinese. zh1 and en1 stand alone."""
    found = three(
        (2, 3, 3),
        [bead([0], [0]), bead([], [1]), bead([1], [2])],
        [bead([0], []), bead([], [0]), bead([], [1]), bead([1], [2])],
        [bead([0], [0]), bead([1], [1], 0.3), bead([2], [2])],
    )
    assert cells(found) == [((0,), (0,), (0,)), ((), (1,), (1,)), ((1,), (2,), (2,))]
    assert found[1].probability == 0.3


def test_languages_that_run_a_sentence_apart_do_not_join_the_page() -> None:
    """Chinese and English are aligned one sentence off all the way: at most four a row are joined."""
    size = 40
    same = [bead([k], [k]) for k in range(size)]
    off = [bead([0], []), *(bead([k + 1], [k], 0.95) for k in range(size - 1)), bead([], [size - 1])]
    found = three((size, size, size), same, same, off)
    assert max(len(column) for row in found for column in row.sentences) <= 4


def test_a_bead_across_the_page_joins_no_rows() -> None:
    same = [bead([k], [k]) for k in range(3)]
    crossed = [bead([0], [2]), bead([1], [1]), bead([2], [0])]
    found = three((3, 3, 3), same, same, crossed)
    assert cells(found) == [((k,), (k,), (k,)) for k in range(3)]
    assert [[it.columns for it in row.beads] for row in found] == [
        [(0, 1), (0, 2)],
        [(0, 1), (0, 2), (1, 2)],
        [(0, 1), (0, 2)],
    ]


def test_a_moved_bead_stands_in_the_place_of_its_first_column() -> None:
    moved = [bead([0], [2], 0.8, moved=True), bead([1], [0]), bead([2], [1])]
    same = [bead([k], [k]) for k in range(3)]
    turned_round = [bead([0], [1]), bead([1], [2]), bead([2], [0], 0.8, moved=True)]
    found = three((3, 3, 3), moved, same, turned_round)
    assert cells(found) == [((0,), (2,), (0,)), ((1,), (0,), (1,)), ((2,), (1,), (2,))]
    assert [row.moved for row in found] == [True, False, False]


def test_rows_without_the_first_column_stand_behind_what_they_follow() -> None:
    found = three(
        (2, 3, 4),
        [bead([], [0]), bead([0], [1]), bead([], [2]), bead([1], [])],
        [bead([0], [0]), bead([], [1]), bead([], [2]), bead([1], [3])],
        [bead([0], []), bead([1], [0]), bead([], [1]), bead([2], [2]), bead([], [3])],
    )
    assert cells(found) == [
        ((), (0,), ()),
        ((0,), (1,), (0,)),
        ((), (), (1,)),
        ((), (2,), (2,)),
        ((1,), (), (3,)),
    ]


@pytest.mark.parametrize(
    ("columns", "pairs"),
    [
        (0, []),
        (4, [(0, 1)]),
        (2, []),
        (2, [(0, 2)]),
        (2, [(0, 1), (1, 0)]),
        (3, [(0, 1), (1, 2)]),
        (1, [(0, 0)]),
    ],
)
def test_every_two_columns_need_one_alignment(columns: int, pairs: list[Columns]) -> None:
    with pytest.raises(ValueError, match="alignment"):
        rows([numbered("ru", 1)] * columns, dict.fromkeys(pairs, aligned((1, 1), bead([0], [0]))))


@st.composite
def triples(draw: st.DrawFn) -> tuple[tuple[int, int, int], Mapping[Columns, Alignment]]:
    a, b, c = sizes = draw(st.tuples(*[st.integers(0, 9)] * 3))
    pairs = {(0, 1): (a, b), (0, 2): (a, c), (1, 2): (b, c)}
    return sizes, {
        pair: aligned(two, *draw(beads_of(*two)), languages=(CODES[pair[0]], CODES[pair[1]]))
        for pair, two in pairs.items()
    }


Triple = tuple[tuple[int, int, int], Mapping[Columns, Alignment]]


def made_of(triple: Triple) -> tuple[Row, ...]:
    sizes, alignments = triple
    return rows([numbered(code, size) for code, size in zip(CODES, sizes, strict=True)], alignments)


def led_groups(triple: Triple) -> list[set[tuple[int, int]]]:
    """Groups of (column, sentence) closed under the beads of the first column, found by going round until
    nothing changes."""
    sizes, alignments = triple
    groups = [{(column, k)} for column, size in enumerate(sizes) for k in range(size)]
    for pair, alignment in alignments.items():
        for it in alignment if 0 in pair else ():
            whole = {(pair[0], i) for i in it.source} | {(pair[1], j) for j in it.target}
            joined = whole.union(*(group for group in groups if group & whole))
            groups = [*(group for group in groups if not group & joined), joined]
    return groups


@given(triples())
def test_every_sentence_of_three_columns_is_in_exactly_one_row(triple: Triple) -> None:
    found = made_of(triple)
    for column, size in enumerate(triple[0]):
        assert sorted(k for row in found for k in row.sentences[column]) == list(range(size))
    assert all(any(row.sentences) for row in found)
    assert all(list(column) == sorted(column) for row in found for column in row.sentences)
    firsts = [row.sentences[0][0] for row in found if row.sentences[0]]
    assert firsts == sorted(firsts)


@given(triples())
def test_rows_are_the_first_columns_groups_joined_only_by_the_rule(triple: Triple) -> None:
    groups = led_groups(triple)
    for row in made_of(triple):
        here = {(column, k) for column, sentences in enumerate(row.sentences) for k in sentences}
        inside = [group for group in groups if group & here]
        assert all(group <= here for group in inside)
        led = [group for group in inside if any(column == 0 for column, _ in group)]
        first = row.sentences[0]
        if len(led) > 1:
            assert first == tuple(range(first[0], first[-1] + 1))
            assert any(
                it.columns == (1, 2) and triple[1][1, 2].beads[it.index].probability >= 0.5
                for it in row.beads
            )


@given(triples())
def test_a_row_has_the_beads_that_lie_in_it(triple: Triple) -> None:
    _sizes, alignments = triple
    found = made_of(triple)
    listed = [it for row in found for it in row.beads]
    assert len(listed) == len(set(listed))
    for row in found:
        of_row = [(it.columns, alignments[it.columns].beads[it.index]) for it in row.beads]
        for (first, second), it in of_row:
            assert set(it.source) <= set(row.sentences[first])
            assert set(it.target) <= set(row.sentences[second])
        assert row.probability == min(it.probability for _, it in of_row)
        assert row.moved == any(it.moved for _, it in of_row)
    apart = {RowBead(pair, k) for pair, it in alignments.items() for k in range(len(it))} - set(listed)
    assert all(it.columns == (1, 2) for it in apart)


@given(triples())
def test_three_alignments_that_say_one_thing_give_their_beads(triple: Triple) -> None:
    """The first column with itself, as if the others were its copies cut alike."""
    alignment = triple[1][0, 1]
    shape = [it for it in alignment if it.source and it.target and not it.moved]
    size = len(shape)
    same = [bead([k], [k], it.probability) for k, it in enumerate(shape)]
    assert cells(three((size, size, size), same, same, same)) == [((k,),) * 3 for k in range(size)]


def test_rows_of_long_texts_take_little_time() -> None:
    size = 5000
    beads = [bead([k], [k]) for k in range(size)]
    start = time.process_time()
    assert len(three((size, size, size), beads, beads, beads)) == size
    assert time.process_time() - start < 1.0
