"""Clues to other numbers, dates, units and references: values of one side that the other has not."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dragoman.marking import Reason, _
from dragoman.versions.model import Clue, Kind, Stretch
from dragoman.versions.side import Passage, Setting, Side
from dragoman.versions.values.contents import contents
from dragoman.versions.values.difference import Difference, compared
from dragoman.versions.values.evidence import features, is_year
from dragoman.versions.values.item import Item

_LANGUAGES = frozenset({"en", "ru", "zh"})
_DIFFER: dict[Kind, str] = {
    "number": _("The numbers differ: {left} and {right}."),
    "date": _("The dates differ: {left} and {right}."),
    "unit": _("The units differ: {left} and {right}."),
    "reference": _("The references differ: {left} and {right}."),
}
_PARTIAL = _("The dates are not equally exact: {left} and {right}.")
_LONE_UNIT = _("A unit stands on one side only: {left} and {right}.")
_ONLY_LEFT = _("{left} has no counterpart in the other version.")
_ONLY_RIGHT = _("{right} has no counterpart in the other version.")


def clues(passages: Sequence[Passage], setting: Setting) -> Iterator[Clue]:
    """Clues of the kinds "number", "date", "unit" and "reference", passage by passage.

    A value is told once: a number within a date or a reference is no number of its own, and one whose
    unit alone differs is a "unit". Nothing is found where a language is not known in depth.
    """
    if not _LANGUAGES.issuperset(code.replace("_", "-").split("-")[0] for code in setting.languages):
        return
    for number, passage in enumerate(passages):
        left, right = contents(passage.left), contents(passage.right)
        if not left and not right:
            continue
        result = compared(left, right)
        for difference in result.differences:
            yield Clue(
                _kind(difference, passage),
                number,
                _stretches(difference.left, difference),
                _stretches(difference.right, difference),
                _reason(difference, passage),
                features(difference, result, passage),
            )


def _kind(difference: Difference, passage: Passage) -> Kind:
    """The kind that a difference is told as: of two years that of dates, though no month stands by them."""
    left, right = difference.left, difference.right
    if difference.kind != "number" or left is None or right is None:
        return difference.kind
    years = _names_year(left, passage.left) and _names_year(right, passage.right)
    return "date" if years else "number"


def _names_year(item: Item, side: Side) -> bool:
    """Whether a number is written as a year is: 2014, and not 2,014."""
    return is_year(item) and side.text[item.start : item.end].strip("年 ").isdigit()


def _stretches(item: Item | None, difference: Difference) -> tuple[Stretch, ...]:
    return () if item is None else (_stretch(item, difference),)


def _stretch(item: Item, difference: Difference) -> Stretch:
    """Where a value stands, together with its unit where that is what differs."""
    if difference.kind != "unit" or item.unit is None:
        return item.start, item.end
    return min(item.start, item.unit.start), max(item.end, item.unit.end)


def _reason(difference: Difference, passage: Passage) -> Reason:
    words = {}
    if difference.left is not None:
        words["left"] = _words(passage.left, difference.left, difference)
    if difference.right is not None:
        words["right"] = _words(passage.right, difference.right, difference)
    if len(words) == 1:
        return Reason(_ONLY_LEFT if "left" in words else _ONLY_RIGHT, words)
    if difference.partial:
        return Reason(_PARTIAL, words)
    return Reason(_LONE_UNIT if difference.is_lone_unit else _DIFFER[_kind(difference, passage)], words)


def _words(side: Side, item: Item, difference: Difference) -> str:
    start, end = _stretch(item, difference)
    return side.text[start:end].strip()
