"""What tells how probable it is that a difference between values is one of substance."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from decimal import Decimal
from math import log10

from dragoman.versions.side import Passage, Side
from dragoman.versions.values.difference import Compared, Difference
from dragoman.versions.values.echoes import echoed
from dragoman.versions.values.item import Item

Pairs = Sequence[tuple[Item, Item]]
_FIGURES = re.compile(r"\d+")
_ONE = {
    "en": re.compile(r"\b(?:one|single|sole)\b(?!\s(?:another|of)\b)|(?<![\d.,/])1(?![\d.,/])"),
    "ru": re.compile(r"\b(?:один|одна|одно|одного|одной|одному|одну|одним|одном)\b|(?<![\d.,/])1(?![\d.,/])"),
    "zh": re.compile(r"一(?=[个個名位份项項家票人次所艘架座篇件批])|(?<![\d.,/])1(?![\d.,/])"),
}
_PAIR = 2
_FEW = 10
_YEARS = (Decimal(1900), Decimal(2099))
_NEARLY = 0.03
_MOST = 5


def features(difference: Difference, compared: Compared, passage: Passage) -> Mapping[str, float]:
    """The features of a difference by name; those that are 0 are left out."""
    left, right = difference.left, difference.right
    if left is not None and right is not None:
        found = _of_both(difference, left, right)
        pairs = [pair for pair in compared.pairs if pair != (left, right)]
        echoes = _echoed(left, passage.right, pairs, 1) or _echoed(right, passage.left, pairs, 0)
        twice = _repeated(left, pairs, 1) or _repeated(right, pairs, 0)
    elif left is not None:
        found = _of_one(left, passage.left, passage.right)
        echoes, twice = _echoed(left, passage.right, compared.pairs, 1), _repeated(left, compared.pairs, 1)
    elif right is not None:
        found = _of_one(right, passage.right, passage.left)
        echoes, twice = _echoed(right, passage.left, compared.pairs, 0), _repeated(right, compared.pairs, 0)
    else:
        return {}
    others = sum(one.kind == difference.kind for one in compared.differences) - 1
    found |= {
        "said in another way": float(echoes),
        "said before": float(twice),
        "others differ": min(others, _MOST) / 2,
        "others fit": min(len(compared.pairs), _MOST) / 2,
        "page": float(any(one is not None and one.is_page for one in (left, right))),
        "loosely rendered": 1 - passage.probability,
    }
    return {name: round(value, 3) for name, value in found.items() if value}


def _of_both(difference: Difference, left: Item, right: Item) -> dict[str, float]:
    found = {"both sides": 1.0, "apart": abs(left.place - right.place) * 3}
    if difference.kind == "date":
        return found | _of_dates(difference, left, right)
    if difference.kind == "reference":
        return found | _of_references(left, right)
    if difference.kind == "unit":
        return found | _of_units(difference, left, right)
    return found | _of_numbers(left, right)


def _of_dates(difference: Difference, left: Item, right: Item) -> dict[str, float]:
    if left.date is None or right.date is None:
        return {"date against number": 1.0}
    if difference.partial:
        days = (left.date.day is None) != (right.date.day is None)
        return {"part left out": 1.0, "day left out": float(days)}
    differ = [part != its for part, its in zip(left.parts, right.parts, strict=True)]
    return {"parts differ": float(sum(differ) - 1), "another year": float(differ[0])}


def _of_references(left: Item, right: Item) -> dict[str, float]:
    same = left.key == right.key
    return {
        "another word": float(same),
        "symbols": float(left.is_symbol and right.is_symbol),
        "symbol against part": float(left.is_symbol != right.is_symbol),
        "reference against number": float(left.family != right.family),
        "words differ too": float(not same and not left.shares_name(right)),
        "letters": float(left.value is None and right.value is None and not left.is_symbol),
    }


def _of_units(difference: Difference, left: Item, right: Item) -> dict[str, float]:
    units = [item.unit for item in (left, right) if item.unit is not None]
    names = frozenset[str]().union(*(unit.names for unit in units))
    dimensions = frozenset[str]().union(*(unit.dimensions for unit in units))
    same = len(units) == 2 and not units[0].dimensions.isdisjoint(units[1].dimensions)
    return {
        "same dimension": float(same),
        "unit on one side": float(difference.is_lone_unit),
        "converted": float(difference.turned),
        "single units": float(left.family == "one" and right.family == "one"),
        "points of a percentage": float({"percent", "percentage_point"} <= names),
        "percentage": float(not same and bool(names & {"percent", "percentage_point"})),
        "people": float("people" in dimensions),
        "time": float("time" in dimensions),
        "money": float("money" in dimensions),
    }


def _of_numbers(left: Item, right: Item) -> dict[str, float]:
    found = {
        "both in figures": float(not left.spelled and not right.spelled),
        "same unit": float(left.same_unit(right)),
        "years": float(is_year(left) and is_year(right)),
        "opening": float(left.opening),
        "one against more": float("one" in (left.family, right.family)),
    }
    if left.value and right.value:
        times = abs(log10(abs(left.value / right.value)))
        found["ten times"] = float(times > _NEARLY and abs(times - round(times)) < 1e-9)
        found["nearly the same"] = float(
            times < log10(1 + _NEARLY) and left.value >= _FEW and not is_year(left)
        )
    return found


def _of_one(item: Item, side: Side, other: Side) -> dict[str, float]:
    small = item.value is not None and abs(item.value) <= _PAIR
    return {
        "one side": 1.0,
        f"missing in {other.speech.code}": 1.0,
        "one or two": float(small),
        "three to ten": float(item.value is not None and not small and item.value <= _FEW),
        "in words": float(item.spelled),
        "ordinal": float(item.kind == "ordinal"),
        "percentage": float(item.kind == "percent"),
        "year": float(is_year(item)),
        "with a unit": float(item.unit is not None),
        "symbol": float(item.is_symbol),
        "letter": float(item.family == "reference" and item.value is None and not item.is_symbol),
        "one there": float(
            item.family == "number" and item.value not in (0, 1) and _ones(other) > _ones(side)
        ),
        "month alone": float(item.date is not None and item.date.day is None),
    }


def _ones(side: Side) -> int:
    """How often a side says one."""
    return len(_ONE[side.speech.code].findall(side.text.lower()))


def is_year(item: Item) -> bool:
    """Whether a number may be that of a year."""
    return item.value is not None and not item.spelled and _YEARS[0] <= item.value <= _YEARS[1]


def _echoed(item: Item, other: Side, pairs: Pairs, at: int) -> bool:
    """Whether the other side speaks of the value in words that are none."""
    return echoed(item, other.text, (pair[at] for pair in pairs), other.speech.code)


def _repeated(item: Item, pairs: Pairs, at: int) -> bool:
    """Whether the other side states the value elsewhere, where it has a counterpart already."""
    return any(
        item.key in pair[at].keys
        or item.key in _FIGURES.findall(pair[at].key)
        or _within_date(item, pair[at])
        for pair in pairs
    )


def _within_date(item: Item, other: Item) -> bool:
    if other.date is None:
        return False
    if item.date is not None:
        return item.date.month == other.date.month and item.date.day in (None, other.date.day)
    return item.value is not None and item.value in (other.date.year, other.date.day)
