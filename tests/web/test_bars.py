from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.concordance.model import Year
from dragoman.web.bars import HEIGHT, Figure, bars, by_year


@st.composite
def figures(draw: st.DrawFn) -> Figure:
    value = draw(st.just(0.0) | st.floats(1e-6, 1e6))
    low, high = draw(st.floats(0, 1)) * value, value + draw(st.floats(0, 1e7))
    return Figure("2024", value, low, high, "", "")


def year(name: str, rate: float) -> Year:
    return Year(name, 1, 1, 1, 10, rate, rate / 2, rate * 2)


def figure(each: Year) -> Figure:
    return Figure(each.year, each.rate, each.low, each.high, "", "")


@given(st.lists(st.none() | figures(), max_size=90))
def test_everything_stands_inside_the_drawing(given_figures: list[Figure | None]) -> None:
    drawn = bars(given_figures)
    values = [each.value for each in given_figures if each is not None]
    if not any(values):
        assert drawn is None
        return
    assert drawn is not None
    assert len(drawn.bars) == len(values)
    for bar in drawn.bars:
        assert 0 <= bar.left <= bar.left + drawn.width <= 100.000_001
        assert 0 <= bar.high <= bar.top + 0.01 <= HEIGHT + 0.01
        assert bar.top <= bar.low + 0.01 <= HEIGHT + 0.02
    assert 0 <= drawn.line <= HEIGHT
    assert 0 < drawn.tick <= max(values)
    assert sum(bar.named for bar in drawn.bars) <= 12
    # Without an interval that reaches far, the highest bar fills the drawing.
    assert min(bar.top for bar in drawn.bars) <= HEIGHT * (1 - 1 / 1.7) + 0.01


def test_heights_are_proportional() -> None:
    drawn = bars([figure(year("2001", 10)), None, figure(year("2003", 20))])
    assert drawn is not None
    low, high = drawn.bars
    assert HEIGHT - high.top == pytest.approx(2 * (HEIGHT - low.top), abs=0.02)
    assert (low.middle, high.middle) == pytest.approx((100 / 6, 500 / 6))
    assert drawn.tick == 20


def test_years_without_documents_leave_a_place() -> None:
    found = by_year([year("", 5), year("2019", 1), year("2022", 2)], figure)
    assert [each.label if each else "" for each in found] == ["2019", "", "", "2022"]
    assert by_year([year("", 5)], figure) == []
