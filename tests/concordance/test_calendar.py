from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.concordance.calendar import Calendar, Unit, fitting


def test_units_have_numbers_and_names() -> None:
    years, months = Calendar("year"), Calendar("month")
    assert [years.number(date) for date in ("2017-10-18", "2017", "")] == [2017, 2017, None]
    assert [months.number(date) for date in ("2017-10-18", "2017", "")] == [2017 * 12 + 9, None, None]
    assert years.name(987) == "0987"
    assert months.name(2017 * 12 + 9) == "2017-10"


@given(st.sampled_from(["year", "month"]), st.integers(1, 9999), st.integers(1, 12))
def test_the_name_of_a_unit_has_its_number(unit: Unit, year: int, month: int) -> None:
    calendar = Calendar(unit)
    number = calendar.number(f"{year:04d}-{month:02d}-05")
    assert number is not None
    assert calendar.number(calendar.name(number)) == number


def test_five_years_end_with_a_year_divisible_by_five() -> None:
    five = Calendar("year", 5)
    assert [five.first_of_period(year) for year in range(2000, 2007)] == [1996, *[2001] * 5, 2006]
    quarter = Calendar("month", 3)
    assert [quarter.name(quarter.first_of_period(2020 * 12 + k)) for k in (0, 2, 3)] == [
        "2020-01",
        "2020-01",
        "2020-04",
    ]


@pytest.mark.parametrize(
    ("dates", "calendar"),
    [
        ([], Calendar("year")),
        (["", ""], Calendar("year")),
        ([str(year) for year in range(1990, 2020)], Calendar("year", 5)),
        ([str(1990 + k // 5) for k in range(150)], Calendar("year", 1)),
        ([f"2025-{month:02d}-01" for month in (1, 2, 3) for _ in range(5)], Calendar("month", 1)),
        (["2020", "2021", "2022", "2023-05"], Calendar("year", 10)),
    ],
)
def test_a_collection_gets_the_calendar_that_fits(dates: list[str], calendar: Calendar) -> None:
    assert fitting(dates) == calendar
