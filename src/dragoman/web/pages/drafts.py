"""A party's drafts in a list, and the form that begins one."""

from __future__ import annotations

from dataclasses import dataclass

from fastapi import APIRouter
from fastapi.concurrency import run_in_threadpool
from fastapi.responses import Response

from dragoman.errors import AlreadyThere, DragomanError, InputError
from dragoman.glossary.content import blank
from dragoman.glossary.entry import entry_id
from dragoman.plain import plain
from dragoman.web.agreed import Badge, Names, Text, badge, languages_in_order, texts, title_of
from dragoman.web.desk import STATES
from dragoman.web.permits import needs
from dragoman.web.posted import Posted, posted
from dragoman.web.signing import Refused, author_of, by_language, refused
from dragoman.web.tables import Table
from dragoman.web.tongues import tongue
from dragoman.web.visit import Visit, Visiting
from dragoman.workspace import Workspace
from dragoman.workspace.agreedmodel import EntryLine, GlossaryView
from dragoman.workspace.draftmodel import DraftLine

router = APIRouter()


@dataclass(frozen=True, slots=True)
class Written:
    """A draft in the list: its first terms, and what it aims at."""

    it: DraftLine
    heads: tuple[Text, ...]
    aim: Badge


@router.get("/{lang}/glossary/{glossary}/drafts", dependencies=[needs("drafts.read")])
def drafts(visit: Visiting, glossary: str) -> Response:
    """The drafts of the parties whose drafts the visitor may read."""
    with visit.workspace() as workspace:
        found = workspace.glossaries.glossary(glossary)
        names = Names(visit, workspace.parties.list())
        mine = names.in_order(set(visit.parties_with("drafts.read")) & set(found.parties))
        lines = [(named, workspace.drafts.drafts(named.id, found.id)) for named in mine]
    return visit.answer(
        "drafts.html",
        {
            "glossary": found,
            "title": title_of(found.titles, visit.locale, found.id),
            "drafts": [(named, [_written(each, visit) for each in some]) for named, some in lines],
            "states": STATES,
        },
        lambda: {"drafts": [plain(each) for _named, some in lines for each in some]},
        lambda: Table(
            f"{found.id}-drafts",
            ("party", "entry", "revision", "aim", "state", "author", "time", "remarks"),
            [
                [
                    each.party,
                    each.entry,
                    each.number,
                    each.aim,
                    each.state,
                    each.author,
                    each.time,
                    each.remarks,
                ]
                for _named, some in lines
                for each in some
            ],
        ),
    )


@router.get("/{lang}/glossary/{glossary}/new", dependencies=[needs("drafts.write")])
def new(visit: Visiting, glossary: str, term: str = "", party: str = "", entry: str = "") -> Response:
    """The form that begins a draft; `term`, or `term-ru` and so on, are what it begins with, `entry` its
    name."""
    with visit.workspace() as workspace:
        found = workspace.glossaries.glossary(glossary)
        asked = visit.request.query_params
        terms = {code: asked.get(f"term-{code}", "").strip() for code in found.languages}
        spoken = tongue(term)
        if term.strip():
            terms[spoken if spoken in terms else _first(found, visit)] = term.strip()
        return _form(
            visit, workspace, found, {code: said for code, said in terms.items() if said}, party, entry=entry
        )


@router.post("/{lang}/glossary/{glossary}/new", dependencies=[needs("drafts.write")])
async def begin(visit: Visiting, glossary: str) -> Response:
    """Begin a draft; leads to its page."""
    sent = await posted(visit.request)

    def begun() -> Response:
        with visit.workspace() as workspace:
            found = workspace.glossaries.glossary(glossary)
            terms = by_language(sent, "term", found.languages)
            name = sent.one("entry") or _free(workspace, found, sent.one("party"), terms)
            try:
                _begin(visit, workspace, found, name, terms, sent)
            except DragomanError as error:
                again = refused(visit, "new", sent, error)
                taken = name if isinstance(error, AlreadyThere) else ""
                return _form(visit, workspace, found, terms, sent.one("party"), again, taken)
        return visit.to(f"/glossary/{glossary}/{name}/draft", {"party": sent.one("party")})

    return await run_in_threadpool(begun)


def _begin(
    visit: Visit, workspace: Workspace, glossary: GlossaryView, name: str, terms: dict[str, str], sent: Posted
) -> None:
    if sent.problem is not None:
        raise sent.problem
    party = sent.one("party")
    if not party:
        raise InputError("It is not said whose draft it is.", remedy="Choose the party.")
    visit.must("drafts.write", party)
    content = blank(glossary.parties, glossary.languages)
    for term in content["terms"]:
        term["text"] = terms.get(term["language"], "")
    workspace.drafts.save(
        party, glossary.id, name, {"content": content}, author=author_of(visit, sent), new=True
    )


def _free(workspace: Workspace, glossary: GlossaryView, party: str, terms: dict[str, str]) -> str:
    """A name for an entry of these terms that is not taken."""
    taken = [line.id for line in workspace.glossaries.entries(glossary.id)]
    if party:
        taken += [line.entry for line in workspace.drafts.drafts(party, glossary.id)]
    return entry_id(terms, taken)


def _first(glossary: GlossaryView, visit: Visit) -> str:
    """The language of a term that does not tell its own."""
    return languages_in_order(glossary.languages, visit.locale)[0]


def _form(
    visit: Visit,
    workspace: Workspace,
    glossary: GlossaryView,
    terms: dict[str, str],
    party: str,
    again: Refused | None = None,
    taken: str = "",
    entry: str = "",
) -> Response:
    names, locale = Names(visit, workspace.parties.list()), visit.locale
    mine = names.in_order(set(visit.parties_with("drafts.write")) & set(glossary.parties))
    like = _like(workspace, glossary, terms)
    free = _free(workspace, glossary, party, terms) if terms else ""
    name = again.sent.one("entry") if again else entry or free
    return visit.answer(
        "begin.html",
        {
            "glossary": glossary,
            "title": title_of(glossary.titles, locale, glossary.id),
            "codes": languages_in_order(glossary.languages, locale),
            "terms": terms,
            "name": name,
            "mine": mine,
            "party": party,
            "like": [(line, texts(line.heads, locale), badge(line.level, locale)) for line in like],
            "taken": taken,
            "taken_there": any(line.id == taken for line in workspace.glossaries.entries(glossary.id))
            if taken
            else False,
            "author": author_of(visit, again.sent) if again else workspace.author,
            "refused": again,
        },
        lambda: {
            "glossary": glossary.id,
            "terms": terms,
            "entry": name,
            "parties": [named.id for named in mine],
            "entries_with_these_terms": [line.id for line in like],
        },
        status=again.status if again else 200,
    )


def _like(workspace: Workspace, glossary: GlossaryView, terms: dict[str, str]) -> list[EntryLine]:
    """Entries that have one of these terms already."""
    found = {
        line.id: line
        for said in terms.values()
        for line in workspace.glossaries.entries(glossary.id, query=said)
    }
    return list(found.values())


def _written(line: DraftLine, visit: Visit) -> Written:
    return Written(line, tuple(texts(line.heads, visit.locale)), badge(line.aim, visit.locale))
