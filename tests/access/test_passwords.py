from __future__ import annotations

import time

import pytest
from argon2 import PasswordHasher

from dragoman.access import passwords
from dragoman.errors import InputError

GOOD = "the long river bends"


def test_what_is_stored_is_argon2id_with_a_salt() -> None:
    one, other = passwords.hashed(GOOD), passwords.hashed(GOOD)
    assert one.startswith("$argon2id$v=19$m=65536,t=3,p=4$")
    assert one != other
    assert GOOD not in one
    assert passwords.is_right(one, GOOD)
    assert not passwords.is_right(one, GOOD + " ")
    assert not passwords.is_right(one, "")
    assert not passwords.is_outdated(one)


@pytest.mark.parametrize("bad", ["", "short", "nine char", "aaaaaaaaaaaa", "ababababab", "x" * 1001])
def test_a_password_that_is_easily_guessed_is_refused(bad: str) -> None:
    with pytest.raises(InputError):
        passwords.hashed(bad, name="olga")


@pytest.mark.parametrize("own", ["olga.river", "OLGA.River", " olga.river ", "olga.riverolga.river"])
def test_the_account_s_own_name_is_refused(own: str) -> None:
    with pytest.raises(InputError, match="guessed"):
        passwords.hashed(own, name="olga.river")


def test_letters_that_look_alike_to_a_person_are_the_same() -> None:
    composed, decomposed = "Ёжик в тумане идёт", "Е\u0308жик в тумане иде\u0308т"
    assert composed != decomposed
    assert passwords.is_right(passwords.hashed(composed), decomposed)


@pytest.mark.parametrize("stored", ["", "nonsense", "$argon2id$v=19$m=1"])
def test_nothing_fits_what_is_no_password(stored: str) -> None:
    assert not passwords.is_right(stored, GOOD)
    assert not passwords.is_right(stored, "")


def test_an_unknown_account_takes_as_long_as_a_known_one() -> None:
    assert not PasswordHasher(time_cost=3, memory_cost=65_536, parallelism=4).check_needs_rehash(
        passwords._NOBODYS
    )
    known = passwords.hashed(GOOD)

    def least(stored: str) -> float:
        taken = []
        for _attempt in range(4):
            start = time.perf_counter()
            assert not passwords.is_right(stored, "something else")
            taken.append(time.perf_counter() - start)
        return min(taken)

    # Without the stand-in it would take less than a thousandth.
    assert least("") > least(known) / 4


def test_weaker_settings_are_noticed() -> None:
    weak = PasswordHasher(time_cost=1, memory_cost=1024, parallelism=1).hash(GOOD)
    assert passwords.is_right(weak, GOOD)
    assert passwords.is_outdated(weak)
    assert not passwords.is_outdated(passwords.rehashed(GOOD))
