"""The automatic numbers of a Word document: what `w:numPr` shows before a paragraph.

After ECMA-376-1:2016, 17.9: lists with one abstract definition count on together, unless an override starts
a list anew; a level starts anew when a higher one counts on.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from lxml import etree

from dragoman.readers.docx_names import W, name_of, value
from dragoman.readers.numerals import SIGNS, written

_LEVELS = 9
_PLACE = re.compile(r"%([1-9])")


@dataclass(frozen=True, slots=True)
class _Level:
    start: int = 1
    form: str = "decimal"
    text: str = ""
    legal: bool = False
    restart: int = -1
    space: bool = True
    style: str = ""


@dataclass(slots=True)
class _List:
    """One `w:num`: its abstract definition, and what it does differently."""

    abstract: str
    levels: dict[int, _Level]
    starts: dict[int, int] = field(default_factory=dict)


class Numbering:
    """Counts the lists of one document, paragraph by paragraph, in their order."""

    def __init__(self, root: etree._Element | None) -> None:
        self._lists: dict[str, _List] = {}
        self._counts: dict[str, list[int | None]] = {}
        self._begun: set[tuple[str, int]] = set()
        if root is not None:
            self._read(root)

    def level_of_style(self, number: str, style: str) -> int | None:
        """The level of a list that belongs to a paragraph style, from 0."""
        found = self._lists.get(number)
        levels = found.levels if found else {}
        return next((depth for depth, level in levels.items() if level.style == style), None)

    def label(self, number: str, depth: int) -> str:
        """What stands before the next paragraph of a list at a depth from 0; "" before a bullet's."""
        found = self._lists.get(number)
        if found is None or depth not in found.levels:
            return ""
        counts = self._counts.setdefault(found.abstract, [None] * _LEVELS)
        if depth in found.starts and (number, depth) not in self._begun:
            self._begun.add((number, depth))
            counts[depth] = None
        for higher in range(depth):
            if counts[higher] is None and higher in found.levels:
                counts[higher] = self._start(found, higher)
        before = counts[depth]
        counts[depth] = self._start(found, depth) if before is None else before + 1
        for lower in range(depth + 1, _LEVELS):
            restart = found.levels[lower].restart if lower in found.levels else -1
            # 0: never; a number: only when that level, counted from 1, or a higher one counts on.
            if restart < 0 or 0 < depth + 1 <= restart:
                counts[lower] = None
        level = found.levels[depth]
        if level.form == "bullet":
            return ""
        label = _PLACE.sub(lambda place: self._written(found, counts, int(place[1]) - 1, level), level.text)
        return label + " " if label.strip() and level.space else label

    def _start(self, found: _List, depth: int) -> int:
        return found.starts.get(depth, found.levels[depth].start)

    def _written(self, found: _List, counts: list[int | None], depth: int, shown: _Level) -> str:
        count, level = counts[depth], found.levels.get(depth)
        if count is None or level is None:
            return ""
        return written(count, "decimal" if shown.legal and level.form not in SIGNS else level.form)

    def _read(self, root: etree._Element) -> None:
        abstract = {value(item, "abstractNumId"): item for item in root.iterchildren(f"{W}abstractNum")}
        linked = {value(item.find(f"{W}styleLink")): name for name, item in abstract.items()}
        for item in root.iterchildren(f"{W}num"):
            name = value(item.find(f"{W}abstractNumId"))
            link = value(abstract[name].find(f"{W}numStyleLink")) if name in abstract else ""
            name = linked.get(link, name) if link else name
            levels = _levels(abstract[name]) if name in abstract else {}
            made = _List(name, levels)
            for override in item.iterchildren(f"{W}lvlOverride"):
                depth = _number(value(override, "ilvl"), 0)
                made.levels.update(_levels(override))
                start = value(override.find(f"{W}startOverride"))
                if start:
                    made.starts[depth] = _number(start, 1)
            self._lists[value(item, "numId")] = made


def _levels(item: etree._Element) -> dict[int, _Level]:
    return {
        _number(value(level, "ilvl"), 0): _level(level)
        for level in item.iterchildren(f"{W}lvl")
        if 0 <= _number(value(level, "ilvl"), 0) < _LEVELS
    }


def _level(item: etree._Element) -> _Level:
    settings = {name_of(child): child for child in item}
    legal = settings.get("isLgl")
    return _Level(
        start=_number(value(settings.get("start")), 1),
        form=value(settings.get("numFmt")) or "decimal",
        text=value(settings.get("lvlText")),
        legal=legal is not None and value(legal) not in {"0", "false", "off"},
        restart=_number(value(settings.get("lvlRestart")), -1),
        space=value(settings.get("suff")) != "nothing",
        style=value(settings.get("pStyle")),
    )


def _number(written_so: str, otherwise: int) -> int:
    """A number of the file, which may hold anything."""
    return int(written_so) if written_so.isdecimal() and len(written_so) < 7 else otherwise
