"""The glossaries that parties agree on, and the entries of one: by level of agreement, filtered, searched."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Annotated, Any, Literal, TypeAlias

from fastapi import APIRouter, Depends
from fastapi import Query as Asks
from fastapi.responses import Response

from dragoman.glossary.entry import DIMENSIONS, level_order
from dragoman.languages.transcription.pinyin import pinyin
from dragoman.plain import plain
from dragoman.web.agreed import (
    PLACES,
    Badge,
    Names,
    Text,
    badge,
    badges,
    title_of,
)
from dragoman.web.locales import Locale
from dragoman.web.paging import Pages
from dragoman.web.permits import needs
from dragoman.web.tables import Cell, Table
from dragoman.web.tally import answer, levels_in_order
from dragoman.web.visit import Query, Visit, Visiting
from dragoman.web.wording import spelt
from dragoman.workspace.agreedmodel import EntryLine, GlossaryView

router = APIRouter()
SIZE = 100
"""Entries on a page."""
Sorting = Literal["level", "name"]
_PAGES = 100_000
_CHINESE = "zh"


@dataclass(frozen=True, slots=True)
class Asked:
    """Which entries an address asks for, and in which order; `party` is one whose answer is awaited."""

    words: str = ""
    level: str = ""
    dimension: str = ""
    party: str = ""
    language: str = ""
    sort: Sorting = "level"
    page: int = 1

    def query(self, **changed: str | int) -> Query:
        """The question as the query of an address, with other values for some names; on the first page."""
        found: dict[str, str | int] = {
            "q": self.words,
            "level": self.level,
            "dimension": self.dimension,
            "party": self.party,
            "in": self.language,
            "sort": "" if self.sort == "level" else self.sort,
        }
        return {**found, **changed}

    @property
    def narrowed(self) -> bool:
        """Whether some entries may be left out."""
        return bool(self.words or self.level or self.dimension or self.party)


@dataclass(frozen=True, slots=True)
class Line:
    """An entry in the list: its terms by the languages of the glossary, and the words beside them."""

    it: EntryLine
    terms: tuple[tuple[Text, str] | None, ...]
    badge: Badge
    dimension: str


@dataclass(frozen=True, slots=True)
class Bar:
    """A level with how many entries have it, as a part of all; `address` shows these alone, or all again."""

    badge: Badge
    count: int
    width: float
    address: str
    chosen: bool


def _asked(
    q: str = "",
    level: str = "",
    dimension: str = "",
    party: str = "",
    language: Annotated[str, Asks(alias="in")] = "",
    sort: Sorting = "level",
    page: Annotated[int, Asks(ge=1, le=_PAGES)] = 1,
) -> Asked:
    return Asked(q.strip(), level, dimension, party, language, sort, page)


Asking: TypeAlias = Annotated[Asked, Depends(_asked)]


@router.get("/{lang}/glossary", dependencies=[needs("read")])
def glossaries(visit: Visiting) -> Response:
    """The glossaries of the workspace; where there is one alone, its page."""
    with visit.workspace() as workspace:
        found = workspace.glossaries.list()
        names = Names(visit, workspace.parties.list())
    if len(found) == 1 and visit.form == "html":
        return visit.to(f"/glossary/{found[0].id}")
    return visit.answer(
        "glossaries.html",
        {
            "glossaries": [
                (each, title_of(each.titles, visit.locale, each.id), names.in_order(each.parties))
                for each in found
            ]
        },
        lambda: {"glossaries": [plain(each) for each in found]},
        lambda: Table(
            "glossaries",
            ("id", "title", "languages", "parties", "entries"),
            [
                [
                    each.id,
                    title_of(each.titles, visit.locale, each.id).text,
                    "; ".join(each.languages),
                    "; ".join(each.parties),
                    each.counts.entries,
                ]
                for each in found
            ],
        ),
    )


@router.get("/{lang}/glossary/{glossary}", dependencies=[needs("read")])
def entries(visit: Visiting, glossary: str, asked: Asking) -> Response:
    """The entries of a glossary."""
    with visit.workspace() as workspace:
        found = workspace.glossaries.glossary(glossary)
        lines = workspace.glossaries.entries(
            glossary,
            query=asked.words,
            level=asked.level,
            language=asked.language,
            dimension=asked.dimension,
            party=asked.party,
        )
        names = Names(visit, workspace.parties.list())
    first = asked.language if asked.language in found.languages else visit.locale.code
    ordered = sorted(lines, key=_order(asked.sort, first))
    here = ordered[(asked.page - 1) * SIZE : asked.page * SIZE]
    codes = sorted(found.languages, key=lambda code: (code != first, code))
    shown = [_line(each, codes, visit.locale) for each in here]
    return visit.answer(
        "glossary.html",
        {
            "glossary": found,
            "title": title_of(found.titles, visit.locale, found.id),
            "answer": answer(found, visit.locale),
            "awaited": [
                (named, found.counts.waiting[named.id], visit.link(_path(found), asked.query(party=named.id)))
                for named in names.in_order(found.counts.waiting)
            ],
            "bars": bars(visit, found, asked),
            "parties": names.in_order(found.parties),
            "names": names,
            "asked": asked,
            "codes": codes,
            "dimensions": DIMENSIONS,
            "places": PLACES,
            "groups": _groups(shown, asked.sort),
            "total": len(lines),
            "pages": Pages(visit, _path(found), asked.query(), asked.page, SIZE, len(lines)),
        },
        lambda: {
            "glossary": plain(found),
            "asked": {name: value for name, value in asked.query().items() if value},
            "page": asked.page,
            "total": len(lines),
            "entries": [plain(each) for each in here],
        },
        lambda: Table(found.id, _columns(codes), _rows(ordered, codes)),
    )


def bars(visit: Visit, found: GlossaryView, asked: Asked) -> list[Bar]:
    """The levels that there are, in the order of lists."""
    levels, known = found.counts.levels, badges(visit.locale)
    total = max(sum(levels.values()), 1)
    return [
        Bar(
            known[level],
            levels[level],
            round(100 * levels[level] / total, 2),
            visit.link(_path(found), asked.query(level="" if level == asked.level else level)),
            level == asked.level,
        )
        for level in levels_in_order(levels)
    ]


def _path(found: GlossaryView) -> str:
    return f"/glossary/{found.id}"


def _order(sort: Sorting, first: str) -> Callable[[EntryLine], Any]:
    """By level, then by the terms of a language in its alphabetical order; entries without one at the end."""

    def place(line: EntryLine) -> tuple[int, bool, str, str]:
        head = line.heads.get(first, "")
        level = level_order(line.level) if sort == "level" else 0
        return level, not head, spelt(head, first) if head else "", line.id

    return place


def _line(line: EntryLine, codes: Sequence[str], locale: Locale) -> Line:
    terms = tuple(
        (Text(code, line.heads[code]), pinyin(line.heads[code], "marks") if code == _CHINESE else "")
        if code in line.heads
        else None
        for code in codes
    )
    dimension = DIMENSIONS.get(line.dimension, "")
    return Line(line, terms, badge(line.level, locale), locale.words.gettext(dimension) if dimension else "")


def _groups(lines: Sequence[Line], sort: Sorting) -> list[tuple[Badge | None, list[Line]]]:
    """The lines in groups of a level each; all together where another order was asked for."""
    if sort != "level":
        return [(None, list(lines))] if lines else []
    return [(key, list(some)) for key, some in groupby(lines, lambda line: line.badge)]


def _columns(codes: Sequence[str]) -> list[str]:
    terms = [f"term_{code}" for code in codes]
    return [
        "id", *terms, "level", "place", "parties", "dimension", "subject", "waits", "open", "reservations",
        "conflict", "changed",
    ]  # fmt: skip


def _rows(lines: Sequence[EntryLine], codes: Sequence[str]) -> Iterator[list[Cell]]:
    for line in lines:
        yield [
            line.id, *(line.heads.get(code, "") for code in codes), line.level, line.place,
            "; ".join(line.parties), line.dimension, line.subject, "; ".join(line.waits), line.open,
            line.reservations, line.conflict, line.changed,
        ]  # fmt: skip
