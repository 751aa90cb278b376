"""Values of two sides that do not fit: another one stands there, or none."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dragoman.versions.model import Kind
from dragoman.versions.values.item import Item
from dragoman.versions.values.pairing import paired

_FAMILIES: dict[str, Kind] = {"number": "number", "one": "number", "date": "date", "reference": "reference"}
_VAGUE = frozenset({"people", "angle"})
"""What is said in many words, or in none."""
_UNSAID = frozenset({"year", "hour", "minute"})
"""Units that go without saying, as those of age and of the time of day do."""
_UNLIKE = 0.6
_UNITS_DIFFER = 0.4


@dataclass(frozen=True, slots=True)
class Difference:
    """What may be a difference of one kind. None on the side that has nothing of the kind.

    `turned`: the values are the same in different units; `partial`: one date leaves out a part.
    """

    kind: Kind
    left: Item | None
    right: Item | None
    turned: bool = False
    partial: bool = False

    @property
    def is_lone_unit(self) -> bool:
        """Whether one of two equal numbers has a unit, the other none."""
        if self.kind != "unit" or self.left is None or self.right is None:
            return False
        return (self.left.unit is None) != (self.right.unit is None)


@dataclass(frozen=True, slots=True)
class Compared:
    """The values of both sides: what fits, and what does not."""

    pairs: tuple[tuple[Item, Item], ...]
    differences: tuple[Difference, ...]


def compared(left: Sequence[Item], right: Sequence[Item]) -> Compared:
    """The differences between the values of two sides, one kind and one clue for each value."""
    pairing = paired(left, right)
    found = [one for pair in pairing.pairs if (one := _within(*pair)) is not None]
    matched = tuple(pairing.pairs)
    found += [Difference("reference", *pair) for pair in pairing.take(_other_word)]
    found += [Difference("unit", *pair) for pair in pairing.take(_other_single_unit)]
    found += [Difference(_kind(*pair), *pair) for pair in pairing.take(_replaced)]
    found += [Difference(_kind(*pair), *pair) for pair in pairing.take(_number_for_other)]
    found += [Difference(_FAMILIES[one.family], one, None) for one in _left_over(pairing.left)]
    found += [Difference(_FAMILIES[one.family], None, one) for one in _left_over(pairing.right)]
    return Compared(matched, tuple(found))


def _kind(one: Item, other: Item) -> Kind:
    """A reference for a number is a reference; else what both are."""
    families = (one.family, other.family)
    return next(_FAMILIES[family] for family in ("reference", "date", "number", "one") if family in families)


def _left_over(items: Sequence[Item]) -> list[Item]:
    """What has no counterpart, but for the numbers that texts give their own parts, and single units."""
    return [item for item in items if not item.opening and item.family != "one"]


def _within(one: Item, other: Item) -> Difference | None:
    """What differs between values that fit: their units, or a part of a date."""
    if one.date is not None and other.date is not None:
        return None if one.key == other.key else Difference("date", one, other, partial=True)
    if one.family != other.family:
        return None
    if one.other_unit(other):
        return Difference("unit", one, other, turned=one.value != other.value)
    lone = one.unit if other.unit is None else other.unit if one.unit is None else None
    if lone is None or not lone.dimensions.isdisjoint(_VAGUE) or not lone.names.isdisjoint(_UNSAID):
        return None
    return (
        Difference("unit", one, other)
        if one.value == other.value and "ordinal" not in (one.kind, other.kind)
        else None
    )


def _other_word(one: Item, other: Item) -> float | None:
    """The same label after another word: article 5, paragraph 5."""
    if one.family != "reference" or other.family != "reference" or one.shares_name(other):
        return None
    return 0.0 if one.key == other.key else None


def _other_single_unit(one: Item, other: Item) -> float | None:
    """A month on one side, a day on the other."""
    if one.family != "one" or other.family != "one" or one.unit is None or other.unit is None:
        return None
    return None if one.unit.dimensions.isdisjoint(other.unit.dimensions) else 0.0


def _replaced(one: Item, other: Item) -> float | None:
    """Another value of the same kind."""
    if one.opening != other.opening:
        return None
    if one.family != other.family:
        # A unit that is one, where the other side has more of them.
        families = {one.family, other.family}
        return _UNLIKE if families == {"number", "one"} and one.same_unit(other) else None
    if one.family == "one":
        return None
    cost = 0.0 if one.kind == other.kind else _UNLIKE
    cost += 0.0 if one.is_symbol == other.is_symbol and one.shares_name(other) else _UNLIKE
    if one.other_unit(other):
        cost += _UNITS_DIFFER
    elif (one.unit is None) != (other.unit is None):
        cost += _UNITS_DIFFER / 2
    if one.date is not None and other.date is not None:
        cost += sum(part != its for part, its in zip(one.parts, other.parts, strict=True)) / 3
    return cost


def _number_for_other(one: Item, other: Item) -> float | None:
    """Another number where only one side's is read as a reference, or as a date."""
    families = {one.family, other.family}
    if one.opening or other.opening or families not in ({"number", "reference"}, {"number", "date"}):
        return None
    return 0.0
