from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.errors import InputError
from dragoman.workspace.dates import check_dates, within

DAYS = [f"{year}-{month:02d}-{day:02d}" for year in (2020, 2021) for month in (1, 6, 12) for day in (1, 28)]
dates = st.builds(lambda day, size: day[:size], st.sampled_from(DAYS), st.sampled_from([0, 4, 7, 10]))


def _first(date: str) -> str:
    return date + "-01-01"[len(date) - 4 :]


def _last(date: str) -> str:
    return date + "-12-31"[len(date) - 4 :]


@given(dates, dates, dates)
def test_a_date_is_within_if_one_of_its_days_is(date: str, since: str, until: str) -> None:
    begin, end = _first(since or "0000"), _last(until or "9999")
    expected = _last(date) >= begin and _first(date) <= end if date else not since and not until
    assert within(date, since, until) == expected


@pytest.mark.parametrize("date", ["", "2021", "2021-03", "2021-12-31"])
def test_dates_of_any_precision_are_dates(date: str) -> None:
    check_dates("", date)


@pytest.mark.parametrize(
    "date", ["21", "2021-13", "2021-00", "2021-3", "2021-03-32", "2021-03-05 ", "٢٠٢١", "May", "2021/03"]
)
def test_what_is_no_date_is_named(date: str) -> None:
    with pytest.raises(InputError, match="is no date"):
        check_dates("2020", date)
