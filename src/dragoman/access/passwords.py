"""Passwords: what one must be, how it is stored, and whether one is right.

Stored is Argon2id with the second of the two settings that RFC 9106, section 4, recommends. What is typed is
brought to one form first (Unicode NFKC), since keyboards and systems write the same letter differently.
"""

from __future__ import annotations

from threading import BoundedSemaphore
from unicodedata import normalize

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from dragoman.errors import InputError

SHORTEST, LONGEST = 10, 1_000
"""Characters that a password has."""

_DIFFERENT = 4
_HASHER = PasswordHasher(time_cost=3, memory_cost=65_536, parallelism=4)
# Each takes 64 MB while it is reckoned: many who sign in at once take turns.
_AT_ONCE = BoundedSemaphore(4)
# Of a random password that nobody knows, made with the same settings: an account that does not exist takes
# as long to refuse as one that does.
_NOBODYS = "$argon2id$v=19$m=65536,t=3,p=4$5g9SfBa7o9GqppifwGytHQ$v05DQ+XzxMangxWnlIpljMdyoQYFD2KIXpt7iqrWTRo"


def hashed(password: str, *, name: str = "") -> str:
    """What is stored of a new password.

    Args:
        password: As it was typed; white space counts.
        name: The name of the account.

    Raises:
        InputError: it is too short, too long, or easily guessed.
    """
    if len(password) < SHORTEST:
        raise InputError(
            "The password is too short.",
            remedy="Take {least} characters or more; a sentence is easy to remember.",
            least=SHORTEST,
        )
    if len(password) > LONGEST:
        raise InputError("The password is too long.", remedy="Take {most} characters at most.", most=LONGEST)
    plain = _same(password).casefold().strip()
    if len(set(plain)) < _DIFFERENT or (name and not plain.replace(name.casefold(), "").strip()):
        raise InputError(
            "This password is easily guessed.",
            remedy="Take one that is not the account's name, with at least {least} different characters.",
            least=_DIFFERENT,
        )
    return rehashed(password)


def rehashed(password: str) -> str:
    """What is stored of a password that was accepted before, with today's settings."""
    with _AT_ONCE:
        return _HASHER.hash(_same(password))


def is_right(stored: str, password: str) -> bool:
    """Whether a password is the one that is stored; takes as long where nothing is stored ("")."""
    with _AT_ONCE:
        try:
            _HASHER.verify(stored or _NOBODYS, _same(password[: LONGEST + 1]))
        except (VerificationError, InvalidHashError):
            return False
    return bool(stored)


def is_outdated(stored: str) -> bool:
    """Whether a password was stored with other settings than today's, so that it is to be stored anew."""
    return _HASHER.check_needs_rehash(stored)


def _same(password: str) -> str:
    return normalize("NFKC", password)
