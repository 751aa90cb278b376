"""The time of day, which engines do not know."""

from __future__ import annotations

from datetime import UTC, datetime


def now() -> str:
    """The present second in UTC, such as "2026-11-22T05:40:25Z"."""
    return written(seconds())


def seconds() -> float:
    """The present time in seconds since 1970, for what is reckoned with."""
    return datetime.now(UTC).timestamp()


def written(time: float) -> str:
    """A time in seconds since 1970, to the second, in UTC, such as "2026-11-22T05:40:25Z"."""
    return datetime.fromtimestamp(time, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
