"""Whether a draft keeps to terms: pasted or sent, checked, shown, and not kept."""

from __future__ import annotations

from collections.abc import Mapping

from fastapi import APIRouter
from fastapi.concurrency import run_in_threadpool
from fastapi.responses import Response

from dragoman.errors import DragomanError
from dragoman.glossary.check import LINE
from dragoman.glossary.model import Checked
from dragoman.readers import FORMS
from dragoman.web import checked as shown
from dragoman.web import draft, problems
from dragoman.web.agreed import Text, title_of
from dragoman.web.columns import column
from dragoman.web.draft import LONGEST, Given, given
from dragoman.web.pages.upload import choice
from dragoman.web.permits import needs
from dragoman.web.posted import FILE_LIMIT, FILES_LIMIT, MB, REQUEST_LIMIT, Posted, posted
from dragoman.web.visit import Visit, Visiting

router = APIRouter()
TEXT_LIMIT = 4 * MB
"""Bytes that may be pasted."""
STEPS = (0.9, 0.5, 0.2, 0.0)
"""Lines of probability to choose from."""


@router.get("/{lang}/check", dependencies=[needs("read")])
def form(visit: Visiting) -> Response:
    """The form, empty."""
    with visit.workspace() as workspace:
        known = bool(workspace.languages())
    glossaries = _glossaries(visit)
    return visit.answer(
        "check.html",
        _context(Given(known=known, glossaries=tuple(glossaries)), glossaries),
        lambda: {
            "fields": [*draft.PARTS, "language", "source_language", "known", "glossary", "line"],
            "glossaries": list(glossaries),
            "languages": choice(),
            "forms": [{"name": form.name, "suffixes": list(form.suffixes)} for form in FORMS],
            "limits": {
                "file": FILE_LIMIT,
                "request": REQUEST_LIMIT,
                "files": FILES_LIMIT,
                "pasted": TEXT_LIMIT,
                "characters": LONGEST,
            },
            "line": LINE,
        },
    )


@router.post("/{lang}/check", dependencies=[needs("read")])
async def send(visit: Visiting) -> Response:
    """What there is to remark in a draft."""
    sent = await posted(visit.request, TEXT_LIMIT)
    return await run_in_threadpool(_answered, visit, sent)


def _answered(visit: Visit, sent: Posted) -> Response:
    it = given(sent)
    try:
        if sent.problem is not None:
            raise sent.problem
        line = it.probability
        with visit.workspace() as workspace:
            found = draft.checked(workspace, it, visit.locale.words.gettext, visit.locale.code)
    except DragomanError as error:
        if visit.form == "json":
            raise
        context = _context(it, _glossaries(visit), problem=problems.message_of(error, visit))
        return visit.page("check.html", context, status=problems.status_of(error))
    return visit.answer(
        "check.html",
        {**_context(it, _glossaries(visit)), **_found(visit, found, line)},
        lambda: shown.facts(found, line, visit.locale),
    )


def _glossaries(visit: Visit) -> dict[str, Text]:
    """The titles of the workspace's glossaries."""
    with visit.workspace() as workspace:
        found = workspace.glossaries.list()
    return {one.id: title_of(one.titles, visit.locale, one.id) for one in found}


def _context(it: Given, glossaries: Mapping[str, Text], problem: str = "") -> dict[str, object]:
    return {
        "given": it,
        "glossaries": glossaries,
        "problem": problem,
        "found": None,
        "languages": choice(),
        "suffixes": [suffix for form in FORMS for suffix in form.suffixes],
        "steps": STEPS,
        "default": LINE,
        "characters": LONGEST,
        "file_limit": FILE_LIMIT // MB,
    }


def _found(visit: Visit, found: Checked, line: float) -> dict[str, object]:
    lines = shown.lines(found, line, visit.locale)
    return {
        "found": found,
        "answer": shown.answer(found, line, visit.locale),
        "line": line,
        "lines": lines,
        "remarks": len(found.at(line)),
        "below": len(found.remarks) - len(found.at(line)),
        "kinds": shown.by_kind(found, line, visit.locale),
        "used": shown.used(found, visit.locale),
        "column": column(found.language, found.sentences),
    }
