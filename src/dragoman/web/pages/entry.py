"""An entry of a glossary, with one column a party; what a party gives in its own name; its history."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from fastapi import APIRouter
from fastapi.concurrency import run_in_threadpool
from fastapi.responses import Response

from dragoman.errors import DragomanError, InputError
from dragoman.glossary.story import Telling, reached, told
from dragoman.plain import plain
from dragoman.web import reasons
from dragoman.web.agreed import PROPOSAL_STATES, Named, Names, languages_in_order, title_of
from dragoman.web.entryview import heads, shown
from dragoman.web.locales import Locale
from dragoman.web.permits import needs
from dragoman.web.posted import Posted, posted
from dragoman.web.reasons import Part
from dragoman.web.signing import TEXT_LIMIT, Refused, author_of, by_language, refused, signer_of
from dragoman.web.visit import Visit, Visiting
from dragoman.workspace import Workspace
from dragoman.workspace.agreedmodel import GlossaryView, Step

router = APIRouter()


@dataclass(frozen=True, slots=True)
class Told:
    """A step of an entry's story in words, and what followed from it."""

    it: Step
    party: Named
    sentence: tuple[Part, ...]
    follows: tuple[Part, ...]


@router.get("/{lang}/glossary/{glossary}/{entry}", dependencies=[needs("read")])
def entry(visit: Visiting, glossary: str, entry: str) -> Response:
    """The entry."""
    with visit.workspace() as workspace:
        return _page(visit, workspace, glossary, entry)


@router.post("/{lang}/glossary/{glossary}/{entry}", dependencies=[needs("sign")])
async def give(visit: Visiting, glossary: str, entry: str) -> Response:
    """Give a party's own definition or note, or take a passage back that it cites."""
    sent = await posted(visit.request, TEXT_LIMIT)

    def given() -> Response:
        with visit.workspace() as workspace:
            try:
                _give(visit, workspace, workspace.glossaries.glossary(glossary), entry, sent)
            except DragomanError as error:
                form = f"{sent.one('action')}-{sent.one('party')}"
                return _page(visit, workspace, glossary, entry, refused(visit, form, sent, error))
        return visit.to(f"/glossary/{glossary}/{entry}", anchor="parties")

    return await run_in_threadpool(given)


@router.get("/{lang}/glossary/{glossary}/{entry}/history", dependencies=[needs("read")])
def history(visit: Visiting, glossary: str, entry: str) -> Response:
    """The entry's story, event by event."""
    with visit.workspace() as workspace:
        found = workspace.glossaries.glossary(glossary)
        view = workspace.glossaries.entry(glossary, entry)
        steps = workspace.glossaries.story(glossary, entry)
        names = Names(visit, workspace.parties.list())
    telling = Telling(names.all(), languages_in_order(found.languages, visit.locale))
    return visit.answer(
        "history.html",
        {
            "glossary": found,
            "title": title_of(found.titles, visit.locale, found.id),
            "entry": view,
            "heads": heads(view.line.heads, found.languages, visit.locale),
            "steps": _told(steps, telling, names, visit.locale),
        },
        lambda: {
            "glossary": found.id,
            "entry": view.id,
            "steps": [
                {
                    **plain(each),
                    "sentence": told(each.kind, each.party, each.body, telling).said(
                        visit.locale.words.gettext
                    ),
                }
                for each in steps
            ],
        },
    )


def _give(visit: Visit, workspace: Workspace, glossary: GlossaryView, entry: str, sent: Posted) -> None:
    glossaries, language = workspace.glossaries, sent.one("language")
    signer = signer_of(visit, workspace, sent)
    match sent.one("action"):
        case "define":
            text = sent.one("text").replace("\r\n", "\n")
            if not text:
                raise InputError("The definition is empty.", remedy="Write it.", where="text")
            glossaries.define(
                signer,
                glossary.id,
                entry,
                language,
                text,
                source=sent.one("source"),
                date=sent.one("date"),
                translations=by_language(sent, "translation", glossary.languages),
            )
        case "note":
            glossaries.note(signer, glossary.id, entry, language, sent.one("text").replace("\r\n", "\n"))
        case "unattest":
            glossaries.unattest(
                signer, glossary.id, entry, sent.one("attestation"), reason=sent.one("reason")
            )
        case other:
            raise InputError("There is nothing that is called {action!r} to be done.", action=other)


def _page(
    visit: Visit, workspace: Workspace, glossary: str, entry: str, again: Refused | None = None
) -> Response:
    found = workspace.glossaries.glossary(glossary)
    view = workspace.glossaries.entry(glossary, entry)
    names = Names(visit, workspace.parties.list())
    return visit.answer(
        "entry.html",
        {
            "glossary": found,
            "title": title_of(found.titles, visit.locale, found.id),
            "entry": shown(visit, workspace, view, found, names),
            "heads": heads(view.line.heads, found.languages, visit.locale),
            "codes": languages_in_order(found.languages, visit.locale),
            "drafting": names.in_order(set(visit.parties_with("drafts.read")) & set(found.parties)),
            "states": PROPOSAL_STATES,
            "author": author_of(visit, again.sent) if again else workspace.author,
            "refused": again,
        },
        lambda: {"parties": names.all(), **plain(view)},
        status=again.status if again else 200,
    )


def _told(steps: Sequence[Step], telling: Telling, names: Names, locale: Locale) -> list[Told]:
    """Every step in words, with what followed from it."""
    gettext = locale.words.gettext
    made, before = [], ""
    for step in steps:
        follows = None if step.refused else reached(before, step.level)
        made.append(
            Told(
                step,
                names(step.party),
                reasons.parts(told(step.kind, step.party, step.body, telling), gettext),
                reasons.parts(follows, gettext) if follows else (),
            )
        )
        before = before if step.refused else step.level
    return made
