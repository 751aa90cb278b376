"""Moments as files hold them."""

from __future__ import annotations

from datetime import UTC, datetime

from dragoman.errors import InputError

# Before and after these years a ZIP archive has no words for a moment.
_FIRST, _LAST = 1980, 2107


def moment(when: datetime | str) -> datetime:
    """A moment in UTC, to the second; one without a time zone, or written as a bare date, is in UTC already.

    Raises:
        InputError: it is no date and time of ISO 8601, or not of the years 1980 to 2107.
    """
    try:
        given = datetime.fromisoformat(when) if isinstance(when, str) else when
        there = given.replace(tzinfo=UTC) if given.tzinfo is None else given.astimezone(UTC)
    except (ValueError, OverflowError) as error:
        raise _no_moment(str(when)) from error
    if not _FIRST <= there.year <= _LAST:
        raise _no_moment(str(when))
    return there.replace(microsecond=0)


def written(there: datetime) -> str:
    """A moment in UTC as `xsd:dateTime`: "2026-11-22T09:30:00Z"."""
    return there.strftime("%Y-%m-%dT%H:%M:%SZ")


def _no_moment(said: str) -> InputError:
    return InputError(
        "{said!r} is no date and time that a file can hold.",
        remedy="Write it as 2026-11-22T09:30:00Z.",
        said=said[:60],
    )
