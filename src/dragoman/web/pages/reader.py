"""The parallel reader: a document's language versions side by side."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Query
from fastapi.responses import Response

from dragoman.bitext.formats.preface import DOUBTFUL
from dragoman.web import facts
from dragoman.web.columns import Column, columns_of
from dragoman.web.lines import Lines
from dragoman.web.permits import needs
from dragoman.web.signs import signs_by_row
from dragoman.web.tables import Cell, Table
from dragoman.web.visit import Visit, Visiting
from dragoman.web.wording import Wording
from dragoman.workspace import Workspace
from dragoman.workspace.model import Document, Parallel, Place

router = APIRouter()
COLUMNS = 3
# From this many places on, the jump list is folded.
_FOLDED = 24
AGAIN = {"refresh": "2"}
"""The header of a page that waits for work: seconds after which it asks again."""


@router.get("/{lang}/documents/{document_id}", dependencies=[needs("read")])
def reader(
    visit: Visiting,
    document_id: str,
    first: Annotated[str, Query(alias="in")] = "",
    others: Annotated[list[str] | None, Query(alias="with")] = None,
    page: Annotated[int, Query(ge=1)] = 1,
    at: str = "",
    terms: Literal["on", "off"] = "on",
) -> Response:
    """A page of rows; `at` leads to the row with the sentence of that anchor; `terms` says whether these lead
    to their pages.
    """
    with visit.workspace() as workspace:
        document = workspace.document(document_id)
        chosen = chosen_languages(document, first, others or [], visit.locale.code)
        if at:
            number, anchor = workspace.locate(document.id, chosen, at)
            return visit.to(f"/documents/{document.id}", _in(chosen, number, terms), anchor)
        if document.state != "ready":
            return unready(visit, workspace, document)
        parallel = workspace.parallel(document.id, chosen, page=page)
        corrected = {name for row in parallel.rows for name in row.corrected}
        events = {event.hash: event for event in workspace.history(document.id)} if corrected else {}
        marks = workspace.usage.annotations(document.id, parallel.languages) if terms == "on" else {}
        signs = workspace.versions.signs(document.id) if len(document.languages) > 1 else ()
    columns = columns_of(parallel)
    differing = signs_by_row(parallel, signs)
    rows = Lines(visit, parallel, columns, events, marks, differing).html() if visit.form == "html" else ""
    return visit.answer(
        "reader.html",
        {
            **_around(visit, parallel, columns, terms),
            "lines": rows,
            "marked": any(marks.values()),
            "differences": len(signs),
            "differing": bool(differing),
        },
        lambda: facts.of_parallel(parallel, visit.locale.words, marks),
        lambda: _table(parallel),
    )


def chosen_languages(document: Document, first: str, others: Sequence[str], interface: str) -> list[str]:
    """Which languages are shown, in which order.

    Those that the address names, each once; without any, up to three, the interface's own first.
    """
    named = [code for code in dict.fromkeys([first, *others]) if code]
    if named:
        return named[:COLUMNS]
    return sorted(document.languages, key=lambda code: code != interface)[:COLUMNS]


def _in(languages: Sequence[str], page: int = 1, terms: str = "on") -> dict[str, str | int | Sequence[str]]:
    """The query that names these languages, a page if it is not the first, and that terms are not marked."""
    query: dict[str, str | int | Sequence[str]] = {"in": languages[0], "with": list(languages[1:])}
    return {**query, "page": page if page > 1 else "", "terms": "" if terms == "on" else terms}


def unready(visit: Visit, workspace: Workspace, document: Document) -> Response:
    """The page of a document that is being prepared, or that could not be."""
    job = next((each for each in workspace.jobs() if each.document == document.id), None)
    return visit.answer(
        "unready.html",
        {"document": document, "job": job},
        lambda: {"document": facts.of_document(document, visit.locale.words), "rows": []},
        headers=AGAIN if document.state == "working" else None,
    )


def _around(visit: Visit, parallel: Parallel, columns: Sequence[Column], terms: str) -> dict[str, Any]:
    """What stands around the rows."""
    document, languages = parallel.document, parallel.languages
    by_language = {version.language: version for version in document.versions}
    base = f"/documents/{document.id}"
    ours = visit.locale.code if visit.locale.code in languages else languages[0]
    aside = next(column for column in columns if column.code == ours)
    return {
        "document": document,
        "parallel": parallel,
        "columns": columns,
        "versions": [by_language[code] for code in languages],
        "remarks": remarks(visit, parallel),
        "limit": DOUBTFUL,
        "doubtful": any(row.probability < DOUBTFUL for row in parallel.rows),
        "moved": any(row.moved for row in parallel.rows),
        "mended": any(row.corrected for row in parallel.rows),
        "places": [
            (_address(visit, parallel, place, terms), place.headings.get(ours, ""), place)
            for place in parallel.contents
        ],
        "aside": aside,
        "folded": len(parallel.contents) >= _FOLDED,
        "terms": terms,
        "other_terms": visit.link(base, _in(languages, parallel.page, "off" if terms == "on" else "on")),
        "turned": visit.link(base, _in(tuple(reversed(languages)), 1, terms)),
        "pages": [visit.link(base, _in(languages, number, terms)) for number in range(1, parallel.pages + 1)],
    }


def remarks(visit: Visit, parallel: Parallel) -> list[str]:
    """What to look at on this page, in sentences."""
    gettext, ngettext = visit.locale.words.gettext, visit.locale.words.ngettext
    count = Wording(visit.locale).count
    said = []
    if parallel.pages > 1:
        here = gettext("This is page {page} of {pages}; the figures that follow are of this page.")
        said.append(here.format(page=count(parallel.page), pages=count(parallel.pages)))
    if len(parallel.languages) < 2:
        return said
    doubtful = sum(row.probability < DOUBTFUL for row in parallel.rows)
    some = ngettext("{count} row is doubtful.", "{count} rows are doubtful.", doubtful)
    said.append(some.format(count=count(doubtful)) if doubtful else gettext("No row is doubtful."))
    alone = sum(any(not cell.sentences for cell in row.cells) for row in parallel.rows)
    if alone:
        some = ngettext(
            "In {count} row a language has no counterpart.",
            "In {count} rows a language has no counterpart.",
            alone,
        )
        said.append(some.format(count=count(alone)))
    mended = sum(bool(row.corrected) for row in parallel.rows)
    if mended:
        some = ngettext("{count} row was corrected by hand.", "{count} rows were corrected by hand.", mended)
        said.append(some.format(count=count(mended)))
    return said


def _address(visit: Visit, parallel: Parallel, place: Place, terms: str) -> str:
    if place.page == parallel.page:
        return f"#{place.anchor}"
    query = _in(parallel.languages, place.page, terms)
    return visit.link(f"/documents/{parallel.document.id}", query, place.anchor)


def _table(parallel: Parallel) -> Table:
    """The rows of the page, a column a language."""
    rows: Iterator[list[Cell]] = (
        [
            row.number,
            row.anchor,
            *(" ".join(sentence.text for sentence in cell.sentences) for cell in row.cells),
            row.probability,
            row.moved,
            " ".join(row.corrected),
            parallel.document.about.invented,
        ]
        for row in parallel.rows
    )
    names = ("row", "anchor", *parallel.languages, "probability", "moved", "corrected", "invented")
    return Table(f"{parallel.document.id}-{'-'.join(parallel.languages)}", names, rows)
