"""Candidates for a round's agenda: terms that stand in the parties' own texts, those of all parties first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Annotated

from fastapi import APIRouter, Query
from fastapi.concurrency import run_in_threadpool
from fastapi.responses import Response

from dragoman.errors import DragomanError, InputError
from dragoman.glossary.entry import entry_id
from dragoman.plain import plain
from dragoman.web.agreed import Named, Names, Text, languages_in_order, texts, title_of
from dragoman.web.permits import needs
from dragoman.web.posted import Posted, posted
from dragoman.web.signers import signers
from dragoman.web.signing import signer_of
from dragoman.web.tables import Cell, Table
from dragoman.web.tried import NOTHING, Tried, tried
from dragoman.web.visit import Visit, Visiting
from dragoman.workspace import Workspace
from dragoman.workspace.agreedmodel import Candidate, RoundLine

router = APIRouter()
PAGE, DOWNLOAD = 100, 1_000
"""Candidates on a page, and in a table."""
_COLUMNS = ("terms", "count", "documents", "probability", "parties", "both", "entry")


@dataclass(frozen=True, slots=True)
class Shown:
    """A candidate: its terms, the name that its entry has or would have, who uses it, where it is read, and
    where a draft of it begins ("" for none)."""

    it: Candidate
    terms: Sequence[Text]
    name: str
    parties: Sequence[Named]
    uses: str
    draft: str


@router.get("/{lang}/glossary/{glossary}/agenda", dependencies=[needs("read")])
def candidates(
    visit: Visiting,
    glossary: str,
    q: Annotated[str, Query(max_length=1_000)] = "",
    names: str = "",
) -> Response:
    """Candidates; `q`: only with these words; `names`: with those of places, bodies and treaties."""
    with visit.workspace() as workspace:
        return _page(visit, workspace, glossary, q.strip(), names == "yes")


@router.post("/{lang}/glossary/{glossary}/agenda", dependencies=[needs("sign")])
async def add(
    visit: Visiting,
    glossary: str,
    q: Annotated[str, Query(max_length=1_000)] = "",
    names: str = "",
) -> Response:
    """Put what is chosen on the agenda of a round."""
    sent = await posted(visit.request)

    def added() -> Response:
        with visit.workspace() as workspace:
            try:
                if sent.problem is not None:
                    raise sent.problem
                _added(visit, workspace, glossary, sent)
            except DragomanError as error:
                form = tried(visit, sent, error)
                return _page(visit, workspace, glossary, q.strip(), names == "yes", form)
        return visit.to(f"/glossary/{glossary}/rounds/{sent.one('round')}", {"noted": "add"})

    return await run_in_threadpool(added)


def _added(visit: Visit, workspace: Workspace, glossary: str, sent: Posted) -> None:
    chosen = sent.all("pick")
    if not chosen:
        raise InputError("No candidate was chosen.", remedy="Tick those that are to be talked about.")
    if not sent.one("round"):
        raise InputError("There is no round that is open.", remedy="Open one first.")
    entries = {sent.one(f"name-{one}", one): sent.one(f"terms-{one}") for one in chosen}
    signer = signer_of(visit, workspace, sent)
    workspace.rounds.add(signer, glossary, sent.one("round"), list(entries), notes=entries)


def _page(
    visit: Visit,
    workspace: Workspace,
    glossary: str,
    query: str,
    with_names: bool,
    form: Tried = NOTHING,
) -> Response:
    about = workspace.glossaries.glossary(glossary)
    names = Names(visit, workspace.parties.list())
    limit = DOWNLOAD if visit.form == "csv" else PAGE
    found = workspace.rounds.candidates(glossary, query=query, limit=limit, names=with_names)
    mine = signers(visit, names, about.parties)
    codes = languages_in_order(about.languages, visit.locale)
    return visit.answer(
        "candidates.html",
        {
            "about": about,
            "title": title_of(about.titles, visit.locale, about.id),
            "found": _shown(visit, names, glossary, found),
            "both": sum(one.both for one in found),
            "full": len(found) == limit,
            "documents": bool(workspace.languages()),
            "languages": codes,
            "query": query,
            "with_names": with_names,
            "rounds": _open_rounds(visit, workspace, glossary, [one.id for one in mine]),
            "mine": mine,
            "author": workspace.author,
            "form": form,
        },
        lambda: {
            "glossary": glossary,
            "q": query,
            "names": with_names,
            "candidates": [plain(one) for one in found],
        },
        lambda: Table(f"{glossary}-agenda", _COLUMNS, _rows(found)),
        status=form.status,
    )


def _open_rounds(
    visit: Visit, workspace: Workspace, glossary: str, mine: Sequence[str]
) -> list[tuple[RoundLine, Text]]:
    """The rounds whose agenda the visitor may change."""
    return [
        (line, title_of(line.topics, visit.locale, line.id))
        for line in workspace.rounds.list(glossary)
        if line.state != "closed" and set(mine) & set(line.parties)
    ]


def _shown(visit: Visit, names: Names, glossary: str, found: Sequence[Candidate]) -> list[Shown]:
    drafting = visit.may("drafts.write")
    taken: set[str] = set()
    shown = []
    for one in found:
        name = one.entry or entry_id(one.terms, taken)
        taken.add(name)
        terms = texts(one.terms, visit.locale)
        pair = [text.language for text in terms]
        shown.append(
            Shown(
                one,
                terms,
                name,
                names.in_order(one.parties),
                visit.link(
                    "/concordance", {"q": terms[0].text, "in": pair[0], "with": pair[1] if pair[1:] else ""}
                ),
                visit.link(
                    f"/glossary/{glossary}/new",
                    {f"term-{text.language}": text.text for text in terms},
                )
                if drafting and not one.entry
                else "",
            )
        )
    return shown


def _rows(found: Sequence[Candidate]) -> Iterator[list[Cell]]:
    for one in found:
        yield [
            " / ".join(one.terms[code] for code in sorted(one.terms)),
            one.count,
            one.documents,
            one.probability,
            "; ".join(one.parties),
            one.both,
            one.entry,
        ]
