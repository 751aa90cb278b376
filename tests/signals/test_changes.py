from __future__ import annotations

import math
from itertools import combinations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.errors import InputError
from dragoman.signals.changes import Rules, changes, examine
from dragoman.signals.intervals import garwood, wilson
from dragoman.signals.segments import Kind
from tests.signals.test_segments import log_probability

# Coal-mining disasters in Great Britain by year, 1851-1961: Jarrett 1979, Biometrika 66, 191-193.
DISASTERS = [
    4, 5, 4, 0, 1, 4, 3, 4, 0, 6, 3, 3, 4, 0, 2, 6, 3, 3, 5, 4, 5, 3, 1, 4, 4, 1, 5, 5, 3, 4, 2, 5, 2, 2, 3,
    4, 2, 1, 3, 2, 2, 1, 1, 1, 1, 3, 0, 0, 1, 0, 1, 1, 0, 0, 3, 1, 0, 3, 2, 2, 0, 1, 1, 1, 0, 1, 0, 1, 0, 0,
    0, 2, 1, 0, 0, 0, 1, 1, 0, 2, 3, 3, 1, 1, 2, 1, 1, 1, 1, 2, 4, 2, 0, 0, 1, 4, 0, 0, 0, 1, 0, 0, 0, 0, 0,
    1, 0, 0, 1, 0, 1,
]  # fmt: skip


def test_the_change_of_the_published_series_is_found() -> None:
    """Carlin, Gelfand and Smith 1992, Applied Statistics 41, p. 397: about 1890, from 3.1 to 0.9 a year."""
    found = changes(DISASTERS, [1] * len(DISASTERS), "rate", Rules(most=1))
    assert len(found) == 1
    change = found[0]
    assert 1851 + change.index in range(1889, 1893)
    assert 1886 <= 1851 + change.first <= 1851 + change.index <= 1851 + change.last <= 1897
    assert change.before.rate == pytest.approx(3.1, abs=0.1)
    assert change.after.rate == pytest.approx(0.9, abs=0.1)
    assert change.p_value == pytest.approx(1 / 400)
    assert (change.before.low, change.before.high) == garwood(change.before.count, change.before.exposure)


def test_a_level_that_comes_and_goes_is_two_changes() -> None:
    counts = [0, 1, 0, 0, 1, 0, 0, 6, 8, 7, 9, 0, 1, 0, 0, 0, 1, 0]
    found = examine(counts, [10] * len(counts))
    assert [change.index for change in found.changes] == [7, 11]
    assert [level.rate for level in found.levels] == pytest.approx([2 / 70, 30 / 40, 2 / 70])
    assert all((change.first, change.last) == (change.index, change.index) for change in found.changes)
    assert (found.levels[1].low, found.levels[1].high) == wilson(30, 40)
    assert found.silence == ""


def test_one_document_a_period_is_enough() -> None:
    used = [0] * 20 + [1] * 12
    found = changes(used, [1] * 32)
    assert [change.index for change in found] == [20]
    assert (found[0].before.rate, found[0].after.rate) == (0, 1)


def test_the_exposure_counts_and_not_the_count() -> None:
    of = [5] * 12 + [50] * 12
    assert changes([1] * 12 + [10] * 12, of) == ()
    assert [change.index for change in changes([1] * 12 + [1] * 12, of)] == [12]


