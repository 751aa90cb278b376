from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.concordance.heat import NAMES, heat


@pytest.mark.parametrize(
    ("documents", "of", "earlier", "earlier_of", "grade"),
    [
        (0, 50, 0, 100, 0),
        (0, 50, 100, 100, 0),
        (2, 50, 4, 100, 1),
        (5, 50, 10, 100, 2),
        (15, 50, 30, 100, 3),
        (40, 50, 80, 100, 4),
        (50, 50, 0, 0, 4),
        (40, 50, 0, 100, 5),
        (15, 50, 5, 100, 4),
        (15, 50, 90, 100, 2),
        (1, 50, 90, 100, 1),
        (1, 1, 0, 5, 4),
    ],
)
def test_the_grade_is_presence_and_the_own_past(
    documents: int, of: int, earlier: int, earlier_of: int, grade: int
) -> None:
    assert heat(documents, of, earlier, earlier_of) == grade


@given(st.integers(0, 60), st.integers(1, 60), st.integers(0, 60), st.integers(0, 60))
def test_more_is_never_colder(documents: int, of: int, earlier: int, earlier_of: int) -> None:
    documents, earlier = min(documents, of), min(earlier, earlier_of)
    grades = [heat(more, of, earlier, earlier_of) for more in range(of + 1)]
    assert grades == sorted(grades)
    assert 0 <= grades[documents] < len(NAMES)
    assert (grades[documents] == 0) == (documents == 0)
