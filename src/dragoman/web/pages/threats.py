"""What each state names as a threat: topics by parties, side by side."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Annotated, Literal

from fastapi import APIRouter, Query
from fastapi.responses import Response

from dragoman.plain import plain
from dragoman.threats import DIMENSIONS, STRENGTHS, TOPICS
from dragoman.web.permits import needs
from dragoman.web.tables import Cell, Table
from dragoman.web.visit import Visit, Visiting
from dragoman.web.wording import Wording
from dragoman.workspace.threatmodel import JOINT, Figure, SideBySide, TopicRow

router = APIRouter()
Shared = Literal["", "all", "some", "one"]
_COLUMNS = (
    "dimension", "topic", "title", "party", "documents", "of", "share", "low", "high", "passages", "first",
    "last",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Shown:
    """A figure in its cell: the address of its quotations."""

    figure: Figure
    address: str


@router.get("/{lang}/threats", dependencies=[needs("read")])
def threats(
    visit: Visiting,
    party: Annotated[list[str] | None, Query()] = None,
    since: str = "",
    until: str = "",
    strength: str = "",
    shared: Shared = "",
) -> Response:
    """Topics by parties; `shared` keeps those that all, several or only one of them name."""
    wanted = [name for name in party or [] if name.strip()]
    with visit.workspace() as workspace:
        found = workspace.threats.side_by_side(wanted, since.strip(), until.strip(), strength)
        lost = workspace.threats.judgements(lost=True)
    order = _order(visit, found.parties)
    rows = [row for row in found.rows if shared in ("", sharing(row, len(found.parties)))]
    asked = {"party": wanted, "since": since.strip(), "until": until.strip(), "strength": strength}
    return visit.answer(
        "threats.html",
        {
            "found": found,
            "parties": [(found.parties[at], found.documents[at]) for at in order],
            "groups": [
                (name, [_shown(visit, found, row, order, asked) for row in some])
                for name, some in groupby(rows, lambda row: row.dimension)
            ],
            "counts": _counts(found),
            "asked": {**asked, "shared": shared},
            "dimensions": DIMENSIONS,
            "strengths": STRENGTHS,
            "topics": TOPICS,
            "lost": lost,
            "anything": sum(found.documents) + found.joint + found.nobody,
        },
        lambda: {**asked, "shared": shared, **plain(found), "rows": [plain(row) for row in rows]},
        lambda: Table("threats", _COLUMNS, _table(visit, found, rows)),
    )


def sharing(row: TopicRow, parties: int) -> Shared:
    """Whether all parties, several or one name a topic in documents of their own; "" for none of them."""
    if row.named_by == parties and parties > 1:
        return "all"
    return "some" if row.named_by > 1 else "one" if row.named_by else ""


def _counts(found: SideBySide) -> dict[str, int]:
    """How many topics are named, and by how many parties."""
    of = [sharing(row, len(found.parties)) for row in found.rows]
    return {"topics": len(of), "all": of.count("all"), "one": of.count("one")}


def _order(visit: Visit, parties: Sequence[str]) -> list[int]:
    """The places of the parties in the alphabetical order of the interface."""
    names = Wording(visit.locale).in_order(parties)
    return sorted(range(len(parties)), key=lambda at: names.index(parties[at]))


def _shown(
    visit: Visit, found: SideBySide, row: TopicRow, order: Sequence[int], asked: Mapping[str, Sequence[str]]
) -> tuple[TopicRow, list[Shown], Shown, Shared]:
    def shown(party: str, figure: Figure) -> Shown:
        query = {
            "topic": row.topic,
            "party": party if party == JOINT else Wording(visit.locale).for_reader(party),
            "state": "counted",
            **{name: asked[name] for name in ("since", "until", "strength")},
        }
        return Shown(figure, visit.link("/threats/quotations", query) if figure.documents else "")

    own = [shown(found.parties[at], row.figures[at]) for at in order]
    return row, own, shown(JOINT, row.joint), sharing(row, len(found.parties))


def _table(visit: Visit, found: SideBySide, rows: Sequence[TopicRow]) -> Iterator[list[Cell]]:
    for row in rows:
        title = visit.locale.words.gettext(TOPICS[row.topic].title)
        for party, figure in zip((*found.parties, JOINT), (*row.figures, row.joint), strict=True):
            yield [
                row.dimension,
                row.topic,
                title,
                party,
                figure.documents,
                figure.of,
                figure.share,
                figure.low,
                figure.high,
                figure.passages,
                figure.first,
                figure.last,
            ]
