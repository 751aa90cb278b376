"""One value that a text states: a number, a date, or a number or letter that a part of a document has."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from dragoman.languages.model import Date, NumberKind
from dragoman.versions.values.units import Unit

Family = Literal["number", "date", "reference", "one"]
"""What a value is; "one" for a unit that is said to be one, or stands for each: a month, 每年, «в год»."""


@dataclass(frozen=True, slots=True)
class Item:
    """A value and where it stands, from character `start` to `end` of its side.

    `keys` are the forms in which it can be the same as another one, the likeliest first. `place` is where it
    stands, from 0 at the beginning of the text to 1 at its end.
    """

    start: int
    end: int
    place: float
    family: Family
    keys: tuple[str, ...]
    value: Decimal | None = None
    """Of a number, or of a reference that is one."""
    kind: NumberKind = "cardinal"
    spelled: bool = False
    """Whether it is written without figures."""
    opening: bool = False
    """Whether it opens the text, as the number of a paragraph or item does."""
    is_page: bool = False
    """Whether it numbers a page, which may be another one in each version."""
    names: frozenset[str] = frozenset()
    """What a reference's word may mean, such as "article"; empty for document symbols."""
    is_symbol: bool = False
    """Whether a reference is the symbol or number of a document."""
    date: Date | None = None
    unit: Unit | None = None

    @property
    def key(self) -> str:
        """The likeliest form."""
        return self.keys[0]

    @property
    def parts(self) -> tuple[int | None, int | None, int | None]:
        """Year, month and day of a date."""
        return (self.date.year, self.date.month, self.date.day) if self.date else (None, None, None)

    def same_unit(self, other: Item) -> bool:
        """Whether both have a unit, and it may be the same one."""
        return self.unit is not None and other.unit is not None and self.unit.fits(other.unit)

    def other_unit(self, other: Item) -> bool:
        """Whether both have a unit, but not the same one."""
        return self.unit is not None and other.unit is not None and not self.unit.fits(other.unit)

    def shares_name(self, other: Item) -> bool:
        """Whether the words of two references may mean the same kind of part."""
        return not self.names or not other.names or not self.names.isdisjoint(other.names)


def figure(value: Decimal) -> str:
    """A number as a key: 5 for 5.0."""
    return format(value.normalize(), "f")
