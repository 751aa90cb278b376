"""The years or months of a collection: one after the other, the empty ones too."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median
from typing import Literal

Unit = Literal["year", "month"]

# Years from which on years serve: a change needs nine periods to be seen (signals.changes.Rules.fewest).
_YEARS = 9
# The share of dates that tell the month, for months to be used.
_TELLING = 0.9
_DOCUMENTS = 3
_SPANS: dict[Unit, tuple[int, ...]] = {"year": (1, 2, 5, 10), "month": (1, 3, 12)}


@dataclass(frozen=True, slots=True)
class Calendar:
    """`unit`: in which changes are looked for; `span`: how many units make a period that is shown."""

    unit: Unit = "year"
    span: int = 1

    def number(self, date: str) -> int | None:
        """The unit of an ISO date as a number, None where the date does not tell it."""
        parts = date.split("-")
        if not parts[0].isdigit() or (self.unit == "month" and len(parts) < 2):
            return None
        return int(parts[0]) if self.unit == "year" else int(parts[0]) * 12 + int(parts[1]) - 1

    def name(self, number: int) -> str:
        """A unit as an ISO date: "2017", "2017-03"."""
        return f"{number:04d}" if self.unit == "year" else f"{number // 12:04d}-{number % 12 + 1:02d}"

    def first_of_period(self, number: int) -> int:
        """The first unit of the period that a unit belongs to; periods end with a unit divisible by the span.

        So five years are 2001-2005, 2006-2010 in every collection.
        """
        offset = 1 if self.unit == "year" else 0
        return number - (number - offset) % self.span


def fitting(dates: Sequence[str]) -> Calendar:
    """Years for a collection of nine years or more, else months, where the dates tell them.

    A period that is shown holds three documents or more, in the middle of all, as far as ten years do.
    """
    dates = [date for date in dates if date]
    years = {date[:4] for date in dates}
    telling = sum(len(date) >= 7 for date in dates) >= _TELLING * len(dates)
    unit: Unit = "month" if dates and len(years) < _YEARS and telling else "year"
    found = Calendar(unit)
    for span in _SPANS[unit]:
        found = Calendar(unit, span)
        numbers = [number for date in dates if (number := found.number(date)) is not None]
        periods = Counter(found.first_of_period(number) for number in numbers)
        if not periods or median(periods.values()) >= _DOCUMENTS:
            break
    return found
