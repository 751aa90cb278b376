"""The form by which documents come in: two or three files, and what is known of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from fastapi import APIRouter
from fastapi.concurrency import run_in_threadpool
from fastapi.responses import Response

from dragoman.errors import DragomanError, InputError
from dragoman.languages import known
from dragoman.readers import FORMS
from dragoman.web import problems
from dragoman.web.description import FIELDS, about_from
from dragoman.web.permits import needs
from dragoman.web.posted import FILE_LIMIT, FILES_LIMIT, MB, REQUEST_LIMIT, Posted, posted
from dragoman.web.visit import Visit, Visiting
from dragoman.workspace import File
from dragoman.workspace.model import About, Document

router = APIRouter()
_ROWS = 3
# Languages that stand first in the lists, in alphabetical order of their codes; the others follow likewise.
_FIRST = ("en", "ru", "zh")


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the form for one file: the language that was chosen, and the file that was sent before."""

    number: int
    language: str = ""
    sent: str = ""


@router.get("/{lang}/documents/new", dependencies=[needs("documents.change")])
def form(visit: Visiting, document: str = "") -> Response:
    """The form, empty; with `document`, for further versions of that document."""
    with visit.workspace() as workspace:
        target = workspace.document(document) if document else None
    languages = choice()
    return visit.answer(
        "upload.html",
        _context(target, About(), [Line(number) for number in range(1, _ROWS + 1)], Posted([]), ""),
        lambda: {
            "fields": ["file", "language", "document", "replace", *FIELDS],
            "languages": languages,
            "forms": [{"name": form.name, "suffixes": list(form.suffixes)} for form in FORMS],
            "limits": {"file": FILE_LIMIT, "request": REQUEST_LIMIT, "files": FILES_LIMIT},
        },
    )


@router.post("/{lang}/documents/new", dependencies=[needs("documents.change")])
async def send(visit: Visiting) -> Response:
    """Take the files in, and lead to the job that reads them."""
    sent = await posted(visit.request)
    return await run_in_threadpool(_taken, visit, sent)


def choice() -> list[str]:
    """Codes of the languages that can be chosen for a file."""
    return [*_FIRST, *sorted(set(known()) - set(_FIRST))]


def _taken(visit: Visit, sent: Posted) -> Response:
    try:
        return _add(visit, sent)
    except DragomanError as error:
        target: Document | None = None
        about = About()
        if named := sent.one("document"):
            with visit.workspace() as workspace:
                target = workspace.document(named)
        else:
            about = about_from(sent)
        context = _context(target, about, _lines(sent), sent, problems.message_of(error, visit))
        return visit.page("upload.html", {**context, "has_table": False}, status=problems.status_of(error))


def _add(visit: Visit, sent: Posted) -> Response:
    if sent.problem is not None:
        raise sent.problem
    languages = sent.all("language")
    fields = [upload for upload in sent.files if upload.field == "file"]
    files = [
        File(upload.data, upload.name, languages[at] if at < len(languages) else "")
        for at, upload in enumerate(fields)
        if upload.name
    ]
    if not files:
        raise InputError("No file was chosen.", remedy="Choose one file for each language version.")
    document = sent.one("document")
    with visit.workspace() as workspace:
        about = About() if document else about_from(sent)
        author = visit.writer(sent.one("author"))
        added = workspace.add(files, about, document=document, replace=sent.has("replace"), author=author)
    if added.job:
        return visit.to(f"/jobs/{added.job}")
    return visit.to(f"/documents/{added.document}/about", {"noted": "already"})


def _lines(sent: Posted) -> list[Line]:
    """The lines of the form as they were sent; a browser does not let a page choose files again."""
    languages = sent.all("language")
    files = [upload.name for upload in sent.files if upload.field == "file"]
    return [
        Line(
            at + 1,
            languages[at] if at < len(languages) else "",
            files[at] if at < len(files) else "",
        )
        for at in range(max(_ROWS, len(files)))
    ]


def _context(
    target: Document | None, about: About, lines: Sequence[Line], sent: Posted, problem: str
) -> dict[str, object]:
    return {
        "target": target,
        "about": about,
        "lines": lines,
        "languages": choice(),
        "replace": sent.has("replace"),
        "problem": problem,
        "suffixes": [suffix for form in FORMS for suffix in form.suffixes],
        "file_limit": FILE_LIMIT // MB,
        "request_limit": REQUEST_LIMIT // MB,
    }
