from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.bitext.score import Rate, Score, score
from tests.bitext.material import Indexed

Beads = list[Indexed]


@st.composite
def alignments(draw: st.DrawFn) -> Beads:
    """An alignment of up to 8 sentences a side, with omissions and beads of up to 3-3, in any order."""
    left, right = draw(st.integers(0, 8)), draw(st.integers(0, 8))
    i = j = 0
    beads: Beads = []
    while i < left or j < right:
        a, b = draw(st.integers(0, min(3, left - i))), draw(st.integers(0, min(3, right - j)))
        if a or b:
            beads.append((tuple(range(i, i + a)), tuple(range(j, j + b))))
            i, j = i + a, j + b
    return draw(st.permutations(beads))


@st.composite
def loose_beads(draw: st.DrawFn) -> Beads:
    """Beads that no aligner would give: repeated, overlapping, empty on both sides."""
    sides = st.lists(st.integers(0, 6), max_size=3, unique=True).map(tuple)
    return draw(st.lists(st.tuples(sides, sides), max_size=8))


@settings(deadline=None, max_examples=150)
@given(st.lists(st.tuples(alignments(), alignments()) | st.tuples(loose_beads(), loose_beads()), max_size=3))
def test_the_rates_are_those_of_another_implementation(pairs: list[tuple[Beads, Beads]]) -> None:
    """The scorer that Thompson and Koehn published with Vecalign, as it stands in the package sentalign."""
    theirs = pytest.importorskip(
        "sentalign.score", reason="The package sentalign, the oracle here, is in the dependency group bench."
    )
    wanted = theirs.score_multiple(
        gold_list=[[(list(a), list(b)) for a, b in gold] for _, gold in pairs],
        test_list=[[(list(a), list(b)) for a, b in found] for found, _ in pairs],
    )
    ours = score(pairs)
    for name, rate in (("strict", ours.strict), ("lax", ours.lax)):
        assert rate.precision == pytest.approx(wanted[f"precision_{name}"])
        assert rate.recall == pytest.approx(wanted[f"recall_{name}"])
        assert rate.f1 == pytest.approx(wanted[f"f1_{name}"])


@given(alignments())
def test_an_alignment_agrees_with_itself(beads: Beads) -> None:
    result = score([(beads, beads)])
    there_are = any(left and right for left, right in beads)
    left_out = any(not (left and right) for left, right in beads)
    assert result.strict.recall == result.lax.recall == float(there_are)
    assert result.omissions == Rate(float(left_out), float(left_out))
    assert result.beads == len(beads)


@given(alignments(), alignments())
def test_strict_agreement_is_lax_agreement_too(found: Beads, gold: Beads) -> None:
    result = score([(found, gold)])
    assert result.lax.precision >= result.strict.precision
    assert result.lax.recall >= result.strict.recall
    assert all(
        0 <= value <= 1
        for rate in (result.strict, result.lax, result.omissions)
        for value in (rate.precision, rate.recall, rate.f1)
    )


def test_an_example_by_hand() -> None:
    gold = [((0,), (0,)), ((1, 2), (1,)), ((3,), (2, 3)), ((4,), ()), ((), (4,))]
    found = [((0,), (0,)), ((1,), (1,)), ((2,), ()), ((3,), (2, 3)), ((4,), (4,))]
    result = score([(found, gold)])
    # Strictly right: 0-0 and 3-23 of five found, of three two-sided ones in the gold.
    assert result.strict == Rate(2 / 5, 2 / 3)
    # Laxly right besides: 1-1 of those found, 12-1 of those in the gold.
    assert result.lax == Rate(3 / 5, 3 / 3)
    assert result.strict.f1 == pytest.approx(2 * (2 / 5) * (2 / 3) / (2 / 5 + 2 / 3))
    # Sentence 2 was left out wrongly; 4 and 4 should have been.
    assert result.omissions == Rate(0.0, 0.0)
    assert result.beads == 5


def test_omissions_are_counted_by_sentence_and_side() -> None:
    gold = [((0,), (0,)), ((1, 2), ()), ((), (1,)), ((3,), (2,))]
    found = [((0,), (0,)), ((1,), ()), ((2,), (1,)), ((3,), ()), ((), (2,))]
    # Left out in the gold: source 1 and 2, target 1. Found: source 1 (right) and 3, target 2.
    assert score([(found, gold)]).omissions == Rate(1 / 3, 1 / 3)


def test_omissions_of_several_documents_are_added_up() -> None:
    first: tuple[Beads, Beads] = ([((0,), ()), ((1,), (0,))], [((0,), ()), ((1,), (0,))])
    second: tuple[Beads, Beads] = ([((0,), (0,)), ((), (1,))], [((0,), (0, 1))])
    third: tuple[Beads, Beads] = ([((0,), (0,))], [((0,), ()), ((), (0,))])
    assert score([first, second, third]).omissions == Rate(1 / 2, 1 / 3)


def test_omissions_count_in_precision_and_not_in_recall() -> None:
    gold: Beads = [((0,), (0,)), ((1,), ())]
    assert score([([((0,), (0,))], gold)]).strict == Rate(1.0, 1.0)
    assert score([([((0,), (0,)), ((1,), ()), ((), (1,))], gold)]).strict == Rate(2 / 3, 1.0)


def test_nothing_gives_zeros() -> None:
    nothing = Rate(0.0, 0.0)
    assert nothing.f1 == 0
    assert score([]) == score([([], [])]) == Score(nothing, nothing, nothing, 0)