@pytest.mark.parametrize("length", range(9))
def test_of_few_periods_nothing_is_said(length: int) -> None:
    found = examine([0] * (length // 2) + [9] * (length - length // 2), [10] * length)
    assert (found.changes, found.p_value, found.silence) == ((), 1.0, "periods")
    assert sum(level.count for level in found.levels) == 9 * (length - length // 2)


def test_of_few_periods_something_is_said_where_one_insists() -> None:
    found = examine([0, 0, 0, 9, 9, 9], [10] * 6, rules=Rules(fewest=5))
    assert [change.index for change in found.changes] == [3]


@pytest.mark.parametrize("used", [[0] * 30, [1] * 30, [0] * 29 + [1], [0] * 15 + [1] + [0] * 14])
def test_of_no_use_all_uses_or_one_nothing_is_said(used: list[int]) -> None:
    found = examine(used, [1] * 30)
    assert (found.changes, found.silence) == ((), "counts")
    assert [level.count for level in found.levels] == [sum(used)]


def test_a_series_in_which_one_could_see_a_change_and_sees_none_is_not_silent() -> None:
    found = examine([1, 0] * 15, [1] * 30)
    assert (found.changes, found.silence) == ((), "")
    assert found.p_value > 0.05


def test_periods_without_documents_are_passed_over() -> None:
    counts, of = [0, 0, 1, 0, 1, 9, 8, 9, 9, 8], [10] * 10
    spread = [0, *(value for count in counts for value in (count, 0))]
    exposure = [0, *(value for it in of for value in (it, 0))]
    plain, sparse = changes(counts, of), changes(spread, exposure)
    assert [2 * change.index + 1 for change in plain] == [change.index for change in sparse]
    assert [change.p_value for change in plain] == [change.p_value for change in sparse]
    level = sparse[0].before
    assert (level.start, level.end, level.count, level.exposure) == (1, sparse[0].index, 2, 50)


def test_nothing_gives_nothing() -> None:
    for length in (0, 20):
        found = examine([0] * length, [0] * length)
        assert (found.changes, found.levels, found.silence) == ((), (), "periods")


@pytest.mark.parametrize(
    ("counts", "of", "kind"),
    [
        ([1, 2], [3], "share"),
        ([-1, 2], [3, 3], "share"),
        ([1, 2], [3, -3], "rate"),
        ([1, 4], [3, 3], "share"),
        ([1, 1], [3, 0], "rate"),
        ([1, 1], [3, 1.5], "share"),
        ([1, 1], [3, math.nan], "rate"),
        ([1, 1], [3, math.inf], "rate"),
        ([1, 1], [10**9, 1], "share"),
    ],
)
def test_what_is_no_series_is_refused(counts: list[int], of: list[float], kind: Kind) -> None:
    with pytest.raises(InputError):
        examine(counts, of, kind)


def standing_out(
    kind: Kind, counts: tuple[int, ...], of: list[int], intervals: list[tuple[int, int]]
) -> float:
    """The statistic of `scan`, written out for one series."""
    values = []
    for start, end in intervals:
        rest, rest_of = [*counts[:start], *counts[end:]], [*of[:start], *of[end:]]
        gain = (
            log_probability(kind, list(counts[start:end]), of[start:end])
            + log_probability(kind, rest, rest_of)
            - log_probability(kind, list(counts), of)
        )
        smaller = min(sum(of[start:end]), sum(rest_of))
        values.append(math.sqrt(2 * max(gain, 0)) - math.sqrt(2 * math.log(math.e * sum(of) / smaller)))
    return max(values)


@pytest.mark.parametrize("used", [(0, 0, 0, 0, 0, 1, 1, 0, 1), (1, 0, 0, 1, 0, 0, 1, 0, 0)])
def test_the_p_value_is_that_of_all_orders(used: tuple[int, ...]) -> None:
    """One document a period: each of the 84 ways to have three uses in nine periods is as likely."""
    of = [1] * 9
    lengths = (1, 2, 3, 4, 6)
    inside = [(i, i + length) for length in lengths for i in range(1, 9 - length)]
    intervals = [(0, end) for end in range(1, 9)] + inside
    observed = standing_out("share", used, of, intervals) - 1e-9
    orders = [tuple(int(k in chosen) for k in range(9)) for chosen in combinations(range(9), 3)]
    exact = sum(standing_out("share", it, of, intervals) >= observed for it in orders) / len(orders)
    found = examine(used, of, rules=Rules(level=0.999, draws=9_999, most=1)).p_value
    assert found == pytest.approx(exact, abs=4 * math.sqrt(exact * (1 - exact) / 9_999) + 1e-4)


@settings(max_examples=30, deadline=None)
@given(
    st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9)), max_size=25),
    st.sampled_from(["share", "rate"]),
    st.booleans(),
)
def test_every_answer_is_whole(series: list[tuple[int, int]], kind: Kind, wide: bool) -> None:
    counts, of = [k for k, _ in series], [k + more for k, more in series]
    rules = Rules(wide=wide, fewest=5, level=0.5, draws=99)
    found = examine(counts, of, kind, rules)
    assert found == examine(counts, of, kind, rules)
    bounds = [(level.start, level.end) for level in found.levels]
    assert (
        [end for _, end in bounds[:-1]]
        == [start for start, _ in bounds[1:]]
        == [c.index for c in found.changes]
    )
    assert sum(level.count for level in found.levels) == sum(counts)
    assert sum(level.exposure for level in found.levels) == sum(of)
    for change in found.changes:
        assert change.first <= change.index <= change.last
        assert 0 < change.p_value <= 0.5
        assert change.before.low <= change.before.rate <= change.before.high
    assert (found.p_value <= 0.5) == bool(found.changes)


@settings(max_examples=20, deadline=None)
@given(st.integers(5, 15), st.integers(5, 15), st.integers(0, 2), st.integers(8, 10))
def test_time_backwards_has_the_same_change(early: int, late: int, low: int, high: int) -> None:
    counts, of = [low] * early + [high] * late, [10] * (early + late)
    (there,), (back,) = changes(counts, of), changes(counts[::-1], of)
    assert (there.index, back.index) == (early, late)
    assert (there.before.rate, there.after.rate) == (back.after.rate, back.before.rate)


def test_no_global_chance_is_used() -> None:
    before = np.random.get_state(legacy=False)
    examine([1, 2, 3] * 10, [9] * 30)
    after = np.random.get_state(legacy=False)
    assert str(before) == str(after)
