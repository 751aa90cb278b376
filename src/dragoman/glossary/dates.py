"""Dates of any precision, as the record takes them."""

from __future__ import annotations

import re
from datetime import date

_DATE = re.compile(r"([0-9]{4})(?:-([0-9]{2}))?(?:-([0-9]{2}))?")


def is_date(text: str) -> bool:
    """Whether it is a day, a month or a year of the calendar (2024-05-16, 2024-05, 2024), or ""."""
    found = _DATE.fullmatch(text)
    if found is None:
        return not text
    try:
        date(*(int(part or 1) for part in found.groups()))
    except ValueError:
        return False
    return True
