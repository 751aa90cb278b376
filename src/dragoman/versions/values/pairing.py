"""Which values of two sides are the same, and which of them have no counterpart."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from dragoman.versions.values.item import Item
from dragoman.versions.values.units import ratio

Fit = Callable[[Item, Item], float | None]
"""How badly two values fit, from 0; None where they are not the same at all."""

_CENTURY = 100
_EARLIEST, _LATEST = 1900, 2099
_NEARLY = Decimal("0.01")
_CONVERTED = 0.005
_CALENDAR = 0.02
"""Months and years have more or fewer days."""
_THOUSANDS = re.compile(r"[1-9]\d{0,2}\.\d{3}")


@dataclass(slots=True)
class Pairing:
    """Pairs of values, and what is left on either side."""

    left: list[Item]
    right: list[Item]
    pairs: list[tuple[Item, Item]] = field(default_factory=list)

    def take(self, fit: Fit, by_key: bool = False) -> list[tuple[Item, Item]]:
        """Pairs off what fits, the best first, and of equals those that stand alike.

        `by_key` says that only equal keys fit, which is quick where a table has hundreds of numbers.
        """
        if not self.left or not self.right:
            return []
        places: dict[str, list[int]] = defaultdict(list)
        for to, other in enumerate(self.right):
            places[other.key if by_key else ""].append(to)
        found = [
            (cost + abs(one.place - self.right[to].place), at, to)
            for at, one in enumerate(self.left)
            for to in places.get(one.key if by_key else "", ())
            if (cost := fit(one, self.right[to])) is not None
        ]
        taken_left: set[int] = set()
        taken_right: set[int] = set()
        pairs = []
        for _, at, to in sorted(found):
            if at not in taken_left and to not in taken_right:
                taken_left.add(at)
                taken_right.add(to)
                pairs.append((self.left[at], self.right[to]))
        self.left = [item for at, item in enumerate(self.left) if at not in taken_left]
        self.right = [item for to, item in enumerate(self.right) if to not in taken_right]
        self.pairs.extend(pairs)
        return pairs


def paired(left: Sequence[Item], right: Sequence[Item]) -> Pairing:
    """The values that are the same in both texts, however they are written."""
    pairing = Pairing(list(left), list(right))
    pairing.take(_same, by_key=True)
    for fit in (_same_label, _same_elsewhere, _partly, _in_other_words, _turned, _year_alone):
        pairing.take(fit)
    pairing.pairs += _shares(pairing.left, pairing.right)
    pairing.pairs += [(one, other) for other, one in _shares(pairing.right, pairing.left)]
    return pairing


def _same(one: Item, other: Item) -> float | None:
    """The same value of the same kind."""
    if one.family != other.family or one.key != other.key or not one.shares_name(other):
        return None
    if one.family == "one" and not one.same_unit(other):
        return None
    cost = 0.0 if one.kind == other.kind else 1.0
    cost += 0.0 if one.opening == other.opening else 2.0
    return cost + (1.0 if one.other_unit(other) else 0.0)


def _same_label(one: Item, other: Item) -> float | None:
    """References that share a reading: (i) as a letter and as a number."""
    if one.family != "reference" or other.family != "reference" or not one.shares_name(other):
        return None
    return 0.0 if one.key in other.keys or other.key in one.keys else None


def _same_elsewhere(one: Item, other: Item) -> float | None:
    """A number on one side that is read as a reference, or as a single unit, on the other."""
    families = {one.family, other.family}
    if families != {"number", "reference"} and families != {"number", "one"}:
        return None
    if "one" in families and one.other_unit(other):
        return None
    return 0.0 if one.key in other.keys or other.key in one.keys else None


def _partly(one: Item, other: Item) -> float | None:
    """Dates of which one leaves out the year or the day."""
    if one.date is None or other.date is None:
        return None
    missing = differing = 0
    for part, its in zip(one.parts, other.parts, strict=True):
        if part is None or its is None:
            missing += part != its
        else:
            differing += part != its
    return None if differing else float(missing)


def _in_other_words(one: Item, other: Item) -> float | None:
    """A half and 50 %, 2014 and '14, 18.561 and 18561, minus five and -5."""
    if one.value is None or other.value is None or one.family != "number" or other.family != "number":
        return None
    first, second = one.value, other.value
    if first == -second:
        return 0.0
    if one.kind != other.kind and "percent" in (one.kind, other.kind):
        share, whole = (first, second) if one.kind == "percent" else (second, first)
        if 0 < whole <= 1 and abs(share / 100 - whole) <= _NEARLY:
            return 0.0
    if _ungrouped(one.key) == _ungrouped(other.key):
        return 0.5
    for year, short in ((first, second), (second, first)):
        if 0 < short < _CENTURY and _EARLIEST <= year <= _LATEST and year % _CENTURY == short:
            return 0.5
    return None


def _shares(fractions: list[Item], others: list[Item]) -> list[tuple[Item, Item]]:
    """Pairs off fractions that the other side says in whole numbers: three in five, one of three."""
    pairs = []
    for fraction in [item for item in fractions if item.family == "number"]:
        found = _in_whole_numbers(fraction.value, others)
        if found:
            pairs.append((fraction, found[0]))
            fractions.remove(fraction)
            for item in found:
                others.remove(item)
    return pairs


def _in_whole_numbers(share: Decimal | None, items: list[Item]) -> list[Item]:
    """The denominator and the numerator of a fraction; one as a numerator is often a pronoun."""
    if share is None or not 0 < share < 1:
        return []
    for below in items:
        if below.family != "number" or below.value is None or below.value <= 1:
            continue
        above = round(share * below.value, 6)
        if above == 1:
            return [below]
        part = next((item for item in items if item.value == above and item is not below), None)
        if part is not None:
            return [below, part]
    return []


def _ungrouped(key: str) -> str:
    """The key without the full stop that may part thousands: 18561 for 18.561."""
    return key.replace(".", "") if _THOUSANDS.fullmatch(key) else key


def _turned(one: Item, other: Item) -> float | None:
    """A year and a half, and 18 months; 2 tons, and 2,000 kilograms."""
    if one.unit is None or other.unit is None or not one.value or not other.value or one.same_unit(other):
        return None
    times = ratio(one.unit, other.unit)
    if not times:
        return None
    off = abs(float(one.value) * times / float(other.value) - 1)
    return off if off <= (_CALENDAR if "time" in one.unit.dimensions else _CONVERTED) else None


def _year_alone(one: Item, other: Item) -> float | None:
    """A month on one side of which the other gives the year alone: in May 2015, in 2015."""
    date, number = (one.date, other) if one.date is not None else (other.date, one)
    if date is None or number.family != "number" or number.value is None:
        return None
    return 0.0 if number.value == date.year and date.day is None else None
