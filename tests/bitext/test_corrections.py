from __future__ import annotations

import time
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.bitext.corrections import Correction, corrected
from dragoman.bitext.model import Alignment, Sentence
from tests.bitext.sides_by_chance import aligned, bead, partitions


def ranges(sentences: Sequence[Sentence], places: Sequence[int]) -> tuple[tuple[int, int], ...]:
    return tuple((sentences[k].start, sentences[k].end) for k in places)


def joins(alignment: Alignment, source: Sequence[int], target: Sequence[int], name: str = "c") -> Correction:
    return Correction(ranges(alignment.source, source), ranges(alignment.target, target), name)


def shown(alignment: Alignment) -> list[tuple[tuple[int, ...], tuple[int, ...], float]]:
    return [(it.source, it.target, it.probability) for it in alignment]


def plain() -> Alignment:
    return aligned(
        (5, 5),
        bead([0], [0], 0.99),
        bead([1, 2], [1], 0.5),
        bead([3], [2, 3], 0.6),
        bead([4], [], 0.7),
        bead([], [4], 0.8),
    )


def test_no_correction_changes_nothing() -> None:
    result = corrected(plain(), [])
    assert result.alignment == plain()
    assert (result.by_bead, result.unapplied) == ({}, ())


def test_the_sentences_leave_their_beads_and_what_is_left_stays_together() -> None:
    result = corrected(plain(), [joins(plain(), [2, 3], [2])])
    assert shown(result.alignment) == [
        ((0,), (0,), 0.99),
        ((1,), (1,), 0.5),
        ((2, 3), (2,), 1.0),
        ((), (3,), 0.6),
        ((4,), (), 0.7),
        ((), (4,), 0.8),
    ]
    assert result.by_bead == {2: "c"}
    assert not any(it.moved for it in result.alignment)


def test_a_bead_of_which_nothing_is_left_is_gone() -> None:
    result = corrected(plain(), [joins(plain(), [4], [4])])
    assert shown(result.alignment)[-1] == ((4,), (4,), 1.0)
    assert len(result.alignment) == 4


def test_a_correction_may_confirm_what_was_computed() -> None:
    result = corrected(plain(), [joins(plain(), [1, 2], [1])])
    assert shown(result.alignment)[1] == ((1, 2), (1,), 1.0)
    assert result.by_bead == {1: "c"}
    assert len(result.alignment) == len(plain())


@pytest.mark.parametrize(("source", "target"), [([1], []), ([], [1])])
def test_a_correction_may_say_that_something_was_left_out(source: list[int], target: list[int]) -> None:
    result = corrected(plain(), [joins(plain(), source, target)])
    made = [it for k, it in enumerate(result.alignment) if k in result.by_bead]
    assert [(it.source, it.target, it.probability) for it in made] == [(tuple(source), tuple(target), 1.0)]


def test_a_range_may_hold_several_sentences() -> None:
    whole = Correction(((0, 29),), ((10, 39),), "c")
    assert corrected(plain(), [whole]).alignment.beads[1] == bead([0, 1, 2], [1, 2, 3], 1.0)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (((0, 8),), ((0, 9),)),
        (((1, 9),), ((0, 9),)),
        (((0, 10),), ((0, 9),)),
        (((0, 9),), ((45, 49),)),
        (((0, 9),), ((50, 59),)),
        (((0, 9), (10, 15)), ((0, 9),)),
        (((10, 9),), ((0, 9),)),
        ((), ()),
    ],
)
def test_what_is_no_whole_sentence_is_left_and_named(
    left: tuple[tuple[int, int], ...], right: tuple[tuple[int, int], ...]
) -> None:
    wrong, right_one = Correction(left, right, "wrong"), joins(plain(), [0], [0], "right")
    assert corrected(plain(), [wrong]).alignment == plain()
    for both in ([wrong, right_one], [right_one, wrong]):
        result = corrected(plain(), both)
        assert result.unapplied == ("wrong",)
        assert set(result.by_bead.values()) == {"right"}


def test_later_corrections_win() -> None:
    first, second = joins(plain(), [0, 1], [0], "first"), joins(plain(), [1], [1], "second")
    result = corrected(plain(), [first, second])
    assert shown(result.alignment)[:3] == [((0,), (0,), 0.5), ((1,), (1,), 1.0), ((2,), (), 0.5)]
    assert result.by_bead == {1: "second"}
    assert result.unapplied == ()


def test_a_correction_that_crosses_the_order_has_moved() -> None:
    result = corrected(plain(), [joins(plain(), [0], [4])])
    assert [(it.source, it.target) for it in result.alignment if it.moved] == [((0,), (4,))]


