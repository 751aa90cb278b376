"""Dates of any precision, as descriptions and filters have them: a year, a month or a day, in ISO 8601."""

from __future__ import annotations

import re

from dragoman.errors import InputError

_DATE = re.compile(r"[0-9]{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12][0-9]|3[01]))?)?")


def check_dates(*dates: str) -> None:
    """Refuse what is no date; an empty one is none that was asked for.

    Raises:
        InputError
    """
    for date in dates:
        if date and not _DATE.fullmatch(date):
            raise InputError(
                "{date} is no date.", remedy="Write it as 2021, 2021-03 or 2021-03-05.", date=date
            )


def within(date: str, since: str, until: str) -> bool:
    """Whether a date lies between two, both included, as far as all are precise.

    A document without a date lies between none.
    """
    if not date:
        return not since and not until
    after = min(len(date), len(since))
    before = min(len(date), len(until))
    return date[:after] >= since[:after] and date[:before] <= until[:before]
