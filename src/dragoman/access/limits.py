"""How often somebody may fail to sign in before he has to wait."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limit:
    """So many failed attempts within so many seconds."""

    attempts: int
    seconds: float


ACCOUNT = Limit(5, 900.0)
"""For one account, whoever tries: five guesses a quarter of an hour are 480 a day."""
CLIENT = Limit(20, 900.0)
"""For one address that attempts come from, whichever accounts they are for."""


def wait(failed: Iterable[float], now: float, limit: Limit) -> float:
    """Seconds until the next attempt is taken, 0 if it may be made now; never more than the limit's window.

    An attempt in the future was made before the clock was set back: it counts as if it were made now, so that
    setting the clock back opens nothing.

    Args:
        failed: When attempts failed, in seconds since 1970, in any order.
        now: The present time.
        limit: How many are let through in how long.
    """
    counted = sorted((min(time, now) for time in failed if time > now - limit.seconds), reverse=True)
    if len(counted) < limit.attempts:
        return 0.0
    return counted[limit.attempts - 1] + limit.seconds - now
