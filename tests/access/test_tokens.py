from __future__ import annotations

from hashlib import sha256

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.access.tokens import IDLE, LIFE, SKEW, alive, new_token, stored

START = 1_000_000.0


def test_tokens_differ_and_only_their_hash_is_kept() -> None:
    made = {new_token() for _each in range(200)}
    assert len(made) == 200
    token = made.pop()
    assert len(token) == 43
    assert stored(token) == sha256(token.encode()).hexdigest()


@pytest.mark.parametrize("nothing", ["", "ключ", "x" * 201])
def test_what_can_be_no_token_is_none(nothing: str) -> None:
    assert stored(nothing) == ""


@settings(deadline=None)
@given(st.text(max_size=300))
def test_whatever_is_sent_as_a_token_is_answered(text: str) -> None:
    assert stored(text) == "" or len(stored(text)) == 64


def test_a_session_ends_without_use_and_in_any_case() -> None:
    expires = START + LIFE
    assert alive(START, seen=START, expires=expires)
    assert alive(START + IDLE - 1, seen=START, expires=expires)
    assert not alive(START + IDLE, seen=START, expires=expires)
    assert alive(expires - 1, seen=expires - 10, expires=expires)
    assert not alive(expires, seen=expires - 10, expires=expires)


def test_a_clock_set_back_ends_a_session() -> None:
    assert alive(START - SKEW, seen=START, expires=START + LIFE)
    assert not alive(START - SKEW - 1, seen=START, expires=START + LIFE)


@settings(deadline=None)
@given(st.floats(-50_000, 50_000), st.floats(0, LIFE))
def test_no_session_outlives_its_time(now: float, seen: float) -> None:
    if alive(START + now, seen=START + seen, expires=START + LIFE):
        assert now < LIFE
        assert seen - SKEW <= now < seen + IDLE + 1e-6
