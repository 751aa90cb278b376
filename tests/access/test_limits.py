from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.access.limits import ACCOUNT, CLIENT, Limit, wait

NOW = 1_000_000.0
times = st.lists(st.floats(NOW - 5_000, NOW + 5_000), max_size=40)


@pytest.mark.parametrize("limit", [ACCOUNT, CLIENT])
def test_one_waits_after_so_many_failures(limit: Limit) -> None:
    failed = [NOW - 10.0 * k for k in range(limit.attempts)]
    assert wait(failed[1:], NOW, limit) == 0
    assert wait(failed, NOW, limit) == limit.seconds - 10.0 * (limit.attempts - 1)
    assert wait(failed, NOW + limit.seconds, limit) == 0


@settings(deadline=None)
@given(times)
def test_nobody_waits_longer_than_the_window(failed: list[float]) -> None:
    assert 0 <= wait(failed, NOW, ACCOUNT) <= ACCOUNT.seconds


@settings(deadline=None)
@given(times, st.floats(0, 4_000))
def test_a_clock_set_back_opens_nothing(failed: list[float], back: float) -> None:
    past = [min(time, NOW) for time in failed]
    if wait(past, NOW, ACCOUNT) > 0:
        assert wait(past, NOW - back, ACCOUNT) > 0


@settings(deadline=None)
@given(times)
def test_after_the_wait_one_may_try(failed: list[float]) -> None:
    past = [time for time in failed if time <= NOW]
    assert wait(past, NOW + wait(past, NOW, ACCOUNT), ACCOUNT) <= 1e-6


@settings(deadline=None)
@given(times, st.floats(NOW - 5_000, NOW))
def test_one_more_failure_never_shortens_the_wait(failed: list[float], more: float) -> None:
    assert wait([*failed, more], NOW, ACCOUNT) >= wait(failed, NOW, ACCOUNT)