def test_of_corrections_that_cross_each_other_the_fewest_have_moved() -> None:
    """All were left out between two beads; the order of three holds, and one breaks it."""
    alignment = aligned(
        (6, 6),
        bead([0], [0]),
        *(bead([k], []) for k in range(1, 5)),
        *(bead([], [k]) for k in range(1, 5)),
        bead([5], [5]),
    )
    pairs = {1: 4, 2: 1, 3: 2, 4: 3}
    made = [joins(alignment, [i], [j], f"{i}") for i, j in pairs.items()]
    result = corrected(alignment, made)
    assert [(it.source, it.moved) for it in result.alignment] == [
        ((0,), False),
        ((1,), True),
        ((2,), False),
        ((3,), False),
        ((4,), False),
        ((5,), False),
    ]


def test_what_is_left_of_a_moved_bead_on_one_side_has_not_moved() -> None:
    alignment = aligned((3, 3), bead([0], [2], moved=True), bead([1], [0]), bead([2], [1]))
    result = corrected(alignment, [joins(alignment, [2], [2])])
    assert [(it.source, it.target, it.moved) for it in result.alignment] == [
        ((0,), (), False),
        ((1,), (0,), False),
        ((), (1,), False),
        ((2,), (2,), False),
    ]


@st.composite
def cases(draw: st.DrawFn) -> tuple[Alignment, list[Correction]]:
    alignment = draw(partitions())
    places = [
        st.lists(st.integers(0, len(side) - 1), unique=True, max_size=4) if side else st.just([])
        for side in (alignment.source, alignment.target)
    ]
    made = [
        joins(alignment, draw(places[0]), draw(places[1]), str(number))
        for number in range(draw(st.integers(0, 6)))
    ]
    return alignment, made


@given(cases())
def test_every_sentence_is_in_exactly_one_bead_and_the_order_is_kept(
    case: tuple[Alignment, list[Correction]],
) -> None:
    alignment, made = case
    result = corrected(alignment, made)
    after = result.alignment
    assert sorted(i for it in after for i in it.source) == list(range(len(alignment.source)))
    assert sorted(j for it in after for j in it.target) == list(range(len(alignment.target)))
    assert all(it.source or it.target for it in after)
    assert all(list(it.source) == sorted(it.source) and list(it.target) == sorted(it.target) for it in after)
    firsts = [it.source[0] for it in after if it.source]
    assert firsts == sorted(firsts)
    assert all(after.beads[k].probability == 1.0 for k in result.by_bead)
    assert result.unapplied == tuple(it.name for it in made if not (it.left or it.right))


@given(cases())
def test_the_last_correction_holds_and_a_bead_has_a_name_only_if_it_is_whole(
    case: tuple[Alignment, list[Correction]],
) -> None:
    alignment, made = case
    result = corrected(alignment, made)
    by_name = {it.name: it for it in made}
    for k, name in result.by_bead.items():
        bead_ = result.alignment.beads[k]
        assert set(ranges(alignment.source, bead_.source)) == set(by_name[name].left)
        assert set(ranges(alignment.target, bead_.target)) == set(by_name[name].right)
    applied = [it.name for it in made if it.left or it.right]
    if applied:
        assert applied[-1] in result.by_bead.values()


@given(cases())
def test_a_correction_that_is_taken_back_leaves_no_trace(case: tuple[Alignment, list[Correction]]) -> None:
    """The record gives the corrections that hold; without one, all is as if it had never been."""
    alignment, made = case
    before = corrected(alignment, made[:-1])
    corrected(alignment, made)
    assert corrected(alignment, made[:-1]) == before
    assert corrected(alignment, []).alignment == alignment


@given(cases())
def test_beads_that_no_correction_touches_stay_as_they_are_and_in_their_order(
    case: tuple[Alignment, list[Correction]],
) -> None:
    alignment, made = case
    result = corrected(alignment, made)
    touched = {("left", start) for it in made for start, _ in it.left}
    touched |= {("right", start) for it in made for start, _ in it.right}
    untouched = [
        it
        for it in alignment
        if not any(("left", alignment.source[i].start) in touched for i in it.source)
        and not any(("right", alignment.target[j].start) in touched for j in it.target)
    ]
    assert [it for it in result.alignment if it in untouched] == untouched


def test_many_corrections_of_a_long_text_take_little_time() -> None:
    size = 5000
    alignment = aligned((size, size), *(bead([k], [k]) for k in range(size)))
    made = [joins(alignment, [k, k + 1], [k], str(k)) for k in range(0, size - 1, 10)]
    start = time.process_time()
    result = corrected(alignment, made)
    assert time.process_time() - start < 1.0
    assert len(result.by_bead) == len(made)
