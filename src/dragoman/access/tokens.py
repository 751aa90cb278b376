"""Tokens that let somebody in: the one of a session, in a cookie, and the one of an invitation, in a link.

Of a token only its SHA-256 is stored: who reads the database can use none. A token has 256 random bits, so
that its hash needs no salt and no slowness.
"""

from __future__ import annotations

from hashlib import sha256
from secrets import token_urlsafe

LIFE = 12 * 3600.0
"""Seconds after which a session ends, however much it is used."""
IDLE = 2 * 3600.0
"""Seconds without a request after which a session ends."""
INVITATION_HOURS = 72
"""Hours for which an invitation holds unless another time is given."""
SKEW = 60.0
"""Seconds by which the clocks of several machines that serve one workspace may differ."""

_BYTES = 32
_LONGEST = 200


def new_token() -> str:
    """A token that nobody can guess; safe in addresses and cookies."""
    return token_urlsafe(_BYTES)


def stored(token: str) -> str:
    """What is stored of a token: its SHA-256 in hexadecimal; "" for what can be none."""
    if not token or len(token) > _LONGEST or not token.isascii():
        return ""
    return sha256(token.encode("ascii")).hexdigest()


def alive(now: float, *, seen: float, expires: float) -> bool:
    """Whether a session still holds; times in seconds since 1970.

    A clock that was set back ends it: else it would live longer than it may.

    Args:
        now: The present time.
        seen: When it was last used.
        expires: When it ends in any case.
    """
    return seen - SKEW <= now < min(expires, seen + IDLE)
