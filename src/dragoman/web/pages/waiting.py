"""What waits for the visitor: everything that his parties are asked for, in all glossaries and rounds."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from fastapi import APIRouter
from fastapi.responses import Response

from dragoman.marking import _
from dragoman.plain import plain
from dragoman.web.agreed import Badge, Named, Names, Text, badge, texts, title_of
from dragoman.web.permits import needs
from dragoman.web.tables import Cell, Table
from dragoman.web.visit import Visit, Visiting
from dragoman.workspace import Workspace
from dragoman.workspace.agreedmodel import Wait, Wanted
from dragoman.workspace.draftmodel import DraftLine

router = APIRouter()

WANTED: Mapping[Wanted, str] = {
    "answer": _("Proposals to answer"),
    "definition": _("Definitions asked for"),
    "join": _("Rounds to join"),
    "minutes": _("Minutes to accept"),
    "closing": _("Rounds to close"),
}
"""What may be waited for, in the order in which pages show it."""

# Where on a round's board it is done.
_ANCHORS: Mapping[Wanted, str] = {"join": "work", "minutes": "minutes", "closing": "closing"}
_COLUMNS = ("party", "glossary", "wanted", "entry", "round", "proposal", "aim", "terms", "by", "since")


@dataclass(frozen=True, slots=True)
class Task:
    """Something that waits: its words, where it is done, at what a proposal aims, who asks for it."""

    it: Wait
    heads: Sequence[Text]
    address: str
    aim: Badge | None
    by: Sequence[Named]


@dataclass(frozen=True, slots=True)
class Ready:
    """A draft that its people say is ready, for the chair to propose."""

    it: DraftLine
    party: Named
    heads: Sequence[Text]
    aim: Badge | None
    address: str


@dataclass(frozen=True, slots=True)
class Desk:
    """What waits for one party in one glossary, by what is wanted; `board` leads to an open round that has
    most of the proposals on its agenda, "" for none."""

    party: Named
    glossary: str
    title: Text
    groups: Sequence[tuple[str, Sequence[Task]]]
    board: str


@router.get("/{lang}/waiting", dependencies=[needs("read")])
def waiting(visit: Visiting) -> Response:
    """What waits for the parties for which the visitor signs or drafts."""
    mine = visit.parties
    with visit.workspace() as workspace:
        names = Names(visit, workspace.parties.list())
        waits = [wait for party in mine for wait in workspace.glossaries.waiting(party)]
        desks = list(_desks(visit, workspace, names, waits))
        ready = [
            _ready(visit, names, line)
            for party in visit.parties_with("sign")
            for line in workspace.drafts.drafts(party)
            if line.state == "ready"
        ]
    return visit.answer(
        "waiting.html",
        {
            "desks": desks,
            "ready": ready,
            "total": len(waits),
            "parties": names.in_order(mine),
            "answers": sum(wait.wanted == "answer" for wait in waits),
        },
        lambda: {
            "parties": list(mine),
            "total": len(waits),
            "waiting": [plain(wait) for wait in waits],
            "ready": [plain(one.it) for one in ready],
        },
        lambda: Table("waiting", _COLUMNS, map(_row, waits)),
    )


def _desks(visit: Visit, workspace: Workspace, names: Names, waits: Sequence[Wait]) -> Iterator[Desk]:
    titles = {
        about.id: title_of(about.titles, visit.locale, about.id) for about in workspace.glossaries.list()
    }
    boards: dict[str, Sequence[tuple[str, frozenset[str]]]] = {
        glossary: [
            (line.id, frozenset(item.entry for item in workspace.rounds.round(glossary, line.id).agenda))
            for line in workspace.rounds.list(glossary)
            if line.state != "closed"
        ]
        for glossary in {wait.glossary for wait in waits}
    }
    order = {named.id: at for at, named in enumerate(names.in_order({wait.party for wait in waits}))}
    ordered = sorted(waits, key=lambda wait: (order[wait.party], wait.glossary))
    for (party, glossary), some in groupby(ordered, key=lambda wait: (wait.party, wait.glossary)):
        tasks = [_task(visit, names, wait) for wait in some]
        asked = {task.it.entry for task in tasks if task.it.wanted == "answer"}
        fitting = max(boards[glossary], key=lambda one: len(one[1] & asked), default=("", frozenset()))
        groups = [
            (said, [task for task in tasks if task.it.wanted == wanted]) for wanted, said in WANTED.items()
        ]
        yield Desk(
            names(party),
            glossary,
            titles[glossary],
            [(said, found) for said, found in groups if found],
            visit.link(f"/glossary/{glossary}/rounds/{fitting[0]}", {"party": party})
            if fitting[1] & asked
            else "",
        )


def _task(visit: Visit, names: Names, wait: Wait) -> Task:
    base = f"/glossary/{wait.glossary}"
    if wait.wanted == "answer":
        address = visit.link(f"{base}/proposals/{wait.proposal.removeprefix('sha256:')}")
    elif wait.wanted == "definition":
        address = visit.link(f"{base}/{wait.entry}/draft", {"party": wait.party})
    else:
        anchor = _ANCHORS[wait.wanted]
        address = visit.link(f"{base}/rounds/{wait.round}", {"party": wait.party}, anchor)
    return Task(
        wait,
        texts(wait.heads, visit.locale),
        address,
        badge(wait.aim, visit.locale) if wait.aim else None,
        names.in_order(wait.proposers),
    )


def _ready(visit: Visit, names: Names, line: DraftLine) -> Ready:
    return Ready(
        line,
        names(line.party),
        texts(line.heads, visit.locale),
        badge(line.aim, visit.locale) if line.aim else None,
        visit.link(f"/glossary/{line.glossary}/{line.entry}/draft", {"party": line.party}),
    )


def _row(wait: Wait) -> list[Cell]:
    return [
        wait.party,
        wait.glossary,
        wait.wanted,
        wait.entry,
        wait.round,
        wait.proposal,
        wait.aim,
        " / ".join(wait.heads[code] for code in sorted(wait.heads)),
        "; ".join(wait.proposers),
        wait.since,
    ]
